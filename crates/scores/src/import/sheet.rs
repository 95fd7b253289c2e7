//! A sheet: the cells of a worksheet or of a text file, as sparse rows.

use std::rc::Rc;

use super::problem::{Expected, Found, Kind, Problem};

/// What a cell holds. Blank cells are not there.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// A number, or the number that a formula came to.
    Number(f64),
    /// Text.
    Text(Rc<str>),
    /// A date, a truth value or an error such as `#REF!`, as it would be read aloud.
    Odd(Rc<str>),
    /// A formula, with its `=`, whose result the file does not carry.
    Formula(Rc<str>),
}

impl Cell {
    pub(super) fn found(&self) -> Found {
        match self {
            Self::Number(number) => Found::Number(*number),
            Self::Text(text) | Self::Odd(text) | Self::Formula(text) => Found::text(&**text),
        }
    }

    /// What the cell says, if it is a number or text.
    pub(super) fn words(&self) -> Option<std::borrow::Cow<'_, str>> {
        match self {
            Self::Number(number) => Some(number.to_string().into()),
            Self::Text(text) => Some((&**text).into()),
            Self::Odd(_) | Self::Formula(_) => None,
        }
    }
}

/// Cells merged into one: from the first row and column to the last, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

impl Region {
    pub(super) fn holds(&self, (row, column): (u32, u32)) -> bool {
        (self.rows.0..=self.rows.1).contains(&row) && (self.columns.0..=self.columns.1).contains(&column)
    }

    pub(super) fn start(&self) -> (u32, u32) {
        (self.rows.0, self.columns.0)
    }

    pub(super) fn name(&self) -> String {
        format!("{}:{}", address(self.start()), address((self.rows.1, self.columns.1)))
    }
}

/// A row of cells, by column.
pub(super) type Cells = Vec<(u32, Cell)>;

/// The cells of one sheet. Rows and columns count from 0 inside, from 1 and `A` outside.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The name on the tab; none in a text file.
    pub(super) name: Option<String>,
    rows: Vec<(u32, Cells)>,
    pub(super) merged: Vec<Region>,
}

impl Sheet {
    pub(super) fn new(name: Option<String>, mut rows: Vec<(u32, Cells)>, merged: Vec<Region>) -> Self {
        rows.retain(|(_, cells)| !cells.is_empty());
        rows.sort_by_key(|(number, _)| *number);
        rows.dedup_by(|(number, cells), (kept, into)| {
            let same = number == kept;
            if same {
                into.append(cells);
            }
            same
        });
        for (_, cells) in &mut rows {
            cells.sort_by_key(|(column, _)| *column);
        }
        Self { name, rows, merged }
    }

    /// Rows that hold something, in order.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = (u32, &Cells)> {
        self.rows.iter().map(|(number, cells)| (*number, cells))
    }

    pub(super) fn cell(&self, (row, column): (u32, u32)) -> Option<&Cell> {
        let at = self.rows.binary_search_by_key(&row, |(number, _)| *number).ok()?;
        in_row(&self.rows[at].1, column)
    }

    /// A problem at a cell.
    pub(super) fn problem(&self, at: (u32, u32), kind: Kind, expected: Expected) -> Problem {
        let value = self.cell(at).map_or(Found::Nothing, Cell::found);
        self.problem_with(at, kind, value, expected)
    }

    /// A problem at a cell where something else than its content was found.
    pub(super) fn problem_with(
        &self,
        at: (u32, u32),
        kind: Kind,
        value: Found,
        expected: Expected,
    ) -> Problem {
        let (row, column) = (Some(at.0 + 1), Some(letters(at.1)));
        Problem { sheet: self.name.clone(), row, column, kind, value, expected }
    }

    /// A fault of the whole sheet.
    pub(super) fn fault(&self, kind: Kind, value: Found, expected: Expected) -> Problem {
        Problem { sheet: self.name.clone(), row: None, column: None, kind, value, expected }
    }
}

/// The cell of a column in a row.
pub(super) fn in_row(cells: &Cells, column: u32) -> Option<&Cell> {
    cells.binary_search_by_key(&column, |(column, _)| *column).ok().map(|at| &cells[at].1)
}

/// The letters of a column counted from 0: `A`, `Z`, `AA`.
pub fn letters(column: u32) -> String {
    let before = if column < 26 { String::new() } else { letters(column / 26 - 1) };
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    format!("{before}{last}")
}

/// A cell's place as people write it, `BM7`, from row and column counted from 0.
pub(super) fn address((row, column): (u32, u32)) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// The row and column, counted from 0, of an address such as `BM7`; none beyond what a workbook can hold.
pub(super) fn place(address: &str) -> Option<(u32, u32)> {
    let split = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = address.split_at(split);
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        let value = letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?;
        column = column * 26 + u32::from(value) + 1;
    }
    let row: u32 = digits.parse().ok()?;
    (1..=MOST_ROWS).contains(&row).then_some(())?;
    (column <= MOST_COLUMNS).then_some((row - 1, column - 1))
}

/// Rows that a worksheet can have.
pub(super) const MOST_ROWS: u32 = 1_048_576;
/// Columns that a worksheet can have.
pub(super) const MOST_COLUMNS: u32 = 16_384;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_workbook() {
        let lettered: Vec<_> = [0, 25, 26, 64, 701, 702, 16_383].map(letters).into();
        assert_eq!(lettered, ["A", "Z", "AA", "BM", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn an_address_outside_a_workbook_is_none() {
        for bad in ["", "A", "7", "A0", "XFE1", "A1048577", "AAAA1", "A-1", "A99999999", "Ä1"] {
            assert_eq!(place(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn an_address_is_read_back(row in 0..MOST_ROWS, column in 0..MOST_COLUMNS) {
            prop_assert_eq!(place(&address((row, column))), Some((row, column)));
        }
    }
}
