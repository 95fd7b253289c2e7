//! `nanghang import`: an edition of scores, or the tasks of a plan, from a foreign file, all of it or nothing.

mod progress;
mod report;
pub(crate) mod tasks;
mod words;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use accounts::Desk;
use look::{Lang, Value, say_with};
use places::country;
use scores::import::{self, Imported, LARGEST, Options, Refused, Unread, Wishes};
use scores::outlook::{SEEMS_RENEWED, break_statistic};

use super::backup::file_fault;
use crate::cli::{Common, Format};
use crate::clock;
use crate::figures::Figures;
use crate::operator;
use crate::output::{self, Fault};
use crate::place::{self, Place};
use progress::Progress;
use report::Report;
pub(crate) use tasks::no_plan;

/// What to import.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

/// The kinds of data that may be imported.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum What {
    Scores(Scores),
    Tasks(tasks::Tasks),
}

/// Options of `import scores`.
#[derive(Debug, clap::Args)]
pub(crate) struct Scores {
    #[arg(value_name = "FILE")]
    scores_file: PathBuf,
    #[arg(long = "year", value_name = "YEAR")]
    scores_year: Option<String>,
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    replace: bool,
}

/// Imports, or says what an import would change.
pub(crate) fn run(args: &Args, common: &Common, lang: Lang) -> Result<(), Fault> {
    match &args.what {
        What::Scores(args) => scores(args, common, lang),
        What::Tasks(args) => tasks::run(args, common, lang),
    }
}

fn scores(args: &Scores, common: &Common, lang: Lang) -> Result<(), Fault> {
    Figures::open(common, lang)?;
    let wishes = args.wishes(lang)?;
    let bytes = read(&args.scores_file)?;
    let name = file_name(&args.scores_file);
    let file = import::File { name: &name, bytes: &bytes };
    let mut progress = Progress::new(lang);
    let outcome = match args.dry_run {
        true => rehearse(file, &wishes, common, lang, &mut progress),
        false => keep(file, &wishes, common, lang, &mut progress),
    };
    progress.finish();
    let report = match outcome {
        Ok(imported) => {
            let renewed =
                if args.dry_run { Vec::new() } else { seem_renewed(&imported.years, common, lang)? };
            Report::accepted(imported, args.dry_run).asking(renewed)
        }
        Err(Outcome::Unread(Unread::NoSuchSheet { wanted, sheets })) => {
            let values = [("wanted", Value::from(wanted)), ("sheets", sheets.join(", ").into())];
            return Err(Fault::Wrong(say_with(lang, "import-no-such-sheet", &values)));
        }
        Err(Outcome::Unread(Unread::Wrong { problems, warnings })) => {
            Report::refused(problems, warnings, args.dry_run)
        }
        Err(Outcome::Fault(fault)) => return Err(fault),
    };
    finish(&report, &name, common.format, lang)
}

/// Which of these editions seem to have surveyed places drawn anew, which nobody has said yet.
fn seem_renewed(years: &[i16], common: &Common, lang: Lang) -> Result<Vec<report::Renewed>, Fault> {
    let editions = Figures::open(common, lang)?.all()?;
    let unsaid = |year: &&i16| editions.periods().of(**year) != **year;
    let statistic = |year: &i16| {
        let statistic = break_statistic(&editions, country().set_of_year(*year), *year)?;
        (statistic < SEEMS_RENEWED).then_some(report::Renewed { year: *year, statistic })
    };
    Ok(years.iter().filter(unsaid).filter_map(statistic).collect())
}

/// The answer on stdout, the sentence about it on stderr, and the exit code that goes with it.
fn finish(report: &Report, name: &str, format: Format, lang: Lang) -> Result<(), Fault> {
    output::answer(format, report, || report.sheet(), || report.lines(lang))?;
    let sentence = report.sentence(name, lang);
    if report.accepted {
        output::complain(&sentence);
        Ok(())
    } else {
        Err(Fault::Refused(sentence))
    }
}

/// Why nothing was imported.
enum Outcome {
    Unread(Unread),
    Fault(Fault),
}

fn rehearse(
    file: import::File<'_>,
    wishes: &Wishes,
    common: &Common,
    lang: Lang,
    progress: &mut Progress,
) -> Result<Imported, Outcome> {
    let there = Figures::open(common, lang).and_then(|figures| figures.all()).map_err(Outcome::Fault)?;
    let reading = import::read(file, &wishes.options, &mut |done, all| progress.tell(done, all))
        .map_err(Outcome::Unread)?;
    import::rehearse(&reading, &there, wishes.replace).map_err(Outcome::Unread)
}

/// The file is read before the database is made, so that a bad one leaves no database behind.
fn keep(
    file: import::File<'_>,
    wishes: &Wishes,
    common: &Common,
    lang: Lang,
    progress: &mut Progress,
) -> Result<Imported, Outcome> {
    let reading = import::read(file, &wishes.options, &mut |done, all| progress.tell(done, all))
        .map_err(Outcome::Unread)?;
    let work = async {
        let place = Place::of(common, lang)?;
        let store = place.open().await?;
        let (now, today) = clock::now();
        let desk = Desk::operator(&store, &operator::name(), today, now);
        let kept = import::keep(&desk, &place.attachments()?, file, &reading, wishes.replace).await;
        store.close().await;
        Ok(kept)
    };
    match place::runtime().and_then(|runtime| runtime.block_on(work)) {
        Ok(Ok(imported)) => Ok(imported),
        Ok(Err(Refused::Unread(unread))) => Err(Outcome::Unread(unread)),
        Ok(Err(Refused::Store(error))) => Err(Outcome::Fault(error.into())),
        Err(fault) => Err(Outcome::Fault(fault)),
    }
}

impl Scores {
    fn wishes(&self, lang: Lang) -> Result<Wishes, Fault> {
        let year = match &self.scores_year {
            None => None,
            Some(written) => Some(year(written, lang)?),
        };
        Ok(Wishes { options: Options { year, sheet: self.sheet.clone() }, replace: self.replace })
    }
}

fn year(written: &str, lang: Lang) -> Result<i16, Fault> {
    let year = written.trim().parse().ok().filter(|year| (1000..=9999).contains(year));
    year.ok_or_else(|| Fault::Wrong(say_with(lang, "import-bad-year", &[("written", written.into())])))
}

/// A file's name without its folder.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The file's bytes; of one that is too large, as many as show that.
fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|source| file_fault(path, source))?;
    Ok(bytes)
}
