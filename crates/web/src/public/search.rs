//! Search over everything public, with and without marks: articles, answered questions, what was promised, what communes
//! make public, polls, provinces, contents, documents, pages.

use askama::Template;
use inform::article::{self, Found};
use listen::{poll, question};
use look::date;
use look::filters;
use look::words::{say, say_with};
use places::{country, name};
use scores::{Item, Structure};
use serde::Deserialize;

use super::disclosure::short;
use super::question::answered::title;
use crate::desk::typed::query;
use crate::fault::{Answer, Fault, render};
use crate::parts::article::found::{Piece, marked};
use crate::parts::article::{Line, closed, hits};
use crate::parts::frame::Frame;
use crate::parts::poll::Told;
use crate::parts::question::agency;
use crate::visit::{Query, Visit};
use crate::{Page, asked, parts};

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
    groups: Vec<(&'static str, Vec<Hit>)>,
    nearest: Vec<(String, String)>,
}

/// Something found.
struct Hit {
    path: String,
    name: Vec<Piece>,
    note: String,
}

const LONGEST: usize = 100;
/// How many of a kind are shown.
const MOST: usize = 20;

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let lang = visit.lang;
    let written: String = asked.q.trim().chars().take(LONGEST).collect();
    let wanted = name::fold(&written);
    let words: Vec<String> = wanted.split(' ').map(str::to_owned).collect();
    let mut groups = vec![
        ("search-questions", questions(&visit, &written, &words).await?),
        ("search-promises", promises(&visit, &wanted, &words)),
        ("search-communes", communes(&visit, &wanted, &words)),
        ("search-polls", polls(&visit, &wanted, &words).await?),
        ("search-provinces", provinces(&visit, &wanted, &written)),
        ("search-contents", contents(&visit, &wanted)),
        ("search-documents", documents(&visit, &wanted)),
        ("search-pages", pages(&visit, &wanted)),
    ];
    groups.retain(|(_, hits)| !hits.is_empty());
    if wanted.is_empty() {
        groups.clear();
    }
    let found = match visit.app.works() {
        Ok(works) => article::find(&works.program(None), &written).await.map_err(closed)?,
        Err(_) => Found::default(),
    };
    let articles = hits(lang, &found);
    let is_nothing = groups.is_empty() && articles.is_empty() && !wanted.is_empty();
    let nearest = if is_nothing { nearest(&visit, &written) } else { Vec::new() };
    let title = match written.as_str() {
        "" => say(lang, "page-search"),
        written => say_with(lang, "search-title", &[("written", written.into())]),
    };
    let frame = visit.frame(Page::Search, title);
    render(&SearchPage { frame, written, articles, has_more: found.has_more, groups, nearest })
}

/// Questions that were answered in public.
async fn questions(visit: &Visit, written: &str, words: &[String]) -> Result<Vec<Hit>, Fault> {
    let Ok(works) = visit.app.works() else { return Ok(Vec::new()) };
    let (rows, _) = question::published(&works.program(None), written, 1).await?;
    let page = format!("{}?{}", Page::Answered.path(visit.lang), query([("q", &written.to_owned())]));
    let hit = |it: &question::Published| Hit {
        path: format!("{page}#c{}", it.code),
        name: marked(&title(&it.words), words),
        note: it.answered_on.map(|day| date::short(visit.lang, day)).unwrap_or_default(),
    };
    Ok(rows.iter().map(hit).collect())
}

/// What plans promised.
fn promises(visit: &Visit, wanted: &str, words: &[String]) -> Vec<Hit> {
    let plans = visit.snapshot.progress.plans.iter();
    let found = plans
        .flat_map(|plan| plan.promises.iter())
        .filter(|it| holds(&format!("{} {}", it.code, it.what), wanted));
    let hit = |it: &plan::progress::Promise| Hit {
        path: Page::Progress.path(visit.lang),
        name: marked(&it.what, words),
        note: it.code.clone(),
    };
    found.take(MOST).map(hit).collect()
}

/// What communes make public, by the commune's name.
fn communes(visit: &Visit, wanted: &str, words: &[String]) -> Vec<Hit> {
    let (lang, snapshot) = (visit.lang, &visit.snapshot);
    let named =
        snapshot.notices.communes().iter().map(|code| (code, short(agency(&snapshot.directory, code))));
    let hit = |(code, name): (&String, &str)| Hit {
        path: Page::Disclosure.path(lang).replace("{code}", code),
        name: marked(name, words),
        note: String::new(),
    };
    named.filter(|(_, name)| holds(name, wanted)).take(MOST).map(hit).collect()
}

async fn polls(visit: &Visit, wanted: &str, words: &[String]) -> Result<Vec<Hit>, Fault> {
    let Ok(works) = visit.app.works() else { return Ok(Vec::new()) };
    let desk = works.program(None);
    let polls = poll::all_open(&desk).await.map_err(parts::poll::closed)?;
    let told =
        polls.iter().map(|it| Told::new(visit.lang, it, desk.today)).filter(|it| holds(&it.asked, wanted));
    let hit = |it: Told| Hit {
        path: Page::Poll.path(visit.lang).replace("{id}", &it.id.to_string()),
        name: marked(&it.asked, words),
        note: it.days,
    };
    Ok(told.take(MOST).map(hit).collect())
}

fn provinces(visit: &Visit, wanted: &str, written: &str) -> Vec<Hit> {
    let lang = visit.lang;
    let units = country().sets.iter().flat_map(|set| set.units.iter().map(move |unit| (set, unit)));
    let found = units.filter(|(set, unit)| {
        let names = [unit.name, unit.name_en, unit.code].map(name::fold);
        names.iter().any(|name| name.contains(wanted))
            || set.find(written).is_some_and(|other| other.id == unit.id)
    });
    let hit = |(set, unit): (&places::Set, &places::Unit)| Hit {
        path: Page::of_unit(unit, lang, visit.snapshot.current()),
        name: plain(lang.pick(unit.name, unit.name_en)),
        note: say(lang, &format!("units-{}", set.label)),
    };
    found.map(hit).collect()
}

/// Dimensions and sub-dimensions of every year, each meaning once.
fn contents(visit: &Visit, wanted: &str) -> Vec<Hit> {
    let lang = visit.lang;
    let mut hits: Vec<Hit> = Vec::new();
    for edition in visit.snapshot.editions.iter().rev() {
        for item in edition.structure.items().into_iter().filter(|item| *item != Item::Total) {
            let name = asked::item_name(lang, &edition.structure, item);
            let matches = holds(&names(&edition.structure, item), wanted);
            let name = plain(&name);
            if matches && !hits.iter().any(|hit| hit.name == name) {
                let path = format!("{}?year={}&dimension={item}", Page::Ranking.path(lang), edition.year);
                let note = say_with(lang, "search-year", &[("year", edition.year.to_string().into())]);
                hits.push(Hit { path, name, note });
            }
        }
    }
    hits
}

/// Whether a text holds every word that is wanted, with or without marks.
fn holds(text: &str, wanted: &str) -> bool {
    let text = name::fold(text);
    wanted.split(' ').all(|word| text.contains(word))
}

/// Every name of an item, in both languages.
fn names(structure: &Structure, item: Item) -> String {
    let said = |lang| asked::item_name(lang, structure, item);
    let own =
        item.dimension().and_then(|number| structure.dimension(number)).map(|dimension| dimension.papi_name);
    let own = own.filter(|_| matches!(item, Item::Dimension(_))).unwrap_or_default();
    format!("{} {} {own}", said(look::Lang::Vi), said(look::Lang::En))
}

fn documents(visit: &Visit, wanted: &str) -> Vec<Hit> {
    let lang = visit.lang;
    let found = visit.snapshot.documents.iter().filter(|document| {
        let kind = say_with(
            lang,
            "document-name",
            &[("kind", document.kind.as_str().into()), ("sign", document.sign.as_str().into())],
        );
        holds(&format!("{kind} {} {} {}", document.sign, document.title, document.title_en), wanted)
    });
    let hit = |document: &plan::Document| Hit {
        path: format!("{}/{}", Page::Documents.path(lang), document.slug()),
        name: plain(&document.sign),
        note: lang.pick(&document.title, &document.title_en).to_owned(),
    };
    found.map(hit).collect()
}

fn pages(visit: &Visit, wanted: &str) -> Vec<Hit> {
    let lang = visit.lang;
    let all = Page::of_menu(&Page::MENU).chain([Page::About, Page::Choices, Page::Interface]);
    let named = all.map(|page| (page, say(lang, page.key()))).filter(|(_, name)| holds(name, wanted));
    named.map(|(page, name)| Hit { path: page.path(lang), name: plain(&name), note: String::new() }).collect()
}

/// A name in which nothing is marked.
fn plain(name: &str) -> Vec<Piece> {
    vec![(name.to_owned(), false)]
}

/// The provinces that are spelt most like it.
fn nearest(visit: &Visit, written: &str) -> Vec<(String, String)> {
    let set = &country().sets[0];
    let units = set.nearest(written, 3).into_iter().filter_map(|name| set.find(name));
    units
        .map(|unit| {
            (
                Page::of_unit(unit, visit.lang, visit.snapshot.current()),
                visit.lang.pick(unit.name, unit.name_en).to_owned(),
            )
        })
        .collect()
}
