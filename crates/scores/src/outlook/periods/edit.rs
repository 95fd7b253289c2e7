//! Changing the sample periods: a renewal that was published or seen, or one that turned out to be none.

use accounts::{Desk, Forbidden, Reach, Relation, Right, Role, audit};
use serde_json::json;

use super::{Change, Periods, table};
use crate::did::{Did, RenewalEdited};

/// Who may change the sample periods.
pub const EDIT: Right = Right {
    act: "renewal.edited",
    held_by: &[(Role::Administrator, Reach::Any), (Role::StandingBody, Reach::Any)],
};

/// The first survey of the country, and the last year that a period may be said to begin in.
const FIRST_YEAR: i16 = 2011;
const LAST_YEAR: i16 = 2100;

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// A change needs a source and a reason.
    #[error("a change of the sample periods needs a source and a reason")]
    Unsaid,
    /// No survey of PAPI was in that year, or will be soon.
    #[error("a sample period begins in a year from {FIRST_YEAR} to {LAST_YEAR}")]
    Year,
    /// Somebody else changed the periods since they were read.
    #[error("the sample periods were changed meanwhile")]
    Stale,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Every change that was made to the periods that the program carries, oldest year first. Anybody may read them.
///
/// # Errors
/// When the database cannot be read.
pub async fn changes(desk: &Desk) -> Result<Vec<Change>, store::Error> {
    table::changes(&mut desk.read().await?).await
}

/// Says that a sample period begins in a year, or that none does. Whoever read the periods before says with
/// `seen` how far the audit trail went then.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn edit(desk: &Desk, change: &Change, seen: Option<i64>) -> Result<(), Refusal> {
    desk.may(&EDIT, Relation::Other)?;
    if change.source.trim().is_empty() || change.reason.trim().is_empty() {
        return Err(Refusal::Unsaid);
    }
    if !(FIRST_YEAR..=LAST_YEAR).contains(&change.first_year) {
        return Err(Refusal::Year);
    }
    let mut tx = desk.begin().await?;
    tx.wait_turn("sample_period").await?;
    if let Some(seen) = seen
        && audit::since(&mut tx, seen).await?.iter().any(|(act, _)| act == EDIT.act)
    {
        return Err(Refusal::Stale);
    }
    let before = Periods::changed(&table::changes(&mut tx).await?);
    let before = before.iter().find(|period| period.first_year == change.first_year);
    let before =
        before.map(|period| json!({ "stands": true, "source": period.basis, "reason": period.note }));
    table::put(&mut tx, change).await?;
    let after =
        json!({ "stands": change.stands, "source": change.source.trim(), "reason": change.reason.trim() });
    tx.commit(Did::RenewalEdited(RenewalEdited { first_year: change.first_year, before, after })).await?;
    Ok(())
}
