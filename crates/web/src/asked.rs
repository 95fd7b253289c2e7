//! What an address asks for, looked up among what exists; what does not gets its nearest neighbours.

use std::str::FromStr;

use look::Lang;
use places::{Lookup, Set, country};
use scores::{Edition, Editions, Item, Structure};

use crate::Fault;

/// The edition of a year; without one, the latest.
pub(crate) fn edition<'a>(editions: &'a Editions, year: Option<&str>) -> Result<&'a Edition, Fault> {
    let Some(written) = year.filter(|year| !year.trim().is_empty()) else {
        return editions.latest().ok_or(Fault::Broken);
    };
    let found = written.trim().parse().ok().and_then(|year| editions.get(year));
    found.ok_or_else(|| Fault::Unknown {
        what: "year",
        written: written.to_owned(),
        nearest: nearest_years(editions, written),
    })
}

/// The item of a year; without one, the total.
pub(crate) fn item(structure: &Structure, written: Option<&str>) -> Result<Item, Fault> {
    let Some(written) = written.filter(|item| !item.trim().is_empty()) else { return Ok(Item::Total) };
    let item = Item::from_str(written).ok();
    item.filter(|item| structure.has(*item)).ok_or_else(|| Fault::Unknown {
        what: "item",
        written: written.to_owned(),
        nearest: item
            .map(|item| structure.nearest(item))
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect(),
    })
}

/// The set of provinces; without one, the set that the edition surveyed.
pub(crate) fn units(edition: &Edition, written: Option<&str>) -> Result<&'static Set, Fault> {
    let Some(written) = written.filter(|units| !units.trim().is_empty()) else { return Ok(edition.set) };
    country().set(written.trim()).ok_or_else(|| Fault::Unknown {
        what: "units",
        written: written.to_owned(),
        nearest: country().sets.iter().map(|set| set.label.to_owned()).collect(),
    })
}

/// A province of a set.
pub(crate) fn province(set: &'static Set, written: &str) -> Result<Lookup<'static>, Fault> {
    places::find(written, set).map_err(|missing| Fault::Unknown {
        what: "province",
        written: missing.written,
        nearest: missing.nearest.into_iter().map(str::to_owned).collect(),
    })
}

/// The name of an item in a year: "Tổng điểm", "4. Kiểm soát tham nhũng…", "4.2 …".
pub(crate) fn item_name(lang: Lang, structure: &Structure, item: Item) -> String {
    match item {
        Item::Total => look::words::say(lang, "total-score"),
        Item::Dimension(number) => match structure.dimension(number) {
            Some(dimension) => format!("{number}. {}", lang.pick(dimension.name, dimension.name_en)),
            None => number.to_string(),
        },
        Item::Subdimension(code) => match structure.subdimension(code) {
            Some(subdimension) => format!("{code} {}", lang.pick(subdimension.name, subdimension.name_en)),
            None => code.to_string(),
        },
    }
}

fn nearest_years(editions: &Editions, written: &str) -> Vec<String> {
    let mut years = editions.years();
    match written.trim().parse::<i16>() {
        Ok(asked) => years.sort_by_key(|year| year.abs_diff(asked)),
        Err(_) => years.reverse(),
    }
    years.iter().take(3).map(ToString::to_string).collect()
}
