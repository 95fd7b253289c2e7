//! The answers of a survey as files: text with commas, JSON, a workbook with the method beside its tables.

use ::fieldwork::answer::workbook::{self, Cell};
use ::fieldwork::answer::{Block, Line};
use ::fieldwork::{Answers, Survey};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use look::{Lang, say};
use serde_json::json;

use super::question::Asked;
use super::results::{self, Found};
use super::{table, told};
use crate::desk::Signed;
use crate::parts::spreadsheet::plain;
use crate::visit::{Path, Query};
use crate::{App, Fault, Page};

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum As {
    Csv,
    Json,
    Xlsx,
}

/// The headings of the table of estimates, the same in every file that programs read.
const HEADING: [&str; 12] = [
    "column",
    "value",
    "statistic",
    "group",
    "estimate",
    "se",
    "ci_low",
    "ci_high",
    "df",
    "people",
    "units",
    "hidden",
];
const DIFFERENCES: [&str; 9] =
    ["column", "value", "group", "other", "difference", "ci_low", "ci_high", "p", "p_holm"];

impl As {
    pub(super) const ALL: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Json];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Xlsx => "XLSX",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// The route; what varies is in braces.
    pub(super) fn pattern(self, lang: Lang) -> String {
        let name = lang.pick("ket-qua", "results");
        format!("{}/{name}.{}", Page::Survey.pattern(lang), self.ending())
    }

    pub(super) fn path(self, lang: Lang, id: i64) -> String {
        self.pattern(lang).replace("{id}", &id.to_string())
    }

    pub(super) fn handler(self) -> MethodRouter<App> {
        get(move |signed: Signed, path: Path<i64>, query: Query<Asked>| answer(self, signed, path, query))
    }
}

async fn answer(
    kind: As,
    signed: Signed,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let found = results::find(&signed, id, &asked).await?.map_err(|_| Fault::Unreadable)?;
    let answers = found.answers.as_ref().ok_or(Fault::Missing)?;
    let lang = signed.visit.lang;
    let method = |lang: Lang| told::method(lang, &found.implied, found.design, answers);
    let (media, bytes) = match kind {
        As::Csv => ("text/csv; charset=utf-8; header=present", csv(answers)?),
        As::Json => {
            let whole = json!({
                "survey": found.survey.title, "answers": answers,
                "method": { "vi": method(Lang::Vi), "en": method(Lang::En) },
            });
            ("application/json", whole.to_string().into_bytes())
        }
        As::Xlsx => {
            let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (media, book(lang, &found, answers, &[method(lang), method(lang.other())])?)
        }
    };
    let name = format!("{}-{id}.{}", lang.pick("khao-sat", "survey"), kind.ending());
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(([(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response())
}

/// The estimates with full precision, unknown and hidden ones empty.
fn csv(answers: &Answers) -> Result<Vec<u8>, Fault> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let broken = |_| Fault::Broken;
    writer.write_record(HEADING).map_err(broken)?;
    for (block, line) in lines(answers) {
        let cells = cells(block, line).into_iter().map(|cell| match cell {
            Cell::Text(text) => plain(text),
            Cell::Number(number) => number.map(|number| number.to_string()).unwrap_or_default(),
        });
        writer.write_record(cells).map_err(broken)?;
    }
    writer.into_inner().map_err(|_| Fault::Broken)
}

fn book(lang: Lang, found: &Found, answers: &Answers, notes: &[String]) -> Result<Vec<u8>, Fault> {
    let named = |heading: &[&str]| {
        heading.iter().map(|word| say(lang, &format!("survey-column-{}", word.replace('_', "-")))).collect()
    };
    let page = |key: &str, heading: &[&str], rows: Vec<Vec<Cell>>| workbook::Page {
        name: say(lang, key),
        heading: named(heading),
        rows,
        notes: notes.to_vec(),
    };
    let rows = lines(answers).map(|(block, line)| spoken(lang, cells(block, line), line)).collect();
    let mut pages = vec![page("survey-sheet-estimates", &HEADING, rows)];
    let differences: Vec<Vec<Cell>> =
        answers.blocks.iter().flat_map(|it| versus(&found.survey, it)).collect();
    if !differences.is_empty() {
        pages.push(page("survey-sheet-differences", &DIFFERENCES, differences));
    }
    workbook::written(&pages).map_err(|_| Fault::Broken)
}

fn lines(answers: &Answers) -> impl Iterator<Item = (&Block, &Line)> {
    answers
        .blocks
        .iter()
        .flat_map(|block| std::iter::once(&block.all).chain(&block.groups).map(move |line| (block, line)))
}

fn cells(block: &Block, line: &Line) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let interval = line.figures.and_then(|it| it.interval);
    vec![
        text(&block.column),
        text(block.value.as_deref().unwrap_or_default()),
        text(block.statistic.as_str()),
        Cell::Text(line.name()),
        Cell::Number(line.figures.map(|it| it.estimate)),
        Cell::Number(line.figures.and_then(|it| it.se)),
        Cell::Number(interval.map(|it| it.0)),
        Cell::Number(interval.map(|it| it.1)),
        Cell::Number(line.figures.and_then(|it| it.df)),
        Cell::Number(line.people.map(|count| count as f64)),
        Cell::Number(line.units.map(|count| count as f64)),
        text(line.hidden.map_or("", |why| why.as_str())),
    ]
}

/// A line for who reads it: what programs know by a word is said, and why a group is hidden.
fn spoken(lang: Lang, mut cells: Vec<Cell>, line: &Line) -> Vec<Cell> {
    if let Some(Cell::Text(statistic)) = cells.get(2) {
        cells[2] = Cell::Text(say(lang, &format!("survey-unit-{statistic}")));
    }
    if line.group.is_empty() {
        cells[3] = Cell::Text(say(lang, "survey-everybody"));
    }
    if let (Some(why), Some(last)) = (line.hidden, cells.last_mut()) {
        *last = Cell::Text(table::hidden(lang, why));
    }
    cells
}

fn versus(survey: &Survey, block: &Block) -> Vec<Vec<Cell>> {
    let row = |it: &::fieldwork::answer::Difference| {
        vec![
            Cell::Text(table::title(survey, block)),
            Cell::Text(block.value.clone().unwrap_or_default()),
            Cell::Text(it.group.clone()),
            Cell::Text(it.other.clone()),
            Cell::Number(Some(it.estimate)),
            Cell::Number(it.interval.map(|it| it.0)),
            Cell::Number(it.interval.map(|it| it.1)),
            Cell::Number(Some(it.p)),
            Cell::Number(Some(it.adjusted)),
        ]
    };
    block.differences.iter().map(row).collect()
}
