//! Reading the rows of a log.

use std::collections::{BTreeMap, HashMap};

use accounts::listing::{Column, Listing, Unlike};
use jiff::civil::DateTime;
use places::name::fold;

use super::{Differing, Expected, Kind, Problems, ROWS_MAX};
use crate::broadcast::{Aired, Bulletin, Length, NewAired, Refusal, hour, length};

const COLUMNS: [Column; 6] = [
    Column { headings: &["ngay phat", "ngay", "ngay phat song", "date"], needed: true },
    Column {
        headings: &["gio phat", "gio", "gio bat dau", "bat dau", "thoi diem phat", "time"],
        needed: true,
    },
    Column { headings: &["thoi luong", "thoi luong phat", "so phut", "length", "duration"], needed: true },
    Column { headings: &["ma ban tin", "so ban tin", "bulletin", "bulletin number"], needed: false },
    Column {
        headings: &[
            "chuong trinh",
            "ten chuong trinh",
            "ban tin",
            "ten ban tin",
            "noi dung",
            "programme",
            "title",
        ],
        needed: false,
    },
    Column {
        headings: &["dai", "dai truyen thanh", "ma dai", "don vi", "don vi phat", "station"],
        needed: false,
    },
];
const DAY: usize = 0;
const HOUR: usize = 1;
const LENGTH: usize = 2;
const BULLETIN: usize = 3;
const TITLE: usize = 4;
const STATION: usize = 5;

/// What the rows are read against.
pub(super) struct Known<'a> {
    pub(super) station: &'a str,
    pub(super) name: &'a str,
    /// What was sent to the station, and when.
    pub(super) sent: &'a [(Bulletin, DateTime)],
    /// What its log has.
    pub(super) there: &'a [Aired],
    pub(super) now: DateTime,
}

/// What a file holds.
pub(super) struct Rows {
    /// Every new row with the title that the log keeps.
    pub(super) new: Vec<(NewAired, String)>,
    /// How many the log has already.
    pub(super) known: usize,
    /// Those of them that the log has with another length.
    pub(super) differing: Vec<Differing>,
    /// How many come a second time.
    pub(super) doubled: usize,
}

/// The list that a file holds, or why it is none.
fn open(file: sheet::File<'_>) -> Result<Listing, Problems> {
    let (headless, empty) = (Kind::MissingColumn, Kind::EmptySheet);
    let list = Listing::open(file, &COLUMNS, Unlike { headless, empty, expected: Expected::AsKind })?;
    if list.rows().nth(ROWS_MAX).is_some() {
        return Err(list.sheet().fault(Kind::TooManyRows, sheet::Found::Nothing, Expected::AsKind).into());
    }
    Ok(list)
}

/// What the rows say, or everything that is wrong.
pub(super) fn read(file: sheet::File<'_>, known: &Known<'_>) -> Result<Rows, Problems> {
    let list = open(file)?;
    let mut reader = Reader::new(&list, known);
    let new = list.rows().filter_map(|row| reader.row(row)).collect();
    let (known, differing, doubled) = (reader.again, reader.differing, reader.doubled);
    if reader.problems.is_empty() {
        Ok(Rows { new, known, differing, doubled })
    } else {
        Err(reader.problems)
    }
}

struct Reader<'a> {
    list: &'a Listing,
    known: &'a Known<'a>,
    /// What was sent to the station, by number, and by title where one alone has it.
    sent: HashMap<i64, (&'a Bulletin, DateTime)>,
    titles: HashMap<String, Option<i64>>,
    /// What the log has, by minute.
    there: HashMap<DateTime, &'a Aired>,
    /// The row of each minute of the file.
    minutes: BTreeMap<DateTime, (u32, NewAired)>,
    again: usize,
    differing: Vec<Differing>,
    doubled: usize,
    problems: Problems,
}

impl<'a> Reader<'a> {
    fn new(list: &'a Listing, known: &'a Known<'a>) -> Self {
        let mut titles = HashMap::new();
        for (bulletin, _) in known.sent {
            let only = titles.entry(fold(&bulletin.title)).or_insert(Some(bulletin.id));
            *only = only.filter(|id| *id == bulletin.id);
        }
        Self {
            sent: known.sent.iter().map(|(bulletin, sent)| (bulletin.id, (bulletin, *sent))).collect(),
            there: known.there.iter().map(|aired| (aired.at, aired)).collect(),
            titles,
            list,
            known,
            minutes: BTreeMap::new(),
            again: 0,
            differing: Vec::new(),
            doubled: 0,
            problems: Problems::default(),
        }
    }

    /// One line; none for a row with a problem, and for one that is known.
    fn row(&mut self, row: u32) -> Option<(NewAired, String)> {
        self.station(row);
        let at = self.at(row);
        let length = self.length(row);
        let bulletin = self.bulletin(row);
        let (bulletin, at, length) = (bulletin?, at?, length?);
        // What the log has already somebody was sure of.
        let is_sure = self.there.get(&at).is_some_and(|it| it.seconds == length.seconds);
        let (station, title) = (self.known.station.to_owned(), self.list.said(row, TITLE));
        let new = NewAired { station, bulletin, title, at, seconds: length.seconds, is_sure };
        let title = self.title(row, &new, length)?;
        self.once(row, new, title)
    }

    fn wrong(&mut self, row: u32, column: usize, kind: Kind, expected: Expected) {
        let list = self.list;
        self.problems.push(|| list.problem(row, column, kind, expected));
    }

    fn station(&mut self, row: u32) {
        let said = fold(&self.list.said(row, STATION));
        let is_own = [self.known.station, self.known.name].iter().any(|own| fold(own) == said);
        if !said.is_empty() && !is_own {
            let expected = Expected::Station(format!("{} ({})", self.known.name, self.known.station));
            self.wrong(row, STATION, Kind::OtherStation, expected);
        }
    }

    fn at(&mut self, row: u32) -> Option<DateTime> {
        let day = self.list.day(row, DAY).ok().flatten();
        if day.is_none() {
            self.wrong(row, DAY, Kind::NoDay, Expected::AsKind);
        }
        let begins = hour(&self.list.said(row, HOUR));
        if begins.is_none() {
            self.wrong(row, HOUR, Kind::NoHour, Expected::AsKind);
        }
        let at = day?.to_datetime(begins?);
        if at > self.known.now {
            let column = if at.date() > self.known.now.date() { DAY } else { HOUR };
            self.wrong(row, column, Kind::NotYet, Expected::AsKind);
            return None;
        }
        Some(at)
    }

    fn length(&mut self, row: u32) -> Option<Length> {
        let length = length(&self.list.said(row, LENGTH)).filter(|length| length.seconds > 0);
        if length.is_none() {
            self.wrong(row, LENGTH, Kind::NoLength, Expected::AsKind);
        }
        length
    }

    /// The number of the bulletin: as it is written, or that of the one bulletin which has the title.
    fn bulletin(&mut self, row: u32) -> Option<Option<i64>> {
        let said = self.list.said(row, BULLETIN);
        if said.is_empty() {
            return Some(self.titles.get(&fold(&self.list.said(row, TITLE))).copied().flatten());
        }
        let number = said.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<i64>().ok();
        let found = number.filter(|number| self.sent.contains_key(number));
        if found.is_none() {
            self.wrong(row, BULLETIN, Kind::NoBulletin, Expected::AsKind);
        }
        found.map(Some)
    }

    /// The title that the log keeps, by the rules of the log.
    fn title(&mut self, row: u32, new: &NewAired, length: Length) -> Option<String> {
        let sent = new.bulletin.and_then(|id| self.sent.get(&id).copied());
        let (column, kind, expected) = match new.checked(sent, self.known.now) {
            Ok(title) => return Some(title),
            Err(Refusal::BeforeSent(sent)) => (DAY, Kind::BeforeSent, Expected::From(sent)),
            Err(Refusal::LongAgo) => (DAY, Kind::NoDay, Expected::AsKind),
            Err(Refusal::NotSent) => (BULLETIN, Kind::NoBulletin, Expected::AsKind),
            Err(Refusal::Length) => (LENGTH, Kind::NoLength, Expected::AsKind),
            Err(Refusal::Beyond { text, .. }) => match fitting(sent.map(|(bulletin, _)| bulletin), length) {
                Some(smaller) => (LENGTH, Kind::Ambiguous, Expected::Seconds(smaller)),
                None => (LENGTH, Kind::Beyond, Expected::Seconds(text)),
            },
            Err(Refusal::NotYet(_)) => (HOUR, Kind::NotYet, Expected::AsKind),
            Err(_) => (TITLE, Kind::NoTitle, Expected::AsKind),
        };
        self.wrong(row, column, kind, expected);
        None
    }

    /// The line, unless the file or the log has it; a problem where either has something else of that minute.
    fn once(&mut self, row: u32, new: NewAired, title: String) -> Option<(NewAired, String)> {
        if let Some((first, other)) = self.minutes.get(&new.at) {
            let first = *first;
            if (other.seconds, other.bulletin, &other.title) != (new.seconds, new.bulletin, &new.title) {
                self.wrong(row, HOUR, Kind::Twice, Expected::Row(first + 1));
            } else {
                self.doubled += 1;
            }
            return None;
        }
        self.minutes.insert(new.at, (row, new.clone()));
        if let Some(there) = self.there.get(&new.at) {
            if there.bulletin != new.bulletin || fold(&there.title) != fold(&title) {
                self.wrong(row, HOUR, Kind::Taken, Expected::AsKind);
                return None;
            }
            self.again += 1;
            // The same airing: what the log has stays.
            if there.seconds != new.seconds {
                self.differing.push(Differing { at: new.at, kept: there.seconds, said: new.seconds });
            }
            return None;
        }
        Some((new, title))
    }
}

/// The length one unit smaller, where that fits the bulletin.
fn fitting(bulletin: Option<&Bulletin>, length: Length) -> Option<i64> {
    let bulletin = bulletin?;
    length.smaller.filter(|seconds| !bulletin.is_cut_at(*seconds) && !bulletin.is_beyond(*seconds))
}
