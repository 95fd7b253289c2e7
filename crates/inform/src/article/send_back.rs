//! Sending a draft back: who may approve it says what is to be done first. The reason stands until it is saved again.

use accounts::{Desk, Right};
use places::name::tidy;

use super::correct::SAID_MAX;
use super::did::Did;
use super::write::open;
use super::{APPROVE, Article, Refusal, State, table};

/// Who may send one back: who may answer for it.
pub const RETURN: Right = Right { act: "article.returned", held_by: APPROVE.held_by };

/// Sends a draft back to who wrote it; `version` is the one that was read. Nobody approves it until it is saved again.
///
/// # Errors
/// [`Refusal::NoReason`] where none is given, [`Refusal::OwnText`] for who wrote it; else as it says.
pub async fn send_back(desk: &Desk, id: i64, version: i64, why: &str) -> Result<Article, Refusal> {
    let mut tx = desk.begin().await?;
    let before = open(&mut tx, desk, id, &RETURN).await?;
    if before.version != version {
        return Err(Refusal::Changed);
    }
    if before.state != State::Draft {
        return Err(Refusal::Standing);
    }
    before.read_by(desk)?;
    let why = tidy(why);
    if !(1..=SAID_MAX).contains(&why.chars().count()) {
        return Err(Refusal::NoReason);
    }
    let state = State::Returned { by: desk.who.clone(), at: desk.now, why };
    let now = Article { state, version: before.version + 1, ..before.clone() };
    table::replace(&mut tx, &now, false).await?;
    tx.commit(Did::Returned { before: &before, now: &now }).await?;
    Ok(now)
}
