//! The number of a citizen in a text, however its digits are parted.

use super::runs;
use crate::name::fold;

/// What stands before a number of nine digits that is a person's, without marks: alone, nine digits in groups are an amount.
const CUES: [&str; 7] = ["cmnd", "cmt", "cccd", "chung minh", "can cuoc", "so dinh danh", "ma dinh danh"];
/// The most that stands between such a word and the number: "của tôi là số".
const GAP: usize = 24;

/// The digits of a number of a citizen: 9 (CMND) or 12 (CCCD) in a row; 12 in groups that begin with the code of a province; 9 in
/// groups behind a word that says what they are.
pub(super) fn identity_number(plain: &[char]) -> Option<String> {
    let text = zeros(plain);
    let whole = runs(&text, |_| false).into_iter().find(|run| matches!(run.len(), 9 | 12));
    let grouped = || {
        let runs = runs(&without_codes(&text), |c| matches!(c, ' ' | '.' | '-'));
        runs.into_iter().find(|run| is_citizen(run))
    };
    whole.or_else(grouped).or_else(|| (0..text.len()).find_map(|at| parted(&text, at)))
}

/// The letter O for a nought, where nothing but digits stands in a word with it.
fn zeros(plain: &[char]) -> Vec<char> {
    let mut text = plain.to_vec();
    for word in text.chunk_by_mut(|a, b| a.is_alphanumeric() && b.is_alphanumeric()) {
        let is_o = |c: &char| matches!(c, 'o' | 'O');
        let has_digit = word.iter().any(char::is_ascii_digit);
        if has_digit && word.len() > 2 && word.iter().all(|c| is_o(c) || c.is_ascii_digit()) {
            word.iter_mut().filter(|c| is_o(c)).for_each(|c| *c = '0');
        }
    }
    text
}

/// Whether these are digits of a number of today: twelve, of which the first three are the code of a province (Thông tư
/// 59/2021/TT-BCA), 001 to 096.
fn is_citizen(digits: &str) -> bool {
    digits.len() == 12 && ("001"..="096").contains(&&digits[..3])
}

/// The number that begins at a place of a text, in groups with one or two signs between them. A short group at either end is a day,
/// an hour or a count beside a telephone number.
fn parted(text: &[char], start: usize) -> Option<String> {
    let begins = text[start].is_ascii_digit() && (start == 0 || !text[start - 1].is_ascii_digit());
    if !begins || is_glued(text, start) || is_in_amount(text, start) {
        return None;
    }
    let (mut digits, mut first, mut length, mut gap) = (String::new(), 0, 0, 0);
    for (at, &c) in text.iter().enumerate().skip(start) {
        if c.is_ascii_digit() {
            (length, gap) = (if gap > 0 { 1 } else { length + 1 }, 0);
            digits.push(c);
            if text.get(at + 1).is_some_and(char::is_ascii_digit) {
                continue;
            }
            first = if first == 0 { length } else { first };
            let is_whole = first > 2 && length > 2;
            let is_old = digits.len() == 9 && is_called(text, start) && !is_amount(text, at + 1);
            if is_whole && (is_citizen(&digits) || is_old) {
                return Some(digits);
            }
        } else if joins(c) && gap < 2 && digits.len() < 12 {
            gap += 1;
        } else {
            return None;
        }
    }
    None
}

/// What stands between groups of digits.
fn joins(c: char) -> bool {
    matches!(c, ' ' | '\n' | '.' | ',' | '-' | '/' | '\\' | '_' | '(' | ')' | '[' | ']')
}

/// Whether a letter of a code stands right before (H04-250401-0001), and not the word that says what the number is.
fn is_glued(text: &[char], start: usize) -> bool {
    start > 0 && text[start - 1].is_ascii_uppercase() && !is_called(text, start)
}

/// A text without the digits that a letter of a code stands before.
fn without_codes(text: &[char]) -> Vec<char> {
    let mut bare = text.to_vec();
    for start in (0..text.len()).filter(|at| text[*at].is_ascii_digit() && is_glued(text, *at)) {
        bare[start..].iter_mut().take_while(|c| c.is_ascii_digit()).for_each(|c| *c = 'x');
    }
    bare
}

/// Whether an amount began before: 1.079.201.001.234.
fn is_in_amount(text: &[char], start: usize) -> bool {
    let Some(&sign) = start.checked_sub(1).map(|at| &text[at]) else { return false };
    let before = text[..start - 1].iter().rev().take_while(|c| c.is_ascii_digit()).count();
    matches!(sign, '.' | ',' | ' ') && matches!(before, 1..=3) && text.get(start + 3) == Some(&sign)
}

/// Whether an amount goes on or is named behind a place: .000, đồng.
fn is_amount(text: &[char], end: usize) -> bool {
    let rest: String = text[end..].iter().take(16).collect();
    let goes_on =
        rest.strip_prefix(['.', ',']).is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()));
    let next = fold(&rest);
    let unit = next.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    goes_on || matches!(unit, Some("d" | "dong" | "vnd" | "trieu" | "ty"))
}

/// Whether a word stands before that says that a person's number follows.
fn is_called(text: &[char], start: usize) -> bool {
    let before: String =
        text[..start].iter().rev().take(GAP + 12).collect::<Vec<_>>().into_iter().rev().collect();
    let before = fold(&before);
    let near = |cue: &&str| {
        before.rfind(*cue).is_some_and(|at| {
            let between = &before[at + cue.len()..];
            between.chars().count() <= GAP && !between.contains(|c: char| c.is_ascii_digit() || c == ';')
        })
    };
    CUES.iter().any(near)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::has_identity_number;

    #[test]
    fn numbers_are_found_however_they_are_parted() {
        for text in [
            "CMND 385 123 456",
            "CMND số 385.123.456",
            "CMND: 385-123-456, cấp 12/3/2010",
            "chứng minh 385 123 456",
            "Số chứng minh nhân dân của tôi là 385 123 456",
            "079/201/001/234",
            "079,201,001,234",
            "079–201–001–234",
            "CCCD:079—2010—01234",
            "CCCD079 201 001 234",
            "079_201_001_234",
            "079 (201) 001 234",
            "079201\n001234",
            "079 201\r\n001 234",
            "079\u{A0}201\u{202F}001\u{2011}234",
            "O79201001234",
            "o79 2O1 OO1 234",
            "sinh 12/3/1990 079 201 001 234",
            "số căn cước 079. 201. 001. 234",
        ] {
            assert!(has_identity_number(text), "{text}");
        }
    }

    #[test]
    fn amounts_days_ranges_codes_and_places_are_none() {
        for text in [
            "385.123.456 đồng",
            "385 123 456",
            "1.234.567.890.123",
            "1.079.201.001.234 đồng",
            "1,079,201,001,234",
            "lệ phí CCCD cả tỉnh là 385.123.456 đồng",
            "làm chứng minh hết 385.123.456.000đ",
            "từ 001-234 đến 235-500, số 000123-000456",
            "193/KH-UBND, 079/2025/QĐ-UBND, 080/2025/QĐ-UBND",
            "000.00.12.H04-250401-0001",
            "9.294012, 105.727801",
            "01/07/2025 - 30/06/2026, 08 giờ 15",
            "tăng 0,35, 0,47, 0,52, 0,61 điểm",
            "gọi 0291 3822 123, 7 giờ; 028 3829 5678, 12 giờ",
            "CO2, H2O, phòng 012",
        ] {
            assert!(!has_identity_number(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_passes_either_way(groups in prop::collection::vec(0_u32..1000, 0..5), first in 1_u32..1000, sign in "[., ]", unit in "( đồng|đ|)") {
            let rest = groups.iter().map(|group| format!("{sign}{group:03}")).collect::<String>();
            let text = format!("thu {first}{rest}{unit}");
            prop_assert!(!has_identity_number(&text), "{}", text);
        }

        #[test]
        fn a_number_of_today_is_found_in_any_groups(
            province in 1_u32..97, rest in "[0-9]{9}", parts in prop::collection::vec(("[ .,/_–—-]", "[ (]?"), 3),
        ) {
            let signs: Vec<String> = parts.iter().map(|(a, b)| format!("{a}{b}")).collect();
            let text = format!("số {province:03}{}{}{}{}{}{}", signs[0], &rest[..3], signs[1], &rest[3..6], signs[2], &rest[6..]);
            prop_assert!(has_identity_number(&text), "{}", text);
        }
    }
}
