//! What a reader gathers from a table: figures, estimates, problems, warnings.

use std::fmt;

use sheet::{Sheet, letters};

use super::label::Estimate;
use super::number::{self, Score};
use super::problem::{Expected, Kind, Problems};
use crate::{Code, Figure, Item, Structure};
use places::UnitId;

/// Where a figure stood in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The sheet; none in a text file.
    pub sheet: Option<String>,
    /// The row, counted from 1.
    pub row: u32,
    /// The column by its letters.
    pub column: String,
}

/// As people write it: `SHEET!BM12`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "{sheet}!")?;
        }
        write!(f, "{}{}", self.column, self.row)
    }
}

/// A figure and where it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadFigure {
    /// The figure.
    pub figure: Figure,
    /// Its cell.
    pub place: Place,
}

/// A cell that says a score is not published: empty, a dash or a zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Unpublished {
    /// The province.
    pub unit: UnitId,
    /// The sub-dimension.
    pub code: Code,
    /// Its cell.
    pub place: Place,
}

/// A figure that PAPI prints beside the scores: the weighted total, a confidence limit, a standard error.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadEstimate {
    /// The province.
    pub unit: UnitId,
    /// The item.
    pub item: Item,
    /// Which estimate of it.
    pub estimate: Estimate,
    /// Points.
    pub value: f64,
    /// Its cell.
    pub place: Place,
}

/// What one table gave.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) figures: Vec<ReadFigure>,
    pub(super) unpublished: Vec<Unpublished>,
    pub(super) estimates: Vec<ReadEstimate>,
    pub(super) problems: Problems,
    pub(super) warnings: Problems,
}

impl Gathered {
    /// Takes the score of a province at a cell, or says what is wrong with it. Gives back a score that was taken.
    pub(super) fn score(
        &mut self,
        sheet: &Sheet,
        at: (u32, u32),
        unit: UnitId,
        structure: &Structure,
        code: Code,
    ) -> Option<f64> {
        let value = match number::read(sheet.cell(at)) {
            Score::Nothing => {
                self.unpublished.push(Unpublished { unit, code, place: place(sheet, at) });
                return None;
            }
            Score::Zero => {
                self.unpublished.push(Unpublished { unit, code, place: place(sheet, at) });
                self.warnings.push(|| sheet.problem(at, Kind::ZeroIsUnpublished, Expected::EmptyCell));
                return None;
            }
            Score::Wrong(kind) => {
                self.problems.push(|| sheet.problem(at, kind, number::expected(kind)));
                return None;
            }
            Score::Number { value, comma } => {
                if comma {
                    self.warnings.push(|| sheet.problem(at, Kind::DecimalComma, Expected::DecimalPoint));
                }
                value
            }
        };
        let (low, high) = structure.subdimension(code)?.scale;
        if !number::on_scale(value, (low, high)) {
            self.problems.push(|| sheet.problem(at, Kind::OutOfRange, Expected::Between(low, high)));
            return None;
        }
        self.figures
            .push(ReadFigure { figure: Figure { unit, code, score: value }, place: place(sheet, at) });
        Some(value)
    }
}

pub(super) fn place(sheet: &Sheet, (row, column): (u32, u32)) -> Place {
    Place { sheet: sheet.name.clone(), row: row + 1, column: letters(column) }
}
