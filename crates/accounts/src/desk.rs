//! A desk: a person at work — who, at which post, for which agency, on which day, at which database.

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::Date};
use store::{Ask, Error, Link, Reading, Store};

use crate::{Deed, Role, audit};

/// A person, or the program itself, at work. The clock is handed in.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The account of who sits here.
    pub who: String,
    /// The person; none for the operator and the program.
    pub person: Option<i64>,
    /// The code of the post: `bl-snv.chuyen-vien`, `operator`, `program`.
    pub post: String,
    /// What the post is trusted with.
    pub role: Role,
    /// The code of the agency that they work for.
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
        Self::of(store, name, Role::Operator, today, now)
    }

    /// The desk of the program itself, for what it does unasked: the first start.
    pub fn program(store: &Store, today: Date, now: Timestamp) -> Self {
        Self::of(store, "nanghang", Role::Program, today, now)
    }

    fn of(store: &Store, who: &str, role: Role, today: Date, now: Timestamp) -> Self {
        Self {
            who: who.to_owned(),
            person: None,
            post: role.as_str().to_owned(),
            role,
            agency: None,
            client: None,
            today,
            now: whole_seconds(now),
            store: store.clone(),
        }
    }

    /// The same database on the same day with a person sitting at a post of an agency.
    pub fn seat(&self, (person, account): (i64, &str), post: &str, role: Role, agency: &str) -> Self {
        Self {
            who: account.to_owned(),
            person: Some(person),
            post: post.to_owned(),
            role,
            agency: Some(agency.to_owned()),
            ..self.clone()
        }
    }

    /// The same desk in the name of a person at the door, who sits at no post yet.
    pub(crate) fn at_door(&self, person: i64, account: &str) -> Self {
        Self { who: account.to_owned(), person: Some(person), post: "sign-in".to_owned(), ..self.clone() }
    }

    /// The same desk at nine in the morning of another day, in Viet Nam.
    pub fn on(&self, today: Date) -> Self {
        let nine = today.at(2, 0, 0, 0).to_zoned(TimeZone::UTC).map_or(self.now, |nine| nine.timestamp());
        Self { today, now: nine, ..self.clone() }
    }

    /// The desk with the network address that its request came from.
    pub fn from_client(mut self, client: Option<String>) -> Self {
        self.client = client;
        self
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
    /// Waits until no other change that waits for the same turn is under way: see [`store::Tx::wait_turn`].
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn wait_turn(&mut self, turn: &'static str) -> Result<(), Error> {
        self.inner.wait_turn(turn).await
    }

    /// Enters into the audit trail what follows by itself from the change under way; its own deed comes with
    /// [`Tx::commit`].
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn note(&mut self, did: impl Deed) -> Result<i64, Error> {
        audit::append(&mut self.inner, &self.desk, &did).await
    }

    /// Keeps the change together with its entry in the audit trail, and gives the entry's number.
    ///
    /// # Errors
    /// When the database cannot; then nothing is kept.
    pub async fn commit(mut self, did: impl Deed) -> Result<i64, Error> {
        let seq = self.note(did).await?;
        self.inner.commit().await?;
        Ok(seq)
    }
}

impl Ask for Tx {
    fn link(&mut self) -> Link<'_> {
        self.inner.link()
    }
}
