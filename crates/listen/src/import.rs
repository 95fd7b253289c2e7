//! An import: what another feedback system of the province says that it took in, out of a file of its own.
//!
//! It counts beside our own questions and never among them, each system by its name and the day of its file. Of the file
//! only what a person said is kept, and no column that tells who somebody is. What the file does not say stays unknown.

mod bring;
mod cell;
mod column;
mod did;
mod file;
mod keep;
mod line;
pub(crate) mod names;
mod read;
mod refusal;
mod remove;
mod table;
mod tally;

use jiff::civil::Date;

pub use bring::{BRING, New, SOURCE_MAX, bring};
pub(crate) use cell::is_link;
pub use column::Kind;
pub(crate) use column::names_who;
pub use file::{COLUMNS_MAX, Column, Draft, ROWS_MAX, Unread};
pub use keep::{KEEP, Outcome, Preview, keep, preview};
pub use line::{Amiss, Line, Problem, Problems, Said, State};
pub use read::{LINES, READ, all, lines, one};
pub use refusal::Refusal;
pub use remove::{DAYS, REMOVE, SWEEP, remove, sweep};
pub use tally::{Share, Tally, tallies};

/// An import as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its number.
    pub id: i64,
    /// The mark of the form that it came by.
    pub form: String,
    /// What the other system is called.
    pub source: String,
    /// The name of the file.
    pub file: String,
    /// The day that the file shows: what happened later it cannot know.
    pub as_of: Date,
    /// The day that it came.
    pub brought_on: Date,
    /// The account of who brought it.
    pub brought_by: String,
    /// The headings of columns that were left out for telling who somebody is.
    pub dropped: Vec<String>,
    /// Which heading was taken for what; none until it was kept.
    pub columns: Option<Vec<(String, Kind)>>,
    /// SHA-256 of what is kept; none until it was.
    pub digest: Option<String>,
    /// How many lines are kept of it.
    pub lines: i64,
}

impl Import {
    /// Whether a person said what its columns are.
    pub fn is_kept(&self) -> bool {
        self.columns.is_some()
    }
}
