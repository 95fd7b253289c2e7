//! Choosing which of one's posts to sit at.

use store::Error;

use super::did::Did;
use super::table;
use crate::sign_in::digest;
use crate::{Chance, Desk};

/// A post that one may sit at today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The code of the post.
    pub post: String,
    /// What the post is called.
    pub name: String,
    /// What its agency is called.
    pub agency: String,
    /// Whether one sits there now.
    pub is_this: bool,
}

/// Why one stays where one sits.
#[derive(Debug, thiserror::Error)]
pub enum Elsewhere {
    /// The person does not hold that post today, or the session is over.
    #[error("not a post of theirs today")]
    NotHeld,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// The posts that one may sit at today, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn seats(desk: &Desk, token: &str) -> Result<Vec<Seat>, Error> {
    let rows = table::seats(&mut desk.read().await?, &digest(token), desk.today).await?;
    let read = |row: table::Seat| Seat {
        is_this: row.post == desk.post,
        post: row.post,
        name: row.names.0,
        agency: row.names.1,
    };
    let mut seats: Vec<_> = rows.into_iter().map(read).collect();
    seats.sort_by(|a, b| (&a.agency, &a.name, &a.post).cmp(&(&b.agency, &b.name, &b.post)));
    Ok(seats)
}

/// Sits down at another of one's posts. What one may do changes, so the session gets a new token.
///
/// # Errors
/// [`Elsewhere`].
pub async fn choose(desk: &Desk, token: &str, post: &str, chance: &Chance) -> Result<String, Elsewhere> {
    let (old, new) = (digest(token), chance.token());
    let mut tx = desk.begin().await?;
    let held = table::seats(&mut tx, &old, desk.today).await?.iter().any(|seat| seat.post == post);
    if !held || !table::put(&mut tx, &old, &digest(&new), post).await? {
        return Err(Elsewhere::NotHeld);
    }
    let (account, before) = (desk.who.clone(), desk.post.clone());
    tx.commit(Did::Chose { account, before, post: post.to_owned() }).await?;
    Ok(new)
}
