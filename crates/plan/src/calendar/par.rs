//! The calendar of the report on administrative reform, which every province keeps: data are closed on the
//! 14th, the report is sent by the 20th of the last month [Bộ Nội vụ, 581/BNV-CCHC].
//!
//! A year's periods begin on 15 December of the year before. There is no report of the second quarter: the
//! half-year one covers it, as that of the year covers the fourth quarter and the second half. So within the
//! quarterly rhythm `Q1` lies inside `H1`, and all lie inside `Y`; what is new in each begins where the one
//! before it was closed.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{Period, Rhythm};

/// The calendar's name.
pub const NAME: &str = "par";

/// Every period that is due in a calendar year, the twelve months first.
pub fn of_year(year: i16) -> Vec<Period> {
    let months = (1..=12).map(|month| (format!("{year}-{month:02}"), Rhythm::Monthly, month - 1, month));
    let longer = [
        ("Q1", Rhythm::Quarterly, 0, 3),
        ("H1", Rhythm::HalfYearly, 0, 6),
        ("Q3", Rhythm::Quarterly, 6, 9),
        ("Y", Rhythm::Yearly, 0, 12),
    ];
    let longer = longer.map(|(code, rhythm, after, month)| (format!("{year}-{code}"), rhythm, after, month));
    let period = |(code, rhythm, after, month)| {
        let (due, last) = (Date::new(year, month, 20).ok()?, Date::new(year, month, 14).ok()?);
        let first = if after == 0 { Date::new(year - 1, 12, 15) } else { Date::new(year, after, 15) };
        Some(Period { code, rhythm, first: first.ok()?, last, due })
    };
    months.chain(longer).filter_map(period).collect()
}

/// The periods in which things of this rhythm report and whose due day lies in the range, by due day.
pub fn due_in(rhythm: Rhythm, days: RangeInclusive<Date>) -> Vec<Period> {
    let every = (days.start().year()..=days.end().year()).flat_map(of_year);
    let mut due: Vec<_> =
        every.filter(|period| rhythm.reports_in(period.rhythm) && days.contains(&period.due)).collect();
    due.sort_by_key(|period| period.due);
    due
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn told(rhythm: Rhythm, year: i16) -> Vec<String> {
        let periods = due_in(rhythm, date(year, 1, 1)..=date(year, 12, 31));
        periods.iter().map(|p| format!("{} {}–{} {}", p.code, p.first, p.last, p.due)).collect()
    }

    #[test]
    fn the_half_year_stands_for_the_second_quarter_and_the_year_for_the_fourth() {
        assert_eq!(
            told(Rhythm::Quarterly, 2025),
            [
                "2025-Q1 2024-12-15–2025-03-14 2025-03-20",
                "2025-H1 2024-12-15–2025-06-14 2025-06-20",
                "2025-Q3 2025-06-15–2025-09-14 2025-09-20",
                "2025-Y 2024-12-15–2025-12-14 2025-12-20",
            ]
        );
        assert_eq!(told(Rhythm::Continuous, 2025), told(Rhythm::Quarterly, 2025));
        assert_eq!(told(Rhythm::HalfYearly, 2025)[0], "2025-H1 2024-12-15–2025-06-14 2025-06-20");
        assert_eq!(told(Rhythm::Yearly, 2025), ["2025-Y 2024-12-15–2025-12-14 2025-12-20"]);
        assert_eq!(told(Rhythm::Once, 2025), [""; 0]);
    }

    #[test]
    fn a_month_runs_from_the_15th_to_the_14th_and_january_begins_in_december() {
        let months = told(Rhythm::Monthly, 2025);
        assert_eq!(months.len(), 12);
        assert_eq!(months[0], "2025-01 2024-12-15–2025-01-14 2025-01-20");
        assert_eq!(months[2], "2025-03 2025-02-15–2025-03-14 2025-03-20");
    }

    #[test]
    fn only_what_is_due_within_the_range_is_given() {
        let due = due_in(Rhythm::Quarterly, date(2024, 12, 20)..=date(2025, 3, 19));
        assert_eq!(due.iter().map(|p| p.code.as_str()).collect::<Vec<_>>(), ["2024-Y"]);
    }

    proptest! {
        #[test]
        fn what_is_new_in_the_periods_of_a_rhythm_follows_without_gap(
            rhythm in prop::sample::select(vec![
                Rhythm::Monthly, Rhythm::Quarterly, Rhythm::HalfYearly, Rhythm::Yearly, Rhythm::Continuous,
            ]),
            from in 2000_i16..2050,
            years in 1_i16..5,
        ) {
            let due = due_in(rhythm, date(from, 1, 1)..=date(from + years, 12, 31));
            for period in &due {
                prop_assert!(period.is_in_order() && period.last < period.due);
            }
            for pair in due.windows(2) {
                // A period begins the day after the one before was closed, or earlier where it stands in.
                let next = pair[0].last.saturating_add(1.day());
                prop_assert!(pair[1].first <= next && pair[1].last > next);
                let same = pair[0].rhythm == pair[1].rhythm;
                prop_assert!(!same || pair[1].first == next, "{} overlaps {}", pair[1].code, pair[0].code);
            }
        }
    }
}
