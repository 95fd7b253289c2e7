//! What is done about polls, as the audit trail keeps it: of an answer no more than that there is one more.

use accounts::Deed;
use serde_json::{Value, json};

use super::{CHANGE, CLOSE, MAKE, Poll, VOTE, WITHDRAW};

/// What was done.
pub(super) enum Did<'a> {
    /// A poll was made.
    Made { poll: &'a Poll },
    /// It became another before it opened.
    Changed { before: &'a Poll, now: &'a Poll },
    /// It was ended before its day.
    Closed { before: &'a Poll, now: &'a Poll },
    /// It was taken out of sight.
    Withdrawn { before: &'a Poll, now: &'a Poll },
    /// Somebody answered.
    Answered { poll: &'a Poll },
}

impl Did<'_> {
    fn poll(&self) -> &Poll {
        match self {
            Self::Made { poll } | Self::Answered { poll } => poll,
            Self::Changed { before, .. } | Self::Closed { before, .. } | Self::Withdrawn { before, .. } => {
                before
            }
        }
    }
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Made { .. } => MAKE.act,
            Self::Changed { .. } => CHANGE.act,
            Self::Closed { .. } => CLOSE.act,
            Self::Withdrawn { .. } => WITHDRAW.act,
            Self::Answered { .. } => VOTE.act,
        }
    }

    fn subject(&self) -> String {
        format!("poll/{}", self.poll().id)
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Changed { before, .. } | Self::Closed { before, .. } | Self::Withdrawn { before, .. } => {
                Some(written(before))
            }
            Self::Made { .. } | Self::Answered { .. } => None,
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Made { poll } => written(poll),
            Self::Changed { now, .. } | Self::Closed { now, .. } | Self::Withdrawn { now, .. } => {
                written(now)
            }
            Self::Answered { poll } => json!({ "answers": poll.answers() }),
        })
    }
}

fn written(poll: &Poll) -> Value {
    let choices: Vec<Value> =
        poll.choices.iter().map(|choice| json!([choice.said, choice.said_en])).collect();
    json!({
        "asked": poll.asked, "asked_en": poll.asked_en, "choices": choices, "opens_on": poll.opens_on,
        "closes_on": poll.closes_on, "why_ended": poll.ended.as_ref().map(|(_, why)| why),
        "why_withdrawn": poll.withdrawn.as_ref().map(|(_, why)| why),
    })
}
