//! A month: what was planned against what was aired, by station, week and content.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::{Aired, Bulletin, Cell, Standing, Station, Told};

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(Date);

/// Some days of a month: from a Monday, or its first day, to a Sunday, or its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        Self(day.first_of_month())
    }

    /// A month as an address writes it: `2025-05`.
    pub fn read(written: &str) -> Option<Self> {
        let fits = written.len() == 7 && written.is_ascii() && written.as_bytes()[4] == b'-';
        let day: Date = format!("{written}-01").parse().ok().filter(|_| fits)?;
        (2000..=2100).contains(&day.year()).then_some(Self(day))
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.0
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.0.last_of_month()
    }

    /// The month before.
    pub fn before(self) -> Self {
        Self::of(self.0.saturating_sub(1.day()))
    }

    /// The month after.
    pub fn after(self) -> Self {
        Self::of(self.last().saturating_add(1.day()))
    }

    /// Its days.
    pub fn days(self) -> impl Iterator<Item = Date> {
        self.0.series(1.day()).take_while(move |day| *day <= self.last())
    }

    /// Its weeks, cut at its ends, so that no day counts in two months.
    pub fn weeks(self) -> Vec<Week> {
        let mut weeks: Vec<Week> = Vec::new();
        for day in self.days() {
            match weeks.last_mut() {
                Some(week) if day.weekday().to_monday_one_offset() > 1 => week.last = day,
                _ => weeks.push(Week { first: day, last: day }),
            }
        }
        weeks
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl Week {
    /// Whether a day is in it.
    pub fn holds(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

/// Which bulletins are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Every one.
    Any,
    /// Those about a content of the index; none: about something else.
    Of(Option<u8>),
}

impl Content {
    /// Whether a bulletin is asked for.
    pub fn holds(self, bulletin: &Bulletin) -> bool {
        match self {
            Self::Any => true,
            Self::Of(content) => bulletin.content == content,
        }
    }
}

/// What a desk may see of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// The month.
    pub month: Month,
    /// The stations that it may see, by code.
    pub stations: Vec<Station>,
    /// The bulletins of the month, with what was aired of them in it; the most pressing first, then by day.
    pub told: Vec<Told>,
    /// Programmes of the stations' own in the month.
    pub own: Vec<Aired>,
    /// Urgent bulletins of whatever month, each with the stations alone that have not logged them or aired them late.
    pub unanswered: Vec<Told>,
}

/// A station in a month, week by week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The code of the station.
    pub station: String,
    /// Each week.
    pub weeks: Vec<Cell>,
    /// The month.
    pub whole: Cell,
    /// How many programmes of its own it logged.
    pub own: usize,
}

/// A content in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Say {
    /// Its number; none for other matters.
    pub content: Option<u8>,
    /// How many bulletins.
    pub bulletins: usize,
    /// Planned against aired at all stations.
    pub cell: Cell,
    /// How many stations were to air it and logged nothing.
    pub silent: usize,
}

impl Register {
    /// Every station by weeks of the month.
    pub fn rows(&self, content: Content, today: Date) -> Vec<Row> {
        let weeks = self.month.weeks();
        let row = |station: &Station| {
            let cell = |week: &Week| self.cell(&station.agency, content, *week, today);
            let cells: Vec<Cell> = weeks.iter().map(cell).collect();
            let whole = cells.iter().fold(Cell::default(), |mut whole, cell| {
                whole.add(*cell);
                whole
            });
            let own = self.own.iter().filter(|aired| aired.station == station.agency).count();
            Row { station: station.agency.clone(), weeks: cells, whole, own }
        };
        self.stations.iter().map(row).collect()
    }

    /// What is said about each content that any bulletin of the month is about, by its number, other matters last.
    pub fn by_content(&self, today: Date) -> Vec<Say> {
        let mut contents: Vec<Option<u8>> = self.sent().map(|told| told.bulletin.content).collect();
        contents.sort_by_key(|content| (content.is_none(), *content));
        contents.dedup();
        let whole = Week { first: self.month.first(), last: self.month.last() };
        let say = |content: Option<u8>| {
            let of = |station: &Station| self.cell(&station.agency, Content::Of(content), whole, today);
            let cells: Vec<Cell> = self.stations.iter().map(of).collect();
            let mut cell = Cell::default();
            cells.iter().for_each(|other| cell.add(*other));
            let silent = cells.iter().filter(|cell| cell.standing() == Standing::Silent).count();
            let bulletins = self.sent().filter(|told| told.bulletin.content == content).count();
            Say { content, bulletins, cell, silent }
        };
        contents.into_iter().map(say).collect()
    }

    /// Planned against aired of one bulletin in the month, at all its stations that the desk may see.
    pub fn of_bulletin(&self, told: &Told, today: Date) -> Cell {
        let mut cell = Cell::default();
        for line in &told.lines {
            cell.add(line.within(&told.bulletin, |day| Month::of(day) == self.month, today));
        }
        cell
    }

    fn sent(&self) -> impl Iterator<Item = &Told> {
        self.told.iter().filter(|told| told.bulletin.sent_at.is_some())
    }

    fn cell(&self, station: &str, content: Content, days: Week, today: Date) -> Cell {
        let mut cell = Cell::default();
        for told in self.told.iter().filter(|told| content.holds(&told.bulletin)) {
            for line in told.lines.iter().filter(|line| line.station == station) {
                cell.add(line.within(&told.bulletin, |day| days.holds(day), today));
            }
        }
        cell
    }

    /// Takes of the urgent bulletins what nobody has answered by a time, or answered late.
    pub(super) fn unanswered(told: Vec<Told>, now: DateTime) -> Vec<Told> {
        let open = |mut told: Told| {
            let bulletin = &told.bulletin;
            told.lines.retain(|line| line.is_unanswered(bulletin, now));
            (!told.lines.is_empty()).then_some(told)
        };
        told.into_iter().filter_map(open).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_weeks_of_a_month_are_cut_at_its_ends() {
        let weeks = Month::of(date(2025, 5, 20)).weeks();
        let days: Vec<(i8, i8)> = weeks.iter().map(|week| (week.first.day(), week.last.day())).collect();
        assert_eq!(days, [(1, 4), (5, 11), (12, 18), (19, 25), (26, 31)]);
    }

    #[test]
    fn a_month_is_read_as_addresses_write_it() {
        let may = Month::of(date(2025, 5, 20));
        assert_eq!((Month::read("2025-05"), may.to_string().as_str()), (Some(may), "2025-05"));
        assert_eq!((may.before().to_string(), may.after().to_string()), ("2025-04".into(), "2025-06".into()));
        for written in [
            "",
            "2025-13",
            "2025-5",
            "2025-05-01",
            "1999-05",
            "9999-12",
            "x",
            "năm5-01",
            "20250-1",
            "¡ 0\u{3099}",
        ] {
            assert_eq!(Month::read(written), None, "{written}");
        }
    }

    proptest! {
        #[test]
        fn every_day_of_a_month_is_in_one_of_its_weeks(year in 2000_i16..2100, month in 1_i8..=12) {
            let month = Month::of(date(year, month, 1));
            let weeks = month.weeks();
            for day in month.days() {
                prop_assert_eq!(weeks.iter().filter(|week| week.holds(day)).count(), 1);
            }
            prop_assert!(weeks.len() >= 4 && weeks.len() <= 6);
        }

        #[test]
        fn whatever_is_written_is_a_month_or_none(written in any::<String>()) {
            if let Some(month) = Month::read(&written) {
                prop_assert_eq!(month.to_string(), written);
            }
        }
    }
}
