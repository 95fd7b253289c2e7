//! `nanghang standing`: where a province is in a year, item by item, and how that changed.

use look::{Lang, say, say_with};
use web::api::ask;
use web::api::standing::{Place, Question, Standing};

use super::{Desk, published};
use crate::cli::Province;
use crate::output::{self, Fault, grid};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    province: Province,
    #[arg(long)]
    year: Option<String>,
    #[arg(long)]
    units: Option<String>,
}

/// Answers from the edition of that year and the one before, which alone are read.
pub(crate) fn run(args: Args, desk: &Desk) -> Result<(), Fault> {
    let question = Question { year: args.year, units: args.units };
    let known = desk.figures.years()?;
    let (year, _) =
        ask::case(&known, question.year.as_deref(), question.units.as_deref(), &args.province.province)?;
    let before = known.iter().rev().find(|other| **other < year).copied();
    let editions = desk.figures.editions(before.unwrap_or(year)..=year)?;
    let standing = question.answer(&args.province.province, &editions)?;
    output::answer(desk.format, &standing, || standing.sheet(), || table(&standing, desk.lang))
}

fn table(standing: &Standing, lang: Lang) -> String {
    let headings = [
        "cli-col-item",
        ">cli-col-score",
        ">cli-col-score-change",
        ">cli-col-rank",
        ">cli-col-rank-change",
        ">cli-col-of",
        "cli-col-group",
    ];
    let lines = standing
        .lines()
        .into_iter()
        .map(|(code, name, name_en, place)| line(&item(code, lang.pick(name, name_en), lang), place, lang));
    let province = &standing.province;
    let values = [
        ("province", lang.pick(province.name, province.name_en).into()),
        ("code", province.code.into()),
        ("year", standing.year.to_string().into()),
    ];
    let title = say_with(lang, "cli-standing-title", &values);
    let grid = grid::grid(lang, &headings, lines.collect());
    format!("{title}\n{grid}{}\n{}\n", note(standing, lang), published(lang, standing.published_on))
}

/// Sub-dimensions stand under their dimension, a little to the right.
fn item(code: &str, name: &str, lang: Lang) -> String {
    match code {
        "total" => say(lang, "cli-total"),
        _ if code.contains('.') => format!("  {code} {name}"),
        _ => format!("{code} {name}"),
    }
}

fn line(item: &str, place: &Place, lang: Lang) -> Vec<String> {
    let change = place.change;
    let mark = if change.is_some_and(|change| !change.comparable) { " ≠" } else { "" };
    vec![
        item.to_owned(),
        grid::score(lang, place.score),
        grid::signed(lang, change.map(|change| change.score)) + mark,
        grid::rank(lang, place.rank),
        grid::places(lang, change.map(|change| change.rank)),
        place.of.to_string(),
        grid::group(lang, place.group),
    ]
}

fn note(standing: &Standing, lang: Lang) -> String {
    let since = standing
        .lines()
        .iter()
        .find_map(|(_, _, _, place)| place.change)
        .map(|change| change.since.to_string());
    match since {
        Some(since) => say_with(lang, "cli-standing-note", &[("since", since.into())]),
        None => say(lang, "cli-standing-note-first"),
    }
}
