//! An assignment: one task, one agency, one period. It arises by rule from published plans.
//!
//! It is *open* until a report on it is accepted, it is cancelled, or another of the same task and period answers
//! it too. An open one is always owed by an agency in force, or waits for a person to decide by whom; one that
//! was accepted stays where it was done.

mod arise;
mod decide;
mod did;
mod history;
mod merge;
mod period;
mod standing;
pub(crate) mod table;
mod transfer;

use accounts::{Desk, Forbidden};
use jiff::civil::Date;
use store::Error;

use crate::status::{Facts, Sent};

pub(crate) use arise::arise_in;
pub use arise::{ARISE, arise};
pub use decide::{DECIDE, decide};
pub use history::{Passed, history};
pub use merge::{MERGE, Merged, merge};
pub use standing::{Standing, standings};
pub use transfer::{TRANSFER, transfer, transfer_task};

/// Whatever gives or moves assignments takes its turn.
pub(crate) const TURN: &str = "assignment";

/// One task, one agency, one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Its number.
    pub id: i64,
    /// The number of its task.
    pub task: i64,
    /// The code of the agency that it arose for; it never changes.
    pub origin: String,
    /// The code of the agency that owes it now.
    pub agency: String,
    /// The code of its period: `2025-Q1`; `2025` for a day of its own in that year.
    pub period: String,
    /// The first day that it tells of.
    pub first: Date,
    /// The day its data are closed.
    pub last: Date,
    /// The last day for sending, a working day.
    pub due: Date,
    /// The day that was granted last.
    pub promised: Option<Date>,
    /// Whether its agency ended and a person has to decide who goes on.
    pub undecided: bool,
    /// The number of the assignment of the same task and period that answers this one too.
    pub joined: Option<i64>,
    /// The day it was cancelled.
    pub cancelled_on: Option<Date>,
}

/// Where an assignment went, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The number of the assignment.
    pub assignment: i64,
    /// From which agency.
    pub from: String,
    /// To which.
    pub to: String,
    /// The day.
    pub on: Date,
    /// Why.
    pub reason: Reason,
    /// What a person said about it.
    pub words: Option<String>,
    /// The account of who moved it.
    pub by: String,
}

/// Why an assignment was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Its agency ended, and one went on.
    Merger,
    /// Its agency ended, and a person decided.
    Decision,
    /// A person gave it to another.
    Transfer,
}

impl Reason {
    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Merger => "merger",
            Self::Decision => "decision",
            Self::Transfer => "transfer",
        }
    }

    /// The reason by its word.
    pub fn read(word: &str) -> Option<Self> {
        [Self::Merger, Self::Decision, Self::Transfer].into_iter().find(|reason| reason.as_str() == word)
    }
}

/// Why assignments did not arise or move.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such assignment.
    #[error("there is no such assignment")]
    Missing,
    /// It is not open, is where it should go, or waits for no decision.
    #[error("there is nothing left to decide about the assignment")]
    Settled,
    /// The agency is not in force today.
    #[error("the agency {0} is not in force")]
    NotInForce(String),
    /// A person says why.
    #[error("a reason is needed")]
    NoWords,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

impl Assignment {
    /// What the rule of [`crate::status`] knows of it.
    pub fn facts(&self, continuous: bool, closed: bool, sent: Vec<Sent>) -> Facts {
        let Self { last, due, promised, .. } = *self;
        Facts { last, due, promised, continuous, cancelled: self.cancelled_on.is_some(), closed, sent }
    }
}

/// An assignment by its number. Who may read it is for the caller to say.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(desk: &Desk, id: i64) -> Result<Option<Assignment>, Error> {
    table::find(&mut desk.read().await?, id).await
}

/// The assignments of a task, by period and agency.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_task(desk: &Desk, task: i64) -> Result<Vec<Assignment>, Error> {
    table::of_task(&mut desk.read().await?, task).await
}

/// Where an assignment went, in order.
///
/// # Errors
/// When the database cannot be read.
pub async fn moves(desk: &Desk, id: i64) -> Result<Vec<Move>, Error> {
    table::moves(&mut desk.read().await?, id).await
}

/// The open assignments that wait for a person's decision.
///
/// # Errors
/// When the database cannot be read.
pub async fn undecided(desk: &Desk) -> Result<Vec<Assignment>, Error> {
    let open = table::open(&mut desk.read().await?).await?;
    Ok(open.into_iter().filter(|assignment| assignment.undecided).collect())
}
