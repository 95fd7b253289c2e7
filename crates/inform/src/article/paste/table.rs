//! Rows of a word processor's or a spreadsheet's table, whose cells are parted by tabs, as a table of Markdown.

use super::{bulleted, line};

/// The most columns of a table; what is wider is no table that a page could show.
const COLUMNS_MAX: usize = 30;

/// The table that begins with the first of these lines: how many of them it takes, and its lines in Markdown. The first row
/// is its head.
pub(super) fn at(written: &[&str]) -> Option<(usize, Vec<String>)> {
    let tabs = written.first()?.matches('\t').count();
    if tabs == 0 || tabs >= COLUMNS_MAX || is_listed(written[0]) {
        return None;
    }
    let rows: Vec<Vec<String>> = written
        .iter()
        .take_while(|row| row.matches('\t').count() == tabs && !row.trim().is_empty())
        .map(|row| row.split('\t').map(cell).collect())
        .collect();
    let filled = |column: &usize| rows.iter().any(|row| row.get(*column).is_some_and(|it| !it.is_empty()));
    // Tabs that only indent fill one column.
    if rows.len() < 2 || (0..=tabs).filter(filled).count() < 2 {
        return None;
    }
    let row = |cells: &Vec<String>| format!("| {} |", cells.join(" | "));
    let head = format!("|{}", " --- |".repeat(tabs + 1));
    let mut table: Vec<String> = rows.iter().map(row).collect();
    table.insert(1, head);
    Some((rows.len(), table))
}

/// Whether a line is a row of a table in Markdown.
pub(super) fn is_row(line: &str) -> bool {
    line.len() > 1 && line.starts_with('|') && line.ends_with('|')
}

/// Whether a line is one of a list, whose sign or number a tab follows.
fn is_listed(written: &str) -> bool {
    let first = written.trim_start().split('\t').next().unwrap_or_default().trim();
    let number = first.trim_start_matches('(').trim_end_matches(['.', ')']);
    let is_number = number.len() < first.len() && !number.is_empty() && number.chars().count() <= 4;
    is_number || matches!(first, "-" | "+" | "*") || bulleted(written).is_some()
}

/// A cell on one line, whose pipes part nothing.
fn cell(written: &str) -> String {
    let text = line(written).split_whitespace().collect::<Vec<_>>().join(" ");
    // A stroke before a pipe would turn its escape round.
    text.replace("\\|", "&#92;|").replace('|', "\\|")
}
