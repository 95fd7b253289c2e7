//! What is done to plans, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::Plan;

/// What was done.
pub(super) enum Did<'a> {
    /// A plan was begun.
    Drafted(&'a Plan),
    /// It came into force, with so many tasks; what was warned of and kept all the same.
    Published { plan: &'a Plan, tasks: usize, warned: Vec<String> },
    /// It is over.
    Closed(&'a Plan),
    /// A plan was begun as a copy, with so many tasks.
    Copied { plan: &'a Plan, tasks: usize },
}

impl Did<'_> {
    fn plan(&self) -> &Plan {
        match self {
            Self::Drafted(plan) | Self::Closed(plan) => plan,
            Self::Published { plan, .. } | Self::Copied { plan, .. } => plan,
        }
    }
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Drafted(_) => "plan.drafted",
            Self::Published { .. } => "plan.published",
            Self::Closed(_) => "plan.closed",
            Self::Copied { .. } => "plan.copied",
        }
    }

    fn subject(&self) -> String {
        format!("plan/{}", self.plan().slug)
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Published { .. } => Some(json!({ "state": "draft" })),
            Self::Closed(_) => Some(json!({ "state": "published" })),
            Self::Drafted(_) | Self::Copied { .. } => None,
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Drafted(plan) => json!({ "title": plan.title, "first": plan.first, "last": plan.last }),
            Self::Published { plan, tasks, warned } => {
                json!({ "state": "published", "document": plan.document, "tasks": tasks, "warned": warned })
            }
            Self::Closed(_) => json!({ "state": "closed" }),
            Self::Copied { plan, tasks } => json!({ "copied_from": plan.copied_from, "tasks": tasks }),
        })
    }
}
