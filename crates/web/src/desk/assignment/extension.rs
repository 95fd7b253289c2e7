//! Asking for a later day.

use crate::visit::Path;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use look::words::{say, say_with};
use look::{Lang, date};
use plan::extension::{self, Refusal, WHY_MAX};
use plan::report;
use serde::Deserialize;

use super::page::Wish;
use super::{AssignmentPage, Entry, closed, path};
use crate::Fault;
use crate::desk::Signed;
use crate::fault::render;

/// The form, as it was typed.
#[derive(Deserialize)]
pub(crate) struct Typed {
    form: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    why: String,
}

/// Asks, or says what is wrong.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let asked = match typed.until.parse() {
        Err(_) => Err(say(lang, "extension-no-day")),
        Ok(until) => {
            let (form, why) = (typed.form.clone(), typed.why.clone());
            let wish = extension::Wish { assignment: id, form, until, why };
            match extension::ask(&signed.desk, &wish).await {
                Ok(_) => Ok(()),
                Err(refusal) => Err(sentence(lang, refusal)?),
            }
        }
    };
    let Err(why) = asked else {
        return Ok(Redirect::to(&format!("{}?told=asked", path(lang, id))).into_response());
    };
    let folder = report::folder(&signed.desk, id).await.map_err(closed)?;
    let token = signed.visit.app.works()?.chance.token();
    let entry = Entry::of(lang, &folder, token, false, false);
    let mut page = AssignmentPage::new(&signed, folder, entry, None)?;
    page.wish = Wish { until: typed.until, why: typed.why, refused: Some(why) };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

/// The sentence for a refusal; what ends in a page of its own goes on as one.
pub(crate) fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    Ok(match refusal {
        Refusal::Missing => return Err(Fault::Missing),
        Refusal::Forbidden(forbidden) => return Err(forbidden.into()),
        Refusal::Store(fault) => return Err(fault.into()),
        Refusal::Over => say(lang, "extension-over"),
        Refusal::NotLater(day) => {
            say_with(lang, "extension-not-later", &[("day", date::short(lang, day).into())])
        }
        Refusal::Asked => say(lang, "extension-asked-already"),
        Refusal::Answered(_) => say(lang, "extension-answered-already"),
        Refusal::NoReason => say(lang, "extension-no-reason"),
        Refusal::TooLong => {
            let most = [("most", i64::try_from(WHY_MAX).unwrap_or(i64::MAX).into())];
            say_with(lang, "report-too-long", &most)
        }
    })
}
