//! What is done to tasks, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::{Task, Terms};

/// What was done.
pub(crate) enum Did<'a> {
    /// Tasks were put into a plan, in an amendment with the document behind it.
    Drafted { plan: &'a str, tasks: &'a [Terms], document: Option<&'a str> },
    /// What is said of a task was changed; so many open assignments moved with it.
    Changed { task: &'a Task, to: &'a Terms, document: Option<&'a str>, moved: usize },
    /// A task lost its ground; so many open assignments ended with it.
    Cancelled { task: &'a Task, document: &'a str, assignments: u64 },
    /// A task is answered by one of another plan; so many open assignments ended.
    Joined { task: &'a Task, answered_by: &'a Task, assignments: u64 },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Drafted { .. } => "task.drafted",
            Self::Changed { .. } => "task.changed",
            Self::Cancelled { .. } => "task.cancelled",
            Self::Joined { .. } => "task.joined",
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Drafted { plan, .. } => format!("plan/{plan}"),
            Self::Changed { task, .. } | Self::Cancelled { task, .. } | Self::Joined { task, .. } => {
                task.subject()
            }
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Changed { task, .. } => Some(task.terms.told()),
            _ => None,
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Drafted { tasks, document, .. } => {
                let tasks: Vec<Value> = tasks.iter().map(Terms::told).collect();
                json!({ "document": document, "tasks": tasks })
            }
            Self::Changed { to, document, moved, .. } => {
                let mut told = to.told();
                told["document"] = json!(document);
                told["moved"] = json!(moved);
                told
            }
            Self::Cancelled { document, assignments, .. } => {
                json!({ "document": document, "assignments": assignments })
            }
            Self::Joined { answered_by, assignments, .. } => {
                json!({ "answered_by": answered_by.subject(), "assignments": assignments })
            }
        })
    }
}
