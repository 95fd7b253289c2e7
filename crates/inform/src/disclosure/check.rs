//! A check: somebody said that something is not where the page says it is, and an official looks.
//!
//! Nothing is kept of who said it: no name, no words, no address.

use jiff::civil::Date;

use super::Place;

/// A check as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Its number.
    pub id: i64,
    /// The number of the event.
    pub event: i64,
    /// The code of the duty.
    pub duty: String,
    /// The place.
    pub place: Place,
    /// The newest posting of the line then: what came later is not what was missed. None of older checks.
    pub posting: Option<i64>,
    /// The day that somebody said it.
    pub opened_on: Date,
    /// What was found; none while nobody has looked.
    pub finding: Option<Finding>,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Whether it is there.
    pub is_there: bool,
    /// The code of the agency that looked.
    pub agency: String,
    /// The account of who looked.
    pub by: String,
    /// The day.
    pub on: Date,
    /// What they say about it; may be empty.
    pub words: String,
}

impl Check {
    /// Whether nobody has looked yet.
    pub fn is_open(&self) -> bool {
        self.finding.is_none()
    }
}
