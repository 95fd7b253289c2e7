//! The register of articles.

pub(super) mod act;
pub(super) mod file;
mod form;
pub(super) mod new;
pub(super) mod one;
pub(super) mod upload;

use accounts::Relation;
use accounts::person::Names;
use askama::Template;
use axum::response::{IntoResponse, Response};
use inform::article::{self as articles, Article, State, WRITE};
use look::words::say;
use look::{Lang, date, filters};
use places::name::fold;
use serde::Deserialize;

use super::Signed;
use super::typed::query;
use crate::fault::render;
use crate::parts::article::{closed, section};
use crate::parts::frame::Frame;
use crate::parts::spreadsheet;
use crate::visit::Query;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/news/list.html")]
struct RegisterPage {
    frame: Frame,
    asked: Asked,
    /// Word and name of how an article may stand.
    states: Vec<(&'static str, String)>,
    lines: Vec<Entry>,
    may_write: bool,
}

/// What the address asks for; empty asks for nothing.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct Asked {
    /// How it stands.
    state: String,
    /// Words of its title, with or without marks.
    q: String,
    format: String,
}

impl Asked {
    /// Where the sheet of the same is.
    fn sheet(&self, lang: Lang) -> String {
        let query = query([("state", &self.state), ("q", &self.q), ("format", &"csv".to_owned())]);
        format!("{}?{query}", Page::NewsRegister.path(lang))
    }
}

const STATES: [&str; 6] = ["sketch", "draft", "returned", "scheduled", "shown", "withdrawn"];

/// An article in the register.
struct Entry {
    id: i64,
    title: String,
    agency: String,
    section: String,
    /// The word of how it stands, for its colour.
    word: &'static str,
    standing: String,
    /// Who sent it back, and why.
    returned: Option<(String, String)>,
}

/// The columns of the sheet, by the keys of their headings.
const HEADINGS: [&str; 4] = ["news-title", "news-section", "news-agency", "news-standing-head"];

/// The page, or its sheet.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let articles = articles::register(&signed.desk).await.map_err(closed)?;
    let names = Names::load(&mut signed.desk.read().await?).await?;
    let lines: Vec<Entry> = articles
        .iter()
        .map(|article| Entry::new(&signed, article, &names))
        .filter(|it| it.fits(&asked))
        .collect();
    if asked.format == "csv" {
        let row = |it: Entry| [it.title, it.section, it.agency, it.standing];
        let rows = lines.into_iter().map(row);
        return spreadsheet::answer(lang, ("so-tin-bai", "news-register"), HEADINGS, rows);
    }
    let page = RegisterPage {
        frame: signed.frame(Page::NewsRegister, say(lang, Page::NewsRegister.key())),
        lines,
        states: STATES.map(|word| (word, say(lang, &format!("news-stands-{word}")))).into(),
        asked,
        may_write: signed.desk.may(&WRITE, Relation::Own).is_ok(),
    };
    Ok(render(&page)?.into_response())
}

impl Entry {
    fn new(signed: &Signed, article: &Article, names: &Names) -> Self {
        let (lang, directory) = (signed.visit.lang, &signed.visit.snapshot.directory);
        Self {
            id: article.id,
            title: article.texts.first().map(|text| text.title.clone()).unwrap_or_default(),
            agency: crate::parts::question::agency(directory, &article.agency).to_owned(),
            section: section(lang, article.section),
            word: article.state.as_str(signed.desk.now),
            standing: standing(lang, article, signed.desk.now),
            returned: returned(article, names),
        }
    }
}

impl Entry {
    fn fits(&self, asked: &Asked) -> bool {
        (asked.state.is_empty() || asked.state == self.word) && fold(&self.title).contains(&fold(&asked.q))
    }
}

/// Who sent an article back, and why.
fn returned(article: &Article, names: &Names) -> Option<(String, String)> {
    match &article.state {
        State::Returned { by, why, .. } => Some((names.of(by).to_owned(), why.clone())),
        _ => None,
    }
}

/// How an article stands, in words.
fn standing(lang: Lang, article: &Article, now: jiff::Timestamp) -> String {
    let word = say(lang, &format!("news-state-{}", article.state.as_str(now)));
    match &article.state {
        State::Sketch | State::Draft => word,
        State::Returned { at, .. } => format!("{word} {}", date::moment(lang, *at)),
        State::Approved { shows_at, .. } => format!("{word} {}", date::moment(lang, *shows_at)),
        State::Withdrawn { on, .. } => format!("{word} {}", date::short(lang, *on)),
    }
}
