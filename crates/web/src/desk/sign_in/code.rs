//! The second step of signing in: the code of the second factor, or a recovery code.

use accounts::sign_in::{self, NoEntry};
use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use look::words::say;
use look::{Lang, filters};
use serde::Deserialize;

use super::{Wanted, address, held, onward, wait_sentence};
use crate::desk::signed::arrival::Arrival;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::visit::{Query, Visit};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/sign_in/code.html")]
struct CodePage {
    frame: Frame,
    why: Option<String>,
    next: String,
}

/// The page.
pub(crate) async fn get(visit: Visit, Query(wanted): Query<Wanted>) -> Result<Response, Fault> {
    visit.app.works()?;
    Ok(page(&visit, None, wanted.next)?.into_response())
}

/// The code as it was typed.
#[derive(Deserialize)]
pub(crate) struct Typed {
    code: String,
    #[serde(default)]
    next: String,
}

/// Lets in, or says why not; without a first step it begins again.
pub(crate) async fn post(
    visit: Visit,
    arrival: Arrival,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (works, lang) = (visit.app.works()?, visit.lang);
    let desk = works.program(arrival.client.clone());
    let said = (arrival.pending.as_deref().unwrap_or_default(), typed.code.as_str());
    match sign_in::enter_code(&desk, arrival.browser(), said, &works.chance).await {
        Ok(entered) => Ok((arrival.keep(entered), Redirect::to(&onward(&typed.next, lang))).into_response()),
        Err(NoEntry::Over) => Ok(Redirect::to(&address(lang, &typed.next)).into_response()),
        Err(NoEntry::Store(fault)) => Err(fault.into()),
        Err(NoEntry::Wrong) => {
            let page = page(&visit, Some(wrong(lang)), typed.next)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(NoEntry::Wait(wait)) => {
            Ok(held(wait, page(&visit, Some(wait_sentence(lang, wait)), typed.next)?))
        }
    }
}

fn wrong(lang: Lang) -> String {
    say(lang, "code-wrong")
}

fn page(visit: &Visit, why: Option<String>, next: String) -> Result<Html<String>, Fault> {
    let frame = visit.frame(Page::SignInCode, say(visit.lang, "code-title")).under(Page::SignIn);
    render(&CodePage { frame, why, next })
}
