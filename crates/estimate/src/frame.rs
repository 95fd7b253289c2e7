//! A survey file in memory: columns of numbers and of factors, all of one length.

mod csv;
mod factor;

pub use factor::Factor;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::Fault;

/// A column of a survey file.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Numbers; NaN marks a missing one.
    Numbers(Vec<f64>),
    /// Values out of a list of levels.
    Factor(Factor),
}

/// Columns by name, a row for each person asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Frame {
    columns: Vec<Column>,
    places: HashMap<String, usize>,
    rows: usize,
}

impl Frame {
    /// A frame of named columns, which must be of one length and hold no infinite number.
    ///
    /// Errors: `ragged`, `not_finite`.
    pub fn new(columns: Vec<(String, Column)>) -> Result<Self, Fault> {
        let rows = columns.first().map_or(0, |(_, column)| column.len());
        let mut frame = Self { rows, ..Self::default() };
        for (name, column) in columns {
            if column.len() != rows {
                return Err(Fault::Ragged { place: name, found: column.len(), expected: rows });
            }
            if let Column::Numbers(numbers) = &column
                && let Some(row) = numbers.iter().position(|x| x.is_infinite())
            {
                return Err(Fault::NotFinite { what: name, row });
            }
            frame.places.entry(name).or_insert(frame.columns.len());
            frame.columns.push(column);
        }
        Ok(frame)
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Whether the file has a column of that name.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// The column of that name, or the error `unknown_variable`.
    pub fn column(&self, name: &str) -> Result<&Column, Fault> {
        let place = self.places.get(name).ok_or_else(|| Fault::UnknownVariable { name: name.to_owned() })?;
        Ok(&self.columns[*place])
    }

    /// The numbers of a column. Errors: `unknown_variable`, `not_numeric` for a factor.
    pub fn numbers(&self, name: &str) -> Result<&[f64], Fault> {
        match self.column(name)? {
            Column::Numbers(numbers) => Ok(numbers),
            Column::Factor(_) => Err(Fault::NotNumeric { name: name.to_owned() }),
        }
    }

    /// A column as a factor; numbers become levels in numeric order. Error: `unknown_variable`.
    pub fn factor(&self, name: &str) -> Result<Cow<'_, Factor>, Fault> {
        Ok(match self.column(name)? {
            Column::Factor(factor) => Cow::Borrowed(factor),
            Column::Numbers(numbers) => Cow::Owned(Factor::of_numbers(numbers)),
        })
    }

    /// Turns a column of numbers into a factor with levels in numeric order. Error: `unknown_variable`.
    pub fn make_factor(&mut self, name: &str) -> Result<(), Fault> {
        let factor = self.factor(name)?.into_owned();
        self.columns[self.places[name]] = Column::Factor(factor);
        Ok(())
    }

    /// Gives a factor's levels this order; values outside the list become missing. Error: `unknown_variable`.
    pub fn order_levels(&mut self, name: &str, levels: &[String]) -> Result<(), Fault> {
        let factor = self.factor(name)?.with_levels(levels);
        self.columns[self.places[name]] = Column::Factor(factor);
        Ok(())
    }

    /// The rows for which `keep` is true, as a frame of their own.
    pub fn filtered(&self, keep: &[bool]) -> Self {
        let columns: Vec<Column> = self.columns.iter().map(|column| column.filtered(keep)).collect();
        Self { columns, places: self.places.clone(), rows: keep.iter().filter(|kept| **kept).count() }
    }

    /// The columns in their order of numbers only, for files without a heading that names them.
    pub fn all_numbers(&self) -> Result<Vec<&[f64]>, Fault> {
        let numbers = self.columns.iter().map(|column| match column {
            Column::Numbers(numbers) => Ok(numbers.as_slice()),
            Column::Factor(_) => Err(Fault::NotNumeric { name: "replicate weights".to_owned() }),
        });
        numbers.collect()
    }
}

impl Column {
    /// Number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(numbers) => numbers.len(),
            Self::Factor(factor) => factor.codes.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the row's value is missing.
    pub fn misses(&self, row: usize) -> bool {
        match self {
            Self::Numbers(numbers) => numbers[row].is_nan(),
            Self::Factor(factor) => factor.code(row).is_none(),
        }
    }

    fn filtered(&self, keep: &[bool]) -> Self {
        fn kept<T: Copy>(values: &[T], keep: &[bool]) -> Vec<T> {
            values.iter().zip(keep).filter(|(_, kept)| **kept).map(|(value, _)| *value).collect()
        }
        match self {
            Self::Numbers(numbers) => Self::Numbers(kept(numbers, keep)),
            Self::Factor(factor) => {
                Self::Factor(Factor { codes: kept(&factor.codes, keep), levels: factor.levels.clone() })
            }
        }
    }
}
