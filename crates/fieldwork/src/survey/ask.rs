//! Questions worth keeping: an address that asks, with a name.

use accounts::{Desk, Reach, Right, Role};
use serde_json::json;

use super::{Refusal, TITLE_MAX, find, table};
use crate::did::Did;

/// Who may keep a question.
pub const ASK: Right = Right {
    act: "survey.asked",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
    ],
};

/// Who may put a kept question away.
pub const FORGET: Right = Right { act: "survey.forgotten", held_by: ASK.held_by };

/// A question that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// The query of the address that asks it.
    pub query: String,
}

/// The questions that were kept of a survey, oldest first.
///
/// # Errors
/// As [`find`].
pub async fn saved(desk: &Desk, survey: i64) -> Result<Vec<Saved>, Refusal> {
    find(desk, survey).await?;
    Ok(table::questions(&mut desk.read().await?, survey).await?)
}

/// Keeps a question; the same query again gets the new title.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn ask(desk: &Desk, survey: i64, title: &str, query: &str) -> Result<(), Refusal> {
    let known = find(desk, survey).await?;
    desk.may(&ASK, desk.relation(&known.agency, []))?;
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() || title.chars().count() > TITLE_MAX {
        return Err(Refusal::Untitled);
    }
    if known.design.is_none() {
        return Err(Refusal::Undescribed);
    }
    let mut tx = desk.begin().await?;
    table::ask(&mut tx, survey, &title, query).await?;
    let after = Some(json!({ "title": title, "query": query }));
    tx.commit(Did { right: &ASK, survey, before: None, after }).await?;
    Ok(())
}

/// Puts a kept question away.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn forget(desk: &Desk, survey: i64, question: i64) -> Result<(), Refusal> {
    let known = find(desk, survey).await?;
    desk.may(&FORGET, desk.relation(&known.agency, []))?;
    let mut tx = desk.begin().await?;
    if !table::forget(&mut tx, survey, question).await? {
        return Err(Refusal::Missing);
    }
    let before = Some(json!({ "question": question }));
    tx.commit(Did { right: &FORGET, survey, before, after: None }).await?;
    Ok(())
}
