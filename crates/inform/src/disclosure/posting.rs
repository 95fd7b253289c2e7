//! A posting: what was made public, where, from which day, and what shows it.

mod post;
mod replace;
mod strike;
mod take_down;

use jiff::civil::Date;
use plan::evidence::{Piece, What};

use super::Place;

pub use post::{NewPosting, NewShowing, POST, post};
pub(super) use replace::replace;
pub use replace::with_older;
pub use strike::{STRIKE, strike};
pub use take_down::{TAKE_DOWN, take_down};

/// A posting as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// Its number.
    pub id: i64,
    /// The number of the event.
    pub event: i64,
    /// The code of the duty.
    pub duty: String,
    /// The first day.
    pub first: Date,
    /// Where exactly, in the commune's words; may be empty.
    pub spot: String,
    /// The key of the form that it came by.
    pub form: String,
    /// The account of who recorded it.
    pub recorded_by: String,
    /// The day of recording.
    pub recorded_on: Date,
    /// The places.
    pub showings: Vec<Showing>,
    /// Photos and links.
    pub evidence: Vec<Proof>,
    /// The events of older lines of the duty whose place it takes.
    pub replaces: Vec<i64>,
    /// That it was recorded by mistake, where it was.
    pub struck: Option<Struck>,
}

/// One place of a posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Showing {
    /// The place.
    pub place: Place,
    /// The last day that it hung there, or is to hang.
    pub last: Option<Date>,
    /// The day that a check did not find it.
    pub gone_on: Option<Date>,
    /// Why there is neither photo nor link; may be empty.
    pub unproven: String,
}

/// A photo, a document or a link of a posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Its number.
    pub id: i64,
    /// The place that it shows; none of older postings, where it shows all.
    pub place: Option<Place>,
    /// What it is.
    pub piece: Piece,
}

/// Who struck a posting out, or withdrew an event, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Struck {
    /// The account.
    pub by: String,
    /// The day.
    pub on: Date,
    /// Why it was recorded by mistake.
    pub why: String,
}

impl Posting {
    /// What shows it at a place: what was kept, not what was sent and lost.
    pub fn proofs(&self, place: Place) -> impl Iterator<Item = &Proof> {
        self.evidence.iter().filter(move |proof| proof.shows(place))
    }

    /// Whether it was recorded after the deadline, of an earlier day, with nothing that shows it at a place.
    pub fn is_told_after(&self, place: Place, due: Date) -> bool {
        self.recorded_on > due.max(self.first) && self.proofs(place).next().is_none()
    }

    /// The day from which it counts against a deadline at a place: its first day, but what was told after the deadline and
    /// nothing shows counts from the day of recording.
    pub fn counts_from(&self, place: Place, due: Date) -> Date {
        if self.is_told_after(place, due) { self.recorded_on } else { self.first }
    }

    /// Whether it hangs anywhere, instead of being said aloud everywhere.
    fn hangs(&self) -> bool {
        self.showings.iter().any(|showing| !showing.place.is_spoken())
    }

    /// One of its places.
    pub fn showing(&self, place: Place) -> Option<&Showing> {
        self.showings.iter().find(|showing| showing.place == place)
    }
}

impl Proof {
    /// Whether it is a photo, a document or a link that shows this place.
    pub fn shows(&self, place: Place) -> bool {
        self.place.is_none_or(|own| own == place) && is_kept(&self.piece)
    }
}

/// Whether a piece shows anything: a file that could not be kept does not.
pub(super) fn is_kept(piece: &Piece) -> bool {
    !matches!(piece.what, What::Missing(_))
}

/// The posting that says how it is at a place: the one that began last.
pub(super) fn latest(postings: &[Posting], place: Place) -> Option<(&Posting, &Showing)> {
    let at = |posting| Posting::showing(posting, place).map(|showing| (posting, showing));
    postings.iter().filter_map(at).max_by_key(|(posting, _)| posting.first)
}
