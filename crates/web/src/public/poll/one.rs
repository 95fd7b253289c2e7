//! One poll: choosing once from a browser, and what others chose, to who answered or when it is over.
//!
//! That a browser has answered stands in a cookie of its own that says no more and goes with the poll.

use askama::Template;
use axum::Form;
use axum::extract::State as Of;
use axum::http::StatusCode;
use axum::http::header::{COOKIE, HeaderMap, SET_COOKIE};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use listen::Poll;
use listen::poll::{self, Refusal, State};
use look::words::say;
use look::{date, filters};
use serde::Deserialize;

use crate::desk::Client;
use crate::desk::typed::Typed;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::parts::poll::{Told, closed, sentence};
use crate::visit::{Path, Query, Visit};
use crate::{App, Fault, Page};

/// A poll is open for three months at most.
pub(crate) const COOKIE_DAYS: i64 = 95;

#[derive(Template)]
#[template(path = "public/poll/one.html")]
struct PollPage {
    frame: Frame,
    it: Told,
    /// The key of the form; none where one cannot answer.
    form: Option<String>,
    /// Whether this browser has answered.
    answered: bool,
    /// Whether an answer was counted and the browser kept no mark of it.
    told: bool,
    why: Option<String>,
}

#[derive(Template)]
#[template(path = "public/poll/withdrawn.html")]
struct WithdrawnPage {
    frame: Frame,
    day: String,
    why: String,
}

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    /// That one has just answered.
    told: Option<String>,
}

/// The page.
pub(crate) async fn get(
    visit: Visit,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let desk = visit.app.works()?.program(None);
    let poll = match poll::open(&desk, id).await {
        Ok(poll) => poll,
        Err(refusal) => return gone(&visit, id, refusal),
    };
    let answered = has_answered(&headers, id);
    let told = asked.told.is_some() && !answered && poll.state(desk.today) == State::Open;
    let page = page(&visit, &poll, answered, None)?;
    let page = if told { PollPage { told, form: None, ..page } } else { page };
    Ok(render(&page)?.into_response())
}

/// The page of a poll that was taken out of sight; any other refusal ends in its own.
fn gone(visit: &Visit, id: i64, refusal: Refusal) -> Result<Response, Fault> {
    let Refusal::Withdrawn { on, why } = refusal else { return Err(closed(refusal)) };
    let frame = visit.frame(Page::Poll, say(visit.lang, "poll-withdrawn"));
    let frame = frame.with("{id}", &id.to_string()).under(Page::Polls);
    let page = WithdrawnPage { frame, day: date::short(visit.lang, on), why };
    Ok((StatusCode::GONE, render(&page)?).into_response())
}

/// Counts an answer, once from a browser, and shows what others chose.
pub(crate) async fn post(
    Of(app): Of<App>,
    visit: Visit,
    Path(id): Path<i64>,
    Client(client): Client,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, desk) = (visit.lang, app.works()?.program(None));
    let here = Page::Poll.path(lang).replace("{id}", &id.to_string());
    if has_answered(&headers, id) {
        return Ok(Redirect::to(&here).into_response());
    }
    if !app.votes().lets(client.as_deref().unwrap_or_default(), desk.now) {
        let poll = poll::open(&desk, id).await.map_err(closed)?;
        let page = render(&page(&visit, &poll, false, Some(say(lang, "poll-wait")))?)?;
        return Ok((StatusCode::TOO_MANY_REQUESTS, page).into_response());
    }
    let place = typed.get("choice").parse().unwrap_or(-1);
    match poll::vote(&desk, id, place, typed.get("form")).await {
        Ok(_) => {
            let keep = AppendHeaders([(SET_COOKIE, cookie(id))]);
            Ok((keep, Redirect::to(&format!("{here}?told=thanks"))).into_response())
        }
        Err(refusal @ (Refusal::NoChoice | Refusal::NotOpen)) => {
            let poll = match poll::open(&desk, id).await {
                Ok(poll) => poll,
                Err(refusal) => return gone(&visit, id, refusal),
            };
            let page = render(&page(&visit, &poll, false, Some(sentence(lang, refusal)?))?)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(refusal) => Err(closed(refusal)),
    }
}

fn page(visit: &Visit, poll: &Poll, answered: bool, why: Option<String>) -> Result<PollPage, Fault> {
    let (lang, works) = (visit.lang, visit.app.works()?);
    let it = Told::new(lang, poll, works.program(None).today);
    let form = (it.state == State::Open && !answered)
        .then(|| works.chance.bytes::<8>().iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    let frame =
        visit.frame(Page::Poll, it.asked.clone()).with("{id}", &poll.id.to_string()).under(Page::Polls);
    Ok(PollPage { frame, it, form, answered, told: false, why })
}

impl PollPage {
    /// Whether what others chose is shown: to who answered, or when it is over.
    fn shows(&self) -> bool {
        self.answered || self.it.state == State::Closed
    }
}

/// That this browser has answered, as its cookie says it.
fn mark(id: i64) -> String {
    format!("poll-{id}=1")
}

fn has_answered(headers: &HeaderMap, id: i64) -> bool {
    let mark = mark(id);
    let lines = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(';')).any(|pair| pair.trim() == mark)
}

fn cookie(id: i64) -> String {
    format!("{}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax", mark(id), COOKIE_DAYS * 24 * 60 * 60)
}
