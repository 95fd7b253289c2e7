//! `nanghang backup FILE`: the whole database and its attachments in one file, while the server runs.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use look::{Lang, Value, say_with};
use store::backup::{self, Manifest};

use crate::cli::Common;
use crate::clock;
use crate::figures::Figures;
use crate::output::{self, Fault};
use crate::place::{self, Place};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "FILE")]
    backup_file: PathBuf,
}

/// Writes beside the file first, so that an earlier backup of that name is replaced only by a whole one.
pub(crate) fn run(args: &Args, common: &Common, lang: Lang) -> Result<(), Fault> {
    Figures::open(common, lang)?;
    let place = Place::of(common, lang)?;
    let unfinished = args.backup_file.with_extension("unfinished");
    let made = place::runtime()?.block_on(write(&place, &unfinished, lang));
    let kept = made.and_then(|manifest| {
        fs::rename(&unfinished, &args.backup_file).map_err(|source| file_fault(&args.backup_file, source))?;
        Ok(manifest)
    });
    if kept.is_err() {
        fs::remove_file(&unfinished).ok();
    }
    let manifest = kept?;
    let said = [("file", Value::from(args.backup_file.display().to_string()))];
    output::complain(&told(lang, "work-backed-up", &manifest, said.into()));
    Ok(())
}

async fn write(place: &Place, to: &Path, lang: Lang) -> Result<Manifest, Fault> {
    let Some(store) = place.look().await? else {
        let address = Value::from(place.address.to_string());
        return Err(Fault::Refused(say_with(lang, "work-no-database", &[("address", address)])));
    };
    let attachments = place.attachments()?;
    let file = File::create(to).map_err(|source| file_fault(to, source))?;
    let manifest = backup::backup(&store, &attachments, clock::now().0, BufWriter::new(file)).await?;
    store.close().await;
    Ok(manifest)
}

/// How much a backup holds, in words.
pub(super) fn told(lang: Lang, key: &str, manifest: &Manifest, more: Vec<(&str, Value<'_>)>) -> String {
    let rows = manifest.tables.iter().map(|table| table.rows as usize).sum::<usize>();
    let counts = [
        ("tables", manifest.tables.len().into()),
        ("rows", rows.into()),
        ("attachments", manifest.attachments.len().into()),
    ];
    say_with(lang, key, &[more, counts.into()].concat())
}

/// A file that could not be read or written.
pub(super) fn file_fault(path: &Path, source: std::io::Error) -> Fault {
    Fault::Store(store::Error::File { path: path.to_owned(), source })
}
