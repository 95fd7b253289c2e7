//! One pulse of the register: its slips, how many answered, and what it says once it is over.

use accounts::Relation;
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use listen::Pulse;
use listen::knowledge::{Side, of_pulse};
use listen::pulse::{self, CLOSE, PRINT, Refusal, Slips, State, Which};
use look::{filters, say};
use serde::Deserialize;

use super::{codes, path, slips};
use crate::desk::Signed;
use crate::desk::campaign::{known, one::path as campaign_path};
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::pulse::results::{self, Told};
use crate::parts::pulse::{Asked, asked, closed, days, drawn, response, sentence};
use crate::visit::{Path, Query};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/pulse/one.html")]
struct EntryPage {
    frame: Frame,
    pulse: Pulse,
    days: String,
    response: String,
    /// The campaigns that it is tied to: on which side, address, title.
    campaigns: Vec<(String, String, String)>,
    why_ended: Option<String>,
    items: Vec<Asked>,
    parts: Vec<Part>,
    /// Whether it takes answers no more.
    is_over: bool,
    results: Option<Told>,
    /// How its people were drawn from a list, in words.
    draw: Option<String>,
    /// Whether codes can be sent to those who were drawn; whether that makes codes void that are there.
    may_send: Option<bool>,
    may_close: bool,
    /// Where anyone with a code answers; none before it opens.
    public: Option<String>,
    why: Option<String>,
}

/// A part of the population.
struct Part {
    place: usize,
    name: String,
    size: i64,
    codes: i64,
    printed_on: Option<Date>,
    may_print: bool,
    /// Whether printing makes slips that are there void.
    again: bool,
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>, Query(what): Query<What>) -> Answer {
    page(&signed, id, what.item, None).await
}

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct What {
    /// Which item is shown, of many.
    item: Option<usize>,
}

/// Prints slips or ends it, as `act` says.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let done = match typed.get("act") {
        "print" | "send" => match codes(&signed, id, &typed).await? {
            Ok(made) if typed.get("act") == "send" => {
                return codes::file(&signed, &made, typed.get("format"));
            }
            Ok(made) => return Ok(slips::shown(&signed, made)?.into_response()),
            Err(refusal) => Err(refusal),
        },
        "close" => pulse::close(desk, id, typed.get("why")).await.map(drop),
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path(lang, id)).into_response()),
        Err(refusal) => {
            let why = sentence(lang, refusal)?;
            refused(page(&signed, id, None, Some(why)).await)
        }
    }
}

/// Makes the codes of a part to be printed, or of all parts to be sent.
async fn codes(signed: &Signed, id: i64, typed: &Typed) -> Result<Result<Slips, Refusal>, Fault> {
    let works = signed.visit.app.works()?;
    let which = match typed.get("act") {
        "send" => Which::All,
        _ => Which::One(typed.get("stratum").parse().map_err(|_| Fault::Unreadable)?),
    };
    Ok(pulse::print(&signed.desk, (&works.seal, &works.chance), id, which).await)
}

async fn page(signed: &Signed, id: i64, item: Option<usize>, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let pulse = pulse::one(desk, id).await.map_err(closed)?;
    let state = pulse.state(desk.today);
    let may = |right| desk.may(right, Relation::Other).is_ok();
    let results = match state {
        State::Closed => {
            let said = signed.visit.app.said().of(desk, &pulse).await.map_err(closed)?;
            Some(results::shown(lang, &pulse, &said, item))
        }
        State::Coming | State::Open => None,
    };
    let campaign = |(side, id, title): (Side, i64, String)| {
        (say(lang, &format!("knowledge-of-{}", side.as_str())), campaign_path(lang, id), title)
    };
    let tied = of_pulse(desk, id).await.map_err(known::closed)?;
    let campaigns = tied.into_iter().map(campaign).collect();
    let may_print = may(&PRINT);
    let part = |(place, it): (usize, &pulse::Stratum)| Part {
        place,
        name: it.name.clone(),
        size: it.size,
        codes: it.codes,
        printed_on: it.printed_on,
        may_print: may_print && pulse.may_print(place, state),
        again: it.printed_on.is_some(),
    };
    let parts: Vec<Part> = pulse.strata.iter().enumerate().map(part).collect();
    let may_send = (pulse.draw.is_some() && parts.iter().any(|it| it.may_print))
        .then(|| parts.iter().any(|it| it.may_print && it.again));
    let frame = signed.frame(Page::PulseEntry, pulse.title.clone()).with("{id}", &id.to_string());
    let public = Page::Pulse.path(lang).replace("{id}", &id.to_string());
    render(&EntryPage {
        frame: frame.under(Page::PulseRegister),
        days: days(lang, &pulse, desk.today),
        response: response(lang, &pulse),
        campaigns,
        why_ended: pulse.ended.as_ref().map(|(_, why)| why.clone()),
        items: pulse.items.iter().map(|item| asked(lang, item)).collect(),
        parts,
        may_send,
        draw: drawn(lang, &pulse),
        is_over: state == State::Closed,
        may_close: state != State::Closed && may(&CLOSE),
        public: (state == State::Open).then_some(public),
        results,
        pulse,
        why,
    })
}
