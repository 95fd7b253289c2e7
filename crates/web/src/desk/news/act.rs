//! What is done about an article, as `act` says.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::article::{self as articles, Approval, Refusal};
use jiff::Timestamp;
use jiff::civil::Time;
use look::date::instant;
use look::words::say;

use super::form::{draft, preview};
use super::{file, one};
use crate::Fault;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::parts::article::{closed, sentence};
use crate::visit::Path;

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
            let why = sentence(lang, refusal)?;
            let typed = Some(typed).filter(|typed| matches!(typed.get("act"), "change" | "correct"));
            refused(one::page(&signed, id, typed, None, Some(why)).await)
        }
    }
}

async fn done(signed: &Signed, id: i64, typed: &Typed) -> Result<Result<(), Refusal>, Fault> {
    let (desk, version) = (&signed.desk, typed.get("version").parse().unwrap_or(0));
    let written = || draft(typed).ok_or(Fault::Unreadable);
    Ok(match typed.get("act") {
        "change" => articles::change(desk, id, version, &written()?).await.map(drop),
        "correct" => articles::correct(desk, id, version, &written()?, typed.get("said")).await.map(drop),
        "approve" => match shows_at(typed) {
            Some(shows_at) => {
                let answers = typed.get("answers").to_owned();
                let is_fine = typed.get("fine") == "yes";
                articles::approve(desk, id, &Approval { version, answers, shows_at, is_fine }).await.map(drop)
            }
            None => Err(Refusal::Time),
        },
        "withdraw" => articles::withdraw(desk, id, typed.get("why")).await.map(drop),
        "detach" => articles::detach(desk, id, typed.get("place").parse().unwrap_or(0)).await,
        _ => return Err(Fault::Unreadable),
    })
}

/// The instant that is asked for, none for at once; nothing where it does not read.
fn shows_at(typed: &Typed) -> Option<Option<Timestamp>> {
    match (typed.get("day"), typed.get("hour")) {
        ("", "") => Some(None),
        (_, hour) => {
            let hour: Time = if hour.is_empty() { Time::midnight() } else { hour.parse().ok()? };
            Some(Some(instant(typed.day("day")?.to_datetime(hour))?))
        }
    }
}

/// Why nothing could be sent, where a form has no file.
pub(super) fn no_file(lang: look::Lang) -> String {
    say(lang, "news-no-file")
}
