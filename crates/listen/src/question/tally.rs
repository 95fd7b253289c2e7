//! A tally: how many were asked, how many were answered on time, and how many askers were satisfied, side by side: one
//! without the other misleads.

use accounts::Desk;
use store::Error;

use super::table;
use super::table::list;

/// Counts of questions. Each is answered, waits, or was closed without an answer, and none is two of these: what was opened again
/// waits, whatever it was told before, and what was closed then is not answered. On time and late are told of those that are answered
/// now; the register keeps how late the earlier answers of the others were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// All.
    pub all: i64,
    /// Open ones.
    pub open: i64,
    /// Those whose askers wait and whose day is over.
    pub overdue: i64,
    /// Open ones that nobody has sent to an agency.
    pub unsent: i64,
    /// Those that are answered now.
    pub answered: i64,
    /// Of these, those of which no answer was late.
    pub on_time: i64,
    /// Those that were closed, without an answer that holds.
    pub closed: i64,
    /// Of these, those that were overdue when they were closed, or of which an earlier answer was late.
    pub closed_late: i64,
    /// Those that their askers rated.
    pub rated: i64,
    /// Of these, those rated 4 or 5.
    pub satisfied: i64,
}

impl Tally {
    /// Those by which it shows whether answers come on time: answered, or overdue, closed since or not. Closing makes nothing better.
    pub fn judged(&self) -> i64 {
        self.answered + self.overdue + self.closed_late
    }
}

/// What anyone may know of all questions together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Overall {
    /// The counts of all.
    pub tally: Tally,
    /// How many are public with their answers.
    pub public: i64,
}

/// The counts of all questions; every one of them is looked at.
///
/// # Errors
/// When the database cannot be read.
pub async fn overall(desk: &Desk) -> Result<Overall, Error> {
    let mut at = desk.read().await?;
    let tally = list::overall(&mut at, desk.today).await?;
    Ok(Overall { tally, public: list::count_public(&mut at).await? })
}

/// How many contacts, pictures and files are kept now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Sealed addresses.
    pub contacts: i64,
    /// Sealed pictures.
    pub pictures: i64,
    /// Sealed files of answers.
    pub files: i64,
}

/// The counts, which anyone may know.
///
/// # Errors
/// When the database cannot be read.
pub async fn held(desk: &Desk) -> Result<Held, Error> {
    table::held(&mut desk.read().await?).await
}
