//! Ranking: the provinces of an edition on the total, a dimension or a sub-dimension.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use askama::Template;
use look::filters;
use look::words::say_with;
use places::{Set, UnitId, country, name};
use scores::{Change, Edition, Group, Item, Place, Ranking};
use serde::Deserialize;

use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::{charts, region, sentence, source};
use crate::visit::{Query, Visit};
use crate::{Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    year: Option<String>,
    dimension: Option<String>,
    units: Option<String>,
    region: Option<String>,
    sort: Option<String>,
    order: Option<String>,
}

#[derive(Template)]
#[template(path = "public/ranking.html")]
struct RankingPage<'a> {
    frame: Frame,
    edition: &'a Edition,
    ranking: &'a Ranking,
    rows: Vec<Row<'a>>,
    choices: Choices,
    heads: Vec<Head>,
    own: Option<String>,
    strip: String,
    map: String,
    note: String,
    download: String,
}

/// A row of the table.
struct Row<'a> {
    place: &'a Place,
    change: Option<Change>,
    own: bool,
}

/// What the form offers, and what is chosen.
struct Choices {
    years: Vec<i16>,
    items: Vec<(String, String)>,
    item: String,
    sets: Vec<&'static str>,
    regions: Vec<(String, String)>,
    region: String,
}

/// A column head that sorts.
struct Head {
    key: &'static str,
    path: String,
    sorted: Option<&'static str>,
}

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let (edition, set) = asked::ranked(&snapshot.editions, &asked.year, &asked.units)?;
    let item = asked::item(&edition.structure, &asked.dimension)?;
    let region = region::asked(set, &asked.region)?;
    let ranking = Ranking::new(edition, set, item);
    let own = visit.settings().province_in(set.label).id;
    let item_name = asked::item_name(lang, &edition.structure, item);
    let title = say_with(
        lang,
        "ranking-title",
        &[("item", item_name.into()), ("year", edition.year.to_string().into())],
    );
    let frame = visit.frame(Page::Ranking, title);
    let sort = Sort::of(&asked);
    render(&RankingPage {
        rows: rows(&ranking, &snapshot.editions.changes(&ranking), region, sort, own),
        choices: choices(&visit, edition, item, set, region),
        heads: heads(&frame, &asked, sort),
        own: own_sentence(&visit, &ranking, own),
        strip: charts::strip(lang, &ranking, own, &frame.title, Vec::new()),
        map: charts::tiles(lang, &ranking, own, &frame.title, frame.current),
        note: source::note(lang, edition, Some(&ranking)),
        download: format!("/api/v1/ranking?year={}&dimension={item}&units={}", edition.year, set.label),
        frame,
        edition,
        ranking: &ranking,
    })
}

/// By what the table is sorted, and whether from the bottom.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sort(&'static str, bool);

const COLUMNS: [&str; 4] = ["rank", "name", "score", "change"];

impl Sort {
    fn of(asked: &Asked) -> Self {
        let column =
            COLUMNS.into_iter().find(|column| asked.sort.as_deref() == Some(column)).unwrap_or("rank");
        Self(column, asked.order.as_deref() == Some("desc"))
    }

    /// Unknown values stay last, whichever way.
    fn compare(self, a: &Row, b: &Row) -> Ordering {
        let order = match self.0 {
            "name" => Some(name::order(a.place.unit.name, b.place.unit.name)),
            "score" => known(a.place.score, b.place.score, f64::total_cmp),
            "change" => known(a.change.map(|c| c.rank), b.change.map(|c| c.rank), Ord::cmp),
            _ => known(a.place.rank, b.place.rank, Ord::cmp),
        };
        match order {
            Some(order) if self.1 => order.reverse(),
            Some(order) => order,
            None => is_unknown(self.0, a).cmp(&is_unknown(self.0, b)),
        }
    }
}

fn known<T>(a: Option<T>, b: Option<T>, compare: impl Fn(&T, &T) -> Ordering) -> Option<Ordering> {
    Some(compare(&a?, &b?))
}

fn is_unknown(column: &str, row: &Row) -> bool {
    if column == "change" { row.change.is_none() } else { row.place.rank.is_none() }
}

fn rows<'a>(
    ranking: &'a Ranking,
    changes: &BTreeMap<UnitId, Change>,
    region: Option<&str>,
    sort: Sort,
    own: UnitId,
) -> Vec<Row<'a>> {
    let shown = ranking.places.iter().filter(|place| region.is_none_or(|region| place.unit.region == region));
    let row = |place: &'a Place| Row {
        place,
        change: changes.get(&place.unit.id).copied(),
        own: place.unit.id == own,
    };
    let mut rows: Vec<_> = shown.map(row).collect();
    rows.sort_by(|a, b| sort.compare(a, b));
    rows
}

fn choices(visit: &Visit, edition: &Edition, item: Item, set: &'static Set, region: Option<&str>) -> Choices {
    let lang = visit.lang;
    let items = edition.structure.items().into_iter();
    Choices {
        years: visit.snapshot.editions.years().into_iter().rev().collect(),
        items: items
            .map(|item| (item.to_string(), asked::item_name(lang, &edition.structure, item)))
            .collect(),
        item: item.to_string(),
        sets: country()
            .sets
            .iter()
            .filter(|other| edition.set.from <= other.from)
            .map(|set| set.label)
            .collect(),
        regions: region::choices(lang, set),
        region: region.map(region::slug).unwrap_or_default(),
    }
}

/// Column heads; the one that sorts now turns the order round.
fn heads(frame: &Frame, asked: &Asked, sort: Sort) -> Vec<Head> {
    let kept = [
        ("year", &asked.year),
        ("dimension", &asked.dimension),
        ("units", &asked.units),
        ("region", &asked.region),
    ];
    let kept: String = kept
        .iter()
        .filter_map(|(key, value)| {
            value.as_ref().filter(|value| !value.is_empty()).map(|value| format!("{key}={value}&"))
        })
        .collect();
    let head = |key: &'static str| {
        let now = sort.0 == key;
        let order = if now && !sort.1 { "desc" } else { "asc" };
        let sorted = now.then_some(if sort.1 { "descending" } else { "ascending" });
        Head {
            key,
            path: format!("{}?{kept}sort={key}&order={order}", Page::Ranking.path(frame.lang)),
            sorted,
        }
    };
    COLUMNS.into_iter().map(head).collect()
}

/// Where our own province stands, in a sentence above the table.
fn own_sentence(visit: &Visit, ranking: &Ranking, own: UnitId) -> Option<String> {
    let lang = visit.lang;
    let place = ranking.place(own)?;
    let name = lang.pick(place.unit.name, place.unit.name_en);
    let Some((rank, score)) = place.rank.zip(place.score) else {
        return Some(say_with(lang, "own-unranked", &[("name", name.into())]));
    };
    let group = place.group.map(|group| sentence::of_group(lang, group)).unwrap_or_default();
    let key = if place.group.is_some() { "own-standing" } else { "own-standing-without-group" };
    let said = [
        ("name", name.into()),
        ("rank", rank.to_string().into()),
        ("of", ranking.of.to_string().into()),
        ("score", look::number::score(lang, score).into()),
        ("group", group.into()),
    ];
    Some(say_with(lang, key, &said))
}
