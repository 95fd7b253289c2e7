//! A sheet: the cells of a worksheet or of a text file, as sparse rows.

use crate::address::{address, letters};
use crate::cell::{Cell, Cells, in_row};
use crate::problem::{Found, Problem};

/// Cells merged into one: from the first row and column to the last, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The first and the last row.
    pub rows: (u32, u32),
    /// The first and the last column.
    pub columns: (u32, u32),
}

impl Region {
    /// Whether a cell lies in it.
    pub fn holds(&self, (row, column): (u32, u32)) -> bool {
        (self.rows.0..=self.rows.1).contains(&row) && (self.columns.0..=self.columns.1).contains(&column)
    }

    /// Its first cell, which holds the value of all.
    pub fn start(&self) -> (u32, u32) {
        (self.rows.0, self.columns.0)
    }

    /// The region as people write it, `C3:D4`.
    pub fn name(&self) -> String {
        format!("{}:{}", address(self.start()), address((self.rows.1, self.columns.1)))
    }
}

/// The cells of one sheet. Rows and columns count from 0 inside, from 1 and `A` outside.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The name on the tab; none in a text file.
    pub name: Option<String>,
    rows: Vec<(u32, Cells)>,
    /// Merged regions, in the order that the file lists them.
    pub merged: Vec<Region>,
    /// Whether the tab, which rows and which columns a reader of the file would not see.
    pub hidden: Hidden,
}

/// What a sheet hides from a person who opens it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// The tab itself.
    pub sheet: bool,
    /// Rows, in order.
    pub rows: Vec<u32>,
    /// Columns, from the first to the last of each run.
    pub columns: Vec<(u32, u32)>,
}

impl Sheet {
    pub(crate) fn new(name: Option<String>, mut rows: Vec<(u32, Cells)>) -> Self {
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
        Self { name, rows, ..Self::default() }
    }

    /// Rows that hold something, in order.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = (u32, &Cells)> {
        self.rows.iter().map(|(number, cells)| (*number, cells))
    }

    /// The cell at a row and a column.
    pub fn cell(&self, (row, column): (u32, u32)) -> Option<&Cell> {
        let at = self.rows.binary_search_by_key(&row, |(number, _)| *number).ok()?;
        in_row(&self.rows[at].1, column)
    }

    /// A problem at a cell.
    pub fn problem<Kind, Expected>(
        &self,
        at: (u32, u32),
        kind: Kind,
        expected: Expected,
    ) -> Problem<Kind, Expected> {
        let value = self.cell(at).map_or(Found::Nothing, Cell::found);
        self.problem_with(at, kind, value, expected)
    }

    /// A problem at a cell where something else than its content was found.
    pub fn problem_with<Kind, Expected>(
        &self,
        at: (u32, u32),
        kind: Kind,
        value: Found,
        expected: Expected,
    ) -> Problem<Kind, Expected> {
        let (row, column) = (Some(at.0 + 1), Some(letters(at.1)));
        Problem { sheet: self.name.clone(), row, column, kind, value, expected }
    }

    /// A fault of the whole sheet.
    pub fn fault<Kind, Expected>(
        &self,
        kind: Kind,
        value: Found,
        expected: Expected,
    ) -> Problem<Kind, Expected> {
        Problem { sheet: self.name.clone(), row: None, column: None, kind, value, expected }
    }
}
