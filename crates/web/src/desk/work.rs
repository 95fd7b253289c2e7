//! My work: what was sent back, what is late, due soon, waiting, done; and what else waits.

mod waiting;

use askama::Template;
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{Lang, filters};
use plan::Owed;
use plan::report::{self, Mine, Refusal};

use self::waiting::{Waiting, waiting};
use super::Signed;
use super::assignment::{closed, path};
use crate::Page;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::period::name as period;

#[derive(Template)]
#[template(path = "desk/work.html")]
struct WorkPage {
    frame: Frame,
    /// Whether the post has anything to report at all.
    reports: bool,
    is_empty: bool,
    lots: Vec<Lot>,
    waiting: Vec<Waiting>,
}

/// Assignments that stand alike.
struct Lot {
    key: &'static str,
    cards: Vec<Card>,
}

/// An assignment as the list shows it.
struct Card {
    href: String,
    code: String,
    what: String,
    period: String,
    until: Date,
    note: Option<String>,
    reason: Option<String>,
    is_draft: bool,
}

/// The page.
pub(crate) async fn get(signed: Signed) -> Answer {
    let (lang, today) = (signed.visit.lang, signed.desk.today);
    let (mine, reports) = match report::mine(&signed.desk).await {
        Ok(mine) => (mine, true),
        Err(Refusal::Forbidden(_)) => (Mine::default(), false),
        Err(refusal) => return Err(closed(refusal)),
    };
    let frame = signed.frame(Page::Work, say(lang, Page::Work.key()));
    let is_empty = mine.is_empty();
    let waiting = waiting(lang, &signed.desk, &signed.visit.snapshot.directory).await?;
    render(&WorkPage { frame, reports, is_empty, lots: lots(lang, mine, today), waiting })
}

fn lots(lang: Lang, mine: Mine, today: Date) -> Vec<Lot> {
    let lots = [
        ("work-returned", mine.returned),
        ("work-late-lot", mine.late),
        ("work-soon", mine.soon),
        ("work-waiting", mine.waiting),
        ("work-later", mine.later),
        ("work-done", mine.done),
    ];
    let lot = |(key, owed): (&'static str, Vec<Owed>)| Lot {
        key,
        cards: owed.into_iter().map(|owed| card(lang, owed, today)).collect(),
    };
    lots.into_iter().map(lot).collect()
}

fn card(lang: Lang, owed: Owed, today: Date) -> Card {
    let is_over = owed.stands.is_some_and(|state| state.is_waiting() || state == report::State::Accepted);
    let days = owed.until().until(today).map_or(0, |span| span.get_days());
    let late = !is_over && days > 0;
    Card {
        href: path(lang, owed.id),
        period: period(lang, &owed.period),
        until: owed.until(),
        note: late.then(|| say_with(lang, "work-late", &[("n", i64::from(days).into())])),
        is_draft: owed.stands == Some(report::State::Draft),
        reason: owed.reason,
        code: owed.code,
        what: owed.what,
    }
}
