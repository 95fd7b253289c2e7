//! Names of people, posts and agencies as they are kept: on one line, with nothing that nobody sees, in letters that cannot be taken
//! for others.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::hides;

/// The most marks on one letter that do not become one with it; Khmer has some, a flood has many.
const MARKS: usize = 3;

/// A name with its white space collapsed, without control, direction and zero-width characters, letters of full width as plain ones.
/// None where it holds letters of a script that looks like ours (`а` of Cyrillic is no `a`), or a flood of marks.
///
/// ```
/// assert_eq!(places::name::plain("Nguyễn \u{202E}Thị  Lan").as_deref(), Some("Nguyễn Thị Lan"));
/// assert_eq!(places::name::plain("Nguyễn Thị L\u{430}n"), None);
/// ```
pub fn plain(written: &str) -> Option<String> {
    let spaced = written.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let seen: String = spaced.filter(|c| !hides(*c)).nfkc().filter(|c| !hides(*c)).collect();
    let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut marks = 0;
    for c in name.chars() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        if marks > MARKS || !is_known(c) {
            return None;
        }
    }
    Some(name)
}

/// Whether a character is a letter or digit of ours with its marks, one of Khmer, or neither letter nor digit.
fn is_known(c: char) -> bool {
    let base = c.to_string().nfd().next().unwrap_or(c);
    !c.is_alphanumeric() || base.is_ascii_alphanumeric() || matches!(c, 'đ' | 'Đ') || super::is_khmer(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_nobody_sees_goes() {
        for written in [
            "Nguyễn Thị Lan",
            " Nguyễn\tThị\n Lan ",
            "Ngu\u{200B}yễn Thị\u{FEFF} Lan",
            "Nguyễn \u{202E}Thị\u{202C} Lan",
            "\u{2066}Nguyễn\u{2069} Thị La\u{AD}n",
            "Nguyễn Thị\u{A0}Ｌａｎ",
            "Nguye\u{302}\u{303}n Thi\u{323} Lan",
            "Nguyễn Thị Lan\u{E0041}\u{FE0F}",
        ] {
            assert_eq!(plain(written).as_deref(), Some("Nguyễn Thị Lan"), "{written:?}");
        }
        assert_eq!(plain("\u{200B}\u{202E}").as_deref(), Some(""));
    }

    #[test]
    fn letters_that_look_like_ours_and_floods_of_marks_are_no_name() {
        let flood = format!("La{}n", "\u{336}".repeat(40));
        for written in ["Nguyễn Thị L\u{430}n", "\u{41D}ải", "Ο Mon", "L\u{251}n", "Phường ٢", flood.as_str()]
        {
            assert_eq!(plain(written), None, "{written:?}");
        }
        for written in ["Đỗ Đức", "UBND Phường 2 – khóm 4 (cũ)", "Sở NN&MT", "José Müller-Čapek", "សុខ ស្រីមុំ"]
        {
            assert_eq!(plain(written).as_deref(), Some(written));
        }
    }

    proptest! {
        #[test]
        fn a_plain_name_stays_as_it_is_and_hides_nothing(written in any::<String>()) {
            if let Some(name) = plain(&written) {
                prop_assert_eq!(plain(&name), Some(name.clone()));
                prop_assert!(!name.chars().any(|c| hides(c) || c == '\n'));
            }
        }
    }
}
