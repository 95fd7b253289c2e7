//! Search over everything public, with and without marks: articles, answered questions, what was promised, what communes
//! make public, polls, provinces, contents, documents, pages.

mod find;

use askama::Template;
use inform::article::{self, Found};
use look::filters;
use look::words::{say, say_with};
use places::country;
use places::name::tidy;
use serde::Deserialize;

use crate::Page;
use crate::desk::typed::query;
use crate::fault::{Answer, render};
use crate::parts::article::found::Piece;
use crate::parts::article::{Line, closed, hits};
use crate::parts::frame::Frame;
use crate::visit::{Query, Visit};
use find::Wanted;

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "public/search.html")]
struct SearchPage {
    frame: Frame,
    written: String,
    /// Articles, and whether there are more.
    articles: Vec<Line>,
    has_more: bool,
    groups: Vec<Group>,
    nearest: Vec<(String, String)>,
    /// Where one asks for what was not found, with the words.
    ask: Option<String>,
}

/// What was found of a kind.
struct Group {
    key: &'static str,
    hits: Vec<Hit>,
    /// Whether there are more than are shown.
    has_more: bool,
}

/// Something found.
struct Hit {
    path: String,
    name: Vec<Piece>,
    note: Vec<Piece>,
}

const LONGEST: usize = 100;
/// How many of a kind are shown.
const MOST: usize = 20;

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let lang = visit.lang;
    let written: String = tidy(&asked.q).replace('\n', " ").trim().chars().take(LONGEST).collect();
    let wanted = Wanted::new(&visit, &written);
    let groups = if wanted.is_empty() { Vec::new() } else { groups(&wanted).await? };
    let found = match visit.app.works() {
        Ok(works) => article::find(&works.program(None), &written).await.map_err(closed)?,
        Err(_) => Found::default(),
    };
    let articles = hits(lang, &found);
    let is_nothing = groups.is_empty() && articles.is_empty() && !written.is_empty();
    let nearest = if is_nothing { nearest(&visit, &written) } else { Vec::new() };
    let ask = (is_nothing && visit.app.works().is_ok())
        .then(|| format!("{}?{}", Page::Questions.path(lang), query([("words", &written)])));
    let title = match written.as_str() {
        "" => say(lang, "page-search"),
        written => say_with(lang, "search-title", &[("written", written.into())]),
    };
    let frame = visit.frame(Page::Search, title);
    render(&SearchPage { frame, written, articles, has_more: found.has_more, groups, nearest, ask })
}

/// What is found of each kind, where anything is.
async fn groups(wanted: &Wanted<'_>) -> Result<Vec<Group>, crate::Fault> {
    let all = [
        ("search-questions", wanted.questions().await?),
        ("search-promises", wanted.promises()),
        ("search-communes", wanted.communes()),
        ("search-polls", wanted.polls().await?),
        ("search-provinces", wanted.provinces()),
        ("search-contents", wanted.contents()),
        ("search-documents", wanted.documents()),
        ("search-pages", wanted.pages()),
    ];
    let group = |(key, mut hits): (&'static str, Vec<Hit>)| {
        let has_more = hits.len() > MOST;
        hits.truncate(MOST);
        Group { key, hits, has_more }
    };
    Ok(all.into_iter().filter(|(_, hits)| !hits.is_empty()).map(group).collect())
}

/// The provinces that are spelt nearly like it.
fn nearest(visit: &Visit, written: &str) -> Vec<(String, String)> {
    let set = &country().sets[0];
    let units = set.near(written, 3).into_iter().filter_map(|name| set.find(name));
    units
        .map(|unit| {
            (
                Page::of_unit(unit, visit.lang, visit.snapshot.current()),
                visit.lang.pick(unit.name, unit.name_en).to_owned(),
            )
        })
        .collect()
}
