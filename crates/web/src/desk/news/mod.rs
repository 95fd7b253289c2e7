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
const HEADINGS: [&str; 9] = [
    "news-number",
    "news-title",
    "news-section",
    "news-agency",
    "news-author-head",
    "news-written-on",
    "news-standing-head",
    "news-shown-on",
    "news-address",
];

/// The page, or its sheet.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let articles = articles::register(&signed.desk).await.map_err(closed)?;
    let names = Names::load(&mut signed.desk.read().await?).await?;
    let entry = |article: &Article| Entry::new(&signed, article, &names);
    let (articles, lines): (Vec<Article>, Vec<Entry>) = articles
        .into_iter()
        .map(|article| (entry(&article), article))
        .filter(|(it, _)| it.fits(&asked))
        .map(|(it, article)| (article, it))
        .unzip();
    if asked.format == "csv" {
        let rows = articles.iter().zip(lines).map(|(article, it)| it.row(&signed, article));
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
            section: article.section.map_or_else(|| "–".to_owned(), |it| section(lang, it)),
            word: article.state.as_str(signed.desk.now),
            standing: standing(lang, article, signed.desk.now),
            returned: returned(article, names),
        }
    }
}

impl Entry {
    /// A row of the sheet.
    fn row(self, signed: &Signed, article: &Article) -> [String; 9] {
        let (lang, now) = (signed.visit.lang, signed.desk.now);
        let since = article.shown_since(now).map(|since| date::there(since).date().to_string());
        let origin = &signed.visit.origin;
        let address =
            article.is_shown(now).then(|| format!("{origin}{}", Page::Article.at(lang, &article.slug)));
        [
            self.id.to_string(),
            self.title,
            self.section,
            self.agency,
            article.author.clone(),
            article.written_on.to_string(),
            self.standing,
            since.unwrap_or_default(),
            address.unwrap_or_default(),
        ]
    }

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
