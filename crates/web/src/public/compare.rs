//! Provinces beside each other: two to six that the reader names, ours with its region, or a merged one with
//! those before it. What is chosen stands in the address; a reader's own groups stay in their browser.

use askama::Template;
use axum::Form;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use look::chart::{History, Series};
use look::filters;
use look::words::{say, say_with};
use places::{Set, Unit, country, name};
use scores::{Edition, Item, Standing};
use serde::Deserialize;

use crate::api::ask;
use crate::fault::{Fault, render};
use crate::parts::charts::{Track, breaks_of, caption};
use crate::parts::frame::Frame;
use crate::parts::groups::Groups;
use crate::parts::{region, source};
use crate::visit::{Query, Visit};
use crate::{Page, asked};

/// The most provinces that a reader may name.
const MOST: usize = 6;

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    province: Vec<String>,
    with: Option<String>,
    year: Option<String>,
    units: Option<String>,
}

#[derive(Template)]
#[template(path = "public/compare.html")]
struct ComparePage<'a> {
    frame: Frame,
    edition: &'a Edition,
    set: &'a Set,
    years: Vec<i16>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    chart: Option<String>,
    options: Vec<&'static Unit>,
    slots: Vec<(usize, &'static str)>,
    warning: Option<String>,
    groups: Groups,
    query: String,
    note: String,
    download: String,
}

/// A province in the head of the table.
struct Column {
    unit: &'static Unit,
    own: bool,
}

/// An item, and where each province stands on it.
struct Row {
    name: String,
    cells: Vec<(Option<Standing>, bool)>,
}

/// The page. It shows what only this reader's browser knows, so nobody keeps it.
pub(crate) async fn get(
    visit: Visit,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let (edition, set) = asked::ranked(&snapshot.editions, &asked.year, &asked.units)?;
    let mut units = chosen(&visit, edition, set, &asked)?;
    let named = asked.with.is_none();
    let warning = match units.len() {
        0 | 1 => Some(say(lang, "compare-too-few")),
        n if named && n > MOST => Some(say_with(lang, "compare-too-many", &[("most", MOST.into())])),
        _ => None,
    };
    if named {
        units.truncate(MOST);
    }
    let own = visit.settings().province.id;
    let names: Vec<_> = units.iter().map(|unit| lang.pick(unit.name, unit.name_en)).collect();
    let title = say_with(lang, "compare-title", &[("year", edition.year.to_string().into())]);
    let elsewhere = units.iter().copied().filter(|unit| unit.set != set.label);
    let mut options: Vec<_> = set.units.iter().chain(elsewhere).collect();
    options.sort_by(|a, b| name::order(a.name, b.name));
    let page = ComparePage {
        frame: visit.frame(Page::Compare, title),
        rows: rows(&visit, edition, &units),
        chart: (units.len() > 1).then(|| chart(&visit, &units, &names.join(", "))),
        slots: (0..MOST)
            .map(|slot| (slot + 1, units.get(slot).map_or("", |unit| unit.id.as_str())))
            .collect(),
        columns: units.iter().map(|unit| Column { unit, own: unit.id == own }).collect(),
        years: snapshot.editions.years().into_iter().rev().collect(),
        groups: Groups::of(&headers),
        query: visit.query.clone(),
        note: source::note(lang, edition, None),
        download: format!("/api/v1/ranking?year={}&units={}", edition.year, set.label),
        options,
        warning,
        edition,
        set,
    };
    let Html(html) = render(&page)?;
    Ok(([(CACHE_CONTROL, "private, no-store")], Html(html)).into_response())
}

/// The provinces that the address names, each once; without any, ours.
fn chosen(
    visit: &Visit,
    edition: &Edition,
    set: &'static Set,
    asked: &Asked,
) -> Result<Vec<&'static Unit>, Fault> {
    let mut units: Vec<&'static Unit> = Vec::new();
    for written in asked.province.iter().filter(|written| !written.trim().is_empty()) {
        let found = match country().unit(written.trim()) {
            Some(unit) => unit,
            None => ask::province(written, Some(set.label), edition.year)?.unit,
        };
        if !units.iter().any(|unit| unit.id == found.id) {
            units.push(found);
        }
    }
    if units.is_empty() {
        units.extend(set.units.iter().find(|unit| unit.id == visit.settings().province.id));
    }
    match (asked.with.as_deref(), units.first().copied()) {
        (Some("region"), Some(unit)) => Ok(region::neighbours(country().set_of(unit), unit)),
        (Some("predecessors"), Some(unit)) => {
            Ok(std::iter::once(unit).chain(country().members(unit)).collect())
        }
        _ => Ok(units),
    }
}

/// The total and every dimension; the best of each row is marked.
fn rows(visit: &Visit, edition: &Edition, units: &[&'static Unit]) -> Vec<Row> {
    let items = edition.structure.items().into_iter().filter(|item| !matches!(item, Item::Subdimension(_)));
    let standing = |unit: &Unit, item| {
        let set = country().set(unit.set)?;
        visit
            .snapshot
            .editions
            .standing(unit, set, edition.year, item)
            .filter(|standing| standing.score.is_some())
    };
    let row = |item: Item| {
        let standings: Vec<_> = units.iter().map(|unit| standing(unit, item)).collect();
        let best = standings.iter().flatten().filter_map(|standing| standing.score).fold(f64::MIN, f64::max);
        let cell = |standing: Option<Standing>| {
            let marked = standing.as_ref().and_then(|standing| standing.score) == Some(best);
            (standing, marked)
        };
        Row {
            name: asked::item_name(visit.lang, &edition.structure, item),
            cells: standings.into_iter().map(cell).collect(),
        }
    };
    items.map(row).collect()
}

/// The totals over the years, a line for each; of many, the first's among the nation's.
fn chart(visit: &Visit, units: &[&'static Unit], names: &str) -> String {
    let (lang, own) = (visit.lang, visit.settings().province.id);
    if units.len() > MOST {
        return first_of_many(visit, units);
    }
    let series = |unit: &&'static Unit| Series {
        name: lang.pick(unit.name, unit.name_en).to_owned(),
        marked: unit.id == own,
        points: Track::of(&visit.snapshot.editions, country().set_of(unit), unit, Item::Total).scores,
    };
    let title = say_with(lang, "compare-chart", &[("names", names.into())]);
    History {
        caption: caption(lang, "compare", &title, title.clone()),
        series: units.iter().map(series).collect(),
        band: None,
        breaks: breaks_of(Item::Total),
    }
    .svg()
}

/// One line for our province, or the first, with the nation's mean and its middle half.
fn first_of_many(visit: &Visit, units: &[&'static Unit]) -> String {
    let (lang, own) = (visit.lang, visit.settings().province.id);
    let Some(unit) = units.iter().find(|unit| unit.id == own).or(units.first()) else { return String::new() };
    let name = lang.pick(unit.name, unit.name_en);
    let title = say_with(lang, "province-history", &[("name", name.into())]);
    let track = Track::of(&visit.snapshot.editions, country().set_of(unit), unit, Item::Total);
    let caption = caption(lang, "compare", &title, title.clone());
    track.history(caption, name, &say(lang, "nation-mean"), &say(lang, "nation-middle"))
}

/// A group to keep, or one to drop.
#[derive(Deserialize)]
pub(crate) struct Saved {
    name: String,
    query: String,
    #[serde(default)]
    drop: Option<String>,
}

/// Keeps the choice under a name in the reader's browser, or drops one, and shows it again.
pub(crate) async fn post(visit: Visit, headers: HeaderMap, Form(saved): Form<Saved>) -> Response {
    let groups = Groups::of(&headers);
    let groups = match saved.drop {
        Some(dropped) => groups.without(&dropped),
        None => groups.with(&saved.name, &saved.query),
    };
    let keep = AppendHeaders([(SET_COOKIE, groups.cookie().to_string())]);
    let query = if saved.query.starts_with('?') && !saved.query.contains(char::is_control) {
        saved.query
    } else {
        String::new()
    };
    (keep, Redirect::to(&format!("{}{query}", Page::Compare.path(visit.lang)))).into_response()
}
