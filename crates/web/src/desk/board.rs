//! The board of the plan: how every assignment stands, by content and by agency, and which ones they are.

mod question;
mod sheet;
pub(super) mod undecided;

use std::collections::{BTreeSet, HashMap};

use accounts::agency::Kind;
use accounts::{Directory, Relation};
use askama::Template;
use axum::response::{IntoResponse, Response};
use look::{Lang, filters, say};
use places::name::order;
use plan::assignment::DECIDE;
use plan::board::{self, Board, Line, Tally, by_agency, by_section};
use plan::status::{Answer as Reviewed, Status};
use scores::Editions;

use self::question::{Question, SORTS, UNDECIDED};
use super::Signed;
use super::agencies::kind_name;
use crate::Page;
use crate::asked::pages_beside;
use crate::fault::{Fault, render};
use crate::parts::frame::Frame;
use crate::parts::promise::{of_section, of_status, of_tally};
use crate::parts::{period, source};
use crate::visit::Query;

/// The field of the page of the list.
const PAGE: &str = "page";
/// Assignments on a page of the list.
const ROWS: usize = 50;
/// Undecided ones that are named; all of them are a filter away.
const NAMED: usize = 8;

#[derive(Template)]
#[template(path = "desk/board.html")]
struct BoardPage<'a> {
    frame: Frame,
    question: Question,
    plan: Option<&'a str>,
    choices: Choices,
    narrow: bool,
    headline: String,
    undecided: Vec<Row<'a>>,
    undecided_all: usize,
    sections: Table,
    agencies: Table,
    rows: Vec<Row<'a>>,
    found: usize,
    hidden: usize,
    pages: Vec<(&'static str, String)>,
}

/// What the form offers: code and name.
struct Choices {
    plans: Vec<(String, String)>,
    sections: Vec<(String, String)>,
    items: Vec<(String, String)>,
    agencies: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    periods: Vec<(String, String)>,
    statuses: Vec<(String, String)>,
}

/// Counts by content or by agency.
struct Table {
    heads: Vec<Head>,
    rows: Vec<Counted>,
}

/// The heading of a column that can be sorted by.
struct Head {
    key: &'static str,
    href: String,
    sorted: bool,
}

/// A content or an agency with its counts.
struct Counted {
    name: String,
    href: String,
    late_href: String,
    tally: Tally,
}

/// An assignment in the list.
pub(crate) struct Row<'a> {
    pub(crate) line: &'a Line,
    pub(crate) href: String,
    pub(crate) agency: &'a str,
    pub(crate) agency_href: String,
    pub(crate) period: String,
    pub(crate) status: String,
    pub(crate) report: Option<String>,
}

/// The page, or its sheet.
pub(crate) async fn get(signed: Signed, Query(question): Query<Question>) -> Result<Response, Fault> {
    let (lang, snapshot) = (signed.visit.lang, signed.visit.snapshot.clone());
    let directory = &snapshot.directory;
    let board = board::board(&signed.desk, directory, crate::asked::written(&question.plan)).await?;
    let filter = question.filter();
    let asked: Vec<&Line> = board.lines.iter().filter(|line| filter.holds(line, directory)).collect();
    let mut listed: Vec<&Line> = asked.iter().copied().filter(|line| line.listed).collect();
    sort(&mut listed, question.sort(), directory);
    let look = Look { lang, directory, editions: &snapshot.editions };
    if question.format.as_deref() == Some("csv") {
        return sheet::answer(&look, &listed);
    }
    let decides = signed.desk.may(&DECIDE, Relation::Other).is_ok();
    let undecided: Vec<&Line> =
        board.lines.iter().filter(|line| decides && line.waits_for_a_decision()).collect();
    let first = (question.page() - 1).saturating_mul(ROWS);
    let page = BoardPage {
        frame: signed.frame(Page::Board, say(lang, Page::Board.key())),
        plan: board.plan.as_ref().map(|plan| lang.pick(&plan.title, &plan.title_en)),
        choices: look.choices(&board),
        narrow: filter.is_narrow(),
        headline: of_tally(lang, &Tally::of(asked.iter().copied())),
        undecided_all: undecided.len(),
        undecided: undecided.into_iter().take(NAMED).map(|line| look.row(line)).collect(),
        sections: look.sections(&question, &asked),
        agencies: look.agencies(&question, &asked),
        rows: listed.iter().skip(first).take(ROWS).map(|line| look.row(line)).collect(),
        found: listed.len(),
        hidden: asked.len() - listed.len(),
        pages: pages_beside(question.page(), (listed.len(), ROWS), |page| {
            question.with(lang, PAGE, &page.to_string())
        }),
        question,
    };
    Ok(render(&page)?.into_response())
}

/// The plan's order, or by the agency's name, or the longest lateness first.
fn sort(lines: &mut [&Line], by: Option<&str>, directory: &Directory) {
    match by {
        Some("name") => {
            let names: BTreeSet<&str> = lines.iter().map(|line| directory.name(&line.agency)).collect();
            let mut names: Vec<&str> = names.into_iter().collect();
            names.sort_by(|a, b| order(a, b));
            let places: HashMap<&str, usize> = names.into_iter().zip(0..).collect();
            lines.sort_by_key(|line| places.get(directory.name(&line.agency)));
        }
        Some("late") => lines.sort_by_key(|line| match line.status {
            Status::Late(days) => -days,
            _ => 0,
        }),
        _ => {}
    }
}

/// How a board looks in a language.
pub(crate) struct Look<'a> {
    pub(crate) lang: Lang,
    pub(crate) directory: &'a Directory,
    pub(crate) editions: &'a Editions,
}

impl<'a> Look<'a> {
    pub(crate) fn row(&self, line: &'a Line) -> Row<'a> {
        let report = |answer| match answer {
            Reviewed::Waiting => "board-report-waiting",
            Reviewed::Returned => "board-report-returned",
            Reviewed::Accepted => "board-report-accepted",
        };
        let moved = line.moved_at.map(|at| look::date::short(self.lang, source::civil(at)));
        let report = line.answer.map(|answer| say(self.lang, report(answer)));
        Row {
            href: Page::Assignment.path(self.lang).replace("{id}", &line.id.to_string()),
            agency: self.directory.name(&line.agency),
            agency_href: Page::Agency.path(self.lang).replace("{code}", &line.agency),
            period: period::name(self.lang, &line.period),
            status: of_status(self.lang, line.status),
            report: report
                .map(|said| [Some(said), moved].into_iter().flatten().collect::<Vec<_>>().join(", ")),
            line,
        }
    }

    fn sections(&self, question: &Question, lines: &[&Line]) -> Table {
        let rows = by_section(lines.iter().copied()).into_iter();
        let name = |section| of_section(self.lang, self.editions, section);
        let rows = rows.map(|(code, tally)| self.counted(question, "section", (code, name(code)), tally));
        self.table(question, rows.collect())
    }

    fn agencies(&self, question: &Question, lines: &[&Line]) -> Table {
        let rows = by_agency(lines.iter().copied()).into_iter();
        let name = |code| self.directory.name(code).to_owned();
        let rows = rows.map(|(code, tally)| self.counted(question, "agency", (code, name(code)), tally));
        let mut rows: Vec<Counted> = rows.collect();
        rows.sort_by(|a, b| order(&a.name, &b.name));
        self.table(question, rows)
    }

    fn counted(&self, question: &Question, field: &str, of: (&str, String), tally: Tally) -> Counted {
        let href = question.with(self.lang, field, of.0);
        Counted { late_href: format!("{href}&status=late#list"), href: href + "#list", name: of.1, tally }
    }

    fn table(&self, question: &Question, mut rows: Vec<Counted>) -> Table {
        let by = question.sort();
        match by {
            Some("name") => rows.sort_by(|a, b| order(&a.name, &b.name)),
            Some("all") => rows.sort_by_key(|row| std::cmp::Reverse(row.tally.all)),
            Some("done") => rows.sort_by_key(|row| std::cmp::Reverse(row.tally.done)),
            Some("late") => rows.sort_by_key(|row| std::cmp::Reverse((row.tally.longest, row.tally.late))),
            _ => {}
        }
        let head = |key| Head { key, href: question.with(self.lang, "sort", key), sorted: by == Some(key) };
        Table { heads: SORTS.map(head).into(), rows }
    }

    fn choices(&self, board: &Board) -> Choices {
        let lang = self.lang;
        let plan =
            |plan: &board::Cover| (plan.slug.clone(), lang.pick(&plan.title, &plan.title_en).to_owned());
        let same = |code: &str| (code.to_owned(), code.to_owned());
        let section = |code: &str| (code.to_owned(), of_section(lang, self.editions, code));
        let period = |code: &str| (code.to_owned(), period::name(lang, code));
        let kind = |kind: Kind| (kind.as_str().to_owned(), kind_name(lang, kind));
        let status = |word: &str| (word.to_owned(), say(lang, &format!("standing-{word}")));
        let kinds: BTreeSet<Kind> = board.lines.iter().map(|line| line.kind).collect();
        let items: BTreeSet<&str> =
            board.lines.iter().flat_map(|line| &line.task.items).map(String::as_str).collect();
        let periods: BTreeSet<&str> = board.lines.iter().map(|line| line.period.as_str()).collect();
        let agencies = by_agency(&board.lines).into_iter();
        let mut agencies: Vec<(String, String)> =
            agencies.map(|(code, _)| (code.to_owned(), self.directory.name(code).to_owned())).collect();
        agencies.sort_by(|a, b| order(&a.1, &b.1));
        Choices {
            plans: board.plans.iter().map(plan).collect(),
            sections: by_section(&board.lines).into_iter().map(|(code, _)| section(code)).collect(),
            items: items.into_iter().map(same).collect(),
            agencies,
            kinds: kinds.into_iter().map(kind).collect(),
            periods: periods.into_iter().rev().map(period).collect(),
            statuses: Status::WORDS.into_iter().chain([UNDECIDED]).map(status).collect(),
        }
    }
}
