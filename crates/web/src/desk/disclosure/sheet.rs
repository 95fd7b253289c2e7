//! The register for a spreadsheet: the lines that are asked for and that the desk may see.

use accounts::Directory;
use axum::response::Response;
use inform::disclosure::{Line, Posting};
use jiff::civil::Date;
use look::Lang;

use super::standing;
use crate::Fault;
use crate::parts::disclosure::{event, place};
use crate::parts::spreadsheet::{self, cell};

/// The columns, by the keys of their headings.
const HEADINGS: [&str; 13] = [
    "sheet-code",
    "duties-duty",
    "sheet-agency-code",
    "disclosures-commune",
    "sheet-department-code",
    "sheet-event",
    "sheet-event-day",
    "duties-due",
    "board-status",
    "sheet-days-late",
    "duties-lacking",
    "sheet-posted",
    "sheet-recorded",
];

/// The answer.
pub(super) fn answer(
    lang: Lang,
    lines: &[Line],
    directory: &Directory,
    today: Date,
) -> Result<Response, Fault> {
    let rows = lines.iter().map(|line| row(lang, line, directory, today));
    spreadsheet::answer(lang, ("so-cong-khai", "disclosure-register"), HEADINGS, rows)
}

fn row(lang: Lang, line: &Line, directory: &Directory, today: Date) -> [String; 13] {
    let names: Vec<&str> = line.owners.iter().map(|owner| directory.name(owner)).collect();
    let lacking: Vec<String> = line.lacking().map(|spot| place(lang, spot, today)).collect();
    let of_spots = |day: fn(&Posting) -> Date| {
        let newest = line.spots.iter().filter_map(|spot| Some((spot.place, line.newest(spot.place)?)));
        newest
            .map(|(at, posting)| format!("{}: {}", place(lang, at, posting.first), day(posting)))
            .collect::<Vec<_>>()
    };
    [
        line.duty.code.clone(),
        line.duty.content.clone(),
        line.owners.join("; "),
        names.join("; "),
        line.departments.join("; "),
        event(lang, line, directory),
        line.event.day.to_string(),
        line.due.day.to_string(),
        standing(lang, line),
        cell(line.late.or(line.state.days())),
        lacking.join("; "),
        of_spots(|posting| posting.first).join("; "),
        of_spots(|posting| posting.recorded_on).join("; "),
    ]
}
