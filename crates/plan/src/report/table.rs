//! Every statement that names the table `report`.

use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Report, State, Words};
use crate::status::{Answer, Sent};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    assignment: i64,
    number: i64,
    state: String,
    version: i64,
    form: String,
    value: Option<f64>,
    done: String,
    hindered: String,
    proposed: String,
    agency: String,
    post: String,
    author: String,
    on_behalf: bool,
    corrects: Option<i64>,
    written_at: jiff_sqlx::Timestamp,
    submitted_at: Option<jiff_sqlx::Timestamp>,
    submitted_on: Option<jiff_sqlx::Date>,
    decided_at: Option<jiff_sqlx::Timestamp>,
    decided_by: Option<String>,
    reason: Option<String>,
}

impl From<Row> for Report {
    fn from(row: Row) -> Self {
        let Row { value, done, hindered, proposed, .. } = row;
        Self {
            id: row.id,
            assignment: row.assignment,
            number: row.number,
            state: State::read(&row.state).unwrap_or(State::Draft),
            version: row.version,
            form: row.form,
            words: Words { value, done, hindered, proposed },
            agency: row.agency,
            post: row.post,
            author: row.author,
            on_behalf: row.on_behalf,
            corrects: row.corrects,
            written_at: row.written_at.to_jiff(),
            submitted_at: row.submitted_at.map(jiff_sqlx::Timestamp::to_jiff),
            submitted_on: row.submitted_on.map(jiff_sqlx::Date::to_jiff),
            decided_at: row.decided_at.map(jiff_sqlx::Timestamp::to_jiff),
            decided_by: row.decided_by,
            reason: row.reason,
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.assignment, r.number, r.state, r.version, r.form, r.value, r.done, r.hindered,
                r.proposed, r.agency, r.post, r.author, r.on_behalf, r.corrects, r.written_at, r.submitted_at,
                r.submitted_on, r.decided_at, r.decided_by, r.reason
            FROM report r ",
            $rest
        )
    };
}

/// Every report of an assignment, oldest first.
pub(crate) async fn of(at: &mut impl Ask, assignment: i64) -> Result<Vec<Report>, Error> {
    const SQL: &str = select!("WHERE r.assignment = $1 ORDER BY r.number");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(assignment).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Report::from).collect())
}

pub(crate) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Report>, Error> {
    const SQL: &str = select!("WHERE r.id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(Report::from))
}

/// The reports that wait for review, oldest first.
pub(super) async fn waiting(at: &mut impl Ask) -> Result<Vec<Report>, Error> {
    const SQL: &str = select!("WHERE r.state IN ('submitted', 'resubmitted') ORDER BY r.submitted_at, r.id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Report::from).collect())
}

/// The last report that was sent on the same task for an earlier period, by the agency that owes this assignment
/// or by the one that owed it before a merger.
pub(super) async fn before(at: &mut impl Ask, assignment: i64) -> Result<Option<(String, Report)>, Error> {
    const SQL: &str = select!(
        "JOIN assignment e ON e.id = r.assignment
        JOIN assignment a ON a.task = e.task AND (a.agency = e.agency OR a.origin = e.origin) AND e.due < a.due
        WHERE a.id = $1 AND r.state <> 'draft' ORDER BY e.due DESC, r.number DESC LIMIT 1"
    );
    const PERIOD: &str = "SELECT period FROM assignment WHERE id = $1";
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(assignment).fetch_optional(c).await)?;
    let Some(report) = row.map(Report::from) else { return Ok(None) };
    let earlier = report.assignment;
    let period = on!(at, c => sqlx::query_scalar(PERIOD).bind(earlier).fetch_one(c).await)?;
    Ok(Some((period, report)))
}

pub(super) async fn insert(at: &mut impl Ask, report: &Report) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO report (assignment, number, state, version, form, value, done, hindered, proposed, agency, post,
            author, on_behalf, corrects, written_at, submitted_at, submitted_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(report.assignment)
        .bind(report.number)
        .bind(report.state.as_str())
        .bind(report.version)
        .bind(&report.form)
        .bind(report.words.value)
        .bind(&report.words.done)
        .bind(&report.words.hindered)
        .bind(&report.words.proposed)
        .bind(&report.agency)
        .bind(&report.post)
        .bind(&report.author)
        .bind(report.on_behalf)
        .bind(report.corrects)
        .bind(report.written_at.to_sqlx())
        .bind(report.submitted_at.map(ToSqlx::to_sqlx))
        .bind(report.submitted_on.map(ToSqlx::to_sqlx))
        .fetch_one(c)
        .await)
}

/// Puts the report in the place of its `version`; whether that was still there.
pub(super) async fn update(at: &mut impl Ask, report: &Report, version: i64) -> Result<bool, Error> {
    const SQL: &str = "
        UPDATE report SET state = $3, version = $4, value = $5, done = $6, hindered = $7, proposed = $8, post = $9,
            author = $10, on_behalf = $11, written_at = $12, submitted_at = $13, submitted_on = $14,
            decided_at = $15, decided_by = $16, reason = $17, form = $18
        WHERE id = $1 AND version = $2";
    let touched = run!(
        at,
        sqlx::query(SQL)
            .bind(report.id)
            .bind(version)
            .bind(report.state.as_str())
            .bind(report.version)
            .bind(report.words.value)
            .bind(&report.words.done)
            .bind(&report.words.hindered)
            .bind(&report.words.proposed)
            .bind(&report.post)
            .bind(&report.author)
            .bind(report.on_behalf)
            .bind(report.written_at.to_sqlx())
            .bind(report.submitted_at.map(ToSqlx::to_sqlx))
            .bind(report.submitted_on.map(ToSqlx::to_sqlx))
            .bind(report.decided_at.map(ToSqlx::to_sqlx))
            .bind(&report.decided_by)
            .bind(&report.reason)
            .bind(&report.form)
    )?;
    Ok(touched == 1)
}

/// What was sent on the assignments of a task, in order, as the rule of [`crate::status`] reads it.
pub(crate) async fn sent_of_task(at: &mut impl Ask, task: i64) -> Result<Vec<(i64, Sent)>, Error> {
    const SQL: &str = "
        SELECT r.assignment, r.state, r.submitted_on FROM report r JOIN assignment a ON a.id = r.assignment
        WHERE a.task = $1 AND r.submitted_on IS NOT NULL AND r.state <> 'draft' ORDER BY r.assignment, r.number";
    let rows: Vec<(i64, String, jiff_sqlx::Date)> =
        on!(at, c => sqlx::query_as(SQL).bind(task).fetch_all(c).await)?;
    let read = |(assignment, state, on): (i64, String, jiff_sqlx::Date)| {
        let answer = match State::read(&state)? {
            State::Accepted => Answer::Accepted,
            State::Returned => Answer::Returned,
            _ => Answer::Waiting,
        };
        Some((assignment, Sent { on: on.to_jiff(), answer }))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
