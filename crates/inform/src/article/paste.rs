//! What is pasted from a word processor, as Markdown: its bullets and numbers as lists, its tables as tables, its spaces
//! as spaces.

mod table;

use places::name::hides;

/// Signs that word processors put before the lines of a list.
const BULLETS: [char; 13] = ['•', '·', '▪', '●', '○', '◦', '■', '□', '➢', '✓', '–', '\u{F0B7}', '\u{F0A7}'];

/// The text as it is kept: lines as they were, at most one empty line between them, nothing that nobody sees.
///
/// Line ends of other systems and page breaks become line ends; lines with as many tabs each become a table; other tabs
/// and no-break spaces become spaces; a bullet that stands before a line becomes the Markdown of a list, which ends where
/// a line without one follows. Where no line is empty, or none goes on with a small letter, each line is a paragraph, as a
/// word processor means it; elsewhere a line that ends a sentence is, where the next begins one. What Markdown means by
/// leading spaces is kept.
pub fn clean(written: &str) -> String {
    let written =
        written.replace("\r\n", "\n").replace(['\r', '\u{B}', '\u{C}', '\u{2028}', '\u{2029}'], "\n");
    let written: Vec<&str> = written.trim_matches('\n').lines().collect();
    let lines = lines(&written);
    let each_is_one = each_is_one(&lines);
    let mut kept: Vec<String> = Vec::new();
    for line in lines {
        if line.is_empty() && kept.last().is_none_or(String::is_empty) {
            continue;
        }
        if kept.last().is_some_and(|before| parts(before, &line, each_is_one)) {
            kept.push(String::new());
        }
        kept.push(line);
    }
    kept.join("\n").trim_end().to_owned()
}

/// The lines as Markdown; a table takes a line more, below its head.
fn lines(written: &[&str]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::with_capacity(written.len());
    let mut at = 0;
    while at < written.len() {
        if let Some((rows, table)) = table::at(&written[at..]) {
            // Two tables that touch are two.
            if lines.last().is_some_and(|before| table::is_row(before)) {
                lines.push(String::new());
            }
            lines.extend(table);
            at += rows;
        } else {
            lines.push(line(written[at]));
            at += 1;
        }
    }
    lines
}

/// Whether each line is a paragraph: no line is empty, or no line goes on with what the one before it says.
fn each_is_one(lines: &[String]) -> bool {
    // Empty lines at either end part nothing.
    let from = lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
    let to = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    let within = lines.get(from..to).unwrap_or_default();
    let goes_on = |pair: &[String]| match pair {
        [before, line] => {
            let is_prose = !table::is_row(before) && !is_item(before) && !before.is_empty();
            is_prose && line.chars().next().is_some_and(char::is_lowercase)
        }
        _ => false,
    };
    within.iter().all(|line| !line.is_empty()) || !within.windows(2).any(goes_on)
}

/// Whether a line ends a sentence and the next begins one.
fn are_sentences(before: &str, line: &str) -> bool {
    let bare = before.trim_end_matches(['”', '"', '’', ')', '*']);
    let begins = line.trim_start_matches(['“', '"', '‘', '(', '*']).chars().next();
    bare.ends_with(['.', '!', '?', '…', ':', ';'])
        && begins.is_some_and(|c| c.is_uppercase() || c.is_numeric())
}

/// Whether an empty line belongs between two lines.
fn parts(before: &str, line: &str, each_is_one: bool) -> bool {
    if table::is_row(before) || table::is_row(line) {
        let is_free = !before.is_empty() && !line.is_empty();
        return is_free && !(table::is_row(before) && table::is_row(line));
    }
    let (was_item, is_item) = (is_item(before), is_item(line));
    let is_free = !before.is_empty() && !line.is_empty() && !line.starts_with(' ');
    match (was_item, is_item) {
        (true, true) => false,
        (true, false) => is_free,
        (false, _) => is_free && (each_is_one || are_sentences(before, line)),
    }
}

/// Whether a line is one of a list, in Markdown.
fn is_item(line: &str) -> bool {
    let bare = line.trim_start();
    let number = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = number.len() < bare.len() && (number.starts_with(". ") || number.starts_with(") "));
    is_numbered || ["- ", "* ", "+ "].iter().any(|sign| bare.starts_with(sign))
}

/// A line as Markdown.
fn line(written: &str) -> String {
    let seen: String = written.chars().filter(|c| *c == '\t' || !hides(*c)).collect();
    let line = bulleted(&seen).unwrap_or(seen);
    let spaced = |c: char| match c {
        '\t' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => ' ',
        c => c,
    };
    line.chars().map(spaced).collect::<String>().trim_end().to_owned()
}

/// A line that begins with the sign of a list; `o` and `§` are signs only where wide space follows, as from Word.
fn bulleted(line: &str) -> Option<String> {
    let bare = line.trim_start();
    let depth = (line.len() - bare.len()).min(6) / 2 * 2;
    let first = bare.chars().next()?;
    let rest = &bare[first.len_utf8()..];
    let is_wide = rest.starts_with('\t') || rest.chars().take(2).filter(|c| c.is_whitespace()).count() == 2;
    let is_sign = BULLETS.contains(&first) || (matches!(first, 'o' | '§') && is_wide);
    let said = rest.trim_start();
    (is_sign && rest.starts_with(char::is_whitespace) && !said.is_empty())
        .then(|| format!("{}- {said}", " ".repeat(depth)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lists_of_a_word_processor_become_lists() {
        let pasted =
            "Hồ sơ gồm:\r\n\u{F0B7}\tĐơn đề nghị\r\n•\u{A0}Bản sao\r\no\u{A0}\u{A0} Giấy khác\r\nong\r\n";
        assert_eq!(clean(pasted), "Hồ sơ gồm:\n\n- Đơn đề nghị\n- Bản sao\n- Giấy khác\n\nong");
        assert_eq!(clean("– Rà soát;\no\tGhi sổ\n§\tGửi"), "- Rà soát;\n- Ghi sổ\n- Gửi");
    }

    #[test]
    fn what_nobody_sees_goes_and_one_empty_line_stays() {
        assert_eq!(clean("a\u{200B}b\u{AD}\n\n\n \u{FEFF}\nc\u{202E}d"), "ab\n\ncd");
        assert_eq!(clean("- a\n  - b"), "- a\n  - b");
    }

    #[test]
    fn each_line_is_a_paragraph_where_no_line_is_empty() {
        assert_eq!(clean("một\u{B}hai"), "một\n\nhai");
        assert_eq!(clean("a) một\r\nb) hai"), "a) một\n\nb) hai");
        assert_eq!(clean("một\nhai\n\nba"), "một\nhai\n\nba", "whoever writes Markdown is left alone");
        assert_eq!(clean("1. một\n2. hai"), "1. một\n2. hai");
    }

    #[test]
    fn one_empty_line_does_not_run_the_other_paragraphs_together() {
        let four = "Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.\n\nĐoạn bốn.";
        assert_eq!(clean("Đoạn một.\nĐoạn hai.\n\nĐoạn ba.\nĐoạn bốn."), four);
        assert_eq!(clean("Địa chỉ: số 1\nĐiện thoại: 2\n\nHết"), "Địa chỉ: số 1\n\nĐiện thoại: 2\n\nHết");
        let wrapped = "Ai cần thì\nđến xã.\nMang theo thẻ.\n\nHết.";
        assert_eq!(clean(wrapped), "Ai cần thì\nđến xã.\n\nMang theo thẻ.\n\nHết.");
    }

    #[test]
    fn rows_with_as_many_tabs_become_a_table() {
        let pasted = "Biểu phí:\r\nViệc\tPhí\tHạn\r\nChứng thực\t2.000 đồng\tTrong ngày\r\nTrích lục\t\t2 ngày\r\nHết.";
        let table = "| Việc | Phí | Hạn |\n| --- | --- | --- |\n| Chứng thực | 2.000 đồng | Trong ngày |\n| Trích lục |  | 2 ngày |";
        assert_eq!(clean(pasted), format!("Biểu phí:\n\n{table}\n\nHết."));
        assert_eq!(clean(table), table, "a table that stands is left alone");
        assert_eq!(clean("a|b\tc\n**d**\t<b>e\\|"), "| a\\|b | c |\n| --- | --- |\n| **d** | <b>e&#92;\\| |");
    }

    #[test]
    fn what_only_looks_like_a_table_is_none() {
        assert_eq!(clean("\tĐoạn một\n\tĐoạn hai"), " Đoạn một\n Đoạn hai", "an indent is none");
        assert_eq!(clean("1.\tMột\n2.\tHai"), "1. Một\n2. Hai", "nor is a list");
        assert_eq!(clean("•\tMột\n•\tHai"), "- Một\n- Hai");
        assert_eq!(clean("a\tb"), "a b", "nor is a single line");
        assert_eq!(clean("a\tb\nc\td\te"), "a b\n\nc d e", "nor are rows of different lengths");
        let wide = format!("{}\n{}", "a\t".repeat(1000), "b\t".repeat(1000));
        assert!(!clean(&wide).contains('|'), "nor is what no page could show");
    }

    #[test]
    fn a_cell_of_several_paragraphs_is_one_cell() {
        let pasted = "STT\tViệc\tHạn\n1\tNiêm yết\nở nhà văn hóa\t20/5\n2\tHọp dân\t25/5";
        let table = "| STT | Việc | Hạn |\n| --- | --- | --- |\n| 1 | Niêm yết ở nhà văn hóa | 20/5 |\n| 2 | Họp dân | 25/5 |";
        assert_eq!(clean(pasted), table);
        let last = "STT\tHạn\n1\t20/5\ntrước 17 giờ\n2\t25/5\nHết.";
        let table = "| STT | Hạn |\n| --- | --- |\n| 1 | 20/5 trước 17 giờ |\n| 2 | 25/5 |\n\nHết.";
        assert_eq!(clean(last), table);
    }

    #[test]
    fn rows_that_cannot_be_put_together_are_no_table() {
        let torn = "STT\tViệc\tHạn\n1\tNiêm yết\n2\tHọp dân\t25/5\n3\tPhát loa\t26/5";
        assert!(!clean(torn).contains('|'), "{}", clean(torn));
        let two = "a\tb\tc\nd\te\nf\tg";
        assert!(!clean(two).contains('|'), "no row stands by itself: {}", clean(two));
        let after = "a\tb\tc\nd\te\tf\nTM. UBND\tChủ tịch";
        assert_eq!(clean(after), "| a | b | c |\n| --- | --- | --- |\n| d | e | f |\n\nTM. UBND Chủ tịch");
    }

    #[test]
    fn ragged_rows_end_a_table() {
        let pasted = "a\tb\nc\td\ne\tf\tg\nh\ti\tj\nk";
        let wanted =
            "| a | b |\n| --- | --- |\n| c | d |\n\n| e | f | g |\n| --- | --- | --- |\n| h | i | j |\n\nk";
        assert_eq!(clean(pasted), wanted);
    }

    proptest! {
        #[test]
        fn cleaning_a_table_twice_changes_nothing_more(written in "[a\t\n |.1-]{0,60}") {
            let once = clean(&written);
            prop_assert_eq!(clean(&once), once.clone());
        }

        #[test]
        fn cleaning_twice_changes_nothing_more(written in any::<String>()) {
            let once = clean(&written);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!once.chars().any(hides));
        }
    }
}
