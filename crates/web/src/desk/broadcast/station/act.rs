//! What is done about one station: `act` says what.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::broadcast::{
    Days, Refusal, Rig, SETS_MAX, SLOTS_MAX, Set, Slot, Station, hour, keep, log, strike,
};
use jiff::civil::Date;

use super::{Beside, page, path};
use crate::Fault;
use crate::desk::Signed;
use crate::desk::broadcast::act::{Wrong, aired, entry};
use crate::desk::typed::{Typed, refused};
use crate::visit::Path;

/// Does it and shows the station; what is refused is said above, with what was typed.
pub(crate) async fn post(
    signed: Signed,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match act(&signed, &code, &typed).await {
        Ok(told) => {
            return Ok(Redirect::to(&format!("{}?told={told}", path(lang, &code, None))).into_response());
        }
        Err(wrong) => wrong.said(lang)?,
    };
    refused(page(&signed, &code, Beside { why: Some(why), typed, ..Beside::default() }).await)
}

async fn act(signed: &Signed, code: &str, typed: &Typed) -> Result<&'static str, Wrong> {
    let desk = &signed.desk;
    Ok(match typed.get("act") {
        "keep" => {
            keep(desk, read(code, typed, desk.today)?).await?;
            "kept"
        }
        "log" => {
            log(desk, &aired(typed, code, None)?).await?;
            "logged"
        }
        "strike" => {
            strike(desk, entry(typed)?, typed.get("why")).await?;
            "done"
        }
        _ => return Err(Refusal::Missing.into()),
    })
}

/// What the form says that a station has; rows without a place or an hour say nothing.
fn read(code: &str, typed: &Typed, today: Date) -> Result<Station, Wrong> {
    let set = |at: usize| {
        let field = |name: &str| typed.get(&format!("set-{at}-{name}"));
        (!field("spot").is_empty()).then(|| {
            let rig = Rig::read(field("rig")).ok_or(Refusal::Sets)?;
            let horns = field("horns").parse().map_err(|_| Refusal::Sets)?;
            Ok(Set { spot: field("spot").to_owned(), rig, horns, works: !field("works").is_empty() })
        })
    };
    let slot = |at: usize| {
        let field = |name: &str| typed.get(&format!("slot-{at}-{name}"));
        (!field("begins").is_empty()).then(|| {
            let days = typed.all(&format!("slot-{at}-day"));
            Ok(Slot {
                begins: hour(field("begins")).ok_or(Refusal::Slots)?,
                minutes: field("minutes").parse().map_err(|_| Refusal::Slots)?,
                days: Days::of(days.iter().filter_map(|day| day.parse().ok())),
                name: field("name").to_owned(),
            })
        })
    };
    let sets: Result<Vec<Set>, Refusal> = (0..SETS_MAX).filter_map(set).collect();
    let slots: Result<Vec<Slot>, Refusal> = (0..SLOTS_MAX).filter_map(slot).collect();
    Ok(Station {
        agency: code.to_owned(),
        sets: sets?,
        slots: slots?,
        kept_by: String::new(),
        kept_on: today,
    })
}
