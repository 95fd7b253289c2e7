//! Every statement that names `disclosure_sought`.

use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use crate::disclosure::{Answer, Sought};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    commune: String,
    duty: String,
    sought_on: jiff_sqlx::Date,
    agency: Option<String>,
    answered_by: Option<String>,
    answered_on: Option<jiff_sqlx::Date>,
    words: Option<String>,
}

impl From<Row> for Sought {
    fn from(row: Row) -> Self {
        let answer = row.answered_on.map(|on| Answer {
            agency: row.agency.unwrap_or_default(),
            by: row.answered_by.unwrap_or_default(),
            on: on.to_jiff(),
            words: row.words.unwrap_or_default(),
        });
        Self { id: row.id, commune: row.commune, duty: row.duty, on: row.sought_on.to_jiff(), answer }
    }
}

macro_rules! sought {
    ($rest:literal) => {
        concat!(
            "SELECT id, commune, duty, sought_on, agency, answered_by, answered_on, words FROM disclosure_sought ",
            $rest
        )
    };
}

/// Everything that was sought, oldest first.
pub(in crate::disclosure) async fn all(at: &mut impl Ask) -> Result<Vec<Sought>, Error> {
    const SQL: &str = sought!("ORDER BY id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Sought::from).collect())
}

pub(in crate::disclosure) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Sought>, Error> {
    const SQL: &str = sought!("WHERE id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(Sought::from))
}

pub(in crate::disclosure) async fn insert(at: &mut impl Ask, sought: &Sought) -> Result<i64, Error> {
    const SQL: &str =
        "INSERT INTO disclosure_sought (commune, duty, sought_on) VALUES ($1, $2, $3) RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(&sought.commune)
        .bind(&sought.duty)
        .bind(sought.on.to_sqlx())
        .fetch_one(c)
        .await)
}

/// Keeps what was answered where nobody had; whether it was kept.
pub(in crate::disclosure) async fn answer(
    at: &mut impl Ask,
    id: i64,
    answer: &Answer,
) -> Result<bool, Error> {
    const SQL: &str = "
        UPDATE disclosure_sought SET agency = $2, answered_by = $3, answered_on = $4, words = $5
        WHERE id = $1 AND answered_on IS NULL";
    let touched = run!(
        at,
        sqlx::query(SQL)
            .bind(id)
            .bind(&answer.agency)
            .bind(&answer.by)
            .bind(answer.on.to_sqlx())
            .bind(&answer.words)
    )?;
    Ok(touched == 1)
}
