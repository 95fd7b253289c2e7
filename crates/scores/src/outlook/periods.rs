//! Sample periods: years that surveyed the same places, each ended by a renewal. They are data, not rules.

mod edit;
pub(crate) mod table;

pub use edit::{EDIT, Refusal, changes, edit};

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// A sample period, from its first survey year to the next one's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The first survey year.
    pub first_year: i16,
    /// How it is known: `published`, or `seen in data`.
    pub basis: String,
    /// What was seen.
    pub note: String,
}

/// A change to the periods that the program carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The first survey year of the period.
    pub first_year: i16,
    /// Whether a period begins in this year; else one that the program carries is struck.
    pub stands: bool,
    /// Where it is known from.
    pub source: String,
    /// Why it was changed.
    pub reason: String,
}

/// Every known sample period, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Periods(Vec<Period>);

impl Periods {
    /// The periods that came with the program.
    pub fn embedded() -> &'static Self {
        static PERIODS: LazyLock<Periods> = LazyLock::new(|| {
            places::rows::<Period>(include_str!("../../../../data/sample_periods.csv")).into_iter().collect()
        });
        &PERIODS
    }

    /// The periods that came with the program, with these changes.
    pub fn changed(changes: &[Change]) -> Self {
        let kept = |period: &&Period| !changes.iter().any(|change| change.first_year == period.first_year);
        let kept: Vec<Period> = Self::embedded().iter().filter(kept).cloned().collect();
        let added = changes.iter().filter(|change| change.stands).map(|change| Period {
            first_year: change.first_year,
            basis: change.source.clone(),
            note: change.reason.clone(),
        });
        kept.into_iter().chain(added).collect()
    }

    /// The first year of the period that a survey year belongs to; the year itself before the first known period.
    pub fn of(&self, year: i16) -> i16 {
        let begun = self.0.iter().rev().find(|period| period.first_year <= year);
        begun.map_or(year, |period| period.first_year)
    }

    /// The first renewal after a year and up to another, if any is known.
    pub fn renewal_between(&self, from: i16, to: i16) -> Option<&Period> {
        self.0.iter().find(|period| from < period.first_year && period.first_year <= to)
    }

    /// The periods, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Period> {
        self.0.iter()
    }
}

impl FromIterator<Period> for Periods {
    fn from_iter<I: IntoIterator<Item = Period>>(periods: I) -> Self {
        let mut periods: Vec<Period> = periods.into_iter().collect();
        periods.sort_by_key(|period| period.first_year);
        Self(periods)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_adds_a_period_or_strikes_one() {
        let change = |first_year, stands| Change {
            first_year,
            stands,
            source: "PAPI".to_owned(),
            reason: "nói trong báo cáo".to_owned(),
        };
        let periods = Periods::changed(&[change(2025, true), change(2018, false)]);
        assert_eq!([2019, 2024, 2026].map(|year| periods.of(year)), [2015, 2021, 2025]);
    }

    #[test]
    fn a_year_belongs_to_the_period_that_has_begun() {
        let periods = Periods::embedded();
        assert_eq!(
            [2011, 2014, 2015, 2020, 2024].map(|year| periods.of(year)),
            [2011, 2011, 2015, 2018, 2021]
        );
        assert_eq!(periods.renewal_between(2020, 2021).map(|period| period.first_year), Some(2021));
        assert_eq!(periods.renewal_between(2021, 2024), None);
    }
}
