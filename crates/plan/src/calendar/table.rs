//! Every statement that names the tables `period`, `holiday` and `holiday_year`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, Value, insert_many, on, run};

use super::holiday::{Holiday, Kind};
use super::{Period, Rhythm};

#[derive(sqlx::FromRow)]
struct PeriodRow {
    code: String,
    rhythm: String,
    first: jiff_sqlx::Date,
    last: jiff_sqlx::Date,
    due: jiff_sqlx::Date,
}

impl PeriodRow {
    /// What was written through this file reads back; a row that does not is left out.
    fn read(self) -> Option<Period> {
        let (first, last, due) = (self.first.to_jiff(), self.last.to_jiff(), self.due.to_jiff());
        Some(Period { rhythm: Rhythm::read(&self.rhythm)?, code: self.code, first, last, due })
    }
}

#[derive(sqlx::FromRow)]
struct HolidayRow {
    day: jiff_sqlx::Date,
    name: String,
    kind: String,
    source: String,
}

impl HolidayRow {
    fn read(self) -> Option<Holiday> {
        let kind = Kind::read(&self.kind)?;
        Some(Holiday { day: self.day.to_jiff(), name: self.name, kind, source: self.source })
    }
}

pub(super) async fn periods(at: &mut impl Ask, calendar: &str) -> Result<Vec<Period>, Error> {
    const SQL: &str = "
        SELECT code, rhythm, first, last, due FROM period WHERE calendar = $1 ORDER BY due, first DESC, code";
    let rows: Vec<PeriodRow> = on!(at, c => sqlx::query_as(SQL).bind(calendar).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(PeriodRow::read).collect())
}

pub(super) async fn period(at: &mut impl Ask, calendar: &str, code: &str) -> Result<Option<Period>, Error> {
    const SQL: &str = "SELECT code, rhythm, first, last, due FROM period WHERE calendar = $1 AND code = $2";
    let row: Option<PeriodRow> =
        on!(at, c => sqlx::query_as(SQL).bind(calendar).bind(code).fetch_optional(c).await)?;
    Ok(row.and_then(PeriodRow::read))
}

/// Adds the periods that are not there yet, and tells how many those were.
pub(super) async fn add_periods(at: &mut impl Ask, calendar: &str, periods: &[Period]) -> Result<u64, Error> {
    const SQL: &str = "
        INSERT INTO period (calendar, code, rhythm, first, last, due) VALUES {rows} ON CONFLICT DO NOTHING";
    let rows: Vec<_> = periods.iter().map(|period| period_cells(calendar, period)).collect();
    insert_many(at, SQL, rows).await
}

fn period_cells<'a>(calendar: &'a str, period: &'a Period) -> [Value<'a>; 6] {
    let (code, rhythm) = (period.code.as_str(), period.rhythm.as_str());
    [calendar.into(), code.into(), rhythm.into(), period.first.into(), period.last.into(), period.due.into()]
}

pub(super) async fn put_period(at: &mut impl Ask, calendar: &str, period: &Period) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO period (calendar, code, rhythm, first, last, due) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (calendar, code) DO UPDATE
        SET rhythm = excluded.rhythm, first = excluded.first, last = excluded.last, due = excluded.due";
    run!(
        at,
        sqlx::query(SQL)
            .bind(calendar)
            .bind(&period.code)
            .bind(period.rhythm.as_str())
            .bind(period.first.to_sqlx())
            .bind(period.last.to_sqlx())
            .bind(period.due.to_sqlx())
    )?;
    Ok(())
}

pub(super) async fn holidays(at: &mut impl Ask) -> Result<Vec<Holiday>, Error> {
    const SQL: &str = "SELECT day, name, kind, source FROM holiday ORDER BY day";
    let rows: Vec<HolidayRow> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(HolidayRow::read).collect())
}

pub(super) async fn holiday(at: &mut impl Ask, day: Date) -> Result<Option<Holiday>, Error> {
    const SQL: &str = "SELECT day, name, kind, source FROM holiday WHERE day = $1";
    let row: Option<HolidayRow> =
        on!(at, c => sqlx::query_as(SQL).bind(day.to_sqlx()).fetch_optional(c).await)?;
    Ok(row.and_then(HolidayRow::read))
}

/// Adds the holidays that are not there yet, and tells how many those were.
pub(super) async fn add_holidays(at: &mut impl Ask, holidays: &[Holiday]) -> Result<u64, Error> {
    const SQL: &str = "INSERT INTO holiday (day, name, kind, source) VALUES {rows} ON CONFLICT DO NOTHING";
    let rows: Vec<_> = holidays.iter().map(holiday_cells).collect();
    insert_many(at, SQL, rows).await
}

fn holiday_cells(holiday: &Holiday) -> [Value<'_>; 4] {
    let (name, kind) = (holiday.name.as_str(), holiday.kind.as_str());
    [holiday.day.into(), name.into(), kind.into(), holiday.source.as_str().into()]
}

pub(super) async fn put_holiday(at: &mut impl Ask, holiday: &Holiday) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO holiday (day, name, kind, source) VALUES ($1, $2, $3, $4)
        ON CONFLICT (day) DO UPDATE
        SET name = excluded.name, kind = excluded.kind, source = excluded.source";
    run!(
        at,
        sqlx::query(SQL)
            .bind(holiday.day.to_sqlx())
            .bind(&holiday.name)
            .bind(holiday.kind.as_str())
            .bind(&holiday.source)
    )?;
    Ok(())
}

pub(super) async fn drop_holiday(at: &mut impl Ask, day: Date) -> Result<(), Error> {
    run!(at, sqlx::query("DELETE FROM holiday WHERE day = $1").bind(day.to_sqlx()))?;
    Ok(())
}

/// The years that are confirmed, each with its decision.
pub(super) async fn years(at: &mut impl Ask) -> Result<Vec<(i16, String)>, Error> {
    const SQL: &str = "SELECT year, decision FROM holiday_year ORDER BY year";
    let rows: Vec<(i64, String)> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(|(year, decision)| Some((year.try_into().ok()?, decision))).collect())
}

pub(super) async fn put_year(at: &mut impl Ask, year: i16, decision: &str) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO holiday_year (year, decision) VALUES ($1, $2)
        ON CONFLICT (year) DO UPDATE SET decision = excluded.decision";
    run!(at, sqlx::query(SQL).bind(i64::from(year)).bind(decision))?;
    Ok(())
}
