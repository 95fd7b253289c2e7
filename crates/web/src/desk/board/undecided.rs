//! Assignments whose agency ended and whose work no rule gives to one other: a person decides, with words of why.

use accounts::agency::Heirs;
use accounts::{Directory, Relation};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{date, filters};
use places::name::{fold, order};
use plan::assignment::{self, DECIDE};
use plan::board;
use serde::Deserialize;

use crate::desk::Signed;
use crate::desk::task::terms;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::period;
use crate::visit::Query;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/board/undecided.html")]
struct UndecidedPage {
    frame: Frame,
    /// How many were just given away.
    told: Option<usize>,
    groups: Vec<Left>,
    /// Every agency of today, by name.
    agencies: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
}

/// What one agency left behind.
struct Left {
    agency: String,
    name: String,
    ended: Option<Date>,
    heirs: Vec<(String, String)>,
    lines: Vec<Line>,
}

/// An assignment that waits.
struct Line {
    id: i64,
    said: String,
    due: Date,
}

/// What the address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    told: Option<usize>,
}

/// The page.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Answer {
    page(&signed, asked.told, Typed::default(), None).await
}

/// Gives the chosen ones to the agency that was named. One that went there already is as good.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    desk.may(&DECIDE, Relation::Other)?;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let chosen: Vec<i64> = typed.all("it").iter().filter_map(|id| id.parse().ok()).collect();
    let why = match to(&typed, &directory, desk.today) {
        _ if chosen.is_empty() => say(lang, "undecided-none-chosen"),
        None if typed.get("other").is_empty() => say(lang, "undecided-no-agency"),
        None => say_with(lang, "assignment-not-in-force", &[("value", typed.get("other").into())]),
        Some(to) => match assignment::decide(desk, &chosen, &to, typed.get("words")).await {
            Ok(()) => {
                let there = format!("{}?told={}", Page::Undecided.path(lang), chosen.len());
                return Ok(Redirect::to(&there).into_response());
            }
            Err(refusal) => terms::of_assignment(lang, &refusal)?,
        },
    };
    refused(page(&signed, None, typed, Some(why)).await)
}

/// The code of the agency that was chosen, or typed by its name or code.
fn to(typed: &Typed, directory: &Directory, today: Date) -> Option<String> {
    if let Some(chosen) = typed.maybe("to") {
        return Some(chosen);
    }
    let wanted = fold(typed.get("other"));
    let is = |name: &str| !wanted.is_empty() && fold(name) == wanted;
    let mut found = directory.agencies().filter(|it| it.in_force(today) && (is(&it.name) || is(&it.code)));
    let first = found.next()?;
    found.next().is_none().then(|| first.code.clone())
}

async fn page(signed: &Signed, told: Option<usize>, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    desk.may(&DECIDE, Relation::Other)?;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let groups = left(signed, &directory).await?;
    let named = |it: &accounts::Agency| (it.code.clone(), it.name.clone());
    let mut agencies: Vec<_> = directory.agencies().filter(|it| it.in_force(desk.today)).map(named).collect();
    agencies.sort_by(|a, b| order(&a.1, &b.1));
    render(&UndecidedPage {
        frame: signed.frame(Page::Undecided, say(lang, Page::Undecided.key())).under(Page::Board),
        told,
        agencies: if groups.is_empty() { Vec::new() } else { agencies },
        groups,
        typed,
        why,
    })
}

/// Everything that waits in any published plan, by the agency that left it.
async fn left(signed: &Signed, directory: &Directory) -> Result<Vec<Left>, Fault> {
    let newest = board::board(&signed.desk, directory, None).await?;
    let mut groups: Vec<Left> = Vec::new();
    for plan in &newest.plans {
        let board = board::board(&signed.desk, directory, Some(&plan.slug)).await?;
        for line in board.lines.iter().filter(|line| line.waits_for_a_decision()) {
            let at = groups.iter().position(|group| group.agency == line.agency).unwrap_or_else(|| {
                groups.push(Left::new(signed, directory, &line.agency));
                groups.len() - 1
            });
            groups[at].lines.push(Line::new(signed, line));
        }
    }
    groups.sort_by(|a, b| order(&a.name, &b.name));
    Ok(groups)
}

impl Left {
    fn new(signed: &Signed, directory: &Directory, agency: &str) -> Self {
        let heirs = match directory.heirs(agency, signed.desk.today) {
            Heirs::One(one) => vec![one],
            Heirs::Several(several) => several,
            Heirs::Nobody => Vec::new(),
        };
        Self {
            agency: agency.to_owned(),
            name: directory.name(agency).to_owned(),
            ended: directory.agency(agency).and_then(|it| it.ended),
            heirs: heirs.into_iter().map(|it| (it.code.clone(), it.name.clone())).collect(),
            lines: Vec::new(),
        }
    }

    /// Whether the form that was refused is this one's.
    fn is_typed(&self, typed: &Typed) -> bool {
        typed.get("agency") == self.agency
    }
}

impl Line {
    fn new(signed: &Signed, line: &board::Line) -> Self {
        let period = period::name(signed.visit.lang, &line.period);
        Self {
            id: line.id,
            said: format!("{} · {period}: {}", line.task.code, line.task.what),
            due: line.due,
        }
    }
}

impl UndecidedPage {
    fn ended(&self, left: &Left) -> String {
        let day = left.ended.map(|day| date::short(self.frame.lang, day)).unwrap_or_default();
        say_with(self.frame.lang, "undecided-ended", &[("day", day.into())])
    }

    fn count(&self) -> usize {
        self.groups.iter().map(|left| left.lines.len()).sum()
    }

    /// Whether an assignment is ticked: all are, until somebody takes some out.
    fn is_ticked(&self, left: &Left, line: &Line) -> bool {
        !left.is_typed(&self.typed) || self.typed.all("it").contains(&line.id.to_string())
    }

    fn shown(&self, left: &Left, field: &str) -> &str {
        if left.is_typed(&self.typed) { self.typed.get(field) } else { "" }
    }
}
