//! A line: a bulletin at one station — when it is to be aired, when it was, and how that stands on a day.

use accounts::{Desk, Relation};
use jiff::civil::{Date, DateTime};

use super::{Aired, Bulletin, Priority};

/// A bulletin with every station that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The bulletin.
    pub bulletin: Bulletin,
    /// Its stations, by code.
    pub lines: Vec<Line>,
}

/// A bulletin at one station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The code of the station.
    pub station: String,
    /// The agencies that have the station's work now, by code.
    pub owners: Vec<String>,
    /// When it came there.
    pub sent: DateTime,
    /// When the station means to air it, in order.
    pub schedule: Vec<DateTime>,
    /// When it did, in order.
    pub aired: Vec<Aired>,
}

/// How airing stands against what was planned, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Some of it should have been aired, and nothing was logged.
    Silent,
    /// Less was logged than should have been aired.
    Short,
    /// What should have been aired was; more is to come.
    Coming,
    /// All of it was logged.
    Whole,
    /// Nothing was planned and nothing logged.
    Nothing,
}

impl Standing {
    /// Of so many airings planned, so many of them before today, so many logged.
    pub fn of(planned: usize, due: usize, aired: usize) -> Self {
        match (planned, aired) {
            (0, 0) => Self::Nothing,
            (_, 0) if due > 0 => Self::Silent,
            (_, aired) if aired < due => Self::Short,
            (planned, aired) if aired < planned => Self::Coming,
            _ => Self::Whole,
        }
    }

    /// The word in addresses and catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Short => "short",
            Self::Coming => "coming",
            Self::Whole => "whole",
            Self::Nothing => "nothing",
        }
    }

    /// Whether something is missing.
    pub fn lacks(self) -> bool {
        matches!(self, Self::Silent | Self::Short)
    }
}

impl Line {
    /// The days on which it is to be aired: those that the station chose, and for each time that it was asked for and
    /// has not planned, the last day. A bulletin that was withdrawn is not to be aired from that day on.
    pub fn planned(&self, bulletin: &Bulletin) -> Vec<Date> {
        let chosen = self.schedule.iter().map(|at| at.date());
        let unplanned = std::iter::repeat_n(bulletin.last, self.unplanned(bulletin));
        let ends = bulletin.withdrawn.as_ref().map(|(day, _)| *day);
        chosen.chain(unplanned).filter(|day| ends.is_none_or(|end| *day < end)).collect()
    }

    /// How many of the times that it was asked for the station has not planned yet.
    pub fn unplanned(&self, bulletin: &Bulletin) -> usize {
        usize::try_from(bulletin.times).unwrap_or_default().saturating_sub(self.schedule.len())
    }

    /// How it stands on a day. What is planned for the day itself is not late yet.
    pub fn standing(&self, bulletin: &Bulletin, today: Date) -> Standing {
        let planned = self.planned(bulletin);
        let due = planned.iter().filter(|day| **day < today).count();
        Standing::of(planned.len(), due, self.aired.len())
    }

    /// Whether it is urgent, its hour has come and nothing was logged.
    pub fn is_unanswered(&self, bulletin: &Bulletin, now: DateTime) -> bool {
        let begins = bulletin.first.at(0, 0, 0, 0);
        let hour = self.schedule.first().copied().unwrap_or(begins);
        let is_open = bulletin.priority == Priority::Urgent && bulletin.withdrawn.is_none();
        is_open && self.aired.is_empty() && hour <= now
    }

    /// How a desk stands to it: of the station, or of the agency that wrote it.
    pub fn relation(&self, bulletin: &Bulletin, desk: &Desk) -> Relation {
        match desk.agency.as_deref() {
            Some(own) if self.owners.iter().any(|owner| owner == own) => Relation::Own,
            Some(own) if bulletin.agency.as_deref() == Some(own) => Relation::Cooperating,
            _ => Relation::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::super::Source;
    use super::super::bulletin::Draft;
    use super::super::bulletin::tests::{TODAY, draft};
    use super::*;

    fn aired(day: &Date) -> Aired {
        Aired {
            id: 0,
            station: "A".into(),
            bulletin: Some(1),
            title: String::new(),
            at: day.at(5, 0, 0, 0),
            seconds: 60,
            source: Source::Hand,
            logged_by: String::new(),
            logged_on: *day,
        }
    }

    fn line(schedule: &[Date], logged: &[Date]) -> Line {
        Line {
            station: "A".into(),
            owners: vec!["A".into()],
            sent: TODAY.at(0, 0, 0, 0),
            schedule: schedule.iter().map(|day| day.at(5, 0, 0, 0)).collect(),
            aired: logged.iter().map(aired).collect(),
        }
    }

    fn bulletin() -> Bulletin {
        draft().checked("f", TODAY).expect("a bulletin")
    }

    #[test]
    fn what_is_not_planned_is_due_on_the_last_day() {
        let (day, last) = (date(2025, 5, 21), date(2025, 5, 26));
        assert_eq!(line(&[day], &[]).planned(&bulletin()), [day, last, last]);
        let more = [day, day, day, last];
        assert_eq!(
            line(&more, &[]).planned(&bulletin()),
            more,
            "a station may plan more than it was asked for"
        );
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
    fn nothing_is_due_of_what_was_withdrawn_before() {
        let gone = Bulletin { withdrawn: Some((date(2025, 5, 22), "Sai".into())), ..bulletin() };
        assert_eq!(line(&[date(2025, 5, 21), date(2025, 5, 22)], &[]).planned(&gone), [date(2025, 5, 21)]);
    }

    #[test]
    fn an_urgent_one_is_unanswered_from_its_hour_until_it_is_logged() {
        let draft = Draft { priority: Priority::Urgent, at: Some(time(5, 0, 0, 0)), ..draft() };
        let urgent = draft.checked("f", TODAY).expect("a bulletin");
        let open = |line: &Line, hour| line.is_unanswered(&urgent, TODAY.at(hour, 0, 0, 0));
        assert_eq!([4, 5, 23].map(|hour| open(&line(&[TODAY], &[]), hour)), [false, true, true]);
        assert!(!open(&line(&[TODAY], &[TODAY]), 23));
        assert!(!line(&[TODAY], &[]).is_unanswered(&bulletin(), TODAY.at(23, 0, 0, 0)));
    }

    proptest! {
        #[test]
        fn nothing_logged_is_never_whole_and_all_logged_never_lacks(planned in 0_usize..40, due in 0_usize..40, aired in 0_usize..40) {
            let due = due.min(planned);
            let standing = Standing::of(planned, due, aired);
            prop_assert!(aired > 0 || standing != Standing::Whole);
            prop_assert_eq!(standing.lacks(), aired < due);
            prop_assert_eq!(standing == Standing::Silent, due > 0 && aired == 0);
        }
    }
}
