//! A grid: a plain table for a terminal, numbers to the right.

use comfy_table::{CellAlignment, LineStyle, Table, TableStyle};
use look::{Lang, number, say};

/// Rules above and below the headings and at the foot, none between rows.
const RULES: TableStyle = TableStyle::new().top_border(RULE).header_separator(RULE).bottom_border(RULE);
const RULE: LineStyle = LineStyle::none().fill('─').junction('─');

/// A table under these headings; columns that `>` leads are aligned to the right.
pub(crate) fn grid(lang: Lang, headings: &[&str], rows: Vec<Vec<String>>) -> String {
    let worded = headings.iter().map(|key| (say(lang, key.trim_start_matches('>')), key.starts_with('>')));
    headed(&worded.collect::<Vec<_>>(), rows)
}

/// A table under headings in words, each with whether its column is aligned to the right.
pub(crate) fn headed(headings: &[(String, bool)], rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(RULES);
    table.set_header(headings.iter().map(|(heading, _)| heading));
    table.add_rows(rows);
    for (column, (_, right)) in table.column_iter_mut().zip(headings) {
        column.set_cell_alignment(if *right { CellAlignment::Right } else { CellAlignment::Left });
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n") + "\n"
}

/// A score with two decimals; a dash where there is none.
pub(crate) fn score(lang: Lang, score: Option<f64>) -> String {
    score.map_or_else(|| none(lang), |score| number::score(lang, score))
}

/// A change of a score, with its sign.
pub(crate) fn signed(lang: Lang, change: Option<f64>) -> String {
    change.map_or_else(|| none(lang), |change| number::signed(lang, change))
}

/// A change of a rank, with its sign.
pub(crate) fn places(lang: Lang, change: Option<i64>) -> String {
    change.map_or_else(|| none(lang), |change| number::signed_whole(lang, change))
}

/// A rank.
pub(crate) fn rank(lang: Lang, rank: Option<usize>) -> String {
    rank.map_or_else(|| none(lang), |rank| rank.to_string())
}

/// A group's name.
pub(crate) fn group(lang: Lang, group: Option<&str>) -> String {
    group.map_or_else(|| none(lang), |group| say(lang, &format!("group-{group}")))
}

fn none(lang: Lang) -> String {
    say(lang, "cli-none")
}
