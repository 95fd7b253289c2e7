//! What a command leaves behind: its answer on stdout, words about the work on stderr, an exit code.

mod fault;
pub(crate) mod grid;
pub(crate) mod waiting;

pub(crate) use fault::Fault;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use look::Lang;
use serde::Serialize;
use web::api::sheet::Sheet;

use crate::cli::Format;

/// The exit code of a command: 0 answered, 1 refused, 2 wrong usage; why not goes to stderr.
pub(crate) fn end(lang: Lang, outcome: Result<(), Fault>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            complain(&fault.sentence(lang));
            ExitCode::from(fault.code())
        }
    }
}

/// An answer in the form that was asked for.
pub(crate) fn answer(
    format: Format,
    json: &impl Serialize,
    sheet: impl FnOnce() -> Sheet,
    table: impl FnOnce() -> String,
) -> Result<(), Fault> {
    match format {
        Format::Json => {
            let text = serde_json::to_string_pretty(json).map_err(anyhow::Error::from)?;
            print(&(text + "\n"))
        }
        Format::Csv => print(&sheet().csv()),
        Format::Table => print(&table()),
    }
}

/// Writes to stdout. A reader that has gone away (`| head`) is no fault.
pub(crate) fn print(text: &str) -> Result<(), Fault> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(fault) if fault.kind() != ErrorKind::BrokenPipe => Err(Fault::Failed(fault.into())),
        _ => Ok(()),
    }
}

/// Says on stderr; nobody is left to tell when that fails.
pub(crate) fn complain(sentence: &str) {
    writeln!(io::stderr().lock(), "{sentence}").ok();
}
