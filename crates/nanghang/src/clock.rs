//! The clock: the one place that reads it. Everything else is handed the day.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned, tz};

/// The instant, and the civil day in Viet Nam, which has kept +07:00 since 1975.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub(crate) fn now() -> (Timestamp, Date) {
    let now = Timestamp::now();
    (now, day(now))
}

/// The instant of another day in Viet Nam at which the clock shows what it shows now.
pub(crate) fn hour_of(day: Date) -> Timestamp {
    let now = in_viet_nam(now().0);
    now.with().date(day).build().map_or(now.timestamp(), |then| then.timestamp())
}

/// The civil day in Viet Nam at an instant.
fn day(instant: Timestamp) -> Date {
    in_viet_nam(instant).date()
}

fn in_viet_nam(instant: Timestamp) -> Zoned {
    instant.to_zoned(TimeZone::fixed(tz::offset(7)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_viet_nam() {
        let at = |text: &str| day(text.parse().expect("an instant")).to_string();
        assert_eq!(at("2025-05-19T16:59:59Z"), "2025-05-19");
        assert_eq!(at("2025-05-19T17:00:00Z"), "2025-05-20");
    }
}
