//! Every statement that names a table of broadcasts: here bulletins, in `stations` what stations are, in `logs` what they
//! planned and aired.

pub(super) mod logs;
pub(super) mod stations;

use jiff::civil::{Date, Time, time};
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run, select_among};

use super::{Bulletin, Priority};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    form: String,
    title: String,
    text: String,
    text_km: String,
    priority: String,
    content: Option<i64>,
    first: jiff_sqlx::Date,
    last: jiff_sqlx::Date,
    times: i64,
    begins: Option<i64>,
    agency: Option<String>,
    written_by: String,
    written_on: jiff_sqlx::Date,
    sent_at: Option<jiff_sqlx::Timestamp>,
    decided: Option<String>,
    withdrawn_on: Option<jiff_sqlx::Date>,
    reason: Option<String>,
    version: i64,
}

impl Row {
    fn read(self) -> Option<Bulletin> {
        Some(Bulletin {
            priority: Priority::read(&self.priority)?,
            content: self.content.and_then(|content| u8::try_from(content).ok()),
            first: self.first.to_jiff(),
            last: self.last.to_jiff(),
            at: self.begins.and_then(hour),
            written_on: self.written_on.to_jiff(),
            sent_at: self.sent_at.map(jiff_sqlx::Timestamp::to_jiff),
            withdrawn: self.withdrawn_on.map(jiff_sqlx::Date::to_jiff).zip(self.reason),
            id: self.id,
            form: self.form,
            title: self.title,
            text: self.text,
            text_km: self.text_km,
            times: self.times,
            agency: self.agency,
            written_by: self.written_by,
            decided: self.decided,
            version: self.version,
        })
    }
}

/// Minutes after midnight as an hour.
pub(super) fn hour(minutes: i64) -> Option<Time> {
    let minutes = u16::try_from(minutes).ok().filter(|minutes| *minutes < 24 * 60)?;
    Some(time(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0))
}

/// An hour as minutes after midnight.
pub(super) fn minutes(hour: Time) -> i64 {
    i64::from(hour.hour()) * 60 + i64::from(hour.minute())
}

macro_rules! bulletins {
    ($rest:literal) => {
        concat!(
            "SELECT id, form, title, text, text_km, priority, content, first, last, times, begins, agency, written_by, ",
            "written_on, sent_at, decided, withdrawn_on, reason, version FROM broadcast_bulletin ",
            $rest
        )
    };
}

pub(super) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Bulletin>, Error> {
    const SQL: &str = bulletins!("WHERE id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.and_then(Row::read))
}

/// The bulletins of these numbers.
pub(super) async fn among(at: &mut impl Ask, ids: &[i64]) -> Result<Vec<Bulletin>, Error> {
    const SQL: &str = bulletins!("WHERE id {among}");
    let rows: Vec<Row> = select_among(at, SQL, ids).await?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

pub(super) async fn of_form(at: &mut impl Ask, form: &str) -> Result<Option<Bulletin>, Error> {
    const SQL: &str = bulletins!("WHERE form = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(form).fetch_optional(c).await)?;
    Ok(row.and_then(Row::read))
}

/// Every bulletin that has one of these days, or was aired on one.
pub(super) async fn of_days(at: &mut impl Ask, from: Date, to: Date) -> Result<Vec<Bulletin>, Error> {
    const SQL: &str = bulletins!(
        "WHERE (first <= $2 AND last >= $1) OR id IN
            (SELECT bulletin FROM broadcast_log WHERE struck_on IS NULL AND bulletin IS NOT NULL AND day >= $1 AND day <= $2)
        ORDER BY first, id"
    );
    let rows: Vec<Row> =
        on!(at, c => sqlx::query_as(SQL).bind(from.to_sqlx()).bind(to.to_sqlx()).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// Every urgent bulletin since a day that is still to be aired.
pub(super) async fn urgent_since(at: &mut impl Ask, day: Date) -> Result<Vec<Bulletin>, Error> {
    const SQL: &str = bulletins!(
        "WHERE priority = 'urgent' AND sent_at IS NOT NULL AND withdrawn_on IS NULL AND first >= $1
        ORDER BY first, id"
    );
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(day.to_sqlx()).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// Every bulletin that was sent to a station.
pub(super) async fn sent_to(at: &mut impl Ask, station: &str) -> Result<Vec<Bulletin>, Error> {
    const SQL: &str =
        bulletins!("WHERE id IN (SELECT bulletin FROM broadcast_sending WHERE station = $1) ORDER BY id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(station).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

pub(super) async fn insert(at: &mut impl Ask, bulletin: &Bulletin) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO broadcast_bulletin
            (form, title, text, text_km, priority, content, first, last, times, begins, agency, written_by, written_on,
            version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(&bulletin.form)
        .bind(&bulletin.title)
        .bind(&bulletin.text)
        .bind(&bulletin.text_km)
        .bind(bulletin.priority.as_str())
        .bind(bulletin.content.map(i64::from))
        .bind(bulletin.first.to_sqlx())
        .bind(bulletin.last.to_sqlx())
        .bind(bulletin.times)
        .bind(bulletin.at.map(minutes))
        .bind(&bulletin.agency)
        .bind(&bulletin.written_by)
        .bind(bulletin.written_on.to_sqlx())
        .bind(bulletin.version)
        .fetch_one(c)
        .await)
}

/// Puts a draft in place of what it was.
pub(super) async fn replace(at: &mut impl Ask, bulletin: &Bulletin) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE broadcast_bulletin SET title = $2, text = $3, text_km = $4, priority = $5, content = $6, first = $7,
            last = $8, times = $9, begins = $10, version = $11
        WHERE id = $1";
    run!(
        at,
        sqlx::query(SQL)
            .bind(bulletin.id)
            .bind(&bulletin.title)
            .bind(&bulletin.text)
            .bind(&bulletin.text_km)
            .bind(bulletin.priority.as_str())
            .bind(bulletin.content.map(i64::from))
            .bind(bulletin.first.to_sqlx())
            .bind(bulletin.last.to_sqlx())
            .bind(bulletin.times)
            .bind(bulletin.at.map(minutes))
            .bind(bulletin.version)
    )?;
    Ok(())
}

/// Marks a bulletin as sent, and why although it was flagged.
pub(super) async fn mark_sent(at: &mut impl Ask, bulletin: &Bulletin) -> Result<(), Error> {
    const SQL: &str = "UPDATE broadcast_bulletin SET sent_at = $2, decided = $3 WHERE id = $1";
    let sent = bulletin.sent_at.map(ToSqlx::to_sqlx);
    run!(at, sqlx::query(SQL).bind(bulletin.id).bind(sent).bind(&bulletin.decided))?;
    Ok(())
}

pub(super) async fn withdraw(at: &mut impl Ask, id: i64, day: Date, reason: &str) -> Result<(), Error> {
    const SQL: &str = "UPDATE broadcast_bulletin SET withdrawn_on = $2, reason = $3 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(day.to_sqlx()).bind(reason))?;
    Ok(())
}
