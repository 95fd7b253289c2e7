//! The sentences for what was not recorded.

use inform::disclosure::{Refusal, WORDS_MAX};
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{Lang, date};

use crate::Fault;
use crate::fault::closed;
use crate::parts::disclosure::place;

/// The sentence for a refusal; what ends in a page of its own goes on as one.
pub(super) fn of(lang: Lang, refusal: Refusal, today: Date) -> Result<String, Fault> {
    let dated = |key, day| say_with(lang, key, &[("day", date::short(lang, day).into())]);
    Ok(match refusal {
        Refusal::Missing | Refusal::Forbidden(_) | Refusal::Store(_) => return Err(closed(refusal)),
        Refusal::NoKind => say(lang, "duty-no-kind"),
        Refusal::NoCommune(day) => dated("duty-no-commune", day),
        Refusal::NotYet(day) => dated("duty-not-yet", day),
        Refusal::NoLaw(day) => dated("duty-no-law", day),
        Refusal::NoPlace => say(lang, "duty-no-place"),
        Refusal::NoProof(at) => say_with(lang, "duty-no-proof", &[("place", place(lang, at, today).into())]),
        Refusal::BadProof { place: at, name, unfit } => {
            let why = say(lang, &format!("unfit-{}", unfit.as_str()));
            let told = [("place", place(lang, at, today).into()), ("name", name.into()), ("why", why.into())];
            say_with(lang, "duty-bad-proof", &told)
        }
        Refusal::TooSoon(day) => dated("duty-too-soon", day),
        Refusal::TooFar(day) => dated("duty-too-far", day),
        Refusal::Throughout => say(lang, "duty-throughout"),
        Refusal::SeenThere(day) => dated("duty-seen-there", day),
        Refusal::NotOwed => say(lang, "duty-not-owed"),
        Refusal::Same => say(lang, "duty-same"),
        Refusal::NoReason => say(lang, "duty-no-reason"),
        Refusal::Personal(found) => say_with(lang, "duty-personal", &[("found", found.into())]),
        Refusal::Recorded => say(lang, "duty-recorded-already"),
        Refusal::Backwards(day) => dated("duty-backwards", day),
        Refusal::NotOlder => say(lang, "duty-not-older"),
        Refusal::NotThere => say(lang, "duty-not-there"),
        Refusal::Doubted => say(lang, "duty-doubted"),
        Refusal::Posted => say(lang, "duty-posted-already"),
        Refusal::Settled => say(lang, "duty-settled-already"),
        Refusal::NoWords => say(lang, "duty-no-words"),
        Refusal::TooLong => {
            let most = i64::try_from(WORDS_MAX).unwrap_or(i64::MAX);
            say_with(lang, "report-too-long", &[("most", most.into())])
        }
    })
}

closed!(pub(in crate::desk) Refusal);
