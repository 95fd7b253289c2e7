//! The periods in which a task is answered.
//!
//! A task with a rhythm of the calendar follows the calendar's periods. Where a longer one stands in for a
//! shorter, the half-year for the second quarter, it tells of what is new since the one before was closed.
//! What is done once, or yearly by a day of its own, is answered once in each year in which that day lies
//! within the task; without a day of its own, what is done once is due when the task ends.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::task::Terms;
use crate::{Calendar, Rhythm};

/// One period of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// `2025-Q1`, or `2025`.
    pub(super) code: String,
    /// The first day that it tells of.
    pub(super) first: Date,
    /// The day its data are closed.
    pub(super) last: Date,
    /// The last day for sending, a working day.
    pub(super) due: Date,
}

/// Every period of a task, by due day.
pub(super) fn spans(task: &Terms, calendar: &Calendar) -> Vec<Span> {
    match (task.rhythm, task.due_on) {
        (Rhythm::Once | Rhythm::Yearly, Some(day)) => by_own_day(task, day, calendar),
        (Rhythm::Once, None) => vec![span(task, task.first, task.last, calendar)],
        _ => by_calendar(task, calendar),
    }
}

fn by_own_day(task: &Terms, (month, day): (i8, i8), calendar: &Calendar) -> Vec<Span> {
    let in_year = |year| Date::new(year, month, day).or_else(|_| Date::new(year, month, 28)).ok();
    let days = (task.first.year()..=task.last.year()).filter_map(in_year);
    let days = days.filter(|day| task.days().contains(day));
    days.map(|day| span(task, day.first_of_year().max(task.first), day, calendar)).collect()
}

fn span(task: &Terms, first: Date, last: Date, calendar: &Calendar) -> Span {
    debug_assert!(task.days().contains(&last), "a day of the task");
    Span { code: last.year().to_string(), first, last, due: calendar.deadline(last) }
}

fn by_calendar(task: &Terms, calendar: &Calendar) -> Vec<Span> {
    let mut periods = calendar.due_in(task.rhythm, Date::MIN..=task.last).collect::<Vec<_>>();
    periods.sort_by_key(|period| period.due);
    let mut closed = Date::MIN;
    let mut spans = Vec::new();
    for period in periods {
        let first = period.first.max(closed.saturating_add(1.day()));
        closed = period.last;
        if task.first <= period.due {
            let (code, due) = (period.code.clone(), calendar.deadline(period.due));
            spans.push(Span { code, first, last: period.last, due });
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::calendar::{Roll, Workdays, par, statutory};
    use crate::task::terms;

    fn told(change: impl Fn(&mut Terms)) -> Vec<String> {
        let workdays = Workdays::new((2021..=2027).flat_map(statutory::of_year), []);
        let periods = (2021..=2027).flat_map(par::of_year).collect();
        let mut task = terms("1.1-01");
        change(&mut task);
        let calendar = Calendar { periods, workdays, roll: Roll::Next };
        spans(&task, &calendar)
            .iter()
            .map(|s| format!("{} {}–{} {}", s.code, s.first, s.last, s.due))
            .collect()
    }

    #[test]
    fn quarters_follow_one_another_and_are_sent_on_working_days() {
        let quarters = [
            "2025-Q1 2024-12-15–2025-03-14 2025-03-20",
            "2025-H1 2025-03-15–2025-06-14 2025-06-20",
            "2025-Q3 2025-06-15–2025-09-14 2025-09-22",
            "2025-Y 2025-09-15–2025-12-14 2025-12-22",
        ];
        assert_eq!(told(|task| task.rhythm = Rhythm::Quarterly), quarters);
        assert_eq!(told(|task| task.rhythm = Rhythm::Continuous), quarters);
        let halves = told(|task| task.rhythm = Rhythm::HalfYearly);
        assert_eq!(halves[1], "2025-Y 2025-06-15–2025-12-14 2025-12-22");
    }

    #[test]
    fn a_day_of_its_own_comes_once_in_each_year_of_the_task() {
        let by_march = |task: &mut Terms| {
            (task.rhythm, task.due_on) = (Rhythm::Yearly, Some((3, 31)));
            (task.first, task.last) = (date(2021, 12, 17), date(2023, 12, 31));
        };
        // 31 March 2022 is a Thursday, 31 March 2023 a Friday.
        assert_eq!(
            told(by_march),
            ["2022 2022-01-01–2022-03-31 2022-03-31", "2023 2023-01-01–2023-03-31 2023-03-31"]
        );
        let by_may = |task: &mut Terms| (task.rhythm, task.due_on) = (Rhythm::Once, Some((6, 15)));
        assert_eq!(told(by_may), ["2025 2025-01-01–2025-06-15 2025-06-16"]);
    }

    #[test]
    fn what_is_done_once_is_due_when_the_task_ends() {
        assert_eq!(told(|task| task.rhythm = Rhythm::Once), ["2025 2025-01-01–2025-12-31 2025-12-31"]);
    }

    #[test]
    fn the_29th_of_february_is_the_28th_in_other_years() {
        let leap = |task: &mut Terms| (task.rhythm, task.due_on) = (Rhythm::Once, Some((2, 29)));
        assert_eq!(told(leap), ["2025 2025-01-01–2025-02-28 2025-02-28"]);
    }
}
