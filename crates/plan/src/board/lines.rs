//! The statements of the board: plans, tasks, assignments, and what became of reports, in five for a whole plan.

use std::collections::HashMap;
use std::sync::Arc;

use accounts::agency::Kind;
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Ask, Error, on};

use super::{Cover, Line, Task};
use crate::Rhythm;
use crate::status::{Answer, Facts, Sent};

#[derive(sqlx::FromRow)]
struct CoverRow {
    slug: String,
    title: String,
    title_en: String,
    document: Option<String>,
    unit: String,
    first: jiff_sqlx::Date,
    last: jiff_sqlx::Date,
    state: String,
}

/// Every plan that was published, those in force before those that are over, newest first.
pub(crate) async fn covers(at: &mut impl Ask) -> Result<Vec<Cover>, Error> {
    const SQL: &str = "
        SELECT slug, title, title_en, document, unit, first, last, state FROM plan
        WHERE state IN ('published', 'closed') ORDER BY state DESC, published_on DESC, slug";
    let rows: Vec<CoverRow> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let read = |row: CoverRow| Cover {
        first: row.first.to_jiff(),
        last: row.last.to_jiff(),
        closed: row.state == "closed",
        slug: row.slug,
        title: row.title,
        title_en: row.title_en,
        document: row.document,
        unit: row.unit,
    };
    Ok(rows.into_iter().map(read).collect())
}

#[derive(sqlx::FromRow)]
struct TaskRow {
    id: i64,
    code: String,
    section: String,
    what: String,
    product: String,
    lead: Option<String>,
    rhythm: String,
    due_month: Option<i64>,
    last: jiff_sqlx::Date,
    public: bool,
    answered_by: Option<i64>,
    cancelled_by: Option<String>,
}

/// The tasks of a plan, in its order.
pub(crate) async fn tasks(at: &mut impl Ask, plan: &str) -> Result<Vec<Arc<Task>>, Error> {
    const SQL: &str = "
        SELECT id, code, section, what, product, lead, rhythm, due_month, last, public, answered_by, cancelled_by
        FROM task WHERE plan = $1 ORDER BY place, code";
    const ITEMS: &str = "
        SELECT i.task, i.item FROM task_item i JOIN task t ON t.id = i.task
        WHERE t.plan = $1 ORDER BY i.task, i.item";
    const PARTS: &str = "
        SELECT p.task, p.agency FROM task_part p JOIN task t ON t.id = p.task
        WHERE t.plan = $1 ORDER BY p.task, p.place";
    let rows: Vec<TaskRow> = on!(at, c => sqlx::query_as(SQL).bind(plan).fetch_all(c).await)?;
    let items: Vec<(i64, String)> = on!(at, c => sqlx::query_as(ITEMS).bind(plan).fetch_all(c).await)?;
    let parts: Vec<(i64, String)> = on!(at, c => sqlx::query_as(PARTS).bind(plan).fetch_all(c).await)?;
    let (mut items, mut parts) = (grouped(items), grouped(parts));
    let read = |row: TaskRow| {
        Arc::new(Task {
            items: items.remove(&row.id).unwrap_or_default(),
            parts: parts.remove(&row.id).unwrap_or_default(),
            rhythm: Rhythm::read(&row.rhythm).unwrap_or(Rhythm::Once),
            recurs: row.due_month.is_some(),
            last: row.last.to_jiff(),
            answered: row.answered_by.is_some(),
            id: row.id,
            code: row.code,
            section: row.section,
            what: row.what,
            product: row.product,
            lead: row.lead,
            public: row.public,
            cancelled_by: row.cancelled_by,
        })
    };
    Ok(rows.into_iter().map(read).collect())
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    task: i64,
    agency: String,
    kind: String,
    period: String,
    first: jiff_sqlx::Date,
    last: jiff_sqlx::Date,
    due: jiff_sqlx::Date,
    promised: Option<jiff_sqlx::Date>,
    undecided: bool,
    cancelled_on: Option<jiff_sqlx::Date>,
}

#[derive(sqlx::FromRow)]
struct SentRow {
    assignment: i64,
    state: String,
    submitted_on: jiff_sqlx::Date,
    submitted_at: Option<jiff_sqlx::Timestamp>,
    decided_at: Option<jiff_sqlx::Timestamp>,
}

/// The assignments of a plan and where they stand on a day, in the order of its tasks; none is listed yet.
pub(crate) async fn lines(
    at: &mut impl Ask,
    plan: &Cover,
    tasks: &[Arc<Task>],
    today: Date,
) -> Result<Vec<Line>, Error> {
    const SQL: &str = "
        SELECT a.id, a.task, a.agency, g.kind, a.period, a.first, a.last, a.due, a.promised, a.undecided,
               a.cancelled_on
        FROM assignment a JOIN task t ON t.id = a.task JOIN agency g ON g.code = a.agency
        WHERE t.plan = $1 AND a.joined IS NULL ORDER BY t.place, t.code, a.due, a.agency, a.id";
    const SENT: &str = "
        SELECT r.assignment, r.state, r.submitted_on, r.submitted_at, r.decided_at
        FROM report r JOIN assignment a ON a.id = r.assignment JOIN task t ON t.id = a.task
        WHERE t.plan = $1 AND r.state <> 'draft' AND r.submitted_on IS NOT NULL ORDER BY r.assignment, r.number";
    let slug = &plan.slug;
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(slug).fetch_all(c).await)?;
    let sent: Vec<SentRow> = on!(at, c => sqlx::query_as(SENT).bind(slug).fetch_all(c).await)?;
    let tasks: HashMap<i64, &Arc<Task>> = tasks.iter().map(|task| (task.id, task)).collect();
    let mut sent = grouped(sent.into_iter().map(|row| (row.assignment, row)).collect());
    let read = |row: Row| {
        let sent = sent.remove(&row.id).unwrap_or_default();
        let task = tasks.get(&row.task)?;
        Some(line(row, task, &sent, plan.closed, today))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

fn line(row: Row, task: &Arc<Task>, sent: &[SentRow], closed: bool, today: Date) -> Line {
    let moved_at = sent.iter().filter_map(SentRow::moved_at).max();
    let sent: Vec<Sent> = sent.iter().map(SentRow::read).collect();
    let answer = sent.last().map(|sent| sent.answer);
    let facts = Facts {
        last: row.last.to_jiff(),
        due: row.due.to_jiff(),
        promised: row.promised.map(jiff_sqlx::Date::to_jiff),
        continuous: task.rhythm == Rhythm::Continuous,
        cancelled: row.cancelled_on.is_some(),
        closed,
        sent,
    };
    Line {
        id: row.id,
        task: Arc::clone(task),
        agency: row.agency,
        kind: Kind::read(&row.kind).unwrap_or(Kind::Service),
        period: row.period,
        first: row.first.to_jiff(),
        last: facts.last,
        due: facts.due,
        promised: facts.promised,
        undecided: row.undecided,
        status: facts.status(today),
        answer,
        moved_at,
        listed: false,
    }
}

impl SentRow {
    fn read(&self) -> Sent {
        let answer = match self.state.as_str() {
            "accepted" => Answer::Accepted,
            "returned" => Answer::Returned,
            _ => Answer::Waiting,
        };
        Sent { on: self.submitted_on.to_jiff(), answer }
    }

    fn moved_at(&self) -> Option<Timestamp> {
        self.decided_at.or(self.submitted_at).map(jiff_sqlx::Timestamp::to_jiff)
    }
}

/// What belongs to each number, in order.
fn grouped<T>(pairs: Vec<(i64, T)>) -> HashMap<i64, Vec<T>> {
    let mut groups: HashMap<i64, Vec<T>> = HashMap::new();
    for (number, value) in pairs {
        groups.entry(number).or_default().push(value);
    }
    groups
}
