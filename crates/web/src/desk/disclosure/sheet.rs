//! The register as CSV: the lines that are asked for and that the desk may see, for a spreadsheet.

use accounts::Directory;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use inform::disclosure::{Line, Place};

use crate::api::sheet::{Sheet, cell};
use crate::desk::board::plain;

const HEADER: [&str; 13] = [
    "duty",
    "content",
    "commune",
    "commune_name",
    "department",
    "event",
    "event_day",
    "words",
    "due",
    "due_unconfirmed_year",
    "state",
    "days_late",
    "lacking",
];

/// The answer, with the mark that makes a spreadsheet read it as UTF-8.
pub(super) fn answer(lines: &[Line], directory: &Directory) -> Response {
    let sheet = Sheet::new(HEADER, lines.iter().map(|line| row(line, directory)));
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (CONTENT_DISPOSITION, "attachment; filename=\"so-cong-khai.csv\""),
    ];
    (headers, format!("\u{feff}{}", sheet.csv())).into_response()
}

fn row(line: &Line, directory: &Directory) -> [String; 13] {
    let names: Vec<&str> = line.owners.iter().map(|owner| directory.name(owner)).collect();
    let lacking: Vec<&str> = line.lacking().map(Place::as_str).collect();
    [
        line.duty.code.clone(),
        plain(&line.duty.content),
        line.owners.join(";"),
        plain(&names.join(";")),
        line.departments.join(";"),
        line.event.kind.clone(),
        line.event.day.to_string(),
        plain(&line.event.words),
        line.due.day.to_string(),
        cell(line.due.unconfirmed),
        line.state.as_str().to_owned(),
        cell(line.late.or(line.state.days())),
        lacking.join(";"),
    ]
}
