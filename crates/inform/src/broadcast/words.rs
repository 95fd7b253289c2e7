//! What people write, made clean: nothing that nobody sees but what Khmer needs between words.

/// A line of words: white space collapsed.
pub(crate) fn line(written: &str) -> String {
    written
        .chars()
        .filter(|c| !hides(*c))
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A text of several lines, with at most one empty line between them.
pub(crate) fn text(written: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for written in written.lines() {
        let line = line(written);
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// Characters without a sight, save the space of no width that parts words of Khmer.
fn hides(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{AD}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_stay_and_what_nobody_sees_goes() {
        assert_eq!(text("  Kính\u{202E} thưa \t bà con\r\n\n\n\n Hết\0 "), "Kính thưa bà con\n\nHết");
        assert_eq!(text("ក\u{200B}ខ"), "ក\u{200B}ខ", "Khmer parts its words so");
        assert_eq!(line(" a\n b "), "a b");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(written in any::<String>()) {
            let once = text(&written);
            prop_assert_eq!(text(&once), once.clone());
        }
    }
}
