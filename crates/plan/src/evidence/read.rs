//! Reading a piece of evidence: whoever may read the report.

use accounts::{Desk, Forbidden, Reach, Right, Role};

use super::{Evidence, table};
use crate::owed::{self, Closed};
use crate::report;

/// Who may read evidence.
pub const READ: Right = Right {
    act: "evidence.read",
    held_by: &[
        (Role::Head, Reach::Cooperating),
        (Role::Officer, Reach::Cooperating),
        (Role::Communicator, Reach::Cooperating),
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// The piece of evidence of this number.
///
/// # Errors
/// [`Unreadable`].
pub async fn read(desk: &Desk, id: i64) -> Result<Evidence, Unreadable> {
    let mut at = desk.read().await?;
    let found = table::find(&mut at, id).await?;
    let report = match &found {
        Some(evidence) => report::table::find(&mut at, evidence.report).await?,
        None => None,
    };
    owed::open(&mut at, desk, report.map_or(0, |report| report.assignment), &READ).await?;
    found.ok_or(Unreadable::Missing)
}

/// Why evidence cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// There is none that the desk may know of.
    #[error("there is no such evidence")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<Closed> for Unreadable {
    fn from(closed: Closed) -> Self {
        match closed {
            Closed::Missing => Self::Missing,
            Closed::Forbidden(forbidden) => Self::Forbidden(forbidden),
            Closed::Store(fault) => Self::Store(fault),
        }
    }
}
