//! A line: a bulletin at one station — when it is to be aired, when it was, and how that stands on a day.

use accounts::{Desk, Relation};
use jiff::civil::{Date, DateTime};

use super::{Aired, Bulletin, Clash, Priority};

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
    /// What its hours meet there, where one of both is urgent.
    pub clashes: Vec<Clash>,
}

/// How airing stands against what was planned, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Some of it should have been aired, and nothing was logged.
    Silent,
    /// Some of it should have been aired, and all that was logged lies outside the days that were asked for.
    Outside,
    /// Less was aired than should have been.
    Short,
    /// An urgent one was aired, but long after its hour.
    Late,
    /// All that should have been aired was logged, some of it far too short for its text.
    Cut,
    /// What should have been aired was; more is to come.
    Coming,
    /// All of it was logged.
    Whole,
    /// Nothing was planned and nothing logged.
    Nothing,
}

impl Standing {
    /// The word in addresses and catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Outside => "outside",
            Self::Late => "late",
            Self::Cut => "cut",
            Self::Short => "short",
            Self::Coming => "coming",
            Self::Whole => "whole",
            Self::Nothing => "nothing",
        }
    }

    /// Whether something is missing, too short, or came too late.
    pub fn lacks(self) -> bool {
        matches!(self, Self::Silent | Self::Outside | Self::Short | Self::Late | Self::Cut)
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

    /// What has to be moved: its hours still to come at which the station airs an urgent bulletin instead.
    pub fn displaced(&self, bulletin: &Bulletin, now: DateTime) -> impl Iterator<Item = &Clash> {
        let is_urgent = bulletin.priority == Priority::Urgent;
        self.clashes.iter().filter(move |clash| !is_urgent && clash.is_urgent && clash.at > now)
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
pub(super) mod tests {
    use jiff::civil::{date, time};

    use super::super::bulletin::Draft;
    use super::super::bulletin::tests::{TODAY, draft};
    use super::super::{Priority, Source};
    use super::*;

    pub(crate) fn aired(day: &Date) -> Aired {
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

    pub(crate) fn line(schedule: &[Date], logged: &[Date]) -> Line {
        Line {
            station: "A".into(),
            owners: vec!["A".into()],
            sent: TODAY.at(0, 0, 0, 0),
            schedule: schedule.iter().map(|day| day.at(5, 0, 0, 0)).collect(),
            aired: logged.iter().map(aired).collect(),
            clashes: Vec::new(),
        }
    }

    pub(crate) fn bulletin() -> Bulletin {
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
}
