//! One article as its readers know it: day and hour above the title, the summary in bold, who wrote it and who answers
//! for it, what was corrected, how often it was read, and what came before.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use inform::article::{self as articles, Refusal, Seen, Tongue};
use look::filters;
use look::words::say;
use look::{Lang, date};
use serde::Deserialize;

use super::file;
use crate::Page;
use crate::fault::{Fault, render};
use crate::parts::article::{Line, Told, closed, lines};
use crate::parts::frame::Frame;
use crate::visit::{Path, Query, Visit};

/// How many articles of a kind stand below it.
const BESIDE: i64 = 5;

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    tongue: String,
}

#[derive(Template)]
#[template(path = "public/news/article.html")]
struct ArticlePage {
    frame: Frame,
    it: Told,
    /// What was told before, and what is about the same.
    beside: [(&'static str, Vec<Line>); 2],
    /// Each language that it was written in, and where that text is.
    alternates: Vec<(&'static str, String)>,
    /// The whole address, to be passed on.
    address: String,
}

#[derive(Template)]
#[template(path = "public/news/withdrawn.html")]
struct WithdrawnPage {
    frame: Frame,
    title: String,
    day: String,
    why: String,
}

/// The page; one that was withdrawn says why.
pub(crate) async fn get(
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let lang = visit.lang;
    let desk = visit.app.works()?.program(None);
    let seen = match articles::seen(&desk, &slug).await {
        Ok(seen) => seen,
        Err(Refusal::Withdrawn { title, on, why }) => {
            let frame = visit.frame(Page::Article, say(lang, "news-withdrawn")).at(&slug).under(Page::News);
            let page = WithdrawnPage { frame, title, day: date::short(lang, on), why };
            return Ok((StatusCode::GONE, render(&page)?).into_response());
        }
        Err(other) => return Err(closed(other)),
    };
    let tongue = tongue(lang, &seen, &asked.tongue)?;
    let it = Told::new(&visit, &seen, tongue, |place| file::path(lang, &slug, place))?;
    let around = articles::around(&desk, &seen.article, BESIDE).await.map_err(closed)?;
    let frame = visit.frame(Page::Article, it.title.clone()).at(&slug).under(Page::News);
    let page = ArticlePage {
        alternates: seen.article.texts.iter().map(|text| alternate(lang, &slug, text.tongue)).collect(),
        address: format!("{}{}", visit.origin, Page::Article.at(lang, &slug)),
        beside: [("news-earlier", around.earlier), ("news-related", around.related)]
            .map(|(key, heads)| (key, lines(lang, &heads))),
        frame,
        it,
    };
    Ok(render(&page)?.into_response())
}

/// Where a language's text is: on the page in that language, else by its tag.
fn alternate(lang: Lang, slug: &str, tongue: Tongue) -> (&'static str, String) {
    let page = |lang: Lang| Page::Article.at(lang, slug);
    let href = match tongue {
        Tongue::Vi => page(Lang::Vi),
        Tongue::En => page(Lang::En),
        Tongue::Km => format!("{}?tongue={}", page(lang), tongue.as_str()),
    };
    (tongue.as_str(), href)
}

/// The language that is asked for, else the page's; one in which nobody wrote it is missing only where it was asked for.
fn tongue(lang: Lang, seen: &Seen, asked: &str) -> Result<Tongue, Fault> {
    let has = |tongue: &Tongue| seen.article.texts.iter().any(|text| text.tongue == *tongue);
    match asked {
        "" => Ok(Tongue::read(lang.code()).filter(has).unwrap_or(Tongue::Vi)),
        tag => Tongue::read(tag).filter(has).ok_or(Fault::Missing),
    }
}
