//! One's own sessions: when, from where, in which browser.

use jiff::Timestamp;
use store::Error;

use super::{is_alive, table};
use crate::Desk;
use crate::sign_in::digest;

/// A session of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What it is ended by; opens nothing.
    pub key: String,
    /// When it began.
    pub began_at: Timestamp,
    /// When it was last in use, to the minute.
    pub seen_at: Timestamp,
    /// The network address that it came from.
    pub client: Option<String>,
    /// The browser, in short words.
    pub agent: Option<String>,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// The sessions that are open, the one that was used last first. `token` is the session's that asks.
///
/// # Errors
/// When the database cannot be read.
pub async fn own(desk: &Desk, token: &str) -> Result<Vec<Session>, Error> {
    let Some(person) = desk.person else { return Ok(Vec::new()) };
    let this = digest(token);
    let open = table::of(&mut desk.read().await?, person).await?;
    let read = |row: table::Open| Session {
        is_this: row.digest == this,
        key: row.digest,
        began_at: row.began_at.to_jiff(),
        seen_at: row.seen_at.to_jiff(),
        client: row.client,
        agent: row.agent,
    };
    let alive = |session: &Session| is_alive(session.began_at, session.seen_at, desk.now);
    Ok(open.into_iter().map(read).filter(alive).collect())
}
