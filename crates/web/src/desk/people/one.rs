//! One person: their posts over time, their name, their account, a one-time link.

use crate::visit::Path;
use accounts::person::{self, Listed};
use accounts::session::{self, NotEnded};
use accounts::{Directory, Relation, post, sign_in};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use look::{Lang, filters};

use super::{sentence, slips, vacant};
use crate::desk::Signed;
use crate::desk::account::act::broken;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/people/one.html")]
struct PersonPage {
    frame: Frame,
    one: Listed,
    directory: Directory,
    vacant: Vec<(String, String)>,
    administers: bool,
    /// Whether people may come in by the identity service.
    has_service: bool,
    typed: Typed,
    why: Option<String>,
}

/// The address of this page.
pub(crate) fn path(lang: Lang, id: i64) -> String {
    Page::Person.path(lang).replace("{id}", &id.to_string())
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>) -> Answer {
    page(&signed, id, Typed::default(), None).await
}

/// Does what the form asks for.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let done = match typed.get("act") {
        "link" => {
            let one = person::show(desk, id).await.map_err(|why| sentence::fault(lang, why))?;
            return Ok(slips::make(&signed, vec![one.person]).await?.into_response());
        }
        "end" | "lift" => return keep_out(&signed, id, typed.get("act")).await,
        "rename" => person::rename(desk, id, typed.get("was"), typed.get("name")).await,
        "tie" => person::tie(desk, id, typed.get("was"), typed.get("subject")).await,
        "disable" => person::disable(desk, id).await,
        "enable" => person::enable(desk, id).await,
        "appoint" => appoint(&signed, id, &typed).await,
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path(lang, id)).into_response()),
        Err(why) => {
            let why = Some(sentence::of_person(lang, why)?);
            refused(page(&signed, id, typed, why).await)
        }
    }
}

/// Ends every session of theirs, or takes the second factor whose phone they lost.
async fn keep_out(signed: &Signed, id: i64, act: &str) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let account = person::show(desk, id).await.map_err(|why| sentence::fault(lang, why))?.person.account;
    if act == "end" {
        session::end_of(desk, &account).await.map_err(|why| match why {
            NotEnded::Store(fault) => fault.into(),
            NotEnded::NoSuchAccount(_) => Fault::Missing,
            NotEnded::Forbidden(_) => Fault::Forbidden,
        })?;
    } else {
        sign_in::lift(desk, &account).await.map_err(broken)?;
    }
    Ok(Redirect::to(&path(lang, id)).into_response())
}

async fn appoint(signed: &Signed, id: i64, typed: &Typed) -> Result<(), person::Refusal> {
    let first = typed.day("first").unwrap_or(signed.desk.today);
    Ok(post::appoint(&signed.desk, typed.get("post"), id, first, typed.day("last")).await?)
}

async fn page(signed: &Signed, id: i64, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let one = person::show(desk, id).await.map_err(|why| sentence::fault(lang, why))?;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let administers = desk.may(&person::ADD, Relation::Other).is_ok();
    let frame = signed.frame(Page::Person, one.person.name.clone()).under(Page::People);
    let typed = if typed.0.is_empty() { typed.with("first", desk.today.to_string()) } else { typed };
    render(&PersonPage {
        frame: frame.with("{id}", &id.to_string()),
        one,
        vacant: if administers { vacant(desk, &directory).await? } else { Vec::new() },
        directory,
        administers,
        has_service: signed.visit.app.works()?.identity.is_some(),
        typed,
        why,
    })
}
