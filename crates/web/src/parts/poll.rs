//! A poll as pages tell it, in either language.

use jiff::civil::Date;
use listen::Poll;
use listen::poll::{FLOOR, Refusal, State};
use look::words::{say, say_with};
use look::{Lang, date};

use crate::Fault;
use crate::fault::closed;

/// A poll in words.
pub(crate) struct Told {
    pub(crate) id: i64,
    pub(crate) asked: String,
    /// Whether a reader of English meets it in Vietnamese.
    pub(crate) is_foreign: bool,
    pub(crate) state: State,
    /// When it takes answers.
    pub(crate) days: String,
    /// How many answered.
    pub(crate) answers: String,
    pub(crate) choices: Vec<Choice>,
    pub(crate) why_ended: Option<String>,
    pub(crate) why_withdrawn: Option<String>,
}

/// One thing to choose.
pub(crate) struct Choice {
    pub(crate) said: String,
    pub(crate) is_foreign: bool,
    pub(crate) answers: i64,
    /// None where too few answered.
    pub(crate) share: Option<f64>,
}

impl Told {
    pub(crate) fn new(lang: Lang, poll: &Poll, today: Date) -> Self {
        let state = poll.state(today);
        let last = poll.ended.as_ref().map_or(poll.closes_on, |(day, _)| *day);
        let days =
            [("from", date::short(lang, poll.opens_on).into()), ("to", date::short(lang, last).into())];
        let shares = poll.shares();
        let choices = poll.choices.iter().enumerate().map(|(at, choice)| Choice {
            said: either(lang, &choice.said, &choice.said_en),
            is_foreign: is_foreign(lang, &choice.said_en),
            answers: choice.answers,
            share: shares.as_ref().map(|shares| shares[at]),
        });
        Self {
            id: poll.id,
            asked: either(lang, &poll.asked, &poll.asked_en),
            is_foreign: is_foreign(lang, &poll.asked_en),
            days: match &poll.withdrawn {
                Some((on, _)) => {
                    say_with(lang, "poll-days-withdrawn", &[("day", date::short(lang, *on).into())])
                }
                None => say_with(lang, &format!("poll-days-{}", state.as_str()), &days),
            },
            answers: say_with(lang, "poll-answers", &[("n", poll.answers().into())]),
            choices: choices.collect(),
            why_ended: poll.ended.as_ref().map(|(_, why)| why.clone()),
            why_withdrawn: poll.withdrawn.as_ref().map(|(_, why)| why.clone()),
            state,
        }
    }

    /// Whether enough answered for shares to be shown; below, no counts either, which would give them away.
    pub(crate) fn is_shown(&self) -> bool {
        self.choices.iter().all(|choice| choice.share.is_some())
    }

    /// Why no shares are shown: not yet, or never.
    pub(crate) fn hidden_why(&self, lang: Lang) -> String {
        let key = if self.state == State::Closed { "poll-below-floor" } else { "poll-floor" };
        say_with(lang, key, &[("n", FLOOR.into())])
    }
}

/// What was written in the language, else the Vietnamese.
fn either(lang: Lang, vi: &str, en: &str) -> String {
    if en.is_empty() { vi.to_owned() } else { lang.pick(vi, en).to_owned() }
}

fn is_foreign(lang: Lang, en: &str) -> bool {
    lang == Lang::En && en.is_empty()
}

/// Why something was not done, in words; a fault of the program goes on as one.
pub(crate) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let key = match refusal {
        Refusal::NoQuestion => "poll-no-question",
        Refusal::NoChoices => "poll-no-choices",
        Refusal::Days => "poll-no-days",
        Refusal::Opened => "poll-opened",
        Refusal::NotSeen => "poll-not-seen",
        Refusal::NotOpen => "poll-not-open",
        Refusal::NoChoice => "poll-no-choice",
        Refusal::NoReason => "poll-no-reason",
        Refusal::Personal(found) => return Ok(say_with(lang, "poll-personal", &[("found", found.into())])),
        Refusal::Coaching(words) => return Ok(say_with(lang, "poll-coaching", &[("words", words.into())])),
        other => return Err(closed(other)),
    };
    Ok(say(lang, key))
}

closed!(pub(crate) Refusal);
