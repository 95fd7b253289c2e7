//! `nanghang outlook`: what can be said of an edition to come, and how well such words did before.

mod backtest;
mod raw;
mod renewal;

use look::{Lang, Value, date, number, say, say_with};
use web::api::outlook::{DRAWS, Question, Row, rows, sheet};

use super::Desk;
use crate::cli::Common;
use crate::output::{self, Fault, grid};

/// Futures that may be drawn for one question.
pub(super) const MOST: usize = 1_000_000;

/// Options of the command.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[arg(long = "year", value_name = "YEAR")]
    target: Option<String>,
    #[arg(long, value_name = "YEAR")]
    as_of: Option<String>,
    #[arg(long = "province", value_name = "PROVINCE")]
    only: Option<String>,
    #[arg(long, value_name = "yes|no|unknown")]
    renewal: Option<String>,
    #[arg(long)]
    units: Option<String>,
    #[arg(long, value_name = "N")]
    draws: Option<String>,
    #[arg(long, value_name = "N")]
    seed: Option<String>,
    #[arg(long)]
    raw: bool,
}

/// What else can be asked of the outlook.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    Backtest(backtest::Args),
    Renewal(renewal::Args),
}

/// Answers from every edition up to the one that is named, or does what else is asked of the outlook.
pub(crate) fn run(args: Args, common: &Common, lang: Lang) -> Result<(), Fault> {
    let desk = || Desk::open(common, lang);
    match args.command {
        Some(Command::Backtest(args)) => backtest::run(&args, &desk()?),
        Some(Command::Renewal(args)) => renewal::run(&args, common, lang),
        None => look(args, &desk()?),
    }
}

fn look(args: Args, desk: &Desk) -> Result<(), Fault> {
    let question = Question {
        year: args.target,
        as_of: args.as_of,
        province: args.only,
        renewal: args.renewal,
        units: args.units,
        draws: args.draws.or_else(|| Some(DRAWS.to_string())),
        seed: args.seed,
    };
    let editions = desk.figures.all()?;
    let asking = question.read(&editions, MOST)?;
    let outlook = asking.look(&editions)?;
    if args.raw {
        let unit = asking.unit.and_then(|unit| outlook.position(unit.id));
        let mut lines = raw::Lines::begin(desk.format)?;
        return lines.write(outlook.set, &outlook.draws, unit).and_then(|()| lines.end());
    }
    let rows = rows(&outlook, asking.unit);
    output::answer(desk.format, &rows, || sheet(&rows), || table(&rows, asking.unit.is_some(), desk.lang))
}

/// A row for each variable of one province; of all of them, their totals.
fn table(rows: &[Row], one: bool, lang: Lang) -> String {
    let shown: Vec<&Row> = rows.iter().filter(|row| one || row.variable == "total").collect();
    let Some(first) = shown.first() else { return String::new() };
    let headings = [
        if one { "cli-col-item" } else { "cli-col-province" },
        ">cli-col-expected",
        ">cli-col-error",
        ">cli-col-rank",
        ">cli-col-ranks-80",
        ">cli-col-first",
        "cli-col-said",
        ">cli-col-upper",
        ">cli-col-improve",
    ];
    let values = [
        ("year", Value::from(first.target_year.to_string())),
        ("as-of", first.as_of.to_string().into()),
        ("renewal", say(lang, &format!("cli-renewal-{}", first.renewal)).into()),
        ("province", if one { lang.pick(first.name, first.name_en) } else { "" }.into()),
    ];
    let title = say_with(lang, if one { "cli-outlook-title-one" } else { "cli-outlook-title" }, &values);
    let lines = shown.iter().map(|row| line(row, one, lang)).collect();
    format!("{title}\n{}{}\n", grid::grid(lang, &headings, lines), note(first, lang))
}

fn line(row: &Row, one: bool, lang: Lang) -> Vec<String> {
    let name = if one { item(&row.variable, lang) } else { lang.pick(row.name, row.name_en).to_owned() };
    vec![
        name,
        number::score(lang, row.mean),
        number::score(lang, row.sd),
        row.rank_median.to_string(),
        format!("{}–{}", row.rank_q10, row.rank_q90),
        number::score(lang, row.prob_top20),
        say(lang, &format!("cli-likelihood-{}", row.likelihood)),
        number::score(lang, row.prob_upper_half),
        grid::score(lang, row.prob_improve),
    ]
}

/// The base rate, what such chances were worth, and that a province has ended.
fn note(row: &Row, lang: Lang) -> String {
    let base = ("base", Value::from(number::score(lang, row.base_rate)));
    let of = ("of", Value::from(row.of));
    let mut said = match row.skill {
        Some(skill) => {
            let skill = ("skill", number::score(lang, skill).into());
            say_with(lang, "cli-outlook-note", &[base, of, skill])
        }
        None => say_with(lang, "cli-outlook-note-unmeasured", &[base, of]),
    };
    if let Some(ended) = ended(row.unit_ended.as_deref(), row.successor, lang) {
        said = format!("{said}\n{ended}");
    }
    said
}

/// That a province has ended, and which to ask for instead.
pub(super) fn ended(day: Option<&str>, successor: Option<&str>, lang: Lang) -> Option<String> {
    let day: jiff::civil::Date = day?.parse().ok()?;
    let values = [("day", Value::from(date::short(lang, day))), ("successor", successor?.into())];
    Some(say_with(lang, "cli-outlook-ended", &values))
}

/// The name of a variable.
fn item(variable: &str, lang: Lang) -> String {
    match variable {
        "total" => say(lang, "cli-total"),
        "total6" => say(lang, "cli-total6"),
        number => number.to_owned(),
    }
}
