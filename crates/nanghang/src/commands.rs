//! The commands, a file each: read what is asked, ask the slices, write the answer.

pub(crate) mod audit;
pub(crate) mod backup;
pub(crate) mod completions;
pub(crate) mod estimate;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod man;
pub(crate) mod outlook;
pub(crate) mod ranking;
pub(crate) mod ranks;
pub(crate) mod restore;
pub(crate) mod sample_size;
pub(crate) mod serve;
pub(crate) mod source;
pub(crate) mod standing;
pub(crate) mod target;
pub(crate) mod user;
pub(crate) mod whatif;

use look::{Lang, Value, date, say_with};

use crate::cli::{Cli, Command, Common, Format};
use crate::figures::Figures;
use crate::output::Fault;

/// What a question is answered with: the figures, and how the answer is written.
pub(crate) struct Desk {
    /// Language of the answer.
    pub(crate) lang: Lang,
    /// Form of the answer.
    pub(crate) format: Format,
    /// The figures.
    pub(crate) figures: Figures,
}

impl Desk {
    /// The figures that the options point at, answered as they say.
    pub(crate) fn open(common: &Common, lang: Lang) -> Result<Self, Fault> {
        Ok(Self { lang, format: common.format, figures: Figures::open(common, lang)? })
    }
}

/// Runs the command that was read.
pub(crate) fn run(cli: Cli, lang: Lang) -> Result<(), Fault> {
    let desk = || Desk::open(&cli.common, lang);
    match cli.command {
        Command::Ranking(args) => ranking::run(args, &desk()?),
        Command::Standing(args) => standing::run(args, &desk()?),
        Command::Target(args) => target::run(args, &desk()?),
        Command::Explain(args) => explain::run(args, &desk()?),
        Command::Ranks(args) => ranks::run(args, &desk()?),
        Command::Outlook(args) => outlook::run(args, &cli.common, lang),
        Command::Whatif(args) => whatif::run(args, &desk()?),
        Command::Source(args) => source::run(&args, &desk()?),
        Command::Estimate(args) => estimate::run(&args, cli.common.format, lang),
        Command::SampleSize(args) => sample_size::run(&args, cli.common.format, lang),
        Command::Serve(args) => serve::run(args, &cli.common, lang),
        Command::Import(args) => import::run(&args, &cli.common, lang),
        Command::Export(args) => export::run(&args, &cli.common, lang),
        Command::User(args) => user::run(&args, &cli.common, lang),
        Command::Audit(args) => audit::run(&args, &cli.common, lang),
        Command::Backup(args) => backup::run(&args, &cli.common, lang),
        Command::Restore(args) => restore::run(&args, &cli.common, lang),
        Command::Completions(args) => completions::run(&args, lang),
        Command::Man => man::run(lang),
    }
}

/// Where the figures are from and when they were published.
fn published(lang: Lang, published: Option<jiff::civil::Date>) -> String {
    let source = ("source", scores::SOURCE.into());
    match published {
        Some(day) => {
            let day = Value::from(date::short(lang, day));
            say_with(lang, "cli-published", &[("published", day), source])
        }
        None => say_with(lang, "cli-published-undated", &[source]),
    }
}
