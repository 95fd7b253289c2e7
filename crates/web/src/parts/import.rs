//! What other feedback systems took in, in words: each apart, with its name and the day of its file.

use jiff::civil::Date;
use listen::import::{Amiss, Kind, Problem, Refusal, Share, Tally, Unread};
use look::{Lang, Value, say, say_with};

use crate::Fault;
use crate::fault::closed;

/// A system's counts, ready to be shown.
pub(crate) struct Told {
    pub(crate) source: String,
    pub(crate) as_of: Date,
    pub(crate) received: i64,
    pub(crate) answered: String,
    pub(crate) time: String,
    pub(crate) liked: String,
}

/// The counts of every system.
pub(crate) fn told(lang: Lang, tallies: Vec<Tally>) -> Vec<Told> {
    let share = |share: Share| match share.of {
        0 => say(lang, "others-unknown"),
        _ => say_with(lang, "question-share-of", &[("n", share.n.into()), ("of", share.of.into())]),
    };
    let one = |tally: Tally| Told {
        answered: share(tally.answered),
        time: share(tally.on_time),
        liked: share(tally.satisfied),
        source: tally.source,
        as_of: tally.as_of,
        received: tally.received,
    };
    tallies.into_iter().map(one).collect()
}

/// What a column is, in words.
pub(crate) fn kind(lang: Lang, kind: Kind) -> String {
    say(lang, &format!("others-kind-{}", kind.as_str()))
}

/// A wrong cell, and what to do about it.
pub(crate) fn problem(lang: Lang, problem: &Problem) -> String {
    let place = match (problem.row, &problem.column) {
        (Some(row), Some(column)) => say_with(
            lang,
            "others-cell",
            &[("row", i64::from(row).into()), ("column", Value::from(column.as_str()))],
        ),
        (Some(row), None) => say_with(lang, "others-row", &[("row", i64::from(row).into())]),
        (None, _) => String::new(),
    };
    let why = say(lang, &format!("others-amiss-{}", problem.kind.as_str()));
    let found = match problem.kind {
        Amiss::Empty => String::new(),
        _ => format!(" ({} {})", say(lang, "listing-found"), problem.value),
    };
    format!("{place}: {why}{found}")
}

/// The sentence for a refusal; what ends in a page of its own goes on as one.
pub(crate) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let named = |key, it| say_with(lang, key, &[("column", kind(lang, it).into())]);
    Ok(match refusal {
        Refusal::Missing | Refusal::Forbidden(_) | Refusal::Store(_) => return Err(closed(refusal)),
        Refusal::NoSource => say(lang, "others-no-source"),
        Refusal::Later => say(lang, "others-later"),
        Refusal::Unread(Unread::Sheet(_)) => say(lang, "survey-unread"),
        Refusal::Unread(Unread::Empty) => say(lang, "others-empty"),
        Refusal::Unread(Unread::TooLarge) => say(lang, "others-too-large"),
        Refusal::Lacks(it) => named("others-lacks", it),
        Refusal::Double(it) => named("others-double", it),
        Refusal::Amiss(n) => say_with(lang, "others-amiss", &[("n", n.into())]),
        Refusal::Kept => say(lang, "others-kept-already"),
        Refusal::Sealed => say(lang, "others-sealed"),
    })
}

closed!(pub(crate) Refusal);
