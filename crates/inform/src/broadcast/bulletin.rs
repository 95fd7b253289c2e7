//! A bulletin: a text written once, to be read aloud by every station that it is sent to.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{self, TimeZone};
use jiff::{Timestamp, ToSpan};
use plan::task::coaching::{self, Aim};

use super::tally::LATE_AFTER;
use super::{Refusal, length, words};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 160;
/// The longest text, in characters: some twenty minutes of reading.
pub const TEXT_MAX: usize = 20_000;
/// A station is asked to air a bulletin so often at most.
pub const TIMES_MAX: i64 = 31;
/// Its days are so many at most.
const DAYS_MAX: i32 = 92;

/// How pressing it is, by Thông tư 39/2020/TT-BTTTT.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// Khẩn cấp: aired as sent.
    Urgent,
    /// Ưu tiên: the commune chooses when, before others.
    Priority,
    /// Thông thường: the commune chooses when.
    Normal,
}

impl Priority {
    /// Every priority, the least pressing first, as a form offers them.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Priority, Self::Urgent];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Priority => "priority",
            Self::Urgent => "urgent",
        }
    }

    /// A priority by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// A bulletin as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bulletin {
    /// Its number.
    pub id: i64,
    /// The key of the form it came by.
    pub form: String,
    /// What it is called.
    pub title: String,
    /// To be read aloud, in Vietnamese; may be empty where there is a Khmer one.
    pub text: String,
    /// The same in Khmer; may be empty.
    pub text_km: String,
    /// How pressing it is.
    pub priority: Priority,
    /// The content of the index that it is about, by its number; none for anything else.
    pub content: Option<u8>,
    /// The first day on which it is to be aired.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// How often each station is asked to air it.
    pub times: i64,
    /// The hour at which an urgent one is to be aired.
    pub at: Option<Time>,
    /// The agency of who wrote it.
    pub agency: Option<String>,
    /// The account of who wrote it.
    pub written_by: String,
    /// The day.
    pub written_on: Date,
    /// When it was first sent; none for a draft.
    pub sent_at: Option<Timestamp>,
    /// Why a text that was flagged is sent all the same.
    pub decided: Option<String>,
    /// The day that it was withdrawn, and why.
    pub withdrawn: Option<(Date, String)>,
    /// Counts what its words became: 1 as it was written.
    pub version: i64,
}

/// How a bulletin stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody has it yet; it can be changed.
    Draft,
    /// Stations have it.
    Sent,
    /// It is not to be aired any more.
    Withdrawn,
}

impl State {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A bulletin as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// To be read aloud, in Vietnamese.
    pub text: String,
    /// The same in Khmer; one of the two may be empty.
    pub text_km: String,
    /// How pressing it is.
    pub priority: Priority,
    /// The content of the index that it is about.
    pub content: Option<u8>,
    /// The first day.
    pub first: Date,
    /// The last day; an urgent one has its first day alone.
    pub last: Date,
    /// How often each station is asked to air it; an urgent one once.
    pub times: i64,
    /// The hour of an urgent one.
    pub at: Option<Time>,
}

impl Bulletin {
    /// How it stands.
    pub fn state(&self) -> State {
        match (&self.withdrawn, self.sent_at) {
            (Some(_), _) => State::Withdrawn,
            (None, Some(_)) => State::Sent,
            (None, None) => State::Draft,
        }
    }

    /// That the hour of an urgent one is not long past; what is a little late is aired at once.
    pub(super) fn comes(self, now: DateTime) -> Result<Self, Refusal> {
        let hour = self.at.map(|at| self.first.to_datetime(at));
        match hour.filter(|hour| hour.saturating_add(LATE_AFTER.minutes()) < now) {
            Some(hour) => Err(Refusal::HourPassed(hour)),
            None => Ok(self),
        }
    }

    /// How many seconds it takes to read aloud in both languages together: an estimate.
    pub fn seconds(&self) -> i64 {
        length::vietnamese(&self.text) + length::khmer(&self.text_km)
    }

    /// How many seconds the shorter of its texts takes: a station may read one of both. An estimate.
    fn shortest(&self) -> i64 {
        let texts = [length::vietnamese(&self.text), length::khmer(&self.text_km)];
        texts.into_iter().filter(|seconds| *seconds > 0).min().unwrap_or(0)
    }

    /// Whether so many seconds are far too few to read it: not half of what the shorter of its texts takes. Estimates and
    /// readers differ by much less.
    pub fn is_cut_at(&self, seconds: i64) -> bool {
        seconds * 2 < self.shortest()
    }

    /// Whether so many seconds are far more than reading all of it takes: ten times as much. A signature tune, or reading it
    /// twice, makes no such difference; taking seconds for minutes does.
    pub fn is_beyond(&self, seconds: i64) -> bool {
        const TIMES: i64 = 10;
        /// A text with a signature tune and a greeting takes no less.
        const SHORTEST: i64 = 40;
        seconds > TIMES * self.seconds().max(SHORTEST)
    }

    /// What its words would do to a survey, where a person has to decide. Khmer is not read; Vietnamese is wherever it
    /// stands, also where Khmer ought to.
    pub fn flags(&self) -> Vec<(Aim, String)> {
        coaching::found_in([self.title.as_str(), &self.text, &self.text_km])
    }
}

impl Draft {
    /// The bulletin that this makes.
    pub(super) fn checked(&self, form: &str, today: Date) -> Result<Bulletin, Refusal> {
        let (title, text, text_km) =
            (words::line(&self.title), words::text(&self.text), words::text(&self.text_km));
        if title.is_empty() || title.chars().count() > TITLE_MAX {
            return Err(Refusal::NoTitle);
        }
        if text.is_empty() && text_km.is_empty() {
            return Err(Refusal::NoText);
        }
        if text.chars().count() > TEXT_MAX || text_km.chars().count() > TEXT_MAX {
            return Err(Refusal::TooLong);
        }
        let is_urgent = self.priority == Priority::Urgent;
        let (last, times) = if is_urgent { (self.first, 1) } else { (self.last, self.times) };
        let days = self.first.until(last).map_or(-1, |span| span.get_days());
        if self.first < today || !(0..=DAYS_MAX).contains(&days) {
            return Err(Refusal::Days);
        }
        if !(1..=TIMES_MAX).contains(&times) {
            return Err(Refusal::Times);
        }
        if is_urgent && self.at.is_none() {
            return Err(Refusal::NoHour);
        }
        Ok(Bulletin {
            id: 0,
            form: form.to_owned(),
            title,
            text,
            text_km,
            priority: self.priority,
            content: self.content,
            first: self.first,
            last,
            times,
            at: self.at.filter(|_| is_urgent),
            agency: None,
            written_by: String::new(),
            written_on: today,
            sent_at: None,
            decided: None,
            withdrawn: None,
            version: 1,
        })
    }
}

/// The civil time in Viet Nam at an instant, to the minute.
pub(super) fn civil(instant: Timestamp) -> DateTime {
    let there = instant.to_zoned(TimeZone::fixed(tz::offset(7))).datetime();
    there.with().second(0).subsec_nanosecond(0).build().unwrap_or(there)
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::{date, time};

    use super::*;

    pub(crate) const TODAY: Date = date(2025, 5, 20);

    pub(crate) fn draft() -> Draft {
        Draft {
            title: "Giờ làm việc".into(),
            text: "Kính thưa bà con.".into(),
            text_km: String::new(),
            priority: Priority::Normal,
            content: Some(5),
            first: TODAY,
            last: date(2025, 5, 26),
            times: 3,
            at: None,
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let of = |draft: Draft| draft.checked("f", TODAY);
        assert!(of(draft()).is_ok());
        assert!(matches!(of(Draft { title: " ".into(), ..draft() }), Err(Refusal::NoTitle)));
        assert!(matches!(of(Draft { text: "\n".into(), ..draft() }), Err(Refusal::NoText)));
        assert!(of(Draft { text: String::new(), text_km: "សូម".into(), ..draft() }).is_ok());
        assert!(matches!(of(Draft { text: "x".repeat(TEXT_MAX + 1), ..draft() }), Err(Refusal::TooLong)));
        assert!(matches!(of(Draft { first: date(2025, 5, 19), ..draft() }), Err(Refusal::Days)));
        assert!(matches!(of(Draft { last: date(2025, 5, 19), ..draft() }), Err(Refusal::Days)));
        assert!(matches!(of(Draft { last: date(2025, 12, 1), ..draft() }), Err(Refusal::Days)));
        for times in [0, -1, TIMES_MAX + 1] {
            assert!(matches!(of(Draft { times, ..draft() }), Err(Refusal::Times)));
        }
    }

    #[test]
    fn an_urgent_one_has_one_day_one_time_and_its_hour() {
        let urgent = Draft { priority: Priority::Urgent, ..draft() };
        assert!(matches!(urgent.checked("f", TODAY), Err(Refusal::NoHour)));
        let made = Draft { at: Some(time(17, 0, 0, 0)), ..urgent }.checked("f", TODAY).expect("a bulletin");
        assert_eq!((made.last, made.times, made.at), (TODAY, 1, Some(time(17, 0, 0, 0))));
        let normal =
            Draft { at: Some(time(17, 0, 0, 0)), ..draft() }.checked("f", TODAY).expect("a bulletin");
        assert_eq!(normal.at, None, "the commune chooses the hour of others");
    }

    #[test]
    fn an_urgent_one_has_an_hour_still_to_come() {
        let at = Some(time(0, 30, 0, 0));
        let urgent = Draft { priority: Priority::Urgent, at, ..draft() }.checked("f", TODAY).expect("it");
        let now = |hour| urgent.clone().comes(TODAY.at(hour, 30, 0, 0));
        assert!(now(0).is_ok() && now(1).is_ok(), "a little late is aired at once");
        assert!(matches!(now(23), Err(Refusal::HourPassed(_))));
        let normal = draft().checked("f", TODAY).expect("it");
        assert!(normal.comes(TODAY.at(23, 0, 0, 0)).is_ok());
    }

    #[test]
    fn less_than_half_of_the_shorter_text_is_cut_short() {
        let minute = "xin ".repeat(length::SYLLABLES_A_MINUTE);
        let of = |text_km: String| {
            Draft { text: minute.clone(), text_km, ..draft() }.checked("f", TODAY).expect("it")
        };
        let one = of(String::new());
        assert_eq!([1, 29, 30, 60].map(|seconds| one.is_cut_at(seconds)), [true, true, false, false]);
        let both = of("ក".repeat(length::SIGNS_A_MINUTE / 2));
        assert_eq!(
            [14, 15].map(|seconds| both.is_cut_at(seconds)),
            [true, false],
            "Khmer alone takes half a minute"
        );
    }

    #[test]
    fn ten_times_its_text_is_taken_for_a_slip() {
        let short = draft().checked("f", TODAY).expect("a bulletin");
        assert_eq!([400, 401, 1500].map(|seconds| short.is_beyond(seconds)), [false, true, true]);
        let text = "xin ".repeat(length::SYLLABLES_A_MINUTE);
        let minute = Draft { text, ..draft() }.checked("f", TODAY).expect("a bulletin");
        assert_eq!([90, 600, 90 * 60].map(|seconds| minute.is_beyond(seconds)), [false, false, true]);
    }

    #[test]
    fn a_text_that_coaches_is_flagged_and_one_that_does_not_is_not() {
        let said = |text: &str| {
            Draft { text: text.into(), ..draft() }.checked("f", TODAY).expect("a bulletin").flags().len()
        };
        assert_eq!(said("Ủy ban hướng dẫn người dân trả lời phiếu khảo sát PAPI"), 1);
        assert_eq!(said("Bà con nộp hồ sơ tại bộ phận một cửa từ 7 giờ"), 0);
        let km = Draft {
            text_km: "Hướng dẫn người dân trả lời phiếu khảo sát".into(), ..draft()
        };
        assert_eq!(
            km.checked("f", TODAY).expect("a bulletin").flags().len(),
            1,
            "Vietnamese in the Khmer field"
        );
    }
}
