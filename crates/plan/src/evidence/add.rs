//! Adding evidence to a report that waits for review: a photo that the line did not carry comes later.

use accounts::{Desk, Forbidden, Reach, Right, Role};

use super::{Piece, table};
use crate::report::{self, Did};

/// Who may add evidence to a report that was sent.
pub const ADD: Right = Right {
    act: "evidence.added",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Own),
    ],
};

/// Adds evidence to the newest report of an assignment while it waits for review, and says how many pieces are
/// new: the same file twice is one.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn add(desk: &Desk, assignment: i64, pieces: &[Piece]) -> Result<usize, Refusal> {
    let mut tx = desk.begin().await?;
    report::may_write(&mut tx, desk, assignment, &ADD).await?;
    let reports = report::table::of(&mut tx, assignment).await?;
    let report = reports.last().filter(|report| report.state.is_waiting()).ok_or(Refusal::NotWaiting)?;
    let there = table::of(&mut tx, &[report.id]).await?;
    let added = table::join(&mut tx, desk, report.id, &there, pieces).await?;
    if added > 0 {
        tx.commit(Did::Added { report, pieces: added }).await?;
    }
    Ok(added)
}

/// Why evidence was not added.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such assignment, or none that the desk may know of.
    #[error("there is no such assignment")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// No report of it waits for review.
    #[error("no report waits for review")]
    NotWaiting,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<report::Refusal> for Refusal {
    fn from(refusal: report::Refusal) -> Self {
        match refusal {
            report::Refusal::Forbidden(forbidden) => Self::Forbidden(forbidden),
            report::Refusal::Store(fault) => Self::Store(fault),
            _ => Self::Missing,
        }
    }
}
