//! A cell: a number, text, a day, and what else a spreadsheet can hold.

use std::borrow::Cow;
use std::rc::Rc;

use jiff::civil::Date;

use crate::Found;

/// What a cell holds. Blank cells are not there.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A number, or the number that a formula came to.
    Number(f64),
    /// Text.
    Text(Rc<str>),
    /// A day: a number that the sheet shows as one.
    Day(Date),
    /// A truth value.
    Truth(bool),
    /// An error such as `#REF!`, or what cannot be told otherwise, as it would be read aloud.
    Error(Rc<str>),
    /// A formula, with its `=`, whose result the file does not carry.
    Formula(Rc<str>),
}

impl Cell {
    /// The cell as what a problem names.
    pub fn found(&self) -> Found {
        match self {
            Self::Number(number) => Found::Number(*number),
            Self::Text(text) | Self::Error(text) | Self::Formula(text) => Found::text(&**text),
            Self::Day(day) => Found::text(day.to_string()),
            Self::Truth(truth) => Found::text(if *truth { "TRUE" } else { "FALSE" }),
        }
    }

    /// What the cell says, if it is a number or text.
    pub fn words(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Number(number) => Some(number.to_string().into()),
            Self::Text(text) => Some((&**text).into()),
            Self::Day(_) | Self::Truth(_) | Self::Error(_) | Self::Formula(_) => None,
        }
    }
}

/// A row of cells, by column.
pub type Cells = Vec<(u32, Cell)>;

/// The cell of a column in a row.
pub fn in_row(cells: &Cells, column: u32) -> Option<&Cell> {
    cells.binary_search_by_key(&column, |(column, _)| *column).ok().map(|at| &cells[at].1)
}
