//! Taking an article back; where readers had seen it, the reason stands in its place.

use accounts::{Desk, Right};
use places::name::tidy;

use super::correct::SAID_MAX;
use super::did::Did;
use super::write::open;
use super::{APPROVE, Article, Refusal, State, table};

/// Who may take one back: who may answer for it.
pub const WITHDRAW: Right = Right { act: "article.withdrawn", held_by: APPROVE.held_by };

/// Withdraws an article, a draft included; search finds it no more.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn withdraw(desk: &Desk, id: i64, why: &str) -> Result<Article, Refusal> {
    let mut tx = desk.begin().await?;
    let before = open(&mut tx, desk, id, &WITHDRAW).await?;
    if matches!(before.state, State::Withdrawn { .. }) {
        return Err(Refusal::Standing);
    }
    let why = tidy(why);
    if !(1..=SAID_MAX).contains(&why.chars().count()) {
        return Err(Refusal::NoReason);
    }
    let state = State::Withdrawn { on: desk.today, why, was_shown: before.is_shown(desk.now) };
    let now = Article { state, version: before.version + 1, ..before.clone() };
    table::replace(&mut tx, &now, false).await?;
    tx.commit(Did::Withdrawn { before: &before, now: &now }).await?;
    Ok(now)
}
