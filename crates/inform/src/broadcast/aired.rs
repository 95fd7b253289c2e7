//! What a station aired, as it logged it: a bulletin that it was sent, or a programme of its own.

use jiff::civil::{Date, DateTime, date};

use super::{Bulletin, Refusal, State, TITLE_MAX, words};

/// The longest that one thing is aired, in seconds.
pub const AIRED_MAX: i64 = 4 * 60 * 60;

/// No log is older: a year before is a slip of the pen.
pub(super) const EARLIEST: Date = date(2000, 1, 1);

/// A line of a station's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aired {
    /// Its number.
    pub id: i64,
    /// The code of the station.
    pub station: String,
    /// The number of the bulletin; none for a programme of its own.
    pub bulletin: Option<i64>,
    /// What the programme of its own was; empty for a bulletin.
    pub title: String,
    /// When it began, to the minute.
    pub at: DateTime,
    /// How long it was on air.
    pub seconds: i64,
    /// How it came into the log.
    pub source: Source,
    /// The account of who logged it.
    pub logged_by: String,
    /// The day.
    pub logged_on: Date,
}

/// How a line came into the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Somebody wrote it.
    Hand,
    /// A file of a source system.
    File,
}

impl Source {
    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::File => "file",
        }
    }

    /// A source by its word.
    pub fn read(word: &str) -> Option<Self> {
        [Self::Hand, Self::File].into_iter().find(|it| it.as_str() == word)
    }
}

/// A line of the log as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAired {
    /// The code of the station.
    pub station: String,
    /// The number of the bulletin; none for a programme of its own.
    pub bulletin: Option<i64>,
    /// What the programme of its own was.
    pub title: String,
    /// When it began.
    pub at: DateTime,
    /// How long it was on air, in seconds.
    pub seconds: i64,
    /// Whether somebody says that it was so long, although its text takes far less.
    pub is_sure: bool,
}

impl NewAired {
    /// The title that the log keeps, where the line fits: `bulletin` is the one that it names, if the station has it;
    /// `sent` when it came there, `now` the time of the desk.
    pub(super) fn checked(
        &self,
        bulletin: Option<(&Bulletin, DateTime)>,
        now: DateTime,
    ) -> Result<String, Refusal> {
        if self.at > now {
            return Err(Refusal::NotYet(self.at));
        }
        if self.at.date() < EARLIEST {
            return Err(Refusal::LongAgo);
        }
        if !(1..=AIRED_MAX).contains(&self.seconds) {
            return Err(Refusal::Length);
        }
        match (self.bulletin, bulletin) {
            (Some(_), None) => Err(Refusal::NotSent),
            (Some(_), Some((bulletin, _))) if bulletin.state() == State::Draft => Err(Refusal::NotSent),
            (Some(_), Some((_, sent))) if self.at < sent => Err(Refusal::BeforeSent(sent)),
            (Some(_), Some((bulletin, _))) if bulletin.is_beyond(self.seconds) && !self.is_sure => {
                Err(Refusal::Beyond { seconds: self.seconds, text: bulletin.seconds() })
            }
            (Some(_), Some(_)) => Ok(String::new()),
            (None, _) => {
                let title = words::line(&self.title);
                let fits = !title.is_empty() && title.chars().count() <= TITLE_MAX;
                if fits { Ok(title) } else { Err(Refusal::NoTitle) }
            }
        }
    }
}

impl Aired {
    /// Whether it says the same as another line of its station.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.at, self.seconds, self.bulletin, &self.title)
            == (other.at, other.seconds, other.bulletin, &other.title)
    }
}

#[cfg(test)]
mod tests {
    use super::super::bulletin::tests::{TODAY, draft};
    use super::*;

    fn aired(bulletin: Option<i64>, at: DateTime, seconds: i64) -> NewAired {
        NewAired { station: "A".into(), bulletin, title: " Ca  cổ ".into(), at, seconds, is_sure: false }
    }

    #[test]
    fn what_lies_ahead_or_came_before_it_was_sent_was_not_aired() {
        let now = TODAY.at(9, 0, 0, 0);
        let sent = date(2025, 5, 19).at(8, 0, 0, 0);
        let mut bulletin = draft().checked("f", TODAY).expect("a bulletin");
        bulletin.sent_at = Some("2025-05-19T01:00:00Z".parse().expect("an instant"));
        let of = |at, seconds| aired(Some(1), at, seconds).checked(Some((&bulletin, sent)), now);
        assert_eq!(of(now, 60).expect("aired"), "");
        assert!(of(sent, 60).is_ok());
        assert!(matches!(
            aired(None, date(205, 5, 20).at(5, 0, 0, 0), 60).checked(None, now),
            Err(Refusal::LongAgo)
        ));
        assert!(matches!(of(TODAY.at(9, 1, 0, 0), 60), Err(Refusal::NotYet(_))));
        assert!(matches!(of(date(2025, 5, 19).at(7, 59, 0, 0), 60), Err(Refusal::BeforeSent(_))));
        for seconds in [0, -5, AIRED_MAX + 1] {
            assert!(matches!(of(now, seconds), Err(Refusal::Length)));
        }
        assert!(matches!(aired(Some(1), now, 60).checked(None, now), Err(Refusal::NotSent)));
        assert!(
            matches!(of(now, 25 * 60), Err(Refusal::Beyond { seconds: 1500, .. })),
            "25 minutes or seconds?"
        );
        let sure = NewAired { is_sure: true, ..aired(Some(1), now, 25 * 60) };
        assert!(sure.checked(Some((&bulletin, sent)), now).is_ok());
    }

    #[test]
    fn a_programme_of_its_own_has_a_name() {
        let now = TODAY.at(9, 0, 0, 0);
        assert_eq!(aired(None, now, 60).checked(None, now).expect("aired"), "Ca cổ");
        let nameless = NewAired { title: " ".into(), ..aired(None, now, 60) };
        assert!(matches!(nameless.checked(None, now), Err(Refusal::NoTitle)));
    }
}
