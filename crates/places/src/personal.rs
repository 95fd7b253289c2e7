//! What names or reaches a person: numbers of citizens, telephone numbers, addresses of electronic mail, however they are
//! written. What is to be public, or stays in the audit trail, holds none.

mod citizen;
mod number;

use unicode_normalization::UnicodeNormalization;

use self::citizen::identity_number;
pub use self::number::landlines;
use self::number::{fits_mobile, mobile};
use crate::name::hides;

/// Whether a number of a citizen seems to be in a text: 9 digits in a row (CMND) or 12 (CCCD), or as many in groups, 9 only behind
/// a word that says what they are. In whatever digits, and with whatever nobody sees between them.
pub fn has_identity_number(text: &str) -> bool {
    identity_number(&plain(text)).is_some()
}

/// Whether a mobile number stands in a code, in one piece.
pub fn holds_mobile(code: &str) -> bool {
    has_run(code, |run| fits_mobile(run, run.len(), false))
}

/// Whether a run of digits in a text is of a kind.
pub fn has_run(text: &str, is: impl Fn(&str) -> bool) -> bool {
    runs(&plain(text), |_| false).iter().any(|run| is(run))
}

/// Whether something by which a person can be reached or known is in a text that is to be public.
pub fn is_personal(text: &str) -> bool {
    personal(text).is_some()
}

/// Whether a mobile number or an address of electronic mail is in a text.
pub fn is_reachable(text: &str) -> bool {
    let plain = plain(text);
    mail(&plain).is_some() || mobile(&plain).is_some()
}

/// The first thing in a text by which a person can be reached or known: a number of a citizen, an address, a mobile number.
pub fn personal(text: &str) -> Option<String> {
    let plain = plain(text);
    identity_number(&plain).or_else(|| mail(&plain)).or_else(|| mobile(&plain))
}

/// A text without what nobody sees, with our digits, one dash for all and one space.
fn plain(text: &str) -> Vec<char> {
    text.nfkc().filter(|c| !hides(*c)).map(ascii).map(sign).collect()
}

fn sign(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{FE58}' => '-',
        '\n' => c,
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// An address of electronic mail in a text, also where spaces stand around its sign.
fn mail(plain: &[char]) -> Option<String> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let near = |part: &mut dyn Iterator<Item = &char>| -> Vec<char> {
        part.copied().skip_while(|c| *c == ' ').take_while(|c| is_part(*c)).collect()
    };
    let signs = plain.iter().enumerate().filter(|(_, c)| **c == '@');
    signs.map(|(at, _)| at).find_map(|at| {
        let (name, host) = (near(&mut plain[..at].iter().rev()), near(&mut plain[at + 1..].iter()));
        let host: String = host.into_iter().collect();
        let host = host.trim_matches('.');
        let is_top = |end: &str| end.len() > 1 && end.chars().all(char::is_alphabetic);
        let is_host = host.contains('.') && host.rsplit('.').next().is_some_and(is_top);
        let name: String = name.into_iter().rev().collect();
        (is_host && name.chars().any(char::is_alphanumeric)).then(|| format!("{name}@{host}"))
    })
}

/// Digits of other scripts as our own.
pub fn ascii(c: char) -> char {
    // Every block of decimal digits in Unicode begins with its zero, and these are those in use.
    const ZEROS: [char; 12] = [
        '\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{E50}', '\u{ED0}', '\u{1040}', '\u{17E0}', '\u{1810}',
        '\u{A9D0}', '\u{AA50}', '\u{FF10}',
    ];
    let digit = |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10);
    ZEROS.iter().find_map(digit).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

fn runs(text: &[char], joins: impl Fn(char) -> bool) -> Vec<String> {
    let (mut runs, mut run, mut gap) = (Vec::new(), String::new(), 0);
    for &c in text {
        if c.is_ascii_digit() {
            run.push(c);
            gap = 0;
        } else if !run.is_empty() && joins(c) && gap == 0 {
            gap = 1;
        } else {
            runs.push(std::mem::take(&mut run));
            gap = 0;
        }
    }
    runs.push(run);
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_of_citizens_are_found_however_they_are_written() {
        for text in [
            "CCCD 095123456789 nhé",
            "cmnd:385123456",
            "số 095 123 456 789.",
            "095-123-456-789",
            "０９５１２３４５６７８９",
            "0951\u{200B}23456789",
            "٠٩٥١٢٣٤٥٦٧٨٩",
        ] {
            assert!(has_identity_number(text), "{text}");
        }
    }

    #[test]
    fn telephones_money_and_days_are_no_such_numbers() {
        for text in [
            "gọi 0912345678",
            "0291 3822 123",
            "hết 100.000.000 đồng",
            "1.200.000.000.000 đồng",
            "ngày 20/5/2025, thửa 123, tờ 45",
            "12345678 và 1234567890",
            "QĐ 12345/QĐ-UBND",
        ] {
            assert!(!has_identity_number(text), "{text}");
        }
    }

    #[test]
    fn what_reaches_a_person_is_personal_and_a_hotline_of_an_office_is_not() {
        for text in [
            "gọi 0912.345.678",
            "thư lan@x.vn",
            "cccd 095123456789",
            "+84 912 345 678",
            "+84912345678.",
            "(+84) 912-345-678",
            "số 84912345678",
            "0912/345/678",
            "0912, 345, 678",
            "09 12 34 56 78",
            "Gọi tôi số 0912 345 678",
            "zalo:0912345678",
            "０９１２３４５６７８",
            "lan @ x.vn",
            "0912\u{2011}345\u{2011}678",
            "0912_345_678",
            "0912–345–678",
            "(lan@x.vn).",
            "lan＠x.vn",
        ] {
            assert!(is_personal(text), "{text}");
        }
        for text in [
            "đường dây nóng 0291 3822123",
            "lúc 8 giờ @ trụ sở.",
            "gạo giá @ 12.500 đồng",
            "thửa 1.234",
            "ngày 03/05/2025, 08 giờ 15",
            "tăng 0,35, 0,47, 0,521 điểm",
            "84.000.000 đồng",
        ] {
            assert!(!is_personal(text), "{text}");
        }
    }

    #[test]
    fn what_is_found_is_told_as_it_is_read() {
        for (text, told) in [
            ("Nguyễn Văn A, CCCD 095123456789, hộ nghèo", "095123456789"),
            ("số 095 123 456 789", "095123456789"),
            ("thư lan @ x.vn.", "lan@x.vn"),
            ("gọi 0912.345.678 nhé", "0912.345.678"),
        ] {
            assert_eq!(personal(text).as_deref(), Some(told), "{text}");
        }
        assert_eq!(personal("Quyết định 12/QĐ-UBND, 100.000.000 đồng, gọi 0291 3822 123"), None);
    }

    proptest! {
        #[test]
        fn whatever_stands_around_twelve_digits_they_are_found(before in "[^0-9\u{300}-\u{36F}]{0,10}[a-z] ", digits in "[0-9]{12}", after in " [a-z]{0,10}") {
            let text = format!("{before}{digits}{after}");
            prop_assert!(has_identity_number(&text));
        }
    }
}
