//! The register as CSV, as the Law on Access to Information wants one of requests: for a spreadsheet, without contacts.

use accounts::Directory;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use listen::Question;

use crate::api::sheet::{Sheet, cell};
use crate::desk::board::plain;

const HEADER: [&str; 16] = [
    "code",
    "kind",
    "topic",
    "received_on",
    "place",
    "agency",
    "agency_name",
    "words",
    "due",
    "extended",
    "state",
    "settled_on",
    "days_late",
    "days_overdue",
    "reopened",
    "rating",
];

/// The answer, with the mark that makes a spreadsheet read it as UTF-8.
pub(super) fn answer(questions: &[Question], directory: &Directory, today: Date) -> Response {
    let sheet = Sheet::new(HEADER, questions.iter().map(|question| row(question, directory, today)));
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (CONTENT_DISPOSITION, "attachment; filename=\"so-hoi-dap.csv\""),
    ];
    (headers, format!("\u{feff}{}", sheet.csv())).into_response()
}

fn row(question: &Question, directory: &Directory, today: Date) -> [String; 16] {
    [
        question.code.clone(),
        question.kind.as_str().to_owned(),
        question.topic.clone().unwrap_or_default(),
        question.received_on.to_string(),
        question.place.clone().unwrap_or_default(),
        question.agency.clone().unwrap_or_default(),
        plain(question.agency.as_deref().map_or("", |code| directory.name(code))),
        plain(&question.words),
        question.due.to_string(),
        question.extended.to_string(),
        question.state.as_str().to_owned(),
        cell(question.settled_on),
        cell(question.late),
        cell(question.overdue(today)),
        question.reopened.to_string(),
        cell(question.rating),
    ]
}
