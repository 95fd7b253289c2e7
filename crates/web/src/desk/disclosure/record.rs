//! Recording an event, from the register.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::disclosure::{NewEvent, record};
use look::say;

use super::question::Question;
use super::{page, refusal};
use crate::desk::Signed;
use crate::desk::typed::Typed;
use crate::{Fault, Page};

/// Records it and shows the register of its commune; what is refused is said above the form, with what was typed.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match typed.day("day") {
        None => say(lang, "duty-no-day"),
        Some(day) => {
            let text = |field| typed.get(field).to_owned();
            let (kind, agency, words, form) = (text("kind"), text("agency"), text("words"), text("form"));
            match record(&signed.desk, &NewEvent { kind, agency, day, words, form }).await {
                Ok(_) => return Ok(Redirect::to(&Page::Duties.path(lang)).into_response()),
                Err(why) => refusal(&signed, why)?,
            }
        }
    };
    let mut answer = page(&signed, Question::default(), typed, Some(why)).await?;
    *answer.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}
