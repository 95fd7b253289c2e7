//! What is done to surveys, as the audit trail keeps it. Answers of people never come into it.

use accounts::{Deed, Right};
use serde_json::Value;

/// What was done to a survey.
pub(crate) struct Did {
    pub(crate) right: &'static Right,
    pub(crate) survey: i64,
    pub(crate) before: Option<Value>,
    pub(crate) after: Option<Value>,
}

impl Deed for Did {
    fn act(&self) -> &'static str {
        self.right.act
    }

    fn subject(&self) -> String {
        format!("survey/{}", self.survey)
    }

    fn before(&self) -> Option<Value> {
        self.before.clone()
    }

    fn after(&self) -> Option<Value> {
        self.after.clone()
    }
}
