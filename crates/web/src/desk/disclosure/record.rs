//! Recording an event, from the register.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::Duty;
use inform::disclosure::{Event, Key, NewEvent, record};
use look::{Lang, say};

use super::question::Question;
use super::{one, page, refusal};
use crate::Fault;
use crate::desk::Signed;
use crate::desk::typed::Typed;

/// Records it and shows what came of it, to be posted; what is refused is said above the form, with what was typed.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match typed.day("day") {
        None => say(lang, "duty-no-day"),
        Some(day) => {
            let text = |field| typed.get(field).to_owned();
            let (kind, agency, words, form) = (text("kind"), text("agency"), text("words"), text("form"));
            match record(&signed.desk, &NewEvent { kind, agency, day, words, form }).await {
                Ok(event) => return Ok(Redirect::to(&next(lang, &event)).into_response()),
                Err(why) => refusal(&signed, why)?,
            }
        }
    };
    let mut answer = page(&signed, Question::default(), typed, Some(why)).await?;
    *answer.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}

/// Where one goes on: to the one thing that an event makes public, or to all of them in the register.
fn next(lang: Lang, event: &Event) -> String {
    let mut duties = Duty::arising(&event.kind, event.day);
    match (duties.next(), duties.next()) {
        (Some(duty), None) => {
            let key = Key { event: event.id, duty: duty.code.clone() };
            format!("{}?told=recorded", one::path(lang, &key))
        }
        _ => Question::of_words(&event.agency, &event.words).address(lang),
    }
}
