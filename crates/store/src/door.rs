//! The door itself: opening, reading, beginning to write, and closing.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, PgConnection, PgPool, SqlitePool};

use crate::transaction::{Begun, Lent};
use crate::{Address, Error, Reading, Tx, claim, folder, migrations};

/// How long a writer waits for another on the same SQLite file: an import takes seconds, not minutes.
const BUSY: Duration = Duration::from_secs(30);
/// After which pause it asks again where SQLite does not wait by itself.
const AGAIN: Duration = Duration::from_millis(20);
/// Connections of one instance to each database, for reading; PostgreSQL has as many again for writing.
const CONNECTIONS: u32 = 8;

/// The database, open. Cheap to clone; every clone is the same door.
#[derive(Debug, Clone)]
pub struct Store(Pools);

#[derive(Debug, Clone)]
enum Pools {
    Sqlite { read: SqlitePool, write: SqlitePool },
    Postgres { read: PgPool, write: PgPool },
}

impl Store {
    /// Opens the database, makes it when it is not there, and applies what migrations are missing.
    ///
    /// # Errors
    /// [`Error::Closed`] when it cannot be reached; [`Error::Newer`] or [`Error::MigrationChanged`] when it
    /// does not fit this program.
    pub async fn open(address: &Address) -> Result<Self, Error> {
        Self::open_at(address, migrations::newest()).await
    }

    /// Opens the database and applies migrations to `version` only: for restoring what an older program
    /// saved, and for the tests of later migrations.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_at(address: &Address, version: i64) -> Result<Self, Error> {
        let opened = match address {
            Address::Sqlite(path) => sqlite(path).await,
            Address::Postgres(options) => postgres(options, false).await,
        };
        let store = opened.map_err(|source| closed(address, source))?;
        migrations::bring_to(&store, version).await?;
        Ok(store)
    }

    /// Opens a database that is there for reading only, creating and changing nothing; none where there is
    /// none. For a command that reads and ends: it does not follow a server that starts meanwhile.
    ///
    /// # Errors
    /// As [`Store::open`], and [`Error::Older`] when migrations are missing.
    pub async fn look(address: &Address) -> Result<Option<Self>, Error> {
        let opened = match address {
            Address::Sqlite(path) if !path.exists() => return Ok(None),
            Address::Sqlite(path) => Ok(looking(path)),
            Address::Postgres(options) => postgres(options, true).await,
        };
        let store = opened.map_err(|source| closed(address, source))?;
        let applied = migrations::applied(&mut store.read().await?).await?;
        match applied {
            0 => Ok(None),
            n if n < migrations::newest() => Err(Error::Older),
            _ => Ok(Some(store)),
        }
    }

    /// A connection for reading. For one row it costs a fifth of a transaction.
    ///
    /// # Errors
    /// When none can be had.
    pub async fn read(&self) -> Result<Reading, Error> {
        Ok(Reading(match &self.0 {
            Pools::Sqlite { read, .. } => Lent::Sqlite(read.acquire().await?),
            Pools::Postgres { read, .. } => Lent::Postgres(read.acquire().await?),
        }))
    }

    /// Begins a transaction that will write; on SQLite it waits here for its turn, never in the middle.
    ///
    /// # Errors
    /// When it cannot begin.
    pub async fn begin(&self) -> Result<Tx, Error> {
        Ok(Tx(match &self.0 {
            Pools::Sqlite { write, .. } => Begun::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres { write, .. } => Begun::Postgres(write.begin().await?),
        }))
    }

    /// Begins a transaction that only reads and sees the database as of its first statement, to the end.
    ///
    /// # Errors
    /// When it cannot begin.
    pub async fn snapshot(&self) -> Result<Tx, Error> {
        const STEADY: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        Ok(Tx(match &self.0 {
            Pools::Sqlite { read, .. } => Begun::Sqlite(read.begin().await?),
            Pools::Postgres { read, .. } => Begun::Postgres(read.begin_with(STEADY).await?),
        }))
    }

    /// Leaves nothing of what was deleted in the log beside a SQLite file: it is emptied into the file, where deleted bytes are
    /// written over. Readers under way are waited for; where one stays too long, the next time does it. PostgreSQL writes over
    /// what was deleted by its own vacuum.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn rinse(&self) -> Result<(), Error> {
        if let Pools::Sqlite { write, .. } = &self.0 {
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(write).await?;
        }
        Ok(())
    }

    /// Lets go of every connection; on SQLite what was written moves into the one file.
    pub async fn close(&self) {
        match &self.0 {
            Pools::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres { read, write } => {
                read.close().await;
                write.close().await;
            }
        }
    }
}

fn closed(address: &Address, source: sqlx::Error) -> Error {
    Error::Closed { address: address.to_string(), source }
}

/// One connection writes, so no transaction ever meets a locked database; the others only read.
async fn sqlite(path: &Path) -> Result<Store, sqlx::Error> {
    folder::make(claim::folder_of(path))?;
    // The logs beside it get the rights of the file.
    folder::make_file(path)?;
    let options = file(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        // What is deleted is written over.
        .pragma("secure_delete", "ON");
    let write = lasting().max_connections(1).connect_lazy_with(options);
    begin(&write).await?;
    Ok(Store(Pools::Sqlite { read: reading(file(path).read_only(true)), write }))
}

/// Makes the first connection. Of programs that start together one turns the file's log on, and the others are told at once
/// that it is locked, however long they would wait for anything else.
async fn begin(write: &SqlitePool) -> Result<(), sqlx::Error> {
    let start = Instant::now();
    loop {
        match write.acquire().await {
            Err(fault) if is_locked(&fault) && start.elapsed() < BUSY => tokio::time::sleep(AGAIN).await,
            made => return made.map(drop),
        }
    }
}

/// Whether it is SQLite's `SQLITE_BUSY`, the lowest byte of every longer code of its kind.
fn is_locked(fault: &sqlx::Error) -> bool {
    let code = fault.as_database_error().and_then(|fault| fault.code()?.parse::<i32>().ok());
    code.is_some_and(|code| code & 0xff == 5)
}

/// A file beside which no log lies has no other program at it. Opened as one that never changes it needs no
/// log of its own, which would be left behind.
fn looking(path: &Path) -> Store {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let options = file(path).read_only(true).immutable(!PathBuf::from(log).exists());
    let read = reading(options);
    Store(Pools::Sqlite { write: read.clone(), read })
}

fn file(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(path).foreign_keys(true).busy_timeout(BUSY)
}

fn reading(options: SqliteConnectOptions) -> SqlitePool {
    lasting().max_connections(CONNECTIONS).connect_lazy_with(options)
}

/// A file does not go away as a server does: no connection is tested or renewed.
fn lasting() -> SqlitePoolOptions {
    SqlitePoolOptions::new().test_before_acquire(false).idle_timeout(None).max_lifetime(None)
}

/// The first connection is made outside the pools, which would try again and again where nobody answers.
async fn postgres(options: &PgConnectOptions, only_reading: bool) -> Result<Store, sqlx::Error> {
    PgConnection::connect_with(options).await?.close().await?;
    let pool = || PgPoolOptions::new().max_connections(CONNECTIONS);
    let read = pool().after_connect(|c, _| Box::pin(only_read(c))).connect_lazy_with(options.clone());
    let write = if only_reading { read.clone() } else { pool().connect_lazy_with(options.clone()) };
    Ok(Store(Pools::Postgres { read, write }))
}

async fn only_read(c: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query("SET default_transaction_read_only = on").execute(c).await?;
    Ok(())
}
