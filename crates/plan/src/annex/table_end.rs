//! What stands in and under a table and is no task: the numbers of the columns, repeated headings, sums, signatures.

use places::name::fold;
use sheet::Cell;

use super::lines::{Line, words};

/// Whether a row only numbers the columns, `1 2 3 4`, or repeats the heading.
pub(super) fn is_between(line: &Line<'_>) -> bool {
    let short = |cell: &Cell| words(cell).is_some_and(|words| words.trim().chars().count() <= 5);
    let numbers = line.own.len() >= 3 && line.own.iter().all(|(_, cell)| short(cell));
    let rows = line.heading.rows;
    let again = |(column, cell): &(u32, Cell)| {
        [rows.0, rows.1].iter().any(|row| line.sheet.cell((*row, *column)) == Some(cell))
    };
    numbers || (line.own.len() >= 2 && line.own.iter().all(again))
}

/// Whether a row is a sum or a footnote.
pub(super) fn is_aside(line: &Line<'_>) -> bool {
    const STARTS: [&str; 6] = ["tong so", "tong cong", "cong:", "ghi chu", "(*)", "* "];
    let first =
        line.own.first().and_then(|(_, cell)| words(cell)).map(|words| fold(&words)).unwrap_or_default();
    line.own.len() <= 2 && STARTS.iter().any(|start| first.starts_with(start))
}

/// Whether the block of signatures begins here: nothing under it is a task.
pub(super) fn is_end(line: &Line<'_>) -> bool {
    const STARTS: [&str; 14] = [
        "noi nhan",
        "tm.",
        "tm ",
        "t/m",
        "kt.",
        "kt ",
        "tl.",
        "tuq.",
        "nguoi lap",
        "thu truong",
        "chu tich",
        "pho chu tich",
        "giam doc",
        "(ky",
    ];
    let says = |cell: &Cell| {
        let folded = words(cell).map(|words| fold(&words)).unwrap_or_default();
        let dated = folded.contains(", ngay ") && folded.contains(" thang ") && folded.contains(" nam ");
        folded.len() <= 90 && (dated || STARTS.iter().any(|start| folded.starts_with(start)))
    };
    line.own.len() <= 2 && line.own.iter().any(|(_, cell)| says(cell))
}
