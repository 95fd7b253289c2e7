//! Coaching in the words of the day: a survey, an answer that pleases, and who is told to give it, in one sentence.

use std::sync::LazyLock;

use super::sentence::{Phrase, Place, Sentence};
use super::words::{WORDS, Words};

/// How many words before a verb belong to its clause, where nothing parts them.
const CLAUSE: usize = 6;

/// Where a sentence would coach; `is_surveyed` says whether the text speaks of a survey at all.
pub(super) fn coached(sentence: &Sentence<'_>, is_surveyed: bool) -> Option<Place> {
    let words = &*WORDS;
    let here = surveys(sentence);
    let found = [
        told(sentence, words, &here, is_surveyed),
        when_asked(sentence, words, &here),
        best(sentence, words, &here),
        guided(sentence, words, &here),
        not_to(sentence, words, &here),
        beside(sentence, words, &here),
        rewarded(sentence, words, &here),
        learned(sentence, words, &here),
    ];
    let allowed = found.into_iter().flatten().filter(|(verb, _)| !forbidden(sentence, *verb));
    allowed.map(|(_, place)| place).min()
}

/// The word that a prohibition would stand before, and what to quote.
type Coached = Option<(usize, Place)>;

/// Where a sentence speaks of a survey that asks people.
pub(super) fn surveys(sentence: &Sentence<'_>) -> Vec<Place> {
    let words = &*WORDS;
    let is_meant = |(start, end): &Place| {
        // "Khảo sát, đánh giá tốt nhu cầu" is what an office does itself.
        let is_own = sentence.words[*end - 1].is_last && sentence.at(*end, &words.answer).is_some();
        !(is_own && sentence.at(*start, &words.own_survey).is_some())
            && sentence.at(*end, &words.not_survey_after).is_none()
            && !sentence.is_before(*start, &words.not_survey_before)
    };
    sentence.all(&words.survey).into_iter().filter(is_meant).collect()
}

/// "Bà con hãy trả lời là hài lòng": somebody is told to give an answer that pleases.
fn told(sentence: &Sentence<'_>, words: &Words, here: &[Place], is_surveyed: bool) -> Coached {
    if here.is_empty() && !is_surveyed {
        return None;
    }
    answers(sentence, words, 6).find_map(|(verb, good)| {
        let back = verb.0.saturating_sub(6);
        let is_near = good.0 <= verb.1 + 3;
        let is_told = sentence.any_within(back, verb.0, &words.told) && (is_near || !here.is_empty());
        let is_asked = !here.is_empty()
            && sentence.any_within(back, verb.0, &words.asked_to)
            && sentence.any_within(0, verb.0, &words.people);
        (is_told || is_asked).then_some((verb.0, (sentence.clause(verb.0, CLAUSE), good.1)))
    })
}

/// "Khi được phỏng vấn, bà con cho điểm cao": an answer for when one is asked. What people did say is told otherwise.
fn when_asked(sentence: &Sentence<'_>, words: &Words, here: &[Place]) -> Coached {
    let is_condition = |(start, end): &Place| sentence.any_within(start.saturating_sub(5), *end, &words.when);
    if is_counted(sentence, words) || !here.iter().any(is_condition) {
        return None;
    }
    answers(sentence, words, 3).find_map(|(verb, good)| {
        let starts = verb.0 == 0 || sentence.words[verb.0 - 1].is_last;
        let is_told = starts || sentence.is_before(verb.0, &words.who_answers);
        let is_idiom = good == (verb.1, verb.1 + 1) && sentence.at(verb.0, &words.praise).is_some();
        let is_report = sentence.any_within(sentence.clause(verb.0, CLAUSE), verb.0, &words.reported);
        (is_told && !is_idiom && !is_report).then_some((verb.0, (sentence.clause(verb.0, CLAUSE), good.1)))
    })
}

/// "Chọn mức cao nhất ở mỗi câu hỏi của phiếu": the best of all answers.
fn best(sentence: &Sentence<'_>, words: &Words, here: &[Place]) -> Coached {
    if here.is_empty() || is_counted(sentence, words) {
        return None;
    }
    sentence.all(&words.mark).into_iter().find_map(|verb| {
        let best = sentence.first(verb.0 + 1..=verb.1 + 3, &words.best)?;
        let is_report = sentence.any_within(verb.0.saturating_sub(3), verb.0, &words.reported);
        let is_open = !sentence.any_within(verb.1, best.0, &words.barrier);
        (!is_report && is_open && is_answer(sentence, words, best)).then_some((verb.0, (verb.0, best.1)))
    })
}

/// "Hướng dẫn bà con cách trả lời phiếu": people are prepared.
fn guided(sentence: &Sentence<'_>, words: &Words, here: &[Place]) -> Coached {
    let first = here.first()?;
    sentence.all(&words.guide).into_iter().find_map(|guide| {
        let upto = guide.1 + 8;
        if let Some(ready) = sentence.first(guide.1..upto, &words.prepared) {
            return Some((guide.0, (guide.0.min(first.0), ready.1.max(first.1))));
        }
        let reply = sentence.first(guide.1..upto, &words.reply)?;
        let about = here.iter().find(|(start, _)| (reply.1..=reply.1 + 5).contains(start))?;
        let is_one = !(reply.1..about.0).any(|at| sentence.words[at].is_last)
            && !sentence.any_within(reply.1, about.0, &words.barrier)
            && !sentence.any_within(about.1, sentence.words.len(), &words.honest);
        is_one.then_some((guide.0, (guide.0, about.1)))
    })
}

/// "Bà con cần nắm rõ bộ câu hỏi PAPI": people learn beforehand what will be asked.
fn learned(sentence: &Sentence<'_>, words: &Words, here: &[Place]) -> Coached {
    if here.is_empty() || sentence.holds(&words.elsewhere) {
        return None;
    }
    sentence.all(&words.learn).into_iter().find_map(|learn| {
        let who = (learn.0.saturating_sub(6)..learn.0).any(|at| sentence.at(at, &words.people).is_some());
        let what = sentence.first(learn.1..=learn.1 + 2, &words.questions)?;
        let about = here.iter().find(|(start, _)| (learn.1..=what.1 + 3).contains(start))?;
        let is_report = sentence.any_within(learn.0.saturating_sub(3), learn.0, &words.reported);
        (who && !is_report).then_some((learn.0, (learn.0, what.1.max(about.1))))
    })
}

/// "Đừng nói không biết": an answer that does not please is not to be given.
fn not_to(sentence: &Sentence<'_>, words: &Words, here: &[Place]) -> Coached {
    let bad = if here.is_empty() { &words.unpleasing } else { &words.bad };
    sentence.all(&words.not).into_iter().find_map(|not| {
        let complaint = sentence.first(not.1..=not.1 + 1, &words.complaining).filter(|_| !here.is_empty());
        if let Some(complaint) = complaint {
            return Some((not.0, (not.0, complaint.1)));
        }
        let verb = sentence.first(not.1..=not.1 + 3, &words.answer)?;
        let bad = sentence.first(verb.1..=verb.1 + 3, bad)?;
        Some((not.0, (not.0, bad.1)))
    })
}

/// "Ngồi cùng khi người dân trả lời phiếu để gợi ý": somebody is there to help with the answers.
fn beside(sentence: &Sentence<'_>, words: &Words, here: &[Place]) -> Coached {
    let survey = here.first()?;
    let beside = sentence.first(0..sentence.words.len(), &words.beside)?;
    let prompt = sentence.first(beside.1..sentence.words.len(), &words.prompt)?;
    (survey.0 < prompt.1).then_some((prompt.0, (beside.0.min(survey.0), prompt.1)))
}

/// "Chấm điểm tốt sẽ được tặng quà": an answer earns something.
fn rewarded(sentence: &Sentence<'_>, words: &Words, here: &[Place]) -> Coached {
    here.first()?;
    answers(sentence, words, 3).find_map(|(verb, good)| {
        let reward = sentence.first(good.1..=good.1 + 6, &words.reward)?;
        Some((verb.0, (sentence.clause(verb.0, CLAUSE), reward.1)))
    })
}

/// Every answer with what it is to say, at most so many words apart.
fn answers<'a>(
    sentence: &'a Sentence<'_>,
    words: &'a Words,
    apart: usize,
) -> impl Iterator<Item = (Place, Place)> + 'a {
    let of = move |verb: Place| {
        let mut pleasing =
            (verb.0 + 1..=verb.1 + apart).filter_map(|at| sentence.at(at, &words.good)).filter(|good| {
                !sentence.any_within(verb.1, good.0, &words.barrier) && is_answer(sentence, words, *good)
            });
        let yes = || {
            let yes = sentence.first(verb.1..=verb.1 + 1, &words.yes)?;
            let ends = yes.1 == sentence.words.len() || sentence.words[yes.0].is_last;
            (ends || sentence.words[yes.0].is_quoted || sentence.at(yes.1, &words.after_yes).is_some())
                .then_some(yes)
        };
        pleasing.next().or_else(yes).map(|good| (verb, good))
    };
    // "Được khen" is what comes of it.
    let is_said = |praise: &Place| !sentence.is_before(praise.0, &words.reported);
    let praises = sentence.all(&words.praising).into_iter().filter(is_said).map(|praise| (praise, praise));
    sentence.all(&words.answer).into_iter().filter_map(of).chain(praises)
}

/// Whether what stands there is an answer, and no noun, comparison or list of what one may choose.
fn is_answer(sentence: &Sentence<'_>, words: &Words, good: Place) -> bool {
    let is_noun = sentence.at(good.0, &words.content).is_some()
        && sentence.is_before(good.0, &words.before_noun)
        || sentence.at(good.1, &words.after_noun).is_some();
    let is_other = sentence.is_before(good.0, &words.before_other);
    let is_option = sentence.any_within(good.1, good.1 + 3, &words.option);
    !is_noun && !is_other && !is_option
}

/// Whether a sentence tells shares or results.
fn is_counted(sentence: &Sentence<'_>, words: &Words) -> bool {
    sentence.has_share() || sentence.holds(&words.counted)
}

/// Whether guiding is forbidden shortly before: "không được", "nghiêm cấm" directly before "hướng dẫn", "gợi ý", "vận động".
pub(super) fn forbidden(sentence: &Sentence<'_>, start: usize) -> bool {
    static FILLER: LazyLock<Vec<Phrase>> =
        LazyLock::new(|| [WORDS.filler.as_slice(), &WORDS.guide, &WORDS.reply].concat());
    let words = &*WORDS;
    let guides = (start.saturating_sub(8)..=start).filter_map(|at| sentence.at(at, &words.guide));
    guides.into_iter().any(|guide| {
        let mut at = guide.0;
        let is_forbidden = loop {
            if sentence.is_before(at, &words.forbid) {
                break true;
            }
            match sentence.before(at, &FILLER) {
                Some(before) => at = before,
                None => break false,
            }
        };
        is_forbidden && !sentence.any_within(guide.1, start, &words.turn)
    })
}
