//! The one program: commands that answer from a shell, and the server.

mod cli;
mod clock;
mod commands;
mod demonstration;
mod figures;
mod operator;
mod output;
mod place;

use std::process::ExitCode;

fn main() -> ExitCode {
    let lang = cli::lang::chosen(std::env::args(), |name| std::env::var(name).ok());
    match cli::help::parse(lang, std::env::args_os()) {
        Ok(cli) => output::end(lang, commands::run(cli, lang)),
        Err(wrong) => cli::wrong::end(lang, &wrong),
    }
}
