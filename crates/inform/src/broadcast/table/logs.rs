//! What stations planned and what they aired.

use accounts::Desk;
use jiff::civil::{Date, DateTime};
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, Value, insert_many, on, run};

use super::{hour, minutes};
use crate::broadcast::{Aired, Source};

#[derive(sqlx::FromRow)]
struct PlannedRow {
    bulletin: i64,
    station: String,
    day: jiff_sqlx::Date,
    begins: i64,
}

impl PlannedRow {
    fn read(self) -> Option<(i64, String, DateTime)> {
        Some((self.bulletin, self.station, self.day.to_jiff().to_datetime(hour(self.begins)?)))
    }
}

/// The hours that stations chose for the bulletins of these numbers, in order.
pub(in crate::broadcast) async fn schedules(
    at: &mut impl Ask,
    (low, high): (i64, i64),
) -> Result<Vec<(i64, String, DateTime)>, Error> {
    const SQL: &str = "
        SELECT bulletin, station, day, begins FROM broadcast_schedule WHERE bulletin >= $1 AND bulletin <= $2
        ORDER BY bulletin, station, day, begins";
    let rows: Vec<PlannedRow> = on!(at, c => sqlx::query_as(SQL).bind(low).bind(high).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(PlannedRow::read).collect())
}

/// The hours that a station chose for other bulletins that are still to be aired.
pub(in crate::broadcast) async fn planned_else(
    at: &mut impl Ask,
    (bulletin, station): (i64, &str),
) -> Result<Vec<DateTime>, Error> {
    const SQL: &str = "
        SELECT bulletin, station, day, begins FROM broadcast_schedule WHERE station = $1 AND bulletin <> $2
            AND bulletin IN (SELECT id FROM broadcast_bulletin WHERE withdrawn_on IS NULL)";
    let rows: Vec<PlannedRow> =
        on!(at, c => sqlx::query_as(SQL).bind(station).bind(bulletin).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(PlannedRow::read).map(|(.., at)| at).collect())
}

/// What stations chose for a day, of bulletins that are still to be aired.
pub(in crate::broadcast) async fn planned_on(
    at: &mut impl Ask,
    day: Date,
) -> Result<Vec<(i64, String, DateTime)>, Error> {
    const SQL: &str = "
        SELECT bulletin, station, day, begins FROM broadcast_schedule WHERE day = $1
            AND bulletin IN (SELECT id FROM broadcast_bulletin WHERE withdrawn_on IS NULL AND first <= $1 AND last >= $1)
        ORDER BY station, begins, bulletin";
    let rows: Vec<PlannedRow> = on!(at, c => sqlx::query_as(SQL).bind(day.to_sqlx()).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(PlannedRow::read).collect())
}

/// Puts hours in place of those that a station chose for a bulletin.
pub(in crate::broadcast) async fn plan(
    at: &mut impl Ask,
    (bulletin, station): (i64, &str),
    hours: &[DateTime],
) -> Result<(), Error> {
    const FORGET: &str = "DELETE FROM broadcast_schedule WHERE bulletin = $1 AND station = $2";
    const SQL: &str =
        "INSERT INTO broadcast_schedule (bulletin, station, day, begins) VALUES ($1, $2, $3, $4)";
    run!(at, sqlx::query(FORGET).bind(bulletin).bind(station))?;
    for hour in hours {
        let (day, begins) = (hour.date().to_sqlx(), minutes(hour.time()));
        run!(at, sqlx::query(SQL).bind(bulletin).bind(station).bind(day).bind(begins))?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    station: String,
    bulletin: Option<i64>,
    title: String,
    day: jiff_sqlx::Date,
    begins: i64,
    seconds: i64,
    source: String,
    logged_by: String,
    logged_on: jiff_sqlx::Date,
}

impl Row {
    fn read(self) -> Option<Aired> {
        Some(Aired {
            at: self.day.to_jiff().to_datetime(hour(self.begins)?),
            source: Source::read(&self.source)?,
            logged_on: self.logged_on.to_jiff(),
            id: self.id,
            station: self.station,
            bulletin: self.bulletin,
            title: self.title,
            seconds: self.seconds,
            logged_by: self.logged_by,
        })
    }
}

macro_rules! logged {
    ($rest:literal) => {
        concat!(
            "SELECT id, station, bulletin, title, day, begins, seconds, source, logged_by, logged_on FROM broadcast_log ",
            "WHERE struck_on IS NULL AND ",
            $rest
        )
    };
}

/// What was aired of the bulletins of these numbers, in order.
pub(in crate::broadcast) async fn of_bulletins(
    at: &mut impl Ask,
    (low, high): (i64, i64),
) -> Result<Vec<Aired>, Error> {
    const SQL: &str = logged!("bulletin >= $1 AND bulletin <= $2 ORDER BY day, begins, id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(low).bind(high).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// Programmes of the stations' own on these days, in order.
pub(in crate::broadcast) async fn own(at: &mut impl Ask, from: Date, to: Date) -> Result<Vec<Aired>, Error> {
    const SQL: &str = logged!("bulletin IS NULL AND day >= $1 AND day <= $2 ORDER BY day, begins, id");
    let (from, to) = (from.to_sqlx(), to.to_sqlx());
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(from).bind(to).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// What one station logged on these days, in order.
pub(in crate::broadcast) async fn of_station(
    at: &mut impl Ask,
    station: &str,
    from: Date,
    to: Date,
) -> Result<Vec<Aired>, Error> {
    const SQL: &str = logged!("station = $1 AND day >= $2 AND day <= $3 ORDER BY day, begins, id");
    let (from, to) = (from.to_sqlx(), to.to_sqlx());
    let rows: Vec<Row> =
        on!(at, c => sqlx::query_as(SQL).bind(station).bind(from).bind(to).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

pub(in crate::broadcast) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Aired>, Error> {
    const SQL: &str = logged!("id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.and_then(Row::read))
}

pub(in crate::broadcast) async fn insert(at: &mut impl Ask, aired: &Aired) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO broadcast_log (station, bulletin, title, day, begins, seconds, source, logged_by, logged_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(&aired.station)
        .bind(aired.bulletin)
        .bind(&aired.title)
        .bind(aired.at.date().to_sqlx())
        .bind(minutes(aired.at.time()))
        .bind(aired.seconds)
        .bind(aired.source.as_str())
        .bind(&aired.logged_by)
        .bind(aired.logged_on.to_sqlx())
        .fetch_one(c)
        .await)
}

/// Logs many lines at once.
pub(in crate::broadcast) async fn insert_all(at: &mut impl Ask, lines: &[Aired]) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO broadcast_log (station, bulletin, title, day, begins, seconds, source, logged_by, logged_on)
        VALUES {rows}";
    let row = |it: &Aired| -> [Value<'static>; 9] {
        [
            it.station.clone().into(),
            it.bulletin.into(),
            it.title.clone().into(),
            it.at.date().into(),
            minutes(it.at.time()).into(),
            it.seconds.into(),
            it.source.as_str().into(),
            it.logged_by.clone().into(),
            it.logged_on.into(),
        ]
    };
    insert_many(at, SQL, lines.iter().map(row)).await.map(drop)
}

pub(in crate::broadcast) async fn strike(
    at: &mut impl Ask,
    desk: &Desk,
    id: i64,
    reason: &str,
) -> Result<(), Error> {
    const SQL: &str = "UPDATE broadcast_log SET struck_on = $2, struck_by = $3, reason = $4 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(desk.today.to_sqlx()).bind(&desk.who).bind(reason))?;
    Ok(())
}
