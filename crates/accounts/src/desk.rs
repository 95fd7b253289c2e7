//! A desk: a person at work — who, at which post, for which agency, on which day, at which database.

use jiff::{Timestamp, civil::Date};
use store::{Ask, Error, Link, Reading, Store};

use crate::{Deed, audit};

/// A person, or the program itself, at work. The clock is handed in.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The name of who sits here.
    pub who: String,
    /// The post: `operator`, `program`.
    pub post: &'static str,
    /// The agency that they work for.
    pub agency: Option<String>,
    /// The network address that they came from; none on the command line.
    pub client: Option<String>,
    /// The civil date in Vietnam.
    pub today: Date,
    /// The instant, in whole seconds.
    pub now: Timestamp,
    store: Store,
}

impl Desk {
    /// The desk of whoever runs the command line, by the name that was handed in.
    pub fn operator(store: &Store, name: &str, today: Date, now: Timestamp) -> Self {
        Self::of(store, name, "operator", today, now)
    }

    /// The desk of the program itself, for what it does unasked: the first start.
    pub fn program(store: &Store, today: Date, now: Timestamp) -> Self {
        Self::of(store, "nanghang", "program", today, now)
    }

    fn of(store: &Store, who: &str, post: &'static str, today: Date, now: Timestamp) -> Self {
        Self {
            who: who.to_owned(),
            post,
            agency: None,
            client: None,
            today,
            now: whole_seconds(now),
            store: store.clone(),
        }
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// When none can be had.
    pub async fn read(&self) -> Result<Reading, Error> {
        self.store.read().await
    }

    /// Begins a change. Dropped without [`Tx::commit`], it never happened.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn begin(&self) -> Result<Tx, Error> {
        Ok(Tx { desk: self.clone(), inner: self.store.begin().await? })
    }
}

/// Both databases keep whole seconds alike, and their texts sort as they do.
fn whole_seconds(now: Timestamp) -> Timestamp {
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// A change under way: statements are sent through it, and it ends with what was done.
#[derive(Debug)]
pub struct Tx {
    desk: Desk,
    inner: store::Tx,
}

impl Tx {
    /// Keeps the change together with its entry in the audit trail, and gives the entry's number.
    ///
    /// # Errors
    /// When the database cannot; then nothing is kept.
    pub async fn commit(mut self, did: impl Deed) -> Result<i64, Error> {
        let seq = audit::append(&mut self.inner, &self.desk, &did).await?;
        self.inner.commit().await?;
        Ok(seq)
    }
}

impl Ask for Tx {
    fn link(&mut self) -> Link<'_> {
        self.inner.link()
    }
}
