//! Finding what stands up in communes by its words, with and without marks: what it is called, by the law and by
//! neighbours, and the document that the commune recorded. What is compared is folded once, when the notices are drawn.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use accounts::Agency;
use places::name;

use super::{Notices, Shown};
use crate::disclosure::{Duty, Hangs, Kind, Line, Spot, kind};

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
    /// Whether it can be seen at one of its places at least, now.
    fn is_up(&self, line: &Line) -> bool {
        let is_there = |spot: &Spot| matches!(spot.hangs, Hangs::There { .. } | Hangs::Served { .. });
        !matches!(self.shown(line), Shown::Past(_)) && line.spots.iter().any(is_there)
    }

    /// What stands up and holds every word that was written, by commune; what holds them in a row comes first. The name
    /// of a commune may be among the words.
    pub fn find(&self, written: &str, most: usize) -> Vec<(&str, &Line)> {
        let mut words = name::words(written);
        words.truncate(WORDS_MAX);
        let wanted: Vec<String> = words.iter().map(|word| format!(" {word}")).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let row = format!(" {}", words.join(" "));
        let of_duties: Vec<(&str, u32, bool)> =
            DUTIES.iter().map(|(code, said)| (*code, held(said, &wanted), said.contains(&row))).collect();
        let all = (1 << wanted.len()) - 1;
        let (mut first, mut then) = (Vec::new(), Vec::new());
        for (commune, named) in &self.index.communes {
            let of_commune = held(named, &wanted);
            for at in self.places.get(commune).into_iter().flatten() {
                let (Some(line), Some(recorded)) = (self.lines.get(*at), self.index.recorded.get(*at)) else {
                    continue;
                };
                let of_duty = of_duties.iter().find(|(code, ..)| *code == line.duty.code);
                let Some((_, of_duty, in_row)) = of_duty else { continue };
                let own = *of_duty | held(recorded, &wanted);
                if own == 0 || own | of_commune != all || !self.is_up(line) {
                    continue;
                }
                let place = if *in_row || recorded.contains(&row) { &mut first } else { &mut then };
                place.push((commune.as_str(), line));
                if first.len() >= most {
                    return first;
                }
            }
        }
        first.extend(then);
        first.truncate(most);
        first
    }
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
