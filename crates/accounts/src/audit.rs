//! The audit trail: who did what, when, and what it was before and after. Entries are only ever added.
//!
//! Each entry's hash covers the hash of the entry before it, so a changed, removed or inserted entry breaks
//! the chain from there on. An entry that is taken from the end leaves no gap: whoever wants to prove that
//! too keeps the newest hash elsewhere.

mod search;
mod table;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{Ask, Error, Store};

use crate::{Deed, Desk};

pub use search::{READ, Unsearched, Wanted, acts, search};

/// One entry of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its number, from 1 without gaps.
    pub seq: i64,
    /// When, in whole seconds.
    pub at: Timestamp,
    /// Who.
    pub who: String,
    /// At which post.
    pub post: String,
    /// For which agency.
    pub agency: Option<String>,
    /// From which network address.
    pub client: Option<String>,
    /// What was done: `scores.imported`.
    pub act: String,
    /// To what: `edition/2024`.
    pub subject: String,
    /// What was there before, as JSON.
    pub before: Option<String>,
    /// What is there since, as JSON.
    pub after: Option<String>,
    /// SHA-256 over all of this and the entry before, in hexadecimal.
    pub hash: String,
}

/// The chain does not hold.
#[derive(Debug, thiserror::Error)]
pub enum Unsound {
    /// From this entry on.
    #[error("the audit trail is broken at entry {seq}")]
    Broken {
        /// The first number that is missing or does not fit.
        seq: i64,
    },
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] Error),
}

impl Entry {
    /// The hash that the entry must have after one with the hash `previous`.
    fn sealed(&self, previous: &str) -> String {
        let told = (&self.act, &self.subject, &self.before, &self.after);
        let by = (&self.who, &self.post, &self.agency, &self.client);
        let text = json!([previous, self.seq, self.at, by, told]).to_string();
        Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Adds what was done; the trail is written by one at a time.
pub(crate) async fn append(tx: &mut store::Tx, desk: &Desk, did: &impl Deed) -> Result<i64, Error> {
    tx.wait_turn("audit").await?;
    let (last, previous) = table::last(tx).await?.unwrap_or_default();
    let mut entry = Entry {
        seq: last + 1,
        at: desk.now,
        who: desk.who.clone(),
        post: desk.post.clone(),
        agency: desk.agency.clone(),
        client: desk.client.clone(),
        act: did.act().to_owned(),
        subject: did.subject(),
        before: did.before().map(|value| value.to_string()),
        after: did.after().map(|value| value.to_string()),
        hash: String::new(),
    };
    entry.hash = entry.sealed(&previous);
    table::insert(tx, &entry).await?;
    Ok(entry.seq)
}

/// The number of the newest entry, 0 before the first. One cheap query: it changes with every change.
///
/// # Errors
/// When the database cannot be read.
pub async fn latest(store: &Store) -> Result<i64, Error> {
    let last = table::last(&mut store.read().await?).await?;
    Ok(last.map_or(0, |(seq, _)| seq))
}

/// The acts after number `after`, each once, with the number of its newest entry: what has become stale.
///
/// # Errors
/// When the database cannot be read.
pub async fn since(at: &mut impl Ask, after: i64) -> Result<Vec<(String, i64)>, Error> {
    table::since(at, after).await
}

/// The entries after number `after`, oldest first, at most `most`.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(at: &mut impl Ask, after: i64, most: i64) -> Result<Vec<Entry>, Error> {
    table::list(at, after, most).await
}

/// The entries about one thing, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn about(at: &mut impl Ask, subject: &str) -> Result<Vec<Entry>, Error> {
    table::about(at, subject).await
}

/// Checks the whole chain and gives the number of entries.
///
/// # Errors
/// [`Unsound::Broken`] with the first entry that does not fit.
pub async fn verify(store: &Store) -> Result<i64, Unsound> {
    const PAGE: i64 = 1000;
    let mut snapshot = store.snapshot().await?;
    let (mut seq, mut hash) = (0, String::new());
    loop {
        let page = list(&mut snapshot, seq, PAGE).await?;
        let Some(newest) = page.last().map(|entry| entry.seq) else { return Ok(seq) };
        for entry in page {
            seq += 1;
            if entry.seq != seq || entry.hash != entry.sealed(&hash) {
                return Err(Unsound::Broken { seq });
            }
            hash = entry.hash;
        }
        debug_assert_eq!(seq, newest);
    }
}
