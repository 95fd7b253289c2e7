//! A promise in words: its section of the plan, how far it is, how many stand how.

use look::Lang;
use look::words::{say, say_with};
use plan::Status;
use plan::board::Tally;
use plan::progress::{Count, Standing};
use scores::{Editions, Item};

use crate::asked;

/// The name of a section of a plan: a content of the index as the latest edition has it, or the plan's own.
pub(crate) fn of_section(lang: Lang, editions: &Editions, section: &str) -> String {
    let number = section.parse().ok().map(Item::Dimension);
    match (number, editions.latest(), section) {
        (Some(item), Some(edition), _) => asked::item_name(lang, &edition.structure, item),
        (_, _, "TT") => say(lang, "section-communication"),
        (_, _, "CH") => say(lang, "section-carrying-out"),
        _ => say_with(lang, "section-other", &[("code", section.into())]),
    }
}

/// "Trễ hạn 45 ngày".
pub(crate) fn of_standing(lang: Lang, standing: Standing) -> String {
    let days = [("days", i64::from(standing.days().unwrap_or_default()).into())];
    match standing {
        Standing::Late(_) => say_with(lang, "standing-late-days", &days),
        Standing::DoneLate(_) => say_with(lang, "standing-done_late-days", &days),
        _ => say(lang, &format!("standing-{}", standing.as_str())),
    }
}

/// The same of a single assignment.
pub(crate) fn of_status(lang: Lang, status: Status) -> String {
    match status.days() {
        Some(days) => {
            let key = format!("standing-{}-days", status.as_str());
            say_with(lang, &key, &[("days", i64::from(days).into())])
        }
        None => say(lang, &format!("standing-{}", status.as_str())),
    }
}

/// "2.314 việc: hoàn thành 1.200 (chậm 45); trễ hạn 120, lâu nhất 90 ngày; …".
pub(crate) fn of_tally(lang: Lang, tally: &Tally) -> String {
    let count = |key, n: usize| (n > 0).then(|| say_with(lang, key, &[("n", n.into())]));
    let all = say_with(
        lang,
        "board-all",
        &[("all", tally.all.into()), ("done", tally.done.into()), ("late", tally.done_late.into())],
    );
    let late = tally.longest.map(|days| {
        say_with(lang, "board-late", &[("n", tally.late.into()), ("days", i64::from(days).into())])
    });
    let waiting = count("board-waiting", tally.waiting);
    let rest = [count("board-in-time", tally.in_time()), count("board-unmet", tally.unmet)];
    let said = std::iter::once(all).chain(late).chain(waiting).chain(rest.into_iter().flatten());
    said.collect::<Vec<_>>().join("; ") + "."
}

/// "Đã hoàn thành 12/70 nhiệm vụ; 9 nhiệm vụ trễ hạn, lâu nhất 45 ngày".
pub(crate) fn of_count(lang: Lang, count: &Count) -> String {
    let done = say_with(lang, "progress-done", &[("done", count.done.into()), ("all", count.all.into())]);
    let late = count.longest.map(|days| {
        say_with(lang, "progress-late", &[("n", count.late.into()), ("days", i64::from(days).into())])
    });
    let late = late.unwrap_or_else(|| say(lang, "progress-none-late"));
    let others = [
        ("progress-unmet", count.unmet),
        ("progress-waiting", count.waiting),
        ("progress-on-track", count.on_track),
        ("progress-not-due", count.not_due),
        ("progress-cancelled", count.cancelled),
    ];
    let others = others.into_iter().filter(|(_, n)| *n > 0);
    let others = others.map(|(key, n)| say_with(lang, key, &[("n", n.into())]));
    [done, late].into_iter().chain(others).collect::<Vec<_>>().join("; ") + "."
}
