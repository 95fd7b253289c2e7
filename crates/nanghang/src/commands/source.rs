//! `nanghang source`: where one figure came from, and what stood there before it.

use look::{Lang, say, say_with};
use scores::editions::Source;
use scores::{Code, Item, SOURCE};
use serde::Serialize;
use web::api::Refusal;
use web::api::ask;
use web::api::sheet::{Sheet, cell};

use super::Desk;
use crate::cli::Province;
use crate::output::{self, Fault, grid};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    province: Province,
    #[arg(long)]
    year: Option<String>,
    #[arg(long = "subdimension", value_name = "CODE")]
    subdimension: String,
}

/// A figure with its source, and those that it replaced, newest first.
#[derive(Debug, Serialize)]
struct Answer {
    province: &'static str,
    name: &'static str,
    year: i16,
    subdimension: String,
    figures: Vec<Line>,
}

/// A score and where it came from; the first line of an answer is what stands now.
#[derive(Debug, Serialize)]
struct Line {
    score: Option<f64>,
    source: Option<String>,
    cell: Option<String>,
    by: Option<String>,
    at: Option<String>,
}

/// Answers from the database, or, without one, from what the program carries.
pub(crate) fn run(args: &Args, desk: &Desk) -> Result<(), Fault> {
    let known = desk.figures.years()?;
    let (year, found) = ask::case(&known, args.year.as_deref(), None, &args.province.province)?;
    let editions = desk.figures.editions(year..=year)?;
    let edition = ask::have(&editions, year)?;
    let code = code(&args.subdimension, &edition.structure)?;
    let now = edition.score(found.unit, Item::Subdimension(code));
    let line = Line::of(now, edition.imported.get(&(found.unit.id, code)));
    let before = desk.figures.history(year, found.unit.id, code)?;
    let before = before.iter().rev().map(|old| match old {
        Some((score, source)) => Line::of(Some(*score), Some(source)),
        None => Line::of(None, None),
    });
    let answer = Answer {
        province: found.unit.code,
        name: found.unit.name,
        year,
        subdimension: code.to_string(),
        figures: std::iter::once(line).chain(before).collect(),
    };
    output::answer(desk.format, &answer, || sheet(&answer), || table(&answer, desk.lang))
}

/// A sub-dimension of the year; totals and dimensions are sums and have no source of their own.
fn code(written: &str, structure: &scores::Structure) -> Result<Code, Refusal> {
    match ask::item(Some(written), structure)? {
        Item::Subdimension(code) => Ok(code),
        other => {
            let parts = structure.parts(other).iter().map(|part| Item::Subdimension(part.code));
            let nearest = parts.filter_map(|item| ask::named(item, structure)).take(3).collect();
            Err(Refusal::Item { written: written.to_owned(), year: structure.year, nearest })
        }
    }
}

impl Line {
    /// A figure that came with the program names the publication.
    fn of(score: Option<f64>, source: Option<&Source>) -> Self {
        let imported = source.filter(|source| source.imported);
        Self {
            score,
            source: score.map(|_| imported.map_or(SOURCE, |source| source.name.as_str()).to_owned()),
            cell: imported.and_then(|source| source.place.as_ref()).map(ToString::to_string),
            by: imported.map(|source| source.by.clone()),
            at: imported.map(|source| source.at.to_string()),
        }
    }
}

fn sheet(answer: &Answer) -> Sheet {
    let line = |line: &Line| {
        let score = line.score.map(|score| score.to_string());
        [&score, &line.source, &line.cell, &line.by, &line.at].map(|field| cell(field.as_deref()))
    };
    Sheet::new(["score", "source", "cell", "by", "at"], answer.figures.iter().map(line))
}

fn table(answer: &Answer, lang: Lang) -> String {
    let headings = [">cli-col-score", "cli-col-source", "cli-col-cell", "cli-col-by", "cli-col-at"];
    let line = |line: &Line| {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        vec![
            grid::score(lang, line.score),
            text(&line.source),
            text(&line.cell),
            text(&line.by),
            text(&line.at),
        ]
    };
    let values = [
        ("province", answer.name.into()),
        ("code", answer.province.into()),
        ("year", answer.year.to_string().into()),
        ("item", (&answer.subdimension).into()),
    ];
    let title = say_with(lang, "cli-source-title", &values);
    let rows = answer.figures.iter().map(line).collect();
    format!("{title}\n{}{}\n", grid::grid(lang, &headings, rows), say(lang, "cli-source-note"))
}
