//! One agency: what it is and goes on for, what it leads and cooperates in, and its record.
//!
//! The record is for the agency itself and for those who read the whole board; others see what anyone may see.

pub(super) mod history;

use std::collections::BTreeMap;

use crate::visit::Path;
use accounts::{Desk, Directory};
use askama::Template;
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{Lang, filters};
use plan::Status;
use plan::board::{self, Board, Line, READ, Tally, Task};

use super::Signed;
use super::agencies::Listed;
use super::board::{Look, Row};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::promise::{of_count, of_section, of_tally};
use crate::public::progress::{self, Card};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/agency.html")]
struct AgencyPage<'a> {
    frame: Frame,
    one: Listed,
    plan: Option<&'a str>,
    record: Option<Record<'a>>,
    /// What anyone may see, where the record is not for this desk.
    open: Option<Open<'a>>,
}

/// How an agency keeps what it owes.
struct Record<'a> {
    headline: String,
    promised: String,
    late: Vec<Row<'a>>,
    done_late: Vec<Row<'a>>,
    others: usize,
    leads: Vec<Sectioned<'a>>,
    cooperates: Vec<Sectioned<'a>>,
}

/// Tasks of a section.
struct Sectioned<'a> {
    section: String,
    tasks: Vec<(&'a str, &'a str)>,
}

/// What anyone may see of it.
struct Open<'a> {
    headline: String,
    cards: Vec<Card<'a>>,
}

/// Late ones, and those done late, that are shown one by one.
const SHOWN: usize = 60;

/// The page.
pub(crate) async fn get(signed: Signed, Path(code): Path<String>) -> Answer {
    let (lang, snapshot) = (signed.visit.lang, signed.visit.snapshot.clone());
    let directory = &snapshot.directory;
    let agency = directory.agency(&code).ok_or(Fault::Missing)?;
    let board = match is_readable(&signed.desk, &code) {
        true => Some(board::board(&signed.desk, directory, None).await?),
        false => None,
    };
    let look = Look { lang, directory, editions: &snapshot.editions };
    let promises = progress::Look { lang, snapshot: &snapshot, newest: snapshot.progress.plan(None) };
    let cover = promises.newest.map(|plan| &plan.cover);
    let open = promises.newest.filter(|_| board.is_none()).map(|plan| Open {
        headline: of_count(lang, &progress::counted(plan, None, Some(&code))),
        cards: promises.cards(plan, None, Some(&code)),
    });
    let frame = signed.frame(Page::Agency, agency.name.clone()).under(Page::Agencies).with("{code}", &code);
    render(&AgencyPage {
        one: Listed::new(lang, directory, agency),
        plan: cover.map(|cover| lang.pick(&cover.title, &cover.title_en)),
        record: board.as_ref().filter(|board| board.plan.is_some()).map(|board| record(&look, board, &code)),
        open: open.filter(|open| !open.cards.is_empty()),
        frame,
    })
}

/// Whether this desk reads the agency's record.
fn is_readable(desk: &Desk, code: &str) -> bool {
    READ.allows(desk.role, desk.relation(code, None))
}

fn record<'a>(look: &Look<'a>, board: &'a Board, code: &'a str) -> Record<'a> {
    let own: Vec<&Line> = board.of_agency(code).collect();
    let mut late: Vec<&Line> =
        own.iter().copied().filter(|line| matches!(line.status, Status::Late(_))).collect();
    let done_late = own.iter().copied().filter(|line| matches!(line.status, Status::DoneLate(_)));
    let mut done_late: Vec<&Line> = done_late.collect();
    for lines in [&mut late, &mut done_late] {
        lines.sort_by_key(|line| std::cmp::Reverse(line.status.days()));
    }
    let others = late.len().saturating_sub(SHOWN) + done_late.len().saturating_sub(SHOWN);
    let rows = |lines: Vec<&'a Line>| lines.into_iter().take(SHOWN).map(|line| look.row(line)).collect();
    Record {
        headline: of_tally(look.lang, &Tally::of(own.iter().copied())),
        promised: promised(look.lang, &own),
        others,
        leads: sectioned(look, own.iter().map(|line| line.task.as_ref())),
        cooperates: sectioned(
            look,
            board.lines.iter().map(|line| line.task.as_ref()).filter(|task| {
                board
                    .plan
                    .as_ref()
                    .is_some_and(|plan| cooperates(look.directory, task, &plan.unit, plan.last, code))
            }),
        ),
        late: rows(late),
        done_late: rows(done_late),
    }
}

/// Whether the agency is among those that cooperate in a task while it is, or was, in force.
fn cooperates(directory: &Directory, task: &Task, unit: &str, last: Date, code: &str) -> bool {
    let day = directory.agency(code).and_then(|agency| agency.ended).map_or(last, |ended| ended.min(last));
    task.parts.iter().any(|part| {
        part == code || directory.expand(part, unit, day).iter().any(|agency| agency.code == code)
    })
}

/// Each task once, by section, in the order of the plan.
fn sectioned<'a>(look: &Look<'_>, tasks: impl Iterator<Item = &'a Task>) -> Vec<Sectioned<'a>> {
    let mut found: Vec<Sectioned<'a>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for task in tasks {
        let place = *places.entry(&task.section).or_insert_with(|| {
            let section = of_section(look.lang, look.editions, &task.section);
            found.push(Sectioned { section, tasks: Vec::new() });
            found.len() - 1
        });
        let named = (task.code.as_str(), task.what.as_str());
        if found[place].tasks.last() != Some(&named) {
            found[place].tasks.push(named);
        }
    }
    found
}

/// How many later days were promised, and how they were kept.
fn promised(lang: Lang, lines: &[&Line]) -> String {
    let promised: Vec<Status> =
        lines.iter().filter(|line| line.promised.is_some()).map(|line| line.status).collect();
    let count = |holds: fn(&Status) -> bool| promised.iter().filter(|status| holds(status)).count();
    let kept = count(|status| matches!(status, Status::Done));
    let broken = count(|status| matches!(status, Status::Late(_) | Status::DoneLate(_) | Status::NotDone));
    let values = [("n", promised.len().into()), ("kept", kept.into()), ("broken", broken.into())];
    match promised.is_empty() {
        true => say(lang, "agency-promised-none"),
        false => say_with(lang, "agency-promised", &values),
    }
}
