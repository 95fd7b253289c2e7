//! Morning: what a new day brings by itself. Done on every start and every new day; doing it again changes nothing.

use accounts::{Desk, post};

use crate::{annex, assignment, calendar};

/// The calendar reaches into the year to come; posts and assignments of agencies that ended go to who has their work; assignments of periods that have begun arise;
/// files of annexes that nobody went on with are put away.
///
/// # Errors
/// [`Refusal`]; what was done before it stands.
pub async fn morning(desk: &Desk) -> Result<(), Refusal> {
    calendar::seed(desk).await?;
    post::carry(desk).await?;
    assignment::arise(desk).await?;
    assignment::merge(desk).await?;
    annex::sweep(desk).await?;
    Ok(())
}

/// Why the day did not begin as it should.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The calendar was not filled.
    #[error(transparent)]
    Calendar(#[from] calendar::Refusal),
    /// Posts were not carried on.
    #[error(transparent)]
    Post(#[from] post::Refusal),
    /// Assignments did not arise or move.
    #[error(transparent)]
    Assignment(#[from] assignment::Refusal),
    /// Files were not put away.
    #[error(transparent)]
    Annex(#[from] annex::Refusal),
}
