//! News: what the province tells, by section and content, newest first; articles, feeds and files below it.

pub(crate) mod article;
pub(crate) mod feed;
pub(crate) mod file;

use askama::Template;
use inform::article::{self as articles, Filter, Section};
use look::filters;
use look::words::say;
use scores::Item;
use serde::Deserialize;

use crate::fault::{Answer, Fault, render};
use crate::parts::article::{Line, closed, lines, section};
use crate::parts::frame::Frame;
use crate::visit::{Query, Visit};
use crate::{Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    section: String,
    dimension: String,
    /// From 1.
    page: String,
}

#[derive(Template)]
#[template(path = "public/news/list.html")]
struct NewsPage {
    frame: Frame,
    lines: Vec<Line>,
    /// Address, name, whether it is this one.
    sections: Vec<(String, String, bool)>,
    /// The name of the content that was asked for.
    content: Option<String>,
    newer: Option<String>,
    older: Option<String>,
    feed: String,
}

impl Asked {
    /// What it means; none where a section, a content or a page is no such thing.
    fn filter(&self) -> Option<Filter> {
        let section = match self.section.as_str() {
            "" => None,
            word => Some(Section::read(word)?),
        };
        let number =
            |text: &str| if text.is_empty() { Some(None) } else { text.parse::<i64>().ok().map(Some) };
        let dimension = number(&self.dimension)?.filter(|number| *number > 0);
        let page = number(&self.page)?.unwrap_or(1);
        (1..=50_000).contains(&page).then_some(Filter { section, dimension, page: page - 1 })
    }

    fn query(&self, section: &str, page: i64) -> String {
        let fields = [("section", section), ("dimension", &self.dimension)];
        let mut query: Vec<String> = fields
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if page > 1 {
            query.push(format!("page={page}"));
        }
        if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) }
    }
}

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let lang = visit.lang;
    let filter = asked.filter().ok_or(Fault::Missing)?;
    let content = content(&visit, filter.dimension)?;
    let desk = visit.app.works()?.program(None);
    let (heads, has_older) = articles::list(&desk, &filter).await.map_err(closed)?;
    if heads.is_empty() && filter.page > 0 {
        return Err(Fault::Missing);
    }
    let here = Page::News.path(lang);
    let to = |section: &str, page: i64| format!("{here}{}", asked.query(section, page));
    let one = |it: Section| (to(it.as_str(), 1), section(lang, it), filter.section == Some(it));
    let every = (to("", 1), say(lang, "news-every"), filter.section.is_none());
    let own = filter.section.map_or("", Section::as_str);
    render(&NewsPage {
        frame: visit.frame(Page::News, say(lang, Page::News.key())),
        lines: lines(lang, &heads),
        sections: std::iter::once(every).chain(Section::ALL.map(one)).collect(),
        content,
        newer: (filter.page > 0).then(|| to(own, filter.page)),
        older: has_older.then(|| to(own, filter.page + 2)),
        feed: format!("{}{}", feed::pattern(lang), asked.query(own, 1)),
    })
}

/// The name of a content of the latest edition.
fn content(visit: &Visit, dimension: Option<i64>) -> Result<Option<String>, Fault> {
    let Some(number) = dimension else { return Ok(None) };
    let edition = visit.snapshot.editions.latest().ok_or(Fault::Missing)?;
    let number = u8::try_from(number).map_err(|_| Fault::Missing)?;
    edition.structure.dimension(number).ok_or(Fault::Missing)?;
    Ok(Some(asked::item_name(visit.lang, &edition.structure, Item::Dimension(number))))
}
