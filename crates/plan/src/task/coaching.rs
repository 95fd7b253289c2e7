//! A warning: a text that would coach respondents of a survey, or aim at the places where it is held.
//!
//! A plan works on what people live through, not on what they answer. Some phrases warn wherever they stand; else it is
//! words of three kinds in one sentence that do, see `respondents` and `surveyed`. A text without marks is read too, and
//! `english` reads that language. Khmer is not read: nobody who wrote this can vouch for its phrases.
//! It can be wrong either way, which is why a person decides.

mod english;
mod respondents;
mod sentence;
mod surveyed;
#[cfg(test)]
mod tests;
mod words;

use self::sentence::{Phrase, Place, Sentence, sentences};
use self::words::WORDS;
use super::Terms;

/// What a text would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aim {
    /// Coach those who may be asked.
    Respondents,
    /// Aim at the households, hamlets or communes that are surveyed.
    SurveyedPlaces,
}

/// Words that warn, and where in the task they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The code of the task.
    pub code: String,
    /// What the text would do.
    pub aim: Aim,
    /// The words that say so, as they were written.
    pub words: String,
}

/// Phrases that prepare people for answers, folded.
const COACHING: [&str; 30] = [
    "huong dan tra loi phieu",
    "huong dan cach tra loi",
    "huong dan tra loi khao sat",
    "huong dan tra loi phong van",
    "huong dan tra loi cau hoi khao sat",
    "tap huan tra loi",
    "tap huan nguoi duoc khao sat",
    "tap huan nguoi duoc phong van",
    "hoc thuoc dap an",
    "nguoi dan hoc thuoc",
    "ba con hoc thuoc",
    "tra loi rat hai long",
    "tra loi hai long",
    "tra loi theo huong",
    "danh gia cao khi duoc",
    "tra loi mau",
    "cau tra loi san",
    "dap an khao sat",
    "dap an mau",
    "dap an papi",
    "goi y tra loi",
    "goi y cach tra loi",
    "dinh huong tra loi",
    "dinh huong cau tra loi",
    "van dong tra loi tot",
    "tra loi sao cho",
    "chon nguoi tra loi",
    "cu nguoi tra loi",
    "mom loi",
    "mom cau tra loi",
];

/// The same where the text speaks of a survey: else they are of schools, contests and doctors too.
const COACHING_IN_SURVEYS: [&str; 8] = [
    "huong dan nguoi dan tra loi",
    "huong dan ho dan tra loi",
    "huong dan dan tra loi",
    "hoc thuoc long",
    "hoc thuoc cau",
    "nen tra loi",
    "cho diem cao",
    "cham diem cao",
];

/// Phrases that mean the places or people of a survey's sample, folded.
const AIMING: [&str; 21] = [
    "ho duoc khao sat",
    "ho duoc chon mau",
    "ho thuoc mau",
    "ho dan duoc khao sat",
    "nguoi duoc khao sat",
    "nguoi duoc phong van",
    "nguoi duoc chon khao sat",
    "nguoi duoc chon phong van",
    "dia ban khao sat",
    "dia ban duoc khao sat",
    "dia ban chon mau",
    "ap duoc khao sat",
    "thon duoc chon mau",
    "xa duoc chon khao sat",
    "xa duoc khao sat",
    "danh sach mau khao sat",
    "tai diem khao sat",
    "cac diem khao sat",
    "duoc papi chon",
    "duoc papi khao sat",
    "papi chon mau",
];

/// The same where the text speaks of a survey: a hamlet is chosen for much else.
const AIMING_IN_SURVEYS: [&str; 3] = ["dia ban duoc chon", "ap duoc chon", "khom duoc chon"];

/// What a text would do, and the words that say so, as they were written.
pub type Found = (Aim, String);

/// Every warning that a task's texts give, each aim once.
pub fn warnings(terms: &Terms) -> Vec<Warning> {
    let warning = |(aim, words)| Warning { code: terms.code.clone(), aim, words };
    found_in(terms.texts()).into_iter().map(warning).collect()
}

/// What texts of any kind would do, each aim once. Vietnamese, with marks or without, and English are read.
pub fn found_in<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Found> {
    let sentences: Vec<Sentence<'_>> = texts.into_iter().flat_map(sentences).collect();
    let says = |phrases: &[Phrase]| sentences.iter().any(|it| it.holds(phrases));
    let (is_surveyed, is_asking) = (says(&WORDS.strong), says(&WORDS.asking));
    let in_english = sentences.iter().any(|it| !english::surveys(it).is_empty());
    let coaches = |it| respondents::coached(it, is_surveyed).or_else(|| english::coached(it, in_english));
    let aims = |it| surveyed::aimed(it, is_asking).or_else(|| english::aimed(it, in_english));
    let in_survey = |phrases| fixed(&sentences, phrases).filter(|_| is_surveyed);
    let coached = fixed(&sentences, &COACHING)
        .or_else(|| in_survey(&COACHING_IN_SURVEYS))
        .or_else(|| sentences.iter().find_map(|it| Some(it.quote(coaches(it)?))));
    let aimed = fixed(&sentences, &AIMING)
        .or_else(|| in_survey(&AIMING_IN_SURVEYS))
        .or_else(|| sentences.iter().find_map(|it| Some(it.quote(aims(it)?))));
    let found = [(Aim::Respondents, coached), (Aim::SurveyedPlaces, aimed)];
    found.into_iter().filter_map(|(aim, words)| Some((aim, words?))).collect()
}

/// The first words that coach or aim, as they were written; none where no text does.
pub fn first_in(texts: &[&str]) -> Option<String> {
    found_in(texts.iter().copied()).into_iter().next().map(|(_, words)| words)
}

/// The first of the phrases that a sentence says without forbidding it, as it was written.
fn fixed(sentences: &[Sentence<'_>], phrases: &[&str]) -> Option<String> {
    phrases.iter().find_map(|phrase| sentences.iter().find_map(|it| Some(it.quote(said(it, phrase)?))))
}

/// Where a sentence says a phrase, without forbidding it.
fn said(sentence: &Sentence<'_>, phrase: &str) -> Option<Place> {
    let says = |start, phrase: &str| sentence.folds_to(start, phrase.split(' '));
    // "Được chấm điểm cao nhất" tells a result.
    let is_result = |start: usize| start.checked_sub(1).is_some_and(|before| says(before, "duoc"));
    let words = phrase.split(' ').count();
    // "Hộ được khảo sát thu nhập" is of another survey.
    let is_other = |start: usize| sentence.at(start + words, &WORDS.surveyed_thing).is_some();
    let meant = |start: &usize| {
        says(*start, phrase)
            && !is_result(*start)
            && !is_other(*start)
            && !respondents::forbidden(sentence, *start)
    };
    if sentence.holds(&WORDS.elsewhere) {
        return None;
    }
    let start = (0..sentence.words.len()).find(meant)?;
    Some((start, start + words))
}
