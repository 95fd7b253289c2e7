//! Lists and counts, a page at a time.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, select_among};

use super::step::{PublicRow, public};
use super::{Row, select};
use crate::question::{Published, Question, Tally};

/// What a list asks for; an empty text asks for nothing.
pub(in crate::question) struct Wanted<'a> {
    /// Codes of agencies between commas, `,A,B,`; empty for all, those that nobody has included.
    pub(in crate::question) agencies: &'a str,
    /// `open`, `overdue`, `unsent`, `answered`, `closed`, `folded`.
    pub(in crate::question) state: &'a str,
    pub(in crate::question) kind: &'a str,
    /// Folded.
    pub(in crate::question) text: &'a str,
    pub(in crate::question) today: Date,
    pub(in crate::question) topic: &'a str,
}

/// What holds for a wanted list; the same marks in every statement that counts or lists.
macro_rules! wanted {
    ($before:expr, $after:literal) => {
        concat!(
            $before,
            " WHERE ($1 = '' OR $1 LIKE '%,' || agency || ',%')
                AND ($2 = '' OR state = $2 OR ($2 = 'overdue' AND (state = 'open' OR (state = 'folded' AND settled_on IS NULL)) AND due < $5)
                    OR ($2 = 'unsent' AND state = 'open' AND agency IS NULL))
                AND ($3 = '' OR kind = $3)
                AND ($4 = '' OR fold LIKE '%' || $4 || '%' OR (length($4) >= 4 AND code LIKE upper($4) || '%'))
                AND ($6 = '' OR topic = $6) ",
            $after
        )
    };
}

pub(in crate::question) async fn count(at: &mut impl Ask, wanted: &Wanted<'_>) -> Result<i64, Error> {
    const SQL: &str = wanted!("SELECT count(*) FROM question", "");
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(wanted.agencies)
        .bind(wanted.state)
        .bind(wanted.kind)
        .bind(wanted.text)
        .bind(wanted.today.to_sqlx())
        .bind(wanted.topic)
        .fetch_one(c)
        .await)
}

/// Open ones by the day that they are due, then the others, newest first.
pub(in crate::question) async fn page(
    at: &mut impl Ask,
    wanted: &Wanted<'_>,
    (most, skipped): (i64, i64),
) -> Result<Vec<Question>, Error> {
    const SQL: &str = concat!(
        select!(""),
        wanted!(
            "",
            "ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END, CASE state WHEN 'open' THEN due END, id DESC
             LIMIT $7 OFFSET $8"
        )
    );
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL)
        .bind(wanted.agencies)
        .bind(wanted.state)
        .bind(wanted.kind)
        .bind(wanted.text)
        .bind(wanted.today.to_sqlx())
        .bind(wanted.topic)
        .bind(most)
        .bind(skipped)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// What is public, newest first.
pub(in crate::question) async fn published(
    at: &mut impl Ask,
    (most, skipped): (i64, i64),
) -> Result<Vec<Published>, Error> {
    const SQL: &str = public!("ORDER BY p.published_on DESC, p.question DESC LIMIT $1 OFFSET $2");
    let rows: Vec<PublicRow> = on!(at, c => sqlx::query_as(SQL).bind(most).bind(skipped).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(PublicRow::read).collect())
}

/// Those of these questions that are public, the newest question first.
pub(in crate::question) async fn published_of(
    at: &mut impl Ask,
    questions: &[i64],
) -> Result<Vec<Published>, Error> {
    const SQL: &str = public!("WHERE p.question {among} ORDER BY p.question DESC");
    let rows: Vec<PublicRow> = select_among(at, SQL, questions).await?;
    Ok(rows.into_iter().filter_map(PublicRow::read).collect())
}

pub(in crate::question) async fn count_public(at: &mut impl Ask) -> Result<i64, Error> {
    const SQL: &str = "SELECT count(*) FROM question_public";
    on!(at, c => sqlx::query_scalar(SQL).fetch_one(c).await)
}

/// Whether an asker waits and the day is over, on the day of this mark.
macro_rules! overdue {
    ($today:literal) => {
        concat!("(state = 'open' OR (state = 'folded' AND settled_on IS NULL)) AND due < ", $today)
    };
}

/// Whether it is answered now: what was opened again or closed is not, however its earlier answers came.
macro_rules! answered {
    () => {
        "state IN ('answered', 'folded') AND settled_on IS NOT NULL AND late IS NOT NULL"
    };
}

/// What is counted, on the day of this mark.
macro_rules! counts {
    ($today:literal) => {
        concat!(
            "SELECT count(*),
                CAST(coalesce(sum(CASE WHEN state = 'open' THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN ", overdue!($today), " THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN state = 'open' AND agency IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN ", answered!(), " THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN late = 0 AND ", answered!(), " THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN state = 'closed' THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN state = 'closed' AND (due < settled_on OR late > 0) THEN 1 ELSE 0 END), 0) AS BIGINT),
                count(rating),
                CAST(coalesce(sum(CASE WHEN rating >= 4 THEN 1 ELSE 0 END), 0) AS BIGINT)
             FROM question"
        )
    };
}

#[derive(sqlx::FromRow)]
struct Counts(i64, i64, i64, i64, i64, i64, i64, i64, i64, i64);

impl From<Counts> for Tally {
    fn from(counts: Counts) -> Self {
        let Counts(all, open, overdue, unsent, answered, on_time, closed, closed_late, rated, satisfied) =
            counts;
        Self { all, open, overdue, unsent, answered, on_time, closed, closed_late, rated, satisfied }
    }
}

/// Counts of what is wanted.
pub(in crate::question) async fn tally(at: &mut impl Ask, wanted: &Wanted<'_>) -> Result<Tally, Error> {
    const SQL: &str = wanted!(counts!("$5"), "");
    let counts: Counts = on!(at, c => sqlx::query_as(SQL)
        .bind(wanted.agencies)
        .bind(wanted.state)
        .bind(wanted.kind)
        .bind(wanted.text)
        .bind(wanted.today.to_sqlx())
        .bind(wanted.topic)
        .fetch_one(c)
        .await)?;
    Ok(counts.into())
}

/// Counts of all, from the index alone.
pub(in crate::question) async fn overall(at: &mut impl Ask, today: Date) -> Result<Tally, Error> {
    const SQL: &str = counts!("$1");
    let counts: Counts = on!(at, c => sqlx::query_as(SQL).bind(today.to_sqlx()).fetch_one(c).await)?;
    Ok(counts.into())
}
