//! One's own account: the post one sits at, the password, the second factor, the sessions.

pub(crate) mod act;

use accounts::session::{self, Seat, Session};
use accounts::sign_in::{self, Means};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use look::words::say;
use look::{Lang, filters};
use serde::Deserialize;

use super::Signed;
use super::sign_in::link;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::parts::qr::qr;
use crate::visit::Query;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/account.html")]
struct AccountPage {
    frame: Frame,
    account: String,
    means: Means,
    /// The QR code of the secret that is offered.
    qr: Option<String>,
    seats: Vec<Seat>,
    sessions: Vec<Line>,
    rules: String,
    told: Told,
}

/// What the page tells of what was just done.
#[derive(Default)]
struct Told {
    /// That it was done.
    done: Option<String>,
    /// Why it was not.
    why: Option<String>,
    /// Recovery codes, shown this once.
    codes: Vec<String>,
}

/// A session as the page shows it.
struct Line {
    session: Session,
    began: String,
    seen: String,
}

/// What was done before the page was asked for again.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    done: String,
}

/// The page.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    const DONE: [&str; 5] = ["password", "post", "factor-off", "session", "sessions"];
    let done = DONE.into_iter().find(|done| *done == asked.done);
    let done = done.map(|done| say(signed.visit.lang, &format!("account-done-{done}")));
    show(&signed, StatusCode::OK, Told { done, ..Told::default() }).await
}

async fn show(signed: &Signed, status: StatusCode, told: Told) -> Result<Response, Fault> {
    let (desk, lang) = (&signed.desk, signed.visit.lang);
    let token = signed.arrival.session.as_deref().unwrap_or_default();
    let means = sign_in::means(desk).await.map_err(act::broken)?;
    let sessions = session::own(desk, token).await?;
    let line = |session: Session| Line {
        began: moment(lang, session.began_at),
        seen: moment(lang, session.seen_at),
        session,
    };
    let page = AccountPage {
        frame: signed.frame(Page::Account, say(lang, Page::Account.key())),
        account: desk.who.clone(),
        qr: means.offer.as_ref().and_then(|offer| qr(&offer.address)),
        means,
        seats: session::seats(desk, token).await?,
        sessions: sessions.into_iter().map(line).collect(),
        rules: link::rules(lang),
        told,
    };
    Ok((status, render(&page)?).into_response())
}

/// Day and time in Viet Nam.
fn moment(lang: Lang, at: Timestamp) -> String {
    let local = look::date::there(at);
    format!("{} {:02}:{:02}", look::date::short(lang, local.date()), local.hour(), local.minute())
}
