//! Desks of the sample province that have to do with disclosure.

#![allow(dead_code, reason = "each test file uses what it needs")]

use accounts::{Desk, Role};
use inform::disclosure::{Event, Key, Line, NewEvent, NewPosting, NewShowing, Place, record, register};
use jiff::civil::Date;
use plan::evidence::links;
use sample::{Scratch, town};

/// The commune of the stories: Phường 2.
pub(crate) const COMMUNE: &str = "BL-X-P2";
/// Who has its work from 1 July 2025.
pub(crate) const HEIR: &str = "CM-X-BL";

/// The sample province on 20 May 2025.
pub(crate) async fn open(scratch: &Scratch) -> Desk {
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    desk
}

/// Somebody of a role at an agency.
pub(crate) fn seat(desk: &Desk, role: Role, agency: &str) -> Desk {
    desk.seat((1, "ut"), "ghe", role, agency)
}

/// The commune's officer.
pub(crate) fn officer(desk: &Desk) -> Desk {
    seat(desk, Role::Officer, COMMUNE)
}

pub(crate) fn event(kind: &str, day: Date) -> NewEvent {
    let form = format!("{kind}-{day}-0123456789");
    NewEvent {
        kind: kind.to_owned(),
        agency: COMMUNE.to_owned(),
        day,
        words: "Quyết định 1".to_owned(),
        form,
    }
}

pub(crate) async fn happened(desk: &Desk, kind: &str, day: Date) -> Event {
    record(&officer(desk), &event(kind, day)).await.unwrap()
}

pub(crate) fn key(event: &Event, duty: &str) -> Key {
    Key { event: event.id, duty: duty.to_owned() }
}

pub(crate) fn posting(of: &Key, form: &str, places: &[Place], first: Date) -> NewPosting {
    NewPosting {
        of: of.clone(),
        form: form.to_owned(),
        places: places.iter().map(|place| linked(*place)).collect(),
        first,
        last: None,
        spot: String::new(),
        replaces: Vec::new(),
    }
}

/// A place that a link shows.
pub(crate) fn linked(place: Place) -> NewShowing {
    NewShowing { place, pieces: links("https://x.vn/cong-khai").unwrap(), unproven: String::new() }
}

/// A place of a posting of which there is no photo.
pub(crate) fn told(place: Place) -> NewShowing {
    NewShowing { place, pieces: Vec::new(), unproven: "Ảnh lưu ở văn thư".to_owned() }
}

/// The line of a disclosure as the standing body sees it on a day.
pub(crate) async fn line(desk: &Desk, key: &Key, day: Date) -> Line {
    let standing = seat(&desk.on(day), Role::StandingBody, "BL-SNV25");
    let lines = register(&standing).await.unwrap();
    lines.into_iter().find(|line| line.key() == *key).expect("the line is there")
}
