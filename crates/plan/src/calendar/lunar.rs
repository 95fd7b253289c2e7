//! The Vietnamese lunar calendar: on which civil day a lunar one falls.
//!
//! A month begins on the day of the new moon; month 11 is the one that holds the winter solstice; where
//! thirteen months lie between two such months, the first without a major solar term is a leap month. All
//! days are those of UTC+7 (Quyết định 121-CP of 8 August 1967), which is why Tết is at times a day, and in
//! 1985 a month, before the Chinese new year. Holds for 1968–2050, as long as the clock is known well.
//!
//! Own lines and no library: those that we found count at UTC+8 or are kept by nobody.

mod sky;

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The Julian day number of 1 January 2000.
const EPOCH: i64 = 2_451_545;

/// The day of Tết, mùng 1 of the first month.
pub fn new_year(year: i16) -> Date {
    day(year, 1, 1)
}

/// The civil day of a lunar one; `month` 1–10 and never a leap month. Later months end in the next civil
/// year and no holiday needs them.
pub fn day(year: i16, month: u8, day: u8) -> Date {
    let eleventh = eleventh_month(year - 1);
    let place = i64::from(month) + 1;
    let leap = leap_place(eleventh, eleventh_month(year));
    let late = i64::from(leap.is_some_and(|leap| leap <= place));
    civil(first_day(eleventh + place + late) + i64::from(day) - 1)
}

/// The number of the new moon that begins month 11, the one with the winter solstice of the year.
fn eleventh_month(year: i16) -> i64 {
    let end = julian(year, 12, 31);
    let mut k = ((end - EPOCH) as f64 / 29.530_588_861) as i64 + 1;
    while first_day(k) > end {
        k -= 1;
    }
    if term(first_day(k)) >= 9 { k - 1 } else { k }
}

/// How many months after the first month 11 the leap month comes; none in a year of twelve months.
fn leap_place(eleventh: i64, next: i64) -> Option<i64> {
    let terms = |place| term(first_day(eleventh + place));
    (next - eleventh == 13).then(|| (1..13).find(|place| terms(*place) == terms(place + 1))).flatten()
}

/// The day in Viet Nam, as a Julian day number, of new moon `k`.
fn first_day(k: i64) -> i64 {
    (sky::new_moon(k) + 0.5 + 7.0 / 24.0).floor() as i64
}

/// The last major solar term before the day begins in Viet Nam: 0 the spring equinox, 9 the winter solstice.
fn term(day: i64) -> i64 {
    (sky::sun_longitude(day as f64 - 0.5 - 7.0 / 24.0) / 30.0) as i64
}

fn julian(year: i16, month: i8, day: i8) -> i64 {
    let since = date(year, month, day) - date(2000, 1, 1);
    EPOCH + i64::from(since.get_days())
}

fn civil(julian: i64) -> Date {
    date(2000, 1, 1).saturating_add((julian - EPOCH).days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tet_falls_where_viet_nam_kept_it() {
        let kept = [
            date(2021, 2, 12),
            date(2022, 2, 1),
            date(2023, 1, 22),
            date(2024, 2, 10),
            date(2025, 1, 29),
            date(2026, 2, 17),
            date(2027, 2, 6),
        ];
        assert_eq!(kept.map(|day| new_year(day.year())), kept);
    }

    #[test]
    fn tet_differs_from_the_chinese_new_year_when_the_moon_is_new_between_two_midnights() {
        // China: 30 January 1968, 20 February 1985, 18 February 2007, 2030 the day after.
        assert_eq!(new_year(1968), date(1968, 1, 29));
        assert_eq!(new_year(1985), date(1985, 1, 21));
        assert_eq!(new_year(2007), date(2007, 2, 17));
        assert_eq!(new_year(2030), date(2030, 2, 2));
    }

    #[test]
    fn the_hung_kings_are_honoured_on_the_tenth_of_the_third_month() {
        let kept = [
            date(2021, 4, 21),
            date(2022, 4, 10),
            date(2023, 4, 29),
            date(2024, 4, 18),
            date(2025, 4, 7),
            date(2026, 4, 26),
            date(2027, 4, 16),
        ];
        assert_eq!(kept.map(|on| day(on.year(), 3, 10)), kept);
    }

    #[test]
    fn a_leap_month_moves_only_what_comes_after_it() {
        // 2020 had a second fourth month, 2023 a second second, 2025 a second sixth.
        assert_eq!(day(2020, 8, 15), date(2020, 10, 1));
        assert_eq!(day(2023, 2, 1), date(2023, 2, 20));
        assert_eq!(day(2025, 8, 15), date(2025, 10, 6));
    }

    #[test]
    fn tet_is_twelve_or_thirteen_months_after_the_last() {
        for year in 1969..=2050 {
            let days = (new_year(year) - new_year(year - 1)).get_days();
            assert!((353..=355).contains(&days) || (383..=385).contains(&days), "{year}: {days}");
            assert!(new_year(year) >= date(year, 1, 20) && new_year(year) <= date(year, 2, 21), "{year}");
        }
    }
}
