//! Text size, colours and contrast: a form on every page, and a page of its own.

use askama::Template;
use axum::Form;
use axum::http::header::{HeaderMap, SET_COOKIE};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use look::filters;
use look::words::say;
use serde::Deserialize;

use crate::Page;
use crate::fault::{Answer, render};
use crate::local::local;
use crate::parts::choices::Choices;
use crate::parts::frame::{CHOICES, Frame};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/choices.html")]
struct ChoicesPage {
    frame: Frame,
}

/// The page of choices.
pub(crate) async fn get(visit: Visit) -> Answer {
    render(&ChoicesPage { frame: visit.frame(Page::Choices, say(visit.lang, "page-choices")) })
}

/// One choice, and the page to go back to.
#[derive(Deserialize)]
pub(crate) struct Chosen {
    set: String,
    back: String,
}

/// Keeps a choice and goes back to where the reader was.
pub(crate) async fn post(headers: HeaderMap, Form(chosen): Form<Chosen>) -> Response {
    let cookie = Choices::of(&headers).take(&chosen.set).cookie();
    let keep = AppendHeaders([(SET_COOKIE, cookie.to_string())]);
    (keep, Redirect::to(local(&chosen.back).unwrap_or("/"))).into_response()
}
