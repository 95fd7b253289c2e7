//! What the sample's officers reported and how it was received: made up, and marked so in its words.

use accounts::{Desk, Role, post};
use jiff::civil::Date;
use plan::Owed;
use plan::report::{self, Decision, Filter, Said, Words};

use super::{Refusal, people};

/// A desk reports so many of the oldest things that it owes on a day, and leaves others to be late.
const A_DAY: usize = 3;
const MARK: &str = "(số liệu mẫu)";

/// On one day: officers report some of what they owe, the standing body looks at what waits.
pub(super) async fn written(day: &Desk) -> Result<(), Refusal> {
    let desks = desks(day).await?;
    if let Some(reviewer) = desks.iter().find(|desk| desk.role == Role::StandingBody) {
        reviewed(reviewer).await?;
    }
    for desk in desks.iter().filter(|desk| desk.role == Role::Officer) {
        let mine = report::mine(desk).await?;
        let due = mine.returned.iter().chain(&mine.late).chain(&mine.soon);
        for owed in due.filter(|owed| is_done(owed, desk.today)).take(A_DAY) {
            report::submit(desk, &said(owed)).await?;
        }
    }
    Ok(())
}

/// Everybody of the sample at the post that they hold on the day.
pub(super) async fn desks(day: &Desk) -> Result<Vec<Desk>, Refusal> {
    let posts = post::list(day, &post::Filter::default()).await?;
    let seated = posts.iter().filter(|held| held.post.began <= day.today).filter_map(|held| {
        let holder = held.holdings.iter().find(|holding| holding.is_held(day.today))?;
        let known = people::PEOPLE.iter().any(|(account, ..)| *account == holder.account);
        let person = (holder.person, holder.account.as_str());
        known.then(|| day.seat(person, &held.post.code, held.post.role, &held.post.agency))
    });
    Ok(seated.collect())
}

/// Two of three things are done; which, follows from their numbers, so that each demonstration tells the same.
fn is_done(owed: &Owed, today: Date) -> bool {
    (owed.id + i64::from(today.month())) % 3 != 0
}

fn said(owed: &Owed) -> Said {
    let value = owed.measure.as_ref().map(|measure| match measure.high {
        Some(high) => high * 0.85,
        None => 12.0,
    });
    let number = owed.number.map_or(1, |number| number + 1);
    let words = Words {
        value,
        done: format!("Đã thực hiện theo kế hoạch, có {}. {MARK}", lower(&owed.product)),
        hindered: String::new(),
        proposed: String::new(),
    };
    let form = format!("sample-{}-{number}", owed.id);
    Said { assignment: owed.id, form, number, version: 0, words, keep: Vec::new(), pieces: Vec::new() }
}

/// Of what waits, every fifth is sent back, the newest two are left waiting, the others accepted.
async fn reviewed(reviewer: &Desk) -> Result<(), Refusal> {
    let queue = report::queue(reviewer, &Filter::default()).await?;
    let looked_at = queue.waiting.len().saturating_sub(2);
    for waiting in queue.waiting.iter().take(looked_at) {
        let report = &waiting.told.report;
        let seen = Decision { report: report.id, version: report.version };
        if report.id % 5 == 0 && report.number == 1 {
            report::send_back(reviewer, seen, &format!("Chưa có ảnh hoặc biên bản kèm theo. {MARK}")).await?;
        } else {
            report::accept(reviewer, seen).await?;
        }
    }
    Ok(())
}

/// "tập hỏi đáp" of "Tập hỏi đáp", to stand within a sentence.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
