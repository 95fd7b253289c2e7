//! Removing a survey: its answers are gone, and what is left is the entry in the trail.

use accounts::{Desk, Reach, Right, Role};
use serde_json::json;
use store::Attachments;

use super::{Refusal, find, table};
use crate::did::Did;

/// Who may remove a survey.
pub const REMOVE: Right = Right {
    act: "survey.removed",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
    ],
};

/// Removes a survey with its answers and all that was asked of it.
///
/// # Errors
/// [`Refusal`], with nothing removed.
pub async fn remove(desk: &Desk, attachments: &Attachments, id: i64) -> Result<(), Refusal> {
    let known = find(desk, id).await?;
    desk.may(&REMOVE, desk.relation(&known.agency, []))?;
    let mut tx = desk.begin().await?;
    if !table::remove(&mut tx, id).await? {
        return Err(Refusal::Missing);
    }
    let before =
        json!({ "title": known.title, "file": known.file, "rows": known.rows, "digest": known.digest });
    tx.commit(Did { right: &REMOVE, survey: id, before: Some(before), after: None }).await?;
    if let Some(digest) = known.digest.and_then(|digest| digest.parse().ok()) {
        attachments.remove(&digest).await?;
    }
    Ok(())
}
