//! The month for a spreadsheet: a line for each station, week and content in which anything was planned or aired.

use axum::response::Response;
use inform::broadcast::{Cell, Content, Register, Row, Standing, Week};
use look::say;

use super::asked::Asked;
use super::told::{content, named};
use crate::Fault;
use crate::desk::Signed;
use crate::parts::spreadsheet;

/// The columns, by the keys of their headings.
const HEADINGS: [&str; 12] = [
    "broadcast-sheet-code",
    "broadcast-station",
    "broadcast-sheet-first",
    "broadcast-sheet-last",
    "broadcast-content",
    "broadcast-planned",
    "broadcast-sheet-due",
    "broadcast-aired",
    "broadcast-sheet-cut",
    "broadcast-sheet-logged",
    "broadcast-sheet-seconds",
    "broadcast-state",
];

/// The answer.
pub(super) fn answer(signed: &Signed, seen: &Register, asked: &Asked) -> Result<Response, Fault> {
    let (lang, today) = (signed.visit.lang, signed.desk.today);
    let contents = match asked.content() {
        Content::Any => seen.by_content(today).iter().map(|say| say.content).collect(),
        Content::Of(content) => vec![content],
    };
    let weeks = seen.month.weeks();
    let mut rows = Vec::new();
    for of in contents {
        for Row { station, weeks: cells, .. } in seen.rows(Content::Of(of), today) {
            let told = weeks.iter().zip(cells).filter(|(_, cell)| cell.standing() != Standing::Nothing);
            rows.extend(told.map(|(week, cell)| line(signed, &station, *week, of, cell)));
        }
    }
    let [vi, en] = ["phat-thanh", "broadcasts"].map(|name| format!("{name}-{}", seen.month));
    spreadsheet::answer(lang, (&vi, &en), HEADINGS, rows)
}

fn line(signed: &Signed, station: &str, week: Week, of: Option<u8>, told: Cell) -> [String; 12] {
    let (lang, snapshot) = (signed.visit.lang, &signed.visit.snapshot);
    [
        station.to_owned(),
        named(&snapshot.directory, station),
        week.first.to_string(),
        week.last.to_string(),
        content(lang, snapshot, of),
        told.planned.to_string(),
        told.due.to_string(),
        told.aired.to_string(),
        told.cut.to_string(),
        told.logged.to_string(),
        told.seconds.to_string(),
        say(lang, &format!("broadcast-standing-{}", told.standing().as_str())),
    ]
}
