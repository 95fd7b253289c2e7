//! The sentences for what was refused about campaigns.

use inform::campaign::{Flag, ITEMS_MAX, Item, Refusal, Standing, TASKS_MAX, TEXT_MAX, TITLE_MAX, Teller};
use look::words::{say, say_with};
use look::{Lang, date};

use crate::Fault;
use crate::desk::broadcast::flag;
use crate::fault::closed;

/// What words were flagged for.
pub(super) fn flagged(lang: Lang, found: Flag) -> String {
    match found {
        Flag::Survey(aim, words) => flag(lang, (aim, words)),
        Flag::Rank(words) => say_with(lang, "campaign-flag-rank", &[("words", words.into())]),
    }
}

/// How an item stands, in words; where logs tell, these follow how often its bulletin was aired.
pub(super) fn standing(lang: Lang, item: &Item, standing: Standing) -> String {
    let key = match (item.told_by, standing) {
        (Some(Teller::Bulletin(_)), Standing::Late) => "campaign-logs-late",
        (Some(Teller::Bulletin(_)), Standing::DoneLate) => "campaign-logs-done-late",
        (Some(Teller::Bulletin(_)), Standing::Passed) => "campaign-standing-passed",
        (Some(Teller::Bulletin(_)), _) => "campaign-standing-in-logs",
        (_, standing) => return say(lang, &format!("campaign-standing-{}", standing.as_str())),
    };
    say(lang, key)
}

/// Why something was not done, in words; a fault of the program goes on as one.
pub(super) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let most = |key, most: usize| {
        Ok(say_with(lang, key, &[("most", i64::try_from(most).unwrap_or(i64::MAX).into())]))
    };
    let dated = |key, day| Ok(say_with(lang, key, &[("day", date::short(lang, day).into())]));
    let key = match refusal {
        Refusal::Missing | Refusal::Forbidden(_) | Refusal::Store(_) => return Err(closed(refusal)),
        Refusal::NoTitle => return most("campaign-no-title", TITLE_MAX),
        Refusal::TooLong => return most("campaign-too-long", TEXT_MAX),
        Refusal::TooMany => return most("campaign-too-many", ITEMS_MAX),
        Refusal::TooManyTasks => return most("campaign-too-many-tasks", TASKS_MAX),
        Refusal::NotYet(day) => return dated("campaign-not-yet", day),
        Refusal::Flagged(flags) => {
            let said: Vec<String> = flags.into_iter().map(|found| flagged(lang, found)).collect();
            return Ok(say_with(lang, "campaign-flagged", &[("said", said.join(" ").into())]));
        }
        Refusal::DueAfter(day) => return dated("campaign-due-after", day),
        Refusal::LongAgo(day) => return dated("campaign-long-ago", day),
        Refusal::NoMoveReason => "campaign-no-move-reason",
        Refusal::Dropped => "campaign-dropped-already",
        Refusal::NoAim => "campaign-no-aim",
        Refusal::NoAudience => "campaign-no-audience",
        Refusal::Days => "campaign-no-days",
        Refusal::Budget => "campaign-no-budget",
        Refusal::NoTask => "campaign-no-task",
        Refusal::Changed => "campaign-changed",
        Refusal::Closed => "campaign-closed-already",
        Refusal::Opened => "campaign-opened-already",
        Refusal::NoItems => "campaign-no-items",
        Refusal::NoWhat => "campaign-no-what",
        Refusal::NoAgency => "campaign-no-agency",
        Refusal::NoBulletin => "campaign-no-bulletin",
        Refusal::NoArticle => "campaign-no-article",
        Refusal::Reached => "campaign-no-reached",
        Refusal::InLogs => "campaign-in-logs",
        Refusal::InNews => "campaign-in-news",
        Refusal::Made => "campaign-made-already",
        Refusal::NoReason => "campaign-no-reason",
        Refusal::NoMessages => "campaign-no-messages",
        Refusal::NoOutcome => "campaign-no-outcome",
    };
    Ok(say(lang, key))
}

closed!(pub(in crate::desk) Refusal);
