//! Campaigns: the register, and writing one. What was made and how many it reached stands apart from what people know.

mod act;
mod draft;
pub(super) mod known;
mod month;
pub(super) mod one;
mod told;

use accounts::Relation;
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get as on_get;
use axum::{Form, Router};
use inform::broadcast::Month;
use inform::campaign::{Seen, Standing, State, WRITE, all, write};
use look::words::say;
use look::{Lang, date, filters};
use serde::Deserialize;

use self::draft::Fields;
use self::month::Plan;
pub(super) use self::told::closed;
use self::told::sentence;
use super::Signed;
use super::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{App, Fault, Page};

/// Its routes.
pub(super) fn router(lang: Lang) -> Router<App> {
    Router::new()
        .route(Page::Campaigns.pattern(lang), on_get(get).post(post))
        .route(Page::Campaign.pattern(lang), on_get(one::get).post(act::post))
}

#[derive(Template)]
#[template(path = "desk/campaign/list.html")]
struct RegisterPage {
    frame: Frame,
    rows: Vec<Row>,
    plan: Plan,
    entry: Option<Entry>,
}

/// A campaign in the list.
struct Row {
    href: String,
    title: String,
    aim: String,
    days: String,
    state: State,
    made: usize,
    items: usize,
    late: usize,
}

/// The form for a campaign.
struct Entry {
    form: String,
    fields: Fields,
    why: Option<String>,
}

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    month: String,
    format: String,
}

/// The page, or the sheet of a month.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let month = Month::read(&asked.month).unwrap_or_else(|| Month::of(signed.desk.today));
    if asked.format == "csv" {
        let seen = all(&signed.desk).await.map_err(closed)?;
        return Plan::new(&signed, &seen, month).answer(signed.visit.lang);
    }
    Ok(page(&signed, month, Typed::default(), None).await?.into_response())
}

/// Writes a campaign and shows it.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match draft::read(&typed) {
        Err(key) => say(lang, key),
        Ok(draft) => match write(&signed.desk, &draft, typed.get("form")).await {
            Ok(made) => return Ok(Redirect::to(&one::path(lang, made.id)).into_response()),
            Err(refusal) => sentence(lang, refusal)?,
        },
    };
    refused(page(&signed, Month::of(signed.desk.today), typed, Some(why)).await)
}

async fn page(signed: &Signed, month: Month, typed: Typed, why: Option<String>) -> Answer {
    let lang = signed.visit.lang;
    let seen = all(&signed.desk).await.map_err(closed)?;
    let entry = match signed.desk.may(&WRITE, Relation::Other) {
        Err(_) => None,
        Ok(()) => Some(Entry {
            form: signed.visit.app.works()?.chance.token(),
            fields: Fields::new(signed, typed).await?,
            why,
        }),
    };
    render(&RegisterPage {
        frame: signed.frame(Page::Campaigns, say(lang, Page::Campaigns.key())),
        rows: seen.iter().map(|seen| Row::new(signed, seen)).collect(),
        plan: Plan::new(signed, &seen, month),
        entry,
    })
}

impl Row {
    fn new(signed: &Signed, Seen { campaign, items, .. }: &Seen) -> Self {
        let (lang, today) = (signed.visit.lang, signed.desk.today);
        let is =
            |wanted: Standing| items.iter().filter(|item| campaign.standing(item, today) == wanted).count();
        Self {
            href: one::path(lang, campaign.id),
            title: campaign.title.clone(),
            aim: campaign.aim.clone(),
            days: format!("{} – {}", date::short(lang, campaign.first), date::short(lang, campaign.last)),
            state: campaign.state(),
            made: is(Standing::Done) + is(Standing::DoneLate),
            items: items.len(),
            late: is(Standing::Late),
        }
    }
}
