//! What is wrong with a whole file, before any of its cells is looked at.

use crate::Found;

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A file of another kind. What it is: an extension, or `csv`, `text-not-utf8`, `binary`, `empty`, `zip`.
    NotAWorkbook(String),
    /// A workbook that is cut short or broken.
    Corrupt,
    /// A workbook behind a password.
    Encrypted,
    /// More than the program takes: how much, where it was measured, and how much is taken.
    TooLarge {
        /// How much there is.
        found: Option<u64>,
        /// How much is taken.
        most: u64,
        /// Of what.
        of: Limit,
    },
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

/// What a file would have to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A CSV file or an XLSX workbook.
    Workbook,
    /// A whole file.
    WholeFile,
    /// A file without a password.
    NoPassword,
    /// At most so much of something.
    AtMost(u64, Limit),
}

impl Fault {
    /// What was found.
    pub fn found(&self) -> Found {
        match self {
            Self::NotAWorkbook(what) => Found::text(what),
            Self::TooLarge { found: Some(found), .. } => Found::Number(*found as f64),
            Self::Corrupt | Self::Encrypted | Self::TooLarge { found: None, .. } => Found::Nothing,
        }
    }

    /// What is wanted instead.
    pub fn wanted(&self) -> Wanted {
        match self {
            Self::NotAWorkbook(_) => Wanted::Workbook,
            Self::Corrupt => Wanted::WholeFile,
            Self::Encrypted => Wanted::NoPassword,
            Self::TooLarge { most, of, .. } => Wanted::AtMost(*most, *of),
        }
    }
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Workbook => f.write_str("csv or xlsx"),
            Self::WholeFile => f.write_str("a whole file"),
            Self::NoPassword => f.write_str("no password"),
            Self::AtMost(limit, _) => write!(f, "at most {limit}"),
        }
    }
}
