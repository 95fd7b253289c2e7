//! A backup: the whole database and its attachments in one `.tar.zst`, made while the server runs.
//!
//! Inside lie `tables/NAME.jsonl`, one row to a line, each table after those that it needs; the attachments;
//! and last `manifest.json`, which tells what must be there. It does not matter which database it came from.

mod archive;
mod keys;
mod line;
mod load;
mod manifest;

use std::fs::File;
use std::io::{BufReader, BufWriter, Seek, Write};

use futures_util::TryStreamExt;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Row};

use crate::{Attachments, Error, Store, Table, Tx, catalogue, migrations, on};
use archive::place_of;
use line::cell;

pub use archive::verify;
pub use load::{load, restore};
pub use manifest::{Applied, AttachmentFile, FORMAT, Manifest, TableFile};

/// Why a backup could not be made or restored. Nothing was written unless the place itself failed.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The file is something else.
    #[error("the file is not a backup of this program")]
    NotABackup,
    /// The file ends too early.
    #[error("the backup is cut off: its end is missing")]
    Cut,
    /// A part is not what it was when the backup was made.
    #[error("the backup is damaged at {part}")]
    Damaged {
        /// The file inside the archive that does not agree with its checksum.
        part: String,
    },
    /// The backup was made by a newer program.
    #[error("the backup was made by a newer program: {what}")]
    Newer {
        /// The format or migration that this program does not know.
        what: String,
    },
    /// The place has something in it already.
    #[error("{place} is not empty; a backup is restored into an empty place only")]
    NotEmpty {
        /// The database or folder.
        place: String,
    },
    /// A table has other columns than this program gives it.
    #[error("the table {table} of the backup does not fit this program")]
    Misfit {
        /// Which table.
        table: String,
    },
    /// The backup file itself could not be read or written.
    #[error("the backup file: {0}")]
    File(#[from] std::io::Error),
    /// The database or the attachments failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Writes a backup of one moment, while others go on writing, and gives what went into it.
///
/// # Errors
/// [`Fault::File`] when it cannot be written; [`Fault::Store`] when something cannot be read, a damaged
/// attachment included.
pub async fn backup(
    store: &Store,
    attachments: &Attachments,
    created: Timestamp,
    to: impl Write + Send,
) -> Result<Manifest, Fault> {
    let mut archive = archive::Writer::begin(to, created)?;
    let mut snapshot = store.snapshot().await?;
    let mut manifest = Manifest {
        format: FORMAT,
        created,
        migrations: Applied::first(migrations::applied(&mut snapshot).await?),
        tables: Vec::new(),
        attachments: Vec::new(),
    };
    for table in catalogue::tables(&mut snapshot).await? {
        let (told, file) = spool(&mut snapshot, table).await?;
        archive.add(&told.place(), told.size, BufReader::new(file))?;
        manifest.tables.push(told);
    }
    for digest in attachments.list().await? {
        let bytes = attachments.get(&digest).await?;
        let size = bytes.len() as u64;
        archive.add(&place_of(&digest), size, &bytes[..])?;
        manifest.attachments.push(AttachmentFile { sha256: digest.to_string(), size });
    }
    archive.finish(&manifest)?;
    Ok(manifest)
}

/// A table as a file without a name: an archive wants to know the size of a file before its content.
async fn spool(snapshot: &mut Tx, table: Table) -> Result<(TableFile, File), Fault> {
    let mut out = Summed::new(BufWriter::new(tempfile::tempfile()?));
    let rows = dump(snapshot, &table, &mut out).await?;
    let (size, sha256) = out.sum();
    let mut file = out.inner.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.rewind()?;
    Ok((TableFile { name: table.name, columns: table.columns, rows, size, sha256 }, file))
}

/// Every row of a table, one to a line; gives how many.
async fn dump(snapshot: &mut Tx, table: &Table, out: &mut (impl Write + Send)) -> Result<u64, Fault> {
    let columns: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let sql = format!("SELECT {} FROM {}", columns.join(", "), quoted(&table.name));
    let mut count = 0;
    on!(snapshot, c => {
        let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(c);
        while let Some(row) = rows.try_next().await.map_err(Error::from)? {
            let mut cells = Vec::with_capacity(table.columns.len());
            for (place, column) in table.columns.iter().enumerate() {
                cells.push(line::json(&cell!(row, place, column.kind).map_err(Error::from)?));
            }
            serde_json::to_writer(&mut *out, &cells).map_err(std::io::Error::from)?;
            out.write_all(b"\n")?;
            count += 1;
        }
        Ok::<(), Error>(())
    })?;
    Ok(count)
}

/// A name of the catalogue as it stands in a statement.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Counts and hashes what passes through.
struct Summed<W> {
    inner: W,
    size: u64,
    hash: Sha256,
}

impl<W> Summed<W> {
    fn new(inner: W) -> Self {
        Self { inner, size: 0, hash: Sha256::new() }
    }

    /// How many bytes, and their SHA-256.
    fn sum(&self) -> (u64, String) {
        (self.size, crate::attachments::hex(&self.hash.clone().finalize()))
    }
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.size += written as u64;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}
