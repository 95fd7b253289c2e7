//! Texts with the words that were looked for marked in them, with and without marks of their own.

use places::name::{self, fold};

/// A piece of a text, and whether it is one of the words.
pub(crate) type Piece = (String, bool);

/// How many words stand around the first that was found.
const BEFORE: usize = 8;
/// How many words a passage has.
const PASSAGE: usize = 40;

/// Whether a folded word is the one that is looked for: English ones in the plural too.
pub(crate) fn is_one(word: &str, wanted: &str) -> bool {
    word == wanted || word.strip_suffix('s') == Some(wanted) || wanted.strip_suffix('s') == Some(word)
}

/// What is looked for: letters of Khmer that stand together, one by one in the index, are one again.
fn wanted(words: &[String]) -> Vec<String> {
    let mut wanted: Vec<String> = Vec::new();
    for word in words {
        match wanted.last_mut().filter(|last| is_khmer(last) && is_khmer(word)) {
            Some(last) => last.push_str(word),
            None => wanted.push(word.clone()),
        }
    }
    wanted
}

fn is_khmer(word: &str) -> bool {
    word.chars().all(name::is_khmer)
}

/// Where a run of Khmer holds what is looked for: the signs of its vowels, which are folded away, go with their letters.
fn khmer(piece: &str, word: &str) -> Option<(usize, usize)> {
    let letters: Vec<(usize, String)> =
        piece.char_indices().map(|(at, c)| (at, fold(c.encode_utf8(&mut [0; 4])))).collect();
    (0..letters.len()).filter(|from| !letters[*from].1.is_empty()).find_map(|from| {
        let mut rest = word;
        for (at, letter) in &letters[from..] {
            if rest.is_empty() && !letter.is_empty() {
                return Some((letters[from].0, *at));
            }
            rest = rest.strip_prefix(letter.as_str())?;
        }
        rest.is_empty().then_some((letters[from].0, piece.len()))
    })
}

/// The text in pieces; words that follow each other are marked together.
pub(crate) fn marked(text: &str, words: &[String]) -> Vec<Piece> {
    let wanted = wanted(words);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut parts: Vec<(&str, bool)> = Vec::new();
    for piece in parted(text) {
        let is_word = piece.chars().any(char::is_alphanumeric);
        let place = wanted.iter().filter(|word| is_khmer(word)).find_map(|word| khmer(piece, word));
        match place {
            Some((from, to)) => {
                parts.extend([(&piece[..from], false), (&piece[from..to], true), (&piece[to..], false)]);
            }
            None => parts.push((piece, is_word && wanted.iter().any(|word| is_one(&fold(piece), word)))),
        }
    }
    for (piece, is_found) in parts.into_iter().filter(|(piece, _)| !piece.is_empty()) {
        match pieces.last_mut() {
            Some((so_far, was_found)) if *was_found == is_found => so_far.push_str(piece),
            // What parts two words that are found belongs to them.
            _ => pieces.push((piece.to_owned(), is_found)),
        }
    }
    joined(pieces)
}

/// Two found pieces with nothing but a space between them become one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (text, is_found) in pieces {
        let closes = is_found
            && matches!(out.as_slice(), [.., (_, true), (between, false)] if between.chars().all(char::is_whitespace));
        if closes {
            let between = out.pop().map(|(text, _)| text).unwrap_or_default();
            if let Some((so_far, _)) = out.last_mut() {
                so_far.push_str(&between);
                so_far.push_str(&text);
            }
        } else {
            out.push((text, is_found));
        }
    }
    out
}

/// Words and what stands between them.
fn parted(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut begin, mut was_word) = (0, false);
    for (at, c) in text.char_indices() {
        let is_word = c.is_alphanumeric()
            || (was_word
                && !c.is_whitespace()
                && !c.is_ascii_punctuation()
                && fold(c.encode_utf8(&mut [0; 4])).is_empty());
        if at > begin && is_word != was_word {
            pieces.push(&text[begin..at]);
            begin = at;
        }
        was_word = is_word;
    }
    if begin < text.len() {
        pieces.push(&text[begin..]);
    }
    pieces
}

/// The passage of a text around the first of the words, on one line; none where it holds none of them.
pub(crate) fn passage(text: &str, words: &[String]) -> Option<String> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let wanted = wanted(words);
    let holds = |piece: &&str| {
        let folded = fold(piece);
        let has = |word: &String| {
            folded.split(|c: char| !c.is_alphanumeric()).any(|part| is_one(part, word))
                || (is_khmer(word) && folded.contains(word.as_str()))
        };
        wanted.iter().any(has)
    };
    // Where most of the words stand close together, the reader sees why it was found.
    let hits: Vec<usize> =
        all.iter().enumerate().filter(|(_, piece)| holds(piece)).map(|(at, _)| at).collect();
    let near = |at: usize| hits.iter().filter(|hit| (at..at + wanted.len() * 2).contains(hit)).count();
    let best = hits.iter().copied().max_by_key(|at| (near(*at), std::cmp::Reverse(*at)))?;
    let from = best.saturating_sub(BEFORE);
    let to = (from + PASSAGE).min(all.len());
    let (open, shut) = (if from > 0 { "… " } else { "" }, if to < all.len() { " …" } else { "" });
    Some(format!("{open}{}{shut}", all[from..to].join(" ")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(written: &str) -> Vec<String> {
        fold(written).split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn words_are_marked_with_and_without_marks() {
        let pieces = marked("Bộ thủ tục hành chính, cấp xã", &words("thu tuc hanh chinh"));
        let wanted = [("Bộ ", false), ("thủ tục hành chính", true), (", cấp xã", false)];
        assert_eq!(pieces, wanted.map(|(text, found)| (text.to_owned(), found)));
        assert_eq!(marked("hoà bình", &words("hòa"))[0], ("hoà".to_owned(), true));
        assert_eq!(marked("Đặng", &words("dang")), [("Đặng".to_owned(), true)]);
        assert_eq!(marked("kế hoạch", &words("hòa")), [("kế hoạch".to_owned(), false)]);
        assert_eq!(marked("Targets", &words("target")), [("Targets".to_owned(), true)]);
    }

    #[test]
    fn khmer_is_marked_within_what_is_written_without_spaces() {
        let words = name::words("ចំណង");
        let pieces = marked("នេះជាចំណងជើង", &words);
        assert_eq!(
            pieces.iter().map(|(text, found)| (text.as_str(), *found)).collect::<Vec<_>>(),
            [("នេះជា", false), ("ចំណង", true), ("ជើង", false)]
        );
        assert!(passage("មួយ នេះជាចំណងជើង", &words).is_some());
        assert_eq!(marked("នេះជា", &words), [("នេះជា".to_owned(), false)]);
    }

    #[test]
    fn the_passage_is_where_most_of_the_words_stand() {
        let text = format!(
            "{} tục lệ {} thủ tục hành chính {}",
            "một ".repeat(60),
            "hai ".repeat(60),
            "ba ".repeat(60)
        );
        let found = passage(&text, &words("thủ tục hành chính")).unwrap();
        assert!(found.starts_with("… hai") && found.contains("thủ tục hành chính ba"), "{found}");
        assert_eq!(passage("không có", &words("khác")), None);
    }

    proptest! {
        #[test]
        fn marking_loses_no_letter(text in any::<String>(), words in proptest::collection::vec("[a-z]{1,3}|[ក-អ]{1,2}", 0..4)) {
            let together: String = marked(&text, &words).into_iter().map(|(piece, _)| piece).collect();
            prop_assert_eq!(together, text);
        }
    }
}
