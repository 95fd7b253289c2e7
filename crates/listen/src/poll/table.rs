//! Every statement that names `poll`, `poll_choice` or `poll_form`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Choice, Poll};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    asked: String,
    asked_en: String,
    opens_on: jiff_sqlx::Date,
    closes_on: jiff_sqlx::Date,
    ended_on: Option<jiff_sqlx::Date>,
    why_ended: Option<String>,
    withdrawn_on: Option<jiff_sqlx::Date>,
    why_withdrawn: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ChoiceRow {
    poll: i64,
    said: String,
    said_en: String,
    answers: i64,
}

impl Row {
    fn read(self, choices: &[ChoiceRow]) -> Poll {
        let own = choices.iter().filter(|choice| choice.poll == self.id);
        let choice = |row: &ChoiceRow| Choice {
            said: row.said.clone(),
            said_en: row.said_en.clone(),
            answers: row.answers,
        };
        Poll {
            choices: own.map(choice).collect(),
            opens_on: self.opens_on.to_jiff(),
            closes_on: self.closes_on.to_jiff(),
            withdrawn: self.withdrawn_on.map(jiff_sqlx::Date::to_jiff).zip(self.why_withdrawn),
            ended: self.ended_on.map(jiff_sqlx::Date::to_jiff).zip(self.why_ended),
            id: self.id,
            asked: self.asked,
            asked_en: self.asked_en,
        }
    }
}

pub(super) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Poll>, Error> {
    const SQL: &str = "SELECT id, asked, asked_en, opens_on, closes_on, ended_on, why_ended, withdrawn_on, why_withdrawn FROM poll WHERE id = $1";
    const CHOICES: &str =
        "SELECT poll, said, said_en, answers FROM poll_choice WHERE poll = $1 ORDER BY place";
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let choices: Vec<ChoiceRow> = on!(at, c => sqlx::query_as(CHOICES).bind(id).fetch_all(c).await)?;
    Ok(Some(row.read(&choices)))
}

/// Every poll, the last to close first.
pub(super) async fn all(at: &mut impl Ask) -> Result<Vec<Poll>, Error> {
    const SQL: &str = "
        SELECT id, asked, asked_en, opens_on, closes_on, ended_on, why_ended, withdrawn_on, why_withdrawn FROM poll
        ORDER BY closes_on DESC, id DESC";
    const CHOICES: &str = "SELECT poll, said, said_en, answers FROM poll_choice ORDER BY poll, place";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let choices: Vec<ChoiceRow> = on!(at, c => sqlx::query_as(CHOICES).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|row| row.read(&choices)).collect())
}

pub(super) async fn insert(at: &mut impl Ask, poll: &Poll) -> Result<i64, Error> {
    const SQL: &str =
        "INSERT INTO poll (asked, asked_en, opens_on, closes_on) VALUES ($1, $2, $3, $4) RETURNING id";
    let id: i64 = on!(at, c => sqlx::query_scalar(SQL)
        .bind(&poll.asked)
        .bind(&poll.asked_en)
        .bind(poll.opens_on.to_sqlx())
        .bind(poll.closes_on.to_sqlx())
        .fetch_one(c)
        .await)?;
    insert_choices(at, id, &poll.choices).await?;
    Ok(id)
}

/// Puts a poll in place of what it was; it has no answers yet.
pub(super) async fn replace(at: &mut impl Ask, poll: &Poll) -> Result<(), Error> {
    const SQL: &str =
        "UPDATE poll SET asked = $2, asked_en = $3, opens_on = $4, closes_on = $5 WHERE id = $1";
    const FORGET: &str = "DELETE FROM poll_choice WHERE poll = $1";
    run!(
        at,
        sqlx::query(SQL)
            .bind(poll.id)
            .bind(&poll.asked)
            .bind(&poll.asked_en)
            .bind(poll.opens_on.to_sqlx())
            .bind(poll.closes_on.to_sqlx())
    )?;
    run!(at, sqlx::query(FORGET).bind(poll.id))?;
    insert_choices(at, poll.id, &poll.choices).await
}

async fn insert_choices(at: &mut impl Ask, poll: i64, choices: &[Choice]) -> Result<(), Error> {
    const SQL: &str =
        "INSERT INTO poll_choice (poll, place, said, said_en, answers) VALUES ($1, $2, $3, $4, 0)";
    for (place, choice) in (0_i64..).zip(choices) {
        run!(at, sqlx::query(SQL).bind(poll).bind(place).bind(&choice.said).bind(&choice.said_en))?;
    }
    Ok(())
}

pub(super) async fn end(at: &mut impl Ask, id: i64, day: Date, why: &str) -> Result<(), Error> {
    const SQL: &str = "UPDATE poll SET ended_on = $2, why_ended = $3 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(day.to_sqlx()).bind(why))?;
    Ok(())
}

pub(super) async fn withdraw(at: &mut impl Ask, id: i64, day: Date, why: &str) -> Result<(), Error> {
    const SQL: &str = "UPDATE poll SET withdrawn_on = $2, why_withdrawn = $3 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(day.to_sqlx()).bind(why))?;
    Ok(())
}

/// Takes the key of a form; false where it was taken before.
pub(super) async fn take_form(at: &mut impl Ask, poll: i64, form: &str) -> Result<bool, Error> {
    const SQL: &str = "INSERT INTO poll_form (poll, form) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    Ok(run!(at, sqlx::query(SQL).bind(poll).bind(form))? == 1)
}

pub(super) async fn count(at: &mut impl Ask, poll: i64, place: i64) -> Result<(), Error> {
    const SQL: &str = "UPDATE poll_choice SET answers = answers + 1 WHERE poll = $1 AND place = $2";
    run!(at, sqlx::query(SQL).bind(poll).bind(place))?;
    Ok(())
}
