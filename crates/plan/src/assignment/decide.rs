//! Deciding who goes on, where an agency ended and several have its work, or nobody that is known.

use accounts::{Desk, Reach, Relation, Right, Role};

use super::did::Did;
use super::merge::{join_doubles, moved};
use super::transfer::{in_force, worded};
use super::{Reason, Refusal, TURN, table};

/// Who may decide.
pub const DECIDE: Right = Right { act: "assignment.decided", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Gives assignments that wait for a decision to an agency in force, with words of why: all, or none. One that is
/// owed by that agency already is as good.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn decide(desk: &Desk, ids: &[i64], to: &str, words: &str) -> Result<(), Refusal> {
    desk.may(&DECIDE, Relation::Other)?;
    let words = worded(words)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn(TURN).await?;
    in_force(&mut tx, to, desk.today).await?;
    let mut decided = Vec::new();
    for &id in ids {
        let it = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
        match it.undecided && table::is_open(&mut tx, id).await? {
            true => decided.push(it),
            false if it.agency == to && !it.undecided => {}
            false => return Err(Refusal::Settled),
        }
    }
    if decided.is_empty() {
        return Ok(());
    }
    for it in &decided {
        table::give(&mut tx, it.id, to).await?;
    }
    let moves: Vec<_> = decided.iter().map(|it| moved(desk, it, to, Reason::Decision, Some(words))).collect();
    table::insert_moves(&mut tx, &moves).await?;
    join_doubles(&mut tx).await?;
    tx.commit(Did::Decided { them: &decided, to, words }).await?;
    Ok(())
}
