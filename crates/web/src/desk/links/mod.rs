//! The list of web links that every public page shows below: adding, changing, moving, dropping one.

use accounts::Relation;
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::link::{self as links, ADD, CHANGE, DROP, Draft, Link, MOVE, Refusal};
use look::words::say;
use look::{Lang, filters};
use serde::Deserialize;

use super::Signed;
use super::typed::{Typed, refused};
use crate::fault::{Answer, closed, render};
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{Fault, Page};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    /// The link to change.
    id: String,
}

#[derive(Template)]
#[template(path = "desk/links/list.html")]
struct LinksPage {
    frame: Frame,
    links: Vec<Link>,
    may: May,
    typed: Typed,
    /// The number of the link that the form changes.
    changing: Option<i64>,
    why: Option<String>,
}

/// What the desk may do with the list.
struct May {
    add: bool,
    change: bool,
    arrange: bool,
    drop: bool,
}

/// The page.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Answer {
    let all = links::links(&signed.desk).await.map_err(closed)?;
    let typed = match asked.id.as_str() {
        "" => Typed::default(),
        id => written(all.iter().find(|one| one.id.to_string() == id).ok_or(Fault::Missing)?),
    };
    page(&signed, typed, None).await
}

/// Does what `act` says and shows the list.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let id = || typed.get("id").parse().unwrap_or(0);
    let done = match typed.get("act") {
        "add" => links::add(desk, &draft(&typed)).await.map(drop),
        "change" => links::change(desk, id(), &draft(&typed)).await.map(drop),
        "move" => links::put_at(desk, id(), typed.get("place").parse().unwrap_or(0)).await,
        "drop" => links::drop_link(desk, id()).await,
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&Page::LinkRegister.path(lang)).into_response()),
        Err(refusal) => {
            let why = sentence(lang, refusal)?;
            refused(page(&signed, typed, Some(why)).await)
        }
    }
}

async fn page(signed: &Signed, typed: Typed, why: Option<String>) -> Answer {
    let links = links::links(&signed.desk).await.map_err(closed)?;
    let may = |right| signed.desk.may(right, Relation::Other).is_ok();
    let id: Option<i64> = typed.get("id").parse().ok();
    render(&LinksPage {
        frame: signed.frame(Page::LinkRegister, say(signed.visit.lang, Page::LinkRegister.key())),
        changing: id.filter(|id| links.iter().any(|link| link.id == *id)),
        links,
        may: May { add: may(&ADD), change: may(&CHANGE), arrange: may(&MOVE), drop: may(&DROP) },
        typed,
        why,
    })
}

fn draft(typed: &Typed) -> Draft {
    let field = |name| typed.get(name).to_owned();
    Draft { name: field("name"), name_en: field("name_en"), address: field("address") }
}

/// A link as its form has it.
fn written(link: &Link) -> Typed {
    Typed::default()
        .with("id", link.id.to_string())
        .with("name", link.name.as_str())
        .with("name_en", link.name_en.clone().unwrap_or_default())
        .with("address", link.address.as_str())
}

/// Why something was not done, in words; a fault of the program goes on as one.
fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let key = match refusal {
        Refusal::NoName => "weblink-no-name",
        Refusal::NoAddress => "weblink-no-address",
        Refusal::Twice => "weblink-twice",
        Refusal::TooMany => "weblink-too-many",
        other => return Err(closed(other)),
    };
    Ok(say(lang, key))
}

closed!(Refusal);
