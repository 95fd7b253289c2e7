//! `nanghang completions SHELL`: what a shell needs to complete our commands.

use clap_complete::Shell;
use look::Lang;

use crate::cli::help;
use crate::output::{self, Fault};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    shell: Shell,
}

/// Writes the completions.
pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), Fault> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(lang), "nanghang", &mut script);
    output::print(&String::from_utf8_lossy(&script))
}
