//! Changing the calendar from its page: `act` says what.

use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use look::say;
use plan::calendar::holiday::Kind;
use plan::calendar::{self, Holiday, Period, Refusal, Rhythm, par};

use super::{CalendarPage, Signed, Typed, load};
use crate::fault::render;
use crate::{Fault, Page};

/// Does what the form asks and shows the year; what is refused is said above the form, with what was typed.
pub(crate) async fn post(signed: Signed, Form(mut typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let year = year_of(&typed).unwrap_or(signed.desk.today.year());
    let why = match change(&signed, &typed).await {
        Ok(()) => {
            let address = format!("{}?year={year}", Page::Calendar.path(lang));
            return Ok(Redirect::to(&address).into_response());
        }
        Err(Wrong::Typed(key)) => key,
        Err(Wrong::Refused(refusal)) => {
            if let Refusal::Changed { now } = &refusal {
                typed.insert("seen".to_owned(), now.clone());
            }
            sentence(refusal)?
        }
    };
    let page = CalendarPage::new(&signed, &load(&signed).await?, year, typed, Some(say(lang, why)))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

/// Why nothing was changed: the key of what is wrong with the fields, or a refusal.
enum Wrong {
    Typed(&'static str),
    Refused(Refusal),
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

async fn change(signed: &Signed, typed: &Typed) -> Result<(), Wrong> {
    let (desk, seen) = (&signed.desk, text(typed, "seen"));
    match text(typed, "act") {
        "day" => calendar::set_holiday(desk, &holiday(typed)?, seen).await?,
        "remove" => calendar::remove_holiday(desk, day(typed, "day")?, seen).await?,
        "year" => {
            let year = year_of(typed).ok_or(Wrong::Typed("calendar-no-day"))?;
            calendar::confirm_year(desk, year, text(typed, "decision"), seen).await?;
        }
        _ => calendar::set_period(desk, par::NAME, &period(typed)?, seen).await?,
    }
    Ok(())
}

fn holiday(typed: &Typed) -> Result<Holiday, Wrong> {
    Ok(Holiday {
        day: day(typed, "day")?,
        name: text(typed, "name").to_owned(),
        kind: Kind::read(text(typed, "kind")).ok_or(Wrong::Typed("calendar-no-kind"))?,
        source: text(typed, "source").to_owned(),
    })
}

fn period(typed: &Typed) -> Result<Period, Wrong> {
    Ok(Period {
        code: text(typed, "code").to_owned(),
        rhythm: Rhythm::read(text(typed, "rhythm")).ok_or(Wrong::Typed("calendar-no-kind"))?,
        first: day(typed, "first")?,
        last: day(typed, "last")?,
        due: day(typed, "due")?,
    })
}

fn day(typed: &Typed, field: &str) -> Result<Date, Wrong> {
    text(typed, field).parse().map_err(|_| Wrong::Typed("calendar-no-day"))
}

fn text<'a>(typed: &'a Typed, field: &str) -> &'a str {
    typed.get(field).map_or("", |text| text.trim())
}

/// The year that the form is about.
fn year_of(typed: &Typed) -> Option<i16> {
    let day = ["day", "due"].into_iter().find_map(|field| day(typed, field).ok());
    day.map(Date::year).or_else(|| text(typed, "year").parse().ok())
}

/// The key of the sentence for each refusal; a fault of the program goes on as one.
fn sentence(refusal: Refusal) -> Result<&'static str, Fault> {
    Ok(match refusal {
        Refusal::Forbidden(forbidden) => return Err(forbidden.into()),
        Refusal::Empty => "calendar-empty",
        Refusal::WrongWeekday(_) => "calendar-wrong-weekday",
        Refusal::NoHoliday(_) => "calendar-no-holiday",
        Refusal::NoYear(_) => "calendar-no-year",
        Refusal::Backwards => "calendar-backwards",
        Refusal::Changed { .. } => "calendar-changed",
        Refusal::Store(fault) => return Err(fault.into()),
    })
}
