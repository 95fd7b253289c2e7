//! Every statement about people that has nothing to do with their secrets.

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::Person;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    account: String,
    name: String,
    made_at: jiff_sqlx::Timestamp,
    disabled_at: Option<jiff_sqlx::Timestamp>,
    has_password: bool,
    subject: Option<String>,
}

impl From<Row> for Person {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            account: row.account,
            name: row.name,
            made_at: row.made_at.to_jiff(),
            disabled_at: row.disabled_at.map(jiff_sqlx::Timestamp::to_jiff),
            has_password: row.has_password,
            subject: row.subject,
        }
    }
}

pub(super) async fn all(at: &mut impl Ask) -> Result<Vec<Person>, Error> {
    const SQL: &str = "
        SELECT id, account, name, made_at, disabled_at, password IS NOT NULL AS has_password, subject
        FROM person ORDER BY account";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Person::from).collect())
}

pub(crate) async fn one(at: &mut impl Ask, id: i64) -> Result<Option<Person>, Error> {
    const SQL: &str = "
        SELECT id, account, name, made_at, disabled_at, password IS NOT NULL AS has_password, subject
        FROM person WHERE id = $1";
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(Person::from))
}

pub(crate) async fn by_account(at: &mut impl Ask, account: &str) -> Result<Option<Person>, Error> {
    const SQL: &str = "
        SELECT id, account, name, made_at, disabled_at, password IS NOT NULL AS has_password, subject
        FROM person WHERE account = $1";
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(account).fetch_optional(c).await)?;
    Ok(row.map(Person::from))
}

pub(super) async fn names(at: &mut impl Ask) -> Result<Vec<(String, String)>, Error> {
    on!(at, c => sqlx::query_as("SELECT account, name FROM person").fetch_all(c).await)
}

/// The people whose form's mark begins so.
pub(super) async fn by_form(at: &mut impl Ask, form: &str) -> Result<Vec<Person>, Error> {
    const SQL: &str = "
        SELECT id, account, name, made_at, disabled_at, password IS NOT NULL AS has_password, subject
        FROM person WHERE substr(form, 1, length($1)) = $1 ORDER BY id";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(form).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Person::from).collect())
}

pub(super) async fn insert(
    at: &mut impl Ask,
    account: &str,
    name: &str,
    made_at: Timestamp,
    form: Option<&str>,
) -> Result<i64, Error> {
    const SQL: &str =
        "INSERT INTO person (account, name, made_at, form) VALUES ($1, $2, $3, $4) RETURNING id";
    let made_at = made_at.to_sqlx();
    on!(at, c => sqlx::query_scalar(SQL).bind(account).bind(name).bind(made_at).bind(form).fetch_one(c).await)
}

pub(super) async fn rename(at: &mut impl Ask, id: i64, name: &str) -> Result<(), Error> {
    run!(at, sqlx::query("UPDATE person SET name = $2 WHERE id = $1").bind(id).bind(name))?;
    Ok(())
}

/// The account of whoever has this subject, disabled or not.
pub(super) async fn of_subject(at: &mut impl Ask, subject: &str) -> Result<Option<String>, Error> {
    const SQL: &str = "SELECT account FROM person WHERE subject = $1";
    on!(at, c => sqlx::query_scalar(SQL).bind(subject).fetch_optional(c).await)
}

pub(super) async fn tie(at: &mut impl Ask, id: i64, subject: Option<&str>) -> Result<(), Error> {
    run!(at, sqlx::query("UPDATE person SET subject = $2 WHERE id = $1").bind(id).bind(subject))?;
    Ok(())
}

pub(super) async fn disable(at: &mut impl Ask, id: i64, since: Option<Timestamp>) -> Result<(), Error> {
    const SQL: &str = "UPDATE person SET disabled_at = $2 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(since.map(ToSqlx::to_sqlx)))?;
    Ok(())
}
