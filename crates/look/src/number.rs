//! Numbers as each language writes them: 19.000,50 in Vietnamese, 19,000.50 in English.
//!
//! A minus is U+2212, as long as the plus; what rounds to nothing has no sign.

use crate::Lang;

/// A score with the two decimals that the index itself prints.
pub fn score(lang: Lang, value: f64) -> String {
    decimals(lang, value, 2)
}

/// A change of a score: two decimals, always with its sign unless it rounds to nothing.
pub fn signed(lang: Lang, change: f64) -> String {
    plus(decimals(lang, change, 2), rounds_above_zero(change, 2))
}

/// A count, grouped by thousands.
pub fn whole(lang: Lang, count: i64) -> String {
    let digits = group(lang, &count.unsigned_abs().to_string());
    if count < 0 { format!("{MINUS}{digits}") } else { digits }
}

/// A change of a count, with its sign unless nothing changed.
pub fn signed_whole(lang: Lang, change: i64) -> String {
    plus(whole(lang, change), change > 0)
}

/// A number rounded to so many decimals.
pub fn decimals(lang: Lang, value: f64, places: usize) -> String {
    let plain = format!("{:.places$}", value.abs());
    let (integer, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    if value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push(MINUS);
    }
    text.push_str(&group(lang, integer));
    if !fraction.is_empty() {
        text.push_str(lang.pick(",", "."));
        text.push_str(fraction);
    }
    text
}

/// A share of one in per cent, 0.8512 as 85,12%. Neither language puts a space before the sign.
pub fn percent(lang: Lang, share: f64, places: usize) -> String {
    decimals(lang, share * 100.0, places) + "%"
}

/// A number as a person types it in a language: grouped or not, with the language's decimal mark. A full stop that
/// cannot be grouping is taken as a decimal mark too, since telephones offer no other. None when it is no number.
pub fn read(lang: Lang, typed: &str) -> Option<f64> {
    let (grouping, decimal) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let bare: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.replace(MINUS, "-");
    let (sign, bare) = bare.strip_prefix('-').map_or(("", bare.as_str()), |rest| ("-", rest));
    let (whole, fraction) = match bare.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None if grouping == '.' && !is_grouped(bare, grouping) => {
            bare.split_once('.').map_or((bare, None), |(whole, fraction)| (whole, Some(fraction)))
        }
        None => (bare, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = if is_grouped(whole, grouping) { whole.replace(grouping, "") } else { whole.to_owned() };
    if !is_digits(&plain) || !fraction.is_none_or(is_digits) {
        return None;
    }
    format!("{sign}{plain}.{}", fraction.unwrap_or("0")).parse().ok()
}

/// Whether the digits are grouped by thousands: `1.500`, not `0.125` and not `12.5`.
fn is_grouped(digits: &str, mark: char) -> bool {
    let mut groups = digits.split(mark);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.peek().is_some()
        && rest.all(|group| group.len() == 3)
}

/// A number with the decimals that it has, at most six: `1.500,5`.
pub fn plain(lang: Lang, value: f64) -> String {
    let text = decimals(lang, value, 6);
    text.trim_end_matches('0').trim_end_matches(lang.pick(",", ".")).to_owned()
}

const MINUS: char = '\u{2212}';

fn plus(text: String, positive: bool) -> String {
    if positive { format!("+{text}") } else { text }
}

fn rounds_above_zero(value: f64, places: usize) -> bool {
    value > 0.0 && decimals(Lang::En, value, places) != decimals(Lang::En, 0.0, places)
}

fn group(lang: Lang, digits: &str) -> String {
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push_str(lang.pick(".", ","));
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn scores_have_two_decimals_and_the_mark_of_the_language() {
        assert_eq!(score(Lang::Vi, 44.1004), "44,10");
        assert_eq!(score(Lang::En, 44.1004), "44.10");
    }

    #[test]
    fn changes_carry_their_sign_unless_they_round_to_nothing() {
        assert_eq!(signed(Lang::Vi, 1.03), "+1,03");
        assert_eq!(signed(Lang::Vi, -1.478), "\u{2212}1,48");
        assert_eq!(signed(Lang::Vi, -0.004), "0,00");
        assert_eq!(signed(Lang::En, 0.004), "0.00");
        assert_eq!(signed_whole(Lang::En, -16), "\u{2212}16");
        assert_eq!(signed_whole(Lang::En, 5), "+5");
        assert_eq!(signed_whole(Lang::En, 0), "0");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(whole(Lang::Vi, 19_000), "19.000");
        assert_eq!(whole(Lang::En, 19_000), "19,000");
        assert_eq!(whole(Lang::En, 999), "999");
        assert_eq!(whole(Lang::Vi, -1_234_567), "\u{2212}1.234.567");
        assert_eq!(decimals(Lang::Vi, 96_208_984.5, 1), "96.208.984,5");
    }

    #[test]
    fn a_typed_number_is_read_as_the_language_writes_it() {
        for (typed, value) in [
            ("85", 85.0),
            ("85,5", 85.5),
            ("85.5", 85.5),
            ("1.500", 1500.0),
            ("1.234.567,25", 1_234_567.25),
            ("0.125", 0.125),
            (" 1 500 ", 1500.0),
            ("\u{2212}3,5", -3.5),
            ("-3", -3.0),
        ] {
            assert_eq!(read(Lang::Vi, typed), Some(value), "{typed}");
        }
        assert_eq!(read(Lang::En, "1,500.5"), Some(1500.5));
        for nonsense in
            ["", "-", "85%", "nhiều", "1,2,3", "1.2.3", "1e9", "NaN", "inf", ",5", "5,", "12.50.000"]
        {
            assert_eq!(read(Lang::Vi, nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_value_is_written_with_the_decimals_that_it_has() {
        assert_eq!(plain(Lang::Vi, 1500.5), "1.500,5");
        assert_eq!(plain(Lang::Vi, 60.0), "60");
        assert_eq!(plain(Lang::En, 0.125), "0.125");
    }

    #[test]
    fn shares_are_told_in_per_cent() {
        assert_eq!(percent(Lang::Vi, 0.851, 2), "85,10%");
        assert_eq!(percent(Lang::En, 1.0, 0), "100%");
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_read_back(count in any::<i64>(), value in -1e9..1e9) {
            let plain = |text: String| text.replace(',', "").replace(MINUS, "-");
            prop_assert_eq!(plain(whole(Lang::En, count)).parse(), Ok(count));
            let read: f64 = plain(decimals(Lang::En, value, 3)).parse().unwrap();
            prop_assert!((read - value).abs() <= 0.000_501);
        }

        #[test]
        fn what_is_written_plainly_is_read_as_typed(thousandths in -1_000_000_000_i64..1_000_000_000) {
            let value = thousandths as f64 / 1000.0;
            for lang in Lang::ALL {
                prop_assert_eq!(read(lang, &plain(lang, value)), Some(value));
            }
        }

        #[test]
        fn the_languages_differ_in_their_marks_alone(value in -1e9..1e9) {
            let swapped: String = score(Lang::En, value)
                .chars()
                .map(|c| match c { ',' => '.', '.' => ',', other => other })
                .collect();
            prop_assert_eq!(score(Lang::Vi, value), swapped);
        }
    }
}
