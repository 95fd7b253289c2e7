//! Scratch: an empty place on either database, gone when the test is over.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use accounts::Desk;
use jiff::{Timestamp, civil::Date};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use store::{Address, Attachments, Store};

/// An empty folder and an empty database. Made by [`crate::on_both!`].
#[derive(Debug, Clone)]
pub struct Scratch {
    address: Address,
    home: Arc<Home>,
}

/// What has to go when the test is over.
#[derive(Debug)]
struct Home {
    folder: tempfile::TempDir,
    server: Option<PgConnectOptions>,
    databases: Mutex<Vec<String>>,
}

impl Scratch {
    /// A place for a SQLite database.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let address = Address::in_folder(folder.path());
        Self { address, home: Arc::new(Home { folder, server: None, databases: Mutex::default() }) }
    }

    /// A new database on the server of the tests.
    ///
    /// # Panics
    /// When there is no such server.
    pub async fn postgres() -> Self {
        let written = std::env::var("NANGHANG_TEST_POSTGRES")
            .expect("NANGHANG_TEST_POSTGRES is not set: run scripts/test, which starts PostgreSQL");
        let server =
            written.parse().expect("NANGHANG_TEST_POSTGRES is written postgres://user@host:port/name");
        let scratch = Self::sqlite();
        let home = Arc::into_inner(scratch.home).expect("nobody else has it yet");
        Self { address: scratch.address, home: Arc::new(Home { server: Some(server), ..home }) }.fresh().await
    }

    /// Another empty place of the same kind, gone together with this one.
    ///
    /// # Panics
    /// When the database cannot be made.
    pub async fn fresh(&self) -> Self {
        let Some(server) = &self.home.server else { return self.fresh_sqlite() };
        let name = format!("nanghang_test_{}_{}", std::process::id(), next());
        tell(server, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        tell(server, format!("CREATE DATABASE {name} TEMPLATE template0")).await;
        let address = Address::Postgres(Box::new(server.clone().database(&name)));
        self.home.databases.lock().expect("no test panics here").push(name);
        Self { address, home: Arc::clone(&self.home) }
    }

    /// Another empty place for a SQLite database, whichever this one is.
    pub fn fresh_sqlite(&self) -> Self {
        let folder = self.folder().join(format!("place-{}", next()));
        Self { address: Address::in_folder(&folder), home: Arc::clone(&self.home) }
    }

    /// Where the database is, or will be.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// The folder of this place. Nothing is in it yet, and it may not be there yet.
    pub fn folder(&self) -> PathBuf {
        match &self.address {
            Address::Sqlite(path) => path.parent().unwrap_or(Path::new(".")).to_owned(),
            Address::Postgres(_) => self.home.folder.path().to_owned(),
        }
    }

    /// The database, opened and brought up to date.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn store(&self) -> Store {
        Store::open(&self.address).await.expect("the scratch database opens")
    }

    /// The attachments of this place.
    ///
    /// # Panics
    /// When the folder cannot be made.
    pub fn attachments(&self) -> Attachments {
        Attachments::in_folder(&self.folder()).expect("the scratch folder can be written")
    }

    /// A desk of an operator at this database, on 20 May 2025 at nine in the morning.
    ///
    /// # Panics
    /// When the database cannot be opened.
    pub async fn desk(&self) -> Desk {
        let now: Timestamp = "2025-05-20T02:00:00Z".parse().expect("an instant");
        Desk::operator(&self.store().await, "Lan", Date::constant(2025, 5, 20), now)
    }

    /// Removes what was made on a server; folders go by themselves.
    pub(crate) async fn tidy(self) {
        let Some(server) = &self.home.server else { return };
        let names = std::mem::take(&mut *self.home.databases.lock().expect("no test panics here"));
        for name in names {
            tell(server, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
    }
}

/// A number that this process has not used.
fn next() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

async fn tell(server: &PgConnectOptions, statement: String) {
    let mut connection = PgConnection::connect_with(server)
        .await
        .expect("the PostgreSQL of NANGHANG_TEST_POSTGRES answers: run scripts/test, which starts it");
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await.expect("the server obeys");
    connection.close().await.expect("the server lets go");
}
