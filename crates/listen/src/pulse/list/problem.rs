//! What can be wrong with a list from which a sample is drawn.

use sheet::{Fault, Wanted};

/// One thing wrong, at its cell.
pub type Problem = sheet::Problem<Kind, Expected>;

/// Everything wrong, in the order of reading.
pub type Problems = sheet::Problems<Kind, Expected>;

/// Kinds of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// Nothing is below them.
    EmptySheet,
    /// It has more rows than are taken.
    TooManyRows,
    /// A column tells who somebody is.
    PersonalColumn,
    /// A number that may be a citizen's, or a telephone number; it is not repeated.
    PersonalNumber,
    /// No reference, or a formula whose result is not there.
    NoReference,
    /// A reference that is none: spaces, signs, no digit, too long.
    BadReference,
    /// A reference that stands above.
    Twice,
    /// No commune, or none that is surely meant.
    NoPlace,
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
            Self::TooManyRows => "too-many-rows",
            Self::PersonalColumn => "personal-column",
            Self::PersonalNumber => "personal-number",
            Self::NoReference => "no-reference",
            Self::BadReference => "bad-reference",
            Self::Twice => "twice",
            Self::NoPlace => "no-place",
        }
    }

    /// Whether any list can be so.
    pub fn is_of_file(self) -> bool {
        matches!(
            self,
            Self::NotAWorkbook
                | Self::CorruptWorkbook
                | Self::EncryptedWorkbook
                | Self::TooLarge
                | Self::MissingColumn
                | Self::EmptySheet
        )
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// What the kind says.
    AsKind,
    /// A file of another kind.
    File(Wanted),
    /// At most so many.
    AtMost(usize),
    /// The row, counted from 1, where it stands already.
    Row(u32),
}

impl From<Wanted> for Expected {
    fn from(wanted: Wanted) -> Self {
        Self::File(wanted)
    }
}
