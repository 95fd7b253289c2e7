//! A post: duties at an agency, with the role that they are trusted with.
//!
//! People hold a post from a day to a day, one at a time; a deputy sits beside the holder for a while. What is
//! open belongs to the post's agency and never moves with people; what was done keeps who did it.

mod appoint;
mod carry;
mod close;
mod deputise;
mod did;
mod hand_over;
mod open;
mod refusal;
mod settle;
mod show;
pub(crate) mod table;

use jiff::civil::Date;

use crate::Role;

pub(crate) use appoint::appoint_in;
pub use appoint::{APPOINT, appoint};
pub use carry::{CARRY, Carried, carry};
pub use close::{CLOSE, close};
pub use deputise::{DEPUTISE, RECALL, deputise, recall};
pub use hand_over::{HAND_OVER, Handover, hand_over};
pub(crate) use open::open_in;
pub use open::{Named, OPEN, open};
pub use refusal::Refusal;
pub use settle::{SETTLE, settle, undecided};
pub use show::{Filter, Held, READ, list, show};

/// A post as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its lasting code: `bl-snv.chuyen-vien`.
    pub code: String,
    /// What it is called: `Chuyên viên`.
    pub name: String,
    /// The code of its agency.
    pub agency: String,
    /// What it is trusted with.
    pub role: Role,
    /// The first day.
    pub began: Date,
    /// The last day; none while nothing is known of its end.
    pub ended: Option<Date>,
}

impl Post {
    /// Whether it is open on a day.
    pub fn is_open(&self, day: Date) -> bool {
        Span(self.began, self.ended).holds(day)
    }
}

/// Who holds a post from when to when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// Its number.
    pub id: i64,
    /// The code of the post.
    pub post: String,
    /// The number of the person.
    pub person: i64,
    /// Their account.
    pub account: String,
    /// Their name.
    pub name: String,
    /// Whether they only stand in for the holder.
    pub deputy: bool,
    /// The first day.
    pub began: Date,
    /// The last day; none while nothing is known of its end.
    pub ended: Option<Date>,
}

impl Holding {
    /// Whether it is held on a day.
    pub fn is_held(&self, day: Date) -> bool {
        self.span().holds(day)
    }

    pub(crate) fn span(&self) -> Span {
        Span(self.began, self.ended)
    }
}

/// Days from a first to a last one, both taken in; without a last one it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span(pub(crate) Date, pub(crate) Option<Date>);

impl Span {
    pub(crate) fn holds(self, day: Date) -> bool {
        self.0 <= day && self.1.is_none_or(|last| day <= last)
    }

    fn meets(self, other: Self) -> bool {
        self.1.is_none_or(|last| other.0 <= last) && other.1.is_none_or(|last| self.0 <= last)
    }

    fn is_within(self, other: Self) -> bool {
        other.holds(self.0) && self.1.map_or(other.1.is_none(), |last| other.holds(last))
    }
}

/// The code that an agency's code and a name make: `bl-snv.chuyen-vien`.
fn code_of(agency: &str, name: &str) -> String {
    format!("{}.{}", slug(agency), slug(name))
}

/// Letters and digits without marks, everything else as single hyphens.
pub(crate) fn slug(text: &str) -> String {
    let folded = places::name::fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_code_is_made_of_agency_and_name() {
        assert_eq!(code_of("BL-SNV", "Chuyên viên"), "bl-snv.chuyen-vien");
        assert_eq!(code_of("BL-X-P2", "Phó Chủ tịch (thường trực)"), "bl-x-p2.pho-chu-tich-thuong-truc");
        assert_eq!(code_of("BL-SNV", "Đội trưởng/Tổ trưởng"), "bl-snv.doi-truong-to-truong");
    }

    #[test]
    fn spans_meet_on_a_common_day_only() {
        let (a, b, c) = (date(2025, 1, 1), date(2025, 1, 31), date(2025, 2, 1));
        assert!(Span(a, Some(b)).meets(Span(b, None)));
        assert!(!Span(a, Some(b)).meets(Span(c, None)));
        assert!(Span(a, None).meets(Span(c, Some(c))));
        assert!(!Span(c, None).meets(Span(a, Some(b))));
    }

    #[test]
    fn what_goes_on_does_not_fit_into_what_ends() {
        let (a, b) = (date(2025, 1, 1), date(2025, 1, 31));
        assert!(Span(a, Some(b)).is_within(Span(a, None)));
        assert!(Span(a, None).is_within(Span(a, None)));
        assert!(!Span(a, None).is_within(Span(a, Some(b))));
    }
}
