//! One province over the years: its total, its contents, its ranks, and what the index was made of.

use crate::visit::Path;
use askama::Template;
use look::filters;
use look::words::{say, say_with};
use places::{Lookup, Set, Unit, country};
use scores::{Edition, Item, Ranking, Standing, break_between};
use serde::Deserialize;

use super::provinces::fate;
use crate::fault::{Answer, Fault, render};
use crate::parts::charts::{Track, caption};
use crate::parts::frame::Frame;
use crate::parts::{sentence, source};
use crate::visit::{Query, Visit};
use crate::{Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    year: Option<String>,
    units: Option<String>,
}

#[derive(Template)]
#[template(path = "public/province.html")]
struct ProvincePage<'a> {
    frame: Frame,
    unit: &'static Unit,
    edition: &'a Edition,
    years: Vec<i16>,
    sentence: String,
    fate: Option<String>,
    relatives: Vec<&'static Unit>,
    history: String,
    ranks: String,
    contents: Vec<Content>,
    best: Vec<Named>,
    worst: Vec<Named>,
    course: Vec<Year>,
    items: Vec<Named>,
    note: String,
    download: String,
    merged: bool,
}

/// A content over the years.
struct Content {
    path: String,
    svg: String,
}

/// A standing with its item's name.
struct Named {
    name: String,
    standing: Standing,
    part: bool,
}

/// One edition in the table of all.
struct Year {
    year: i16,
    standing: Standing,
    broken: bool,
}

/// The page.
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let (edition, Lookup { unit, set }) = asked::case(&snapshot.editions, &asked.year, &asked.units, &slug)?;
    let standings = snapshot.editions.standings(unit, set, edition.year);
    let total = standings.first().ok_or(Fault::Missing)?;
    let name = lang.pick(unit.name, unit.name_en);
    let frame = visit.frame(Page::Province(unit.slug), name).under(Page::Provinces);
    let track = Track::of(&snapshot.editions, set, unit, Item::Total);
    let titled = |key: &str| say_with(lang, key, &[("name", name.into())]);
    let drawn = |id: &str, title: &str| caption(lang, id, title, sentence::of_standing(lang, total));
    let ranking = Ranking::new(edition, set, Item::Total);
    render(&ProvincePage {
        sentence: said(&visit, name, edition, total),
        fate: fate(&visit, unit),
        relatives: relatives(unit),
        history: track.history(
            drawn("history", &titled("province-history")),
            name,
            &say(lang, "nation-mean"),
            &say(lang, "nation-middle"),
        ),
        ranks: track.rank_history(drawn("ranks", &titled("province-ranks")), name),
        contents: contents(&visit, set, unit, edition, &standings),
        best: extremes(&visit, edition, &standings, false),
        worst: extremes(&visit, edition, &standings, true),
        course: course(&visit, set, unit),
        items: standings.iter().skip(1).map(|standing| named(&visit, edition, standing)).collect(),
        years: snapshot.editions.years().into_iter().rev().collect(),
        note: source::note(lang, edition, Some(&ranking)),
        download: format!(
            "/api/v1/provinces/{}/standing?year={}&units={}",
            unit.code, edition.year, set.label
        ),
        merged: set != edition.set,
        edition,
        unit,
        frame,
    })
}

/// Where it stood, in a sentence.
fn said(visit: &Visit, name: &str, edition: &Edition, total: &Standing) -> String {
    let lang = visit.lang;
    let year = edition.year.to_string();
    let (Some(score), Some(rank), Some(group)) = (total.score, total.rank, total.group) else {
        return say_with(lang, "province-unranked", &[("name", name.into()), ("year", year.into())]);
    };
    let said = [
        ("name", name.into()),
        ("year", year.into()),
        ("score", score.into()),
        ("rank", rank.into()),
        ("of", total.of.into()),
        ("group", sentence::of_group(lang, group).into()),
    ];
    say_with(lang, "province-standing", &said)
}

/// The province it belongs to now, or those that it was made from.
fn relatives(unit: &'static Unit) -> Vec<&'static Unit> {
    let members = country().members(unit);
    if members.is_empty() { country().successor(unit).into_iter().collect() } else { members }
}

fn contents(
    visit: &Visit,
    set: &'static Set,
    unit: &Unit,
    edition: &Edition,
    standings: &[Standing],
) -> Vec<Content> {
    let lang = visit.lang;
    let dimensions = standings.iter().filter(|standing| matches!(standing.item, Item::Dimension(_)));
    let content = |standing: &Standing| {
        let heading = asked::item_name(lang, &edition.structure, standing.item);
        let id = format!("content-{}", standing.item);
        let caption = caption(lang, &id, &heading, sentence::of_standing(lang, standing));
        let track = Track::of(&visit.snapshot.editions, set, unit, standing.item);
        let path = Page::Ranking.path(lang);
        Content {
            path: format!("{path}?year={}&dimension={}&units={}", edition.year, standing.item, set.label),
            svg: track.multiple(caption, &heading, standing),
        }
    };
    dimensions.map(content).collect()
}

/// The three sub-dimensions with the best, or the worst, ranks.
fn extremes(visit: &Visit, edition: &Edition, standings: &[Standing], worst: bool) -> Vec<Named> {
    let mut parts: Vec<_> = standings
        .iter()
        .filter(|standing| matches!(standing.item, Item::Subdimension(_)) && standing.rank.is_some())
        .collect();
    parts.sort_by_key(|standing| standing.rank);
    if worst {
        parts.reverse();
    }
    parts.into_iter().take(3).map(|standing| named(visit, edition, standing)).collect()
}

fn named(visit: &Visit, edition: &Edition, standing: &Standing) -> Named {
    Named {
        name: asked::item_name(visit.lang, &edition.structure, standing.item),
        standing: standing.clone(),
        part: matches!(standing.item, Item::Subdimension(_)),
    }
}

/// The total in every edition, newest first.
fn course(visit: &Visit, set: &'static Set, unit: &Unit) -> Vec<Year> {
    let editions = &visit.snapshot.editions;
    let year = |year: i16| {
        let standing = editions.standing(unit, set, year, Item::Total)?;
        let broken = editions
            .before(year)
            .is_some_and(|before| break_between(Item::Total, before.year, year).is_some());
        Some(Year { year, standing, broken })
    };
    editions.years().into_iter().rev().filter_map(year).collect()
}
