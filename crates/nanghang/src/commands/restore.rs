//! `nanghang restore FILE --into PLACE`: a backup into an empty place, into either database.

use std::fs::File;
use std::path::PathBuf;

use look::{Lang, Value};
use store::backup;

use super::backup::{file_fault, told};
use crate::cli::Common;
use crate::output::{self, Fault};
use crate::place::{self, Place};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "FILE")]
    backup_file: PathBuf,
    #[arg(long, value_name = "DIR|postgres://…")]
    into: String,
}

/// The whole file is checked before anything is written.
pub(crate) fn run(args: &Args, common: &Common, lang: Lang) -> Result<(), Fault> {
    let place = Place::named(&args.into, &common.data_dir, lang)?;
    let file = File::open(&args.backup_file).map_err(|source| file_fault(&args.backup_file, source))?;
    let manifest = place::runtime()?.block_on(backup::restore(file, &place.address, &place.data))?;
    let said = vec![
        ("place", Value::from(place.address.to_string())),
        ("created", manifest.created.to_string().into()),
    ];
    output::complain(&told(lang, "work-restored", &manifest, said));
    Ok(())
}
