//! What is done about imports, as the audit trail keeps it: never a line of a file.

use accounts::Deed;
use serde_json::{Value, json};

use super::{BRING, Import, KEEP, Outcome, REMOVE, SWEEP};

/// What was done.
pub(super) enum Did<'a> {
    /// A file came.
    Brought { import: &'a Import, rows: usize },
    /// It was kept, or is the same as one that is known.
    Kept { import: &'a Import, known: Option<i64>, outcome: Outcome },
    /// It was removed.
    Removed { import: &'a Import },
    /// Nobody kept it in time.
    Swept { import: &'a Import },
}

impl Did<'_> {
    fn import(&self) -> &Import {
        match self {
            Self::Brought { import, .. }
            | Self::Kept { import, .. }
            | Self::Removed { import }
            | Self::Swept { import } => import,
        }
    }
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Brought { .. } => BRING.act,
            Self::Kept { .. } => KEEP.act,
            Self::Removed { .. } => REMOVE.act,
            Self::Swept { .. } => SWEEP.act,
        }
    }

    fn subject(&self) -> String {
        format!("import/{}", self.import().id)
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Removed { import } | Self::Swept { import } => Some(json!({
                "source": import.source, "file": import.file, "as_of": import.as_of, "lines": import.lines,
                "digest": import.digest,
            })),
            Self::Brought { .. } | Self::Kept { .. } => None,
        }
    }

    fn after(&self) -> Option<Value> {
        match self {
            Self::Brought { import, rows } => Some(json!({
                "source": import.source, "file": import.file, "as_of": import.as_of, "rows": rows,
                "left_out": import.dropped,
            })),
            Self::Kept { import, known, outcome } => Some(json!({
                "source": import.source, "as_of": import.as_of, "columns": import.columns, "lines": import.lines,
                "digest": import.digest, "new": outcome.new, "changed": outcome.changed, "same": outcome.same,
                "same_as": known,
            })),
            Self::Removed { .. } | Self::Swept { .. } => None,
        }
    }
}
