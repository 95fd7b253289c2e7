//! Deciding: accept, send back, accept what was looked at, grant, refuse.

use axum::extract::Query as RawQuery;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use look::words::{say, say_with};
use plan::extension::{self, Answer as Said};
use plan::report::{self, Decision, Refusal};
use serde::Deserialize;

use super::{Wanted, page};
use crate::Fault;
use crate::desk::Signed;
use crate::desk::assignment::{closed, extension_sentence};
use crate::fault::render;

/// What was pressed, and what it is about.
#[derive(Debug, Deserialize)]
pub(crate) struct Pressed {
    act: String,
    /// `12:3`: the report and the version that was seen.
    #[serde(default)]
    report: String,
    /// The same of each that was looked at.
    #[serde(default)]
    seen: Vec<String>,
    #[serde(default)]
    extension: i64,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    until: String,
}

/// What came of it: how many were decided, or what stood in the way.
type Outcome = Result<(&'static str, usize), String>;

/// Decides and goes back to the queue; what could not be decided is said there.
pub(crate) async fn post(
    signed: Signed,
    RawQuery(wanted): RawQuery<Wanted>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Fault> {
    let outcome = match pressed.act.as_str() {
        "accept" => accept(&signed, &[pressed.report]).await?,
        "batch" => accept(&signed, &pressed.seen).await?,
        "return" => send_back(&signed, &pressed).await?,
        "grant" => match pressed.until.parse() {
            Ok(day) => answer(&signed, pressed.extension, Said::Granted(day)).await?,
            Err(_) => Err(say(signed.visit.lang, "extension-no-day")),
        },
        "refuse" => answer(&signed, pressed.extension, Said::Refused(pressed.reason)).await?,
        _ => return Err(Fault::Unreadable),
    };
    match outcome {
        Ok((word, count)) => {
            let address = wanted.address(signed.visit.lang);
            let joint = if address.ends_with('?') { "" } else { "&" };
            Ok(Redirect::to(&format!("{address}{joint}told={word}-{count}")).into_response())
        }
        Err(why) => {
            let page = page(&signed, wanted, None, Some(why)).await?;
            Ok((StatusCode::CONFLICT, render(&page)?).into_response())
        }
    }
}

/// Accepts each as it was seen; those that changed meanwhile stay and are counted.
async fn accept(signed: &Signed, seen: &[String]) -> Result<Outcome, Fault> {
    let lang = signed.visit.lang;
    if seen.is_empty() {
        return Ok(Err(say(lang, "review-none-seen")));
    }
    let (mut accepted, mut changed) = (0, 0);
    for text in seen {
        match report::accept(&signed.desk, decision(text)?).await {
            Ok(_) => accepted += 1,
            Err(Refusal::Stale(_)) => changed += 1,
            Err(refusal) => return Err(closed(refusal)),
        }
    }
    if changed == 0 {
        return Ok(Ok(("accepted", accepted)));
    }
    let counted = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).into();
    Ok(Err(say_with(lang, "review-changed", &[("n", counted(changed)), ("accepted", counted(accepted))])))
}

async fn send_back(signed: &Signed, pressed: &Pressed) -> Result<Outcome, Fault> {
    let lang = signed.visit.lang;
    Ok(match report::send_back(&signed.desk, decision(&pressed.report)?, &pressed.reason).await {
        Ok(_) => Ok(("returned", 1)),
        Err(Refusal::NoReason) => Err(say(lang, "review-no-reason")),
        Err(Refusal::Stale(_)) => {
            Err(say_with(lang, "review-changed", &[("n", 1_i64.into()), ("accepted", 0_i64.into())]))
        }
        Err(Refusal::TooLong(_)) => {
            let most = [("most", i64::try_from(report::TEXT_MAX).unwrap_or(i64::MAX).into())];
            Err(say_with(lang, "report-too-long", &most))
        }
        Err(refusal) => return Err(closed(refusal)),
    })
}

async fn answer(signed: &Signed, id: i64, said: Said) -> Result<Outcome, Fault> {
    let word = if matches!(said, Said::Granted(_)) { "granted" } else { "refused" };
    match extension::answer(&signed.desk, id, &said).await {
        Ok(_) => Ok(Ok((word, 1))),
        Err(refusal) => Ok(Err(extension_sentence(signed.visit.lang, refusal)?)),
    }
}

/// `12:3` read.
fn decision(text: &str) -> Result<Decision, Fault> {
    let (report, version) = text.split_once(':').ok_or(Fault::Unreadable)?;
    let number = |text: &str| text.parse().map_err(|_| Fault::Unreadable);
    Ok(Decision { report: number(report)?, version: number(version)? })
}
