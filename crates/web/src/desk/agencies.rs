//! Agencies: the list with its filters, and entering one.

pub(crate) mod bulk;
pub(crate) mod edit;
mod groups;
mod sentence;

use accounts::agency::{self, Details, Kind, New};
use accounts::{Agency, Directory, Relation};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use jiff::civil::Date;
use look::{Lang, filters, say};
use places::name::{fold, order};
use serde::Deserialize;

use super::Signed;
use super::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{App, Fault, Page};

/// The routes of the list and of changing an agency.
pub(crate) fn router(lang: Lang) -> Router<App> {
    Router::new()
        .route(Page::Agencies.pattern(lang), get(list).post(enter))
        .route(Page::AgencyEdit.pattern(lang), get(edit::get).post(edit::post))
        .route(Page::Groups.pattern(lang), get(groups::get).post(groups::post))
        .route(Page::Group.pattern(lang), get(groups::one::get).post(groups::one::post))
        .route(&bulk::template_path(lang), get(bulk::template))
}

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    kind: String,
    on: String,
    outside: String,
}

#[derive(Template)]
#[template(path = "desk/agencies.html")]
struct AgenciesPage {
    frame: Frame,
    asked: Asked,
    day: Date,
    listed: Vec<Listed>,
    groups: Vec<(String, String, usize)>,
    kinds: Vec<(String, String)>,
    administers: bool,
    typed: Typed,
    why: Option<String>,
}

/// An agency with its neighbours in time.
pub(crate) struct Listed {
    pub(crate) agency: Agency,
    pub(crate) kind: String,
    pub(crate) before: Vec<Named>,
    pub(crate) after: Vec<Named>,
}

/// An agency as others point to it.
pub(crate) struct Named {
    pub(crate) code: String,
    pub(crate) name: String,
}

/// The list.
async fn list(signed: Signed, Query(asked): Query<Asked>) -> Answer {
    page(&signed, asked, Typed::default(), None).await
}

/// Enters an agency and shows it.
async fn enter(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let Some(new) = new(&signed, &typed) else {
        let why = Some(say(lang, "agencies-why-form"));
        return refused(page(&signed, Asked::default(), typed, why).await);
    };
    match agency::enter(&signed.desk, &new).await {
        Ok(agency) => Ok(Redirect::to(&edit::path(lang, &agency.code)).into_response()),
        Err(why) => {
            let why = Some(sentence::of(lang, why)?);
            refused(page(&signed, Asked::default(), typed, why).await)
        }
    }
}

fn new(signed: &Signed, typed: &Typed) -> Option<New> {
    Some(New {
        code: typed.get("code").to_owned(),
        name: typed.get("name").to_owned(),
        kind: Kind::read(typed.get("kind"))?,
        outside: typed.get("outside") == "1",
        unit: signed.visit.settings().province.id.to_string(),
        first: typed.day("first")?,
        details: Details { identifier: typed.maybe("identifier"), note: typed.maybe("note") },
    })
}

async fn page(signed: &Signed, asked: Asked, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    desk.may(&agency::READ, Relation::Other)?;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let day = asked.on.trim().parse().unwrap_or(desk.today);
    let unit = signed.visit.settings().province.id.to_string();
    let mut listed: Vec<Listed> = directory
        .agencies()
        .filter(|agency| is_asked_for(agency, &asked, day))
        .map(|agency| Listed::new(lang, &directory, agency))
        .collect();
    listed.sort_by(|a, b| (a.agency.kind.cmp(&b.agency.kind)).then(order(&a.agency.name, &b.agency.name)));
    let members = |code: &str| directory.expand(code, &unit, day).len();
    render(&AgenciesPage {
        frame: signed.frame(Page::Agencies, say(lang, Page::Agencies.key())),
        day,
        listed,
        groups: directory
            .groups()
            .map(|group| (group.code.clone(), group.name.clone(), members(&group.code)))
            .collect(),
        kinds: Kind::ALL.map(|kind| (kind.as_str().to_owned(), kind_name(lang, kind))).into(),
        administers: desk.may(&agency::ENTER, Relation::Other).is_ok(),
        asked,
        typed: if typed.0.is_empty() { typed.with("first", desk.today.to_string()) } else { typed },
        why,
    })
}

fn is_asked_for(agency: &Agency, asked: &Asked, day: Date) -> bool {
    let wanted = fold(&asked.q);
    agency.in_force(day)
        && (asked.kind.is_empty() || agency.kind.as_str() == asked.kind)
        && (asked.outside.is_empty() || agency.outside)
        && (fold(&agency.name).contains(&wanted) || fold(&agency.code).contains(&wanted))
}

/// The name of a kind of agency.
pub(crate) fn kind_name(lang: Lang, kind: Kind) -> String {
    say(lang, &format!("agency-kind-{}", kind.as_str()))
}

impl Listed {
    /// An agency with those that it goes on for and those that go on for it.
    pub(crate) fn new(lang: Lang, directory: &Directory, agency: &Agency) -> Self {
        let named = |code: &str| Named { code: code.to_owned(), name: directory.name(code).to_owned() };
        let goes_on_for = |other: &&Agency| other.successors.contains(&agency.code);
        Self {
            kind: kind_name(lang, agency.kind),
            before: directory.agencies().filter(goes_on_for).map(|other| named(&other.code)).collect(),
            after: agency.successors.iter().map(|code| named(code)).collect(),
            agency: agency.clone(),
        }
    }
}
