//! What is done to agencies, posts and people, as the audit trail keeps it.

use serde_json::{Value, json};

use crate::Deed;

/// What was done.
pub(crate) enum Did {
    /// Agencies and groups were taken in, so many.
    Adopted { agencies: usize, groups: usize },
}

impl Deed for Did {
    fn act(&self) -> &'static str {
        match self {
            Self::Adopted { .. } => "agency.adopted",
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Adopted { .. } => "agencies".to_owned(),
        }
    }

    fn after(&self) -> Option<Value> {
        match self {
            Self::Adopted { agencies, groups } => Some(json!({ "agencies": agencies, "groups": groups })),
        }
    }
}
