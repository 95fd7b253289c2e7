//! "It is not there", of a place or of something of which nothing is recorded, from anyone: no account, no words, nothing kept of who. Held back by address while the server
//! runs; the address is kept nowhere else.

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use inform::disclosure::{Key, Place, Refusal, doubt, seek};
use look::Lang;
use serde::Deserialize;

use crate::desk::Client;
use crate::visit::{Path, Visit};
use crate::{App, Fault, Page};

/// What is said.
#[derive(Deserialize)]
pub(crate) struct Said {
    /// The number of the event; none where the commune recorded nothing.
    event: Option<i64>,
    duty: String,
    #[serde(default)]
    place: String,
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
        None => None,
    };
    let desk = app.works()?.program(None);
    if !app.doubts().lets(client.as_deref().unwrap_or_default(), desk.now) {
        return Ok(back("wait"));
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
