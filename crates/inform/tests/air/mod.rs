//! Stations of the sample province, and somebody who writes for them.

#![allow(dead_code, reason = "each test file uses what it needs")]

use accounts::{Desk, Role};
use inform::broadcast::{
    Days, Draft, NewAired, Priority, Rig, Set, Slot, Station, keep, log, schedule, send, write,
};
use jiff::civil::{Date, DateTime, date, time};
use sample::{Scratch, town};

/// Five stations: two of districts, three of communes.
pub(crate) const STATIONS: [&str; 5] = ["BL-TT-BLTP", "BL-TT-GR", "BL-X-P2", "BL-X-P3", "BL-X-XHT"];
/// The day that the month was planned.
pub(crate) const PLANNED: Date = date(2025, 5, 2);

/// The sample province on 20 May 2025, with its stations since 2 May.
pub(crate) async fn open(scratch: &Scratch) -> Desk {
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    for code in STATIONS {
        keep(&officer(&desk.on(PLANNED), code), station(code)).await.unwrap();
    }
    desk
}

pub(crate) fn station(code: &str) -> Station {
    let slot = |hour| Slot { begins: time(hour, 0, 0, 0), minutes: 30, days: Days::ALL, name: String::new() };
    Station {
        agency: code.to_owned(),
        sets: vec![Set { spot: "Khóm 1".to_owned(), rig: Rig::Network, horns: 2, works: true }],
        slots: vec![slot(5), slot(17)],
        kept_by: String::new(),
        kept_on: PLANNED,
    }
}

/// Somebody of a role at an agency.
pub(crate) fn seat(desk: &Desk, role: Role, agency: &str) -> Desk {
    desk.seat((1, "ut"), "ghe", role, agency)
}

pub(crate) fn officer(desk: &Desk, station: &str) -> Desk {
    seat(desk, Role::Officer, station)
}

/// The communicator of the department of culture.
pub(crate) fn ngoc(desk: &Desk) -> Desk {
    desk.seat((2, "ngoc"), "truyen-thong", Role::Communicator, "BL-SVHTTDL")
}

pub(crate) fn standing(desk: &Desk) -> Desk {
    seat(desk, Role::StandingBody, "BL-SNV25")
}

pub(crate) fn draft(first: Date, last: Date, times: i64) -> Draft {
    Draft {
        title: "Nộp hồ sơ ở bộ phận một cửa".to_owned(),
        text: "Kính thưa bà con. Bộ phận một cửa làm việc từ 7 giờ.".to_owned(),
        text_km: "សូមគោរព".to_owned(),
        priority: Priority::Normal,
        content: Some(5),
        first,
        last,
        times,
        at: None,
    }
}

/// A bulletin that was written and sent to stations on 2 May.
pub(crate) async fn sent(desk: &Desk, draft: &Draft, to: &[&str]) -> i64 {
    let ngoc = ngoc(&desk.on(PLANNED));
    let form = format!("{}-{}", draft.title, draft.first);
    let id = write(&ngoc, draft, &form).await.unwrap().id;
    let to: Vec<String> = to.iter().map(|code| (*code).to_owned()).collect();
    send(&ngoc, id, 1, &to, None).await.unwrap();
    id
}

pub(crate) fn at(day: Date, hour: i8) -> DateTime {
    day.at(hour, 0, 0, 0)
}

pub(crate) fn aired(station: &str, bulletin: Option<i64>, at: DateTime, seconds: i64) -> NewAired {
    let title = if bulletin.is_some() { String::new() } else { "Ca cổ".to_owned() };
    NewAired { station: station.to_owned(), bulletin, title, at, seconds, is_sure: false }
}

/// A station chose these hours and logged each the morning after.
pub(crate) async fn aired_as_planned(desk: &Desk, id: i64, station: &str, hours: &[DateTime]) {
    schedule(&officer(&desk.on(PLANNED), station), id, station, hours).await.unwrap();
    for hour in hours {
        let day = officer(&desk.on(hour.date().tomorrow().unwrap()), station);
        log(&day, &aired(station, Some(id), *hour, 65)).await.unwrap();
    }
}
