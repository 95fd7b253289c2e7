//! Plans that overlap: the same task, answered once.

use accounts::{Desk, Reach, Relation, Right, Role};

use super::did::Did;
use super::table;
use crate::assignment;
use crate::plan::Refusal;

/// Who may have a task answered by another.
pub const JOIN: Right = Right { act: "task.joined", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Has a task answered by one of another plan: it has no assignments of its own from now on, those that are open
/// end today, and its status is the other's.
///
/// # Errors
/// [`Refusal::Circle`] when the other is of the same plan, cancelled, or answered elsewhere itself, or when this
/// one answers others; other [`Refusal`]s.
pub async fn join(desk: &Desk, id: i64, answered_by: i64) -> Result<(), Refusal> {
    desk.may(&JOIN, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn(assignment::TURN).await?;
    let task = table::by_id(&mut tx, id).await?.ok_or(Refusal::NoTask)?;
    let other = table::by_id(&mut tx, answered_by).await?.ok_or(Refusal::NoTask)?;
    if task.plan == other.plan || !other.is_asked() || table::answers_others(&mut tx, id).await? {
        return Err(Refusal::Circle);
    }
    if task.cancelled.is_some() {
        return Err(Refusal::Cancelled);
    }
    table::join(&mut tx, id, answered_by).await?;
    let assignments = assignment::table::cancel_open(&mut tx, id, desk.today).await?;
    tx.commit(Did::Joined { task: &task, answered_by: &other, assignments }).await?;
    Ok(())
}
