//! Signing in: a name and a password, then the code of a second factor, then where one wanted to go.

pub(crate) mod code;
pub(crate) mod identity;
pub(crate) mod link;

use accounts::sign_in::{self, Refusal, Step};
use askama::Template;
use axum::Form;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use look::words::{say, say_with};
use look::{Lang, filters};
use serde::Deserialize;

use super::signed::arrival::Arrival;
use crate::fault::render;
use crate::local::{encoded, local};
use crate::parts::frame::Frame;
use crate::visit::{Query, Visit};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/sign_in.html")]
struct SignInPage {
    frame: Frame,
    /// Why not, after a try.
    why: Option<String>,
    account: String,
    next: String,
    /// Whether one may come in by the identity service.
    has_service: bool,
}

/// Where one wants to go afterwards.
#[derive(Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    pub(crate) next: String,
}

/// The page.
pub(crate) async fn get(visit: Visit, Query(wanted): Query<Wanted>) -> Result<Response, Fault> {
    visit.app.works()?;
    Ok(page(&visit, None, String::new(), wanted.next)?.into_response())
}

/// Name and password, as they were typed.
#[derive(Deserialize)]
pub(crate) struct Typed {
    account: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// Lets in, or says why not.
pub(crate) async fn post(
    visit: Visit,
    arrival: Arrival,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let works = visit.app.works()?;
    let desk = works.program(arrival.client.clone());
    let said = (typed.account.as_str(), typed.password.as_str());
    match sign_in::enter(&desk, arrival.browser(), said, &works.chance).await {
        Ok(step) => Ok(proceed(&arrival, step, &typed.next, visit.lang)),
        Err(Refusal::Store(fault)) => Err(fault.into()),
        Err(refusal) => refuse(&visit, &refusal, typed),
    }
}

fn refuse(visit: &Visit, refusal: &Refusal, typed: Typed) -> Result<Response, Fault> {
    let page = page(visit, Some(sentence(visit.lang, refusal)), typed.account, typed.next)?;
    Ok(match refusal {
        Refusal::Wait(wait) => held(*wait, page),
        _ => (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
    })
}

fn page(visit: &Visit, why: Option<String>, account: String, next: String) -> Result<Html<String>, Fault> {
    let frame = visit.frame(Page::SignIn, say(visit.lang, Page::SignIn.key()));
    let has_service = visit.app.works()?.identity.is_some();
    render(&SignInPage { frame, why, account, next, has_service })
}

fn sentence(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Wrong => say(lang, "sign-in-wrong"),
        Refusal::Wait(wait) => wait_sentence(lang, *wait),
        Refusal::NoPost => say(lang, "sign-in-no-post"),
        Refusal::Store(_) => say(lang, "fault-broken-sentence"),
    }
}

/// A page that says to come back later, and for machines when.
fn held(wait: SignedDuration, page: Html<String>) -> Response {
    let seconds = AppendHeaders([(header::RETRY_AFTER, whole_seconds(wait).to_string())]);
    (StatusCode::TOO_MANY_REQUESTS, seconds, page).into_response()
}

/// How long to wait, in seconds below a minute and a half, in minutes above.
pub(crate) fn wait_sentence(lang: Lang, wait: SignedDuration) -> String {
    let seconds = whole_seconds(wait);
    let (key, count) = if seconds <= 90 {
        ("sign-in-wait-seconds", seconds)
    } else {
        ("sign-in-wait-minutes", seconds.div_ceil(60))
    };
    say_with(lang, key, &[("n", i64::try_from(count).unwrap_or(i64::MAX).into())])
}

fn whole_seconds(wait: SignedDuration) -> u64 {
    wait.unsigned_abs().as_secs().max(1)
}

/// Where signing in leads to after the password.
pub(crate) fn proceed(arrival: &Arrival, step: Step, next: &str, lang: Lang) -> Response {
    match step {
        Step::In(entered) => (arrival.keep(entered), Redirect::to(&onward(next, lang))).into_response(),
        Step::Code(token) => {
            let address = format!("{}?next={}", Page::SignInCode.path(lang), encoded(next));
            (arrival.keep_pending(token), Redirect::to(&address)).into_response()
        }
    }
}

/// Where one wanted to go, if it is here; else one's own work.
pub(crate) fn onward(next: &str, lang: Lang) -> String {
    local(next).map_or_else(|| Page::Work.path(lang), str::to_owned)
}

/// The sign-in page that leads to `wanted` afterwards.
pub(crate) fn address(lang: Lang, wanted: &str) -> String {
    format!("{}?next={}", Page::SignIn.path(lang), encoded(wanted))
}
