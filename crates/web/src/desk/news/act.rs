//! What is done about an article, as `act` says.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::article::{self as articles, Approval, NewCorrection, Refusal};
use jiff::Timestamp;
use jiff::civil::{Date, Time, time};
use look::date::instant;
use look::words::say;

use super::form::{draft, preview};
use super::{file, one};
use crate::Fault;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::parts::article::{closed, sentence};
use crate::visit::Path;

/// When offices open.
const OFFICE: Time = time(7, 0, 0, 0);

/// Does it, and shows the article as it stands then.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    if typed.get("act") == "preview" {
        let own = articles::one(&signed.desk, id).await.map_err(closed)?;
        let seen = preview(&signed, &typed, &own.files, |place| file::path(lang, id, place))?;
        return Ok(one::page(&signed, id, Some(typed), Some(seen), None).await?.into_response());
    }
    match done(&signed, id, &typed).await? {
        Ok(()) => Ok(Redirect::to(&one::path(lang, id)).into_response()),
        Err(refusal) => {
            // The box that says that it is right so is not there to be ticked by habit.
            let is_flagged = matches!(refusal, Refusal::Coaching(_));
            let typed = if is_flagged { typed.with("flagged", "yes") } else { typed };
            let why = sentence(lang, refusal)?;
            refused(one::page(&signed, id, Some(typed), None, Some(why)).await)
        }
    }
}

async fn done(signed: &Signed, id: i64, typed: &Typed) -> Result<Result<(), Refusal>, Fault> {
    let (desk, version) = (&signed.desk, typed.get("version").parse().unwrap_or(0));
    Ok(match typed.get("act") {
        "change" => articles::change(desk, id, version, &draft(typed)).await.map(drop),
        "sketch" => articles::sketch(desk, Some((id, version)), &draft(typed)).await.map(drop),
        "correct" => {
            let (said, is_fine) = (typed.get("said").to_owned(), typed.get("fine") == "yes");
            let new = NewCorrection { version, said, is_fine };
            articles::correct(desk, id, &draft(typed), &new).await.map(drop)
        }
        "approve" => match shows_at(typed, desk.today) {
            Some(shows_at) => {
                let answers = typed.get("answers").to_owned();
                let is_fine = typed.get("fine") == "yes";
                articles::approve(desk, id, &Approval { version, answers, shows_at, is_fine }).await.map(drop)
            }
            None => Err(Refusal::Time),
        },
        "return" => articles::send_back(desk, id, version, typed.get("why")).await.map(drop),
        "reschedule" => match shows_at(typed, desk.today) {
            Some(shows_at) => articles::reschedule(desk, id, version, shows_at).await.map(drop),
            None => Err(Refusal::Time),
        },
        "unschedule" => articles::unschedule(desk, id, version).await.map(drop),
        "drop" => articles::drop_draft(desk, id, typed.get("why")).await.map(drop),
        "withdraw" => articles::withdraw(desk, id, typed.get("why")).await.map(drop),
        "detach" => articles::detach(desk, id, typed.get("place").parse().unwrap_or(0)).await,
        _ => return Err(Fault::Unreadable),
    })
}

/// The instant that is asked for, none for at once; nothing where it does not read. An hour alone is one of today, a later
/// day alone begins with office hours, as the form says.
fn shows_at(typed: &Typed, today: Date) -> Option<Option<Timestamp>> {
    let day = if typed.get("day").is_empty() { today } else { typed.day("day")? };
    let hour = match typed.get("hour") {
        "" if day == today => return Some(None),
        "" => OFFICE,
        hour => hour.parse().ok()?,
    };
    Some(Some(instant(day.to_datetime(hour))?))
}

/// Why nothing could be sent, where a form has no file.
pub(super) fn no_file(lang: look::Lang) -> String {
    say(lang, "news-no-file")
}
