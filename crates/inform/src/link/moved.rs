//! Moving a link to another place in the list.

use accounts::{Desk, Right};

use super::add::{ADD, turn};
use super::did::Did;
use super::{Refusal, table};

/// Who may move one: who may add one.
pub const MOVE: Right = Right { act: "link.moved", held_by: ADD.held_by };

/// Puts a link at a place, from 1; behind the last one is the last place. Where it stands there already, nothing is done.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn put_at(desk: &Desk, id: i64, place: usize) -> Result<(), Refusal> {
    let (mut tx, mut all) = turn(desk, &MOVE).await?;
    let from = all.iter().position(|one| one.id == id).ok_or(Refusal::Missing)?;
    let to = place.clamp(1, all.len()) - 1;
    if from == to {
        return Ok(());
    }
    let link = all.remove(from);
    all.insert(to, link);
    for (place, one) in (1_i64..).zip(&all) {
        table::place(&mut tx, one.id, place).await?;
    }
    tx.commit(Did::Moved { link: &all[to], from: from + 1, to: to + 1 }).await?;
    Ok(())
}
