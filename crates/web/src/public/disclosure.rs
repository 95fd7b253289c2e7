//! What each commune makes public: the communes, found with and without marks, with what is there and what is not.

pub(crate) mod commune;
pub(crate) mod doubt;
pub(crate) mod poster;

use accounts::Agency;
use askama::Template;
use inform::disclosure::Shown;
use look::filters;
use look::words::say;
use places::name::{self, capital};
use serde::Deserialize;

use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::{Query, Visit};
use crate::{Page, Snapshot};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "public/disclosure.html")]
struct IndexPage {
    frame: Frame,
    written: String,
    rows: Vec<Row>,
}

/// A commune with its counts.
struct Row {
    name: String,
    href: String,
    here: usize,
    absent: usize,
    /// What was up for as long as it had to be, within a year.
    past: usize,
    /// What it owes and has recorded nothing of.
    blank: usize,
    /// Whether it has recorded nothing at all.
    is_silent: bool,
}

const LONGEST: usize = 100;

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let written: String = asked.q.trim().chars().take(LONGEST).collect();
    let wanted = name::fold(&written);
    let mut communes: Vec<&Agency> =
        snapshot.notices.communes().filter_map(|code| snapshot.directory.agency(code)).collect();
    communes.retain(|commune| name::fold(&commune.name).contains(&wanted));
    communes.sort_by(|a, b| name::order(short(&a.name), short(&b.name)));
    let row = |commune: &Agency| {
        let Counts { here, absent, past, .. } = counts(&snapshot, &commune.code);
        Row {
            name: capital(short(&commune.name)),
            href: Page::Disclosure.path(lang).replace("{code}", &commune.code),
            is_silent: snapshot.notices.is_silent(&commune.code),
            blank: snapshot.notices.blanks(&commune.code).len(),
            here,
            absent,
            past,
        }
    };
    let rows = communes.into_iter().map(row).collect();
    let frame = visit.frame(Page::Disclosures, say(lang, Page::Disclosures.key()));
    render(&IndexPage { frame, written, rows })
}

/// The name of the place alone: `Phường 2`.
pub(crate) fn bare(name: &str) -> &str {
    short(name).split(" (").next().unwrap_or(name)
}

/// How much of a commune stands how.
#[derive(Default)]
struct Counts {
    /// Up.
    here: usize,
    /// With time left.
    coming: usize,
    /// Missing.
    absent: usize,
    /// Up for as long as it had to be.
    past: usize,
}

fn counts(snapshot: &Snapshot, commune: &str) -> Counts {
    let notices = &snapshot.notices;
    let mut counts = Counts::default();
    for line in notices.of(commune) {
        *match notices.shown(line) {
            Shown::Here(_) => &mut counts.here,
            Shown::Absent(_) => &mut counts.absent,
            Shown::Coming => &mut counts.coming,
            Shown::Past(_) => &mut counts.past,
        } += 1;
    }
    counts
}

/// The commune without the word for its committee: `Phường 2 (thành phố Bạc Liêu)`; of the province's own it stays.
pub(crate) fn short(name: &str) -> &str {
    name.strip_prefix("UBND ").filter(|place| !place.starts_with("tỉnh ")).unwrap_or(name)
}
