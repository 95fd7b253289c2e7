//! The register of what communes must make public: a commune's own, a department's, or the whole province's.

pub(super) mod act;
pub(super) mod file;
pub(super) mod one;
pub(super) mod post;
mod question;
pub(super) mod record;
mod sentence;
mod sheet;
pub(super) mod sought;

use std::collections::BTreeMap;

use accounts::agency::Kind;
use accounts::{Agency, Directory, Relation, Role};
use askama::Template;
use axum::response::{IntoResponse, Response};
use inform::Duty;
use inform::disclosure::{self, Line, RECORD, Refusal, State, kinds};
use look::words::{say, say_with};
use look::{Lang, filters};
use places::name::{capital, order};

use self::question::Question;
pub(super) use self::sentence::closed;
use super::Signed;
use super::typed::Typed;
use crate::fault::{Fault, render};
use crate::parts::disclosure::{event, place};
use crate::parts::frame::Frame;
use crate::public::disclosure::short;
use crate::visit::Query;
use crate::{Page, Snapshot};

/// Lines on the list, so that the page stays light beside the table of a whole province; the rest is a filter away.
const ROWS: usize = 40;

#[derive(Template)]
#[template(path = "desk/disclosure.html")]
struct RegisterPage {
    frame: Frame,
    /// What was just done.
    notice: Option<String>,
    question: Question,
    choices: Choices,
    tallies: Vec<(&'static str, usize, String)>,
    rows: Vec<Row>,
    hidden: usize,
    matrix: Option<Matrix>,
    entry: Option<Entry>,
    /// What people looked for and found nothing recorded of.
    sought: Vec<sought::Waiting>,
    /// Where it is answered, and why an answer was refused.
    answer: &'static str,
    unanswered: Option<String>,
}

/// What the form of the question offers: code and name.
struct Choices {
    agencies: Vec<(String, String)>,
    duties: Vec<(String, String)>,
    states: Vec<(String, String)>,
}

/// A disclosure in the list.
struct Row {
    href: String,
    duty: &'static str,
    plain: &'static str,
    commune: String,
    what: String,
    line: Line,
    standing: String,
    /// For how many days a look has been overdue; 0 where none is.
    look_late: i64,
    lacking: String,
    checks: usize,
    /// Whether the commune looked after its own board last.
    is_own_check: bool,
}

/// Communes by duties.
struct Matrix {
    duties: Vec<&'static Duty>,
    rows: Vec<(String, String, Vec<Cell>)>,
}

/// What stands in a cell: the worst of its lines.
#[derive(Clone)]
struct Cell {
    mark: String,
    class: &'static str,
}

/// The form for an event.
pub(super) struct Entry {
    form: String,
    /// The communes that it may be recorded for.
    agencies: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
}

/// The page, or its sheet.
pub(crate) async fn get(signed: Signed, Query(question): Query<Question>) -> Result<Response, Fault> {
    page(&signed, question, Typed::default(), None).await
}

async fn page(
    signed: &Signed,
    question: Question,
    typed: Typed,
    why: Option<String>,
) -> Result<Response, Fault> {
    let (lang, snapshot) = (signed.visit.lang, signed.visit.snapshot.clone());
    // What was typed is an event's, or an answer's.
    let is_answer = typed.maybe("sought").is_some();
    let (typed, why, unanswered) = if is_answer { (Typed::default(), None, why) } else { (typed, why, None) };
    let all = disclosure::register(&signed.desk).await.map_err(closed)?;
    let asked: Vec<Line> = all.iter().filter(|line| question.holds(line)).cloned().collect();
    if question.wants_csv() {
        return sheet::answer(lang, &asked, &snapshot.directory, snapshot.today);
    }
    let found = asked.len();
    let communes: Vec<&str> = communes(&all);
    let page = RegisterPage {
        frame: signed.frame(Page::Duties, say(lang, Page::Duties.key())),
        notice: question.is_withdrawn().then(|| say(lang, "duty-told-withdrawn")),
        choices: choices(lang, &snapshot.directory, &communes, &all),
        tallies: tallies(lang, &question, &all),
        matrix: (communes.len() > 1).then(|| matrix(lang, &snapshot.directory, &question, &all)),
        rows: asked.into_iter().take(ROWS).map(|line| Row::new(lang, &snapshot, line)).collect(),
        hidden: found.saturating_sub(ROWS),
        entry: entry(signed, &snapshot, typed, why)?,
        sought: sought::waiting(signed).await?,
        answer: sought::pattern(lang),
        unanswered,
        question,
    };
    Ok(render(&page)?.into_response())
}

fn communes(lines: &[Line]) -> Vec<&str> {
    let mut codes: Vec<&str> = lines.iter().flat_map(|line| &line.owners).map(String::as_str).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn choices(lang: Lang, directory: &Directory, communes: &[&str], lines: &[Line]) -> Choices {
    let named = |code: &&str| ((*code).to_owned(), capital(short(directory.name(code))));
    let mut agencies: Vec<(String, String)> = communes.iter().map(named).collect();
    agencies.sort_by(|a, b| order(&a.1, &b.1));
    let there = |duty: &&Duty| lines.iter().any(|line| line.duty.code == duty.code);
    let plain = |duty: &Duty| format!("{} {}", duty.code, lang.pick(&duty.plain, &duty.plain_en));
    let duties = Duty::all().iter().filter(there).map(|duty| (duty.code.clone(), plain(duty))).collect();
    let states = State::WORDS.into_iter().chain([question::CHECK]);
    let states = states.map(|word| (word.to_owned(), say(lang, &format!("duty-state-{word}")))).collect();
    Choices { agencies, duties, states }
}

/// How many stand how, each with the question that shows them.
fn tallies(lang: Lang, question: &Question, all: &[Line]) -> Vec<(&'static str, usize, String)> {
    let tally = |word: &'static str| {
        let asked = question.standing(word);
        let count = all.iter().filter(|line| asked.holds(line)).count();
        (word, count, asked.address(lang))
    };
    ["missing", question::CHECK, "due", "late", "up"].map(tally).into()
}

fn matrix(lang: Lang, directory: &Directory, question: &Question, all: &[Line]) -> Matrix {
    let mut cells: BTreeMap<(&str, &str), &Line> = BTreeMap::new();
    for line in all.iter().filter(|line| !matches!(line.state, State::Replaced | State::Ended)) {
        for owner in &line.owners {
            let worst = cells.entry((owner, &line.duty.code)).or_insert(line);
            if weight(line) > weight(worst) {
                *worst = line;
            }
        }
    }
    let duties: Vec<&Duty> =
        Duty::all().iter().filter(|duty| cells.keys().any(|(_, code)| *code == duty.code)).collect();
    let mut rows: Vec<_> = communes(all)
        .into_iter()
        .map(|code| {
            let cell =
                |duty: &&Duty| cells.get(&(code, duty.code.as_str())).map_or(Cell::none(), |it| Cell::of(it));
            let href = question.of_agency(code).address(lang);
            (capital(short(directory.name(code))), href, duties.iter().map(cell).collect())
        })
        .collect();
    rows.sort_by(|a, b| order(&a.0, &b.0));
    Matrix { duties, rows }
}

/// The worse, the heavier.
fn weight(line: &Line) -> (u8, i32) {
    match line.state {
        State::Missing(days) => (5, days),
        State::Due => (4, 0),
        State::Late(days) => (3, days),
        State::Up => (2, 0),
        State::Over => (1, line.late.unwrap_or_default()),
        State::Replaced | State::Ended => (0, 0),
    }
}

impl Cell {
    fn none() -> Self {
        Self { mark: "–".to_owned(), class: "" }
    }

    fn of(line: &Line) -> Self {
        let (mark, class) = match line.state {
            State::Missing(0) => ("✗".to_owned(), "lacks"),
            State::Missing(days) => (format!("✗ {days}"), "lacks"),
            State::Due => ("…".to_owned(), ""),
            State::Late(days) => (format!("✓ +{days}"), ""),
            State::Up => ("✓".to_owned(), ""),
            State::Over => (line.late.map_or("▫".to_owned(), |days| format!("▫ +{days}")), ""),
            State::Replaced | State::Ended => ("▫".to_owned(), ""),
        };
        Self { mark, class }
    }
}

impl Row {
    fn new(lang: Lang, snapshot: &Snapshot, line: Line) -> Self {
        let communes: Vec<&str> =
            line.owners.iter().map(|owner| short(snapshot.directory.name(owner))).collect();
        let lacking: Vec<String> = line.lacking().map(|spot| place(lang, spot, snapshot.today)).collect();
        Self {
            href: one::path(lang, &line.key()),
            duty: &line.duty.code,
            plain: lang.pick(&line.duty.plain, &line.duty.plain_en),
            commune: communes.join(", "),
            what: event(lang, &line, &snapshot.directory),
            standing: standing(lang, &line),
            lacking: lacking.join(", "),
            is_own_check: line
                .spots
                .iter()
                .filter_map(|spot| line.last_check(spot.place)?.finding.as_ref())
                .any(|finding| line.is_own(finding)),
            look_late: line
                .checks
                .iter()
                .filter_map(|it| line.look_late(it, snapshot.today))
                .max()
                .unwrap_or(0),
            checks: line.checks.iter().filter(|check| check.is_open()).count(),
            line,
        }
    }
}

/// How it stands, in words.
fn standing(lang: Lang, line: &Line) -> String {
    let days = |key, days: i32| say_with(lang, key, &[("n", i64::from(days).into())]);
    if line.event.withdrawn.is_some() {
        return say(lang, "duty-withdrawn");
    }
    match (line.state, line.late) {
        (State::Missing(0), _) => say(lang, "duty-missing-found"),
        (State::Missing(late), _) => days("duty-missing-days", late),
        (State::Late(late), _) => days("duty-late-days", late),
        (State::Over, Some(late)) => days("duty-over-late", late),
        (State::Replaced, Some(late)) => days("duty-replaced-late", late),
        (state, _) => say(lang, &format!("duty-state-{}", state.as_str())),
    }
}

/// The form for an event, for a desk that may record one.
fn entry(
    signed: &Signed,
    snapshot: &Snapshot,
    typed: Typed,
    why: Option<String>,
) -> Result<Option<Entry>, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let may = |agency: &&Agency| {
        let own = desk.agency.as_deref() == Some(agency.code.as_str());
        let near = if own { Relation::Own } else { Relation::Other };
        agency.kind == Kind::Commune && agency.in_force(desk.today) && RECORD.allows(desk.role, near)
    };
    let named = |agency: &Agency| (agency.code.clone(), capital(short(&agency.name)));
    let mut agencies: Vec<(String, String)> = snapshot.directory.agencies().filter(may).map(named).collect();
    if agencies.is_empty() || desk.role == Role::Administrator {
        return Ok(None);
    }
    agencies.sort_by(|a, b| order(&a.1, &b.1));
    let concerns =
        |it: &&disclosure::Kind| agencies.iter().any(|(code, _)| it.concerns(snapshot.directory.name(code)));
    let recorded = kinds().iter().filter(|kind| kind.is_recorded()).filter(concerns);
    let kinds = recorded.map(|it| (it.code.clone(), lang.pick(&it.name, &it.name_en).to_owned())).collect();
    Ok(Some(Entry { form: signed.visit.app.works()?.chance.token(), agencies, kinds, typed, why }))
}

/// The sentence for a refusal.
fn refusal(signed: &Signed, refusal: Refusal) -> Result<String, Fault> {
    sentence::of(signed.visit.lang, refusal, signed.desk.today)
}
