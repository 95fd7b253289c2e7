//! Taking an article back; where readers had seen it, the reason stands in its place. A draft is dropped by who may write it.

use accounts::{Desk, Right};
use places::name::tidy;

use super::correct::SAID_MAX;
use super::did::Did;
use super::write::open;
use super::{APPROVE, Article, Refusal, State, WRITE, table};

/// Who may take one back: who may answer for it.
pub const WITHDRAW: Right = Right { act: "article.withdrawn", held_by: APPROVE.held_by };

/// Who may drop a draft: who may write it.
pub const DROP: Right = Right { act: "article.dropped", held_by: WRITE.held_by };

/// Withdraws an article that somebody answers for; search finds it no more.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn withdraw(desk: &Desk, id: i64, why: &str) -> Result<Article, Refusal> {
    taken_back(desk, id, &WITHDRAW, why).await
}

/// Drops a draft, which no reader has seen.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn drop_draft(desk: &Desk, id: i64, why: &str) -> Result<Article, Refusal> {
    taken_back(desk, id, &DROP, why).await
}

async fn taken_back(desk: &Desk, id: i64, right: &Right, why: &str) -> Result<Article, Refusal> {
    let mut tx = desk.begin().await?;
    let before = open(&mut tx, desk, id, right).await?;
    let fits = match before.state {
        State::Sketch | State::Draft | State::Returned { .. } => right.act == DROP.act,
        State::Approved { .. } => right.act == WITHDRAW.act,
        State::Withdrawn { .. } => false,
    };
    if !fits {
        return Err(Refusal::Standing);
    }
    let why = tidy(why);
    if !(1..=SAID_MAX).contains(&why.chars().count()) {
        return Err(Refusal::NoReason);
    }
    let shown = before.since(desk.now).map(|(since, by)| (since, by.to_owned()));
    let state = State::Withdrawn { on: desk.today, why, shown };
    let now = Article { state, version: before.version + 1, ..before.clone() };
    table::replace(&mut tx, &now, false).await?;
    tx.commit(Did::Withdrawn { act: right.act, before: &before, now: &now }).await?;
    Ok(now)
}
