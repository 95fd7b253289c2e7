//! What is done to the figures, as the audit trail keeps it.

use std::collections::BTreeMap;

use accounts::Deed;
use serde_json::{Value, json};

use crate::Code;
use places::UnitId;

/// What was done.
#[derive(Debug)]
pub(crate) enum Did {
    /// Editions that the program carries were added.
    Seeded {
        /// Their years.
        years: Vec<i16>,
    },
    /// A file was imported.
    Imported(Imported),
    /// The sample periods were changed.
    RenewalEdited(RenewalEdited),
}

/// A change to the sample periods.
#[derive(Debug)]
pub(crate) struct RenewalEdited {
    /// The first survey year of the period.
    pub(crate) first_year: i16,
    /// What was said of it before, if a period began then.
    pub(crate) before: Option<Value>,
    /// What is said now.
    pub(crate) after: Value,
}

/// A file that was imported, and what it changed.
#[derive(Debug)]
pub(crate) struct Imported {
    /// Its editions.
    pub(crate) years: Vec<i16>,
    /// Its name.
    pub(crate) file: String,
    /// Its SHA-256.
    pub(crate) digest: String,
    /// Scores that it holds.
    pub(crate) stored: usize,
    /// Figures of editions that were there: what each was, and what it is.
    pub(crate) changed: Vec<Changed>,
}

/// One figure that was replaced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Changed {
    pub(crate) year: i16,
    pub(crate) unit: UnitId,
    pub(crate) code: Code,
    pub(crate) before: Option<f64>,
    pub(crate) after: Option<f64>,
}

impl Deed for Did {
    fn act(&self) -> &'static str {
        match self {
            Self::Seeded { .. } => "scores.seeded",
            Self::Imported(_) => "scores.imported",
            Self::RenewalEdited(_) => "renewal.edited",
        }
    }

    fn subject(&self) -> String {
        let years = match self {
            Self::Seeded { years } => years,
            Self::Imported(imported) => &imported.years,
            Self::RenewalEdited(edited) => return format!("edition/{}", edited.first_year),
        };
        match (years.first(), years.last()) {
            (Some(first), Some(last)) if first != last => format!("edition/{first}-{last}"),
            (Some(only), _) => format!("edition/{only}"),
            _ => "edition".to_owned(),
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Imported(imported) if !imported.changed.is_empty() => {
                Some(json!({ "figures": imported.figures(|changed| changed.before) }))
            }
            Self::RenewalEdited(edited) => edited.before.clone(),
            _ => None,
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Seeded { years } => json!({ "years": years }),
            Self::RenewalEdited(edited) => edited.after.clone(),
            Self::Imported(imported) => json!({
                "years": imported.years,
                "file": imported.file,
                "sha256": imported.digest,
                "stored": imported.stored,
                "figures": imported.figures(|changed| changed.after),
            }),
        })
    }
}

impl Imported {
    /// `{"2023/95-2008/1.1": 1.25}` of one side of what was changed.
    fn figures(&self, side: impl Fn(&Changed) -> Option<f64>) -> BTreeMap<String, Option<f64>> {
        let name = |changed: &Changed| format!("{}/{}/{}", changed.year, changed.unit, changed.code);
        self.changed.iter().map(|changed| (name(changed), side(changed))).collect()
    }
}
