//! Charts of the published results: what a page hands to the drawing room.

mod track;
mod waterfall;

pub(crate) use track::{Track, breaks_of};
pub(crate) use waterfall::waterfall;

use look::chart::{Caption, Dot, DotStrip, Island, Line, Tile, TileMap, Tone};
use look::words::say_with;
use look::{Lang, Value};
use places::{UnitId, country};
use scores::{Group, Place, Ranking};

use crate::Page;

/// All provinces of a ranking on one axis, ours marked; `lines` are scores to reach.
pub(crate) fn strip(lang: Lang, ranking: &Ranking, own: UnitId, title: &str, lines: Vec<Line>) -> String {
    let dot = |(place, score): (&Place, f64)| Dot {
        name: lang.pick(place.unit.name, place.unit.name_en).to_owned(),
        score,
        rank: place.rank.map(|rank| (rank, ranking.of)),
        tone: tone(place.group),
        marked: place.unit.id == own,
    };
    let caption = caption(lang, "strip", title, described(lang, ranking));
    DotStrip { caption, dots: ranking.ranked().map(dot).collect(), lines }.svg()
}

/// The tile-grid map of a ranking.
pub(crate) fn tiles(lang: Lang, ranking: &Ranking, own: UnitId, title: &str, current: &str) -> String {
    let tile = |place: &Place| Tile {
        column: place.unit.tile.column,
        row: place.unit.tile.row,
        label: initials(place.unit.name),
        title: tile_title(lang, ranking, place),
        tone: tone(place.group),
        marked: place.unit.id == own,
        href: Some(Page::of_unit(place.unit, lang, current)),
    };
    let islands = country().islands.iter().filter(|island| island.set == ranking.set.label);
    let island = |island: &places::Island| Island {
        column: island.tile.column,
        row: island.tile.row,
        name: island.name.to_owned(),
        title: lang.pick(island.name, island.name_en).to_owned(),
    };
    let caption = caption(lang, "map", title, described(lang, ranking));
    TileMap {
        caption,
        tiles: ranking.places.iter().map(tile).collect(),
        islands: islands.map(island).collect(),
    }
    .svg()
}

/// What a chart is called and what there is to see.
pub(crate) fn caption(lang: Lang, id: &str, title: &str, description: String) -> Caption {
    Caption { lang, id: id.to_owned(), title: title.to_owned(), description }
}

/// The tone of a group.
pub(crate) fn tone(group: Option<Group>) -> Tone {
    match group {
        Some(Group::High) => Tone::High,
        Some(Group::HighAverage) => Tone::HighAverage,
        Some(Group::LowAverage) => Tone::LowAverage,
        Some(Group::Low) => Tone::Low,
        None => Tone::None,
    }
}

/// The highest, the lowest and the mean score, in a sentence.
fn described(lang: Lang, ranking: &Ranking) -> String {
    let Some((first, last)) = ranking.ranked().next().zip(ranking.ranked().last()) else {
        return String::new();
    };
    let name = |place: &Place| Value::from(lang.pick(place.unit.name, place.unit.name_en));
    let said = [
        ("first", name(first.0)),
        ("highest", first.1.into()),
        ("last", name(last.0)),
        ("lowest", last.1.into()),
        ("mean", ranking.mean().unwrap_or_default().into()),
    ];
    say_with(lang, "strip-described", &said)
}

fn tile_title(lang: Lang, ranking: &Ranking, place: &Place) -> String {
    let name = lang.pick(place.unit.name, place.unit.name_en);
    let (Some(score), Some(rank)) = (place.score, place.rank) else {
        return say_with(lang, "tile-unranked", &[("name", name.into())]);
    };
    let said =
        [("name", name.into()), ("score", score.into()), ("rank", rank.into()), ("of", ranking.of.into())];
    say_with(lang, "tile-ranked", &said)
}

/// The first letters of a name's words, at most three: BL, TTH.
fn initials(name: &str) -> String {
    let words = name.split([' ', '-', '–']).filter(|word| !word.is_empty());
    words.filter_map(|word| word.chars().next()).take(3).collect()
}
