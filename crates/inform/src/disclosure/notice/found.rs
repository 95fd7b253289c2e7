//! Finding what stands up in communes, or ought to, by its words, with and without marks: what it is called, by the law and by
//! neighbours, and the document that the commune recorded. What is compared is folded once, when the notices are drawn.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use accounts::Agency;
use places::name;

use super::{Blank, Notices, Shown};
use crate::disclosure::{Duty, Hangs, Kind, Line, Spot, kind};

/// Something of a commune that is found.
#[derive(Debug, Clone, Copy)]
pub enum Found<'a> {
    /// Something that is there, or ought to be.
    Line(&'a Line),
    /// Something of which nothing is recorded.
    Blank(&'a Blank),
}

/// The most words that are looked for.
const WORDS_MAX: usize = 12;

/// Folded words of what is told, as far as they are not the duty's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Index {
    /// Of each line, what the commune recorded.
    recorded: Vec<String>,
    /// Of each commune, its name.
    communes: BTreeMap<String, String>,
}

/// The words of each duty, in the order of the duties.
static DUTIES: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
    let of = |duty: &'static Duty| {
        let kinds = duty.kinds.iter().filter_map(|code| kind(code)).map(|kind| kind.name.as_str());
        let said = [&duty.plain, &duty.content, &duty.plain_en, &duty.content_en].map(String::as_str);
        (duty.code.as_str(), spaced(&said.into_iter().chain(kinds).collect::<Vec<_>>().join(" , ")))
    };
    Duty::all().iter().map(of).collect()
});

impl Index {
    /// The index of lines in communes.
    pub(super) fn new<'a>(lines: &[Line], communes: impl Iterator<Item = &'a Agency>) -> Self {
        let recorded = |line: &Line| {
            let is_recorded = kind(&line.event.kind).is_some_and(Kind::is_recorded);
            if is_recorded { spaced(&line.event.words) } else { String::new() }
        };
        Self {
            recorded: lines.iter().map(recorded).collect(),
            communes: communes.map(|it| (it.code.clone(), spaced(&it.name))).collect(),
        }
    }
}

impl Notices {
    /// What holds every word that was written, by commune: what stands up first, of that what holds them in a row; then
    /// what is missing or coming; last what a commune recorded nothing of, where the words name both. The name of a commune
    /// may be among the words.
    pub fn find(&self, written: &str, most: usize) -> Vec<(&str, Found<'_>)> {
        let mut words = name::words(written);
        words.truncate(WORDS_MAX);
        let wanted: Vec<String> = words.iter().map(|word| format!(" {word}")).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let asked = Asked::new(&words, wanted);
        let mut ranks: [Vec<(&str, Found<'_>)>; 4] = Default::default();
        for (commune, named) in &self.index.communes {
            let of_commune = asked.held(named).words;
            let lines = self.places.get(commune).into_iter().flatten().filter_map(|at| {
                let (line, recorded) = (self.lines.get(*at)?, self.index.recorded.get(*at)?);
                Some((asked.rank(self, line, recorded, of_commune)?, Found::Line(line)))
            });
            let named = self.blanks(commune).iter().filter(|blank| asked.names(blank, of_commune));
            for (rank, found) in lines.chain(named.map(|blank| (3, Found::Blank(blank)))) {
                if let Some(ranked) = ranks.get_mut(rank).filter(|ranked| ranked.len() < most) {
                    ranked.push((commune.as_str(), found));
                }
            }
            if ranks.first().is_some_and(|first| first.len() >= most) {
                break;
            }
        }
        ranks.into_iter().flatten().take(most).collect()
    }
}

/// What is looked for.
struct Asked {
    /// Folded words, each after a space, and all of them in a row.
    wanted: Vec<String>,
    row: String,
    /// The bits of all words.
    all: u32,
    /// What the words of each duty hold of it.
    duties: BTreeMap<&'static str, Held>,
}

/// What a text holds of what is looked for.
struct Held {
    words: u32,
    in_row: bool,
}

impl Asked {
    fn new(words: &[String], wanted: Vec<String>) -> Self {
        let (row, all) = (format!(" {}", words.join(" ")), (1 << wanted.len()) - 1);
        let mut asked = Self { wanted, row, all, duties: BTreeMap::new() };
        asked.duties = DUTIES.iter().map(|(code, said)| (*code, asked.held(said))).collect();
        asked
    }

    fn held(&self, said: &str) -> Held {
        Held { words: held(said, &self.wanted), in_row: said.contains(&self.row) }
    }

    /// Where a line of a commune stands among what is found; none where it is not.
    fn rank(&self, notices: &Notices, line: &Line, recorded: &str, of_commune: u32) -> Option<usize> {
        let (of_duty, own) = (self.duties.get(line.duty.code.as_str())?, self.held(recorded));
        let words = of_duty.words | own.words;
        if words == 0 || words | of_commune != self.all {
            return None;
        }
        match notices.shown(line) {
            Shown::Past(_) => None,
            _ if is_up(line) => Some(usize::from(!(of_duty.in_row || own.in_row))),
            _ => Some(2),
        }
    }

    /// Whether the words name a duty and the commune: a word must be of its name alone, else every commune would be found.
    fn names(&self, blank: &Blank, of_commune: u32) -> bool {
        let of_duty = self.duties.get(blank.duty.code.as_str()).map_or(0, |held| held.words);
        of_duty != 0 && of_duty != self.all && of_duty | of_commune == self.all
    }
}

/// Whether it can be seen at one of its places at least, now.
fn is_up(line: &Line) -> bool {
    let is_there = |spot: &Spot| matches!(spot.hangs, Hangs::There { .. } | Hangs::Served { .. });
    line.spots.iter().any(is_there)
}

/// Which of the words a text holds: one bit each. A word may be the beginning of a longer one.
fn held(said: &str, wanted: &[String]) -> u32 {
    wanted.iter().enumerate().filter(|(_, word)| said.contains(word.as_str())).map(|(at, _)| 1 << at).sum()
}

/// Folded words, each after a space.
fn spaced(text: &str) -> String {
    name::words(text).iter().fold(String::new(), |said, word| said + " " + word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_where_they_are_looked_for() {
        let wanted = [" dat".to_owned(), " bang gia".to_owned()];
        assert_eq!(held(&spaced("Bảng giá đất"), &wanted), 0b11);
        assert_eq!(held(&spaced("Cấp đất"), &wanted), 0b01);
        assert_eq!(
            held(&spaced("Quyết định 05/QĐ-UBND"), &[" 05".into(), " ubnd".into(), " nh".into()]),
            0b011
        );
    }
}
