//! Removing an import: what an earlier file said of the same codes counts again. Drafts that nobody kept go by themselves.

use accounts::{Desk, Relation, Right};
use jiff::ToSpan;

use super::bring::BRING;
use super::did::Did;
use super::{Refusal, table};

/// Who may remove one.
pub const REMOVE: Right = Right { act: "import.removed", held_by: BRING.held_by };

/// The program alone puts drafts away.
pub const SWEEP: Right = Right { act: "import.swept", held_by: &[] };

/// For so many days a file waits for its columns to be described.
pub const DAYS: i32 = 30;

/// Removes an import with its lines, kept or not.
///
/// # Errors
/// [`Refusal`], with nothing removed.
pub async fn remove(desk: &Desk, id: i64) -> Result<(), Refusal> {
    desk.may(&REMOVE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let import = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    table::remove(&mut tx, id).await?;
    tx.commit(Did::Removed { import: &import }).await?;
    Ok(())
}

/// Removes the drafts that waited for [`DAYS`] days, and says how many they were.
///
/// # Errors
/// [`Refusal`]; what was removed before it is gone.
pub async fn sweep(desk: &Desk) -> Result<usize, Refusal> {
    desk.may(&SWEEP, Relation::Other)?;
    let before = desk.today.saturating_sub(DAYS.days());
    let drafts = table::drafts(&mut desk.read().await?, before).await?;
    for import in &drafts {
        let mut tx = desk.begin().await?;
        table::remove(&mut tx, import.id).await?;
        tx.commit(Did::Swept { import }).await?;
    }
    Ok(drafts.len())
}
