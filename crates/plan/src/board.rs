//! The board: every assignment of a plan with its task, its agency and where it stands. A view, for reading.
//!
//! How many there are and how late is told to everybody who works on the plan; each single one to those who may
//! read it. Drafts of reports are nobody else's business and are not read here.

mod filter;
mod lines;
mod tally;

use std::collections::HashMap;
use std::sync::Arc;

use accounts::agency::Kind;
use accounts::{Desk, Directory, Forbidden, Reach, Relation, Right, Role};
use jiff::civil::Date;
use jiff::{Span, Timestamp, ToSpan};
use store::Error;

use crate::Rhythm;
use crate::status::{Answer, Status};

pub use filter::Filter;
pub(crate) use lines::{covers, lines, tasks};
pub use tally::{Tally, by_agency, by_section};

/// Who sees the board, and which assignments one by one.
pub const READ: Right = Right {
    act: "board.read",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Auditor, Reach::Any),
        (Role::Head, Reach::Cooperating),
        (Role::Officer, Reach::Cooperating),
        (Role::Communicator, Reach::Cooperating),
    ],
};

/// The board of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// Every plan that was published, newest first.
    pub plans: Vec<Cover>,
    /// The one that is shown; none where no plan was published.
    pub plan: Option<Cover>,
    /// Its assignments in the order of the plan, those that another answers left out.
    pub lines: Vec<Line>,
}

/// What a plan says on its cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Its name in addresses.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// The same in English; empty where nobody wrote it.
    pub title_en: String,
    /// The slug of its document.
    pub document: Option<String>,
    /// The province, by its lasting name.
    pub unit: String,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Whether it is over.
    pub closed: bool,
}

/// A task as the board shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its number.
    pub id: i64,
    /// Its code in the plan.
    pub code: String,
    /// The section of the plan: a dimension `1`…, or another of the plan's own.
    pub section: String,
    /// What is to be done.
    pub what: String,
    /// What comes of it.
    pub product: String,
    /// The agency or group that leads it.
    pub lead: Option<String>,
    /// What it is for.
    pub items: Vec<String>,
    /// The agencies and groups that cooperate.
    pub parts: Vec<String>,
    /// How often it is reported.
    pub rhythm: Rhythm,
    /// Whether it is due on a day of its own in each year.
    pub recurs: bool,
    /// Its last day.
    pub last: Date,
    /// Whether the public side shows it.
    pub public: bool,
    /// Whether a task of another plan answers it.
    pub answered: bool,
    /// The slug of the document that took its ground away.
    pub cancelled_by: Option<String>,
}

/// An assignment as the board shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub id: i64,
    /// Its task.
    pub task: Arc<Task>,
    /// The agency that owes it now.
    pub agency: String,
    /// What kind of agency that is.
    pub kind: Kind,
    /// The period.
    pub period: String,
    /// The first day of the period.
    pub first: Date,
    /// The day its data are closed.
    pub last: Date,
    /// The last day for sending.
    pub due: Date,
    /// The day that was granted last.
    pub promised: Option<Date>,
    /// Whether a person has to decide whose it is.
    pub undecided: bool,
    /// Where it stands.
    pub status: Status,
    /// What became of its newest report; none where none was sent.
    pub answer: Option<Answer>,
    /// When a report on it was last sent or answered.
    pub moved_at: Option<Timestamp>,
    /// Whether this desk may see it one by one.
    pub listed: bool,
}

/// Why there is no board for a desk.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No such plan, or it is a draft.
    #[error("there is no such plan")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// The board of a plan, or of the newest that was published.
///
/// # Errors
/// [`Refusal::Forbidden`] for a role that has no board, [`Refusal::Missing`] for a plan that is not there.
pub async fn board(desk: &Desk, directory: &Directory, plan: Option<&str>) -> Result<Board, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let plans = covers(&mut at).await?;
    let Some(cover) = plans.iter().find(|cover| plan.is_none_or(|slug| cover.slug == slug)).cloned() else {
        return if plan.is_some() { Err(Refusal::Missing) } else { Ok(Board::default()) };
    };
    let tasks = tasks(&mut at, &cover.slug).await?;
    let mut lines = lines(&mut at, &cover, &tasks, desk.today).await?;
    let mut scope = Scope { desk, directory, unit: &cover.unit, seen: HashMap::new() };
    for line in &mut lines {
        line.listed = READ.allows(desk.role, scope.relation(line));
    }
    Ok(Board { plans, plan: Some(cover), lines })
}

impl Board {
    fn default() -> Self {
        Self { plans: Vec::new(), plan: None, lines: Vec::new() }
    }

    /// The assignments of an agency, which it owes now.
    pub fn of_agency<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.agency == code)
    }
}

/// How a desk stands to each assignment; what a group means on a day is found once.
struct Scope<'a> {
    desk: &'a Desk,
    directory: &'a Directory,
    unit: &'a str,
    seen: HashMap<(i64, Date), bool>,
}

impl Scope<'_> {
    fn relation(&mut self, line: &Line) -> Relation {
        if READ.reach(self.desk.role) == Some(Reach::Any) {
            return Relation::Other;
        }
        let own = self.desk.agency.as_deref().filter(|own| self.cooperates(line, own));
        self.desk.relation(&line.agency, own)
    }

    /// As [`crate::owed`] reads it: on the last day of the period, or today while it runs.
    fn cooperates(&mut self, line: &Line, own: &str) -> bool {
        let day = line.last.min(self.desk.today).max(line.first);
        let (directory, unit, task) = (self.directory, self.unit, &line.task);
        let meant = |code: &String| directory.expand(code, unit, day).iter().any(|agency| agency.code == own);
        *self.seen.entry((task.id, day)).or_insert_with(|| task.parts.iter().any(meant))
    }
}

impl Task {
    /// Whether no other assignment follows one that was closed on this day.
    pub(crate) fn ends_with(&self, last: Date) -> bool {
        let step = match self.rhythm {
            Rhythm::Once if self.recurs => 1.year(),
            Rhythm::Once => return true,
            Rhythm::Monthly => 1.month(),
            Rhythm::Quarterly | Rhythm::Continuous => 3.months(),
            Rhythm::HalfYearly => 6.months(),
            Rhythm::Yearly => Span::new().years(1),
        };
        last.saturating_add(step) > self.last
    }
}

impl Line {
    /// The day that counts: promised, or due.
    pub fn deadline(&self) -> Date {
        self.promised.unwrap_or(self.due)
    }

    /// Whether it is open and a person has to decide whose it is.
    pub fn waits_for_a_decision(&self) -> bool {
        self.undecided && !self.status.is_done() && self.status != Status::Cancelled
    }
}
