//! The box of letters.

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use crate::question::letter::Letter;

/// A letter before it is opened.
pub(in crate::question) struct Waiting {
    pub(in crate::question) letter: Letter,
    /// The key of the form of its question, by which its address is sealed.
    pub(in crate::question) form: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    question: i64,
    code: String,
    form: String,
    agency: Option<String>,
    step: i64,
    done_on: jiff_sqlx::Date,
    words: String,
    files: i64,
    tries: i64,
}

pub(in crate::question) async fn insert(
    at: &mut impl Ask,
    question: i64,
    step: i64,
    from: Timestamp,
) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO question_letter (question, step, tries, next_at) VALUES ($1, $2, 0, $3)
        ON CONFLICT (question, step) DO NOTHING";
    run!(at, sqlx::query(SQL).bind(question).bind(step).bind(from.to_sqlx()))?;
    Ok(())
}

/// What is to be sent by now, the oldest first; the agency is the one that answered, or had the question then.
pub(in crate::question) async fn due(
    at: &mut impl Ask,
    now: Timestamp,
    most: i64,
) -> Result<Vec<Waiting>, Error> {
    const SQL: &str = "
        SELECT l.id, l.question, q.code, q.form, coalesce(s.from_agency, a.agency) AS agency, l.step, s.done_on, s.words, l.tries,
            (SELECT count(*) FROM question_file f WHERE f.step = l.step) AS files
        FROM question_letter l JOIN question q ON q.id = l.question
        JOIN question_step s ON s.id = l.step JOIN question a ON a.id = s.question
        WHERE l.next_at <= $1 ORDER BY l.next_at, l.id LIMIT $2";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(now.to_sqlx()).bind(most).fetch_all(c).await)?;
    let read = |row: Row| Waiting {
        letter: Letter {
            id: row.id,
            question: row.question,
            code: row.code,
            agency: row.agency,
            step: row.step,
            answered_on: row.done_on.to_jiff(),
            words: row.words,
            files: row.files,
            to: String::new(),
            tries: row.tries,
        },
        form: row.form,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Keeps that it is tried once more; false where it is not as it was read.
pub(in crate::question) async fn take(
    at: &mut impl Ask,
    letter: &Letter,
    (tries, next): (i64, Timestamp),
) -> Result<bool, Error> {
    const SQL: &str = "UPDATE question_letter SET tries = $3, next_at = $4 WHERE id = $1 AND tries = $2";
    let (id, before, next) = (letter.id, letter.tries, next.to_sqlx());
    Ok(run!(at, sqlx::query(SQL).bind(id).bind(before).bind(tries).bind(next))? == 1)
}

pub(in crate::question) async fn remove(at: &mut impl Ask, id: i64) -> Result<bool, Error> {
    const SQL: &str = "DELETE FROM question_letter WHERE id = $1";
    Ok(run!(at, sqlx::query(SQL).bind(id))? == 1)
}

pub(in crate::question) async fn remove_of(at: &mut impl Ask, question: i64) -> Result<(), Error> {
    const SQL: &str = "DELETE FROM question_letter WHERE question = $1";
    run!(at, sqlx::query(SQL).bind(question))?;
    Ok(())
}

pub(in crate::question) async fn remove_all(at: &mut impl Ask) -> Result<(), Error> {
    const SQL: &str = "DELETE FROM question_letter";
    run!(at, sqlx::query(SQL))?;
    Ok(())
}

pub(in crate::question) async fn any(at: &mut impl Ask) -> Result<bool, Error> {
    const SQL: &str = "SELECT id FROM question_letter LIMIT 1";
    let one: Option<i64> = on!(at, c => sqlx::query_scalar(SQL).fetch_optional(c).await)?;
    Ok(one.is_some())
}

/// Whether one waits for the asker of a question.
pub(in crate::question) async fn waits(at: &mut impl Ask, question: i64) -> Result<bool, Error> {
    const SQL: &str = "SELECT id FROM question_letter WHERE question = $1 LIMIT 1";
    let one: Option<i64> = on!(at, c => sqlx::query_scalar(SQL).bind(question).fetch_optional(c).await)?;
    Ok(one.is_some())
}
