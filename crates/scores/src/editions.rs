//! The editions at hand, and the embedded ones that every installation starts from.

mod seed;
mod source;
pub(crate) mod table;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::civil::Date;
use serde::Deserialize;

use places::country;
use store::{Error, Store};

pub use seed::seed;
pub use source::{Printed, Source, history, printed, source_of};

use crate::outlook::periods::{self, Periods};
use crate::{Code, Edition, Figure};

/// Editions by survey year.
#[derive(Debug, Clone, Default)]
pub struct Editions {
    by_year: BTreeMap<i16, Edition>,
    /// The sample periods, where a database changes those that the program carries.
    periods: Option<Periods>,
}

/// Every year that an edition can have.
pub const ALL_YEARS: RangeInclusive<i16> = i16::MIN..=i16::MAX;

/// The source of every embedded figure, as it must be named.
pub const SOURCE: &str = "PAPI (CECODES, VFF-CRT, RTA, UNDP), papi.org.vn";

impl Editions {
    /// The published editions that the binary carries, those of `years` only.
    pub fn embedded(years: RangeInclusive<i16>) -> Self {
        let mut figures: BTreeMap<i16, Vec<Figure>> = BTreeMap::new();
        for (year, figure) in embedded_figures(&years) {
            figures.entry(year).or_default().push(figure);
        }
        let edition = |facts: EditionRow| {
            let figures = figures.remove(&facts.year)?;
            Some((facts.year, Edition::new(facts.year, facts.published_on, figures)))
        };
        Self { by_year: embedded_facts().into_iter().filter_map(edition).collect(), periods: None }
    }

    /// The editions of a database, those of `years` only.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn load(store: &Store, years: RangeInclusive<i16>) -> Result<Self, Error> {
        let mut at = store.read().await?;
        let facts = table::editions(&mut at, &years).await?;
        let mut figures: BTreeMap<i16, Vec<Figure>> = BTreeMap::new();
        for (year, figure) in table::figures(&mut at, &years).await? {
            figures.entry(year).or_default().push(figure);
        }
        let edition = |(year, published_on)| {
            Edition::new(year, published_on, figures.remove(&year).unwrap_or_default())
        };
        let mut editions: Self = facts.into_iter().map(edition).collect();
        for (year, unit, code, source) in table::imported(&mut at, &years).await? {
            if let Some(edition) = editions.by_year.get_mut(&year) {
                edition.imported.insert((unit, code), source);
            }
        }
        for (year, unit, item, error) in table::errors(&mut at, &years).await? {
            if let Some(edition) = editions.by_year.get_mut(&year) {
                edition.errors.insert((unit, item), error);
            }
        }
        editions.periods = Some(Periods::changed(&periods::table::changes(&mut at).await?));
        Ok(editions)
    }

    /// The survey years that a database has editions of, oldest first.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn years_in(store: &Store) -> Result<Vec<i16>, Error> {
        let facts = table::editions(&mut store.read().await?, &ALL_YEARS).await?;
        Ok(facts.into_iter().map(|(year, _)| year).collect())
    }

    /// The survey years of the published editions that the binary carries, oldest first.
    pub fn embedded_years() -> Vec<i16> {
        embedded_facts().into_iter().map(|facts| facts.year).collect()
    }

    /// The edition of a year.
    pub fn get(&self, year: i16) -> Option<&Edition> {
        self.by_year.get(&year)
    }

    /// The edition before a year, whatever its year.
    pub fn before(&self, year: i16) -> Option<&Edition> {
        self.by_year.range(..year).next_back().map(|(_, edition)| edition)
    }

    /// The newest edition.
    pub fn latest(&self) -> Option<&Edition> {
        self.by_year.values().next_back()
    }

    /// The sample periods.
    pub fn periods(&self) -> &Periods {
        self.periods.as_ref().unwrap_or_else(|| Periods::embedded())
    }

    /// Every edition, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Edition> {
        self.by_year.values()
    }

    /// The survey years, oldest first.
    pub fn years(&self) -> Vec<i16> {
        self.by_year.keys().copied().collect()
    }

    /// Adds an edition, in place of one of the same year.
    pub fn put(&mut self, edition: Edition) {
        self.by_year.insert(edition.year, edition);
    }
}

impl FromIterator<Edition> for Editions {
    fn from_iter<I: IntoIterator<Item = Edition>>(editions: I) -> Self {
        Self { by_year: editions.into_iter().map(|edition| (edition.year, edition)).collect(), periods: None }
    }
}

/// What is known of an embedded edition besides its scores.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct EditionRow {
    pub(crate) year: i16,
    pub(crate) published_on: Option<Date>,
}

pub(crate) fn embedded_facts() -> Vec<EditionRow> {
    places::rows(include_str!("../../../data/papi_editions.csv"))
}

/// Embedded figures of some years. The table is sorted by year, so what lies before is skipped unread.
fn embedded_figures(years: &RangeInclusive<i16>) -> impl Iterator<Item = (i16, Figure)> {
    let table: &'static str = include_str!("../../../data/papi_scores.csv");
    let (first, last) = (format!("{},", years.start()), years.end() + 1);
    let lines = table.lines().skip(1).skip_while(move |line| *line < first.as_str());
    lines.take_while(move |line| *line < format!("{last},").as_str()).filter_map(figure)
}

/// A line `2024,95,1.1,1.234`. The table is ours and its test reads it whole, so a plain split will do.
fn figure(line: &'static str) -> Option<(i16, Figure)> {
    let mut fields = line.split(',');
    let year = fields.next()?.parse().ok()?;
    let unit = country().set_of_year(year).by_code(fields.next()?)?.id;
    let code: Code = fields.next()?.parse().ok()?;
    Some((year, Figure { unit, code, score: fields.next()?.parse().ok()? }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Item;

    #[test]
    fn every_line_of_the_table_is_a_figure() {
        let lines = include_str!("../../../data/papi_scores.csv").lines().count() - 1;
        let editions = Editions::embedded(2011..=2024);
        assert_eq!(editions.iter().flat_map(Edition::figures).count(), lines);
    }

    #[test]
    fn only_the_asked_years_are_read() {
        assert_eq!(Editions::embedded(2023..=2024).years(), [2023, 2024]);
    }

    #[test]
    fn no_figure_is_zero_or_off_its_scale() {
        for edition in Editions::embedded(2011..=2024).iter() {
            for figure in edition.figures() {
                let (low, high) =
                    edition.structure.subdimension(figure.code).expect("in the structure").scale;
                let inside = (low - 0.01..=high + 0.01).contains(&figure.score);
                assert!(inside, "{} {} {}", edition.year, figure.unit, figure.code);
            }
        }
    }

    #[test]
    fn a_province_without_a_part_has_no_total_but_may_have_a_dimension() {
        let editions = Editions::embedded(2018..=2018);
        let edition = editions.get(2018).expect("2018");
        let quang_ninh = edition.set.by_code("22").expect("22");
        assert_eq!(edition.score(quang_ninh, Item::Total), None);
        assert!(edition.score(quang_ninh, Item::Dimension(1)).is_some());
        assert!(edition.missing(quang_ninh, Item::Total).iter().all(|code| [2, 4].contains(&code.dimension)));
    }
}
