//! What is wrong with a file of scores, or worth saying: the cell, what was found, what was expected.

use std::fmt;

use serde::{Serialize, Serializer};
use sheet::{Fault, Wanted};

use crate::Code;

/// One thing wrong with a file, at the place where a person can mend it.
pub type Problem = sheet::Problem<Kind, Expected>;
/// Problems in the order found.
pub type Problems = sheet::Problems<Kind, Expected>;

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

impl From<&Fault> for Kind {
    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::NotAWorkbook(_) => Self::NotAWorkbook,
            Fault::Corrupt => Self::CorruptWorkbook,
            Fault::Encrypted => Self::EncryptedWorkbook,
            Fault::TooLarge { .. } => Self::TooLarge,
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
    /// Another file.
    File(Wanted),
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

impl From<Wanted> for Expected {
    fn from(wanted: Wanted) -> Self {
        Self::File(wanted)
    }
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
            Self::File(wanted) => wanted.fmt(f),
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
