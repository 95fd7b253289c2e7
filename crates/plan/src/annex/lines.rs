//! The lines of a table: a row's cells by column, what merged cells hold for several rows, and numbering.

use std::borrow::Cow;

use sheet::{Cell, Cells, Sheet, in_row};
use unicode_normalization::UnicodeNormalization;

use super::heading::{Column, Heading};

/// What formulas of spreadsheets begin with.
pub(super) const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// A row under the heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) heading: &'a Heading,
    /// Counted from 0.
    pub(super) row: u32,
    /// What the row itself holds, by column.
    pub(super) own: &'a Cells,
}

impl<'a> Line<'a> {
    /// The place of a column's cell: where its value stands if it is merged with those above it.
    pub(super) fn at(&self, column: Column) -> Option<(u32, u32)> {
        let at = (self.row, self.heading.at(column)?);
        let held = |region: &&sheet::Region| region.holds(at) && region.columns.0 == at.1;
        Some(self.sheet.merged.iter().find(held).map_or(at, sheet::Region::start))
    }

    /// The cell of a column.
    pub(super) fn cell(&self, column: Column) -> Option<&'a Cell> {
        self.sheet.cell(self.at(column)?)
    }

    /// The text of a column, if its cell holds a text or a number.
    pub(super) fn text(&self, column: Column) -> Option<String> {
        self.cell(column).and_then(words).map(|words| tidy(&words)).filter(|text| !text.is_empty())
    }

    /// The text of a column as it stands, with its line ends.
    pub(super) fn raw(&self, column: Column) -> Option<String> {
        let text: Option<String> =
            self.cell(column).and_then(words).map(|words| words.replace("_x000D_", "").nfc().collect());
        text.filter(|text| !text.trim().is_empty())
    }

    /// Whether the row itself holds something in a column.
    pub(super) fn owns(&self, column: Column) -> bool {
        self.heading.at(column).is_some_and(|at| in_row(self.own, at).is_some())
    }

    /// Whether its text lies across several columns.
    pub(super) fn lies_across(&self) -> bool {
        let across = |region: &sheet::Region| {
            region.rows.0 == self.row
                && region.columns.1 > region.columns.0
                && self.sheet.cell(region.start()).is_some()
        };
        self.sheet.merged.iter().any(across)
    }
}

/// The cell that holds the value of a place, whichever way it is merged.
pub(super) fn across(sheet: &Sheet, at: (u32, u32)) -> Option<&Cell> {
    let start = sheet.merged.iter().find(|region| region.holds(at)).map_or(at, sheet::Region::start);
    sheet.cell(start)
}

/// What a cell says; a day as offices write it, and no mark that only keeps a text from being a formula.
pub(super) fn words(cell: &Cell) -> Option<Cow<'_, str>> {
    match cell {
        Cell::Day(day) => Some(format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()).into()),
        Cell::Text(text) if text.starts_with('\'') && text[1..].starts_with(FORMULA) => {
            Some(text[1..].into())
        }
        _ => cell.words(),
    }
}

/// A text with single spaces, composed letters, and no carriage returns written out.
pub(super) fn tidy(text: &str) -> String {
    let plain: String = text.replace("_x000D_", " ").nfc().collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A numbering: which level it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Numeral {
    /// A, B, C.
    Letter(String),
    /// I, II, III.
    Roman(String),
    /// 1, 2, 3, or 1.1: the numbers.
    Arabic(Vec<u32>),
    /// a), -, and what else only marks a line.
    Mark,
}

impl Numeral {
    /// Reads a numbering such as `II.`, `1.2`, `a)`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let bare = text.trim().trim_matches(|c: char| "().:-–+•*/ ".contains(c));
        if bare.is_empty() {
            return (!text.trim().is_empty()).then_some(Self::Mark);
        }
        let numbers: Option<Vec<u32>> = bare.split('.').map(|part| part.trim().parse().ok()).collect();
        match numbers {
            Some(numbers) => Some(Self::Arabic(numbers)),
            None if bare.chars().all(|c| "IVX".contains(c)) => Some(Self::Roman(bare.to_owned())),
            None if bare.chars().count() > 1 => None,
            None if bare.chars().all(char::is_uppercase) => Some(Self::Letter(bare.to_owned())),
            None => Some(Self::Mark),
        }
    }

    /// The numbering that a text begins with, and the rest.
    pub(super) fn split(text: &str) -> Option<(Self, &str)> {
        let (first, rest) = text.split_once(char::is_whitespace)?;
        let marked =
            first.ends_with(['.', ')', ':', '-', '/']) || first.contains('.') || "-+•*–".contains(first);
        Self::read(first).filter(|_| marked).map(|numeral| (numeral, rest.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numberings_are_told_by_their_kind() {
        let arabic = |numbers: &[u32]| Some(Numeral::Arabic(numbers.to_vec()));
        assert_eq!(Numeral::read("II."), Some(Numeral::Roman("II".to_owned())));
        assert_eq!(Numeral::read(" 1.2. "), arabic(&[1, 2]));
        assert_eq!(Numeral::read("(3)"), arabic(&[3]));
        assert_eq!(Numeral::read("A"), Some(Numeral::Letter("A".to_owned())));
        assert_eq!(Numeral::read("a)"), Some(Numeral::Mark));
        assert_eq!(Numeral::read("BL-01"), None);
        assert_eq!(Numeral::split("I. Nội dung 1"), Some((Numeral::Roman("I".to_owned()), "Nội dung 1")));
        assert_eq!(Numeral::split("Công khai danh mục"), None);
    }
}
