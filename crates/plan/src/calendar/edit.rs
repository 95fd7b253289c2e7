//! Changing the calendar by hand: a day off, the decision of a year, a period.
//!
//! Each change says what its author saw (`seen`, empty for nothing), so that of two people at once the second
//! is told instead of overwriting the first.

use accounts::{Desk, Forbidden, Reach, Relation, Right, Role, Tx};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Holiday, Period, table};
use crate::did::Did;

/// Who may change the calendar.
pub const EDIT_CALENDAR: Right = Right {
    act: "calendar.edited",
    held_by: &[(Role::Administrator, Reach::Any), (Role::StandingBody, Reach::Any)],
};

/// Puts a holiday on its day, whatever was there.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn set_holiday(desk: &Desk, holiday: &Holiday, seen: &str) -> Result<(), Refusal> {
    desk.may(&EDIT_CALENDAR, Relation::Other)?;
    said(&holiday.name)?;
    said(&holiday.source)?;
    if !holiday.kind.fits(holiday.day) {
        return Err(Refusal::WrongWeekday(holiday.day));
    }
    let mut tx = desk.begin().await?;
    known(&mut tx, holiday.day.year()).await?;
    let before = table::holiday(&mut tx, holiday.day).await?;
    unchanged(before.as_ref().map(Holiday::mark), seen)?;
    table::put_holiday(&mut tx, holiday).await?;
    keep(tx, holiday_subject(holiday.day), before.as_ref().map(of_holiday), Some(of_holiday(holiday))).await
}

/// Takes a holiday away: its day is again what its weekday says.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn remove_holiday(desk: &Desk, day: Date, seen: &str) -> Result<(), Refusal> {
    desk.may(&EDIT_CALENDAR, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let before = table::holiday(&mut tx, day).await?.ok_or(Refusal::NoHoliday(day))?;
    unchanged(Some(before.mark()), seen)?;
    table::drop_holiday(&mut tx, day).await?;
    keep(tx, holiday_subject(day), Some(of_holiday(&before)), None).await
}

/// Confirms the days off of a year by the decision that settled them.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn confirm_year(desk: &Desk, year: i16, decision: &str, seen: &str) -> Result<(), Refusal> {
    desk.may(&EDIT_CALENDAR, Relation::Other)?;
    said(decision)?;
    let mut tx = desk.begin().await?;
    known(&mut tx, year).await?;
    let before = table::years(&mut tx).await?.into_iter().find(|(confirmed, _)| *confirmed == year);
    let before = before.map(|(_, decision)| decision);
    unchanged(before.clone(), seen)?;
    table::put_year(&mut tx, year, decision).await?;
    let told = |decision: &str| json!({ "decision": decision });
    keep(tx, format!("holiday_year/{year}"), before.as_deref().map(told), Some(told(decision))).await
}

/// Sets a period of a calendar, a new one or one that is there.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn set_period(desk: &Desk, calendar: &str, period: &Period, seen: &str) -> Result<(), Refusal> {
    desk.may(&EDIT_CALENDAR, Relation::Other)?;
    said(&period.code)?;
    if !period.is_in_order() {
        return Err(Refusal::Backwards);
    }
    let mut tx = desk.begin().await?;
    let before = table::period(&mut tx, calendar, &period.code).await?;
    unchanged(before.as_ref().map(Period::mark), seen)?;
    table::put_period(&mut tx, calendar, period).await?;
    let subject = format!("period/{calendar}/{}", period.code);
    keep(tx, subject, before.as_ref().map(of_period), Some(of_period(period))).await
}

/// Why the calendar was not changed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// A name, a source, a code or a decision is empty.
    #[error("something is left empty")]
    Empty,
    /// A weekday is swapped for a weekend day, and no other.
    #[error("{0} is the wrong sort of day for a swap")]
    WrongWeekday(Date),
    /// No holiday lies on that day.
    #[error("there is no holiday on {0}")]
    NoHoliday(Date),
    /// Of that year no day is known yet.
    #[error("no day of {0} is known")]
    NoYear(i16),
    /// A period is closed before it begins, or due before it is closed.
    #[error("the days of the period are out of order")]
    Backwards,
    /// Somebody else was faster; what is there now, empty when nothing is.
    #[error("somebody else changed it: {now}")]
    Changed {
        /// The mark of what is there.
        now: String,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// A year whose first day off were set by hand would never be filled by law.
async fn known(tx: &mut Tx, year: i16) -> Result<(), Refusal> {
    let days = table::holidays(tx).await?;
    if days.iter().any(|holiday| holiday.day.year() == year) { Ok(()) } else { Err(Refusal::NoYear(year)) }
}

fn said(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Empty) } else { Ok(()) }
}

fn unchanged(now: Option<String>, seen: &str) -> Result<(), Refusal> {
    let now = now.unwrap_or_default();
    if now == seen { Ok(()) } else { Err(Refusal::Changed { now }) }
}

async fn keep(tx: Tx, subject: String, before: Option<Value>, after: Option<Value>) -> Result<(), Refusal> {
    tx.commit(Did::CalendarEdited { subject, before, after }).await?;
    Ok(())
}

fn holiday_subject(day: Date) -> String {
    format!("holiday/{day}")
}

fn of_holiday(holiday: &Holiday) -> Value {
    json!({ "name": holiday.name, "kind": holiday.kind.as_str(), "source": holiday.source })
}

fn of_period(period: &Period) -> Value {
    let rhythm = period.rhythm.as_str();
    json!({ "rhythm": rhythm, "first": period.first, "last": period.last, "due": period.due })
}
