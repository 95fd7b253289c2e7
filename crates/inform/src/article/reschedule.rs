//! Another hour for an approved article that waits for its own, or back to a draft; once readers see it, neither.

use accounts::{Desk, Right, Tx};
use jiff::Timestamp;

use super::approve::hour;
use super::did::Did;
use super::write::open;
use super::{APPROVE, Article, Refusal, State, table};

/// Who may give it another hour: who may answer for it.
pub const RESCHEDULE: Right = Right { act: "article.rescheduled", held_by: APPROVE.held_by };

/// Who may take it back to a draft: who may answer for it.
pub const UNSCHEDULE: Right = Right { act: "article.unscheduled", held_by: APPROVE.held_by };

/// Lets readers see an approved article from another hour on, none for at once; `version` is the one that was read. Who
/// answers for it stays.
///
/// # Errors
/// [`Refusal::Standing`] once its hour has come, [`Refusal::OwnText`] for who wrote it; else as it says.
pub async fn reschedule(
    desk: &Desk,
    id: i64,
    version: i64,
    shows_at: Option<Timestamp>,
) -> Result<Article, Refusal> {
    let (mut tx, before) = waiting(desk, id, version, &RESCHEDULE).await?;
    before.read_by(desk)?;
    let State::Approved { answers, by, .. } = before.state.clone() else { return Err(Refusal::Standing) };
    let state = State::Approved { answers, by, shows_at: hour(desk, shows_at)? };
    let now = Article { state, version: before.version + 1, ..before.clone() };
    table::replace(&mut tx, &now, true).await?;
    tx.commit(Did::Moved { act: RESCHEDULE.act, before: &before, now: &now }).await?;
    Ok(now)
}

/// Makes an approved article a draft again, which waits for approval.
///
/// # Errors
/// [`Refusal::Standing`] once its hour has come; else as it says.
pub async fn unschedule(desk: &Desk, id: i64, version: i64) -> Result<Article, Refusal> {
    let (mut tx, before) = waiting(desk, id, version, &UNSCHEDULE).await?;
    let now = Article { state: State::Draft, version: before.version + 1, ..before.clone() };
    table::replace(&mut tx, &now, false).await?;
    tx.commit(Did::Moved { act: UNSCHEDULE.act, before: &before, now: &now }).await?;
    Ok(now)
}

/// The article in the version that was read, while its hour is still to come.
async fn waiting(desk: &Desk, id: i64, version: i64, right: &Right) -> Result<(Tx, Article), Refusal> {
    let mut tx = desk.begin().await?;
    let article = open(&mut tx, desk, id, right).await?;
    if article.version != version {
        return Err(Refusal::Changed);
    }
    if !article.is_waiting(desk.now) {
        return Err(Refusal::Standing);
    }
    Ok((tx, article))
}
