//! The words of a cell that names agencies, each with what stands before it.

use places::name::fold;
use unicode_normalization::UnicodeNormalization;

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A space, or nothing.
    Space,
    /// A line's end where nothing else parts the words.
    Line,
    /// A comma, a dash, a slash, `và`, and what else stands within names as well as between them.
    Mark,
    /// A semicolon, which only stands between names.
    Stop,
}

/// A word of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Lower case without marks.
    pub(super) word: String,
    /// Where it begins and ends in the text.
    pub(super) span: (usize, usize),
    /// What stands before it.
    pub(super) gap: Gap,
}

/// The words of a text, `và` left out: names are written with it and without.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let (mut found, mut gap, mut start): (Vec<Token>, Gap, Option<usize>) = (Vec::new(), Gap::Stop, None);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_letter(c) {
            start = start.or(Some(at));
            continue;
        }
        if let Some(from) = start.take() {
            let word = fold(&text[from..at]);
            match word.as_str() {
                "va" => gap = gap.max(Gap::Mark),
                _ => {
                    found.push(Token {
                        word,
                        span: (from, at),
                        gap: std::mem::replace(&mut gap, Gap::Space),
                    });
                }
            }
        }
        gap = gap.max(gap_of(c));
    }
    found
}

/// The folded words of a name.
pub(super) fn plain(name: &str) -> Vec<String> {
    tokens(&name.nfc().collect::<String>()).into_iter().map(|token| token.word).collect()
}

/// Marks of decomposed letters belong to their word.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '@' || c == '_' || unicode_normalization::char::is_combining_mark(c)
}

fn gap_of(c: char) -> Gap {
    match c {
        ';' | '•' | '●' => Gap::Stop,
        '\n' | '\r' => Gap::Line,
        c if c.is_whitespace() => Gap::Space,
        _ => Gap::Mark,
    }
}

/// Whether written words spell a name's: each is the name's next word, or the initials of several.
///
/// `so vhtttt dl` spells `so van hoa thong tin the thao du lich`.
pub(super) fn spells(written: &[Token], name: &[String]) -> bool {
    let Some((first, rest)) = written.split_first() else { return name.is_empty() };
    let same = name.first() == Some(&first.word) && spells(rest, &name[1..]);
    let many = first.word.chars().count();
    let initials = || {
        let initials = name.iter().take(many).filter_map(|word| word.chars().next());
        (2..=name.len()).contains(&many) && initials.eq(first.word.chars()) && spells(rest, &name[many..])
    };
    same || initials()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(written: &str, name: &str) -> bool {
        spells(&tokens(written), &plain(name))
    }

    #[test]
    fn a_name_is_spelled_with_its_words_or_their_initials() {
        let culture = "Sở Văn hóa, Thông tin, Thể thao và Du lịch";
        for written in [
            "Sở VHTTTTDL",
            "SVHTTTTDL",
            "Sở VHTT,TT&DL",
            "so van hoa thong tin the thao du lich",
            "Sở Văn hoá - TT - TT và DL",
        ] {
            assert!(spelled(written, culture), "{written}");
        }
        for written in ["Sở VHTTDL", "Sở Văn hóa", "Sở Văn hóa, Thông tin, Thể thao", "S", ""] {
            assert!(!spelled(written, culture), "{written}");
        }
        assert!(spelled("STP", "Sở Tư pháp"));
        assert!(spelled("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"));
    }

    #[test]
    fn decomposed_letters_and_lines_do_not_part_a_word() {
        let decomposed: String = "Sở Tư pháp".nfd().collect();
        assert_eq!(plain(&decomposed), ["so", "tu", "phap"]);
        let gaps: Vec<Gap> = tokens("Sở A,\nSở B\nSở C; D").iter().map(|token| token.gap).collect();
        assert_eq!(gaps, [Gap::Stop, Gap::Space, Gap::Mark, Gap::Space, Gap::Line, Gap::Space, Gap::Stop]);
    }
}
