//! The same in English, in which articles and polls are written too: orders stand in the bare form of a verb, reports do not.

use std::sync::LazyLock;

use super::sentence::{Phrase, Place, Sentence, phrases};

/// Lists of English words, by what they do in a sentence.
struct Words {
    /// People are asked.
    survey: Vec<Phrase>,
    /// The same, unless it is for something.
    asked: Vec<Phrase>,
    asked_for: Vec<Phrase>,
    not_survey_before: Vec<Phrase>,
    not_survey_after: Vec<Phrase>,
    /// To give an answer, and the answers that please or do not.
    answer: Vec<Phrase>,
    good: Vec<Phrase>,
    bad: Vec<Phrase>,
    /// Verbs that please, and a word that pleases where it is the whole answer.
    praise: Vec<Phrase>,
    no: Vec<Phrase>,
    /// Verbs that displease.
    complain: Vec<Phrase>,
    /// Bad answers whatever is asked.
    unpleasing: Vec<Phrase>,
    /// What makes a noun of "high", and a list to choose from of "good".
    after_noun: Vec<Phrase>,
    option: Vec<Phrase>,
    /// What stands between an answer and words that are none of it.
    barrier: Vec<Phrase>,
    /// An order, and a request to others.
    told: Vec<Phrase>,
    asked_to: Vec<Phrase>,
    people: Vec<Phrase>,
    /// Right before a verb that is an order once a condition was given.
    who_answers: Vec<Phrase>,
    when: Vec<Phrase>,
    /// To prepare somebody, and with what.
    guide: Vec<Phrase>,
    prepared: Vec<Phrase>,
    /// What is not about giving answers after all.
    held: Vec<Phrase>,
    honest: Vec<Phrase>,
    /// Forbidding, and what turns it round.
    not: Vec<Phrase>,
    turn: Vec<Phrase>,
    /// Places and those who live there, in or to be drawn into a sample.
    home: Vec<Phrase>,
    sampled: Vec<Phrase>,
    before_sampled: Vec<Phrase>,
    counted: Vec<Phrase>,
    picked: Vec<Phrase>,
    /// To be there while somebody answers, to help with it, to go through it before.
    beside: Vec<Phrase>,
    prompt: Vec<Phrase>,
    rehearse: Vec<Phrase>,
    of: Vec<Phrase>,
    link: Vec<Phrase>,
    within: Vec<Phrase>,
    chosen_for: Vec<Phrase>,
    sample: Vec<Phrase>,
    comes: Vec<Phrase>,
    will: Vec<Phrase>,
    to: Vec<Phrase>,
}

/// How many words before a verb belong to its clause, where nothing parts them.
const CLAUSE: usize = 8;

static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    survey: phrases(
        "papi, survey, surveys, surveyed, surveyor, surveyors, interview, interviews, interviewed, interviewer, interviewers, questionnaire, \
         questionnaires, enumerator, enumerators, pollster, pollsters, respondent, respondents, sample list, asks you, ask you, asks about, \
         anyone asks, someone asks, somebody asks, they ask",
    ),
    asked: phrases("when asked, if asked, are asked, is asked"),
    asked_for: phrases("for, to"),
    not_survey_before: phrases(
        "land, site, field, geological, cadastral, topographic, job, press, radio, television, we, will, can",
    ),
    not_survey_after: phrases(
        "map, maps, land, flooded, damaged, damage, roads, canals, needs, the needs, the state, the damage",
    ),
    answer: phrases(
        "answer, answer that, say, say that, say they, say you, say you are, say they are, reply, reply that, respond, choose, pick, select, tick, \
         mark, circle, rate, score, give, tell, tell them, state, express, award, put, check, vote",
    ),
    good: phrases(
        "satisfied, very satisfied, completely satisfied, fully satisfied, happy, very happy, good, very good, excellent, high, highly, very high, \
         highest, top, full marks, maximum, best, positive, positively, favourably, favorably, 10, ten, yes, agree, strongly agree, no bribe, \
         no bribes, no problem, no problems, no complaint, no complaints, five stars, 5 stars, you were invited, you were informed, never ask, never asks, never paid, paid nothing, on time, everything was, everything is",
    ),
    bad: phrases(
        "dissatisfied, unsatisfied, bad, badly, poor, poorly, low, lowest, negative, negatively, no",
    ),
    praise: phrases("praise, speak well of, compliment"),
    no: phrases("no, never"),
    complain: phrases(
        "mention, mentioning, talk about, complain, complaining, criticise, criticize, criticising, criticizing",
    ),
    unpleasing: phrases(
        "don t know, do not know, not know, dissatisfied, unsatisfied, not satisfied, unhappy",
    ),
    after_noun: phrases(
        "priority, quality, time, news, practice, practices, service, services, results, governance, reason, reasons, idea, ideas, officials, people, \
         schools, school, standard, standards, example, examples, attention, weeks, days, households, items, questions, communes, minutes, \
         answers, picture",
    ),
    option: phrases("or, fair, average, bad, poor, and bad, and no, bad and"),
    barrier: phrases(
        "to, what, how, whether, which, who, where, why, if, as, so, because, but, or, honest, honestly, truthful, truthfully, frankly, freely, your, \
         that is, that are",
    ),
    told: phrases(
        "please, should, must, ought to, have to, need to, remember, remember to, make sure, be sure, always, just, simply, let s, let us, \
         not forget to, not hesitate to, not fail to, kindly",
    ),
    asked_to: phrases(
        "ask, urge, encourage, remind, tell, advise, instruct, invite, request, persuade, teach, help, train, coach, prepare, mobilise, mobilize, get, \
         asked, urged, encouraged, reminded, told, advised, instructed, trained, taught",
    ),
    people: phrases(
        "residents, people, citizens, households, villagers, members, families, everyone, everybody, you, neighbours, neighbors, voters, respondents, \
         farmers, parents, them",
    ),
    who_answers: phrases("you, everyone, everybody, then, and, please, just"),
    when: phrases("when, if, once, should, in case, whenever, as soon as"),
    guide: phrases(
        "coach, coaching, train, training, prepare, preparing, brief, briefing, drill, drilling, rehearse, rehearsing, instruct, instructing, prompt, \
         prompting, practise, practice",
    ),
    prepared: phrases(
        "how to answer, how to respond, how to reply, how they should answer, how you should answer, how people should answer, \
         how residents should answer, how to fill in, what to say, \
         what to answer, what to reply, ways of answering, ways to answer, model answer, model answers, sample answers, ready answers, \
         prepared answers, suggested answers, recommended answers, right answers, correct answers, right answer, correct answer, best answer, answer key, practise answering, \
         practice answering, rehearse answers, by heart, memorise, memorize, mock interview, mock interviews",
    ),
    held: phrases("run, conduct, carry, hold, collect, organise, organize, analyse, do"),
    honest: phrases("honestly, truthfully, frankly, freely, in their own words, in your own words, online"),
    not: phrases(
        "do not, don t, never, avoid, should not, shouldn t, must not, mustn t, may not, not to, nobody may, no one may, nobody should, \
         no one should, cannot, can t, not, without, forbidden, prohibited, no, refrain from",
    ),
    turn: phrases("forget, hesitate, fail, afraid, but, only"),
    home: phrases(
        "hamlet, hamlets, ward, wards, commune, communes, household, households, neighbourhood, neighbourhoods, neighborhood, neighborhoods, village, \
         villages, quarter, quarters, area, areas, place, places, house, houses, home, homes, family, families, people, residents, respondents, those",
    ),
    sampled: phrases("surveyed, sampled, interviewed"),
    before_sampled: phrases("the, in, to, for, at, all, each, every, these, those, our, visit, help, of"),
    counted: phrases("random, per cent, percent, results, result, among, share, found, find, shows, show"),
    picked: phrases(
        "papi picked, papi chose, papi selected, papi surveys, papi interviews, papi visits, papi drew, papi will visit, papi will survey, \
         papi will interview, papi is visiting",
    ),
    beside: phrases("sit in, sit with, sit beside, sit next, accompany, stand by, be present"),
    prompt: phrases("help, prompt, remind, guide, correct, tell, answer for"),
    rehearse: phrases("rehearse, rehearsing, practise, practising, drill, drilling, go through"),
    of: phrases("of"),
    link: phrases("chosen, selected, drawn, picked, sampled, listed, where, in, on, who will be, to be"),
    within: phrases("in, on"),
    chosen_for: phrases("sample, papi, survey, interview, interviews, interviewed, surveyed, interviewers"),
    sample: phrases("sample, list"),
    comes: phrases("come, comes, visit, go, interview, survey, ask, call, be held, take place"),
    will: phrases("will, is going to, are going to, is about to, are about to"),
    to: phrases("to"),
});

/// Where a sentence would coach; `is_surveyed` says whether the text speaks of a survey at all.
pub(super) fn coached(sentence: &Sentence<'_>, is_surveyed: bool) -> Option<Place> {
    let here = surveys(sentence);
    let found = [
        told(sentence, &here, is_surveyed),
        guided(sentence, &here),
        beside(sentence, &here),
        rehearsed(sentence, &here),
    ];
    let allowed = found.into_iter().flatten().filter(|(from, _)| !forbidden(sentence, *from));
    allowed.map(|(_, place)| place).chain(not_to(sentence, &here)).min()
}

/// Where a sentence names what is surveyed; `is_surveyed` says whether the text speaks of a survey at all.
pub(super) fn aimed(sentence: &Sentence<'_>, is_surveyed: bool) -> Option<Place> {
    if sentence.has_share() || sentence.holds(&WORDS.counted) {
        return None;
    }
    let in_survey = [chosen, announced].map(|finds| finds(sentence).filter(|_| is_surveyed));
    in_survey.into_iter().chain([adjective(sentence, is_surveyed)]).flatten().min()
}

/// Where a sentence speaks of a survey that asks people.
pub(super) fn surveys(sentence: &Sentence<'_>) -> Vec<Place> {
    let words = &*WORDS;
    let is_meant = |(start, end): &Place| {
        sentence.at(*end, &words.not_survey_after).is_none()
            && !sentence.is_before(*start, &words.not_survey_before)
    };
    let is_about = |(_, end): &Place| sentence.at(*end, &words.asked_for).is_none();
    let asked = sentence.all(&words.asked).into_iter().filter(is_about);
    sentence.all(&words.survey).into_iter().filter(is_meant).chain(asked).collect()
}

/// "Please tell the interviewer that you are satisfied": the verb, and what to quote.
fn told(sentence: &Sentence<'_>, here: &[Place], is_surveyed: bool) -> Option<(usize, Place)> {
    let words = &*WORDS;
    if here.is_empty() && !is_surveyed {
        return None;
    }
    let is_condition = |(start, end): &Place| sentence.any_within(start.saturating_sub(5), *end, &words.when);
    let is_conditional = here.iter().any(is_condition);
    let praises = sentence.all(&words.praise).into_iter().map(|verb| (verb, verb));
    let answers = sentence.all(&words.answer).into_iter();
    let answers = answers.filter_map(|verb| Some((verb, pleasing(sentence, verb)?)));
    answers.chain(praises).find_map(|(verb, good)| {
        let back = sentence.clause(verb.0, CLAUSE);
        let starts = verb.0 == back && (back > 0 || !here.is_empty());
        let is_order = sentence.any_within(back, verb.0, &words.told);
        let is_request =
            sentence.is_before(verb.0, &words.to) && sentence.any_within(back, verb.0, &words.asked_to);
        let is_next = is_conditional && sentence.is_before(verb.0, &words.who_answers);
        // "Score high" is what a province does, unless people are to do it.
        let is_own = sentence.folds_to(verb.0, ["score"]) && good.0 == verb.1;
        let is_people = !is_own || sentence.any_within(0, verb.0, &words.people);
        let is_told = (starts && !here.is_empty()) || is_order || is_request || is_next;
        (is_told && is_people).then_some((verb.0, (back, good.1)))
    })
}

/// The pleasing answer that a verb leads to.
fn pleasing(sentence: &Sentence<'_>, verb: Place) -> Option<Place> {
    let words = &*WORDS;
    let is_answer = |good: &Place| {
        !sentence.any_within(verb.1, good.0, &words.barrier)
            && sentence.at(good.1, &words.after_noun).is_none()
            && !sentence.any_within(good.1, good.1 + 3, &words.option)
            && !sentence.any_within(verb.1, good.0 + 1, &words.bad)
    };
    let no = sentence
        .at(verb.1, &words.no)
        .filter(|no| sentence.words[no.0].is_last || sentence.words[no.0].is_quoted);
    (verb.1..=verb.1 + 7).filter_map(|at| sentence.at(at, &words.good)).find(is_answer).or(no)
}

/// "Train residents how to answer the survey": people are prepared.
fn guided(sentence: &Sentence<'_>, here: &[Place]) -> Option<(usize, Place)> {
    let words = &*WORDS;
    let first = here.first()?;
    if sentence.holds(&words.honest) {
        return None;
    }
    if let Some(ready) = sentence.all(&words.prepared).first() {
        return Some((ready.0, (ready.0.min(first.0), ready.1.max(first.1))));
    }
    sentence.all(&words.guide).into_iter().find_map(|guide| {
        let people = sentence.first(guide.1..=guide.1 + 2, &words.people)?;
        let survey = here.iter().find(|(start, _)| (people.1..=people.1 + 6).contains(start))?;
        (!sentence.any_within(people.1, survey.0, &words.held)).then_some((guide.0, (guide.0, survey.1)))
    })
}

/// "Sit in during interviews and help": somebody is there to help with the answers.
fn beside(sentence: &Sentence<'_>, here: &[Place]) -> Option<(usize, Place)> {
    let words = &*WORDS;
    let survey = here.first()?;
    let beside = sentence.first(0..sentence.words.len(), &words.beside)?;
    let prompt = sentence.first(beside.1..sentence.words.len(), &words.prompt)?;
    Some((beside.0, (beside.0.min(survey.0), prompt.1.max(survey.1))))
}

/// "Rehearse the survey questions with families".
fn rehearsed(sentence: &Sentence<'_>, here: &[Place]) -> Option<(usize, Place)> {
    sentence.all(&WORDS.rehearse).into_iter().find_map(|verb| {
        let survey = here.iter().find(|(start, _)| (verb.1..=verb.1 + 2).contains(start))?;
        Some((verb.0, (verb.0, survey.1)))
    })
}

/// "Never say that you are dissatisfied": an answer that does not please is not to be given.
fn not_to(sentence: &Sentence<'_>, here: &[Place]) -> Option<Place> {
    let words = &*WORDS;
    sentence.all(&words.not).into_iter().find_map(|not| {
        let next = not.1..=not.1 + 2;
        let complain = sentence.first(next.clone(), &words.complain).filter(|_| !here.is_empty());
        if let Some(complain) = complain {
            return Some((not.0, complain.1));
        }
        let verb = sentence.first(next, &words.answer)?;
        let upto = verb.1..=verb.1 + 5;
        let bad = sentence.first(upto.clone(), &words.unpleasing);
        let bad = bad.or_else(|| sentence.first(upto, &words.bad).filter(|_| !here.is_empty()))?;
        Some((not.0, bad.1))
    })
}

/// "Visit the surveyed households": by a word before them.
fn adjective(sentence: &Sentence<'_>, is_surveyed: bool) -> Option<Place> {
    let words = &*WORDS;
    sentence.all(&words.sampled).into_iter().find_map(|sampled| {
        let home = sentence.at(sampled.1, &words.home)?;
        let is_named = sampled.0 == 0
            || sentence.words[sampled.0 - 1].is_last
            || sentence.is_before(sampled.0, &words.before_sampled);
        // "The surveyed area of the new road", "surveyed households" of a report.
        let is_meant = is_surveyed || sentence.folds_to(sampled.0, ["sampled"]);
        (is_named && is_meant && sentence.at(home.1, &words.of).is_none()).then_some((sampled.0, home.1))
    })
}

/// "Hamlets chosen for PAPI", "households in the survey's sample", "the ward where PAPI asks".
fn chosen(sentence: &Sentence<'_>) -> Option<Place> {
    let words = &*WORDS;
    sentence.all(&words.home).into_iter().find_map(|home| {
        if let Some(picked) = sentence.first(home.1..=home.1 + 1, &words.picked) {
            return Some((home.0, picked.1));
        }
        let near = home.1..=home.1 + 4;
        let link = sentence.first(near, &words.link)?;
        let survey = sentence.first(link.1..=link.1 + 4, &words.chosen_for)?;
        let is_in = sentence.at(link.0, &words.within).is_some();
        let is_sample = sentence.any_within(link.1, survey.1 + 1, &words.sample);
        let is_one = !(home.0..survey.0).any(|at| sentence.words[at].is_last);
        (is_one && (!is_in || is_sample)).then_some((home.0, survey.1))
    })
}

/// "PAPI interviewers will come to hamlet 3": where a survey will be held.
fn announced(sentence: &Sentence<'_>) -> Option<Place> {
    let words = &*WORDS;
    let here = surveys(sentence);
    sentence.all(&words.will).into_iter().find_map(|will| {
        let who = here.iter().find(|who| who.1 <= will.0 && who.1 + 3 >= will.0)?;
        let comes = sentence.first(will.1..=will.1 + 2, &words.comes)?;
        let home = sentence.first(comes.1..=comes.1 + 5, &words.home)?;
        Some((who.0, home.1))
    })
}

/// Whether it is forbidden in the words before.
fn forbidden(sentence: &Sentence<'_>, verb: usize) -> bool {
    let words = &*WORDS;
    let back = sentence.clause(verb, CLAUSE);
    (back..verb)
        .filter_map(|at| sentence.at(at, &words.not))
        .any(|not| not.1 <= verb && !sentence.any_within(not.1, not.1 + 3, &words.turn))
}
