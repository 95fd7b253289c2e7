//! Aiming in the words of the day: a place or household, and that a survey asks there.

use super::respondents::surveys;
use super::sentence::{Place, Sentence};
use super::words::{WORDS, Words};

/// Where a sentence names what is surveyed; `is_asking` says whether the text speaks of interviews or the index at all.
pub(super) fn aimed(sentence: &Sentence<'_>, is_asking: bool) -> Option<Place> {
    let words = &*WORDS;
    let found = [
        chosen(sentence, words),
        sampled(sentence, words),
        announced(sentence, words, is_asking),
        asked_there(sentence, words),
        consists(sentence, words),
        to_be_asked(sentence, words),
    ];
    found.into_iter().flatten().min()
}

/// "Phường được chọn khảo sát": a place is chosen for a survey.
fn chosen(sentence: &Sentence<'_>, words: &Words) -> Option<Place> {
    sentence.all(&words.home).into_iter().find_map(|home| {
        let chosen = sentence.first(home.1..=home.1 + 5, &words.chosen)?;
        let survey = sentence.first(chosen.1..=chosen.1 + 4, &words.chosen_for)?;
        let is_one = !(chosen.0..survey.0).any(|at| sentence.words[at].is_last);
        (is_one && is_survey(sentence, survey)).then_some((home.0, survey.1))
    })
}

/// "Hộ nằm trong mẫu", "khóm được chọn mẫu".
fn sampled(sentence: &Sentence<'_>, words: &Words) -> Option<Place> {
    sentence.all(&words.home).into_iter().find_map(|home| {
        let near = home.1..=home.1 + 4;
        let among = sentence.first(near.clone(), &words.belongs);
        let among = among.or_else(|| sentence.first(near, &words.chosen))?;
        let of_survey = || {
            let list = sentence.first(among.1..=among.1 + 1, &words.sample_of_survey)?;
            (sentence.holds(&words.strong) && sentence.at(list.1, &words.surveyed_thing).is_none())
                .then_some(list)
        };
        let sample = sentence.first(among.1..=among.1 + 1, &words.sample).or_else(of_survey)?;
        let is_asked = sample.1 - sample.0 > 1 || sentence.at(among.0, &words.chosen).is_some();
        (is_asked && !sentence.is_before(sample.0, &words.model)).then_some((home.0, sample.1))
    })
}

/// "Đoàn sẽ phỏng vấn tại khóm 3": where a survey will be held.
fn announced(sentence: &Sentence<'_>, words: &Words, is_asking: bool) -> Option<Place> {
    let here = surveys(sentence);
    if here.is_empty() || !is_asking {
        return None;
    }
    sentence.all(&words.will).into_iter().find_map(|will| {
        let comes = sentence.first(will.1..=will.1 + 3, &words.comes)?;
        let place = sentence.first(comes.1..=comes.1 + 6, &words.place)?;
        let subject = |survey: &&Place| {
            let near = survey.1 <= will.0 && survey.1 + 3 >= will.0;
            near && !(survey.0..will.0).any(|at| sentence.words[at].is_last)
        };
        let who = here.iter().find(subject);
        let is_interview = sentence.at(comes.0, &words.interview).is_some();
        let from = who.map(|who| who.0).or(is_interview.then_some(will.0))?;
        Some((from, place.1))
    })
}

/// "Nơi PAPI khảo sát", "danh sách hộ phỏng vấn".
fn asked_there(sentence: &Sentence<'_>, words: &Words) -> Option<Place> {
    sentence.all(&words.home).into_iter().find_map(|home| {
        let papi = sentence.first(home.1..=home.1 + 3, &words.chosen_for)?;
        let is_named = sentence.is_before(home.0, &words.list) && is_survey(sentence, papi);
        let comes = sentence.first(papi.1..=papi.1 + 2, &words.comes);
        let is_index = sentence.folds_to(papi.0, ["papi"]);
        let to = comes.filter(|_| is_index).or(Some(papi).filter(|_| is_named))?;
        let is_one = !(home.0..to.0).any(|at| sentence.words[at].is_last);
        is_one.then_some((home.0, to.1))
    })
}

/// "Mẫu khảo sát năm nay gồm ấp 1": the places of a sample.
fn consists(sentence: &Sentence<'_>, words: &Words) -> Option<Place> {
    sentence.all(&words.sample).into_iter().filter(|sample| sample.1 - sample.0 > 1).find_map(|sample| {
        let of = sentence.first(sample.1..=sample.1 + 3, &words.consists)?;
        let place = sentence.first(of.1..=of.1 + 2, &words.place)?;
        Some((sample.0, place.1))
    })
}

/// "Các hộ dự kiến được phỏng vấn": those who will be asked.
fn to_be_asked(sentence: &Sentence<'_>, words: &Words) -> Option<Place> {
    if sentence.holds(&words.elsewhere) {
        return None;
    }
    sentence.all(&words.home).into_iter().find_map(|home| {
        let will = sentence.first(home.1..=home.1 + 1, &words.will)?;
        let asked = sentence.first(will.1..=will.1 + 1, &words.to_be_asked)?;
        Some((home.0, asked.1))
    })
}

fn is_survey(sentence: &Sentence<'_>, place: Place) -> bool {
    sentence.at(place.1, &WORDS.not_survey_after).is_none()
}
