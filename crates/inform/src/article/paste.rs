//! What is pasted from a word processor, as Markdown: its bullets and numbers as lists, its spaces as spaces.

use places::name::hides;

/// Signs that word processors put before the lines of a list.
const BULLETS: [char; 12] = ['•', '·', '▪', '●', '○', '◦', '■', '□', '➢', '✓', '\u{F0B7}', '\u{F0A7}'];

/// The text as it is kept: lines as they were, at most one empty one between them, nothing that nobody sees.
///
/// Line ends of other systems and page breaks become line ends; tabs and no-break spaces become spaces; a bullet that
/// stands before a line becomes the Markdown of a list. What Markdown means by leading spaces is kept.
pub fn clean(written: &str) -> String {
    let written =
        written.replace("\r\n", "\n").replace(['\r', '\u{B}', '\u{C}', '\u{2028}', '\u{2029}'], "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in written.lines() {
        let line = plain(line);
        let line = bulleted(line.trim_end()).unwrap_or_else(|| line.trim_end().to_owned());
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

fn plain(line: &str) -> String {
    let spaced = |c: char| match c {
        '\t' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => ' ',
        c => c,
    };
    line.chars().map(spaced).filter(|c| !hides(*c)).collect()
}

/// A line that begins with the sign of a list; `o` and `§` are signs only where wide space follows, as from Word.
fn bulleted(line: &str) -> Option<String> {
    let bare = line.trim_start();
    let depth = (line.len() - bare.len()).min(6) / 2 * 2;
    let first = bare.chars().next()?;
    let rest = &bare[first.len_utf8()..];
    let is_sign = BULLETS.contains(&first) || (matches!(first, 'o' | '§') && rest.starts_with("  "));
    (is_sign && rest.starts_with(' ')).then(|| format!("{}- {}", " ".repeat(depth), rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lists_of_a_word_processor_become_lists() {
        let pasted =
            "Hồ sơ gồm:\r\n\u{F0B7}\tĐơn đề nghị\r\n•\u{A0}Bản sao\r\no\u{A0}\u{A0} Giấy khác\r\nong\r\n";
        assert_eq!(clean(pasted), "Hồ sơ gồm:\n- Đơn đề nghị\n- Bản sao\n- Giấy khác\nong");
    }

    #[test]
    fn what_nobody_sees_goes_and_one_empty_line_stays() {
        assert_eq!(clean("a\u{200B}b\u{AD}\n\n\n \u{FEFF}\nc\u{202E}d"), "ab\n\ncd");
        assert_eq!(clean("một\u{B}hai"), "một\nhai");
        assert_eq!(clean("- a\n  - b"), "- a\n  - b");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(written in any::<String>()) {
            let once = clean(&written);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!once.chars().any(hides));
        }
    }
}
