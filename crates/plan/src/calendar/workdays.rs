//! Working days: which days offices work, and counting with them.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::holiday::{Holiday, Kind, is_weekend};

/// The days off and the days worked, with the years that are confirmed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workdays {
    holidays: BTreeMap<Date, Holiday>,
    confirmed: BTreeMap<i16, String>,
}

impl Workdays {
    /// Of these holidays, in which these years are confirmed by a decision.
    pub fn new(
        holidays: impl IntoIterator<Item = Holiday>,
        confirmed: impl IntoIterator<Item = (i16, String)>,
    ) -> Self {
        Self {
            holidays: holidays.into_iter().map(|holiday| (holiday.day, holiday)).collect(),
            confirmed: confirmed.into_iter().collect(),
        }
    }

    /// Whether offices work on that day.
    pub fn is_working_day(&self, day: Date) -> bool {
        match self.holidays.get(&day) {
            Some(holiday) => holiday.kind == Kind::MakeUpWork,
            None => !is_weekend(day),
        }
    }

    /// The first working day after that day.
    pub fn next_working_day(&self, day: Date) -> Date {
        self.add_working_days(day, 1)
    }

    /// The working day that comes `n` working days after that day; the day itself for none.
    pub fn add_working_days(&self, day: Date, n: u32) -> Date {
        let Some(steps) = n.checked_sub(1) else { return day };
        let mut later = day.series(1.day()).skip(1).filter(|day| self.is_working_day(*day));
        later.nth(steps as usize).unwrap_or(Date::MAX)
    }

    /// How many working days come after `from`, to `to` and with it; none when `to` is not later.
    pub fn working_days_between(&self, from: Date, to: Date) -> usize {
        let days = from.series(1.day()).skip(1).take_while(|day| *day <= to);
        days.filter(|day| self.is_working_day(*day)).count()
    }

    /// The day itself when offices work on it, else the next one on which they do.
    pub fn on_or_after(&self, day: Date) -> Date {
        if self.is_working_day(day) { day } else { self.next_working_day(day) }
    }

    /// The decision that settled a year's days off; none while it is unconfirmed and its days may change.
    pub fn confirmed(&self, year: i16) -> Option<&str> {
        self.confirmed.get(&year).map(String::as_str)
    }

    /// What that day is, when it is not what its weekday says.
    pub fn holiday(&self, day: Date) -> Option<&Holiday> {
        self.holidays.get(&day)
    }

    /// The holidays of a year, by day.
    pub fn of_year(&self, year: i16) -> impl Iterator<Item = &Holiday> {
        self.holidays.values().filter(move |holiday| holiday.day.year() == year)
    }

    /// The years of which any day is known, in order.
    pub fn years(&self) -> Vec<i16> {
        let mut years: Vec<_> = self.holidays.keys().map(|day| day.year()).collect();
        years.dedup();
        years
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::statutory;

    fn workdays() -> Workdays {
        Workdays::new((2021..=2027).flat_map(statutory::of_year), [(2025, "x".to_owned())])
    }

    #[test]
    fn a_swapped_saturday_is_worked_and_its_friday_is_not() {
        let days = workdays();
        assert!(days.is_working_day(date(2025, 4, 26)) && !days.is_working_day(date(2025, 5, 2)));
        assert_eq!(days.next_working_day(date(2025, 4, 29)), date(2025, 5, 5));
        assert_eq!(days.working_days_between(date(2025, 4, 25), date(2025, 5, 5)), 4);
    }

    #[test]
    fn a_year_without_a_decision_is_known_to_be_unconfirmed() {
        let days = workdays();
        assert_eq!(days.confirmed(2025), Some("x"));
        assert_eq!(days.confirmed(2028), None);
    }

    #[test]
    fn counting_ends_where_the_calendar_does() {
        assert_eq!(workdays().add_working_days(Date::MAX, 3), Date::MAX);
        assert_eq!(workdays().working_days_between(date(2025, 5, 5), date(2025, 5, 5)), 0);
    }

    proptest! {
        #[test]
        fn added_days_are_counted_again(day in 0_i32..2500, n in 0_u32..400) {
            let (days, from) = (workdays(), date(2021, 1, 1).saturating_add(day.days()));
            let to = days.add_working_days(from, n);
            prop_assert_eq!(days.working_days_between(from, to), n as usize);
            prop_assert!(n == 0 || days.is_working_day(to));
        }

        #[test]
        fn the_next_working_day_is_later_and_worked_and_none_lies_between(day in 0_i32..2500) {
            let (days, from) = (workdays(), date(2021, 1, 1).saturating_add(day.days()));
            let next = days.next_working_day(from);
            prop_assert!(next > from && days.is_working_day(next));
            prop_assert_eq!(days.working_days_between(from, next), 1);
            let rolled = days.on_or_after(from);
            prop_assert!(rolled == from || (rolled == next && !days.is_working_day(from)));
        }
    }
}
