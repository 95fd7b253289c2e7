//! Sections of the province's sites that must be kept fresh (Decree 42/2022/NĐ-CP): what must change how often, and what the
//! program saw.
//!
//! Only a change of text is seen, not whether it is right. What is not known is told as that, and never as fresh.

mod address;
mod did;
mod drop;
mod fetch;
mod keep;
mod look;
mod refusal;
mod robots;
mod table;
mod text;

use accounts::{Desk, Reach, Relation, Right, Role};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

pub use address::is_of_state;
pub use drop::{DROP, drop_section};
pub use fetch::Rules;
pub use keep::{Draft, KEEP, SECTIONS_MAX, keep};
pub use look::{LOOK, Look, check, looked};
pub use refusal::Refusal;

/// Who may see the list.
pub const READ: Right = Right {
    act: "portal.read",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Communicator, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// Why a page could not be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Its host is none of the state's and none that the operator named.
    Host,
    /// Its host lies in a private network and the operator did not name it.
    Private,
    /// Nothing answered, or not in a way that can be trusted.
    Unreachable,
    /// The answer took too long.
    Slow,
    /// The server answered with something else than the page.
    Status,
    /// It leads to another host, or in circles.
    Redirect,
    /// It is too large.
    Large,
    /// The site asks programs not to read it.
    Robots,
    /// It is no text.
    NotText,
    /// There is no text to be seen.
    Empty,
}

impl Trouble {
    /// Each of them.
    pub const ALL: [Self; 10] = [
        Self::Host,
        Self::Private,
        Self::Unreachable,
        Self::Slow,
        Self::Status,
        Self::Redirect,
        Self::Large,
        Self::Robots,
        Self::NotText,
        Self::Empty,
    ];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Private => "private",
            Self::Unreachable => "unreachable",
            Self::Slow => "slow",
            Self::Status => "status",
            Self::Redirect => "redirect",
            Self::Large => "large",
            Self::Robots => "robots",
            Self::NotText => "not-text",
            Self::Empty => "empty",
        }
    }

    /// What a word means; one that nobody knows is still a trouble.
    fn read(word: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.as_str() == word).unwrap_or(Self::Unreachable)
    }
}

/// A section as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// The code of the agency that must keep it fresh.
    pub agency: String,
    /// The law or the ground, as written.
    pub ground: String,
    /// Its text must change within so many days.
    pub days: i64,
    /// What the program saw.
    pub seen: Seen,
}

/// What the program saw of a section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// When it looked last, and the civil day of that.
    pub looked: Option<(Timestamp, Date)>,
    /// What the server answered, by HTTP.
    pub status: Option<i64>,
    /// Why it could not be looked at.
    pub trouble: Option<Trouble>,
    /// The digest of its text as it was seen last.
    pub digest: Option<String>,
    /// The first day that its text was seen.
    pub first_on: Option<Date>,
    /// The last day that its text was seen to be another.
    pub changed_on: Option<Date>,
}

/// How a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its text changed within its days.
    Fresh,
    /// Its text has not changed for so many days more than it may.
    Stale(i64),
    /// It was seen, but not for long enough to say.
    Watched,
    /// It could not be looked at.
    Unknown(Trouble),
    /// It has not been looked at for some days, so that it may have changed.
    Unwatched,
    /// It was never looked at.
    Unseen,
}

impl Standing {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Stale(_) => "stale",
            Self::Watched => "watched",
            Self::Unknown(_) => "unknown",
            Self::Unwatched => "unwatched",
            Self::Unseen => "unseen",
        }
    }
}

impl Section {
    /// How it stands on a day.
    pub fn standing(&self, today: Date) -> Standing {
        let seen = &self.seen;
        let Some((_, looked_on)) = seen.looked else { return Standing::Unseen };
        if let Some(trouble) = seen.trouble {
            return Standing::Unknown(trouble);
        }
        let Some(since) = seen.changed_on.or(seen.first_on) else { return Standing::Unseen };
        let age = since.until(today).map_or(0, |span| i64::from(span.get_days()));
        let yesterday = today.saturating_sub(1.day());
        match (age > self.days, seen.changed_on) {
            (true, _) if looked_on < yesterday => Standing::Unwatched,
            (true, _) => Standing::Stale(age - self.days),
            (false, Some(_)) => Standing::Fresh,
            (false, None) => Standing::Watched,
        }
    }
}

impl Seen {
    /// What is known once it was looked at again.
    fn after(&self, look: &Look, now: Timestamp, today: Date) -> Self {
        let next = Self { looked: Some((now, today)), status: look.status, ..self.clone() };
        match (&look.text, &self.digest) {
            (Err(trouble), _) => Self { trouble: Some(*trouble), ..next },
            (Ok(digest), None) => {
                Self { trouble: None, digest: Some(digest.clone()), first_on: Some(today), ..next }
            }
            (Ok(digest), Some(before)) if digest == before => Self { trouble: None, ..next },
            (Ok(digest), Some(_)) => {
                Self { trouble: None, digest: Some(digest.clone()), changed_on: Some(today), ..next }
            }
        }
    }
}

/// Every section, by name.
///
/// # Errors
/// [`Refusal::Forbidden`] for who may not read them.
pub async fn sections(desk: &Desk) -> Result<Vec<Section>, Refusal> {
    desk.may(&READ, Relation::Other)?;
    let mut sections = table::all(&mut desk.read().await?).await?;
    sections.sort_by(|a, b| places::name::order(&a.name, &b.name));
    Ok(sections)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn section(seen: Seen) -> Section {
        let (name, address) = ("Tin".into(), "https://x.gov.vn".into());
        Section { id: 1, name, address, agency: "BL".into(), ground: "NĐ".into(), days: 7, seen }
    }

    fn look(text: Result<&str, Trouble>) -> Look {
        Look { status: Some(200), text: text.map(str::to_owned) }
    }

    #[test]
    fn what_is_not_known_is_never_fresh() {
        let day = |d| date(2025, 5, d);
        assert_eq!(section(Seen::default()).standing(day(1)), Standing::Unseen);
        let first = Seen::default().after(&look(Ok("a")), NOW, day(1));
        assert_eq!(section(first.clone()).standing(day(1)), Standing::Watched, "nobody saw it change");
        let again = first.after(&look(Ok("a")), NOW, day(9));
        assert_eq!(section(again.clone()).standing(day(8)), Standing::Watched);
        assert_eq!(section(again.clone()).standing(day(9)), Standing::Stale(1));
        assert_eq!(
            section(again.clone()).standing(day(11)),
            Standing::Unwatched,
            "it may have changed since"
        );
        let down = again.after(&look(Err(Trouble::Slow)), NOW, day(10));
        assert_eq!(section(down.clone()).standing(day(10)), Standing::Unknown(Trouble::Slow));
        let changed = down.after(&look(Ok("b")), NOW, day(11));
        assert_eq!((changed.changed_on, changed.first_on), (Some(day(11)), Some(day(1))));
        assert_eq!(section(changed.clone()).standing(day(18)), Standing::Fresh);
        assert_eq!(section(changed).standing(day(19)), Standing::Unwatched);
    }

    #[test]
    fn a_page_that_comes_back_as_it_was_has_not_changed() {
        let day = |d| date(2025, 5, d);
        let first = Seen::default().after(&look(Ok("a")), NOW, day(1));
        let back = first.after(&look(Err(Trouble::Status)), NOW, day(2)).after(&look(Ok("a")), NOW, day(3));
        assert_eq!((back.changed_on, back.trouble), (None, None));
    }

    #[test]
    fn each_trouble_reads_as_itself() {
        assert!(Trouble::ALL.into_iter().all(|it| Trouble::read(it.as_str()) == it));
        assert_eq!(Trouble::read("?"), Trouble::Unreachable);
    }
}
