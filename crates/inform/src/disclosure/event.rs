//! An event: something that happened in a commune and makes duties arise.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::Struck;

/// An event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its number.
    pub id: i64,
    /// The code of its kind.
    pub kind: String,
    /// The code of the commune where it happened.
    pub agency: String,
    /// The day that it happened.
    pub day: Date,
    /// What it was, in the commune's words: `Nghị quyết 05/NQ-HĐND`; of a quarter its code, `2025-Q1`.
    pub words: String,
    /// The key of the form that it came by.
    pub form: String,
    /// The account of who recorded it.
    pub recorded_by: String,
    /// The day of recording.
    pub recorded_on: Date,
    /// That it was recorded by mistake, where it was.
    pub withdrawn: Option<Struck>,
}

/// The last day of the quarter that ended last before a day.
pub(super) fn last_quarter(today: Date) -> Date {
    let first = date(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    first.saturating_sub(1.day())
}

/// The last day of the quarter after the one that ends on a day.
pub(super) fn next_quarter(end: Date) -> Date {
    end.saturating_add(1.day()).saturating_add(3.months()).saturating_sub(1.day())
}

/// The code of the quarter that ends on a day: `2025-Q1`.
pub(super) fn quarter(end: Date) -> String {
    format!("{}-Q{}", end.year(), (end.month() + 2) / 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_end_and_follow_each_other() {
        assert_eq!(last_quarter(date(2025, 5, 20)), date(2025, 3, 31));
        assert_eq!(last_quarter(date(2025, 3, 31)), date(2024, 12, 31));
        assert_eq!(last_quarter(date(2025, 4, 1)), date(2025, 3, 31));
        let ends = [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31)];
        assert!(ends.windows(2).all(|pair| next_quarter(pair[0]) == pair[1]));
        assert_eq!(ends.map(quarter), ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]);
    }
}
