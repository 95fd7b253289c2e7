//! Telephone numbers in a text, however they are parted.

use super::plain;

/// The first mobile number in a text, as it is written: ten digits from 0, or eleven from 84, whole or in groups.
pub(super) fn mobile(plain: &[char]) -> Option<String> {
    let at = |at| number_at(plain, at, fits_mobile).map(|end| plain[at..end].iter().collect());
    (0..plain.len()).find_map(at)
}

/// The landline numbers in a text, as they are written: eleven digits from 02, or twelve from 842. Most belong to offices, which
/// people name rightly; whether these do, only a person can tell.
pub fn landlines(text: &str) -> Vec<String> {
    let plain = plain(text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < plain.len() {
        match number_at(&plain, at, fits_landline) {
            Some(end) => {
                found.push(plain[at..end].iter().collect());
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Where a number that begins at a place of a text ends. Commas and slashes part days and amounts too, so that they join groups
/// only where the first is long enough for neither.
fn number_at(text: &[char], start: usize, fits: impl Fn(&str, usize, bool) -> bool) -> Option<usize> {
    if !text[start].is_ascii_digit() || (start > 0 && text[start - 1].is_ascii_digit()) {
        return None;
    }
    let (mut digits, mut first, mut is_wide, mut gap) = (String::new(), 0, false, 0);
    for (at, &c) in text.iter().enumerate().skip(start) {
        if c.is_ascii_digit() {
            is_wide |= gap > 1;
            gap = 0;
            digits.push(c);
            let ends = text.get(at + 1).is_none_or(|next| !next.is_ascii_digit());
            if first == 0 && ends {
                first = digits.len();
            }
            if ends && fits(&digits, first, is_wide) {
                return Some(at + 1);
            }
        } else if matches!(c, ' ' | '.' | '-' | '_' | '/' | ',' | '(' | ')') && gap < 2 && digits.len() < 12 {
            is_wide |= matches!(c, '/' | ',');
            gap += 1;
        } else {
            return None;
        }
    }
    None
}

pub(super) fn fits_mobile(digits: &str, first: usize, is_wide: bool) -> bool {
    let of = |rest: &str, length| rest.len() == length && rest.starts_with(['3', '5', '7', '8', '9']);
    let home = digits.strip_prefix('0').is_some_and(|rest| of(rest, 9)) && (!is_wide || first >= 3);
    home || digits.strip_prefix("84").is_some_and(|rest| of(rest, 9) && matches!(first, 2 | 5 | 11))
}

/// A landline number has an area of two or three digits, the first of which is 2, and eleven digits in all (Thông tư 22/2014/TT-BTTTT).
fn fits_landline(digits: &str, first: usize, is_wide: bool) -> bool {
    let of = |rest: &str| rest.len() == 10 && rest.starts_with('2');
    let home = digits.strip_prefix('0').is_some_and(of) && (!is_wide || first >= 3);
    home || digits.strip_prefix("84").is_some_and(|rest| of(rest) && matches!(first, 2 | 4 | 5 | 12))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::is_personal;
    use super::*;

    #[test]
    fn landlines_are_found_as_they_are_written() {
        for (text, found) in [
            ("tôi gọi số 0291 3824 567 không ai nghe", "0291 3824 567"),
            ("0291.3824567", "0291.3824567"),
            ("(0291) 3 824 567.", "0291) 3 824 567"),
            ("+84 291 3824567", "84 291 3824567"),
            ("028 3829 5678", "028 3829 5678"),
            ("０２９１３８２４５６７", "02913824567"),
            ("0291\u{200B}3824567", "02913824567"),
        ] {
            assert_eq!(landlines(text), [found], "{text}");
            assert!(!is_personal(text), "{text}");
        }
        // Twelve digits in a row may be the number of a citizen: that one is turned away before.
        assert_eq!(landlines("+842913824567"), ["842913824567"]);
        assert_eq!(landlines("0291 3824567 hoặc 0291 3822123").len(), 2);
        for none in [
            "0912 345 678",
            "100.000.000 đồng",
            "ngày 02/09/2025, 02 giờ",
            "1022",
            "02 2025 100",
            "thửa 0291",
        ] {
            assert!(landlines(none).is_empty(), "{none}");
        }
    }

    proptest! {
        #[test]
        fn however_a_landline_is_parted_it_is_found(digits in "02[0-9]{9}", parts in prop::collection::vec("[ .-]?", 10)) {
            let parted: String = digits.chars().enumerate()
                .map(|(at, c)| format!("{}{c}", if at == 0 { "" } else { parts[at - 1].as_str() })).collect();
            prop_assert_eq!(landlines(&format!("gọi {parted} nhé")), vec![parted]);
        }
    }
}
