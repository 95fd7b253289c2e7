//! Taking a section off the list; the trail keeps what it was.

use accounts::{Desk, Relation, Right};

use super::did::Did;
use super::{KEEP, Refusal, table};

/// Who may take one off: who keeps the list.
pub const DROP: Right = Right { act: "portal.dropped", held_by: KEEP.held_by };

/// Takes a section off the list.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn drop_section(desk: &Desk, id: i64) -> Result<(), Refusal> {
    desk.may(&DROP, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let all = table::all(&mut tx).await?;
    let before = all.iter().find(|one| one.id == id).ok_or(Refusal::Missing)?;
    table::delete(&mut tx, id).await?;
    tx.commit(Did::Dropped { before }).await?;
    Ok(())
}
