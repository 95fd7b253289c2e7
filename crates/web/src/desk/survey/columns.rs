//! What the columns of a survey are and how its people were drawn: guessed, and corrected by hand.

use std::collections::BTreeMap;

use ::fieldwork::design::{Design, LONELY, lonely_word};
use ::fieldwork::file::Why;
use ::fieldwork::survey::{self, DESCRIBE, Described};
use ::fieldwork::{Kind, Survey, Table};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use look::{Lang, filters, say, say_with};

use super::{at, fault};
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Path;
use crate::{Fault, Page};

/// How many values of a column are shown.
const EXAMPLES: usize = 4;
/// How long a shown value may be, in characters.
const LONGEST: usize = 40;

#[derive(Template)]
#[template(path = "desk/survey/columns.html")]
struct ColumnsPage {
    frame: Frame,
    survey: Survey,
    columns: Vec<Told>,
    kinds: Vec<(String, String)>,
    rules: Vec<(String, String)>,
    rule: String,
    nest: bool,
    /// What was dropped, and why, in sentences.
    dropped: Vec<String>,
    /// Whether some were dropped for telling who somebody is.
    tells_who: bool,
    may: bool,
    why: Option<String>,
}

/// A column as the form shows it.
struct Told {
    name: String,
    label: String,
    kind: String,
    examples: String,
    filled: usize,
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>) -> Answer {
    page(&signed, id, None, None).await
}

/// Keeps what is said and shows what follows from it.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    if typed.maybe("lonely").is_none() {
        return Err(Fault::Unreadable);
    }
    let said = read(&typed);
    let works = signed.visit.app.works()?;
    match survey::describe(&signed.desk, &works.attachments, id, &said).await {
        Ok(_) => Ok(Redirect::to(&at(lang, Page::Survey, id)).into_response()),
        Err(refusal) => {
            let why = fault::of(lang, refusal)?;
            refused(page(&signed, id, Some(said), Some(why)).await)
        }
    }
}

fn read(typed: &Typed) -> Described {
    let kind =
        |(name, word): &(String, String)| Some((name.strip_prefix("kind:")?.to_owned(), Kind::read(word)?));
    let rule = LONELY.into_iter().find(|rule| lonely_word(*rule) == typed.get("lonely"));
    let lonely = rule.unwrap_or(Design::default().lonely);
    Described {
        kinds: typed.0.iter().filter_map(kind).collect(),
        design: Design { lonely, nest: typed.get("nest") == "1" },
    }
}

async fn page(signed: &Signed, id: i64, said: Option<Described>, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let works = signed.visit.app.works()?;
    let (survey, table) = survey::load(desk, &works.attachments, id).await.map_err(fault::plain)?;
    let design = said.as_ref().map_or_else(|| survey.design.unwrap_or_default(), |said| said.design);
    let kinds = said.map(|said| said.kinds).unwrap_or_default();
    let word = |family: &str, word: &str| (word.to_owned(), say(lang, &format!("{family}-{word}")));
    let frame = signed.frame(Page::SurveyColumns, say(lang, "survey-columns-title"));
    let mut frame = frame.with("{id}", &id.to_string()).under(Page::Surveys);
    if survey.design.is_some() {
        frame.crumbs.push((at(lang, Page::Survey, id), survey.title.clone()));
    }
    render(&ColumnsPage {
        frame,
        columns: told(&survey, &table, &kinds),
        kinds: Kind::ALL.iter().map(|kind| word("survey-kind", kind.as_str())).collect(),
        rules: LONELY.iter().map(|rule| word("survey-lonely", lonely_word(*rule))).collect(),
        rule: lonely_word(design.lonely).to_owned(),
        nest: design.nest,
        dropped: dropped(lang, &survey),
        tells_who: survey.dropped.iter().any(|(_, why)| *why == Why::Personal),
        may: desk.may(&DESCRIBE, desk.relation(&survey.agency, [])).is_ok(),
        survey,
        why,
    })
}

fn told(survey: &Survey, table: &Table, kinds: &BTreeMap<String, Kind>) -> Vec<Told> {
    let column = |column: &::fieldwork::Column| {
        let read = table.column(&column.name);
        let examples = read.map(|read| read.examples(EXAMPLES)).unwrap_or_default();
        Told {
            kind: kinds.get(&column.name).unwrap_or(&column.kind).as_str().to_owned(),
            name: column.name.clone(),
            label: column.label.clone(),
            examples: examples.into_iter().map(short).collect::<Vec<_>>().join("; "),
            filled: read.map_or(0, |read| read.values.iter().flatten().count()),
        }
    };
    survey.columns.iter().map(column).collect()
}

fn short(value: &str) -> String {
    let mut short: String = value.chars().take(LONGEST).collect();
    if short.len() < value.len() {
        short.push('…');
    }
    short
}

/// For each reason, which columns were dropped.
fn dropped(lang: Lang, survey: &Survey) -> Vec<String> {
    let mut by_reason: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (heading, why) in &survey.dropped {
        by_reason.entry(why.as_str()).or_default().push(heading);
    }
    let sentence = |(why, headings): (&str, Vec<&str>)| {
        say_with(lang, &format!("survey-dropped-{why}"), &[("columns", headings.join(", ").into())])
    };
    by_reason.into_iter().map(sentence).collect()
}
