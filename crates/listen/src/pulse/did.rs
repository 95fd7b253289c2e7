//! What is done about pulses, as the audit trail keeps it: no code, and of an answer no more than that there is one more.

use accounts::Deed;
use serde_json::{Value, json};

use super::{ANSWER, CLOSE, MAKE, PRINT, Pulse};

/// What was done.
pub(super) enum Did<'a> {
    /// A pulse was made.
    Made { pulse: &'a Pulse },
    /// Slips were printed, for the first time or anew.
    Printed { pulse: &'a Pulse, stratum: usize, again: bool },
    /// It was ended before its day.
    Closed { pulse: &'a Pulse },
    /// Somebody answered.
    Answered { pulse: &'a Pulse },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Made { .. } => MAKE.act,
            Self::Printed { .. } => PRINT.act,
            Self::Closed { .. } => CLOSE.act,
            Self::Answered { .. } => ANSWER.act,
        }
    }

    fn subject(&self) -> String {
        let (Self::Made { pulse }
        | Self::Printed { pulse, .. }
        | Self::Closed { pulse }
        | Self::Answered { pulse }) = self;
        format!("pulse/{}", pulse.id)
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Made { pulse } => {
                let items: Vec<String> = pulse.items.iter().map(super::Item::key).collect();
                let strata: Vec<Value> =
                    pulse.strata.iter().map(|it| json!([it.name, it.agency, it.size, it.codes])).collect();
                json!({
                    "title": pulse.title, "population": pulse.population, "items": items, "strata": strata,
                    "opens_on": pulse.opens_on, "closes_on": pulse.closes_on,
                })
            }
            Self::Printed { pulse, stratum, again } => {
                let part = pulse.strata.get(*stratum);
                json!({ "stratum": part.map(|it| &it.name), "codes": part.map(|it| it.codes), "again": again })
            }
            Self::Closed { pulse } => json!({ "why_ended": pulse.ended.as_ref().map(|(_, why)| why) }),
            Self::Answered { pulse } => json!({ "answers": pulse.answered() }),
        })
    }
}
