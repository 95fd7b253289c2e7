//! An article: what the province tells its people, in Vietnamese and where somebody wrote it in English and Khmer.
//!
//! Somebody writes it, another one approves it and answers for it or sends it back with a reason, readers see it from its
//! hour on. What was wrong is corrected in the open; what should not stand is withdrawn with a reason that anyone may read.

mod approve;
mod correct;
mod did;
mod file;
mod found;
pub mod paste;
mod picture;
mod read;
mod refusal;
mod reschedule;
mod send_back;
pub(crate) mod table;
mod text;
mod withdraw;
mod write;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};

pub use approve::{APPROVE, Approval, approve};
pub use correct::{CORRECT, Correction, NewCorrection, correct};
pub use file::{File, NewFile, attach, detach};
pub use found::{Found, Hit, find};
pub use picture::{Picture, anew};
pub use read::{
    Around, Filter, Head, News, PAGE, READ, Seen, around, list, news, one, open_file, register, seen,
};
pub use refusal::Refusal;
pub use reschedule::{RESCHEDULE, UNSCHEDULE, reschedule, unschedule};
pub use send_back::{RETURN, send_back};
pub use text::{Text, Tongue};
pub use withdraw::{DROP, WITHDRAW, drop_draft, withdraw};
pub use write::{Draft, WRITE, change, sketch, write};

/// A section of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What the province decides and orders.
    Direction,
    /// What happened.
    News,
    /// How something is done.
    Guidance,
    /// What is announced.
    Notice,
}

impl Section {
    /// Every section, in the order of the page.
    pub const ALL: [Self; 4] = [Self::News, Self::Guidance, Self::Notice, Self::Direction];

    /// The word in addresses, the database and catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direction => "direction",
            Self::News => "news",
            Self::Guidance => "guidance",
            Self::Notice => "notice",
        }
    }

    /// The section of a word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.as_str() == word)
    }
}

/// What an article serves; each may be none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tie {
    /// A content of the index, by its number.
    pub dimension: Option<i64>,
    /// What people are entitled to see, by the code of the duty: `CK04`.
    pub duty: Option<String>,
    /// A task of a published plan, by the plan's slug and its code.
    pub task: Option<(String, String)>,
}

/// How far an article is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Its writer is still at it.
    Sketch,
    /// It waits for somebody to approve it.
    Draft,
    /// Who may approve it sent it back; it waits for its writer.
    Returned {
        /// The account of who did.
        by: String,
        /// When.
        at: Timestamp,
        /// What is to be done about it.
        why: String,
    },
    /// Somebody answers for it; readers see it from its hour on.
    Approved {
        /// Who answers for it, as it is printed.
        answers: String,
        /// The account of who approved it.
        by: String,
        /// When readers see it.
        shows_at: Timestamp,
    },
    /// It was taken back.
    Withdrawn {
        /// On which day.
        on: Date,
        /// Why.
        why: String,
        /// Since when readers saw it, and the account of who had approved it; none where nobody had seen it.
        shown: Option<(Timestamp, String)>,
    },
}

impl State {
    /// The word in catalogues.
    pub fn as_str(&self, now: Timestamp) -> &'static str {
        match self {
            Self::Sketch => "sketch",
            Self::Draft => "draft",
            Self::Returned { .. } => "returned",
            Self::Approved { shows_at, .. } if *shows_at > now => "scheduled",
            Self::Approved { .. } => "shown",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Whether nobody answers for it yet, so that it can be written, illustrated or dropped.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Sketch | Self::Draft | Self::Returned { .. })
    }
}

/// An article as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its number.
    pub id: i64,
    /// The end of its address.
    pub slug: String,
    /// The key of the form it came by; none for one that came without.
    pub form: Option<String>,
    /// Where it stands; none while its writer has not chosen.
    pub section: Option<Section>,
    /// What it serves.
    pub tie: Tie,
    /// The code of the agency whose it is.
    pub agency: String,
    /// Who wrote it, as it is printed; may be empty while it is a sketch.
    pub author: String,
    /// Its texts, Vietnamese first.
    pub texts: Vec<Text>,
    /// How far it is.
    pub state: State,
    /// The account of who last changed the text.
    pub written_by: String,
    /// The accounts of all whose words are in it.
    pub writers: Vec<String>,
    /// On which day.
    pub written_on: Date,
    /// Counts its changes.
    pub version: i64,
}

impl Article {
    /// The text in a language, or the Vietnamese one where nobody wrote it.
    pub fn text(&self, tongue: Tongue) -> Option<&Text> {
        self.texts.iter().find(|text| text.tongue == tongue).or_else(|| self.texts.first())
    }

    /// Whether somebody answers for it and its hour is still to come.
    pub fn is_waiting(&self, now: Timestamp) -> bool {
        matches!(&self.state, State::Approved { shows_at, .. } if *shows_at > now)
    }

    /// Since which day readers see it, or saw it before it was withdrawn, and whose account approved it; none where they
    /// never did.
    pub(crate) fn shown(&self, now: Timestamp) -> Option<(Date, &str)> {
        let (since, by) = self.since(now)?;
        Some((since.to_zoned(TimeZone::fixed(offset(7))).date(), by))
    }

    /// Since when readers see it, or saw it before it was withdrawn; none where they never did.
    pub fn shown_since(&self, now: Timestamp) -> Option<Timestamp> {
        self.since(now).map(|(since, _)| since)
    }

    fn since(&self, now: Timestamp) -> Option<(Timestamp, &str)> {
        let (since, by) = match &self.state {
            State::Approved { shows_at, by, .. } => (*shows_at, by),
            State::Withdrawn { shown: Some((since, by)), .. } => (*since, by),
            _ => return None,
        };
        (since <= now).then_some((since, by))
    }

    /// Whether somebody wrote at it.
    pub fn is_by(&self, account: &str) -> bool {
        self.written_by == account || self.writers.iter().any(|writer| writer == account)
    }

    /// Whether it says what another says, word for word, at the same place.
    fn is_same(&self, other: &Self) -> bool {
        (self.section, &self.tie, &self.agency, &self.author, &self.texts)
            == (other.section, &other.tie, &other.agency, &other.author, &other.texts)
    }

    /// Whether another says all the same, and in more languages.
    fn gains_a_tongue(&self, other: &Self) -> bool {
        let is_kept = self.texts.iter().all(|text| other.texts.contains(text));
        let same = Self { texts: other.texts.clone(), ..self.clone() };
        is_kept && other.texts.len() > self.texts.len() && same.is_same(other)
    }

    /// Whether readers see it at this instant.
    pub fn is_shown(&self, now: Timestamp) -> bool {
        matches!(&self.state, State::Approved { shows_at, .. } if *shows_at <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_shown_from_its_hour_on() {
        let hour: Timestamp = "2025-05-21T01:00:00Z".parse().unwrap();
        let state = State::Approved { answers: "Bình".into(), by: "binh".into(), shows_at: hour };
        let before: Timestamp = "2025-05-21T00:59:59Z".parse().unwrap();
        assert_eq!([state.as_str(before), state.as_str(hour)], ["scheduled", "shown"]);
        assert_eq!(State::Draft.as_str(hour), "draft");
    }

    #[test]
    fn what_was_sent_back_is_open_and_what_somebody_answers_for_is_not() {
        let at: Timestamp = "2025-05-21T01:00:00Z".parse().unwrap();
        let returned = State::Returned { by: "hai".into(), at, why: "Thiếu ảnh".into() };
        assert_eq!(returned.as_str(at), "returned");
        assert!(returned.is_open() && State::Draft.is_open());
        assert!(!State::Approved { answers: "Bình".into(), by: "binh".into(), shows_at: at }.is_open());
    }

    #[test]
    fn every_section_reads_its_own_word() {
        for section in Section::ALL {
            assert_eq!(Section::read(section.as_str()), Some(section));
        }
        assert_eq!(Section::read(""), None);
    }
}
