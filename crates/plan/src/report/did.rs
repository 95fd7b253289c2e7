//! What is done to reports, their evidence and extensions, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::{Report, State, submit::ON_BEHALF};
use crate::extension::{self, Extension};
use crate::{evidence, report};

/// What was done.
pub(crate) enum Did<'a> {
    /// A draft was saved; what it said before.
    Saved { before: Option<&'a Report>, after: &'a Report },
    /// A report was sent.
    Submitted { before: Option<&'a Report>, after: &'a Report },
    /// So many pieces of evidence joined a report that waits.
    Added { report: &'a Report, pieces: usize },
    /// A report was accepted or returned.
    Decided { before: &'a Report, after: &'a Report },
    /// Who sent a report took it back.
    Withdrawn { before: &'a Report, after: &'a Report },
    /// A later day was asked for.
    Asked(&'a Extension),
    /// A later day was granted or refused.
    Answered { before: &'a Extension, after: &'a Extension },
}

impl<'a> Did<'a> {
    /// That it was saved, or sent.
    pub(super) fn written(before: Option<&'a Report>, after: &'a Report) -> Self {
        if after.state == State::Draft {
            Self::Saved { before, after }
        } else {
            Self::Submitted { before, after }
        }
    }
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Saved { .. } => report::SAVE.act,
            Self::Submitted { after, .. } if after.on_behalf => ON_BEHALF.act,
            Self::Submitted { .. } => report::SUBMIT.act,
            Self::Added { .. } => evidence::ADD.act,
            Self::Decided { after, .. } if after.state == State::Accepted => report::ACCEPT.act,
            Self::Decided { .. } => report::RETURN.act,
            Self::Withdrawn { .. } => report::WITHDRAW.act,
            Self::Asked(_) => extension::ASK.act,
            Self::Answered { .. } => extension::ANSWER.act,
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Saved { after: report, .. }
            | Self::Submitted { after: report, .. }
            | Self::Added { report, .. }
            | Self::Withdrawn { after: report, .. }
            | Self::Decided { after: report, .. } => {
                format!("assignment/{}/report/{}", report.assignment, report.number)
            }
            Self::Asked(asked) | Self::Answered { after: asked, .. } => {
                format!("assignment/{}/extension/{}", asked.assignment, asked.id)
            }
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Saved { before, .. } | Self::Submitted { before, .. } => before.map(said),
            Self::Decided { before, .. } | Self::Withdrawn { before, .. } => {
                Some(json!({ "state": before.state.as_str() }))
            }
            Self::Answered { before, .. } => Some(json!({ "state": before.state.as_str() })),
            Self::Added { .. } | Self::Asked(_) => None,
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Saved { after, .. } | Self::Submitted { after, .. } => said(after),
            Self::Added { pieces, .. } => json!({ "pieces": pieces }),
            Self::Decided { after, .. } => json!({ "state": after.state.as_str(), "reason": after.reason }),
            Self::Withdrawn { after, .. } => json!({ "state": after.state.as_str() }),
            Self::Asked(asked) => json!({ "until": asked.until.to_string(), "why": asked.why }),
            Self::Answered { after, .. } => json!({
                "state": after.state.as_str(),
                "granted_until": after.granted_until.map(|day| day.to_string()),
                "reason": after.reason,
            }),
        })
    }
}

fn said(report: &Report) -> Value {
    json!({
        "state": report.state.as_str(),
        "value": report.words.value,
        "done": report.words.done,
        "hindered": report.words.hindered,
        "proposed": report.words.proposed,
        "on_behalf": report.on_behalf,
        "corrects": report.corrects,
    })
}
