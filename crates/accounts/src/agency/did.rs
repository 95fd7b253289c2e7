//! What is done to one agency, as the audit trail keeps it.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Agency, Details};
use crate::Deed;

/// What was done.
pub(super) enum Did<'a> {
    Entered(&'a Agency),
    Ended { code: &'a str, last: Date, successors: &'a [String] },
    Renamed { from: &'a Agency, to: &'a Agency },
    Corrected { code: &'a str, from: &'a Details, to: &'a Details },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Entered(_) => "agency.entered",
            Self::Ended { .. } => "agency.ended",
            Self::Renamed { .. } => "agency.renamed",
            Self::Corrected { .. } => "agency.corrected",
        }
    }

    fn subject(&self) -> String {
        let code = match self {
            Self::Entered(agency) | Self::Renamed { from: agency, .. } => agency.code.as_str(),
            Self::Ended { code, .. } | Self::Corrected { code, .. } => code,
        };
        format!("agency/{code}")
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Entered(_) => None,
            Self::Ended { .. } => Some(json!({ "last": null })),
            Self::Renamed { from, .. } => Some(json!({ "code": from.code, "name": from.name })),
            Self::Corrected { from, .. } => Some(told(from)),
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Entered(agency) => json!({
                "name": agency.name, "kind": agency.kind.as_str(), "outside": agency.outside,
                "first": agency.began, "identifier": agency.identifier, "note": agency.note,
            }),
            Self::Ended { last, successors, .. } => json!({ "last": last, "successors": successors }),
            Self::Renamed { to, .. } => json!({ "code": to.code, "name": to.name, "first": to.began }),
            Self::Corrected { to, .. } => told(to),
        })
    }
}

fn told(details: &Details) -> Value {
    json!({ "identifier": details.identifier, "note": details.note })
}
