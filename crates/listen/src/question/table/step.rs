//! Steps, and what is public.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use places::name;
use store::{Ask, Error, on, run};

use crate::question::{Published, Step, What};

#[derive(sqlx::FromRow)]
struct StepRow {
    id: i64,
    question: i64,
    what: String,
    from_agency: Option<String>,
    to_agency: Option<String>,
    words: String,
    ground: Option<String>,
    done_by: Option<String>,
    done_on: jiff_sqlx::Date,
}

impl StepRow {
    fn read(self) -> Option<Step> {
        Some(Step {
            what: What::read(&self.what)?,
            id: self.id,
            question: self.question,
            from: self.from_agency,
            to: self.to_agency,
            words: self.words,
            ground: self.ground,
            by: self.done_by,
            on: self.done_on.to_jiff(),
        })
    }
}

/// The steps of a question, oldest first.
pub(in crate::question) async fn of(at: &mut impl Ask, question: i64) -> Result<Vec<Step>, Error> {
    const SQL: &str = "
        SELECT id, question, what, from_agency, to_agency, words, ground, done_by, done_on FROM question_step
        WHERE question = $1 ORDER BY id";
    let rows: Vec<StepRow> = on!(at, c => sqlx::query_as(SQL).bind(question).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(StepRow::read).collect())
}

pub(in crate::question) async fn insert(at: &mut impl Ask, step: &Step) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO question_step (question, what, from_agency, to_agency, words, done_by, done_on, ground)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(step.question)
        .bind(step.what.as_str())
        .bind(&step.from)
        .bind(&step.to)
        .bind(&step.words)
        .bind(&step.by)
        .bind(step.on.to_sqlx())
        .bind(&step.ground)
        .fetch_one(c)
        .await)
}

#[derive(sqlx::FromRow)]
pub(super) struct PublicRow {
    question: i64,
    code: String,
    kind: String,
    agency: Option<String>,
    words: String,
    answer: String,
    published_on: jiff_sqlx::Date,
    received_on: jiff_sqlx::Date,
    settled_on: Option<jiff_sqlx::Date>,
    late: Option<i64>,
    rating: Option<i64>,
}

impl PublicRow {
    pub(super) fn read(self) -> Option<Published> {
        Some(Published {
            kind: crate::Kind::read(&self.kind)?,
            question: self.question,
            code: self.code,
            agency: self.agency,
            words: self.words,
            answer: self.answer,
            files: Vec::new(),
            published_on: self.published_on.to_jiff(),
            received_on: self.received_on.to_jiff(),
            answered_on: self.settled_on.map(jiff_sqlx::Date::to_jiff),
            late: self.late,
            rating: self.rating,
        })
    }
}

macro_rules! public {
    ($rest:literal) => {
        concat!(
            "SELECT p.question, q.code, q.kind, coalesce((SELECT s.from_agency FROM question_step s WHERE s.question = q.id
                AND s.what IN ('answered', 'partly', 'declined') ORDER BY s.id DESC LIMIT 1), q.agency) AS agency, p.words, p.answer, p.published_on, q.received_on, ",
            "q.settled_on, q.late, q.rating FROM question_public p JOIN question q ON q.id = p.question ",
            $rest
        )
    };
}
pub(super) use public;

/// What is public of a question.
pub(in crate::question) async fn public_of(
    at: &mut impl Ask,
    question: i64,
) -> Result<Option<Published>, Error> {
    const SQL: &str = public!("WHERE p.question = $1");
    let row: Option<PublicRow> = on!(at, c => sqlx::query_as(SQL).bind(question).fetch_optional(c).await)?;
    Ok(row.and_then(PublicRow::read))
}

pub(in crate::question) async fn publish(
    at: &mut impl Ask,
    question: i64,
    (words, answer): (&str, &str),
    (by, on): (&str, Date),
) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO question_public (question, words, answer, fold, published_on, published_by)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (question) DO UPDATE SET words = $2, answer = $3, fold = $4, published_on = $5, published_by = $6";
    run!(
        at,
        sqlx::query(SQL)
            .bind(question)
            .bind(words)
            .bind(answer)
            .bind(name::words(&format!("{words} {answer}")).join(" "))
            .bind(on.to_sqlx())
            .bind(by)
    )?;
    Ok(())
}

pub(in crate::question) async fn withdraw(at: &mut impl Ask, question: i64) -> Result<bool, Error> {
    const SQL: &str = "DELETE FROM question_public WHERE question = $1";
    Ok(run!(at, sqlx::query(SQL).bind(question))? == 1)
}
