//! What can be wrong with a log in a spreadsheet.

use jiff::civil::DateTime;
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
    /// It has more rows than [`super::ROWS_MAX`].
    TooManyRows,
    /// No row of it has the headings.
    MissingColumn,
    /// Nothing is below them.
    EmptySheet,
    /// The row is of another station.
    OtherStation,
    /// No day.
    NoDay,
    /// No hour.
    NoHour,
    /// It has not come yet.
    NotYet,
    /// No length, or one that cannot be.
    NoLength,
    /// A length many times that of the bulletin.
    Beyond,
    /// The same, which fits where the figures are minutes and seconds.
    Ambiguous,
    /// No bulletin of that number was sent to the station.
    NoBulletin,
    /// The bulletin came only later.
    BeforeSent,
    /// Neither a bulletin nor what else it was.
    NoTitle,
    /// The file has something else of that minute.
    Twice,
    /// The log has something else of that minute.
    Taken,
}

impl Kind {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotAWorkbook => "not-a-workbook",
            Self::CorruptWorkbook => "corrupt-workbook",
            Self::EncryptedWorkbook => "encrypted-workbook",
            Self::TooLarge => "too-large",
            Self::TooManyRows => "too-many-rows",
            Self::MissingColumn => "missing-column",
            Self::EmptySheet => "empty-sheet",
            Self::OtherStation => "other-station",
            Self::NoDay => "no-day",
            Self::NoHour => "no-hour",
            Self::NotYet => "not-yet",
            Self::NoLength => "no-length",
            Self::Beyond => "beyond",
            Self::Ambiguous => "ambiguous",
            Self::NoBulletin => "no-bulletin",
            Self::BeforeSent => "before-sent",
            Self::NoTitle => "no-title",
            Self::Twice => "twice",
            Self::Taken => "taken",
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
#[derive(Debug, Clone, PartialEq)]
pub enum Expected {
    /// What the kind says.
    AsKind,
    /// A file of another kind.
    File(Wanted),
    /// This station, by name.
    Station(String),
    /// Not before this time.
    From(DateTime),
    /// A length of so many seconds: the text's, or the one that would fit it.
    Seconds(i64),
    /// The row, counted from 1, where something else of that minute is.
    Row(u32),
}

impl From<Wanted> for Expected {
    fn from(wanted: Wanted) -> Self {
        Self::File(wanted)
    }
}
