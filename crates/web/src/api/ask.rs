//! What a question is about: the words people write, found among the editions and provinces that exist.

use places::{Lookup, NotFound, Set, Unit, country};
use scores::{Editions, Item, Structure};

use super::Refusal;
use super::refusal::Named;

/// The year that was written, or the latest edition's.
///
/// # Errors
/// [`Refusal::Year`] with the nearest of `known`, the survey years that have an edition.
pub fn year(known: &[i16], written: Option<&str>) -> Result<i16, Refusal> {
    let refuse =
        |written: &str| Refusal::Year { written: written.to_owned(), nearest: nearest_years(known, written) };
    let Some(written) = written else { return known.last().copied().ok_or_else(|| refuse("")) };
    let year = written.trim().parse().ok().filter(|year| known.contains(year));
    year.ok_or_else(|| refuse(written))
}

/// The set of provinces that was written, or the one that the year's results are about.
///
/// # Errors
/// [`Refusal::Units`].
pub fn units(written: Option<&str>, year: i16) -> Result<&'static Set, Refusal> {
    match written {
        None => Ok(country().set_of_year(year)),
        Some(label) => {
            country().set(label.trim()).ok_or_else(|| Refusal::Units { written: label.to_owned() })
        }
    }
}

/// The province that was written, in the set that was written or follows from the year. A whole identifier
/// (`24-2025`) brings its own set, unless another one was written.
///
/// # Errors
/// [`Refusal::Province`] with the nearest names, [`Refusal::Ended`] for one that merged into another before that
/// set, [`Refusal::OtherSet`], [`Refusal::Units`].
pub fn province(written: &str, asked: Option<&str>, year: i16) -> Result<Lookup<'static>, Refusal> {
    let set = units(asked, year)?;
    match places::find(written, set) {
        Ok(found) if asked.is_some() && found.set != set => Err(belongs_elsewhere(found.unit, set)),
        Ok(found) => Ok(found),
        Err(missing) => Err(match ended(written, set) {
            Some(unit) => Refusal::Ended(unit),
            None => Refusal::Province {
                nearest: nearest(set, &missing),
                written: missing.written,
                set: set.label,
            },
        }),
    }
}

/// The item that was written, or the total, as the year has it.
///
/// # Errors
/// [`Refusal::Item`] with the nearest that the year has.
pub fn item(written: Option<&str>, structure: &Structure) -> Result<Item, Refusal> {
    let Some(written) = written else { return Ok(Item::Total) };
    let refuse = |nearest: Vec<Item>| Refusal::Item {
        written: written.to_owned(),
        year: structure.year,
        nearest: nearest.into_iter().filter_map(|item| named(item, structure)).collect(),
    };
    match written.parse::<Item>() {
        Ok(item) if structure.has(item) => Ok(item),
        Ok(item) => Err(refuse(structure.nearest(item))),
        Err(_) => Err(refuse(structure.nearest(rough(written)))),
    }
}

/// What the item is called in the year; nothing for the total, which has no name in the data.
pub fn named(item: Item, structure: &Structure) -> Option<Named> {
    let (name, name_en) = match item {
        Item::Total => return None,
        Item::Dimension(number) => structure.dimension(number).map(|d| (d.name, d.name_en))?,
        Item::Subdimension(code) => structure.subdimension(code).map(|s| (s.name, s.name_en))?,
    };
    Some(Named { code: item.to_string(), name, name_en })
}

/// The editions that a year-by-year question needs: those of `years`, if they are there.
///
/// # Errors
/// [`Refusal::Year`].
pub fn have(editions: &Editions, year: i16) -> Result<&scores::Edition, Refusal> {
    editions.get(year).ok_or_else(|| Refusal::Year {
        written: year.to_string(),
        nearest: nearest_years(&editions.years(), &year.to_string()),
    })
}

fn belongs_elsewhere(unit: &'static Unit, set: &Set) -> Refusal {
    match country().successor(unit) {
        Some(successor) if successor.set == set.label => Refusal::Ended(unit),
        _ => Refusal::OtherSet { unit, asked: country().set(set.label).map_or("", |set| set.label) },
    }
}

/// The provinces nearest to what was written: by code where it is a number, else by name.
fn nearest(set: &'static Set, missing: &NotFound) -> Vec<&'static str> {
    let Ok(number) = missing.written.trim().parse::<i32>() else { return missing.nearest.clone() };
    let mut units: Vec<_> =
        set.units.iter().filter_map(|unit| Some((unit.code.parse::<i32>().ok()?, unit.name))).collect();
    units.sort_by_key(|(code, _)| code.abs_diff(number));
    units.iter().take(3).map(|(_, name)| *name).collect()
}

/// The province of an earlier set that `written` means, where that one ended.
fn ended(written: &str, set: &Set) -> Option<&'static Unit> {
    let earlier = country().sets.iter().rev().filter(|other| other.from < set.from);
    earlier.filter_map(|other| other.find(written)).find(|unit| unit.to.is_some_and(|last| last < set.from))
}

/// The three years nearest to what was written; the newest three where it is no year at all.
fn nearest_years(known: &[i16], written: &str) -> Vec<i16> {
    let meant = written.trim().parse().unwrap_or(i16::MAX);
    let mut years = known.to_vec();
    years.sort_by_key(|year| (year.abs_diff(meant), *year));
    years.truncate(3);
    years.sort_unstable();
    years
}

/// The item that a slip of the pen may have meant, by its first digits.
fn rough(written: &str) -> Item {
    let mut digits = written.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
    match (digits.next(), digits.next()) {
        (Some(dimension), Some(part)) => Item::Subdimension(scores::Code { dimension, part }),
        (Some(dimension), None) => Item::Dimension(dimension),
        _ => Item::Dimension(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_province_that_ended_is_refused_with_its_successor() {
        for written in ["95", "bac-lieu", "95-2008"] {
            let refused = province(written, Some("34"), 2024).unwrap_err();
            assert!(matches!(refused, Refusal::Ended(unit) if unit.name == "Bạc Liêu"), "{written}");
            assert_eq!(refused.nearest(), ["Cà Mau"]);
        }
    }

    #[test]
    fn a_whole_identifier_brings_its_set_unless_another_is_asked() {
        let found = province("24-2025", None, 2024).expect("found");
        assert_eq!((found.unit.name, found.set.label), ("Bắc Ninh", "34"));
        assert!(matches!(province("24-2025", Some("63"), 2024), Err(Refusal::OtherSet { asked: "63", .. })));
        assert_eq!(province("24-2008", Some("63"), 2024).expect("found").unit.name, "Bắc Giang");
    }

    #[test]
    fn the_year_decides_the_set() {
        assert_eq!(units(None, 2024).expect("a set").label, "63");
        assert_eq!(units(None, 2025).expect("a set").label, "34");
        assert_eq!(units(Some("64"), 2024).unwrap_err().nearest(), ["63", "34"]);
    }

    #[test]
    fn an_unknown_year_gets_the_nearest_editions() {
        let known: Vec<i16> = (2011..=2024).collect();
        assert_eq!(year(&known, Some("2030")).unwrap_err().nearest(), ["2022", "2023", "2024"]);
        assert_eq!(year(&known, Some("2009")).unwrap_err().nearest(), ["2011", "2012", "2013"]);
        assert_eq!(year(&known, Some("nay")).unwrap_err().nearest(), ["2022", "2023", "2024"]);
        assert_eq!(year(&known, None).expect("the latest"), 2024);
    }

    #[test]
    fn an_item_that_the_year_lacks_gets_its_neighbours() {
        let structure = Structure::of_year(2015);
        let refused = item(Some("7"), &structure).unwrap_err();
        assert_eq!(refused.nearest()[0], "6");
        assert!(item(Some("9.x"), &structure).is_err());
        assert_eq!(item(None, &structure).expect("the total"), Item::Total);
    }
}
