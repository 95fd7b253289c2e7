//! A posting: what was made public, where, from which day, and what shows it.

use jiff::civil::Date;
use plan::evidence::Piece;

use super::Place;

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
    /// Photos and links, each with its number.
    pub evidence: Vec<(i64, Piece)>,
}

/// One place of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Showing {
    /// The place.
    pub place: Place,
    /// The last day that it hung there, or is to hang.
    pub last: Option<Date>,
    /// The day that a check did not find it.
    pub gone_on: Option<Date>,
}
