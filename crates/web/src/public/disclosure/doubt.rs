//! "It is not there", of a place or of something of which nothing is recorded, from anyone: no account, no words, nothing kept of who. Past thirty an hour
//! from one address a small work is asked, since a carrier has one address for many telephones; there is no ceiling for all together, which a
//! hundred addresses could use up: what can be opened has its end, each place once while it is open.

use askama::Template;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use inform::Duty;
use inform::disclosure::{Key, Place, Refusal, doubt, seek};
use jiff::Timestamp;
use listen::question::Ticket;
use look::words::{say, say_with};
use look::{Lang, filters};
use serde::Deserialize;

use crate::desk::Client;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::public::question::work::Work;
use crate::visit::{Path, Visit};
use crate::{App, Fault, Page, Works};

/// What is said.
#[derive(Deserialize)]
pub(crate) struct Said {
    /// The number of the event; none where the commune recorded nothing.
    event: Option<i64>,
    duty: String,
    #[serde(default)]
    place: String,
    /// The ticket of the page that asks for work, and the work.
    #[serde(default)]
    form: String,
    #[serde(default)]
    work: String,
}

/// Where it is said; the code stays in braces.
pub(crate) fn pattern(lang: Lang) -> String {
    format!("{}/{}", Page::Disclosure.pattern(lang), lang.pick("khong-thay", "missing"))
}

/// Opens a check and goes back to the page, which says so.
pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Client(client): Client,
    Path(code): Path<String>,
    Form(said): Form<Said>,
) -> Result<Response, Fault> {
    let back = |told| {
        let page = Page::Disclosure.path(visit.lang).replace("{code}", &code);
        Redirect::to(&format!("{page}?told={told}")).into_response()
    };
    let notices = &visit.snapshot.notices;
    let meant = match said.event {
        Some(event) => {
            notices.one(&code, event, &said.duty).ok_or(Fault::Missing)?;
            Some((event, Place::read(&said.place).ok_or(Fault::Missing)?))
        }
        None => {
            Duty::of(&said.duty).ok_or(Fault::Missing)?;
            None
        }
    };
    let (works, client) = (app.works()?, client.unwrap_or_default());
    let desk = works.program(None);
    if !app.doubts().lets(&client, desk.now) {
        match Work::of(app.doubts(), &client, desk.now) {
            Some(work) if !said.has_worked(works, &work, desk.now) => {
                let page = HeldPage::new(&visit, works, (&code, said), work, desk.now);
                return Ok((StatusCode::TOO_MANY_REQUESTS, render(&page)?).into_response());
            }
            _ => app.doubts().count(&client, desk.now),
        }
    }
    let done = match meant {
        Some((event, place)) => doubt(&desk, &Key { event, duty: said.duty }, place).await.map(|_| "doubted"),
        None => seek(&desk, &code, &said.duty).await.map(|_| "sought"),
    };
    match done {
        Ok(told) => Ok(back(told)),
        Err(Refusal::NotThere | Refusal::Recorded) => Ok(back("changed")),
        Err(Refusal::Store(fault)) => Err(fault.into()),
        Err(_) => Err(Fault::Missing),
    }
}

impl Said {
    /// What work is done for: this place, by a page that was handed out within the day.
    fn subject(&self, ticket: &str) -> String {
        let event = self.event.map_or_else(String::new, |event| event.to_string());
        format!("{ticket}:{event}:{}:{}", self.duty, self.place)
    }

    fn has_worked(&self, works: &Works, work: &Work, now: Timestamp) -> bool {
        Ticket::is_good(&works.seal, &self.form, now) && work.is_done(&self.subject(&self.form), &self.work)
    }
}

/// The page that asks for work, where a script does it; else one waits.
#[derive(Template)]
#[template(path = "public/disclosure/held.html")]
struct HeldPage {
    frame: Frame,
    ticket: String,
    subject: String,
    action: String,
    back: String,
    said: Said,
    work: Work,
}

impl HeldPage {
    fn new(visit: &Visit, works: &Works, (code, said): (&str, Said), work: Work, now: Timestamp) -> Self {
        let lang = visit.lang;
        let ticket = Ticket::hand_out(&works.seal, &works.chance, now).as_str().to_owned();
        let frame = visit.frame(Page::Disclosure, say(lang, "doubt-open")).under(Page::Disclosures);
        Self {
            frame: frame.with("{code}", code),
            subject: said.subject(&ticket),
            ticket,
            action: pattern(lang).replace("{code}", code),
            back: Page::Disclosure.path(lang).replace("{code}", code),
            said,
            work,
        }
    }

    /// What is said where no script runs.
    fn must_wait(&self) -> String {
        say_with(self.frame.lang, "doubt-wait", &[("minutes", self.work.minutes.into())])
    }

    fn script(&self) -> &'static str {
        crate::public::assets::work_path()
    }
}
