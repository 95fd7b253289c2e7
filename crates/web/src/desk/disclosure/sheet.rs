//! The register for a spreadsheet: the lines that are asked for and that the desk may see.

use accounts::Directory;
use axum::response::Response;
use inform::disclosure::Line;
use jiff::civil::Date;
use look::Lang;

use super::standing;
use crate::Fault;
use crate::parts::disclosure::{event, place};
use crate::parts::spreadsheet::{self, cell};

/// The columns, by the keys of their headings.
const HEADINGS: [&str; 11] = [
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

fn row(lang: Lang, line: &Line, directory: &Directory, today: Date) -> [String; 11] {
    let names: Vec<&str> = line.owners.iter().map(|owner| directory.name(owner)).collect();
    let lacking: Vec<String> = line.lacking().map(|spot| place(lang, spot, today)).collect();
    [
        line.duty.code.clone(),
        line.duty.content.clone(),
        line.owners.join("; "),
        names.join("; "),
        line.departments.join("; "),
        event(lang, line),
        line.event.day.to_string(),
        line.due.day.to_string(),
        standing(lang, line.state),
        cell(line.late.or(line.state.days())),
        lacking.join("; "),
    ]
}
