//! News: what the province tells, by section and content, newest first; articles, feeds and files below it.

pub(crate) mod article;
pub(crate) mod feed;
pub(crate) mod file;

use askama::Template;
use inform::article::{self as articles, Filter, Section, Tongue};
use look::filters;
use look::words::say;
use scores::Item;
use serde::Deserialize;

use crate::fault::{Answer, Fault, render};
use crate::parts::article::{Line, closed, lines_in, section};
use crate::parts::frame::Frame;
use crate::visit::{Query, Visit};
use crate::{Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    section: String,
    dimension: String,
    /// The language that it is to be written in.
    tongue: String,
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
    /// Address of the articles in Khmer, and whether they are these.
    khmer: (String, bool),
    /// The name of the content that was asked for.
    content: Option<String>,
    newer: Option<String>,
    older: Option<String>,
    feed: String,
    /// What the feed is called, as in the feed itself.
    feed_title: String,
}

impl Asked {
    /// What it means; none where a section, a content or a page is no such thing.
    fn filter(&self) -> Option<Filter> {
        let section = match self.section.as_str() {
            "" => None,
            word => Some(Section::read(word)?),
        };
        let tongue = match self.tongue.as_str() {
            "" => None,
            word => Some(Tongue::read(word)?),
        };
        let number =
            |text: &str| if text.is_empty() { Some(None) } else { text.parse::<i64>().ok().map(Some) };
        let dimension = number(&self.dimension)?.filter(|number| *number > 0);
        let page = number(&self.page)?.unwrap_or(1);
        (1..=50_000).contains(&page).then_some(Filter { section, dimension, tongue, page: page - 1 })
    }

    /// The query for a section in a language, from a page on.
    fn query(&self, section: &str, tongue: &str, page: i64) -> String {
        let fields = [("section", section), ("dimension", &self.dimension), ("tongue", tongue)];
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
    let to = |section: &str| format!("{here}{}", asked.query(section, "", 1));
    let one = |it: Section| (to(it.as_str()), section(lang, it), filter.section == Some(it));
    let is_every = filter.section.is_none() && filter.tongue.is_none();
    let every = (to(""), say(lang, "news-every"), is_every);
    let own = |page: i64| asked.query(&asked.section, &asked.tongue, page);
    render(&NewsPage {
        frame: visit.frame(Page::News, say(lang, Page::News.key())),
        lines: lines_in(lang, filter.tongue.map_or(lang.code(), Tongue::as_str), &heads),
        sections: std::iter::once(every).chain(Section::ALL.map(one)).collect(),
        khmer: (format!("{here}?tongue={}", Tongue::Km.as_str()), filter.tongue == Some(Tongue::Km)),
        feed_title: feed::title(lang, &filter, content.as_deref()),
        content,
        newer: (filter.page > 0).then(|| format!("{here}{}", own(filter.page))),
        older: has_older.then(|| format!("{here}{}", own(filter.page + 2))),
        feed: format!("{}{}", feed::pattern(lang), own(1)),
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
