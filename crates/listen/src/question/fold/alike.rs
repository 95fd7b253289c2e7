//! Questions that seem to ask the same: of the same place or topic, and with pairs of words in common. Proposed to whoever may
//! fold; a person decides.

use std::cmp::Reverse;
use std::collections::HashSet;

use accounts::{Desk, Directory};
use jiff::ToSpan;
use places::name::words;

use super::super::{FOLD, Kind, Question, REOPEN_DAYS, Refusal, State, table};

/// How many are proposed.
const MOST: usize = 3;
/// How many pairs of its words are looked for in others.
const PAIRS: usize = 24;
/// With fewer pairs in common, or a smaller part of its own, two questions are not alike: "xin hỏi" and "được không" are everywhere.
const LEAST: usize = 3;
const PART: usize = 5;

/// The questions most alike to an open one that it may be folded into, the most alike first.
///
/// # Errors
/// When the database cannot be read.
pub async fn alike(desk: &Desk, question: &Question) -> Result<Vec<Question>, Refusal> {
    if question.state != State::Open || question.kind == Kind::OwnData {
        return Ok(Vec::new());
    }
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let since = desk.today.saturating_sub(REOPEN_DAYS.days());
    let own = pairs(&question.words);
    let least = LEAST.max(own.len().div_ceil(PART));
    let mut found = Vec::new();
    for other in table::beside(&mut at, question, since).await? {
        let may_fold = FOLD.allows(desk.role, other.relation(desk, &directory));
        let theirs = words(&other.words);
        let theirs: HashSet<&[String]> = theirs.windows(2).collect();
        let shared = own.iter().filter(|pair| theirs.contains(&pair[..])).count();
        if let Some(near) = nearness(question, &other, shared).filter(|_| may_fold && shared >= least) {
            found.push((near, other));
        }
    }
    found.sort_by_key(|(near, other)| (Reverse(*near), other.id));
    Ok(found.into_iter().take(MOST).map(|(_, other)| other).collect())
}

/// Pairs of words that follow each other, each once: in Vietnamese a syllable alone says little.
fn pairs(text: &str) -> Vec<[String; 2]> {
    let words = words(text);
    let mut pairs: Vec<[String; 2]> = Vec::new();
    for two in words.windows(2) {
        let pair = [two[0].clone(), two[1].clone()];
        if pairs.len() < PAIRS && !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    pairs
}

/// How alike two are with so many pairs in common; none where one cannot be folded into the other, or they have neither place
/// nor topic in common.
fn nearness(question: &Question, other: &Question, pairs: usize) -> Option<usize> {
    let same = |one: &Option<String>, two: &Option<String>| usize::from(one.is_some() && one == two);
    let place = same(&question.place, &other.place).max(same(&question.agency, &other.agency));
    let topic = same(&question.topic, &other.topic);
    let can_be = matches!(other.state, State::Open | State::Answered) && other.kind == question.kind;
    (can_be && place + topic > 0).then_some(pairs + 2 * place + topic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_words_in_a_row_each_once() {
        let joined = |text: &str| pairs(text).iter().map(|pair| pair.join(" ")).collect::<Vec<_>>();
        assert_eq!(joined("Đèn đường, đèn đường hư"), ["den duong", "duong den", "duong hu"]);
        assert!(joined("").is_empty() && joined("Đèn").is_empty());
        assert_eq!(pairs(&(0..100).map(|n| format!("t{n} ")).collect::<String>()).len(), PAIRS);
    }
}
