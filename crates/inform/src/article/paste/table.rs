//! Rows of a word processor's or a spreadsheet's table, whose cells are parted by tabs, as a table of Markdown.

use super::{bulleted, line};

/// The most columns of a table; what is wider is no table that a page could show.
const COLUMNS_MAX: usize = 30;

/// The table that begins with the first of these lines: how many of them it takes, and its lines in Markdown. The first row
/// is its head. A cell of several paragraphs comes as several lines, which are put together; lines that would make a table
/// with rows torn apart stay what they were.
pub(super) fn at(written: &[&str]) -> Option<(usize, Vec<String>)> {
    let wide = tabs(written.first()?);
    if wide == 0 || wide >= COLUMNS_MAX || is_listed(written[0]) {
        return None;
    }
    // An empty line or a wider row ends it.
    let end = written.iter().position(|row| row.trim().is_empty() || tabs(row) > wide);
    let block = &written[..end.unwrap_or(written.len())];
    if block.is_empty() {
        return None;
    }
    let (rows, taken) = rows(block, wide);
    let rest = &block[taken..];
    let is_torn = rest.iter().any(|row| tabs(row) == wide);
    let has_whole = block[1..taken].iter().any(|row| tabs(row) == wide);
    if is_torn || (!has_whole && taken > rows.len()) {
        return Some((block.len(), block.iter().map(|row| line(row)).collect()));
    }
    let cells: Vec<Vec<String>> = rows.iter().map(|row| row.split('\t').map(cell).collect()).collect();
    let filled = |column: &usize| cells.iter().any(|row| row.get(*column).is_some_and(|it| !it.is_empty()));
    // Tabs that only indent fill one column.
    if rows.len() < 2 || (0..=wide).filter(filled).count() < 2 {
        return None;
    }
    let row = |cells: &Vec<String>| format!("| {} |", cells.join(" | "));
    let head = format!("|{}", " --- |".repeat(wide + 1));
    let mut table: Vec<String> = cells.iter().map(row).collect();
    table.insert(1, head);
    Some((taken, table))
}

/// The rows that lines make, each with so many tabs, and how many lines they take.
fn rows(block: &[&str], wide: usize) -> (Vec<String>, usize) {
    let mut rows: Vec<String> = Vec::new();
    let mut taken = 0;
    while let Some(first) = block.get(taken) {
        let (mut row, mut next) = ((*first).to_owned(), taken + 1);
        while tabs(&row) < wide && tabs(first) > 0 && next < block.len() {
            row = format!("{row} {}", block[next]);
            next += 1;
        }
        if tabs(&row) != wide {
            break;
        }
        rows.push(row);
        taken = next;
        // What stands between a row and a numbered one is more of its last cell.
        let more = block[taken..].iter().take_while(|line| tabs(line) == 0).count();
        if more > 0 && rows.len() > 1 && block.get(taken + more).is_some_and(|row| is_numbered(row)) {
            for line in &block[taken..taken + more] {
                rows.last_mut().into_iter().for_each(|row| *row = format!("{row} {line}"));
            }
            taken += more;
        }
    }
    (rows, taken)
}

fn tabs(line: &str) -> usize {
    line.matches('\t').count()
}

/// Whether a line's first cell is a number alone, as those of a table's rows are and those of its head are not.
fn is_numbered(row: &str) -> bool {
    let first = row.split('\t').next().unwrap_or_default().trim();
    (1..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit())
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
