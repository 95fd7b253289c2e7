//! The questions of an annex as a form, and its answers.

use look::Lang;
use look::words::say;
use plan::Rhythm;
use plan::annex::{self, NOBODY, Named, Question, Settled, Topic};

use crate::desk::typed::Typed;

/// The most that are asked at once; the rest come after.
pub(super) const MOST: usize = 30;
/// The most cells that are named.
const CELLS: usize = 8;

/// A question as the form shows it.
pub(super) struct Asked {
    pub(super) topic: Topic,
    pub(super) written: String,
    pub(super) cells: String,
    pub(super) choices: Vec<Named>,
    /// What was picked and typed before.
    pub(super) picked: String,
    pub(super) other: String,
}

impl Asked {
    /// A question with what was answered before, under its number.
    pub(super) fn new(lang: Lang, question: Question, number: usize, typed: &Typed) -> Self {
        let Question { topic, written, cells, mut choices, .. } = question;
        if topic == Topic::Period {
            choices = Rhythm::ALL.map(|rhythm| of_rhythm(lang, rhythm)).into();
        }
        choices.push(Named {
            code: NOBODY.to_owned(),
            name: say(lang, &format!("annex-none-{}", topic.as_str())),
        });
        let more = if cells.len() > CELLS { "…" } else { "" };
        let cells: Vec<String> = cells.into_iter().take(CELLS).collect();
        let was = |field: &str| typed.get(&format!("{field}-{number}")).to_owned();
        let is_same = was("written") == written;
        let kept = |field: &str| if is_same { was(field) } else { String::new() };
        let (picked, other) = (kept("means"), kept("other"));
        Self { topic, cells: cells.join(", ") + more, choices, picked, other, written }
    }
}

fn of_rhythm(lang: Lang, rhythm: Rhythm) -> Named {
    let name = say(lang, &format!("rhythm-{}", rhythm.as_str()));
    Named { code: annex::rhythm(rhythm).to_owned(), name }
}

/// The answers of a form; what was left open is left out. A choice counts before what was typed beside it.
pub(super) fn answers(typed: &Typed) -> Settled {
    (0..MOST).fold(Settled::default(), |settled, number| {
        let field = |name: &str| typed.get(&format!("{name}-{number}"));
        let means = if field("means").is_empty() { field("other") } else { field("means") };
        match Topic::read(field("topic")) {
            Some(topic) if !means.is_empty() && !field("written").is_empty() => {
                settled.with(topic, field("written"), means)
            }
            _ => settled,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_counts_before_what_was_typed_and_what_is_open_is_left_out() {
        let pairs = [
            ("topic-0", "agency"),
            ("written-0", "Sở TP"),
            ("means-0", "BL-STP"),
            ("other-0", "Sở Tài chính"),
            ("topic-1", "period"),
            ("written-1", "khi cần"),
            ("means-1", ""),
            ("other-1", "Quý II/2025"),
            ("topic-2", "content"),
            ("written-2", "x"),
            ("topic-3", "nothing"),
            ("written-3", "x"),
            ("means-3", "y"),
        ];
        let typed = Typed(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
        let settled = answers(&typed);
        let told: Vec<_> = settled.iter().collect();
        assert_eq!(told, [(Topic::Agency, "Sở TP", "BL-STP"), (Topic::Period, "khi cần", "Quý II/2025"),]);
    }
}
