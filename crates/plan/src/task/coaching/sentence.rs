//! A text as the guard reads it: sentences of words, each with its marks and without.
//!
//! Without marks, *báo cáo* holds *cao* and *sử dụng* holds *đừng*, so words are compared with their marks, except in a
//! sentence that was written without any.

use places::name::{fold, hides};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word and what follows it.
#[derive(Debug, Clone)]
pub(super) struct Word {
    marked: String,
    plain: String,
    from: usize,
    to: usize,
    /// Whether a comma, a bracket or a quotation mark parts it from the next.
    pub(super) is_last: bool,
    /// Whether a quotation mark stands before it.
    pub(super) is_quoted: bool,
    /// Whether it is a share: `90 %`.
    is_share: bool,
}

/// Words up to a full stop, a semicolon or the end of a paragraph.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    text: &'a str,
    pub(super) words: Vec<Word>,
    is_bare: bool,
}

/// A phrase as it is looked for: its words with marks and without.
pub(super) type Phrase = Vec<(String, String)>;

/// Where a phrase stands: the first of its words, and the one after its last.
pub(super) type Place = (usize, usize);

/// Phrases from a list parted by commas.
pub(super) fn phrases(list: &str) -> Vec<Phrase> {
    let words = |phrase: &str| phrase.split_whitespace().map(|word| (marked(word), fold(word))).collect();
    list.split(',').map(words).filter(|phrase: &Phrase| !phrase.is_empty()).collect()
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    let mut is_quoted = false;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        if c.is_alphanumeric() || is_combining_mark(c) || (hides(c) && c != '\t' && start.is_some()) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            words.push(Word::new(text, from, at, is_quoted));
            is_quoted = false;
        }
        let is_quote = is_quote(c) && !is_apostrophe(text, at, c);
        is_quoted |= is_quote;
        if let Some(word) = words.last_mut() {
            word.is_last |= is_quote || matches!(c, ',' | ':' | '(' | ')' | '…');
            word.is_share |= c == '%';
        }
        if ends(text, at, c) {
            found.push(Sentence::new(text, &std::mem::take(&mut words)));
        }
    }
    found.push(Sentence::new(text, &words));
    found.retain(|sentence| !sentence.words.is_empty());
    found
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»')
}

/// Whether a mark stands within a word: "don't".
fn is_apostrophe(text: &str, at: usize, c: char) -> bool {
    let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
    matches!(c, '\'' | '’')
        && before.ends_with(char::is_alphanumeric)
        && after.starts_with(char::is_alphanumeric)
}

/// Whether a sentence ends at a sign: no full stop within a number, no line end within a paragraph.
fn ends(text: &str, at: usize, c: char) -> bool {
    let rest = &text[(at + c.len_utf8()).min(text.len())..];
    match c {
        '!' | '?' | ';' | '\u{17D4}' => true,
        '.' => !rest.starts_with(|c: char| c.is_ascii_digit()),
        '\n' => {
            let next = rest.trim_start_matches([' ', '\t', '\r']);
            next.is_empty() || next.starts_with(['\n', '-', '*', '+', '#', '>', '|', '•', '–'])
        }
        _ => false,
    }
}

impl Word {
    fn new(text: &str, from: usize, to: usize, is_quoted: bool) -> Self {
        let written = &text[from..to];
        Self {
            marked: marked(written),
            plain: fold(written),
            from,
            to,
            is_last: false,
            is_quoted,
            is_share: false,
        }
    }
}

impl<'a> Sentence<'a> {
    fn new(text: &'a str, words: &[Word]) -> Self {
        let words = joined(text, words);
        let with_marks = words.iter().filter(|word| word.marked != word.plain).count();
        // Three words in four carry marks where somebody writes them.
        Self { text, is_bare: with_marks * 10 < words.len() * 3, words }
    }

    /// Where any of the phrases begins at a word.
    pub(super) fn at(&self, start: usize, phrases: &[Phrase]) -> Option<Place> {
        let longest = phrases.iter().filter(|phrase| self.says(start, phrase)).map(Vec::len).max()?;
        Some((start, start + longest))
    }

    /// Every place where one of the phrases stands.
    pub(super) fn all(&self, phrases: &[Phrase]) -> Vec<Place> {
        (0..self.words.len()).filter_map(|start| self.at(start, phrases)).collect()
    }

    /// Whether one of the phrases stands wholly within two places.
    pub(super) fn any_within(&self, from: usize, to: usize, phrases: &[Phrase]) -> bool {
        (from..to.min(self.words.len()))
            .any(|start| self.at(start, phrases).is_some_and(|(_, end)| end <= to))
    }

    /// Whether it says one of the phrases anywhere.
    pub(super) fn holds(&self, phrases: &[Phrase]) -> bool {
        self.any_within(0, self.words.len(), phrases)
    }

    /// The beginning of the clause in which a word stands, at most so many words before it.
    pub(super) fn clause(&self, word: usize, back: usize) -> usize {
        let back = word.saturating_sub(back);
        (back..word).rev().find(|at| self.words[*at].is_last).map_or(back, |at| at + 1)
    }

    /// The first of the phrases in some places.
    pub(super) fn first(&self, places: impl IntoIterator<Item = usize>, phrases: &[Phrase]) -> Option<Place> {
        places.into_iter().find_map(|start| self.at(start, phrases))
    }

    /// Where a phrase begins that ends right before a word.
    pub(super) fn before(&self, end: usize, phrases: &[Phrase]) -> Option<usize> {
        phrases
            .iter()
            .filter_map(|phrase| end.checked_sub(phrase.len()).filter(|at| self.says(*at, phrase)))
            .min()
    }

    /// Whether one of the phrases ends right before a word.
    pub(super) fn is_before(&self, end: usize, phrases: &[Phrase]) -> bool {
        self.before(end, phrases).is_some()
    }

    /// Whether it tells a share.
    pub(super) fn has_share(&self) -> bool {
        self.words.iter().any(|word| word.is_share)
    }

    /// Whether folded words stand from a word on, whatever marks they carry.
    pub(super) fn folds_to<'w>(&self, start: usize, phrase: impl IntoIterator<Item = &'w str>) -> bool {
        phrase
            .into_iter()
            .enumerate()
            .all(|(at, said)| self.words.get(start + at).is_some_and(|word| word.plain == said))
    }

    fn says(&self, start: usize, phrase: &Phrase) -> bool {
        let Some(words) = self.words.get(start..start + phrase.len()) else { return false };
        words.iter().zip(phrase).all(
            |(word, (marked, plain))| {
                if self.is_bare { word.plain == *plain } else { word.marked == *marked }
            },
        )
    }

    /// What was written from one word to another, which is not among it; shortened where it is long.
    pub(super) fn quote(&self, (from, to): Place) -> String {
        let Some(words) = self.words.get(from..to).filter(|words| !words.is_empty()) else {
            return String::new();
        };
        let whole = &self.text[words[0].from..words[words.len() - 1].to];
        let line: String = whole.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(QUOTE_MAX) {
            Some((end, _)) => format!("{}…", line[..end].trim_end()),
            None => line,
        }
    }
}

/// Words written letter by letter, "Đ i ề u tra", put together again: three letters or more, a space between each.
fn joined(text: &str, words: &[Word]) -> Vec<Word> {
    let is_letter = |word: &Word| word.marked.chars().filter(|c| c.is_alphabetic()).count() == 1;
    let goes_on = |pair: &[Word]| {
        let gap = text.get(pair[0].to..pair[1].from).map_or(0, |gap| gap.chars().count());
        is_letter(&pair[0]) && is_letter(&pair[1]) && !pair[0].is_last && gap == 1
    };
    let mut from = 0;
    let mut whole = Vec::new();
    for at in 0..words.len() {
        if words.get(at..at + 2).is_some_and(goes_on) {
            continue;
        }
        let run = &words[from..=at];
        from = at + 1;
        if run.len() < 3 {
            whole.extend(run.iter().cloned());
            continue;
        }
        let letters: String = run.iter().map(|word| &text[word.from..word.to]).collect();
        let (first, last) = (&run[0], &run[run.len() - 1]);
        whole.push(Word {
            marked: marked(&letters),
            plain: fold(&letters),
            from: first.from,
            ..last.clone()
        });
    }
    whole
}

/// The longest quotation, in characters.
const QUOTE_MAX: usize = 160;

/// Lower case with marks, the tone after the letters: `hòa` and `hoà` are one word.
fn marked(word: &str) -> String {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let letters = word.nfkd().filter(|c| !hides(*c)).flat_map(char::to_lowercase);
    let (tones, mut rest): (Vec<char>, Vec<char>) = letters.partition(|c| TONES.contains(c));
    rest.extend(tones);
    rest.into_iter().collect()
}
