//! A reporting period: from which day to which it tells, and by when it is sent.

use jiff::civil::Date;

use super::Rhythm;

/// A reporting period of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Its code, one of its calendar: `2025-Q1`, `2025-03`.
    pub code: String,
    /// Its rhythm. Half-year and year also stand in for quarters: [`Rhythm::reports_in`].
    pub rhythm: Rhythm,
    /// The first day that it tells of.
    pub first: Date,
    /// The last, on which the data are closed.
    pub last: Date,
    /// The last day for sending, as the calendar states it; where that is no working day,
    /// [`super::Calendar::deadline`] says what follows.
    pub due: Date,
}

impl Period {
    /// Whether its days come in order.
    pub fn is_in_order(&self) -> bool {
        self.first <= self.last && self.last <= self.due
    }

    /// What it says beside its code: two that differ have different marks.
    pub fn mark(&self) -> String {
        format!("{} {} {} {}", self.rhythm.as_str(), self.first, self.last, self.due)
    }
}
