//! Every statement that names `survey`, `survey_column` or `survey_question`.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, Value, insert_many, on, run};

use super::{Saved, Survey};
use crate::column::{Column, Kind};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    form: String,
    title: String,
    agency: String,
    file_name: String,
    kept_on: jiff_sqlx::Date,
    kept_by: String,
    people: i64,
    design: Option<String>,
    dropped: String,
    digest: Option<String>,
}

impl Row {
    fn with(self, columns: Vec<Column>) -> Survey {
        Survey {
            columns,
            id: self.id,
            form: self.form,
            title: self.title,
            agency: self.agency,
            file: self.file_name,
            kept_on: self.kept_on.to_jiff(),
            kept_by: self.kept_by,
            rows: usize::try_from(self.people).unwrap_or_default(),
            design: self.design.and_then(|told| serde_json::from_str(&told).ok()),
            dropped: serde_json::from_str(&self.dropped).unwrap_or_default(),
            digest: self.digest,
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, form, title, agency, file_name, kept_on, kept_by, people, design, dropped, digest FROM survey ",
            $rest
        )
    };
}

pub(super) async fn all(at: &mut impl Ask) -> Result<Vec<Survey>, Error> {
    const SQL: &str = select!("ORDER BY kept_on DESC, id DESC");
    const COLUMNS: &str = "SELECT survey, name, label, kind FROM survey_column ORDER BY survey, place";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let columns: Vec<(i64, String, String, String)> =
        on!(at, c => sqlx::query_as(COLUMNS).fetch_all(c).await)?;
    let mut by_survey: HashMap<i64, Vec<Column>> = HashMap::new();
    for (survey, name, label, kind) in columns {
        by_survey.entry(survey).or_default().push(column((name, label, kind)));
    }
    let with = |row: Row| {
        let columns = by_survey.remove(&row.id).unwrap_or_default();
        row.with(columns)
    };
    Ok(rows.into_iter().map(with).collect())
}

pub(super) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Survey>, Error> {
    const SQL: &str = select!("WHERE id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(row.with(columns(at, id).await?)))
}

pub(super) async fn by_form(at: &mut impl Ask, form: &str) -> Result<Option<Survey>, Error> {
    const SQL: &str = "SELECT id FROM survey WHERE form = $1";
    let id: Option<i64> = on!(at, c => sqlx::query_scalar(SQL).bind(form).fetch_optional(c).await)?;
    match id {
        Some(id) => find(at, id).await,
        None => Ok(None),
    }
}

async fn columns(at: &mut impl Ask, survey: i64) -> Result<Vec<Column>, Error> {
    const SQL: &str = "SELECT name, label, kind FROM survey_column WHERE survey = $1 ORDER BY place";
    let rows: Vec<(String, String, String)> =
        on!(at, c => sqlx::query_as(SQL).bind(survey).fetch_all(c).await)?;
    Ok(rows.into_iter().map(column).collect())
}

fn column((name, label, kind): (String, String, String)) -> Column {
    Column { name, label, kind: Kind::read(&kind).unwrap_or(Kind::Ignored) }
}

/// What an agency said of columns before, by their names; the newest word counts.
pub(super) async fn said_before(at: &mut impl Ask, agency: &str) -> Result<HashMap<String, Kind>, Error> {
    const SQL: &str = "
        SELECT c.name, c.kind FROM survey_column c JOIN survey s ON s.id = c.survey
        WHERE s.agency = $1 AND s.design IS NOT NULL ORDER BY s.id";
    let rows: Vec<(String, String)> = on!(at, c => sqlx::query_as(SQL).bind(agency).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(|(name, kind)| Some((name, Kind::read(&kind)?))).collect())
}

/// Keeps a survey with its draft, and gives its number.
pub(super) async fn insert(at: &mut impl Ask, survey: &Survey, draft: &[u8]) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO survey (form, title, agency, file_name, kept_on, kept_by, people, dropped, draft)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        RETURNING id";
    let dropped = serde_json::json!(survey.dropped).to_string();
    let id = on!(at, c => sqlx::query_scalar(SQL)
        .bind(&survey.form)
        .bind(&survey.title)
        .bind(&survey.agency)
        .bind(&survey.file)
        .bind(survey.kept_on.to_sqlx())
        .bind(&survey.kept_by)
        .bind(survey.rows as i64)
        .bind(&dropped)
        .bind(draft)
        .fetch_one(c)
        .await)?;
    put_columns(at, id, &survey.columns).await?;
    Ok(id)
}

async fn put_columns(at: &mut impl Ask, survey: i64, columns: &[Column]) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO survey_column (survey, place, name, label, kind) VALUES {rows}";
    let row = |(place, column): (i64, &'_ Column)| -> [Value<'static>; 5] {
        let text = |text: &str| Value::from(text.to_owned());
        [survey.into(), place.into(), text(&column.name), text(&column.label), text(column.kind.as_str())]
    };
    let rows: Vec<[Value<'static>; 5]> = (1..).zip(columns).map(row).collect();
    insert_many(at, SQL, rows).await.map(drop)
}

/// Keeps a description and lets the draft go, unless somebody else described the survey meanwhile; whether it was kept.
pub(super) async fn describe(at: &mut impl Ask, survey: &Survey, was: Option<&str>) -> Result<bool, Error> {
    const SQL: &str = "
        UPDATE survey SET design = $2, digest = $3, draft = NULL
        WHERE id = $1 AND (digest = $4 OR (digest IS NULL AND $4 IS NULL))";
    let design = serde_json::json!(survey.design).to_string();
    let touched =
        run!(at, sqlx::query(SQL).bind(survey.id).bind(&design).bind(survey.digest.as_deref()).bind(was))?;
    if touched == 0 {
        return Ok(false);
    }
    run!(at, sqlx::query("DELETE FROM survey_column WHERE survey = $1").bind(survey.id))?;
    put_columns(at, survey.id, &survey.columns).await?;
    Ok(true)
}

/// The bytes that wait until the columns are described.
pub(super) async fn draft(at: &mut impl Ask, id: i64) -> Result<Option<Vec<u8>>, Error> {
    const SQL: &str = "SELECT draft FROM survey WHERE id = $1";
    let found: Option<Option<Vec<u8>>> =
        on!(at, c => sqlx::query_scalar(SQL).bind(id).fetch_optional(c).await)?;
    Ok(found.flatten())
}

/// The surveys that came before a day and were never described, with their titles.
pub(super) async fn drafts(at: &mut impl Ask, before: Date) -> Result<Vec<(i64, String)>, Error> {
    const SQL: &str = "SELECT id, title FROM survey WHERE design IS NULL AND kept_on < $1 ORDER BY id";
    on!(at, c => sqlx::query_as(SQL).bind(before.to_sqlx()).fetch_all(c).await)
}

/// Removes a survey with all that belongs to it; whether it was there.
pub(super) async fn remove(at: &mut impl Ask, id: i64) -> Result<bool, Error> {
    run!(at, sqlx::query("DELETE FROM survey_question WHERE survey = $1").bind(id))?;
    run!(at, sqlx::query("DELETE FROM survey_column WHERE survey = $1").bind(id))?;
    Ok(run!(at, sqlx::query("DELETE FROM survey WHERE id = $1").bind(id))? == 1)
}

pub(super) async fn questions(at: &mut impl Ask, survey: i64) -> Result<Vec<Saved>, Error> {
    const SQL: &str = "SELECT id, title, query FROM survey_question WHERE survey = $1 ORDER BY id";
    let rows: Vec<(i64, String, String)> = on!(at, c => sqlx::query_as(SQL).bind(survey).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id, title, query)| Saved { id, title, query }).collect())
}

pub(super) async fn ask(at: &mut impl Ask, survey: i64, title: &str, query: &str) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO survey_question (survey, title, query) VALUES ($1, $2, $3)
        ON CONFLICT (survey, query) DO UPDATE SET title = excluded.title";
    run!(at, sqlx::query(SQL).bind(survey).bind(title).bind(query))?;
    Ok(())
}

/// Whether it was there.
pub(super) async fn forget(at: &mut impl Ask, survey: i64, question: i64) -> Result<bool, Error> {
    const SQL: &str = "DELETE FROM survey_question WHERE survey = $1 AND id = $2";
    Ok(run!(at, sqlx::query(SQL).bind(survey).bind(question))? == 1)
}
