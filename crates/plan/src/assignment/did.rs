//! What is done to assignments, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::{Assignment, Merged};

/// What was done.
pub(super) enum Did<'a> {
    /// Assignments arose, by plan so many.
    Arisen { by_plan: &'a [(String, usize)] },
    /// Assignments followed agencies that ended.
    Merged(Merged),
    /// A person decided who goes on with these, at least one.
    Decided { them: &'a [Assignment], to: &'a str, words: &'a str },
    /// A person gave one to another agency.
    Transferred { it: &'a Assignment, to: &'a str, words: &'a str },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Arisen { .. } => "assignment.arisen",
            Self::Merged(_) => "assignment.merged",
            Self::Decided { .. } => "assignment.decided",
            Self::Transferred { .. } => "assignment.transferred",
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Decided { them: [it], .. } => format!("assignment/{}", it.id),
            Self::Transferred { it, .. } => format!("assignment/{}", it.id),
            Self::Arisen { .. } | Self::Merged(_) | Self::Decided { .. } => "assignments".to_owned(),
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Arisen { .. } | Self::Merged(_) => None,
            Self::Decided { them, .. } => {
                Some(them.iter().map(|it| (it.id.to_string(), json!(it.agency))).collect())
            }
            Self::Transferred { it, .. } => Some(json!({ "agency": it.agency })),
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Arisen { by_plan } => {
                by_plan.iter().map(|(plan, count)| (plan.clone(), json!(count))).collect()
            }
            Self::Merged(Merged { moved, joined, undecided }) => {
                json!({ "moved": moved, "joined": joined, "undecided": undecided })
            }
            Self::Decided { to, words, .. } | Self::Transferred { to, words, .. } => {
                json!({ "agency": to, "words": words })
            }
        })
    }
}
