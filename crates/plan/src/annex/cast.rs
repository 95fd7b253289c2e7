//! A cell that names agencies, cut into its names: longest first, since names hold commas and `và` themselves.

use std::collections::BTreeSet;

use places::name::fold;

use super::collective::is_vague;
use super::lines::tidy;
use super::names::{Names, Who};
use super::tokens::{Gap, Token, tokens};
use super::{Basis, Named};

/// Words of a name at most, more than any agency's has.
const MOST_WORDS: usize = 24;
/// Words of a cell that are looked at.
const MOST_TOKENS: usize = 400;

/// Beginnings that the names after a colon share, and what they share.
const LISTS: &[(&[&str], &[&str])] = &[
    (&["cac", "so"], &["so"]),
    (&["so"], &["so"]),
    (&["ubnd", "cac", "huyen"], &["uy", "ban", "nhan", "dan", "huyen"]),
    (&["ubnd", "cac", "xa"], &["uy", "ban", "nhan", "dan", "xa"]),
    (&["ubnd", "cac", "phuong"], &["uy", "ban", "nhan", "dan", "phuong"]),
];

/// What a cell names, in its order.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Cast {
    /// Those named to lead, or simply named.
    pub(super) first: Vec<String>,
    /// Those named after "phối hợp".
    pub(super) then: Vec<String>,
    /// Names that cannot be taken.
    pub(super) unclear: Vec<Unclear>,
}

/// A name that cannot be taken.
#[derive(Debug, PartialEq)]
pub(super) enum Unclear {
    /// It is nobody's; the nearest names.
    Unknown(String, Vec<Named>),
    /// A person must settle it; the codes among which.
    Ambiguous(String, BTreeSet<String>),
}

/// The agencies that a text names.
pub(super) fn read(text: &str, names: &Names<'_>) -> Cast {
    if let Some(whole) = whole(text, names) {
        return whole;
    }
    let mut cast = Cast::default();
    let (first, then) = without_roles(tokens(text));
    for (words, later) in [(first, false), (then, true)] {
        Cutter { text, names, words: &words, later, cast: &mut cast, wide: None, shared: None }.cut();
    }
    cast
}

/// The one agency or group that a text names, by its code.
pub(super) fn one_of(text: &str, basis: &Basis<'_>) -> Option<String> {
    let cast = read(text, &Names::of(basis));
    let (true, [one]) = (cast.then.is_empty() && cast.unclear.is_empty(), cast.first.as_slice()) else {
        return None;
    };
    Some(one.clone())
}

/// Whether a text before a colon only begins a list of names.
pub(super) fn begins_a_list(text: &str) -> bool {
    let words = tokens(text);
    LISTS.iter().any(|(listed, _)| words.iter().map(|token| token.word.as_str()).eq(listed.iter().copied()))
}

/// A cell that a person settled as it stands.
fn whole(text: &str, names: &Names<'_>) -> Option<Cast> {
    let all = tokens(text);
    let found = names.find(all.get(..MOST_WORDS.min(all.len()))?);
    match found.first() {
        Some(Who::Code(code)) if found.len() == 1 && all.len() <= MOST_WORDS => {
            Some(Cast { first: vec![code.clone()], ..Cast::default() })
        }
        Some(Who::Nobody) if found.len() == 1 => Some(Cast::default()),
        _ => None,
    }
}

/// Takes out the words that say what part is played, and parts the words before "phối hợp" from those after it.
fn without_roles(all: Vec<Token>) -> (Vec<Token>, Vec<Token>) {
    const ROLES: &[&[&str]] = &[
        &["chu", "tri"],
        &["co", "quan", "thuong", "truc"],
        &["thuc", "hien"],
        &["la", "don", "vi"],
        &["la", "co", "quan"],
        &["cung", "voi"],
        &["cung"],
        &["voi"],
        &["thu", "truong"],
        &["giam", "doc"],
        &["chu", "tich"],
        &["chanh"],
        &["lanh", "dao"],
    ];
    let (mut first, mut then): (Vec<Token>, Vec<Token>) = (Vec::new(), Vec::new());
    let (mut at, mut later, mut parted) = (0, false, false);
    let all: Vec<Token> = all.into_iter().take(MOST_TOKENS).collect();
    let begins = |at: usize, role: &[&str]| {
        all[at..].iter().map(|token| token.word.as_str()).take(role.len()).eq(role.iter().copied())
    };
    while at < all.len() {
        if begins(at, &["phoi", "hop"]) {
            (at, later, parted) = (at + 2, true, true);
        } else if let Some(role) = ROLES.iter().find(|role| begins(at, role)) {
            (at, parted) = (at + role.len(), true);
        } else {
            let gap = if std::mem::take(&mut parted) { all[at].gap.max(Gap::Mark) } else { all[at].gap };
            let into = if later { &mut then } else { &mut first };
            into.push(Token { gap, ..all[at].clone() });
            at += 1;
        }
    }
    (first, then)
}

/// Cuts words into names.
struct Cutter<'c, 'n> {
    text: &'c str,
    names: &'c Names<'n>,
    words: &'c [Token],
    later: bool,
    cast: &'c mut Cast,
    /// The collective name that was taken last, which what follows may belong to.
    wide: Option<Wide>,
    /// What names that follow share, as in "Các sở: Nội vụ, Tư pháp", and up to which word.
    shared: Option<(&'static [&'static str], usize)>,
}

/// A collective name that was taken: where it begins, and whether it was clear.
struct Wide {
    at: usize,
    clear: bool,
}

impl Cutter<'_, '_> {
    fn cut(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            if let Some(next) = self.share(at) {
                at = next;
            }
            at = match self.longest(at) {
                Some((end, found)) => {
                    self.take(at, end, &found);
                    end
                }
                None => {
                    let end = self.unknown_end(at);
                    self.unknown(at, end);
                    end
                }
            };
        }
    }

    /// The longest name that begins here, and who it means.
    fn longest(&self, at: usize) -> Option<(usize, BTreeSet<Who>)> {
        let last = self.stop(at).min(at + MOST_WORDS);
        let ends =
            (at + 1..=last).rev().filter(|end| self.words.get(*end).is_none_or(|next| next.gap > Gap::Space));
        ends.map(|end| (end, self.who(at, end))).find(|(_, found)| !found.is_empty())
    }

    /// Who some words mean, as they stand or with what the names here share.
    fn who(&self, at: usize, end: usize) -> BTreeSet<Who> {
        let found = self.names.find(&self.words[at..end]);
        match self.shared {
            Some((before, last)) if found.is_empty() && end <= last => {
                let before =
                    before.iter().map(|word| Token { word: (*word).to_owned(), ..self.words[at].clone() });
                let longer: Vec<Token> = before.chain(self.words[at..end].iter().cloned()).collect();
                self.names.find(&longer)
            }
            _ => found,
        }
    }

    /// Whether names that share a beginning are listed from here: where the list begins.
    fn share(&mut self, at: usize) -> Option<usize> {
        let rest = &self.words[at..];
        let begins = |list: &&(&[&str], &[&str])| {
            rest.iter().map(|token| token.word.as_str()).take(list.0.len()).eq(list.0.iter().copied())
        };
        let (listed, before) = LISTS.iter().find(begins)?;
        let (last, next) = (rest.get(listed.len() - 1)?, rest.get(listed.len())?);
        self.text[last.span.1..next.span.0].contains(':').then(|| {
            self.shared = Some((before, self.stop(at)));
            at + listed.len()
        })
    }

    /// Where the next semicolon is.
    fn stop(&self, at: usize) -> usize {
        let next = self.words.iter().skip(at + 1).position(|word| word.gap == Gap::Stop);
        next.map_or(self.words.len(), |next| at + 1 + next)
    }

    fn take(&mut self, at: usize, end: usize, found: &BTreeSet<Who>) {
        self.wide = None;
        let mut codes = BTreeSet::new();
        for who in found {
            match who {
                Who::Code(code) => drop(codes.insert(code.clone())),
                Who::Otherwise(heirs) => codes.extend(heirs.iter().cloned()),
                Who::Vague | Who::Nobody => (),
            }
        }
        match found.first() {
            Some(Who::Code(code)) if found.len() == 1 => {
                self.wide = code.starts_with('@').then_some(Wide { at, clear: true });
                let into = if self.later { &mut self.cast.then } else { &mut self.cast.first };
                if !into.contains(code) {
                    into.push(code.clone());
                }
            }
            Some(Who::Nobody) if found.len() == 1 => (),
            _ => {
                self.wide = found.contains(&Who::Vague).then_some(Wide { at, clear: false });
                self.cast.unclear.push(Unclear::Ambiguous(self.written(at, end), codes));
            }
        }
    }

    /// Where a name that is not known ends: before the next that is, or that begins as agencies' names do.
    fn unknown_end(&self, at: usize) -> usize {
        let stop = self.stop(at);
        let begins = |next: &usize| {
            let gap = self.words[*next].gap;
            gap == Gap::Line || (gap == Gap::Mark && (self.is_head(*next) || self.longest(*next).is_some()))
        };
        (at + 1..stop).find(begins).unwrap_or(stop)
    }

    /// Whether agencies' names begin so.
    fn is_head(&self, at: usize) -> bool {
        const ONE: &[&str] = &[
            "so", "ubnd", "hdnd", "mttq", "ubmttq", "cac", "vp", "vpubnd", "bhxh", "hoi", "doan", "cuc",
            "chi", "kho", "toa", "vien",
        ];
        const TWO: &[[&str; 2]] = &[
            ["uy", "ban"],
            ["hoi", "dong"],
            ["van", "phong"],
            ["cong", "an"],
            ["cong", "ty"],
            ["thanh", "tra"],
            ["trung", "tam"],
            ["bao", "hiem"],
            ["dai", "phat"],
            ["dai", "truyen"],
            ["dai", "pt"],
            ["benh", "vien"],
            ["mat", "tran"],
            ["lien", "doan"],
            ["tinh", "doan"],
            ["tinh", "uy"],
            ["ngan", "hang"],
            ["buu", "dien"],
            ["bo", "chi"],
        ];
        let word = |at: usize| self.words.get(at).map(|token| token.word.as_str());
        let next =
            self.words.get(at + 1).filter(|next| next.gap == Gap::Space).map(|next| next.word.as_str());
        let (Some(first), next) = (word(at), next) else { return false };
        ONE.contains(&first)
            || (first == "ban" && next.is_some_and(|next| next != "nganh"))
            || next.is_some_and(|next| TWO.contains(&[first, next]))
    }

    /// A name that is not known. One that goes on from a collective name is a longer collective name.
    fn unknown(&mut self, at: usize, end: usize) {
        let wide = self.wide.take().filter(|_| self.words[at].gap == Gap::Mark && !self.is_head(at));
        if let Some(wide) = &wide {
            self.take_back(wide.clear);
        }
        let written = self.written(wide.map_or(at, |wide| wide.at), end);
        self.cast.unclear.push(if is_vague(&fold(&written)) {
            Unclear::Ambiguous(written, BTreeSet::new())
        } else {
            let nearest = self.names.nearest(&written);
            Unclear::Unknown(written, nearest)
        });
    }

    fn take_back(&mut self, clear: bool) {
        let into = if self.later { &mut self.cast.then } else { &mut self.cast.first };
        if clear {
            into.pop();
        } else {
            self.cast.unclear.pop();
        }
    }

    /// The words as they stand in the cell.
    fn written(&self, at: usize, end: usize) -> String {
        tidy(&self.text[self.words[at].span.0..self.words[end - 1].span.1])
    }
}
