//! What people write, made clean: nothing hidden, nothing that names a person by number, no address that commands.

pub(crate) use places::name::tidy;
use places::name::{explains, hides};
pub(crate) use places::personal::is_personal;
use places::personal::{ascii, is_reachable};
pub use places::personal::{has_identity_number, landlines};
use unicode_normalization::UnicodeNormalization;

use super::Refusal;

/// The shortest text of a question, and of an answer, in characters.
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

/// An answer, clean: it says something, as a question does.
pub(super) fn told(written: &str) -> Result<String, Refusal> {
    let told = words(written)?;
    if says_something(&told) { Ok(told) } else { Err(Refusal::ShortAnswer) }
}

/// Whether a text is long enough to say something, and in letters.
pub(super) fn says_something(words: &str) -> bool {
    words.chars().count() >= WORDS_MIN && words.chars().any(char::is_alphabetic)
}

/// A reason that its asker can follow, clean.
pub(super) fn reason(written: &str) -> Result<String, Refusal> {
    let reason = words(written)?;
    if explains(&reason) { Ok(reason) } else { Err(Refusal::NoReason) }
}

/// What an asker wrote, clean: how to reach them has a field of its own, which is sealed.
pub(super) fn asked(written: &str) -> Result<String, Refusal> {
    let words = words(written)?;
    if is_reachable(&words) { Err(Refusal::Reachable) } else { Ok(words) }
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
