//! What an address asks for, looked up as the API does; a field that is left empty asks for nothing.

use look::Lang;
use places::{Lookup, Set, Unit};
use scores::{Edition, Editions, Item, Structure};

use crate::Fault;
use crate::api::ask;

/// What was written into a field, if anything.
pub(crate) fn written(field: &Option<String>) -> Option<&str> {
    field.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// The edition and the set of provinces: the latest that shows the set, unless a year is asked.
pub(crate) fn ranked<'a>(
    editions: &'a Editions,
    year: &Option<String>,
    units: &Option<String>,
) -> Result<(&'a Edition, &'static Set), Fault> {
    let (year, set) = ask::ranked(&editions.years(), written(year), written(units))?;
    Ok((ask::have(editions, year)?, set))
}

/// The edition and the province: the latest that shows the province, unless a year is asked.
pub(crate) fn case<'a>(
    editions: &'a Editions,
    year: &Option<String>,
    units: &Option<String>,
    province: &str,
) -> Result<(&'a Edition, Lookup<'static>), Fault> {
    let (year, found) = ask::case(&editions.years(), written(year), written(units), province)?;
    Ok((ask::have(editions, year)?, found))
}

/// The item of a year; without one, the total.
pub(crate) fn item(structure: &Structure, asked: &Option<String>) -> Result<Item, Fault> {
    Ok(ask::item(written(asked), structure)?)
}

/// The provinces of a set by name, for a choice.
pub(crate) fn provinces(set: &'static Set) -> Vec<&'static Unit> {
    let mut provinces: Vec<_> = set.units.iter().collect();
    provinces.sort_by(|a, b| places::name::order(a.name, b.name));
    provinces
}

/// The same of every set.
pub(crate) fn provinces_by_set() -> Vec<(&'static str, Vec<&'static Unit>)> {
    places::country().sets.iter().map(|set| (set.label, provinces(set))).collect()
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

/// The pages before and after one of a long list: the key of what each is called, and its address by its number.
pub(crate) fn pages_beside(
    page: usize,
    (found, rows): (usize, usize),
    href: impl Fn(usize) -> String,
) -> Vec<(&'static str, String)> {
    let last = found.div_ceil(rows).max(1);
    let before = (page > 1).then(|| ("board-before", (page - 1).min(last)));
    let after = (page < last).then_some(("board-after", page + 1));
    before.into_iter().chain(after).map(|(key, page)| (key, href(page))).collect()
}
