//! What is wrong with an annex, or worth saying: the kinds, and what belongs in a cell.

use std::fmt;

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use sheet::{Fault, Wanted};

use super::heading::Column;

/// One thing wrong with an annex, at the place where a person can mend it.
pub type Problem = sheet::Problem<Kind, Expected>;
/// Problems in the order found.
pub type Problems = sheet::Problems<Kind, Expected>;

/// The kinds of problem, and of warning, by the names that scripts see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A name that is no agency's and no group's; the nearest are proposed.
    UnknownAgency,
    /// A name that a person must settle: of several agencies, of one not in force that day, of nobody in particular.
    AmbiguousAgency,
    /// A day, month, quarter or year that does not exist, or a time that ends before it begins.
    ImpossibleDate,
    /// A task that nobody leads.
    MissingLead,
    /// A task that does not say what is to be done.
    MissingText,
    /// A column that every annex has.
    MissingColumn,
    /// A code for the second time.
    DuplicateCode,
    /// A formula whose result the file does not carry.
    FormulaWithoutValue,
    /// An error such as `#REF!`.
    CellError,
    /// A code that cannot stand in an address.
    BadCode,
    /// Text where a number belongs, or a number that cannot be.
    NotANumber,
    /// No table of tasks.
    EmptySheet,
    /// A file of another kind.
    NotAWorkbook,
    /// A workbook that is cut short or broken.
    CorruptWorkbook,
    /// A workbook behind a password.
    EncryptedWorkbook,
    /// More than the program takes.
    TooLarge,
    /// Warning: rows that the sheet hides were taken.
    HiddenRows,
    /// Warning: columns that the sheet hides were taken.
    HiddenColumns,
    /// Warning: a heading that is not understood; its column was left out.
    UnknownColumn,
    /// Warning: more than one lead; the first leads, the others cooperate.
    SeveralLeads,
    /// Warning: words about time that no calendar knows; the task runs as long as the plan.
    UnreadPeriod,
    /// Warning: a time outside the plan's.
    OutsidePlan,
    /// Warning: what is no content of the index that year.
    UnknownItem,
}

impl Kind {
    /// The name of the kind, `missing_lead`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownAgency => "unknown_agency",
            Self::AmbiguousAgency => "ambiguous_agency",
            Self::ImpossibleDate => "impossible_date",
            Self::MissingLead => "missing_lead",
            Self::MissingText => "missing_text",
            Self::MissingColumn => "missing_column",
            Self::DuplicateCode => "duplicate_code",
            Self::FormulaWithoutValue => "formula_without_value",
            Self::CellError => "cell_error",
            Self::BadCode => "bad_code",
            Self::NotANumber => "not_a_number",
            Self::EmptySheet => "empty_sheet",
            Self::NotAWorkbook => "not_a_workbook",
            Self::CorruptWorkbook => "corrupt_workbook",
            Self::EncryptedWorkbook => "encrypted_workbook",
            Self::TooLarge => "too_large",
            Self::HiddenRows => "hidden_rows",
            Self::HiddenColumns => "hidden_columns",
            Self::UnknownColumn => "unknown_column",
            Self::SeveralLeads => "several_leads",
            Self::UnreadPeriod => "unread_period",
            Self::OutsidePlan => "outside_plan",
            Self::UnknownItem => "unknown_item",
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

/// An agency or a group that is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub name: String,
}

impl Named {
    /// Their names in a row: `Sở Nội vụ; Sở Tư pháp`.
    pub fn names(these: &[Self]) -> String {
        these.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join("; ")
    }

    /// The same with their codes, where names may be alike: `Sở Nội vụ (BL-SNV25)`.
    pub fn names_and_codes(these: &[Self]) -> String {
        these.iter().map(|it| format!("{} ({})", it.name, it.code)).collect::<Vec<_>>().join("; ")
    }
}

/// What belongs there. The words of each are in the catalogues; the display is a terse form for machines.
#[derive(Debug, Clone, PartialEq)]
pub enum Expected {
    /// An agency of the day, or a group; the nearest by name.
    Agency(Vec<Named>),
    /// One of these agencies; where there are none, a name that says which.
    OneOf(Vec<Named>),
    /// A day that exists.
    Day,
    /// An agency that leads.
    Lead,
    /// What is to be done.
    Text,
    /// A column of this kind.
    Column(Column),
    /// Each code once; where it stood first.
    Once(String),
    /// Letters, digits, full stops, hyphens.
    Code,
    /// The result kept beside the formula.
    Result,
    /// A value and no error.
    Value,
    /// A number.
    Number,
    /// A table of tasks.
    Table,
    /// Another file.
    File(Wanted),
    /// What was hidden is taken.
    Taken,
    /// One of the headings that are known.
    Heading,
    /// One lead.
    OneLead,
    /// A time that a calendar knows.
    Period,
    /// A time within the plan's.
    Within(Date, Date),
    /// A content of the index.
    Item,
}

impl From<Wanted> for Expected {
    fn from(wanted: Wanted) -> Self {
        Self::File(wanted)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Agency(nearest) if nearest.is_empty() => f.write_str("an agency"),
            Self::Agency(nearest) => write!(f, "an agency: {}", Named::names(nearest)),
            Self::OneOf(these) if these.is_empty() => f.write_str("which agencies"),
            Self::OneOf(these) => write!(f, "one of: {}", Named::names_and_codes(these)),
            Self::Day => f.write_str("a day that exists"),
            Self::Lead => f.write_str("an agency that leads"),
            Self::Text => f.write_str("what is to be done"),
            Self::Column(column) => write!(f, "a column: {}", column.heading()),
            Self::Once(first) => write!(f, "once; first in {first}"),
            Self::Code => f.write_str("letters, digits, full stops, hyphens"),
            Self::Result => f.write_str("the formula's result"),
            Self::Value => f.write_str("a value"),
            Self::Number => f.write_str("a number"),
            Self::Table => f.write_str("a table of tasks"),
            Self::File(wanted) => wanted.fmt(f),
            Self::Taken => f.write_str("taken"),
            Self::Heading => f.write_str("a known heading"),
            Self::OneLead => f.write_str("one lead"),
            Self::Period => f.write_str("a time"),
            Self::Within(first, last) => write!(f, "{first}..{last}"),
            Self::Item => f.write_str("a content of the index"),
        }
    }
}

impl Serialize for Expected {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}
