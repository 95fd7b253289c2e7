//! Owed: what an assignment asks, of whom and by when, and how its last report stands. A view, for reading.
//!
//! An assignment that a desk may not read is missing to it: neither what it says nor that it is there is told.

use accounts::{Desk, Directory, Forbidden, Relation, Right};
use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on};

use crate::report::{READ, State};

/// An assignment with its task, as those who report and review see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Owed {
    /// The number of the assignment.
    pub id: i64,
    /// The number of its task.
    pub task: i64,
    /// The slug of the plan.
    pub plan: String,
    /// What the plan is called.
    pub plan_title: String,
    /// The task's code in the plan: `1.1-01`.
    pub code: String,
    /// The section of the plan: a dimension, or another of the plan's own.
    pub section: String,
    /// What is to be done.
    pub what: String,
    /// What comes of it.
    pub product: String,
    /// When it counts as done.
    pub done_when: String,
    /// What is counted, where it is countable.
    pub measure: Option<Measure>,
    /// The code of the agency that owes it now.
    pub agency: String,
    /// The code of the agency that it arose for.
    pub origin: String,
    /// Whether the agency answers to others than the province.
    pub outside: bool,
    /// The province of the plan, by its lasting name.
    pub unit: String,
    /// The period: `2025-Q1`.
    pub period: String,
    /// The first day of the period.
    pub first: Date,
    /// The last day of the period.
    pub last: Date,
    /// The day that it is due.
    pub due: Date,
    /// The day that was granted last.
    pub promised: Option<Date>,
    /// Whether a person has yet to decide whose it is, after a merger.
    pub undecided: bool,
    /// The assignment that answers this one too, after a merger.
    pub joined: Option<i64>,
    /// The day that it lost its ground.
    pub cancelled_on: Option<Date>,
    /// How its newest report stands.
    pub stands: Option<State>,
    /// The number of its newest report.
    pub number: Option<i64>,
    /// Why its newest report was returned.
    pub reason: Option<String>,
    /// The day that its newest report was sent.
    pub sent_on: Option<Date>,
    /// The first day that a report was sent which was accepted later.
    pub done_on: Option<Date>,
}

/// What is counted of a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What is counted: `Số ấp, khóm được phát tài liệu`.
    pub name: String,
    /// In which unit.
    pub unit: Option<String>,
    /// The least that can be.
    pub low: Option<f64>,
    /// The most that can be.
    pub high: Option<f64>,
}

impl Measure {
    /// Whether a value can be.
    pub fn holds(&self, value: f64) -> bool {
        self.low.is_none_or(|low| low <= value) && self.high.is_none_or(|high| value <= high)
    }
}

/// Why a desk is not let at an assignment.
#[derive(Debug, thiserror::Error)]
pub enum Closed {
    /// There is none that the desk may know of.
    #[error("there is no such assignment")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

impl Owed {
    /// The day that counts: the one that was granted last, or the one that it was due.
    pub fn until(&self) -> Date {
        self.promised.unwrap_or(self.due)
    }

    /// Whether its report was sent back and is not answered yet, though the answer may be being written.
    pub fn is_returned(&self) -> bool {
        let answering = self.stands == Some(State::Draft) && self.number > Some(1) && self.done_on.is_none();
        self.stands == Some(State::Returned) || answering
    }

    /// Whether it can be reported on: it was not cancelled, and no other answers it.
    pub fn is_open(&self) -> bool {
        self.cancelled_on.is_none() && self.joined.is_none()
    }
}

/// The assignment, for a desk that may do this with it; `parts` gives how the desk stands to it.
pub(crate) async fn open(
    at: &mut impl Ask,
    desk: &Desk,
    id: i64,
    right: &Right,
) -> Result<(Owed, Relation), Closed> {
    let relation_to = |owed: &Owed, parts: &[String], directory: &Directory| {
        let day = owed.last.min(desk.today).max(owed.first);
        let cooperating = parts.iter().flat_map(|code| directory.expand(code, &owed.unit, day));
        desk.relation(&owed.agency, cooperating.map(|agency| agency.code.as_str()))
    };
    let found = find(at, id).await?;
    let Some(owed) = found else {
        READ.reach(desk.role).map_or_else(|| desk.may(&READ, Relation::Other), |_| Ok(()))?;
        return Err(Closed::Missing);
    };
    let (parts, directory) = (parts(at, owed.task).await?, Directory::load(at).await?);
    let relation = relation_to(&owed, &parts, &directory);
    if READ.reach(desk.role).is_some() && !READ.allows(desk.role, relation) {
        return Err(Closed::Missing);
    }
    desk.may(&READ, relation)?;
    desk.may(right, relation)?;
    Ok((owed, relation))
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.task, t.plan, p.title AS plan_title, t.code, t.section, t.what, t.product, t.done_when,
                t.measure, t.measure_unit, t.low, t.high, a.agency, a.origin, g.outside, p.unit, a.period,
                a.first, a.last, a.due, a.promised, a.undecided, a.joined, a.cancelled_on,
                r.state AS stands, r.number, r.reason, r.submitted_on AS sent_on,
                (SELECT min(d.submitted_on) FROM report d WHERE d.assignment = a.id AND d.state = 'accepted')
                    AS done_on
            FROM assignment a
            JOIN task t ON t.id = a.task
            JOIN plan p ON p.slug = t.plan
            JOIN agency g ON g.code = a.agency
            LEFT JOIN report r ON r.assignment = a.id
                AND r.number = (SELECT max(n.number) FROM report n WHERE n.assignment = a.id) ",
            $rest
        )
    };
}

/// The assignment of this number.
pub(crate) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Owed>, Error> {
    const SQL: &str = select!("WHERE a.id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(Owed::from))
}

/// What an agency owes, or did since a day; those that another answers left out.
pub(crate) async fn of_agency(at: &mut impl Ask, agency: &str, since: Date) -> Result<Vec<Owed>, Error> {
    const SQL: &str = select!(
        "WHERE a.agency = $1 AND a.joined IS NULL AND a.cancelled_on IS NULL AND NOT a.undecided
            AND (r.state IS NULL OR r.state <> 'accepted' OR r.submitted_on >= $2 OR a.due >= $2)
        ORDER BY a.due, t.place, a.id"
    );
    let since = since.to_sqlx();
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(agency).bind(since).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Owed::from).collect())
}

/// Those whose newest report waits for review.
pub(crate) async fn waiting(at: &mut impl Ask) -> Result<Vec<Owed>, Error> {
    const SQL: &str = select!("WHERE r.state IN ('submitted', 'resubmitted') ORDER BY r.submitted_at, r.id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Owed::from).collect())
}

/// The agencies and groups that cooperate in a task, as the plan has them.
async fn parts(at: &mut impl Ask, task: i64) -> Result<Vec<String>, Error> {
    const SQL: &str = "SELECT agency FROM task_part WHERE task = $1 ORDER BY place";
    on!(at, c => sqlx::query_scalar(SQL).bind(task).fetch_all(c).await)
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    task: i64,
    plan: String,
    plan_title: String,
    code: String,
    section: String,
    what: String,
    product: String,
    done_when: String,
    measure: Option<String>,
    measure_unit: Option<String>,
    low: Option<f64>,
    high: Option<f64>,
    agency: String,
    origin: String,
    outside: bool,
    unit: String,
    period: String,
    first: jiff_sqlx::Date,
    last: jiff_sqlx::Date,
    due: jiff_sqlx::Date,
    promised: Option<jiff_sqlx::Date>,
    undecided: bool,
    joined: Option<i64>,
    cancelled_on: Option<jiff_sqlx::Date>,
    stands: Option<String>,
    number: Option<i64>,
    reason: Option<String>,
    sent_on: Option<jiff_sqlx::Date>,
    done_on: Option<jiff_sqlx::Date>,
}

impl From<Row> for Owed {
    fn from(row: Row) -> Self {
        let (unit, low, high) = (row.measure_unit, row.low, row.high);
        // As the task's terms have it: nothing else was said, so the product counts.
        let done_when = if row.done_when.is_empty() { row.product.clone() } else { row.done_when };
        Self {
            measure: row.measure.map(|name| Measure { name, unit, low, high }),
            first: row.first.to_jiff(),
            last: row.last.to_jiff(),
            due: row.due.to_jiff(),
            promised: row.promised.map(jiff_sqlx::Date::to_jiff),
            cancelled_on: row.cancelled_on.map(jiff_sqlx::Date::to_jiff),
            stands: row.stands.as_deref().and_then(State::read),
            sent_on: row.sent_on.map(jiff_sqlx::Date::to_jiff),
            done_on: row.done_on.map(jiff_sqlx::Date::to_jiff),
            id: row.id,
            task: row.task,
            plan: row.plan,
            plan_title: row.plan_title,
            code: row.code,
            section: row.section,
            what: row.what,
            product: row.product,
            done_when,
            agency: row.agency,
            origin: row.origin,
            outside: row.outside,
            unit: row.unit,
            period: row.period,
            undecided: row.undecided,
            joined: row.joined,
            number: row.number,
            reason: row.reason,
        }
    }
}
