//! What is done to disclosures, as the audit trail keeps it.

use accounts::Deed;
use serde_json::{Value, json};

use super::{
    ARISE, Answer, Check, DOUBT, Event, Finding, POST, Place, Posting, RECORD, SETTLE, STRIKE, Sought,
    TAKE_DOWN, WITHDRAW,
};

/// What was done.
pub(super) enum Did<'a> {
    /// Quarters ended, at so many communes.
    Arisen { quarters: &'a [String], events: usize },
    /// An event was recorded.
    Recorded(&'a Event),
    /// An event was withdrawn, and why.
    Withdrawn { event: &'a Event, reason: &'a str },
    /// Something was posted.
    Posted(&'a Posting),
    /// Something was taken down at a place.
    TakenDown {
        posting: &'a Posting,
        place: Place,
        before: Option<jiff::civil::Date>,
        last: jiff::civil::Date,
    },
    /// A posting was struck out, and why.
    Struck { posting: &'a Posting, why: &'a str },
    /// Somebody said that it is not there.
    Doubted(&'a Check),
    /// Somebody looked.
    Settled { check: &'a Check, finding: &'a Finding },
    /// Somebody looked for something of which nothing is recorded.
    Sought(&'a Sought),
    /// An official answered that nothing of the kind has arisen.
    Answered { sought: &'a Sought, answer: &'a Answer },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Arisen { .. } => ARISE.act,
            Self::Recorded(_) => RECORD.act,
            Self::Withdrawn { .. } => WITHDRAW.act,
            Self::Posted(_) => POST.act,
            Self::TakenDown { .. } => TAKE_DOWN.act,
            Self::Struck { .. } => STRIKE.act,
            Self::Doubted(_) | Self::Sought(_) => DOUBT.act,
            Self::Settled { .. } | Self::Answered { .. } => SETTLE.act,
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Arisen { .. } => "disclosures".to_owned(),
            Self::Recorded(event) | Self::Withdrawn { event, .. } => format!("event/{}", event.id),
            Self::Posted(posting) | Self::TakenDown { posting, .. } | Self::Struck { posting, .. } => {
                format!("disclosure/{}-{}", posting.event, posting.duty)
            }
            Self::Doubted(check) | Self::Settled { check, .. } => {
                format!("disclosure/{}-{}", check.event, check.duty)
            }
            Self::Sought(sought) | Self::Answered { sought, .. } => {
                format!("disclosure/{}-{}", sought.commune, sought.duty)
            }
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Withdrawn { event, .. } => Some(of_event(event)),
            Self::TakenDown { place, before, .. } => Some(json!({ "place": place.as_str(), "last": before })),
            Self::Struck { posting, .. } => Some(of_posting(posting)),
            Self::Settled { check, .. } => Some(of_check(check)),
            Self::Answered { sought, .. } => Some(json!({ "sought": sought.on })),
            _ => None,
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Arisen { quarters, events } => json!({ "quarters": quarters, "events": events }),
            Self::Recorded(event) => of_event(event),
            Self::Withdrawn { reason, .. } => json!({ "reason": reason }),
            Self::Posted(posting) => of_posting(posting),
            Self::TakenDown { place, last, .. } => json!({ "place": place.as_str(), "last": last }),
            Self::Struck { why, .. } => json!({ "reason": why }),
            Self::Doubted(check) => of_check(check),
            Self::Sought(sought) => json!({ "sought": sought.on }),
            Self::Answered { answer, .. } => json!({ "agency": answer.agency, "words": answer.words }),
            Self::Settled { finding, .. } => json!({
                "there": finding.is_there, "agency": finding.agency, "words": finding.words,
            }),
        })
    }
}

fn of_event(event: &Event) -> Value {
    json!({ "kind": event.kind, "agency": event.agency, "day": event.day, "words": event.words })
}

fn of_posting(posting: &Posting) -> Value {
    let places: Vec<_> = posting.showings.iter().map(|showing| showing.place.as_str()).collect();
    let last = posting.showings.first().and_then(|showing| showing.last);
    json!({
        "places": places, "first": posting.first, "last": last, "spot": posting.spot,
        "evidence": posting.evidence.len(), "replaces": posting.replaces,
    })
}

fn of_check(check: &Check) -> Value {
    json!({ "place": check.place.as_str(), "opened": check.opened_on })
}
