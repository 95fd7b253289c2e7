//! What is decided anew each year: the five days of Tết, the second day of Quốc khánh, and swaps. From
//! `data/holidays.csv`, which holds only days whose decision is known by its number.

use jiff::civil::Date;
use serde::Deserialize;

/// One decided day.
#[derive(Debug, Clone, Deserialize)]
pub struct Decided {
    /// The day.
    pub day: Date,
    /// What was decided of it.
    pub what: What,
    /// The number of the decision, with its date where we know it.
    pub decision: String,
}

/// What was decided of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// One of the five days of Tết.
    Tet,
    /// The day off beside 2 September.
    NationalDay,
    /// A weekday off in exchange for a weekend day.
    SwappedOff,
    /// That weekend day.
    MakeUpWork,
}

/// What was decided for a year; nothing where no decision is known.
pub fn of_year(year: i16) -> Vec<Decided> {
    let rows: Vec<Decided> = places::rows(include_str!("../../../../data/holidays.csv"));
    rows.into_iter().filter(|row| row.day.year() == year).collect()
}

/// The decisions of a year, in the order of their days; none while the year is unconfirmed.
pub fn decision(year: i16) -> Option<String> {
    let mut signs: Vec<String> = of_year(year).into_iter().map(|row| row.decision).collect();
    let mut seen = Vec::new();
    signs.retain(|sign| {
        !seen.contains(sign) && {
            seen.push(sign.clone());
            true
        }
    });
    (!signs.is_empty()).then(|| signs.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::holiday::Kind;
    use crate::calendar::lunar;

    #[test]
    fn every_year_that_is_decided_has_five_days_of_tet_and_two_of_quoc_khanh() {
        for year in 2021..=2027 {
            let days = |what| {
                let rows = of_year(year).into_iter().filter(move |row| row.what == what);
                rows.map(|row| row.day).collect::<Vec<_>>()
            };
            let (tet, national) = (days(What::Tet), days(What::NationalDay));
            assert_eq!(tet.len(), 5, "{year}");
            assert_eq!((tet[4] - tet[0]).get_days(), 4, "{year}");
            assert!(tet.contains(&lunar::new_year(year)), "{year}");
            assert_eq!(national.len(), 1, "{year}");
            assert!([1, 3].contains(&national[0].day()) && national[0].month() == 9, "{year}");
        }
    }

    #[test]
    fn a_day_is_swapped_for_a_day_of_the_other_sort() {
        for year in 2021..=2027 {
            let of = |what| of_year(year).into_iter().filter(move |row| row.what == what);
            assert_eq!(of(What::SwappedOff).count(), of(What::MakeUpWork).count(), "{year}");
            assert!(of(What::SwappedOff).all(|row| Kind::SwappedOff.fits(row.day)));
            assert!(of(What::MakeUpWork).all(|row| Kind::MakeUpWork.fits(row.day)));
        }
    }

    #[test]
    fn a_year_names_each_of_its_decisions_once() {
        let of_2024 = "8662/VPCP-KGVX (03/11/2023); 2450/VPCP-KGVX (12/04/2024)";
        assert_eq!(decision(2024).as_deref(), Some(of_2024));
        assert_eq!(decision(2028), None);
    }
}
