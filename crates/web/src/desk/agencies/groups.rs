//! Groups such as "các sở": the list, and making one.

pub(crate) mod one;

use accounts::agency::{Group, Kind, group};
use accounts::{Directory, Relation};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use look::filters;
use look::words::say;

use super::{kind_name, sentence};
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/agencies/groups.html")]
struct GroupsPage {
    frame: Frame,
    listed: Vec<Listed>,
    kinds: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
}

/// A group with what it means today.
struct Listed {
    group: Group,
    kind: String,
    members: usize,
}

/// The page.
pub(crate) async fn get(signed: Signed) -> Answer {
    page(&signed, Typed::default(), None).await
}

/// Makes a group and shows it.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match typed.day("first") {
        None => say(lang, "agencies-why-day"),
        Some(began) => {
            let code = format!("@{}", typed.get("code").trim_start_matches('@').to_lowercase());
            let (kind, name) = (Kind::read(typed.get("kind")), typed.get("name").to_owned());
            let made = Group { code, name, kind, began, ended: None, successor: None };
            match group::make(&signed.desk, &made).await {
                Ok(()) => return Ok(Redirect::to(&one::path(lang, &made.code)).into_response()),
                Err(refusal) => sentence::of(lang, refusal)?,
            }
        }
    };
    refused(page(&signed, typed, Some(why)).await)
}

async fn page(signed: &Signed, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    desk.may(&group::MAKE, Relation::Other)?;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let unit = signed.visit.settings().province.id.as_str();
    let listed = directory.groups().map(|group| Listed {
        kind: group.kind.map_or_else(|| say(lang, "groups-no-kind"), |kind| kind_name(lang, kind)),
        members: directory.expand(&group.code, unit, desk.today).len(),
        group: group.clone(),
    });
    render(&GroupsPage {
        frame: signed.frame(Page::Groups, say(lang, Page::Groups.key())).under(Page::Agencies),
        listed: listed.collect(),
        kinds: Kind::ALL.map(|kind| (kind.as_str().to_owned(), kind_name(lang, kind))).into(),
        typed: if typed.0.is_empty() { typed.with("first", desk.today.to_string()) } else { typed },
        why,
    })
}
