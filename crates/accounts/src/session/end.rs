//! Ending sessions: signing out, one or all others of one's own, all of somebody's.

use store::Error;

use super::did::Did;
use super::table;
use crate::sign_in::{self, digest};
use crate::{Desk, Forbidden, Reach, Relation, Right, Role};

/// Ending every session of somebody.
pub const END_OF: Right = Right { act: "session.ended_of", held_by: &[(Role::Administrator, Reach::Any)] };

/// Why somebody's sessions were not ended.
#[derive(Debug, thiserror::Error)]
pub enum NotEnded {
    /// No such account, or a disabled one, which has no sessions.
    #[error("no such account: {0}")]
    NoSuchAccount(String),
    /// Not theirs to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Signs out; a session that is over already stays so.
///
/// # Errors
/// When the database cannot.
pub async fn leave(desk: &Desk, token: &str) -> Result<(), Error> {
    let mut tx = desk.begin().await?;
    if table::end(&mut tx, &digest(token)).await? {
        tx.commit(Did::Left(desk.who.clone())).await?;
    }
    Ok(())
}

/// Ends one of one's own sessions by its key; anybody else's stays.
///
/// # Errors
/// When the database cannot.
pub async fn end(desk: &Desk, key: &str) -> Result<(), Error> {
    let Some(person) = desk.person else { return Ok(()) };
    let mut tx = desk.begin().await?;
    if table::end_own(&mut tx, key, person).await? {
        tx.commit(Did::Ended { account: desk.who.clone(), count: 1 }).await?;
    }
    Ok(())
}

/// Ends all of one's own sessions but the one with this token.
///
/// # Errors
/// When the database cannot.
pub async fn end_others(desk: &Desk, token: &str) -> Result<(), Error> {
    let Some(person) = desk.person else { return Ok(()) };
    let mut tx = desk.begin().await?;
    let count = table::end_but(&mut tx, person, &digest(token)).await?;
    if count > 0 {
        tx.commit(Did::Ended { account: desk.who.clone(), count }).await?;
    }
    Ok(())
}

/// Ends every session of somebody, by their account.
///
/// # Errors
/// [`NotEnded`].
pub async fn end_of(desk: &Desk, account: &str) -> Result<(), NotEnded> {
    desk.may(&END_OF, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let person = sign_in::person_of(&mut tx, account).await?;
    let person = person.ok_or_else(|| NotEnded::NoSuchAccount(account.to_owned()))?;
    table::end_all(&mut tx, person).await?;
    tx.commit(Did::EndedOf(account.to_owned())).await?;
    Ok(())
}
