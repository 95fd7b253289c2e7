//! The board for a spreadsheet: the assignments that are asked for and that the desk may see.

use axum::response::Response;
use plan::board::Line;

use super::{Look, Row};
use crate::Fault;
use crate::parts::spreadsheet::{self, cell};

/// The columns, by the keys of their headings.
const HEADINGS: [&str; 12] = [
    "task-code",
    "board-section",
    "task-what",
    "task-product",
    "sheet-agency-code",
    "board-agency",
    "board-period",
    "board-due",
    "sheet-promised",
    "board-status",
    "sheet-days-late",
    "board-report",
];

/// The answer.
pub(crate) fn answer(look: &Look<'_>, lines: &[&Line]) -> Result<Response, Fault> {
    let rows = lines.iter().map(|line| row(look.row(line)));
    spreadsheet::answer(look.lang, ("bang-theo-doi", "board"), HEADINGS, rows)
}

fn row(row: Row<'_>) -> [String; 12] {
    let (line, task) = (row.line, &row.line.task);
    [
        task.code.clone(),
        task.section.clone(),
        task.what.clone(),
        task.product.clone(),
        line.agency.clone(),
        row.agency.to_owned(),
        row.period,
        line.due.to_string(),
        cell(line.promised),
        row.status,
        cell(line.status.days()),
        row.report.unwrap_or_default(),
    ]
}
