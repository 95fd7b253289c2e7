//! What is done about sections, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::{DROP, KEEP, LOOK, Section};

/// What was done.
pub(super) enum Did<'a> {
    /// It came on the list, or is told otherwise.
    Kept { before: Option<&'a Section>, now: &'a Section },
    /// It left the list.
    Dropped { before: &'a Section },
    /// The program looked: at how many, of which how many had changed and how many could not be seen.
    Looked { looked: usize, changed: usize, failed: usize },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Kept { .. } => KEEP.act,
            Self::Dropped { .. } => DROP.act,
            Self::Looked { .. } => LOOK.act,
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Kept { now: one, .. } | Self::Dropped { before: one } => format!("portal/{}", one.id),
            Self::Looked { .. } => "portal".to_owned(),
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Kept { before, .. } => before.map(written),
            Self::Dropped { before } => Some(written(before)),
            Self::Looked { .. } => None,
        }
    }

    fn after(&self) -> Option<Value> {
        match self {
            Self::Kept { now, .. } => Some(written(now)),
            Self::Dropped { .. } => None,
            Self::Looked { looked, changed, failed } => {
                Some(json!({ "looked": looked, "changed": changed, "failed": failed }))
            }
        }
    }
}

fn written(one: &Section) -> Value {
    json!({
        "name": one.name, "address": one.address, "agency": one.agency, "ground": one.ground, "days": one.days,
    })
}
