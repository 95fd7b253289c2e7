//! Names and other texts of people: folded for comparing, tidied for keeping, put in the Vietnamese order.

mod plain;

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub use plain::plain;

/// Lower case without marks, đ as d, white space collapsed: what search compares.
///
/// `hòa` and `hoà`, composed or decomposed, fold alike; so do letters of full width, and what nobody sees is left out.
///
/// ```
/// assert_eq!(places::name::fold("  Thừa Thiên – Huế "), "thua thien – hue");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_apart = false;
    for c in text.nfkd() {
        if c.is_whitespace() {
            is_apart = !folded.is_empty();
        } else if !is_combining_mark(c) && !hides(c) {
            if std::mem::take(&mut is_apart) {
                folded.push(' ');
            }
            folded.extend(c.to_lowercase().map(|c| if c == 'đ' { 'd' } else { c }));
        }
    }
    folded
}

/// A text without what nobody sees: control, direction and zero-width characters; lines without ends of white
/// space, and at most one empty line between them.
pub fn tidy(written: &str) -> String {
    let seen: String =
        written.nfc().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !hides(*c)).collect();
    let mut lines: Vec<String> = Vec::new();
    for line in seen.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// Whether a character is one that nobody sees.
pub fn hides(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a text may be a reason that others can follow: it is more than a single word.
pub fn explains(reason: &str) -> bool {
    reason.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() > 1
}

/// With a capital, as a name or a sentence begins.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a letter or sign is of the Khmer script.
pub fn is_khmer(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17FF}')
}

/// The folded words of a text: letters and digits, which anything else parts. Khmer, written without spaces, counts each letter as a word, so that any part of a text
/// is found.
pub fn words(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len() + 16);
    for c in fold(text).chars() {
        match c {
            c if is_khmer(c) => spaced.extend([' ', c, ' ']),
            c if c.is_alphanumeric() => spaced.push(c),
            _ => spaced.push(' '),
        }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// The key of a province's name (RULES 7): folded, without "tỉnh", "thành phố", "TP." or "city",
/// and without spaces, dots, hyphens or quotes.
///
/// ```
/// assert_eq!(places::name::key("Tỉnh Bạc-Liêu"), "baclieu");
/// ```
pub fn key(text: &str) -> String {
    let folded = fold(text);
    let bare = ["tinh ", "thanh pho ", "tp. ", "tp.", "tp "]
        .iter()
        .find_map(|kind| folded.strip_prefix(kind))
        .unwrap_or(&folded);
    let bare = bare.strip_suffix(" city").or_else(|| bare.strip_suffix(" province")).unwrap_or(bare);
    bare.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The order of the Vietnamese alphabet: Bạc Liêu before Bắc Giang, Đắk Lắk before Đồng Nai.
pub fn order(a: &str, b: &str) -> Ordering {
    static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> =
        LazyLock::new(|| Collator::try_new(locale!("vi").into(), CollatorOptions::default()).ok());
    match &*COLLATOR {
        Some(collator) => collator.compare(a, b),
        None => a.cmp(b),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_placements_of_the_tone_fold_alike() {
        assert_eq!(fold("Hòa Bình"), fold("Hoà Bình"));
        assert_eq!(fold("Đắk Lắk"), "dak lak");
        let decomposed: String = "Hà Nội".nfd().collect();
        assert_eq!(fold(&decomposed), "ha noi");
        assert_eq!(fold("Ｔｈủ\u{200B} t\u{AD}ục\u{A0}1\u{2028}2"), "thu tuc 1 2");
    }

    #[test]
    fn kinds_and_punctuation_do_not_count_in_a_key() {
        for spelling in ["TP.Hồ Chí Minh", "TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh", "Ho Chi Minh City"]
        {
            assert_eq!(key(spelling), "hochiminh", "{spelling}");
        }
        assert_eq!(key("Bà Rịa – Vũng Tàu"), "bariavungtau");
    }

    #[test]
    fn names_follow_the_vietnamese_alphabet() {
        let mut names = ["Đồng Nai", "Dak", "Đà Nẵng", "Bắc Giang", "Bạc Liêu", "An Giang", "Ân Thi"];
        names.sort_by(|a, b| order(a, b));
        assert_eq!(names, ["An Giang", "Ân Thi", "Bạc Liêu", "Bắc Giang", "Dak", "Đà Nẵng", "Đồng Nai"]);
    }

    #[test]
    fn words_are_parted_by_anything_else_and_khmer_by_each_letter() {
        assert_eq!(words("Số 1331/KH-UBND, “Hòa”"), ["so", "1331", "kh", "ubnd", "hoa"]);
        assert_eq!(words("សេវា 5"), ["ស", "វ", "5"]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
