//! Tallies of other systems, each apart: what the newest file that holds a code says of it.

use accounts::Desk;
use jiff::civil::Date;
use store::Error;

use super::table;

/// How many of those of which it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// So many.
    pub n: i64,
    /// Of so many; where this is 0, nothing is known.
    pub of: i64,
}

/// The counts of one system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// What the system is called in its newest file.
    pub source: String,
    /// The day of its newest file.
    pub as_of: Date,
    /// All that it took in.
    pub received: i64,
    /// Answered, of those of which it is known how they stand.
    pub answered: Share,
    /// Answered in time, of those answered or overdue whose deadline and day of answer are known.
    pub on_time: Share,
    /// Satisfied, of those who said.
    pub satisfied: Share,
}

/// Every system of which a file was kept, by name; anyone may know the counts.
///
/// # Errors
/// When the database cannot be read.
pub async fn tallies(desk: &Desk) -> Result<Vec<Tally>, Error> {
    table::tallies(&mut desk.read().await?).await
}
