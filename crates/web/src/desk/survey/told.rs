//! What a design implies and how estimates were made, in sentences of either language.

use ::fieldwork::answer::{PEOPLE_MIN, UNITS_MIN};
use ::fieldwork::design::lonely_word;
use ::fieldwork::{Answers, Design, Implied};
use look::words::{say, say_with};
use look::{Lang, Value, number};

/// How many lonely strata are named.
const NAMED: usize = 8;
/// Below so many degrees of freedom intervals are wide and hang on few units.
const FEW: f64 = 10.0;
/// Weights whose mean is so near to 1 are taken for scaled.
const SCALED: f64 = 0.05;

/// What the design implies, sentence by sentence.
pub(super) fn implied(lang: Lang, it: &Implied, design: Design) -> Vec<String> {
    let mut told = vec![drawn(lang, it)];
    told.extend(again(lang, it));
    told.extend(lonely(lang, it, design));
    told.push(weights(lang, it));
    if it.named.population {
        told.push(say(lang, "survey-implied-population"));
    }
    let key = if it.df < FEW { "survey-implied-few-df" } else { "survey-implied-df" };
    told.push(say_with(lang, key, &[("df", number::plain(lang, it.df).into())]));
    told
}

fn drawn(lang: Lang, it: &Implied) -> String {
    let whole = |count: usize| Value::from(number::whole(lang, count as i64));
    let said = [
        ("people", whole(it.people)),
        ("units", whole(it.units)),
        ("strata", whole(it.strata)),
        ("low", whole(it.in_unit.0)),
        ("high", whole(it.in_unit.1)),
    ];
    let is_even = it.in_unit.0 == it.in_unit.1;
    let key = match (it.named.units, it.named.strata) {
        (true, true) if is_even => "survey-implied-both-even",
        (true, false) if is_even => "survey-implied-units-even",
        (true, true) => "survey-implied-both",
        (true, false) => "survey-implied-units",
        (false, true) => "survey-implied-strata",
        (false, false) => "survey-implied-neither",
    };
    say_with(lang, key, &said)
}

/// That a name of a unit may stand for several.
fn again(lang: Lang, it: &Implied) -> Option<String> {
    let again = it.again.as_ref()?;
    let said = [
        ("unit", Value::from(again.unit.as_str())),
        ("n", again.places.into()),
        ("column", again.column.as_str().into()),
    ];
    Some(say_with(lang, "survey-implied-again", &said))
}

/// The strata with one unit, and what the rule then does.
fn lonely(lang: Lang, it: &Implied, design: Design) -> Option<String> {
    if it.lonely.is_empty() {
        return None;
    }
    let mut names = it.lonely.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if it.lonely.len() > NAMED {
        names.push('…');
    }
    let said = [("n", Value::from(it.lonely.len())), ("names", names.into())];
    let rule = say(lang, &format!("survey-implied-lonely-{}", lonely_word(design.lonely)));
    Some(format!("{} {rule}", say_with(lang, "survey-implied-lonely", &said)))
}

fn weights(lang: Lang, it: &Implied) -> String {
    if !it.named.weights {
        return say(
            lang,
            if it.named.population { "survey-implied-from-sizes" } else { "survey-implied-no-weights" },
        );
    }
    let said = [
        ("low", Value::from(number::decimals(lang, it.weights.0, 1))),
        ("high", number::decimals(lang, it.weights.1, 1).into()),
        ("sum", number::decimals(lang, it.stand_for, 0).into()),
        ("kish", number::decimals(lang, it.kish, 2).into()),
    ];
    // Weights that add up to the people asked were brought to a mean of 1, and stand for nobody.
    let is_scaled = (it.stand_for / it.people as f64 - 1.0).abs() < SCALED;
    say_with(lang, if is_scaled { "survey-implied-scaled" } else { "survey-implied-weights" }, &said)
}

/// The paragraph for a report: how the sample was drawn and how its figures were made.
pub(super) fn method(lang: Lang, it: &Implied, design: Design, answers: &Answers) -> String {
    let mut told = vec![drawn(lang, it)];
    told.push(say(
        lang,
        if it.named.weights { "survey-method-weighted" } else { "survey-method-unweighted" },
    ));
    if !it.lonely.is_empty() {
        told.push(say(lang, &format!("survey-implied-lonely-{}", lonely_word(design.lonely))));
    }
    if it.named.population {
        told.push(say(lang, "survey-implied-population"));
    }
    let said = [
        ("level", Value::from(number::percent(lang, answers.level, 0))),
        ("df", number::plain(lang, answers.df).into()),
        ("people", PEOPLE_MIN.into()),
        ("units", UNITS_MIN.into()),
    ];
    told.push(say_with(lang, "survey-method", &said));
    if answers.blocks.iter().any(|block| !block.differences.is_empty()) {
        told.push(say(lang, "survey-method-differences"));
    }
    told.join(" ")
}
