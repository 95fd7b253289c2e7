//! Every statement that names `disclosure_event`, `disclosure_posting`, `disclosure_showing`, `disclosure_evidence` or
//! `disclosure_check`.

use std::collections::HashMap;

use accounts::Desk;
use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use plan::evidence::{Kept, Piece};
use store::{Ask, Error, on, run};

use super::{Check, Event, Finding, Place, Posting, Showing};

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
}

impl From<EventRow> for Event {
    fn from(row: EventRow) -> Self {
        Self {
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
            "SELECT id, kind, agency, day, words, form, recorded_by, recorded_on FROM disclosure_event ",
            $rest
        )
    };
}

/// Every event that was not withdrawn.
pub(super) async fn events(at: &mut impl Ask) -> Result<Vec<Event>, Error> {
    const SQL: &str = events!("WHERE withdrawn_on IS NULL ORDER BY id");
    let rows: Vec<EventRow> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
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

/// The newest day of a kind of event.
pub(super) async fn latest(at: &mut impl Ask, kind: &str) -> Result<Option<Date>, Error> {
    const SQL: &str = "SELECT max(day) FROM disclosure_event WHERE kind = $1";
    let day: Option<jiff_sqlx::Date> = on!(at, c => sqlx::query_scalar(SQL).bind(kind).fetch_one(c).await)?;
    Ok(day.map(jiff_sqlx::Date::to_jiff))
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

/// Whether anything was posted for an event.
pub(super) async fn is_posted(at: &mut impl Ask, event: i64) -> Result<bool, Error> {
    const SQL: &str = "SELECT count(*) FROM disclosure_posting WHERE event = $1";
    let count: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(event).fetch_one(c).await)?;
    Ok(count > 0)
}

#[derive(sqlx::FromRow)]
struct PostingRow {
    id: i64,
    event: i64,
    duty: String,
    first: jiff_sqlx::Date,
    spot: String,
    form: String,
    recorded_by: String,
    recorded_on: jiff_sqlx::Date,
}

#[derive(sqlx::FromRow)]
struct ShowingRow {
    posting: i64,
    place: String,
    last: Option<jiff_sqlx::Date>,
    gone_on: Option<jiff_sqlx::Date>,
}

#[derive(sqlx::FromRow)]
struct EvidenceRow {
    id: i64,
    posting: i64,
    #[sqlx(flatten)]
    kept: Kept,
}

/// Every posting with its places and what shows it, oldest first.
pub(super) async fn postings(at: &mut impl Ask) -> Result<Vec<Posting>, Error> {
    const SQL: &str = "
        SELECT id, event, duty, first, spot, form, recorded_by, recorded_on FROM disclosure_posting
        ORDER BY first, id";
    const PLACES: &str =
        "SELECT posting, place, last, gone_on FROM disclosure_showing ORDER BY posting, place";
    const PIECES: &str = "
        SELECT id, posting, kind, name, url, digest, media, bytes, scan, unfit FROM disclosure_evidence
        ORDER BY id";
    let rows: Vec<PostingRow> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let places: Vec<ShowingRow> = on!(at, c => sqlx::query_as(PLACES).fetch_all(c).await)?;
    let pieces: Vec<EvidenceRow> = on!(at, c => sqlx::query_as(PIECES).fetch_all(c).await)?;
    let mut showings: HashMap<i64, Vec<Showing>> = HashMap::new();
    for row in places {
        let Some(place) = Place::read(&row.place) else { continue };
        let (last, gone_on) =
            (row.last.map(jiff_sqlx::Date::to_jiff), row.gone_on.map(jiff_sqlx::Date::to_jiff));
        showings.entry(row.posting).or_default().push(Showing { place, last, gone_on });
    }
    let mut evidence: HashMap<i64, Vec<(i64, Piece)>> = HashMap::new();
    for row in pieces {
        let Some(piece) = row.kept.read() else { continue };
        evidence.entry(row.posting).or_default().push((row.id, piece));
    }
    let posting = |row: PostingRow| Posting {
        showings: showings.remove(&row.id).unwrap_or_default(),
        evidence: evidence.remove(&row.id).unwrap_or_default(),
        first: row.first.to_jiff(),
        recorded_on: row.recorded_on.to_jiff(),
        id: row.id,
        event: row.event,
        duty: row.duty,
        spot: row.spot,
        form: row.form,
        recorded_by: row.recorded_by,
    };
    Ok(rows.into_iter().map(posting).collect())
}

pub(super) async fn insert_posting(at: &mut impl Ask, posting: &Posting) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO disclosure_posting (event, duty, first, spot, form, recorded_by, recorded_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        RETURNING id";
    const PLACE: &str = "INSERT INTO disclosure_showing (posting, place, last) VALUES ($1, $2, $3)";
    let id: i64 = on!(at, c => sqlx::query_scalar(SQL)
        .bind(posting.event)
        .bind(&posting.duty)
        .bind(posting.first.to_sqlx())
        .bind(&posting.spot)
        .bind(&posting.form)
        .bind(&posting.recorded_by)
        .bind(posting.recorded_on.to_sqlx())
        .fetch_one(c)
        .await)?;
    for showing in &posting.showings {
        let last = showing.last.map(ToSqlx::to_sqlx);
        run!(at, sqlx::query(PLACE).bind(id).bind(showing.place.as_str()).bind(last))?;
    }
    for (_, piece) in &posting.evidence {
        insert_piece(at, id, piece).await?;
    }
    Ok(id)
}

async fn insert_piece(at: &mut impl Ask, posting: i64, piece: &Piece) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO disclosure_evidence (posting, kind, name, url, digest, media, bytes, scan, unfit)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let kept = Kept::of(piece);
    run!(
        at,
        sqlx::query(SQL)
            .bind(posting)
            .bind(&kept.kind)
            .bind(&kept.name)
            .bind(&kept.url)
            .bind(&kept.digest)
            .bind(&kept.media)
            .bind(kept.bytes)
            .bind(&kept.scan)
            .bind(&kept.unfit)
    )?;
    Ok(())
}

pub(super) async fn take_down(
    at: &mut impl Ask,
    posting: i64,
    place: Place,
    last: Date,
) -> Result<(), Error> {
    const SQL: &str = "UPDATE disclosure_showing SET last = $3 WHERE posting = $1 AND place = $2";
    run!(at, sqlx::query(SQL).bind(posting).bind(place.as_str()).bind(last.to_sqlx()))?;
    Ok(())
}

/// What hung at the place of a check is gone since a day.
pub(super) async fn gone(at: &mut impl Ask, check: &Check, on: Date) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE disclosure_showing SET gone_on = $4
        WHERE place = $3 AND gone_on IS NULL
            AND posting IN (SELECT id FROM disclosure_posting WHERE event = $1 AND duty = $2)";
    let place = check.place.as_str();
    run!(at, sqlx::query(SQL).bind(check.event).bind(&check.duty).bind(place).bind(on.to_sqlx()))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct CheckRow {
    id: i64,
    event: i64,
    duty: String,
    place: String,
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
        Some(Check { id: self.id, event: self.event, duty: self.duty, place, opened_on, finding })
    }
}

/// Every check, oldest first.
pub(super) async fn checks(at: &mut impl Ask) -> Result<Vec<Check>, Error> {
    const SQL: &str = "
        SELECT id, event, duty, place, opened_on, state, agency, settled_by, settled_on, words
        FROM disclosure_check ORDER BY id";
    let rows: Vec<CheckRow> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(CheckRow::read).collect())
}

pub(super) async fn insert_check(at: &mut impl Ask, check: &Check) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO disclosure_check (event, duty, place, opened_on, state) VALUES ($1, $2, $3, $4, 'open')
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(check.event)
        .bind(&check.duty)
        .bind(check.place.as_str())
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
