//! Every statement that names `feedback_import` or `feedback_line`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, Value, insert_many, on, run};

use super::bring::key;
use super::{Import, Kind, Line, Share, State, Tally};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    form: String,
    source: String,
    file_name: String,
    as_of: jiff_sqlx::Date,
    brought_on: jiff_sqlx::Date,
    brought_by: String,
    dropped: String,
    columns: Option<String>,
    digest: Option<String>,
    lines: i64,
}

impl From<Row> for Import {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            form: row.form,
            source: row.source,
            file: row.file_name,
            as_of: row.as_of.to_jiff(),
            brought_on: row.brought_on.to_jiff(),
            brought_by: row.brought_by,
            dropped: serde_json::from_str(&row.dropped).unwrap_or_default(),
            columns: row.columns.map(|told| serde_json::from_str(&told).unwrap_or_default()),
            digest: row.digest,
            lines: row.lines,
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, form, source, file_name, as_of, brought_on, brought_by, dropped, columns, digest,
                (SELECT count(*) FROM feedback_line l WHERE l.import = i.id) AS lines
             FROM feedback_import i ",
            $rest
        )
    };
}

pub(super) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Import>, Error> {
    const SQL: &str = select!("WHERE id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(Import::from))
}

pub(super) async fn by_form(at: &mut impl Ask, form: &str) -> Result<Option<Import>, Error> {
    const SQL: &str = select!("WHERE form = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(form).fetch_optional(c).await)?;
    Ok(row.map(Import::from))
}

/// The import of a system that holds the same and shows the same day.
pub(super) async fn by_digest(
    at: &mut impl Ask,
    source: &str,
    digest: &str,
    as_of: Date,
) -> Result<Option<Import>, Error> {
    const SQL: &str = select!("WHERE source_key = $1 AND digest = $2 AND as_of = $3");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL)
        .bind(source).bind(digest).bind(as_of.to_sqlx()).fetch_optional(c).await)?;
    Ok(row.map(Import::from))
}

pub(super) async fn all(at: &mut impl Ask) -> Result<Vec<Import>, Error> {
    const SQL: &str = select!("ORDER BY as_of DESC, id DESC");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Import::from).collect())
}

/// Those that came before a day and were never kept.
pub(super) async fn drafts(at: &mut impl Ask, before: Date) -> Result<Vec<Import>, Error> {
    const SQL: &str = select!("WHERE columns IS NULL AND brought_on < $1 ORDER BY id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(before.to_sqlx()).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Import::from).collect())
}

pub(super) async fn insert(at: &mut impl Ask, import: &Import, sealed: &[u8]) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO feedback_import (form, source, source_key, file_name, as_of, brought_on, brought_by, dropped, sealed)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";
    let dropped = serde_json::json!(import.dropped).to_string();
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(&import.form)
        .bind(&import.source)
        .bind(key(&import.source))
        .bind(&import.file)
        .bind(import.as_of.to_sqlx())
        .bind(import.brought_on.to_sqlx())
        .bind(&import.brought_by)
        .bind(&dropped)
        .bind(sealed)
        .fetch_one(c)
        .await)
}

/// What waits to be described, sealed.
pub(super) async fn sealed(at: &mut impl Ask, id: i64) -> Result<Option<Vec<u8>>, Error> {
    const SQL: &str = "SELECT sealed FROM feedback_import WHERE id = $1";
    let found: Option<Option<Vec<u8>>> =
        on!(at, c => sqlx::query_scalar(SQL).bind(id).fetch_optional(c).await)?;
    Ok(found.flatten())
}

/// What was said of the columns of a system's newest file.
pub(super) async fn said_before(at: &mut impl Ask, source: &str) -> Result<Vec<(String, Kind)>, Error> {
    const SQL: &str = "
        SELECT columns FROM feedback_import WHERE source_key = $1 AND columns IS NOT NULL ORDER BY id DESC LIMIT 1";
    let found: Option<String> = on!(at, c => sqlx::query_scalar(SQL).bind(source).fetch_optional(c).await)?;
    Ok(found.and_then(|said| serde_json::from_str(&said).ok()).unwrap_or_default())
}

/// Keeps the lines of an import and lets its draft go.
pub(super) async fn keep(at: &mut impl Ask, import: &Import, lines: &[Line]) -> Result<(), Error> {
    const SQL: &str = "UPDATE feedback_import SET sealed = NULL, columns = $2, digest = $3 WHERE id = $1";
    const LINES: &str = "
        INSERT INTO feedback_line (import, code, received_on, due_on, answered_on, state, satisfied, place, agency, words, link)
        VALUES {rows}";
    let columns = serde_json::json!(import.columns.clone().unwrap_or_default()).to_string();
    run!(at, sqlx::query(SQL).bind(import.id).bind(&columns).bind(import.digest.as_deref()))?;
    let id = import.id;
    let text = |text: &Option<String>| Value::Text(text.clone().map(Into::into));
    let row = move |line: &Line| -> [Value<'static>; 11] {
        [
            Value::Int(Some(id)),
            Value::Text(Some(line.code.clone().into())),
            Value::Date(Some(line.received_on)),
            Value::Date(line.due_on),
            Value::Date(line.answered_on),
            Value::Text(line.state.map(|state| state.as_str().into())),
            Value::Bool(line.satisfied),
            text(&line.place),
            text(&line.agency),
            text(&line.words),
            text(&line.link),
        ]
    };
    let rows: Vec<[Value<'static>; 11]> = lines.iter().map(row).collect();
    insert_many(at, LINES, rows).await.map(drop)
}

/// Removes an import with its lines.
pub(super) async fn remove(at: &mut impl Ask, id: i64) -> Result<(), Error> {
    run!(at, sqlx::query("DELETE FROM feedback_line WHERE import = $1").bind(id))?;
    run!(at, sqlx::query("DELETE FROM feedback_import WHERE id = $1").bind(id))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct LineRow {
    code: String,
    received_on: jiff_sqlx::Date,
    due_on: Option<jiff_sqlx::Date>,
    answered_on: Option<jiff_sqlx::Date>,
    state: Option<String>,
    satisfied: Option<bool>,
    place: Option<String>,
    agency: Option<String>,
    words: Option<String>,
    link: Option<String>,
}

impl From<LineRow> for Line {
    fn from(row: LineRow) -> Self {
        Self {
            code: row.code,
            received_on: row.received_on.to_jiff(),
            due_on: row.due_on.map(jiff_sqlx::Date::to_jiff),
            answered_on: row.answered_on.map(jiff_sqlx::Date::to_jiff),
            state: row.state.and_then(|state| State::read(&state)),
            satisfied: row.satisfied,
            place: row.place,
            agency: row.agency,
            words: row.words,
            link: row.link,
        }
    }
}

macro_rules! select_lines {
    ($rest:literal) => {
        concat!(
            "SELECT l.code, l.received_on, l.due_on, l.answered_on, l.state, l.satisfied, l.place, l.agency, l.words, l.link
             FROM feedback_line l ",
            $rest
        )
    };
}

/// Lines of which no newer file of the same system says anything.
macro_rules! newest {
    () => {
        "NOT EXISTS (SELECT 1 FROM feedback_line m JOIN feedback_import j ON j.id = m.import
            WHERE m.code = l.code AND j.source_key = i.source_key
              AND (j.as_of > i.as_of OR (j.as_of = i.as_of AND j.id > i.id)))"
    };
}

pub(super) async fn lines(
    at: &mut impl Ask,
    id: i64,
    (most, skipped): (i64, i64),
) -> Result<Vec<Line>, Error> {
    const SQL: &str =
        select_lines!("WHERE l.import = $1 ORDER BY l.received_on DESC, l.code LIMIT $2 OFFSET $3");
    let rows: Vec<LineRow> =
        on!(at, c => sqlx::query_as(SQL).bind(id).bind(most).bind(skipped).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Line::from).collect())
}

/// What is known of a system.
pub(super) async fn known(at: &mut impl Ask, source: &str) -> Result<Vec<Line>, Error> {
    const SQL: &str = concat!(
        select_lines!("JOIN feedback_import i ON i.id = l.import WHERE i.source_key = $1 AND "),
        newest!()
    );
    let rows: Vec<LineRow> = on!(at, c => sqlx::query_as(SQL).bind(source).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Line::from).collect())
}

pub(super) async fn tallies(at: &mut impl Ask) -> Result<Vec<Tally>, Error> {
    const SQL: &str = concat!(
        "SELECT i.source_key, count(*), count(l.state),
            CAST(sum(CASE WHEN l.state = 'answered' THEN 1 ELSE 0 END) AS BIGINT),
            CAST(sum(CASE WHEN l.state = 'answered' AND l.answered_on IS NOT NULL AND l.due_on IS NOT NULL
                OR l.state = 'open' AND l.due_on < i.as_of THEN 1 ELSE 0 END) AS BIGINT),
            CAST(sum(CASE WHEN l.state = 'answered' AND l.answered_on <= l.due_on THEN 1 ELSE 0 END) AS BIGINT),
            count(l.satisfied), CAST(sum(CASE WHEN l.satisfied THEN 1 ELSE 0 END) AS BIGINT)
         FROM feedback_line l JOIN feedback_import i ON i.id = l.import WHERE ",
        newest!(),
        " GROUP BY i.source_key ORDER BY i.source_key"
    );
    const NEWEST: &str = "
        SELECT source_key, source, as_of FROM feedback_import WHERE columns IS NOT NULL ORDER BY as_of DESC, id DESC";
    type Counts = (String, i64, i64, i64, i64, i64, i64, i64);
    let rows: Vec<Counts> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let named: Vec<(String, String, jiff_sqlx::Date)> =
        on!(at, c => sqlx::query_as(NEWEST).fetch_all(c).await)?;
    let tally = |(key, received, known, answered, judged, on_time, rated, satisfied): Counts| {
        let (_, source, as_of) = named.iter().find(|(other, ..)| *other == key)?;
        Some(Tally {
            source: source.clone(),
            as_of: as_of.to_jiff(),
            received,
            answered: Share { n: answered, of: known },
            on_time: Share { n: on_time, of: judged },
            satisfied: Share { n: satisfied, of: rated },
        })
    };
    Ok(rows.into_iter().filter_map(tally).collect())
}
