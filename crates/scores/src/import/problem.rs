//! What is wrong with a file of scores, or worth saying: the cell, what was found, what was expected.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::Code;

/// How many problems are kept; the rest are counted.
pub const KEPT: usize = 1_000;

/// One thing wrong with a file, at the place where a person can mend it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
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

/// The kinds of problem, and of warning, by the names that scripts see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A name or code that is no province of the year.
    UnknownProvince,
    /// A province, or a figure of one, for the second time.
    DuplicateProvince,
    /// A number off its scale.
    OutOfRange,
    /// Text, a date, a truth value or an error where a number belongs.
    NotANumber,
    /// A merged region over more than one cell of the table.
    MergedCells,
    /// A formula whose result the file does not carry.
    FormulaWithoutValue,
    /// A sub-dimension of the year that the table lacks entirely.
    MissingSubdimension,
    /// A sub-dimension that the year does not have, or one for the second time.
    UnknownSubdimension,
    /// No table of provinces and sub-dimensions.
    EmptySheet,
    /// A file of another kind.
    NotAWorkbook,
    /// A workbook that is cut short or broken.
    CorruptWorkbook,
    /// A workbook behind a password.
    EncryptedWorkbook,
    /// More than the program takes.
    TooLarge,
    /// The file does not say, or says twice, which year it is about.
    AmbiguousYear,
    /// Figures that differ from the edition that is there.
    AlreadyPublished,
    /// Warning: a zero, which PAPI's workbooks write for "not published" (RULES 8).
    ZeroIsUnpublished,
    /// Warning: text such as `1,43`, taken as a number.
    DecimalComma,
    /// Warning: a dimension or total of the file that is not the sum of its parts (RULES 1); a cell may be wrong.
    SumDiffers,
}

impl Kind {
    /// The name of the kind, `out_of_range`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownProvince => "unknown_province",
            Self::DuplicateProvince => "duplicate_province",
            Self::OutOfRange => "out_of_range",
            Self::NotANumber => "not_a_number",
            Self::MergedCells => "merged_cells",
            Self::FormulaWithoutValue => "formula_without_value",
            Self::MissingSubdimension => "missing_subdimension",
            Self::UnknownSubdimension => "unknown_subdimension",
            Self::EmptySheet => "empty_sheet",
            Self::NotAWorkbook => "not_a_workbook",
            Self::CorruptWorkbook => "corrupt_workbook",
            Self::EncryptedWorkbook => "encrypted_workbook",
            Self::TooLarge => "too_large",
            Self::AmbiguousYear => "ambiguous_year",
            Self::AlreadyPublished => "already_published",
            Self::ZeroIsUnpublished => "zero_is_unpublished",
            Self::DecimalComma => "decimal_comma",
            Self::SumDiffers => "sum_differs",
        }
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
    /// Text as a value that was found.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
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

/// What belongs there. The words of each are in the catalogues; the display is a terse form for machines.
#[derive(Debug, Clone, PartialEq)]
pub enum Expected {
    /// A province of the year's set; the nearest names.
    Province(Vec<&'static str>),
    /// Each thing once; where it stood first.
    Once(String),
    /// A number from the first to the second.
    Between(f64, f64),
    /// A number.
    Number,
    /// A cell of its own for each figure.
    OneCell,
    /// The result kept beside the formula.
    Result,
    /// This sub-dimension of this year.
    Subdimension(i16, Code),
    /// A sub-dimension that this year has.
    SubdimensionOf(i16),
    /// A table of provinces and sub-dimensions.
    Table,
    /// A CSV file or an XLSX workbook.
    Workbook,
    /// A whole file.
    WholeFile,
    /// A file without a password.
    NoPassword,
    /// At most so much of something.
    AtMost(u64, Limit),
    /// One year, from 2011 on, in the file's name or the sheet, or told.
    Year,
    /// The sum of the parts.
    Sum(f64),
    /// A number with a decimal point.
    DecimalPoint,
    /// An empty cell.
    EmptyCell,
    /// The figure that the edition has, unless it is to be replaced.
    Same(Option<f64>),
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of the file.
    FileBytes,
    /// Bytes of the workbook once unpacked.
    UnpackedBytes,
    /// Cells that hold something.
    Cells,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Province(nearest) if nearest.is_empty() => f.write_str("a province"),
            Self::Province(nearest) => write!(f, "a province: {}", nearest.join(", ")),
            Self::Once(first) => write!(f, "once; first in {first}"),
            Self::Between(low, high) => write!(f, "{low}..{high}"),
            Self::Number => f.write_str("a number"),
            Self::OneCell => f.write_str("one cell for each figure"),
            Self::Result => f.write_str("the formula's result"),
            Self::Subdimension(year, code) => write!(f, "{code} of {year}"),
            Self::SubdimensionOf(year) => write!(f, "a sub-dimension of {year}"),
            Self::Table => f.write_str("provinces and sub-dimensions"),
            Self::Workbook => f.write_str("csv or xlsx"),
            Self::WholeFile => f.write_str("a whole file"),
            Self::NoPassword => f.write_str("no password"),
            Self::AtMost(limit, _) => write!(f, "at most {limit}"),
            Self::Year => f.write_str("one year"),
            Self::Sum(sum) => write!(f, "{sum}"),
            Self::DecimalPoint => f.write_str("a decimal point"),
            Self::EmptyCell => f.write_str("an empty cell"),
            Self::Same(Some(score)) => write!(f, "{score}"),
            Self::Same(None) => f.write_str("nothing published"),
        }
    }
}

impl Serialize for Expected {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

/// Problems in the order found: the first [`KEPT`] of them, and how many there were.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Problems {
    /// Those that are kept.
    pub kept: Vec<Problem>,
    /// All that were found.
    pub count: usize,
}

impl Problems {
    /// Adds one, made only if there is room for it.
    pub fn push(&mut self, problem: impl FnOnce() -> Problem) {
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
        let key = |problem: &Problem| {
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

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self { kept: vec![problem], count: 1 }
    }
}

impl Problem {
    /// A fault of the whole file.
    pub fn of_file(kind: Kind, value: Found, expected: Expected) -> Self {
        Self { sheet: None, row: None, column: None, kind, value, expected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_thousand_are_kept_and_the_rest_counted() {
        let mut problems = Problems::default();
        for _ in 0..KEPT + 7 {
            problems.push(|| Problem::of_file(Kind::TooLarge, Found::Nothing, Expected::Table));
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
