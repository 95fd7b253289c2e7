//! Questions that seem to ask the same: of the same place or topic, and with pairs of words in common. Proposed to whoever may
//! fold; a person decides.

use std::collections::HashMap;

use accounts::{Desk, Directory};
use places::name::words;
use store::words::{Stand, holding};

use super::super::{FOLD, Kind, Question, REOPEN_DAYS, Refusal, State, days, table};

/// How many are proposed.
const MOST: usize = 3;
/// How many pairs of words are looked up, and how many questions each may find.
const PAIRS: usize = 24;
const FOUND: i64 = 300;
/// How many of those with most pairs in common are looked at.
const NEAR: usize = 40;
/// With fewer pairs in common, or a smaller part of its own, two questions are not alike: "xin hỏi" and "được không" are everywhere.
const LEAST: usize = 3;
const PART: usize = 5;
/// Where words are looked up.
const WORDS: (&str, &str, &str) = ("question", "fold", "id");

/// The questions most alike to an open one that it may be folded into, the most alike first.
///
/// # Errors
/// When the database cannot be read.
pub async fn alike(desk: &Desk, question: &Question) -> Result<Vec<Question>, Refusal> {
    if question.state != State::Open || question.kind == Kind::OwnData {
        return Ok(Vec::new());
    }
    let mut at = desk.read().await?;
    let mut shared: HashMap<i64, usize> = HashMap::new();
    let own = pairs(&question.words);
    let least = LEAST.max(own.len().div_ceil(PART));
    for pair in own {
        for id in holding(&mut at, WORDS, &pair, Stand::Phrase, FOUND).await? {
            *shared.entry(id).or_default() += 1;
        }
    }
    let mut near: Vec<(i64, usize)> =
        shared.into_iter().filter(|(id, pairs)| *id != question.id && *pairs >= least).collect();
    near.sort_by_key(|(id, pairs)| (std::cmp::Reverse(*pairs), std::cmp::Reverse(*id)));
    let directory = Directory::load(&mut at).await?;
    let mut found = Vec::new();
    for (id, pairs) in near.into_iter().take(NEAR) {
        let Some(other) = table::find(&mut at, id).await? else { continue };
        let may_fold = FOLD.allows(desk.role, other.relation(desk, &directory));
        let is_fresh = other.settled_on.is_none_or(|day| days(day, desk.today) <= REOPEN_DAYS);
        if let Some(near) = nearness(question, &other, pairs).filter(|_| may_fold && is_fresh) {
            found.push((near, other));
        }
    }
    found.sort_by_key(|(near, other)| (std::cmp::Reverse(*near), other.id));
    Ok(found.into_iter().take(MOST).map(|(_, other)| other).collect())
}

/// Pairs of words that follow each other: in Vietnamese a syllable alone says little.
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
