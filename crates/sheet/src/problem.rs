//! What is wrong with a file, or worth saying: the cell, what was found, what was expected.
//!
//! The kinds of problem and what belongs in a cell are the reading slice's own; the place and the counting are the same
//! for all.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::Fault;

/// How many problems are kept; the rest are counted.
pub const KEPT: usize = 1_000;

/// The longest text that is repeated, in characters: a thousand problems are a page.
const FOUND_MAX: usize = 120;

/// One thing wrong with a file, at the place where a person can mend it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem<Kind, Expected> {
    /// The sheet; none for a text file and for a fault of the whole file.
    pub sheet: Option<String>,
    /// The row, counted from 1; none for a fault of a whole sheet or file.
    pub row: Option<u32>,
    /// The column by its letters; none where `row` is none.
    pub column: Option<String>,
    /// What kind of thing it is.
    pub kind: Kind,
    /// What was found.
    pub value: Found,
    /// What was expected.
    pub expected: Expected,
}

impl<Kind, Expected> Problem<Kind, Expected> {
    /// A fault of the whole file.
    pub fn of_file(kind: Kind, value: Found, expected: Expected) -> Self {
        Self { sheet: None, row: None, column: None, kind, value, expected }
    }
}

impl<Kind: for<'a> From<&'a Fault>, Expected: From<crate::Wanted>> From<Fault> for Problem<Kind, Expected> {
    fn from(fault: Fault) -> Self {
        Self::of_file((&fault).into(), fault.found(), fault.wanted().into())
    }
}

/// What was found in a cell or a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A number.
    Number(f64),
    /// Text, a date, an error, a formula (with its `=`), a range of cells, or what kind of file it is.
    Text(String),
}

impl Found {
    /// Text as a value that was found: so much of it that one sees which it is.
    pub fn text(text: impl Into<String>) -> Self {
        let mut text: String = text.into();
        if let Some((end, _)) = text.char_indices().nth(FOUND_MAX) {
            text.truncate(end);
            text.push('…');
        }
        Self::Text(text)
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("-"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl Serialize for Found {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => out.serialize_none(),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                out.serialize_i64(*number as i64)
            }
            Self::Number(number) => out.serialize_f64(*number),
            Self::Text(text) => out.serialize_str(text),
        }
    }
}

/// Problems in the order found: the first [`KEPT`] of them, and how many there were.
#[derive(Debug, Clone, PartialEq)]
pub struct Problems<Kind, Expected> {
    /// Those that are kept.
    pub kept: Vec<Problem<Kind, Expected>>,
    /// All that were found.
    pub count: usize,
}

impl<Kind, Expected> Default for Problems<Kind, Expected> {
    fn default() -> Self {
        Self { kept: Vec::new(), count: 0 }
    }
}

impl<Kind, Expected> Problems<Kind, Expected> {
    /// Adds one, made only if there is room for it.
    pub fn push(&mut self, problem: impl FnOnce() -> Problem<Kind, Expected>) {
        self.count += 1;
        if self.kept.len() < KEPT {
            self.kept.push(problem());
        }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Adds those of another part of the file.
    pub fn append(&mut self, mut other: Self) {
        self.count += other.count;
        self.kept.append(&mut other.kept);
        self.kept.truncate(KEPT);
    }

    /// Puts them in the order of reading: faults of the whole first, then by row and column.
    pub fn sort(&mut self) {
        let key = |problem: &Problem<Kind, Expected>| {
            let column = problem.column.clone().unwrap_or_default();
            (problem.row, column.len(), column)
        };
        self.kept.sort_by_cached_key(key);
    }

    /// How many are counted but not kept.
    pub fn more(&self) -> usize {
        self.count - self.kept.len()
    }
}

impl<Kind, Expected> From<Problem<Kind, Expected>> for Problems<Kind, Expected> {
    fn from(problem: Problem<Kind, Expected>) -> Self {
        Self { kept: vec![problem], count: 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_thousand_are_kept_and_the_rest_counted() {
        let mut problems = Problems::default();
        for _ in 0..KEPT + 7 {
            problems.push(|| Problem::of_file((), Found::Nothing, ()));
        }
        assert_eq!((problems.kept.len(), problems.count, problems.more()), (KEPT, KEPT + 7, 7));
    }

    #[test]
    fn a_whole_number_is_written_without_a_point() {
        assert_eq!(serde_json::to_string(&Found::Number(12.0)).expect("json"), "12");
        assert_eq!(serde_json::to_string(&Found::Number(11.5)).expect("json"), "11.5");
        assert_eq!(serde_json::to_string(&Found::Nothing).expect("json"), "null");
    }
}
