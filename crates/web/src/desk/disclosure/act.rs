//! What is done about one line of the register without files: `act` says what.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::disclosure::{self, Key, Place, Refusal};
use look::say;

use super::one::{DutyPage, key, path};
use super::refusal;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::render;
use crate::visit::Path;
use crate::{Fault, Page};

/// Does it and shows the line; what is refused is said above.
pub(crate) async fn post(
    signed: Signed,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, key) = (signed.visit.lang, key(&code)?);
    let why = match act(&signed, &key, &typed).await {
        Ok(()) if typed.get("act") == "withdraw" => {
            return Ok(Redirect::to(&format!("{}?told=withdrawn", Page::Duties.path(lang))).into_response());
        }
        Ok(()) => return Ok(Redirect::to(&format!("{}?told=done", path(lang, &key))).into_response()),
        Err(Wrong::NoDay) => say(lang, "duty-no-day"),
        Err(Wrong::Refused(why)) => refusal(&signed, why)?,
    };
    refused(render(&DutyPage::new(&signed, &key, None, Some(why), Typed::default()).await?))
}

/// Why nothing was done.
enum Wrong {
    NoDay,
    Refused(Refusal),
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

async fn act(signed: &Signed, key: &Key, typed: &Typed) -> Result<(), Wrong> {
    let desk = &signed.desk;
    match typed.get("act") {
        "take_down" => {
            let place = Place::read(typed.get("place")).ok_or(Refusal::NoPlace)?;
            let last = typed.day("last").ok_or(Wrong::NoDay)?;
            disclosure::take_down(desk, key, place, last).await?;
        }
        "strike" => {
            let posting = typed.get("posting").parse().map_err(|_| Refusal::Missing)?;
            disclosure::strike(desk, key, posting, typed.get("reason")).await?;
        }
        "settle" => {
            let check = typed.get("check").parse().map_err(|_| Refusal::Missing)?;
            disclosure::settle(desk, key, check, typed.get("found") == "there", typed.get("words")).await?;
        }
        "withdraw" => disclosure::withdraw(desk, key.event, typed.get("reason")).await?,
        _ => return Err(Refusal::Missing.into()),
    }
    Ok(())
}
