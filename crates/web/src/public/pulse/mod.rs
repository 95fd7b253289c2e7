//! Answering a pulse by the code on a slip: no account, no name, no script. Who tries codes is held back.

use askama::Template;
use axum::extract::State as Of;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use jiff::civil::Date;
use listen::Pulse;
use listen::pulse::{self, Refusal, State};
use look::words::{say, say_with};
use look::{Lang, date, filters};
use serde::Deserialize;

use crate::desk::Client;
use crate::desk::typed::Typed;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::parts::pulse::{Asked, asked, closed, days, response, results, sentence};
use crate::visit::{Path, Query, Visit};
use crate::{App, Fault, Page};

/// The routes of who answers; no cache keeps them.
pub(crate) fn router() -> Router<App> {
    let page = |router: Router<App>, lang| router.route(Page::Pulse.pattern(lang), get(show).post(answer));
    Lang::ALL.into_iter().fold(Router::new(), page)
}

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Told {
    /// That one has just answered.
    told: Option<String>,
    format: String,
    /// Which item is shown, of many.
    item: Option<usize>,
}

#[derive(Template)]
#[template(path = "public/pulse/one.html")]
struct PulsePage {
    frame: Frame,
    days: String,
    is_open: bool,
    is_thanks: bool,
    population: String,
    response: String,
    /// What it says; none before it is over.
    results: Option<results::Told>,
    items: Vec<Asked>,
    typed: Typed,
    why: Option<String>,
}

/// What who has a slip reads before the first day.
#[derive(Template)]
#[template(path = "public/pulse/coming.html")]
struct ComingPage {
    frame: Frame,
    /// From which day answers are taken.
    opens: String,
}

async fn show(visit: Visit, Path(id): Path<i64>, Query(told): Query<Told>) -> Result<Response, Fault> {
    let desk = visit.app.works()?.program(None);
    let pulse = match pulse::open(&desk, id).await {
        Err(Refusal::NotYet(day)) => return coming(&visit, id, day),
        other => other.map_err(closed)?,
    };
    let said = match pulse.state(desk.today) {
        State::Closed => Some(visit.app.said().of(&desk, &pulse).await.map_err(closed)?),
        State::Coming | State::Open => None,
    };
    if told.format == "csv" {
        let said = said.ok_or(Fault::Missing)?;
        return results::told(visit.lang, &pulse, &said).answer(visit.lang, id);
    }
    let results = said.map(|said| results::shown(visit.lang, &pulse, &said, told.item));
    let page = PulsePage::new(&visit, &pulse, Typed::default(), None)?;
    Ok(render(&PulsePage { is_thanks: told.told.is_some(), results, ..page })?.into_response())
}

fn coming(visit: &Visit, id: i64, day: Date) -> Result<Response, Fault> {
    let lang = visit.lang;
    let frame = visit.frame(Page::Pulse, say(lang, Page::Pulse.key())).with("{id}", &id.to_string());
    let opens = say_with(lang, "pulse-coming", &[("day", date::short(lang, day).into())]);
    Ok(render(&ComingPage { frame: frame.under(Page::Polls), opens })?.into_response())
}

/// Counts the answers of a code, once, and thanks; what is refused is said above what was chosen.
async fn answer(
    Of(app): Of<App>,
    visit: Visit,
    Path(id): Path<i64>,
    Client(client): Client,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, works) = (visit.lang, app.works()?);
    let (client, desk) = (client.unwrap_or_default(), works.program(None));
    let pulse = pulse::open(&desk, id).await.map_err(closed)?;
    if !app.codes().is_free(&client, desk.now) {
        let why = Some(say(lang, "question-tried"));
        let page = render(&PulsePage::new(&visit, &pulse, typed, why)?)?;
        return Ok((StatusCode::TOO_MANY_REQUESTS, page).into_response());
    }
    let answers: Vec<Option<i64>> =
        (0..pulse.items.len()).map(|at| typed.get(&format!("a{at}")).parse().ok()).collect();
    match pulse::answer(&desk, &works.seal, id, typed.get("code"), &answers).await {
        Ok(_) => {
            let here = Page::Pulse.path(lang).replace("{id}", &id.to_string());
            Ok(Redirect::to(&format!("{here}?told=thanks")).into_response())
        }
        Err(refusal) => {
            if matches!(refusal, Refusal::NoCode | Refusal::Used) {
                app.codes().count(&client, desk.now);
            }
            let why = Some(sentence(lang, refusal)?);
            let page = render(&PulsePage::new(&visit, &pulse, typed, why)?)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

impl PulsePage {
    fn new(visit: &Visit, pulse: &Pulse, typed: Typed, why: Option<String>) -> Result<Self, Fault> {
        let (lang, today) = (visit.lang, visit.app.works()?.program(None).today);
        Ok(Self {
            frame: visit
                .frame(Page::Pulse, pulse.title.clone())
                .with("{id}", &pulse.id.to_string())
                .under(Page::Polls),
            days: days(lang, pulse, today),
            is_open: pulse.state(today) == State::Open,
            is_thanks: false,
            population: pulse.population.clone(),
            response: response(lang, pulse),
            results: None,
            items: pulse.items.iter().map(|item| asked(lang, item)).collect(),
            typed,
            why,
        })
    }

    /// Whether an answer was chosen in a form that was refused.
    fn has(&self, item: &usize, step: &i64) -> bool {
        self.typed.get(&format!("a{item}")) == step.to_string()
    }
}
