//! A conversation with the database: a transaction that writes, or a connection that reads.

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};

use crate::Error;

/// Sends one statement to whichever database it is; the body is compiled once for each driver.
///
/// `on!(at, c => sqlx::query(SQL).bind(year).execute(c).await)` gives `Result<_, store::Error>`.
#[macro_export]
macro_rules! on {
    ($at:expr, $c:ident => $body:expr) => {
        match $crate::Ask::link($at) {
            $crate::Link::Sqlite($c) => ($body).map_err($crate::Error::from),
            $crate::Link::Postgres($c) => ($body).map_err($crate::Error::from),
        }
    };
}

/// Sends a statement that gives no rows, and gives how many rows it touched: `run!(tx, sqlx::query(SQL).bind(year))`.
#[macro_export]
macro_rules! run {
    ($at:expr, $query:expr) => {
        $crate::on!($at, c => ($query).execute(c).await.map(|done| done.rows_affected()))
    };
}

/// Something a statement can be sent through.
pub trait Ask: Send {
    /// The connection behind it.
    fn link(&mut self) -> Link<'_>;
}

/// The connection to one of the two databases; only [`on!`] needs to look.
#[derive(Debug)]
pub enum Link<'a> {
    /// To SQLite.
    Sqlite(&'a mut SqliteConnection),
    /// To PostgreSQL.
    Postgres(&'a mut PgConnection),
}

/// A transaction. Dropped without [`Tx::commit`], it never happened.
#[derive(Debug)]
pub struct Tx(pub(crate) Begun);

#[derive(Debug)]
pub(crate) enum Begun {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    /// Makes everything that was done since the beginning last.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn commit(self) -> Result<(), Error> {
        match self.0 {
            Begun::Sqlite(tx) => tx.commit().await?,
            Begun::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Waits until no other transaction that waits for the same turn is under way; the turn ends with this
    /// transaction. SQLite has one writer at a time anyway.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn wait_turn(&mut self, turn: &'static str) -> Result<(), Error> {
        const SQL: &str = "SELECT pg_advisory_xact_lock(hashtext('nanghang'), hashtext($1))";
        if let Begun::Postgres(tx) = &mut self.0 {
            sqlx::query(SQL).bind(turn).execute(&mut **tx).await?;
        }
        Ok(())
    }
}

impl Ask for Tx {
    fn link(&mut self) -> Link<'_> {
        match &mut self.0 {
            Begun::Sqlite(tx) => Link::Sqlite(tx),
            Begun::Postgres(tx) => Link::Postgres(tx),
        }
    }
}

/// A connection for reading: each statement sees what is committed when it runs. Writing through it fails.
#[derive(Debug)]
pub struct Reading(pub(crate) Lent);

#[derive(Debug)]
pub(crate) enum Lent {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

impl Ask for Reading {
    fn link(&mut self) -> Link<'_> {
        match &mut self.0 {
            Lent::Sqlite(c) => Link::Sqlite(c),
            Lent::Postgres(c) => Link::Postgres(c),
        }
    }
}
