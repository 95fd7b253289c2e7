//! The newest articles of a section or a content as an Atom feed (RFC 4287).

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use inform::article::{self as articles, Filter, Head, Tongue};
use look::Lang;
use look::words::say;

use super::{Asked, content};
use crate::parts::article::{closed, once, section};
use crate::visit::{Query, Visit};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "public/news/feed.xml")]
struct Feed {
    lang: Lang,
    title: String,
    origin: String,
    /// This feed's own address.
    here: String,
    /// The page of the same articles.
    page: String,
    updated: String,
    author: String,
    heads: Vec<Head>,
}

/// Where it is.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/tin-tuc/atom.xml", "/en/news/atom.xml")
}

/// What it is called: its section, its language where it is one's alone, its content, the site.
pub(super) fn title(lang: Lang, filter: &Filter, content: Option<&str>) -> String {
    let name = filter.section.map_or_else(|| say(lang, Page::News.key()), |it| section(lang, it));
    let tongue = filter.tongue.map(|it| say(lang, &format!("news-tongue-{}", it.as_str())));
    let named: Vec<&str> = [Some(name.as_str()), tongue.as_deref(), content].into_iter().flatten().collect();
    format!("{} – Nâng Hạng", named.join(" · "))
}

/// The feed.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let lang = visit.lang;
    let filter = asked.filter().ok_or(Fault::Missing)?;
    let desk = visit.app.works()?.program(None);
    let (heads, _) = articles::list(&desk, &filter).await.map_err(closed)?;
    let heads: Vec<Head> =
        once(filter.tongue.map_or(lang.code(), Tongue::as_str), &heads).into_iter().cloned().collect();
    let content = content(&visit, filter.dimension)?;
    let feed = Feed {
        lang,
        title: title(lang, &filter, content.as_deref()),
        origin: visit.origin.clone(),
        here: format!("{}{}", pattern(lang), visit.query),
        page: format!("{}{}", Page::News.path(lang), visit.query),
        updated: heads.iter().map(|head| head.changed_at).max().unwrap_or(desk.now).to_string(),
        author: visit.settings().imprint.clone().unwrap_or_else(|| "Nâng Hạng".to_owned()),
        heads,
    };
    let headers = [(CONTENT_TYPE, "application/atom+xml; charset=utf-8"), (CACHE_CONTROL, "private")];
    Ok((headers, feed.render().map_err(Fault::from)?).into_response())
}
