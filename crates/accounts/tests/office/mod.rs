//! A small province for the tests of people and posts: departments that merge, a district that is split.

#![allow(dead_code, reason = "each test file uses what it needs")]

use accounts::agency::{self, Agency, Kind};
use accounts::person::{self, New};
use accounts::post::{self, Named};
use accounts::{Desk, Post, Role};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use sample::Scratch;

/// The first day of everything here.
pub(crate) const FIRST: Date = Date::constant(2024, 1, 1);

/// An operator's desk on 20 May 2025 at the small province.
pub(crate) async fn office(scratch: &Scratch) -> Desk {
    let desk = scratch.desk().await;
    let (last, june) = (date(2025, 2, 28), date(2025, 6, 30));
    let agencies = [
        agency("BL-SNV", "Sở Nội vụ", Kind::Department, FIRST, Some(last), &["BL-SNV25"]),
        agency("BL-LDTB", "Sở Lao động", Kind::Department, FIRST, Some(last), &["BL-SNV25"]),
        agency("BL-SNV25", "Sở Nội vụ", Kind::Department, date(2025, 3, 1), Some(june), &["CM-SNV"]),
        agency("BL-STC", "Sở Tài chính", Kind::Department, FIRST, Some(june), &[]),
        agency("BL-H", "UBND huyện", Kind::District, FIRST, Some(june), &["CM-X1", "CM-X2"]),
        agency("CM-SNV", "Sở Nội vụ", Kind::Department, date(2025, 7, 1), None, &[]),
        agency("CM-X1", "UBND xã Một", Kind::Commune, date(2025, 7, 1), None, &[]),
        agency("CM-X2", "UBND xã Hai", Kind::Commune, date(2025, 7, 1), None, &[]),
    ];
    agency::adopt(&desk, &agencies, &[]).await.unwrap();
    desk
}

fn agency(code: &str, name: &str, kind: Kind, began: Date, ended: Option<Date>, next: &[&str]) -> Agency {
    Agency {
        code: code.to_owned(),
        name: name.to_owned(),
        kind,
        outside: false,
        unit: if code.starts_with("CM") { "96-2025" } else { "95-2008" }.to_owned(),
        began,
        ended,
        identifier: None,
        note: None,
        certainty: "found".to_owned(),
        successors: next.iter().map(|&next| next.to_owned()).collect(),
    }
}

/// The same desk on another day.
pub(crate) fn on(desk: &Desk, today: Date) -> Desk {
    let mut desk = desk.clone();
    desk.today = today;
    desk
}

/// The same desk after so many seconds.
pub(crate) fn later(desk: &Desk, seconds: i64) -> Desk {
    let now = Timestamp::from_second(desk.now.as_second() + seconds).unwrap();
    let mut desk = desk.clone();
    desk.now = now;
    desk
}

/// The program's own desk on a day.
pub(crate) fn program(desk: &Desk, today: Date) -> Desk {
    Desk::program(desk.store(), today, desk.now)
}

/// A post that is open.
pub(crate) async fn open(desk: &Desk, agency: &str, name: &str, role: Role, first: Date) -> Post {
    post::open(desk, &Named { agency, name, role, first, form: None }).await.unwrap()
}

/// A person at a post, by their number.
pub(crate) async fn person(desk: &Desk, name: &str, posts: &[(&str, Date)]) -> i64 {
    person::add(desk, &New { name, posts, ..New::default() }).await.unwrap().id
}

/// A person's desk at a post.
pub(crate) fn sit(desk: &Desk, person: i64, account: &str, post: &Post) -> Desk {
    desk.seat((person, account), &post.code, post.role, &post.agency)
}
