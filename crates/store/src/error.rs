//! What can go wrong at the door: one variant for each thing somebody can do about it.

use std::path::PathBuf;

use crate::Digest;

/// Why the database or an attachment could not be had.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database cannot be opened at all.
    #[error("cannot open the database {address}: {source}")]
    Closed {
        /// Where, without the password.
        address: String,
        /// What the driver said.
        source: sqlx::Error,
    },
    /// Another program serves from this folder already.
    #[error("another instance is already running on the folder {}", .folder.display())]
    Claimed {
        /// The folder of the database.
        folder: PathBuf,
    },
    /// A migration was applied with another text than this program has.
    #[error("migration {name} was changed after it had been applied to this database")]
    MigrationChanged {
        /// The migration, `0001_audit`.
        name: String,
    },
    /// The database was written by a newer program.
    #[error("the database is newer than this program: it has migration {name}")]
    Newer {
        /// The first migration that this program does not know.
        name: String,
    },
    /// The database is older than this program, and was opened for reading only.
    #[error("the database is older than this program; start the server once to bring it up to date")]
    Older,
    /// A row that must be the only one of its key is there already.
    #[error("there is already a row of this key: {0}")]
    Duplicate(#[source] sqlx::Error),
    /// The stored bytes are not those that their name promises.
    #[error("the attachment {0} is damaged")]
    Damaged(Digest),
    /// No attachment has this name.
    #[error("there is no attachment {0}")]
    NoAttachment(Digest),
    /// A folder or file could not be read or written.
    #[error("{}: {source}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The place of the attachments failed.
    #[error("attachments: {0}")]
    Attachments(#[from] object_store::Error),
    /// Whatever else the database said.
    #[error("the database failed: {0}")]
    Database(#[source] sqlx::Error),
}

impl From<sqlx::Error> for Error {
    fn from(source: sqlx::Error) -> Self {
        match source.as_database_error() {
            Some(said) if said.is_unique_violation() => Self::Duplicate(source),
            _ => Self::Database(source),
        }
    }
}
