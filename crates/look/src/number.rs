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
        fn the_languages_differ_in_their_marks_alone(value in -1e9..1e9) {
            let swapped: String = score(Lang::En, value)
                .chars()
                .map(|c| match c { ',' => '.', '.' => ',', other => other })
                .collect();
            prop_assert_eq!(score(Lang::Vi, value), swapped);
        }
    }
}
