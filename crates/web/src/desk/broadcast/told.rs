//! Broadcasts in words: hours, lengths, contents, priorities, and the sentences for what was refused.

use accounts::Directory;
use inform::broadcast::{
    AIRED_MAX, Clash, Priority, Refusal, SCHEDULE_MAX, SETS_MAX, SLOTS_MAX, TEXT_MAX, TIMES_MAX, TITLE_MAX,
};
use jiff::civil::{DateTime, Time};
use look::words::{say, say_with};
use look::{Lang, date};
use places::name::capital;
use plan::task::coaching::Aim;

use crate::fault::closed;
use crate::public::disclosure::short;
use crate::{Fault, Snapshot};

/// The word for bulletins about none of the contents.
pub(super) const OTHER: &str = "khac";

/// A civil time: `05:00, 5/5/2025`.
pub(super) fn moment(lang: Lang, at: DateTime) -> String {
    format!("{}, {}", clock(at.time()), date::short(lang, at.date()))
}

/// An hour: `05:00`.
pub(super) fn clock(hour: Time) -> String {
    format!("{:02}:{:02}", hour.hour(), hour.minute())
}

/// How late an urgent bulletin was aired, from a number of minutes: in hours and minutes, whole hours alone.
pub(super) fn late_by(lang: Lang, minutes: i64) -> String {
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let key = if minutes == 0 { "broadcast-late-by" } else { "broadcast-late-by-minutes" };
    say_with(lang, key, &[("n", hours.into()), ("m", minutes.into())])
}

/// What an hour of a bulletin meets at its station, where it is urgent itself or not.
pub(super) fn clash(lang: Lang, clash: &Clash, is_urgent: bool) -> String {
    let key = match (is_urgent, clash.is_urgent) {
        (true, true) => "broadcast-clash-both",
        (true, false) => "broadcast-clash-first",
        (false, _) => "broadcast-clash-yields",
    };
    say_with(lang, key, &[("title", clash.title.clone().into())])
}

/// A station by the code of its agency: the name begins with a capital, as a name does.
pub(super) fn named(directory: &Directory, code: &str) -> String {
    capital(short(directory.name(code)))
}

/// A length in minutes and seconds.
pub(super) fn length(lang: Lang, seconds: i64) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let key = match (minutes, seconds) {
        (0, _) => "broadcast-seconds",
        (_, 0) => "broadcast-minutes",
        _ => "broadcast-minutes-seconds",
    };
    say_with(lang, key, &[("m", minutes.into()), ("s", seconds.into())])
}

/// A content by its number, as the newest edition names it.
pub(in crate::desk) fn content(lang: Lang, snapshot: &Snapshot, number: Option<u8>) -> String {
    let Some(number) = number else { return say(lang, "broadcast-other") };
    let known = snapshot.editions.latest().and_then(|edition| edition.structure.dimension(number));
    known.map_or(number.to_string(), |it| format!("{number}. {}", lang.pick(it.name, it.name_en)))
}

/// The contents that can be chosen, by their word in addresses and forms.
pub(super) fn contents(lang: Lang, snapshot: &Snapshot) -> Vec<(String, String)> {
    let known =
        snapshot.editions.latest().map(|edition| edition.structure.dimensions.clone()).unwrap_or_default();
    let named = |number: u8| (number.to_string(), content(lang, snapshot, Some(number)));
    let other = (OTHER.to_owned(), say(lang, "broadcast-other"));
    known.iter().map(|it| named(it.number)).chain([other]).collect()
}

/// A priority in words.
pub(super) fn priority(lang: Lang, priority: Priority) -> String {
    say(lang, &format!("broadcast-priority-{}", priority.as_str()))
}

/// What a text was flagged for.
pub(in crate::desk) fn flag(lang: Lang, (aim, words): (Aim, String)) -> String {
    let key = match aim {
        Aim::Respondents => "broadcast-flag-respondents",
        Aim::SurveyedPlaces => "broadcast-flag-places",
    };
    say_with(lang, key, &[("words", words.into())])
}

/// Why something was not done, in words; a fault of the program goes on as one.
pub(super) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let dated = |key, at| Ok(say_with(lang, key, &[("at", moment(lang, at).into())]));
    let most = |key, most: usize| {
        Ok(say_with(lang, key, &[("most", i64::try_from(most).unwrap_or(i64::MAX).into())]))
    };
    let key = match refusal {
        Refusal::Missing | Refusal::Forbidden(_) | Refusal::Store(_) => return Err(closed(refusal)),
        Refusal::HourPassed(at) => return dated("broadcast-hour-passed", at),
        Refusal::HourTwice(at) => return dated("broadcast-hour-twice", at),
        Refusal::OutOfDays(at) => return dated("broadcast-out-of-days", at),
        Refusal::UrgentThere(at) => return dated("broadcast-urgent-there", at),
        Refusal::Occupied(at) => return dated("broadcast-occupied", at),
        Refusal::Passed(at) => return dated("broadcast-passed", at),
        Refusal::NotYet(at) => return dated("broadcast-not-yet", at),
        Refusal::BeforeSent(at) => return dated("broadcast-before-sent", at),
        Refusal::Flagged(flags) => {
            let said: Vec<String> = flags.into_iter().map(|found| flag(lang, found)).collect();
            return Ok(say_with(lang, "broadcast-flagged", &[("said", said.join(" ").into())]));
        }
        Refusal::Beyond { seconds, text } => {
            let told = [("said", seconds), ("smaller", seconds / 60), ("text", text)];
            let told = told.map(|(name, seconds)| (name, length(lang, seconds).into()));
            return Ok(say_with(lang, "broadcast-beyond", &told));
        }
        Refusal::Taken(at) => return dated("broadcast-taken", at),
        Refusal::NoTitle => return most("broadcast-no-title", TITLE_MAX),
        Refusal::TooLong => return most("broadcast-too-long", TEXT_MAX),
        Refusal::Times => {
            return most("broadcast-no-times", usize::try_from(TIMES_MAX).unwrap_or(usize::MAX));
        }
        Refusal::TooMany => return most("broadcast-too-many", SCHEDULE_MAX),
        Refusal::Sets => return most("broadcast-no-sets", SETS_MAX),
        Refusal::Slots => return most("broadcast-no-slots", SLOTS_MAX),
        Refusal::Length => {
            return most("broadcast-no-length", usize::try_from(AIRED_MAX / 3600).unwrap_or(0));
        }
        Refusal::LongAgo => "broadcast-no-day",
        Refusal::NoText => "broadcast-no-text",
        Refusal::Days => "broadcast-no-days",
        Refusal::NoHour => "broadcast-no-hour",
        Refusal::Changed => "broadcast-changed",
        Refusal::Sent => "broadcast-sent-already",
        Refusal::Withdrawn => "broadcast-withdrawn-already",
        Refusal::NoStation => "broadcast-no-station",
        Refusal::NoSuchStation => "broadcast-no-such-station",
        Refusal::NotSent => "broadcast-not-sent",
        Refusal::Urgent => "broadcast-urgent",
        Refusal::NoReason => "broadcast-no-reason",
    };
    Ok(say(lang, key))
}

closed!(pub(in crate::desk) Refusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_hour_is_not_swallowed() {
        let said = |minutes| late_by(Lang::Vi, minutes).replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(said(90), "phát muộn 1 giờ 30 phút");
        assert_eq!(said(120), "phát muộn 2 giờ");
    }
}
