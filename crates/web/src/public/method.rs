//! Method and data: how the index is built, by which rules the site reckons, what is missing, every edition to take.

use askama::Template;
use axum::extract::Query;
use look::words::say_with;
use look::{filters, number};
use places::Unit;
use scores::group::Sizes;
use scores::{Break, Edition, Group, Item, Ranking, breaks};
use serde::Deserialize;

use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Visit;
use crate::{Page, asked};

/// The sections, which are also the anchors; others may link to them, so they stay.
const SECTIONS: [&str; 15] = [
    "index", "ranking", "groups", "change", "targets", "explain", "sure", "sample", "outlook", "chances",
    "lift", "merged", "missing", "editions", "licence",
];

/// The paragraphs of the sections that are text and a link, by section.
const TOLD: [(&str, &[&str], Page, &str); 5] = [
    ("sure", &["method-sure-what", "method-sure-read", "method-sure-how"], Page::Ranks, "method-sure-go"),
    ("sample", &["method-sample-what", "method-sample-known"], Page::Outlook, "method-sample-go"),
    (
        "outlook",
        &["method-outlook-what", "method-outlook-how", "method-outlook-honest"],
        Page::Backtest,
        "method-outlook-go",
    ),
    (
        "chances",
        &["method-chances-words", "method-chances-base", "method-chances-cannot"],
        Page::Outlook,
        "method-chances-go",
    ),
    (
        "lift",
        &["method-lift-what", "method-lift-stretch", "method-lift-spread", "method-lift-cause"],
        Page::Whatif,
        "method-lift-go",
    ),
];

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    year: Option<String>,
}

#[derive(Template)]
#[template(path = "public/method.html")]
struct MethodPage<'a> {
    frame: Frame,
    edition: &'a Edition,
    items: Vec<Scale>,
    sizes: Vec<Cut>,
    breaks: Vec<Broken>,
    rows: Vec<Row<'a>>,
}

/// An item of the year's structure with its scale.
struct Scale {
    name: String,
    lowest: String,
    highest: String,
    whole: bool,
}

/// How many provinces each group holds.
struct Cut {
    of: usize,
    exception: bool,
    groups: [usize; 4],
}

/// The items that a year broke, by what is known of it.
struct Broken {
    year: i16,
    published: String,
    seen: String,
}

/// An edition, and the provinces that it does not rank.
struct Row<'a> {
    edition: &'a Edition,
    of: usize,
    unranked: Vec<(&'a Unit, String)>,
}

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let snapshot = visit.snapshot.clone();
    let edition = asked::ranked(&snapshot.editions, &asked.year, &None)?.0;
    let frame = visit.frame(Page::Method, look::say(visit.lang, Page::Method.key()));
    render(&MethodPage {
        items: edition.structure.items().into_iter().map(|item| scale(&frame, edition, item)).collect(),
        sizes: sizes(),
        breaks: broken(&frame),
        rows: snapshot.editions.iter().rev().map(|edition| row(&frame, edition)).collect(),
        frame,
        edition,
    })
}

/// A dimension runs from 1 to 10 whatever its parts add up to in print; the total is the dimensions together.
fn scale(frame: &Frame, edition: &Edition, item: Item) -> Scale {
    let dimensions = edition.structure.dimensions.len() as f64;
    let (lowest, highest) = match item {
        Item::Total => (dimensions, 10.0 * dimensions),
        Item::Dimension(_) => (1.0, 10.0),
        Item::Subdimension(code) => edition.structure.subdimension(code).map_or((0.0, 0.0), |s| s.scale),
    };
    let whole = !matches!(item, Item::Subdimension(_));
    let write = |value| number::decimals(frame.lang, value, if whole { 0 } else { 2 });
    let name = asked::item_name(frame.lang, &edition.structure, item);
    Scale { name, lowest: write(lowest), highest: write(highest), whole }
}

/// The sizes by the rule for every number of provinces that was ranked, then the published exception.
fn sizes() -> Vec<Cut> {
    let cut = |of, sizes: Sizes, exception| {
        let up_to = Group::ALL.map(|group| sizes.last_place(group));
        let groups = [up_to[0], up_to[1] - up_to[0], up_to[2] - up_to[1], up_to[3] - up_to[2]];
        Cut { of, exception, groups }
    };
    let by_rule = [63, 62, 61, 60, 34].map(|of| cut(of, Sizes::by_rule(of), false));
    by_rule.into_iter().chain([cut(61, Sizes::of(2022, Item::Total, 61), true)]).collect()
}

fn broken(frame: &Frame) -> Vec<Broken> {
    let mut years: Vec<i16> = breaks().iter().map(|b| b.year).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let items = |year, basis: &str| {
        let of = |b: &&Break| b.year == year && b.basis == basis;
        let name = |b: &Break| match b.item.as_str() {
            "total" => look::say(frame.lang, "method-total"),
            code => code.to_owned(),
        };
        breaks().iter().filter(of).map(name).collect::<Vec<_>>().join(", ")
    };
    let broken =
        |year| Broken { year, published: items(year, "published"), seen: items(year, "seen in data") };
    years.into_iter().map(broken).collect()
}

fn row<'a>(frame: &Frame, edition: &'a Edition) -> Row<'a> {
    let ranking = Ranking::new(edition, edition.set, Item::Total);
    let unranked = ranking.places.iter().filter(|place| place.rank.is_none());
    let unranked = unranked.map(|place| (place.unit, published(frame, edition, place.unit)));
    Row { edition, of: ranking.of, unranked: unranked.collect() }
}

/// What is published for a province that has no total.
fn published(frame: &Frame, edition: &Edition, unit: &Unit) -> String {
    let whole = |number: &u8| edition.score(unit, Item::Dimension(*number)).is_some();
    let dimensions: Vec<u8> = edition.structure.dimensions.iter().map(|d| d.number).filter(whole).collect();
    if edition.missing(unit, Item::Total).len() == edition.structure.subdimensions.len() {
        return look::say(frame.lang, "method-missing-all");
    }
    let written = dimensions.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    say_with(
        frame.lang,
        "method-missing-some",
        &[("n", dimensions.len().into()), ("dimensions", written.into())],
    )
}
