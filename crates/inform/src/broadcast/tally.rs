//! Tally: which airings answer what a station planned of a bulletin, which came long after the hour of an urgent one, and
//! which lie outside the days that were asked for.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::{Aired, Bulletin, Line, Priority, Standing};

/// An urgent bulletin is late when it is aired so many minutes after its hour.
pub(super) const LATE_AFTER: i64 = 60;

/// Planned against aired: of one bulletin at one station, or of many in some days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many airings were planned.
    pub planned: usize,
    /// How many of them before today.
    pub due: usize,
    /// How many of those planned were aired: never more than that.
    pub aired: usize,
    /// How many of those due were not; those of one bulletin are never made good by another.
    pub missing: usize,
    /// How many urgent ones were aired late.
    pub late: usize,
    /// How many of those aired were far too short for their text.
    pub cut: usize,
    /// How many airings lie outside the days that were asked for.
    pub outside: usize,
    /// How many lines the log has, whatever they answer.
    pub logged: usize,
    /// How long they are together, in seconds.
    pub seconds: i64,
}

impl Cell {
    /// How it stands.
    pub fn standing(self) -> Standing {
        match self {
            Self { missing: 1.., aired: 0, outside: 1.., .. } => Standing::Outside,
            Self { missing: 1.., logged: 0, aired: 0, .. } => Standing::Silent,
            Self { missing: 1.., .. } => Standing::Short,
            Self { late: 1.., .. } => Standing::Late,
            Self { cut: 1.., .. } => Standing::Cut,
            Self { planned: 0, outside: 1.., .. } => Standing::Outside,
            Self { planned: 0, .. } => Standing::Nothing,
            Self { planned, aired, .. } if aired < planned => Standing::Coming,
            _ => Standing::Whole,
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.planned += other.planned;
        self.due += other.due;
        self.aired += other.aired;
        self.missing += other.missing;
        self.late += other.late;
        self.cut += other.cut;
        self.outside += other.outside;
        self.logged += other.logged;
        self.seconds += other.seconds;
    }
}

impl Line {
    /// How it stands on a day. What is planned for the day itself is not late yet.
    pub fn standing(&self, bulletin: &Bulletin, today: Date) -> Standing {
        let planned = self.planned(bulletin);
        let due = planned.iter().filter(|day| **day < today).count();
        let aired = self.counted(bulletin);
        let whole = Cell {
            planned: planned.len(),
            due,
            aired,
            missing: due.saturating_sub(aired),
            late: usize::from(self.late_by(bulletin).is_some() && !planned.is_empty()),
            cut: aired.saturating_sub(
                self.within_days(bulletin).filter(|it| !bulletin.is_cut_at(it.seconds)).count(),
            ),
            outside: self.aired.iter().filter(|it| Self::is_outside(bulletin, it)).count(),
            logged: self.aired.len(),
            seconds: self.aired.iter().map(|it| it.seconds).sum(),
        };
        whole.standing()
    }

    /// How many of the airings that it was asked for there were within the days: never more than planned.
    pub fn counted(&self, bulletin: &Bulletin) -> usize {
        self.within_days(bulletin).count().min(self.planned(bulletin).len())
    }

    fn within_days(&self, bulletin: &Bulletin) -> impl Iterator<Item = &Aired> {
        self.aired.iter().filter(|it| !Self::is_outside(bulletin, it))
    }

    /// Whether an airing lies outside the days that were asked for, or after it was withdrawn. An urgent one that comes
    /// on another day is late instead.
    pub fn is_outside(bulletin: &Bulletin, aired: &Aired) -> bool {
        let day = aired.at.date();
        let is_gone = bulletin.withdrawn.as_ref().is_some_and(|(end, _)| day > *end);
        let is_asked = (bulletin.first..=bulletin.last).contains(&day);
        is_gone || (bulletin.priority != Priority::Urgent && !is_asked)
    }

    /// When an urgent bulletin was to be aired here: at its hour, or when it came, where that was later.
    fn due_at(&self, bulletin: &Bulletin) -> DateTime {
        let hour = bulletin.at.map(|hour| bulletin.first.to_datetime(hour));
        let hour = self.schedule.first().copied().or(hour).unwrap_or(bulletin.first.at(0, 0, 0, 0));
        hour.max(self.sent)
    }

    /// How many minutes after its hour an urgent bulletin was first aired, where that is late.
    pub fn late_by(&self, bulletin: &Bulletin) -> Option<i64> {
        let first = self.aired.iter().map(|it| it.at).min()?;
        let due = self.due_at(bulletin);
        let is_late =
            bulletin.priority == Priority::Urgent && first > due.saturating_add(LATE_AFTER.minutes());
        is_late.then(|| first.duration_since(due).as_secs() / 60)
    }

    /// Whether it is urgent, its hour has come, and nothing was logged, or it was aired late or far too short.
    pub fn is_unanswered(&self, bulletin: &Bulletin, now: DateTime) -> bool {
        let is_open = bulletin.priority == Priority::Urgent && bulletin.withdrawn.is_none();
        let hour = self.schedule.first().copied().unwrap_or(bulletin.first.at(0, 0, 0, 0));
        is_open && hour <= now && (self.is_cut(bulletin) || self.late_by(bulletin).is_some())
    }

    /// Whether nothing was logged that is long enough for its text; so it is where nothing was logged at all.
    pub fn is_cut(&self, bulletin: &Bulletin) -> bool {
        self.aired.iter().all(|it| bulletin.is_cut_at(it.seconds))
    }

    /// Each planned day, and how it was answered: by an airing of its week, or one before it that answers nothing
    /// else; those that are long enough answer first. What a later week brings makes no week whole that was missed; an urgent one alone is answered whenever it
    /// comes.
    fn answered<'a>(&'a self, bulletin: &Bulletin) -> Vec<(Date, Option<&'a Aired>)> {
        let mut planned: Vec<(Date, Option<&Aired>)> =
            self.planned(bulletin).into_iter().map(|day| (day, None)).collect();
        planned.sort_unstable_by_key(|(day, _)| *day);
        let is_urgent = bulletin.priority == Priority::Urgent;
        let mut within: Vec<&Aired> = self.within_days(bulletin).collect();
        within.sort_by_key(|it| bulletin.is_cut_at(it.seconds));
        for aired in within {
            let week = monday(aired.at.date());
            let open =
                planned.iter_mut().find(|(day, by)| by.is_none() && (is_urgent || monday(*day) >= week));
            if let Some((_, by)) = open {
                *by = Some(aired);
            }
        }
        planned
    }

    /// What was planned in some days and how much of that was aired, with what was logged in them. What was answered
    /// stands, planned and aired, where it was aired, and so with its length; what was not, where it was planned.
    pub(super) fn within(&self, bulletin: &Bulletin, days: impl Fn(Date) -> bool, today: Date) -> Cell {
        let mut cell = Cell::default();
        let is_late = self.late_by(bulletin).is_some();
        let stands = |(day, by): &(Date, Option<&Aired>)| days(by.map_or(*day, |it| it.at.date()));
        for (day, by) in self.answered(bulletin).into_iter().filter(stands) {
            let (is_due, is_met) = (day < today, by.is_some());
            cell.add(Cell {
                planned: 1,
                due: usize::from(is_due),
                aired: usize::from(is_met),
                missing: usize::from(is_due && !is_met),
                late: usize::from(is_met && is_late),
                cut: usize::from(by.is_some_and(|it| bulletin.is_cut_at(it.seconds))),
                ..Cell::default()
            });
        }
        for aired in self.aired.iter().filter(|it| days(it.at.date())) {
            let outside = usize::from(Self::is_outside(bulletin, aired));
            cell.add(Cell { logged: 1, seconds: aired.seconds, outside, ..Cell::default() });
        }
        cell
    }
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::super::bulletin::tests::{TODAY, draft};
    use super::super::line::tests::{aired, bulletin, line};
    use super::super::{Draft, Priority};
    use super::*;

    fn urgent() -> Bulletin {
        let draft = Draft { priority: Priority::Urgent, at: Some(time(16, 0, 0, 0)), ..draft() };
        draft.checked("f", TODAY).expect("a bulletin")
    }

    fn urgent_aired(at: Option<DateTime>) -> Line {
        let mut line = line(&[], &[]);
        line.schedule = vec![TODAY.at(16, 0, 0, 0)];
        line.aired = at.map(|at| Aired { at, ..aired(&TODAY) }).into_iter().collect();
        line
    }

    #[test]
    fn silence_begins_when_a_planned_day_is_over() {
        let (day, next) = (date(2025, 5, 21), date(2025, 5, 22));
        let on = |line: &Line, today| line.standing(&bulletin(), today);
        assert_eq!(on(&line(&[day], &[]), day), Standing::Coming);
        assert_eq!(on(&line(&[day], &[]), next), Standing::Silent);
        assert_eq!(on(&line(&[day], &[day]), next), Standing::Coming);
        assert_eq!(on(&line(&[day], &[day]), date(2025, 5, 27)), Standing::Short);
        assert_eq!(on(&line(&[day], &[day, next, next]), date(2025, 5, 27)), Standing::Whole);
    }

    #[test]
    fn an_urgent_one_is_late_an_hour_after_its_own_and_stays_on_the_list() {
        let (bulletin, next) = (urgent(), TODAY.tomorrow().expect("a day"));
        let late = urgent_aired(Some(next.at(9, 0, 0, 0)));
        assert_eq!(
            (late.late_by(&bulletin), late.standing(&bulletin, next)),
            (Some(17 * 60), Standing::Late)
        );
        assert!(late.is_unanswered(&bulletin, next.at(10, 0, 0, 0)));
        let whole = late.within(&bulletin, |_| true, next);
        assert_eq!((whole.aired, whole.late, whole.standing()), (1, 1, Standing::Late));
        let by = |minute| urgent_aired(Some(TODAY.at(17, minute, 0, 0))).late_by(&bulletin);
        assert_eq!([by(0), by(1)], [None, Some(61)]);
        let on_time = urgent_aired(Some(TODAY.at(16, 0, 0, 0)));
        assert!(!on_time.is_unanswered(&bulletin, next.at(10, 0, 0, 0)));
        let came_late = Line { sent: TODAY.at(17, 0, 0, 0), ..urgent_aired(Some(TODAY.at(17, 30, 0, 0))) };
        assert_eq!(came_late.late_by(&bulletin), None, "nobody airs what has not come");
    }

    #[test]
    fn what_is_aired_outside_its_days_counts_for_nothing_planned() {
        let (after, today) = (date(2025, 5, 27), date(2025, 5, 28));
        let line = line(&[], &[after, after, after]);
        assert_eq!((line.counted(&bulletin()), line.standing(&bulletin(), today)), (0, Standing::Outside));
        let whole = line.within(&bulletin(), |_| true, today);
        assert_eq!(
            (whole.aired, whole.outside, whole.missing, whole.standing()),
            (0, 3, 3, Standing::Outside)
        );
    }

    #[test]
    fn an_early_airing_answers_what_comes_and_a_late_one_no_week_that_was_missed() {
        let (this, next) = (date(2025, 5, 22), date(2025, 5, 26));
        let once = Bulletin { times: 1, ..bulletin() };
        let today = date(2025, 5, 28);
        let week = |line: &Line, monday: Date| {
            line.within(&once, |day| super::monday(day) == monday, today).standing()
        };
        let (first, second) = (date(2025, 5, 19), date(2025, 5, 26));
        let early = line(&[next], &[this]);
        assert_eq!([week(&early, first), week(&early, second)], [Standing::Whole, Standing::Nothing]);
        let late = line(&[this], &[next]);
        assert_eq!([week(&late, first), week(&late, second)], [Standing::Silent, Standing::Nothing]);
        assert_eq!(late.within(&once, |_| true, today).standing(), Standing::Short, "nor the month");
        assert_eq!(late.standing(&once, today), Standing::Whole, "the bulletin was aired within its days");
    }

    #[test]
    fn a_second_of_a_minute_is_no_bulletin_and_a_whole_airing_makes_it_good() {
        let minute = Bulletin { text: "xin ".repeat(210), times: 2, ..bulletin() };
        let (first, second, today) = (date(2025, 5, 21), date(2025, 5, 22), date(2025, 5, 27));
        let mut line = line(&[first, second], &[first, second]);
        let stands = |line: &Line| {
            let whole = line.within(&minute, |_| true, today);
            assert_eq!(whole.standing(), line.standing(&minute, today));
            (whole.standing(), whole.cut)
        };
        assert_eq!(stands(&line), (Standing::Whole, 0));
        line.aired.iter_mut().for_each(|it| it.seconds = 1);
        assert_eq!(stands(&line), (Standing::Cut, 2));
        assert!(Standing::Cut.lacks());
        line.aired.push(aired(&second));
        assert_eq!(stands(&line), (Standing::Cut, 1));
        line.aired.push(aired(&second));
        assert_eq!(stands(&line), (Standing::Whole, 0));
    }

    #[test]
    fn an_urgent_one_that_was_cut_short_stays_on_the_list() {
        let long = Bulletin { text: "xin ".repeat(210), ..urgent() };
        let mut line = urgent_aired(Some(TODAY.at(16, 0, 0, 0)));
        assert!(!line.is_unanswered(&long, TODAY.at(18, 0, 0, 0)));
        line.aired[0].seconds = 5;
        assert!(line.is_unanswered(&long, TODAY.at(18, 0, 0, 0)));
    }

    proptest! {
        #[test]
        fn never_more_is_aired_than_planned_and_what_misses_lacks(schedule in proptest::collection::vec(20_i8..=26, 0..5), logged in proptest::collection::vec(18_i8..=31, 0..9), today in 20_i8..=31) {
            let days = |of: &[i8]| of.iter().map(|day| date(2025, 5, *day)).collect::<Vec<_>>();
            let (mut schedule, mut logged) = (days(&schedule), days(&logged));
            schedule.sort_unstable();
            logged.sort_unstable();
            let (line, today) = (line(&schedule, &logged), date(2025, 5, today));
            let whole = line.within(&bulletin(), |_| true, today);
            prop_assert!(whole.aired <= whole.planned && whole.aired <= line.counted(&bulletin()));
            prop_assert_eq!(whole.logged, logged.len());
            prop_assert!(whole.missing == 0 || whole.standing().lacks());
            prop_assert!(whole.missing > 0 || whole.planned == 0 || !whole.standing().lacks());
            prop_assert_eq!(whole.standing() == Standing::Silent, whole.missing > 0 && logged.is_empty());
            let mut weeks = Cell::default();
            for first in [date(2025, 5, 12), date(2025, 5, 19), date(2025, 5, 26)] {
                weeks.add(line.within(&bulletin(), |day| monday(day) == first, today));
            }
            prop_assert_eq!(weeks, whole);
        }
    }
}
