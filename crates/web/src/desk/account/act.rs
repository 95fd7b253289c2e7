//! What one does on the page of one's own account; each form names its act.

use accounts::session::{self, Elsewhere};
use accounts::sign_in::{self, NotChanged, Unchanged};
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use look::Lang;
use look::words::say;
use serde::Deserialize;

use super::{Told, show};
use crate::desk::Signed;
use crate::desk::sign_in::link;
use crate::{Fault, Page};

/// What was sent: the act, and the fields that it wants.
#[derive(Deserialize)]
pub(crate) struct Sent {
    act: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    again: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    post: String,
    #[serde(default)]
    key: String,
}

/// Does what the form says.
pub(crate) async fn post(signed: Signed, Form(sent): Form<Sent>) -> Result<Response, Fault> {
    match sent.act.as_str() {
        "leave" => leave(&signed).await,
        "post" => choose(&signed, &sent.post).await,
        "password" => password(&signed, &sent).await,
        "factor" => offer(&signed).await,
        "confirm" => confirm(&signed, &sent.code).await,
        "codes" => codes(&signed, &sent.password).await,
        "off" => off(&signed, &sent.password).await,
        "end" => end(&signed, &sent.key).await,
        "end-others" => end_others(&signed).await,
        _ => Err(Fault::Unreadable),
    }
}

async fn leave(signed: &Signed) -> Result<Response, Fault> {
    session::leave(&signed.desk, token(signed)).await?;
    Ok((signed.arrival.forget(), Redirect::to(&Page::Home.path(signed.visit.lang))).into_response())
}

async fn choose(signed: &Signed, post: &str) -> Result<Response, Fault> {
    let chance = &signed.visit.app.works()?.chance;
    match session::choose(&signed.desk, token(signed), post, chance).await {
        Ok(token) => Ok(done(signed, "post", signed.arrival.keep_session(token))),
        Err(Elsewhere::NotHeld) => Err(Fault::Missing),
        Err(Elsewhere::Store(fault)) => Err(fault.into()),
    }
}

async fn password(signed: &Signed, sent: &Sent) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    if sent.new != sent.again {
        return refuse(signed, say(lang, "password-unlike")).await;
    }
    let chance = &signed.visit.app.works()?.chance;
    let agent = signed.arrival.agent.as_deref();
    match sign_in::change_password(&signed.desk, &sent.password, &sent.new, agent, chance).await {
        Ok(token) => Ok(done(signed, "password", signed.arrival.keep_session(token))),
        Err(NotChanged::WrongOld) => refuse(signed, say(lang, "account-wrong-password")).await,
        Err(NotChanged::Wait(wait)) => refuse(signed, crate::desk::sign_in::wait_sentence(lang, wait)).await,
        Err(NotChanged::Weak(weak)) => refuse(signed, link::of_weak(lang, weak)).await,
        Err(NotChanged::Store(fault)) => Err(fault.into()),
        Err(NotChanged::NoSuchAccount(_) | NotChanged::Forbidden(_)) => Err(Fault::Forbidden),
    }
}

async fn offer(signed: &Signed) -> Result<Response, Fault> {
    let chance = &signed.visit.app.works()?.chance;
    sign_in::offer(&signed.desk, chance).await.map_err(broken)?;
    Ok(Redirect::to(&(Page::Account.path(signed.visit.lang) + "#factor")).into_response())
}

async fn confirm(signed: &Signed, code: &str) -> Result<Response, Fault> {
    let chance = &signed.visit.app.works()?.chance;
    match sign_in::confirm(&signed.desk, code, chance).await {
        Ok(codes) => shown_once(signed, "account-done-factor", codes).await,
        Err(unchanged) => explain(signed, unchanged).await,
    }
}

async fn codes(signed: &Signed, password: &str) -> Result<Response, Fault> {
    let chance = &signed.visit.app.works()?.chance;
    match sign_in::new_codes(&signed.desk, password, chance).await {
        Ok(codes) => shown_once(signed, "account-done-codes", codes).await,
        Err(unchanged) => explain(signed, unchanged).await,
    }
}

async fn off(signed: &Signed, password: &str) -> Result<Response, Fault> {
    match sign_in::switch_off(&signed.desk, password).await {
        Ok(()) => Ok(done(signed, "factor-off", CookieJar::new())),
        Err(unchanged) => explain(signed, unchanged).await,
    }
}

async fn end(signed: &Signed, key: &str) -> Result<Response, Fault> {
    session::end(&signed.desk, key).await?;
    Ok(done(signed, "session", CookieJar::new()))
}

async fn end_others(signed: &Signed) -> Result<Response, Fault> {
    session::end_others(&signed.desk, token(signed)).await?;
    Ok(done(signed, "sessions", CookieJar::new()))
}

fn token(signed: &Signed) -> &str {
    signed.arrival.session.as_deref().unwrap_or_default()
}

fn done(signed: &Signed, what: &str, cookies: CookieJar) -> Response {
    let address = format!("{}?done={what}", Page::Account.path(signed.visit.lang));
    (cookies, Redirect::to(&address)).into_response()
}

/// The page with recovery codes; asked for again it does not have them.
async fn shown_once(signed: &Signed, key: &str, codes: Vec<String>) -> Result<Response, Fault> {
    let done = Some(say(signed.visit.lang, key));
    show(signed, StatusCode::OK, Told { done, codes, why: None }).await
}

async fn refuse(signed: &Signed, why: String) -> Result<Response, Fault> {
    show(signed, StatusCode::UNPROCESSABLE_ENTITY, Told { why: Some(why), ..Told::default() }).await
}

async fn explain(signed: &Signed, unchanged: Unchanged) -> Result<Response, Fault> {
    match sentence(signed.visit.lang, &unchanged) {
        Some(why) => refuse(signed, why).await,
        None => Err(broken(unchanged)),
    }
}

fn sentence(lang: Lang, unchanged: &Unchanged) -> Option<String> {
    match unchanged {
        Unchanged::WrongCode => Some(say(lang, "code-wrong")),
        Unchanged::WrongPassword => Some(say(lang, "account-wrong-password")),
        Unchanged::Wait(wait) => Some(crate::desk::sign_in::wait_sentence(lang, *wait)),
        Unchanged::NoSuchAccount(_) | Unchanged::Forbidden(_) | Unchanged::Store(_) => None,
    }
}

/// What is nobody's mistake.
pub(crate) fn broken(unchanged: Unchanged) -> Fault {
    match unchanged {
        Unchanged::Store(fault) => fault.into(),
        _ => Fault::Forbidden,
    }
}
