//! The command line: options and commands. Their words are in the catalogue, in both languages.

pub(crate) mod help;
pub(crate) mod lang;
pub(crate) mod wrong;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::commands::{
    audit, backup, completions, estimate, explain, export, import, outlook, ranking, ranks, restore,
    sample_size, serve, source, standing, target, user, whatif,
};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "nanghang", version)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
pub(crate) struct Common {
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    #[arg(long, global = true, env = "NANGHANG_LANG", value_parser = ["vi", "en"])]
    pub(crate) lang: Option<String>,
    #[arg(long, global = true, env = "NANGHANG_DATABASE_URL", value_name = "URL")]
    pub(crate) database: Option<String>,
    #[arg(
        long,
        global = true,
        env = "NANGHANG_DATA_DIR",
        value_name = "DIR",
        default_value = "./nanghang-data"
    )]
    pub(crate) data_dir: PathBuf,
    #[arg(long, global = true, env = "NANGHANG_TODAY", value_name = "DATE")]
    pub(crate) today: Option<jiff::civil::Date>,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Serve(serve::Args),
    Ranking(ranking::Args),
    Standing(standing::Args),
    Target(target::Args),
    Explain(explain::Args),
    Ranks(ranks::Args),
    Outlook(outlook::Args),
    Whatif(whatif::Args),
    Source(source::Args),
    Estimate(estimate::Args),
    SampleSize(sample_size::Args),
    Import(import::Args),
    Export(export::Args),
    User(user::Args),
    Audit(audit::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Completions(completions::Args),
    Man,
}

/// Whose figures are asked for.
#[derive(Debug, clap::Args)]
pub(crate) struct Province {
    #[arg(long, env = "NANGHANG_PROVINCE", default_value = "95", value_name = "PROVINCE")]
    pub(crate) province: String,
}
