//! A one-time link: choose a password, twice, and be signed in.

use crate::visit::Path;
use accounts::sign_in::password::{LONGEST, SHORTEST, Weak};
use accounts::sign_in::{self, Invited, NotTaken};
use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use look::words::{say, say_with};
use look::{Lang, filters};
use serde::Deserialize;

use super::proceed;
use crate::desk::signed::arrival::Arrival;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::visit::Visit;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/sign_in/link.html")]
struct LinkPage {
    frame: Frame,
    /// Whose link it is; none when it can no longer be used.
    invited: Option<Invited>,
    /// Why not, after a try.
    why: Option<String>,
    /// What is asked of a password.
    rules: String,
}

/// The page.
pub(crate) async fn get(
    visit: Visit,
    arrival: Arrival,
    Path(token): Path<String>,
) -> Result<Response, Fault> {
    show(&visit, &arrival, &token, None).await
}

/// The password, typed twice.
#[derive(Deserialize)]
pub(crate) struct Chosen {
    password: String,
    again: String,
}

/// Takes the password and lets in.
pub(crate) async fn post(
    visit: Visit,
    arrival: Arrival,
    Path(token): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Fault> {
    if chosen.password != chosen.again {
        return show(&visit, &arrival, &token, Some(say(visit.lang, "password-unlike"))).await;
    }
    let works = visit.app.works()?;
    let desk = works.program(arrival.client.clone());
    let said = (token.as_str(), chosen.password.as_str());
    match sign_in::take_link(&desk, arrival.browser(), said, &works.chance).await {
        Ok(step) => Ok(proceed(&arrival, step, "", visit.lang)),
        Err(NotTaken::Store(fault)) => Err(fault.into()),
        Err(NotTaken::Gone) => show(&visit, &arrival, &token, None).await,
        Err(NotTaken::NoPost) => {
            show(&visit, &arrival, &token, Some(say(visit.lang, "sign-in-no-post"))).await
        }
        Err(NotTaken::Weak(weak)) => show(&visit, &arrival, &token, Some(of_weak(visit.lang, weak))).await,
    }
}

async fn show(visit: &Visit, arrival: &Arrival, token: &str, why: Option<String>) -> Result<Response, Fault> {
    let desk = visit.app.works()?.program(arrival.client.clone());
    let invited = sign_in::open_link(&desk, token).await?;
    let status = match (&invited, &why) {
        (None, _) => StatusCode::GONE,
        (_, Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    let frame = visit.frame(Page::Link, say(visit.lang, "link-title")).with("{token}", token);
    let page = LinkPage { frame, invited, why, rules: rules(visit.lang) };
    Ok((status, render(&page)?).into_response())
}

/// What is asked of a password.
pub(crate) fn rules(lang: Lang) -> String {
    say_with(lang, "password-rules", &[("least", SHORTEST.into()), ("most", LONGEST.into())])
}

/// Why a password is not taken.
pub(crate) fn of_weak(lang: Lang, weak: Weak) -> String {
    match weak {
        Weak::Short => say_with(lang, "password-short", &[("least", SHORTEST.into())]),
        Weak::Long => say_with(lang, "password-long", &[("most", LONGEST.into())]),
        Weak::Common => say(lang, "password-common"),
        Weak::Own => say(lang, "password-own"),
    }
}
