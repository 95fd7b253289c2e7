//! The month as CSV: a line for each station, week and content in which anything was planned or aired, in the words of the
//! page's language.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use inform::broadcast::{Cell, Content, Register, Row, Standing, Week};
use look::say;

use super::asked::Asked;
use super::told::{content, named};
use crate::Fault;
use crate::desk::Signed;
use crate::desk::board::plain;

/// The columns, by the keys of their headings.
const HEADINGS: [&str; 11] = [
    "broadcast-sheet-code",
    "broadcast-station",
    "broadcast-sheet-first",
    "broadcast-sheet-last",
    "broadcast-content",
    "broadcast-planned",
    "broadcast-sheet-due",
    "broadcast-aired",
    "broadcast-sheet-cut",
    "broadcast-sheet-seconds",
    "broadcast-state",
];

/// The answer, with the mark that makes a spreadsheet read it as UTF-8.
pub(super) fn answer(signed: &Signed, seen: &Register, asked: &Asked) -> Result<Response, Fault> {
    let (lang, today) = (signed.visit.lang, signed.desk.today);
    let contents = match asked.content() {
        Content::Any => seen.by_content(today).iter().map(|say| say.content).collect(),
        Content::Of(content) => vec![content],
    };
    let weeks = seen.month.weeks();
    let mut csv = csv::Writer::from_writer(Vec::from("\u{feff}"));
    let broken = |_| Fault::Broken;
    csv.write_record(HEADINGS.map(|key| say(lang, key))).map_err(broken)?;
    for content in contents {
        for Row { station, weeks: cells, .. } in seen.rows(Content::Of(content), today) {
            for (week, cell) in weeks.iter().zip(cells) {
                if cell.standing() != Standing::Nothing {
                    csv.write_record(line(signed, &station, *week, content, cell)).map_err(broken)?;
                }
            }
        }
    }
    let bytes = csv.into_inner().map_err(|_| Fault::Broken)?;
    let name =
        format!("attachment; filename=\"{}-{}.csv\"", lang.pick("phat-thanh", "broadcasts"), seen.month);
    let headers =
        [(CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

fn line(signed: &Signed, station: &str, week: Week, of: Option<u8>, told: Cell) -> [String; 11] {
    let (lang, snapshot) = (signed.visit.lang, &signed.visit.snapshot);
    [
        station.to_owned(),
        plain(&named(&snapshot.directory, station)),
        week.first.to_string(),
        week.last.to_string(),
        plain(&content(lang, snapshot, of)),
        told.planned.to_string(),
        told.due.to_string(),
        told.aired.to_string(),
        told.cut.to_string(),
        told.seconds.to_string(),
        say(lang, &format!("broadcast-standing-{}", told.standing().as_str())),
    ]
}
