//! The manifest: what must be in a backup for it to be whole.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Fault;
use crate::{Column, migrations};

/// The version of the archive's layout that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the layout.
    pub format: u32,
    /// When it was made.
    pub created: Timestamp,
    /// The migrations of the database that it was made from, in order.
    pub migrations: Vec<Applied>,
    /// Its tables, each after those that it needs.
    pub tables: Vec<TableFile>,
    /// Its attachments.
    pub attachments: Vec<AttachmentFile>,
}

/// A migration that the database had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// Its name, `0001_audit`.
    pub name: String,
    /// SHA-256 of its text.
    pub checksum: String,
}

/// The file of one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableFile {
    /// The table.
    pub name: String,
    /// Its columns in the order of the cells.
    pub columns: Vec<Column>,
    /// How many rows.
    pub rows: u64,
    /// How many bytes.
    pub size: u64,
    /// The SHA-256 of the bytes.
    pub sha256: String,
}

/// One attachment; its name is its checksum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentFile {
    /// The SHA-256 of the bytes.
    pub sha256: String,
    /// How many bytes.
    pub size: u64,
}

impl TableFile {
    /// Where it lies in the archive.
    pub fn place(&self) -> String {
        format!("tables/{}.jsonl", self.name)
    }
}

impl Applied {
    /// The first `count` migrations of this program.
    pub(super) fn first(count: i64) -> Vec<Self> {
        let ours = migrations::ALL.iter().take(count as usize);
        ours.map(|migration| Self { name: migration.name.to_owned(), checksum: migration.checksum() })
            .collect()
    }
}

impl Manifest {
    /// The number of the migration that the backup's database had, which this program must have too.
    pub(super) fn version(&self) -> Result<i64, Fault> {
        let count = self.migrations.len() as i64;
        let ours = Applied::first(count);
        match self.migrations.iter().zip(&ours).find(|(theirs, ours)| theirs != ours) {
            Some((theirs, _)) => Err(crate::Error::MigrationChanged { name: theirs.name.clone() }.into()),
            None => match self.migrations.get(ours.len()) {
                Some(newer) => Err(Fault::Newer { what: newer.name.clone() }),
                None => Ok(count),
            },
        }
    }
}
