//! The surveys that a desk may read, and the answers in them.

use accounts::{Desk, Reach, Relation, Right, Role};
use store::Attachments;

use super::{Refusal, Survey, table};
use crate::file::Table;

/// Who may read a survey and what it says.
pub const READ: Right = Right {
    act: "survey.read",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::Auditor, Reach::Any),
    ],
};

/// Every survey that the desk may read, newest first.
///
/// # Errors
/// When the desk may read none at all, or the database cannot be read.
pub async fn list(desk: &Desk) -> Result<Vec<Survey>, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut all = table::all(&mut desk.read().await?).await?;
    all.retain(|survey| desk.may(&READ, desk.relation(&survey.agency, [])).is_ok());
    Ok(all)
}

/// A survey.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may read.
pub async fn find(desk: &Desk, id: i64) -> Result<Survey, Refusal> {
    let found = table::find(&mut desk.read().await?, id).await?.ok_or(Refusal::Missing)?;
    desk.may(&READ, desk.relation(&found.agency, [])).map_err(|_| Refusal::Missing)?;
    Ok(found)
}

/// A survey with its answers, as they are kept.
///
/// # Errors
/// As [`find`].
pub async fn load(desk: &Desk, attachments: &Attachments, id: i64) -> Result<(Survey, Table), Refusal> {
    let survey = find(desk, id).await?;
    let read = bytes(desk, attachments, &survey).await?;
    Ok((survey, read))
}

/// The answers of a survey: its attachment, or its draft.
pub(super) async fn bytes(desk: &Desk, attachments: &Attachments, survey: &Survey) -> Result<Table, Refusal> {
    let bytes = match survey.digest.as_ref().and_then(|digest| digest.parse().ok()) {
        Some(digest) => Some(attachments.get(&digest).await?),
        None => table::draft(&mut desk.read().await?, survey.id).await?,
    };
    let read = tokio::task::spawn_blocking(move || bytes.as_deref().and_then(Table::of_kept)).await;
    read.ok().flatten().ok_or(Refusal::Missing)
}
