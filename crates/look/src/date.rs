//! Dates as each language writes them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{TimeZone, offset};

use crate::words::{say, say_with};
use crate::{Lang, Value};

/// With the weekday, as above the title of a page. Vietnamese writes days below 10 and the months 1 and 2
/// with a zero, as Decree 30/2020/NĐ-CP has it.
pub fn long(lang: Lang, date: Date) -> String {
    let weekday = say(lang, &format!("weekday-{}", date.weekday().to_monday_one_offset()));
    let (day, month) = match lang {
        Lang::Vi => (two_digits(date.day(), 9), two_digits(date.month(), 2)),
        Lang::En => (date.day().to_string(), month_name(lang, date)),
    };
    say_with(
        lang,
        "date-long",
        &[
            ("weekday", Value::from(weekday)),
            ("day", day.into()),
            ("month", month.into()),
            ("year", date.year().to_string().into()),
        ],
    )
}

/// In a table or a sentence: 20/5/2025, 20 May 2025.
pub fn short(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Vi => format!("{}/{}/{}", date.day(), date.month(), date.year()),
        Lang::En => format!("{} {} {}", date.day(), month_name(lang, date), date.year()),
    }
}

/// An instant as clocks in Viet Nam show it, which have kept UTC+7 since 1975.
pub fn there(at: Timestamp) -> DateTime {
    TimeZone::fixed(offset(7)).to_datetime(at)
}

/// The instant at which clocks in Viet Nam show this.
pub fn instant(there: DateTime) -> Option<Timestamp> {
    TimeZone::fixed(offset(7)).to_timestamp(there).ok()
}

/// With weekday and hour, as above the title of an article.
pub fn moment(lang: Lang, at: Timestamp) -> String {
    let there = there(at);
    say_with(
        lang,
        "date-moment",
        &[
            ("date", long(lang, there.date()).into()),
            ("hour", Value::from(format!("{:02}:{:02}", there.hour(), there.minute()))),
        ],
    )
}

fn month_name(lang: Lang, date: Date) -> String {
    say(lang, &format!("month-{}", date.month()))
}

fn two_digits(number: i8, up_to: i8) -> String {
    if number <= up_to { format!("0{number}") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_long_date_has_its_weekday() {
        assert_eq!(long(Lang::Vi, date(2025, 5, 20)), "Thứ Ba, ngày 20 tháng 5 năm 2025");
        assert_eq!(long(Lang::En, date(2025, 5, 20)), "Tuesday, 20 May 2025");
    }

    #[test]
    fn vietnamese_documents_put_a_zero_before_small_days_and_the_first_two_months() {
        assert_eq!(long(Lang::Vi, date(2026, 2, 1)), "Chủ Nhật, ngày 01 tháng 02 năm 2026");
        assert_eq!(long(Lang::Vi, date(2026, 3, 10)), "Thứ Ba, ngày 10 tháng 3 năm 2026");
        assert_eq!(long(Lang::En, date(2026, 2, 1)), "Sunday, 1 February 2026");
    }

    #[test]
    fn a_short_date_fits_a_table() {
        assert_eq!(short(Lang::Vi, date(2025, 5, 20)), "20/5/2025");
        assert_eq!(short(Lang::En, date(2025, 5, 20)), "20 May 2025");
    }
}
