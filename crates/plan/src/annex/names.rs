//! The names of agencies and groups on the plan's day, in every spelling that is surely theirs.

use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};

use accounts::agency::{Agency, Group, Heirs, Kind};
use places::name::fold;

use super::tokens::{Token, plain, spells};
use super::{Basis, Named, Settled, Topic, collective};

/// What a person writes for a name that means nobody in particular.
pub const NOBODY: &str = "-";

/// Who a name means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    /// An agency in force on the day, a group, or what a person settled, by code.
    Code(String),
    /// An agency that was or will be; those that have its work on the day.
    Otherwise(BTreeSet<String>),
    /// A collective name that does not say which.
    Vague,
    /// Nobody, as a person settled it.
    Nobody,
}

/// Every name that a cell may hold.
pub(super) struct Names<'a> {
    basis: &'a Basis<'a>,
    /// Codes, and what people settled: taken as they stand.
    settled: HashMap<Vec<String>, Who>,
    now: Spellings,
    otherwise: Spellings,
    /// Names as they are shown, for proposals.
    shown: Vec<(String, String)>,
    /// How often names were proposed.
    proposed: Cell<usize>,
}

/// Spellings by the letter that they begin with: a word, or initials, begin with it too.
#[derive(Default)]
struct Spellings(HashMap<char, Vec<(Vec<String>, Who)>>);

impl Spellings {
    fn add(&mut self, words: Vec<String>, who: &Who) {
        let first = words.first().and_then(|word| word.chars().next());
        if let Some(list) = first.map(|letter| self.0.entry(letter).or_default()) {
            list.push((words, who.clone()));
        }
    }

    fn find(&self, written: &[Token]) -> BTreeSet<Who> {
        let letter = written.first().and_then(|token| token.word.chars().next());
        let list = letter.and_then(|letter| self.0.get(&letter)).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter(|(words, _)| spells(written, words)).map(|(_, who)| who.clone()).collect()
    }
}

impl<'a> Names<'a> {
    pub(super) fn of(basis: &'a Basis<'a>) -> Self {
        let mut names = Self {
            basis,
            settled: HashMap::new(),
            now: Spellings::default(),
            otherwise: Spellings::default(),
            shown: Vec::new(),
            proposed: Cell::new(0),
        };
        basis.directory.agencies().for_each(|agency| names.agency(agency));
        basis.directory.groups().for_each(|group| names.group(group));
        names.settle(basis.settled);
        collective::vague().into_iter().for_each(|words| names.now.add(words, &Who::Vague));
        names
    }

    /// Everyone that the written words may mean, the surest first: as settled, as of the day, as of another day.
    pub(super) fn find(&self, written: &[Token]) -> BTreeSet<Who> {
        let words: Vec<String> = written.iter().map(|token| token.word.clone()).collect();
        if let Some(who) = self.settled.get(&words) {
            return [who.clone()].into();
        }
        let now = self.now.find(written);
        if now.is_empty() { self.otherwise.find(written) } else { now }
    }

    /// The names nearest to what is written, at most three.
    /// None once as many were proposed as problems are kept: a file of nonsense costs no more than a reader sees.
    pub(super) fn nearest(&self, written: &str) -> Vec<Named> {
        if self.proposed.replace(self.proposed.get() + 1) >= sheet::KEPT {
            return Vec::new();
        }
        let key = fold(written);
        let alike = |name: &str| strsim::normalized_levenshtein(&key, &fold(name));
        let near = self.shown.iter().map(|(code, name)| (alike(name), code, name));
        let mut near: Vec<(f64, &String, &String)> = near.filter(|(alike, ..)| *alike >= 0.6).collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(b.2)));
        near.dedup_by(|a, b| a.2 == b.2);
        near.into_iter()
            .take(3)
            .map(|(_, code, name)| Named { code: code.clone(), name: name.clone() })
            .collect()
    }

    /// Those of the day, each with what is surely read as it.
    pub(super) fn offered(&self) -> Vec<Named> {
        let named = |(code, name): &(String, String)| Named { code: self.written(code), name: name.clone() };
        self.shown.iter().map(named).collect()
    }

    /// How an export writes a code so that it is read back: the name where that means it and nothing else.
    pub(super) fn written(&self, code: &str) -> String {
        let name = self.basis.directory.name(code);
        let found = self.find(&super::tokens::tokens(name));
        let is = found.len() == 1 && found.first() == Some(&Who::Code(code.to_owned()));
        if is { name.to_owned() } else { code.to_owned() }
    }

    fn settle(&mut self, settled: &Settled) {
        for (_, written, code) in settled.iter().filter(|(topic, ..)| *topic == Topic::Agency) {
            let who = if code == NOBODY { Who::Nobody } else { Who::Code(code.to_owned()) };
            self.settled.insert(plain(written), who);
        }
    }

    fn agency(&mut self, agency: &Agency) {
        let basis = self.basis;
        if basis.directory.is_in(agency, basis.unit, basis.day) {
            let who = Who::Code(agency.code.clone());
            variants(agency).into_iter().for_each(|words| self.now.add(words, &who));
            self.shown.push((agency.code.clone(), agency.name.clone()));
        } else {
            let heirs = self.heirs(agency);
            if !heirs.is_empty() {
                let who = Who::Otherwise(heirs);
                variants(agency).into_iter().for_each(|words| self.otherwise.add(words, &who));
            }
        }
        // A code is its own name on any day: a file that was exported is read back.
        self.settled.insert(plain(&agency.code), Who::Code(agency.code.clone()));
    }

    /// Those of the day that have, or had, the work of an agency that is not in force on it.
    fn heirs(&self, agency: &Agency) -> BTreeSet<String> {
        let Basis { directory, unit, day, .. } = self.basis;
        if agency.ended.is_some_and(|last| last < *day) {
            let heirs = match directory.heirs(&agency.code, *day) {
                Heirs::One(one) => vec![one],
                Heirs::Several(several) => several,
                Heirs::Nobody => Vec::new(),
            };
            return heirs.into_iter().map(|heir| heir.code.clone()).collect();
        }
        let before = directory.agencies().filter(|now| directory.is_in(now, unit, *day));
        let gives = |now: &&Agency| match directory.heirs(&now.code, agency.began) {
            Heirs::One(heir) => heir.code == agency.code,
            Heirs::Several(heirs) => heirs.iter().any(|heir| heir.code == agency.code),
            Heirs::Nobody => false,
        };
        before.filter(gives).map(|now| now.code.clone()).collect()
    }

    fn group(&mut self, group: &Group) {
        let day = self.basis.day;
        let in_force = group.began <= day && group.ended.is_none_or(|last| day <= last);
        let who = match &group.successor {
            _ if in_force => Who::Code(group.code.clone()),
            Some(next) => Who::Otherwise([next.clone()].into()),
            None => Who::Vague,
        };
        let spellings = if in_force { &mut self.now } else { &mut self.otherwise };
        spellings.add(plain(&group.name), &who);
        let phrases = group.kind.map(collective::phrases).unwrap_or_default();
        phrases.into_iter().for_each(|words| spellings.add(words, &who));
        if in_force {
            self.shown.push((group.code.clone(), group.name.clone()));
        }
        self.settled.insert(plain(&group.code), Who::Code(group.code.clone()));
    }
}

/// The spellings of an agency's name: with the province and without, in full and short.
fn variants(agency: &Agency) -> BTreeSet<Vec<String>> {
    let name = full(&plain(&agency.name));
    let mut bases = BTreeSet::from([name.clone()]);
    if matches!(agency.kind, Kind::District | Kind::Commune) {
        bases.extend(
            name.strip_prefix(&words("uy ban nhan dan")[..]).filter(|rest| rest.len() > 1).map(<[_]>::to_vec),
        );
        // "UBND Phường 1 (thành phố Bạc Liêu)" is written without what tells it apart.
        bases.insert(full(&plain(agency.name.split('(').next().unwrap_or_default())));
        return bases;
    }
    let province = places::country().unit(&agency.unit).map(|unit| plain(unit.name)).unwrap_or_default();
    let bare = bare(&name, &province);
    let ends = [vec![], words("tinh"), [words("tinh"), province.clone()].concat(), province];
    for base in shorter(bare) {
        bases.extend(
            ends.iter()
                .filter(|end| !end.is_empty() || !is_everyones(&base))
                .map(|end| [base.clone(), end.clone()].concat()),
        );
    }
    bases.extend(
        agency
            .code
            .split_once('-')
            .map(|(_, short)| plain(short))
            .filter(|short| short.len() == 1 && !is_everyones(&full(short))),
    );
    bases
}

/// A name without its province, as long as two words are left.
fn bare(name: &[String], province: &[String]) -> Vec<String> {
    let ends = [[&words("tinh")[..], province].concat(), province.to_vec(), words("tinh")];
    let rest = ends.iter().filter(|end| !end.is_empty()).find_map(|end| name.strip_suffix(&end[..]));
    rest.filter(|rest| rest.len() > 1).unwrap_or(name).to_vec()
}

/// The Front is written in several lengths.
fn shorter(name: Vec<String>) -> Vec<Vec<String>> {
    let of_vietnam = words("mat tran to quoc viet nam");
    let Some(before) = name.strip_suffix(&of_vietnam[..]).map(<[_]>::to_vec) else { return vec![name] };
    let short = words("mat tran to quoc");
    vec![name, [before, short.clone()].concat(), short, of_vietnam]
}

/// What every level has is not the province's without its word.
fn is_everyones(base: &[String]) -> bool {
    base == words("uy ban nhan dan") || base == words("hoi dong nhan dan")
}

/// The words behind abbreviations that directories use themselves.
fn full(name: &[String]) -> Vec<String> {
    let long = |word: &String| match word.as_str() {
        "ubnd" => words("uy ban nhan dan"),
        "hdnd" => words("hoi dong nhan dan"),
        "mttq" => words("mat tran to quoc"),
        _ => vec![word.clone()],
    };
    name.iter().flat_map(long).collect()
}

pub(super) fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}
