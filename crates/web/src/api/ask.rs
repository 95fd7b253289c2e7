//! What a question is about: the words people write, found among the editions and provinces that exist.

use places::{Lookup, NotFound, Set, Unit, country};
use scores::{Editions, Item, Structure};

use super::Refusal;
use super::refusal::{Clash, Named};

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

/// The year and the province of a question. Without a year it is the latest that the province can be seen in, so
/// that one that has ended is shown as it last stood.
///
/// # Errors
/// As [`year`] and [`province`]; [`Refusal::Ended`] for a year that surveyed the provinces after it.
pub fn case(
    known: &[i16],
    asked_year: Option<&str>,
    asked_units: Option<&str>,
    written: &str,
) -> Result<(i16, Lookup<'static>), Refusal> {
    if asked_year.is_some() {
        let year = year(known, asked_year)?;
        let found = province(written, asked_units, year)?;
        return if shows(year, found.set) { Ok((year, found)) } else { Err(Refusal::Ended(found.unit)) };
    }
    let found = match province(written, asked_units, year(known, None)?) {
        Err(Refusal::Ended(unit)) if asked_units.is_none() => Lookup { unit, set: country().set_of(unit) },
        found => found?,
    };
    let year = latest_of(known, found.set).ok_or(Refusal::Options(Clash::NoYears))?;
    Ok((year, found))
}

/// The year and the set of a ranking. Without a year it is the latest that can be shown for the set.
///
/// # Errors
/// As [`year`] and [`units`]; [`Refusal::LaterSet`] for a year that surveyed the provinces after the set.
pub fn ranked(
    known: &[i16],
    asked_year: Option<&str>,
    asked_units: Option<&str>,
) -> Result<(i16, &'static Set), Refusal> {
    let latest = year(known, asked_year)?;
    let set = units(asked_units, latest)?;
    let year = if asked_year.is_some() { Some(latest) } else { latest_of(known, set) };
    let refuse = || Refusal::LaterSet { asked: set.label, year: latest };
    year.filter(|year| shows(*year, set)).map(|year| (year, set)).ok_or_else(refuse)
}

/// The latest survey year that can be shown for a set: of its own provinces, or of those they were made from.
pub fn latest_of(known: &[i16], set: &Set) -> Option<i16> {
    known.iter().rev().find(|year| shows(**year, set)).copied()
}

fn shows(year: i16, set: &Set) -> bool {
    country().set_of_year(year).from <= set.from
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
    fn an_edition_of_todays_provinces_leaves_those_before_as_they_last_stood() {
        let known: Vec<i16> = (2011..=2025).collect();
        let (year, found) = case(&known, None, None, "95").expect("as it last stood");
        assert_eq!((year, found.unit.id.as_str()), (2024, "95-2008"));
        assert_eq!(case(&known, None, None, "ca-mau").expect("today's").1.unit.id.as_str(), "96-2025");
        assert_eq!(case(&known, None, Some("63"), "ca-mau").expect("the old one").0, 2024);
        assert!(matches!(case(&known, Some("2025"), None, "95"), Err(Refusal::Ended(_))));
        assert!(matches!(case(&known, Some("2025"), Some("63"), "96"), Err(Refusal::Ended(_))));
    }

    #[test]
    fn a_set_is_ranked_in_the_latest_year_that_shows_it() {
        let known: Vec<i16> = (2011..=2025).collect();
        assert_eq!(ranked(&known, None, Some("63")).expect("63").0, 2024);
        assert_eq!(ranked(&known, None, None).expect("34").0, 2025);
        assert_eq!(ranked(&known, Some("2020"), Some("34")).expect("computed").0, 2020);
        assert!(matches!(ranked(&known, Some("2025"), Some("63")), Err(Refusal::LaterSet { .. })));
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
