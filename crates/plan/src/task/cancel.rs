//! A task that lost its ground: a document ends it, and what is open of it ends that day.

use accounts::{Desk, Reach, Relation, Right, Role};

use super::did::Did;
use super::table;
use crate::plan::Refusal;
use crate::{assignment, document};

/// Who may cancel a task.
pub const CANCEL: Right = Right { act: "task.cancelled", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Cancels a task by a document. What was accepted stays; open assignments end today.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn cancel(desk: &Desk, id: i64, by: &str) -> Result<(), Refusal> {
    desk.may(&CANCEL, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn(assignment::TURN).await?;
    let task = table::by_id(&mut tx, id).await?.ok_or(Refusal::NoTask)?;
    if task.cancelled.is_some() {
        return Err(Refusal::Cancelled);
    }
    if !document::table::has(&mut tx, by).await? {
        return Err(Refusal::NoDocument(by.to_owned()));
    }
    table::cancel(&mut tx, id, by, desk.today).await?;
    let assignments = assignment::table::cancel_open(&mut tx, id, desk.today).await?;
    tx.commit(Did::Cancelled { task: &task, document: by, assignments }).await?;
    Ok(())
}
