//! Every statement that names `disclosure_event`, `disclosure_posting`, `disclosure_showing`, `disclosure_evidence`,
//! `disclosure_replaced` or `disclosure_check`; what names `disclosure_sought` is beside.

pub(super) mod postings;
pub(super) mod sought;

use std::collections::HashMap;

use accounts::Desk;
use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

pub(super) use self::postings::{gone, insert_posting, postings, strike, take_down};

use super::{Check, Event, Finding, Place, Struck};

#[derive(sqlx::FromRow)]
struct EventRow {
    id: i64,
    kind: String,
    agency: String,
    day: jiff_sqlx::Date,
    words: String,
    form: String,
    recorded_by: String,
    recorded_on: jiff_sqlx::Date,
    withdrawn_on: Option<jiff_sqlx::Date>,
    withdrawn_by: Option<String>,
    reason: Option<String>,
}

impl From<EventRow> for Event {
    fn from(row: EventRow) -> Self {
        let withdrawn = row.withdrawn_on.map(|on| Struck {
            by: row.withdrawn_by.unwrap_or_default(),
            on: on.to_jiff(),
            why: row.reason.unwrap_or_default(),
        });
        Self {
            withdrawn,
            day: row.day.to_jiff(),
            recorded_on: row.recorded_on.to_jiff(),
            id: row.id,
            kind: row.kind,
            agency: row.agency,
            words: row.words,
            form: row.form,
            recorded_by: row.recorded_by,
        }
    }
}

macro_rules! events {
    ($rest:literal) => {
        concat!(
            "SELECT id, kind, agency, day, words, form, recorded_by, recorded_on, withdrawn_on, withdrawn_by, reason \
             FROM disclosure_event ",
            $rest
        )
    };
}

/// Every event that was not withdrawn, and one that may have been.
pub(super) async fn events(at: &mut impl Ask, also: Option<i64>) -> Result<Vec<Event>, Error> {
    const SQL: &str = events!("WHERE withdrawn_on IS NULL OR id = $1 ORDER BY id");
    let also = also.unwrap_or_default();
    let rows: Vec<EventRow> = on!(at, c => sqlx::query_as(SQL).bind(also).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Event::from).collect())
}

pub(super) async fn event(at: &mut impl Ask, id: i64) -> Result<Option<Event>, Error> {
    const SQL: &str = events!("WHERE id = $1 AND withdrawn_on IS NULL");
    let row: Option<EventRow> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(Event::from))
}

pub(super) async fn event_of_form(at: &mut impl Ask, form: &str) -> Result<Option<Event>, Error> {
    const SQL: &str = events!("WHERE form = $1");
    let row: Option<EventRow> = on!(at, c => sqlx::query_as(SQL).bind(form).fetch_optional(c).await)?;
    Ok(row.map(Event::from))
}

/// Those of the kind, the commune and the day of an event that were not withdrawn.
pub(super) async fn events_of(at: &mut impl Ask, event: &Event) -> Result<Vec<Event>, Error> {
    const SQL: &str =
        events!("WHERE withdrawn_on IS NULL AND kind = $1 AND agency = $2 AND day = $3 ORDER BY id");
    let rows: Vec<EventRow> = on!(at, c => sqlx::query_as(SQL)
        .bind(&event.kind)
        .bind(&event.agency)
        .bind(event.day.to_sqlx())
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(Event::from).collect())
}

/// The newest day of a kind of event in each commune, by code.
pub(super) async fn latest(at: &mut impl Ask, kind: &str) -> Result<HashMap<String, Date>, Error> {
    const SQL: &str = "SELECT agency, max(day) FROM disclosure_event WHERE kind = $1 GROUP BY agency";
    let days: Vec<(String, jiff_sqlx::Date)> =
        on!(at, c => sqlx::query_as(SQL).bind(kind).fetch_all(c).await)?;
    Ok(days.into_iter().map(|(agency, day)| (agency, day.to_jiff())).collect())
}

pub(super) async fn insert_event(at: &mut impl Ask, event: &Event) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO disclosure_event (kind, agency, day, words, form, recorded_by, recorded_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(&event.kind)
        .bind(&event.agency)
        .bind(event.day.to_sqlx())
        .bind(&event.words)
        .bind(&event.form)
        .bind(&event.recorded_by)
        .bind(event.recorded_on.to_sqlx())
        .fetch_one(c)
        .await)
}

pub(super) async fn withdraw(at: &mut impl Ask, desk: &Desk, id: i64, reason: &str) -> Result<(), Error> {
    const SQL: &str =
        "UPDATE disclosure_event SET withdrawn_on = $2, withdrawn_by = $3, reason = $4 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(desk.today.to_sqlx()).bind(&desk.who).bind(reason))?;
    Ok(())
}

/// Whether anything was posted for an event and not struck out.
pub(super) async fn is_posted(at: &mut impl Ask, event: i64) -> Result<bool, Error> {
    const SQL: &str = "SELECT count(*) FROM disclosure_posting WHERE event = $1 AND struck_on IS NULL";
    let count: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(event).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Whether anybody waits for a look at what an event made arise.
pub(super) async fn is_doubted(at: &mut impl Ask, event: i64) -> Result<bool, Error> {
    const SQL: &str = "SELECT count(*) FROM disclosure_check WHERE event = $1 AND state = 'open'";
    let count: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(event).fetch_one(c).await)?;
    Ok(count > 0)
}

#[derive(sqlx::FromRow)]
struct CheckRow {
    id: i64,
    event: i64,
    duty: String,
    place: String,
    posting: Option<i64>,
    opened_on: jiff_sqlx::Date,
    state: String,
    agency: Option<String>,
    settled_by: Option<String>,
    settled_on: Option<jiff_sqlx::Date>,
    words: Option<String>,
}

impl CheckRow {
    fn read(self) -> Option<Check> {
        let finding = match self.settled_on {
            None => None,
            Some(on) => Some(Finding {
                is_there: self.state == "found",
                agency: self.agency?,
                by: self.settled_by?,
                on: on.to_jiff(),
                words: self.words.unwrap_or_default(),
            }),
        };
        let (place, opened_on) = (Place::read(&self.place)?, self.opened_on.to_jiff());
        let Self { id, event, duty, posting, .. } = self;
        Some(Check { id, event, duty, place, posting, opened_on, finding })
    }
}

/// Every check, oldest first.
pub(super) async fn checks(at: &mut impl Ask) -> Result<Vec<Check>, Error> {
    const SQL: &str = "
        SELECT id, event, duty, place, posting, opened_on, state, agency, settled_by, settled_on, words
        FROM disclosure_check ORDER BY id";
    let rows: Vec<CheckRow> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(CheckRow::read).collect())
}

pub(super) async fn insert_check(at: &mut impl Ask, check: &Check) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO disclosure_check (event, duty, place, posting, opened_on, state)
        VALUES ($1, $2, $3, $4, $5, 'open')
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(check.event)
        .bind(&check.duty)
        .bind(check.place.as_str())
        .bind(check.posting)
        .bind(check.opened_on.to_sqlx())
        .fetch_one(c)
        .await)
}

/// Keeps what was found where nobody had looked yet; whether it was kept.
pub(super) async fn settle(at: &mut impl Ask, id: i64, finding: &Finding) -> Result<bool, Error> {
    const SQL: &str = "
        UPDATE disclosure_check SET state = $2, agency = $3, settled_by = $4, settled_on = $5, words = $6
        WHERE id = $1 AND state = 'open'";
    let state = if finding.is_there { "found" } else { "absent" };
    let touched = run!(
        at,
        sqlx::query(SQL)
            .bind(id)
            .bind(state)
            .bind(&finding.agency)
            .bind(&finding.by)
            .bind(finding.on.to_sqlx())
            .bind(&finding.words)
    )?;
    Ok(touched == 1)
}
