//! Restoring: the archive is checked to its end first, then loaded in one transaction.

use std::io::{BufRead, BufReader, Read, Seek};
use std::path::Path;

use super::{Fault, Manifest, TableFile, archive, keys, line, quoted};
use crate::insert::insert_rows;
use crate::{Address, Attachments, Claim, Error, Store, Tx, Value, catalogue, migrations};

/// Rows that are in memory at once.
const ROWS: usize = 1000;

/// Restores a backup into an empty place, whichever database it came from, and brings it up to date.
///
/// # Errors
/// As [`super::verify`], before anything is written; [`Fault::NotEmpty`] when something is there already.
pub async fn restore(mut from: impl Read + Seek, into: &Address, data: &Path) -> Result<Manifest, Fault> {
    let manifest = archive::verify(&mut from)?;
    be_empty(into, data).await?;
    let claim = Claim::take(into)?;
    let store = Store::open_at(into, manifest.version()?).await?;
    let attachments = Attachments::in_folder(data)?;
    let loaded = load(from, &manifest, &store, &attachments).await;
    store.close().await;
    if let (Err(_), Address::Sqlite(file)) = (&loaded, into) {
        std::fs::remove_file(file)?;
    }
    loaded?;
    Store::open(into).await?.close().await;
    drop(claim);
    Ok(manifest)
}

/// No file of a database, no table on the server, and no attachments.
async fn be_empty(into: &Address, data: &Path) -> Result<(), Fault> {
    let is_empty = match into {
        Address::Sqlite(file) => !file.exists(),
        Address::Postgres(_) => match Store::open_at(into, 0).await {
            Ok(store) => catalogue::is_empty(&mut store.read().await?).await?,
            Err(unreachable @ Error::Closed { .. }) => return Err(unreachable.into()),
            Err(_) => false,
        },
    };
    let folder = data.join("attachments");
    if !is_empty {
        Err(Fault::NotEmpty { place: into.to_string() })
    } else if std::fs::read_dir(&folder).is_ok_and(|mut files| files.next().is_some()) {
        Err(Fault::NotEmpty { place: folder.display().to_string() })
    } else {
        Ok(())
    }
}

/// Loads a backup that was verified into an open database of the same version; what its tables held is
/// replaced. All of it or nothing, attachments apart.
///
/// # Errors
/// [`Fault::Misfit`] when the tables are others; whatever the database says.
pub async fn load(
    mut from: impl Read + Seek,
    manifest: &Manifest,
    store: &Store,
    attachments: &Attachments,
) -> Result<(), Fault> {
    from.rewind()?;
    let mut tx = store.begin().await?;
    fit(&mut tx, manifest).await?;
    keys::hold_back(&mut tx).await?;
    for table in manifest.tables.iter().rev() {
        keys::clear(&mut tx, &table.name).await?;
    }
    for entry in archive::open(from)?.entries()? {
        let mut entry = entry?;
        let place = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if let Some(table) = manifest.tables.iter().find(|table| table.place() == place) {
            fill(&mut tx, table, BufReader::new(entry)).await?;
        } else if place.starts_with("attachments/") {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            attachments.put(bytes).await?;
        }
    }
    keys::hold_again(&mut tx).await?;
    keys::go_on_counting(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// The tables of the backup are those of the database, column by column.
async fn fit(tx: &mut Tx, manifest: &Manifest) -> Result<(), Fault> {
    if migrations::applied(tx).await? != manifest.version()? {
        return Err(Error::Older.into());
    }
    let ours = catalogue::tables(tx).await?;
    let is_known = |theirs: &&TableFile| {
        ours.iter().any(|ours| ours.name == theirs.name && ours.columns == theirs.columns)
    };
    if let Some(theirs) = manifest.tables.iter().find(|theirs| !is_known(theirs)) {
        return Err(Fault::Misfit { table: theirs.name.clone() });
    }
    match ours.into_iter().find(|ours| manifest.tables.iter().all(|theirs| theirs.name != ours.name)) {
        Some(ours) => Err(Fault::Misfit { table: ours.name }),
        None => Ok(()),
    }
}

/// The rows of one table, a thousand at a time.
async fn fill(tx: &mut Tx, table: &TableFile, lines: impl BufRead) -> Result<(), Fault> {
    let names: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let statement = format!("INSERT INTO {} ({}) VALUES {{rows}}", quoted(&table.name), names.join(", "));
    let mut cells: Vec<Value<'static>> = Vec::new();
    for line in lines.lines() {
        let misfit = || Fault::Misfit { table: table.name.clone() };
        cells.extend(line::cells(&line?, &table.columns).ok_or_else(misfit)?);
        if cells.len() >= ROWS * names.len() {
            insert_rows(tx, &statement, names.len(), cells.drain(..)).await?;
        }
    }
    insert_rows(tx, &statement, names.len(), cells.into_iter()).await?;
    Ok(())
}
