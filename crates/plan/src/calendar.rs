//! The calendar: reporting periods, public holidays and working days. All of it is dated data, kept by the
//! administrator; the rules here only fill a new database and count.

pub mod decided;
mod edit;
pub mod holiday;
pub mod lunar;
pub mod par;
mod period;
mod rhythm;
mod seed;
pub mod statutory;
mod table;
mod workdays;

use std::ops::RangeInclusive;

use jiff::civil::Date;
use store::{Ask, Error};

pub use edit::{EDIT_CALENDAR, Refusal, confirm_year, remove_holiday, set_holiday, set_period};
pub use holiday::Holiday;
pub use period::Period;
pub use rhythm::Rhythm;
pub use seed::{SEED, seed};
pub use workdays::Workdays;

/// What becomes of a last day on which offices do not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Roll {
    /// The next working day takes its place, as Bộ luật Dân sự 2015, Điều 148 khoản 5, has it: a time limit
    /// whose last day is a weekend or a holiday ends with the next working day.
    #[default]
    Next,
    /// It stays, as some letters demand.
    Stay,
}

/// One calendar as it stands: its periods, and the working days that all calendars share.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Its periods, by due day.
    pub periods: Vec<Period>,
    /// The working days.
    pub workdays: Workdays,
    /// What becomes of a last day on which offices do not work.
    pub roll: Roll,
}

impl Calendar {
    /// The periods in which things of this rhythm report and whose stated due day lies in the range.
    pub fn due_in(&self, rhythm: Rhythm, days: RangeInclusive<Date>) -> impl Iterator<Item = &Period> {
        self.periods
            .iter()
            .filter(move |period| rhythm.reports_in(period.rhythm) && days.contains(&period.due))
    }

    /// A period by its code.
    pub fn period(&self, code: &str) -> Option<&Period> {
        self.periods.iter().find(|period| period.code == code)
    }

    /// The day by which something is really due that is stated to be due on `day`: "by the 15th" that falls
    /// on a Sunday.
    pub fn deadline(&self, day: Date) -> Date {
        match self.roll {
            Roll::Next => self.workdays.on_or_after(day),
            Roll::Stay => day,
        }
    }
}

/// The calendar of this name ([`par::NAME`]) with all working days; without periods where there is none.
///
/// # Errors
/// When the database cannot be read.
pub async fn load(at: &mut impl Ask, name: &str) -> Result<Calendar, Error> {
    let periods = table::periods(at, name).await?;
    let workdays = Workdays::new(table::holidays(at).await?, table::years(at).await?);
    Ok(Calendar { periods, workdays, roll: Roll::default() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn calendar(roll: Roll) -> Calendar {
        let workdays = Workdays::new((2021..=2027).flat_map(statutory::of_year), []);
        Calendar { periods: (2021..=2027).flat_map(par::of_year).collect(), workdays, roll }
    }

    #[test]
    fn by_the_15th_that_is_a_sunday_means_the_monday() {
        let calendar = calendar(Roll::Next);
        assert_eq!(calendar.deadline(date(2025, 6, 15)), date(2025, 6, 16));
        assert_eq!(calendar.deadline(date(2025, 6, 16)), date(2025, 6, 16));
        // Thursday 30 April and Friday 1 May 2026 are off.
        assert_eq!(calendar.deadline(date(2026, 4, 30)), date(2026, 5, 4));
    }

    #[test]
    fn a_calendar_can_keep_its_days_as_they_are_stated() {
        assert_eq!(calendar(Roll::Stay).deadline(date(2025, 6, 15)), date(2025, 6, 15));
    }

    #[test]
    fn the_due_day_as_it_is_stated_decides_which_period_lies_in_a_range() {
        let calendar = calendar(Roll::Next);
        let due = calendar.due_in(Rhythm::Quarterly, date(2025, 9, 20)..=date(2025, 9, 20));
        let codes: Vec<_> = due.map(|period| period.code.as_str()).collect();
        // Saturday 20 September 2025: stated for the Saturday, due on the Monday.
        assert_eq!(codes, ["2025-Q3"]);
        let period = calendar.period("2025-Q3").unwrap();
        assert_eq!(calendar.deadline(period.due), date(2025, 9, 22));
    }
}
