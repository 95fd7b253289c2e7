//! What is done to stations, bulletins and logs, as the audit trail keeps it.

use accounts::Deed;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use super::{Aired, Bulletin, CHANGE, IMPORT, KEEP, LOG, SCHEDULE, SEND, STRIKE, Station, WITHDRAW, WRITE};

/// What was done.
pub(super) enum Did<'a> {
    /// It was said what a station has.
    Kept { before: Option<&'a Station>, now: &'a Station },
    /// A bulletin was written.
    Written(&'a Bulletin),
    /// It became another before it was sent.
    Changed { before: &'a Bulletin, now: &'a Bulletin },
    /// It was sent to stations, although these words of it were flagged.
    Sent { bulletin: &'a Bulletin, to: &'a [&'a String], flagged: Vec<String> },
    /// It was withdrawn.
    Withdrawn { bulletin: &'a Bulletin, reason: &'a str },
    /// A station chose when to air it.
    Scheduled { bulletin: &'a Bulletin, station: &'a str, before: &'a [DateTime], now: &'a [DateTime] },
    /// A station logged something.
    Logged(&'a Aired),
    /// A station's log came in a file: so many lines were new, so many known.
    Imported { station: &'a str, new: usize, known: usize },
    /// A line was struck out.
    Struck { aired: &'a Aired, reason: &'a str },
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        match self {
            Self::Kept { .. } => KEEP.act,
            Self::Written(_) => WRITE.act,
            Self::Changed { .. } => CHANGE.act,
            Self::Sent { .. } => SEND.act,
            Self::Withdrawn { .. } => WITHDRAW.act,
            Self::Scheduled { .. } => SCHEDULE.act,
            Self::Logged(_) => LOG.act,
            Self::Imported { .. } => IMPORT.act,
            Self::Struck { .. } => STRIKE.act,
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Kept { now, .. } => format!("station/{}", now.agency),
            Self::Written(bulletin)
            | Self::Changed { now: bulletin, .. }
            | Self::Sent { bulletin, .. }
            | Self::Withdrawn { bulletin, .. } => format!("bulletin/{}", bulletin.id),
            Self::Scheduled { bulletin, station, .. } => format!("bulletin/{}/{station}", bulletin.id),
            Self::Logged(aired) | Self::Struck { aired, .. } => format!("aired/{}", aired.id),
            Self::Imported { station, .. } => format!("station/{station}"),
        }
    }

    fn before(&self) -> Option<Value> {
        match self {
            Self::Kept { before, .. } => before.map(of_station),
            Self::Changed { before, .. } => Some(of_bulletin(before)),
            Self::Withdrawn { bulletin, .. } => Some(of_bulletin(bulletin)),
            Self::Scheduled { before, .. } => Some(json!({ "hours": before })),
            Self::Struck { aired, .. } => Some(of_aired(aired)),
            _ => None,
        }
    }

    fn after(&self) -> Option<Value> {
        Some(match self {
            Self::Kept { now, .. } => of_station(now),
            Self::Written(bulletin) | Self::Changed { now: bulletin, .. } => of_bulletin(bulletin),
            Self::Sent { bulletin, to, flagged } => {
                json!({ "stations": to, "flagged": flagged, "decided": bulletin.decided })
            }
            Self::Withdrawn { reason, .. } | Self::Struck { reason, .. } => json!({ "reason": reason }),
            Self::Scheduled { now, .. } => json!({ "hours": now }),
            Self::Logged(aired) => of_aired(aired),
            Self::Imported { new, known, .. } => json!({ "lines": new, "known": known }),
        })
    }
}

fn of_station(station: &Station) -> Value {
    let slots: Vec<Value> = station
        .slots
        .iter()
        .map(|slot| json!([slot.begins.to_string(), slot.minutes, slot.days.bits(), slot.name]))
        .collect();
    json!({ "sets": station.sets.len(), "horns": station.horns(), "slots": slots })
}

fn of_bulletin(bulletin: &Bulletin) -> Value {
    json!({
        "title": bulletin.title, "text": bulletin.text, "text_km": bulletin.text_km,
        "priority": bulletin.priority.as_str(), "content": bulletin.content, "first": bulletin.first,
        "last": bulletin.last, "times": bulletin.times, "hour": bulletin.at.map(|at| at.to_string()),
    })
}

fn of_aired(aired: &Aired) -> Value {
    json!({
        "station": aired.station, "bulletin": aired.bulletin, "title": aired.title, "at": aired.at,
        "seconds": aired.seconds,
    })
}
