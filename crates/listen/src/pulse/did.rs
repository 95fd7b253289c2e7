//! What is done about pulses, as the audit trail keeps it: no code, and of an answer no more than that there is one more.

use accounts::Deed;
use serde_json::{Value, json};

use super::{ANSWER, CLOSE, MAKE, PRINT, Pulse, SWEEP};

/// What was done.
pub(super) enum Did<'a> {
    /// A pulse was made.
    Made { pulse: &'a Pulse },
    /// Codes of parts were made, for the first time or anew.
    Printed { pulse: &'a Pulse, strata: &'a [usize], again: bool },
    /// It was ended before its day.
    Closed { pulse: &'a Pulse },
    /// Somebody answered.
    Answered { pulse: &'a Pulse },
    /// References that were drawn were put away.
    Swept { pulse: i64, references: u64 },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Made { .. } => MAKE.act,
            Self::Printed { .. } => PRINT.act,
            Self::Closed { .. } => CLOSE.act,
            Self::Answered { .. } => ANSWER.act,
            Self::Swept { .. } => SWEEP.act,
        }
    }

    fn subject(&self) -> String {
        let id = match self {
            Self::Made { pulse }
            | Self::Printed { pulse, .. }
            | Self::Closed { pulse }
            | Self::Answered { pulse } => pulse.id,
            Self::Swept { pulse, .. } => *pulse,
        };
        format!("pulse/{id}")
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
                    "seed": pulse.draw.as_ref().map(|it| &it.seed), "list": pulse.draw.as_ref().map(|it| &it.list),
                })
            }
            Self::Printed { pulse, strata, again } => {
                let parts = || strata.iter().filter_map(|at| pulse.strata.get(*at));
                let names: Vec<&str> = parts().map(|it| it.name.as_str()).collect();
                json!({ "strata": names, "codes": parts().map(|it| it.codes).sum::<i64>(), "again": again })
            }
            Self::Closed { pulse } => json!({ "why_ended": pulse.ended.as_ref().map(|(_, why)| why) }),
            Self::Answered { pulse } => json!({ "answers": pulse.answered() }),
            Self::Swept { references, .. } => json!({ "references": references }),
        })
    }
}
