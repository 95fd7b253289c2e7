//! The board as CSV: the assignments that are asked for and that the desk may see, for a spreadsheet.

use accounts::Directory;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use plan::board::Line;

use crate::api::sheet::{Sheet, cell};

const HEADER: [&str; 13] = [
    "task",
    "section",
    "what",
    "product",
    "agency",
    "agency_name",
    "period",
    "due",
    "promised",
    "status",
    "days_late",
    "report",
    "assignment",
];

/// The answer, with the mark that makes a spreadsheet read it as UTF-8.
pub(crate) fn answer(lines: &[&Line], directory: &Directory) -> Response {
    let sheet = Sheet::new(HEADER, lines.iter().map(|line| row(line, directory)));
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (CONTENT_DISPOSITION, "attachment; filename=\"bang-theo-doi.csv\""),
    ];
    (headers, format!("\u{feff}{}", sheet.csv())).into_response()
}

fn row(line: &Line, directory: &Directory) -> [String; 13] {
    let task = &line.task;
    [
        plain(&task.code),
        plain(&task.section),
        plain(&task.what),
        plain(&task.product),
        plain(&line.agency),
        plain(directory.name(&line.agency)),
        plain(&line.period),
        line.due.to_string(),
        cell(line.promised),
        line.status.as_str().to_owned(),
        cell(line.status.days()),
        cell(line.answer.map(|answer| format!("{answer:?}").to_lowercase())),
        line.id.to_string(),
    ]
}

/// A text that a spreadsheet takes for a text: what begins like a formula gets a mark before it.
pub(in crate::desk) fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_a_text() {
        assert_eq!(plain("=1+1"), "'=1+1");
        assert_eq!(plain("Công khai"), "Công khai");
    }
}
