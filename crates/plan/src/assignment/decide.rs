//! Deciding who goes on, where an agency ended and several have its work, or nobody that is known.

use accounts::{Desk, Reach, Relation, Right, Role};

use super::did::Did;
use super::merge::{join_doubles, moved};
use super::transfer::{in_force, worded};
use super::{Reason, Refusal, TURN, table};

/// Who may decide.
pub const DECIDE: Right = Right { act: "assignment.decided", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Gives an assignment that waits for a decision to an agency in force, with words of why.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn decide(desk: &Desk, id: i64, to: &str, words: &str) -> Result<(), Refusal> {
    desk.may(&DECIDE, Relation::Other)?;
    let words = worded(words)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn(TURN).await?;
    let it = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    if !it.undecided || !table::is_open(&mut tx, id).await? {
        return Err(Refusal::Settled);
    }
    in_force(&mut tx, to, desk.today).await?;
    table::give(&mut tx, id, to).await?;
    table::insert_moves(&mut tx, &[moved(desk, &it, to, Reason::Decision, Some(words))]).await?;
    join_doubles(&mut tx).await?;
    tx.commit(Did::Decided { it: &it, to, words }).await?;
    Ok(())
}
