//! Search over provinces, contents, documents and pages, with and without marks.

use askama::Template;
use look::filters;
use look::words::{say, say_with};
use places::{country, name};
use scores::{Item, Structure};
use serde::Deserialize;

use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::{Query, Visit};
use crate::{Page, asked};

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
    groups: Vec<(&'static str, Vec<Hit>)>,
    nearest: Vec<(String, String)>,
}

/// Something found.
struct Hit {
    path: String,
    name: String,
    note: String,
}

const LONGEST: usize = 100;

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let lang = visit.lang;
    let written: String = asked.q.trim().chars().take(LONGEST).collect();
    let wanted = name::fold(&written);
    let mut groups = vec![
        ("search-provinces", provinces(&visit, &wanted, &written)),
        ("search-contents", contents(&visit, &wanted)),
        ("search-documents", documents(&visit, &wanted)),
        ("search-pages", pages(&visit, &wanted)),
    ];
    groups.retain(|(_, hits)| !hits.is_empty());
    if wanted.is_empty() {
        groups.clear();
    }
    let nearest =
        if groups.is_empty() && !wanted.is_empty() { nearest(&visit, &written) } else { Vec::new() };
    let title = match written.as_str() {
        "" => say(lang, "page-search"),
        written => say_with(lang, "search-title", &[("written", written.into())]),
    };
    render(&SearchPage { frame: visit.frame(Page::Search, title), written, groups, nearest })
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
        name: lang.pick(unit.name, unit.name_en).to_owned(),
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
        name: document.sign.clone(),
        note: lang.pick(&document.title, &document.title_en).to_owned(),
    };
    found.map(hit).collect()
}

fn pages(visit: &Visit, wanted: &str) -> Vec<Hit> {
    let lang = visit.lang;
    let all = Page::MENU.into_iter().chain([Page::About, Page::Choices, Page::Interface]);
    let hit = |page: Page| Hit { path: page.path(lang), name: say(lang, page.key()), note: String::new() };
    all.map(hit).filter(|hit| holds(&hit.name, wanted)).collect()
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
