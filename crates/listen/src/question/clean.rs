//! What people write, made clean: nothing hidden, nothing that names a person by number, no address that commands.

mod number;

pub use number::landlines;

use self::number::{fits_mobile, has_mobile};
use places::name::hides;
pub(crate) use places::name::tidy;
use unicode_normalization::UnicodeNormalization;

use super::Refusal;

/// The shortest text of a question, in characters.
pub const WORDS_MIN: usize = 10;
/// The longest, and the longest answer.
pub const WORDS_MAX: usize = 3000;
/// The longest address of electronic mail.
const MAIL_MAX: usize = 120;
/// The longest telephone number, as it is written.
const TELEPHONE_MAX: usize = 30;

/// A text that is needed, clean.
pub(super) fn words(written: &str) -> Result<String, Refusal> {
    let words = tidy(written);
    match words.chars().count() {
        0 => Err(Refusal::NoWords),
        length if length > WORDS_MAX => Err(Refusal::TooLong),
        _ if has_identity_number(&words) => Err(Refusal::IdentityNumber),
        _ => Ok(words),
    }
}

/// Whether a number of a citizen seems to be in a text: 9 digits in a row (CMND) or 12 (CCCD), or 12 that begin with 0
/// and are written in groups. In whatever digits, and with whatever nobody sees between them.
pub fn has_identity_number(text: &str) -> bool {
    let plain: Vec<char> = text.nfkc().filter(|c| !hides(*c)).map(ascii).collect();
    let runs = runs(&plain, |_| false);
    let groups = runs_grouped(&plain);
    runs.iter().any(|run| matches!(run.len(), 9 | 12))
        || groups.iter().any(|run| run.len() == 12 && run.starts_with('0'))
}

/// Whether a mobile number stands in a code, in one piece.
pub(crate) fn holds_mobile(code: &str) -> bool {
    has_run(code, |run| fits_mobile(run, run.len(), false))
}

/// Whether a run of digits in a text is of a kind.
pub(crate) fn has_run(text: &str, is: impl Fn(&str) -> bool) -> bool {
    let plain: Vec<char> = text.nfkc().filter(|c| !hides(*c)).map(ascii).collect();
    runs(&plain, |_| false).iter().any(|run| is(run))
}

/// What an asker wrote, clean: how to reach them has a field of its own, which is sealed.
pub(super) fn asked(written: &str) -> Result<String, Refusal> {
    let words = words(written)?;
    if is_reachable(&words) { Err(Refusal::Reachable) } else { Ok(words) }
}

/// Whether something by which a person can be reached or known is in a text that is to be public.
pub(crate) fn is_personal(text: &str) -> bool {
    has_identity_number(text) || is_reachable(text)
}

/// Whether a mobile number or an address of electronic mail is in a text.
fn is_reachable(text: &str) -> bool {
    let plain: Vec<char> = text.nfkc().filter(|c| !hides(*c)).map(ascii).collect();
    has_mail(&plain) || has_mobile(&plain)
}

/// Whether an address of electronic mail is in a text, also where spaces stand around its sign.
fn has_mail(plain: &[char]) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let near = |part: &mut dyn Iterator<Item = &char>| -> Vec<char> {
        part.copied().skip_while(|c| *c == ' ').take_while(|c| is_part(*c)).collect()
    };
    let signs = plain.iter().enumerate().filter(|(_, c)| **c == '@');
    signs.map(|(at, _)| at).any(|at| {
        let (name, host) = (near(&mut plain[..at].iter().rev()), near(&mut plain[at + 1..].iter()));
        let host: String = host.into_iter().collect();
        let host = host.trim_matches('.');
        name.iter().any(|c| c.is_alphanumeric())
            && host.contains('.')
            && host
                .rsplit('.')
                .next()
                .is_some_and(|end| end.len() > 1 && end.chars().all(char::is_alphabetic))
    })
}

/// Digits of other scripts as our own.
fn ascii(c: char) -> char {
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

/// Runs of digits in groups, with one space, dot or hyphen between them.
fn runs_grouped(text: &[char]) -> Vec<String> {
    runs(text, |c| matches!(c, ' ' | '.' | '-'))
}

/// The digits of a telephone number of this country, from 0, or of another, from +. None where it is no such number.
pub(super) fn telephone(written: &str) -> Option<String> {
    let plain: String = written.nfkc().filter(|c| !hides(*c)).map(ascii).collect();
    let plain = plain.trim_matches(' ');
    let (is_abroad, rest) = match plain.trim_start_matches('(').strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, plain),
    };
    let joins = |c: char| matches!(c, ' ' | '.' | '-' | '/' | '(' | ')');
    if rest.len() > TELEPHONE_MAX || !rest.chars().all(|c| c.is_ascii_digit() || joins(c)) {
        return None;
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let home = match digits.strip_prefix("84") {
        Some(rest) if is_abroad || matches!(digits.len(), 11 | 12) => {
            format!("0{}", rest.trim_start_matches('0'))
        }
        _ if is_abroad => return matches!(digits.len(), 8..=15).then(|| format!("+{digits}")),
        _ => digits,
    };
    let fits = matches!(home.len(), 10 | 11) && home.starts_with('0') && !home.starts_with("00");
    fits.then_some(home)
}

/// An address of electronic mail, of the plain kind alone: no quotes, no comments, nothing that a header could be made
/// of. None where it is no such address.
pub(super) fn mail(written: &str) -> Option<String> {
    let mail = written.trim_matches(' ');
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let fits = |(name, host): (&str, &str)| {
        !name.is_empty() && name.chars().all(is_name) && host.contains('.') && host.split('.').all(is_label)
    };
    let fits = mail.len() <= MAIL_MAX && mail.split_once('@').is_some_and(fits);
    fits.then(|| mail.to_owned())
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
    fn an_address_that_commands_is_none() {
        assert_eq!(mail(" lan.nguyen+1@mail.example.vn ").as_deref(), Some("lan.nguyen+1@mail.example.vn"));
        for tricks in [
            "lan@x.vn\r\nBcc: tat-ca@x.vn",
            "lan@x.vn\n",
            "lan@x.vn,mai@x.vn",
            "Lan <lan@x.vn>",
            "\"a b\"@x.vn",
            "lan@x",
            "lan@@x.vn",
            "@x.vn",
            "lan@x..vn",
            "lan@x.vn?subject=x",
            "lan%0d%0aBcc:x@x.vn",
            "lаn@x.vn",
            "",
        ] {
            assert_eq!(mail(tricks), None, "{tricks:?}");
        }
        assert_eq!(mail(&format!("{}@x.vn", "a".repeat(200))), None);
    }

    #[test]
    fn a_telephone_number_is_read_as_it_is_dialled_at_home() {
        for written in [
            "0912345678",
            " 0912 345 678",
            "+84 912.345.678",
            "84912345678",
            "(+84) 0912-345-678",
            "0912/345/678",
        ] {
            assert_eq!(telephone(written).as_deref(), Some("0912345678"), "{written}");
        }
        assert_eq!(telephone("0291 3822123").as_deref(), Some("02913822123"));
        assert_eq!(telephone("+1 415 555 0100").as_deref(), Some("+14155550100"));
        for none in [
            "",
            "12345",
            "095123456789",
            "385123456",
            "0912345678 gặp Lan",
            "0912345678\n",
            "+",
            "0912,345,678",
            "00849123456",
        ] {
            assert_eq!(telephone(none), None, "{none}");
        }
    }

    #[test]
    fn what_nobody_sees_goes_and_lines_stay() {
        assert_eq!(tidy("  a\u{202E}b \t c\r\n\r\n\r\n\nd\u{200B} "), "a b c\n\nd".replace("a b", "ab"));
        assert_eq!(tidy("\u{FEFF}\n\n x"), "x");
        assert_eq!(tidy("Hoa\u{300}"), "Hoà");
    }

    proptest! {
        #[test]
        fn tidying_twice_changes_nothing_more(written in any::<String>()) {
            let once = tidy(&written);
            prop_assert_eq!(tidy(&once), once.clone());
            prop_assert!(!once.chars().any(hides));
        }

        #[test]
        fn whatever_stands_around_twelve_digits_they_are_found(before in "[^0-9\u{300}-\u{36F}]{0,10}[a-z] ", digits in "[0-9]{12}", after in " [a-z]{0,10}") {
            let text = format!("{before}{digits}{after}");
            prop_assert!(has_identity_number(&text));
        }

        #[test]
        fn no_address_carries_a_line_or_a_second_receiver(written in any::<String>()) {
            if let Some(mail) = mail(&written) {
                prop_assert!(mail.matches('@').count() == 1 && !mail.contains([',', ';', '<', '\r', '\n', ' ']));
            }
        }

        #[test]
        fn however_a_mobile_number_is_parted_it_is_found_and_read(digits in "0[35789][0-9]{8}", parts in prop::collection::vec("[ .-]?", 9)) {
            let parted: String = digits.chars().enumerate()
                .map(|(at, c)| format!("{}{c}", if at == 0 { "" } else { parts[at - 1].as_str() })).collect();
            prop_assert!(is_personal(&format!("gọi {parted} nhé")), "{}", parted);
            prop_assert_eq!(telephone(&parted), Some(digits));
        }
    }
}
