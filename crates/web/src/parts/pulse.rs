//! A pulse in words: its days, its items and their answers, and why something was refused.

pub(crate) mod results;

use listen::Pulse;
use listen::pulse::{About, CODES_MAX, ITEMS_MAX, Item, Refusal, STRATA_MAX, Scale, Stratum, TITLE_MAX};
use look::{Lang, date, say, say_with};

use crate::Fault;
use crate::fault::closed;
use jiff::civil::Date;

/// An item as it is asked.
pub(crate) struct Asked {
    pub(crate) key: String,
    pub(crate) words: String,
    /// That it asks what people know, where it does.
    pub(crate) about: String,
    /// What may be answered, in the order shown, each with its step; yes before no.
    pub(crate) steps: Vec<(i64, String)>,
    /// The same in one line.
    pub(crate) scale: String,
}

/// An item in a language.
pub(crate) fn asked(lang: Lang, item: &Item) -> Asked {
    let step = |at| (at, say(lang, &format!("pulse-{}-{at}", item.scale.as_str())));
    let mut steps: Vec<(i64, String)> = (0..item.scale.steps()).map(step).collect();
    if item.scale == Scale::YesNo {
        steps.reverse();
    }
    Asked {
        key: item.key(),
        about: match item.about {
            About::Knowledge => format!("{} · ", say(lang, "pulse-about-knowledge")),
            About::Experience | About::Opinion => String::new(),
        },
        words: lang.pick(&item.asked, &item.asked_en).to_owned(),
        scale: steps.iter().map(|(_, said)| said.as_str()).collect::<Vec<_>>().join(" · "),
        steps,
    }
}

/// What of an item is estimated.
pub(crate) fn share(lang: Lang, item: &Item) -> String {
    say(lang, &format!("pulse-share-{}", item.scale.as_str()))
}

/// Its days, and how it stands.
pub(crate) fn days(lang: Lang, pulse: &Pulse, today: Date) -> String {
    let values = [
        ("from", date::short(lang, pulse.opens_on).into()),
        ("to", date::short(lang, pulse.closes_on).into()),
    ];
    say_with(lang, &format!("poll-days-{}", pulse.state(today).as_str()), &values)
}

/// How many answered of how many got a slip.
pub(crate) fn response(lang: Lang, pulse: &Pulse) -> String {
    let (answered, asked) = (pulse.answered(), pulse.asked());
    if asked == 0 {
        return say(lang, "pulse-no-slips");
    }
    let rate = look::number::percent(lang, answered as f64 / asked as f64, 1);
    let values = [("n", answered.into()), ("of", asked.into()), ("rate", rate.into())];
    say_with(lang, "pulse-response", &values)
}

/// How people were drawn from a list; none where the program did not.
pub(crate) fn drawn(lang: Lang, pulse: &Pulse) -> Option<String> {
    let sum = |of: fn(&Stratum) -> i64| look::number::whole(lang, pulse.strata.iter().map(of).sum());
    let values = [("n", sum(|it| it.codes).into()), ("of", sum(|it| it.size).into())];
    pulse.draw.as_ref().map(|_| say_with(lang, "pulse-drawn", &values))
}

/// The sentence for a refusal; what ends in a page of its own goes on as one.
pub(crate) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let counted = |key, n: usize| say_with(lang, key, &[("n", n.into())]);
    Ok(match refusal {
        Refusal::Missing | Refusal::Forbidden(_) | Refusal::NotOver | Refusal::Store(_) => {
            return Err(closed(refusal));
        }
        Refusal::Untitled => counted("pulse-untitled", TITLE_MAX),
        Refusal::NotYet(day) => say_with(lang, "pulse-coming", &[("day", date::short(lang, day).into())]),
        Refusal::Personal(found) => say_with(lang, "poll-personal", &[("found", found.into())]),
        Refusal::Coaching(words) => say_with(lang, "pulse-coaching", &[("words", words.into())]),
        Refusal::Both => say(lang, "pulse-both"),
        Refusal::Size { least, most } => {
            let number = |n: usize| look::number::whole(lang, n as i64);
            say_with(
                lang,
                "pulse-size-wrong",
                &[("least", number(least).into()), ("most", number(most).into())],
            )
        }
        Refusal::NoItems => counted("pulse-no-items", ITEMS_MAX),
        Refusal::Days => say(lang, "poll-no-days"),
        Refusal::NoPopulation => say_with(
            lang,
            "pulse-no-population",
            &[("n", STRATA_MAX.into()), ("codes", look::number::whole(lang, CODES_MAX).into())],
        ),
        Refusal::Population { line, why } => {
            let why = say(lang, &format!("pulse-line-{}", why.as_str()));
            say_with(lang, "pulse-line", &[("line", line.into()), ("why", why.into())])
        }
        Refusal::Printed => say(lang, "pulse-printed-already"),
        Refusal::NotOpen => say(lang, "pulse-over"),
        Refusal::NoCode => say(lang, "pulse-no-code"),
        Refusal::Used => say(lang, "pulse-used"),
        Refusal::Nothing => say(lang, "pulse-nothing"),
        Refusal::NoReason => say(lang, "pulse-no-reason"),
    })
}

closed!(pub(crate) Refusal);
