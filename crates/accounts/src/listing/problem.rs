//! What can be wrong with a list of people or agencies.

use serde::Serialize;
use sheet::{Fault, Wanted};

use crate::Role;

/// One thing wrong, at its cell.
pub type Problem = sheet::Problem<Kind, Expected>;

/// Everything wrong, in the order of reading.
pub type Problems = sheet::Problems<Kind, Expected>;

/// Kinds of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The file is none that is read here.
    NotAWorkbook,
    /// It is cut short or broken.
    CorruptWorkbook,
    /// It is behind a password.
    EncryptedWorkbook,
    /// There is too much of it.
    TooLarge,
    /// No row of it has the headings.
    MissingColumn,
    /// Nothing is below the headings.
    EmptySheet,
    /// Something that is needed is missing, or cannot be that.
    MissingText,
    /// An account that cannot be one.
    BadAccount,
    /// Somebody has the account already.
    TakenAccount,
    /// The account is in the file twice.
    DuplicateAccount,
    /// No agency in force has that code or name.
    UnknownAgency,
    /// Several have it.
    AmbiguousAgency,
    /// No such role.
    UnknownRole,
    /// A code that cannot be one.
    BadCode,
    /// The code is in the file twice.
    DuplicateCode,
    /// Another agency has the code.
    TakenCode,
    /// No such kind of agency.
    UnknownKind,
    /// No day, or a last one before the first.
    BadDay,
    /// An identifier that cannot be one, or a note that is too long.
    BadDetails,
    /// No agency of the file or of the directory has that code.
    UnknownSuccessor,
}

impl Kind {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotAWorkbook => "not-a-workbook",
            Self::CorruptWorkbook => "corrupt-workbook",
            Self::EncryptedWorkbook => "encrypted-workbook",
            Self::TooLarge => "too-large",
            Self::MissingColumn => "missing-column",
            Self::EmptySheet => "empty-sheet",
            Self::MissingText => "missing-text",
            Self::BadAccount => "bad-account",
            Self::TakenAccount => "taken-account",
            Self::DuplicateAccount => "duplicate-account",
            Self::UnknownAgency => "unknown-agency",
            Self::AmbiguousAgency => "ambiguous-agency",
            Self::UnknownRole => "unknown-role",
            Self::BadCode => "bad-code",
            Self::DuplicateCode => "duplicate-code",
            Self::TakenCode => "taken-code",
            Self::UnknownKind => "unknown-kind",
            Self::BadDay => "bad-day",
            Self::BadDetails => "bad-details",
            Self::UnknownSuccessor => "unknown-successor",
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

/// What would be right.
#[derive(Debug, Clone, PartialEq)]
pub enum Expected {
    /// What the kind says.
    AsKind,
    /// A file of another kind.
    File(Wanted),
    /// One of these agencies, by code.
    Agencies(Vec<String>),
    /// One of these roles.
    Roles([Role; 7]),
    /// One of the kinds of agency.
    AgencyKinds,
    /// The rows, counted from 1, where it is already.
    Row(u32),
}

impl From<Wanted> for Expected {
    fn from(wanted: Wanted) -> Self {
        Self::File(wanted)
    }
}
