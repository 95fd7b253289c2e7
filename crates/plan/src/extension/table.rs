//! Every statement that names the table `extension`.

use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Extension, State};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    assignment: i64,
    form: String,
    until: jiff_sqlx::Date,
    why: String,
    asked_by: String,
    asked_on: jiff_sqlx::Date,
    state: String,
    granted_until: Option<jiff_sqlx::Date>,
    reason: Option<String>,
    answered_by: Option<String>,
    answered_on: Option<jiff_sqlx::Date>,
}

impl From<Row> for Extension {
    fn from(row: Row) -> Self {
        Self {
            state: State::read(&row.state).unwrap_or(State::Asked),
            until: row.until.to_jiff(),
            asked_on: row.asked_on.to_jiff(),
            granted_until: row.granted_until.map(jiff_sqlx::Date::to_jiff),
            answered_on: row.answered_on.map(jiff_sqlx::Date::to_jiff),
            id: row.id,
            assignment: row.assignment,
            form: row.form,
            why: row.why,
            asked_by: row.asked_by,
            reason: row.reason,
            answered_by: row.answered_by,
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, assignment, form, until, why, asked_by, asked_on, state, granted_until, reason, answered_by,
                answered_on
            FROM extension ",
            $rest
        )
    };
}

/// Every extension of an assignment, oldest first.
pub(crate) async fn of(at: &mut impl Ask, assignment: i64) -> Result<Vec<Extension>, Error> {
    const SQL: &str = select!("WHERE assignment = $1 ORDER BY id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(assignment).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Extension::from).collect())
}

/// Those that wait for an answer, oldest first.
pub(crate) async fn asked(at: &mut impl Ask) -> Result<Vec<Extension>, Error> {
    const SQL: &str = select!("WHERE state = 'asked' ORDER BY id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Extension::from).collect())
}

pub(super) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Extension>, Error> {
    const SQL: &str = select!("WHERE id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(Extension::from))
}

pub(super) async fn insert(at: &mut impl Ask, extension: &Extension) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO extension (assignment, form, until, why, asked_by, asked_on, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(extension.assignment)
        .bind(&extension.form)
        .bind(extension.until.to_sqlx())
        .bind(&extension.why)
        .bind(&extension.asked_by)
        .bind(extension.asked_on.to_sqlx())
        .bind(extension.state.as_str())
        .fetch_one(c)
        .await)
}

/// Keeps the answer where none was given yet; whether it was kept.
pub(super) async fn answer(at: &mut impl Ask, answered: &Extension) -> Result<bool, Error> {
    const SQL: &str = "
        UPDATE extension SET state = $2, granted_until = $3, reason = $4, answered_by = $5, answered_on = $6
        WHERE id = $1 AND state = 'asked'";
    let touched = run!(
        at,
        sqlx::query(SQL)
            .bind(answered.id)
            .bind(answered.state.as_str())
            .bind(answered.granted_until.map(ToSqlx::to_sqlx))
            .bind(&answered.reason)
            .bind(&answered.answered_by)
            .bind(answered.answered_on.map(ToSqlx::to_sqlx))
    )?;
    Ok(touched == 1)
}
