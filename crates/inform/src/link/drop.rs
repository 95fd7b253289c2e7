//! Taking a link off the list; the trail keeps what it was.

use accounts::{Desk, Right};

use super::add::{ADD, turn};
use super::did::Did;
use super::{Refusal, table};

/// Who may take one off: who may add one.
pub const DROP: Right = Right { act: "link.dropped", held_by: ADD.held_by };

/// Takes a link off the list.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn drop_link(desk: &Desk, id: i64) -> Result<(), Refusal> {
    let (mut tx, all) = turn(desk, &DROP).await?;
    let before = all.iter().find(|one| one.id == id).ok_or(Refusal::Missing)?;
    table::forget(&mut tx, id, desk.today).await?;
    tx.commit(Did::Dropped(before)).await?;
    Ok(())
}
