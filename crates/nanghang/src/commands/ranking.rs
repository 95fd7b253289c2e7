//! `nanghang ranking`: the provinces of a year in order of their score.

use look::{Lang, Value, say, say_with};
use scores::{Edition, Ranking};
use web::api::ask;
use web::api::ranking::{Question, Row, name, rows, sheet};

use super::{Desk, published};
use crate::output::{self, Fault, grid};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long)]
    year: Option<String>,
    #[arg(long)]
    dimension: Option<String>,
    #[arg(long)]
    units: Option<String>,
}

/// Answers from the edition of that year, the only one that is read.
pub(crate) fn run(args: Args, desk: &Desk) -> Result<(), Fault> {
    let question = Question { year: args.year, dimension: args.dimension, units: args.units };
    let (year, _) = ask::ranked(&desk.figures.years()?, question.year.as_deref(), question.units.as_deref())?;
    let editions = desk.figures.editions(year..=year)?;
    let ranking = question.answer(&editions)?;
    let edition = ask::have(&editions, year)?;
    let table = || table(&ranking, edition, desk.lang);
    output::answer(desk.format, &rows(&ranking), || sheet(&ranking), table)
}

fn table(ranking: &Ranking, edition: &Edition, lang: Lang) -> String {
    let headings = [
        ">cli-col-rank",
        "cli-col-code",
        "cli-col-province",
        ">cli-col-score",
        "cli-col-group",
        "cli-col-note",
    ];
    let lines = rows(ranking).into_iter().map(|row| line(&row, edition, ranking, lang)).collect();
    let item = name(ranking, lang).unwrap_or_else(|| say(lang, "cli-total"));
    let title = say_with(
        lang,
        "cli-ranking-title",
        &[("year", ranking.year.to_string().into()), ("item", item.into())],
    );
    let counts = [("of", ranking.of.into()), ("all", ranking.places.len().into())];
    let note = say_with(lang, "cli-ranking-note", &counts);
    format!(
        "{title}\n{}{note} {}\n",
        grid::grid(lang, &headings, lines),
        published(lang, edition.published_on)
    )
}

fn line(row: &Row, edition: &Edition, ranking: &Ranking, lang: Lang) -> Vec<String> {
    vec![
        grid::rank(lang, row.rank),
        row.province.to_owned(),
        lang.pick(row.name, row.name_en).to_owned(),
        grid::score(lang, row.score),
        grid::group(lang, row.group),
        note(row, edition.structure.parts(ranking.item).len(), lang),
    ]
}

/// Why a province is unranked, or that its score stands on some of its members only.
fn note(row: &Row, parts: usize, lang: Lang) -> String {
    match &row.missing {
        Some(missing) if missing.len() == parts => say(lang, "cli-unranked-all"),
        Some(missing) => say_with(lang, "cli-unranked-parts", &[("parts", Value::from(missing.join(", ")))]),
        None if row.partial == Some(true) => say(lang, "cli-partial"),
        None => String::new(),
    }
}
