//! One post: who holds it, who held it, handing it over, deputies, closing it.

use crate::visit::Path;
use accounts::post::{self, Handover, Held, Holding, Refusal};
use accounts::{Directory, Person, Relation, Role, person};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use look::{Lang, filters, say};

use super::sentence;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/people/post.html")]
struct PostPage {
    frame: Frame,
    held: Held,
    directory: Directory,
    people: Vec<Person>,
    today: Date,
    administers: bool,
    deputises: bool,
    typed: Typed,
    why: Option<String>,
}

/// The address of this page.
pub(crate) fn path(lang: Lang, code: &str) -> String {
    Page::Post.path(lang).replace("{code}", code)
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(code): Path<String>) -> Answer {
    page(&signed, &code, Typed::default(), None).await
}

/// Does what the form asks for.
pub(crate) async fn post(
    signed: Signed,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match act(&signed, &code, &typed).await {
        Ok(Some(())) => return Ok(Redirect::to(&path(lang, &code)).into_response()),
        Ok(None) => say(lang, "people-why-form"),
        Err(why) => sentence::of_post(lang, why)?,
    };
    refused(page(&signed, &code, typed, Some(why)).await)
}

/// Nothing where the form lacks a day.
async fn act(signed: &Signed, code: &str, typed: &Typed) -> Result<Option<()>, Refusal> {
    let desk = &signed.desk;
    match (typed.get("act"), typed.day("first"), typed.day("last")) {
        ("hand_over", Some(on), _) => {
            let (to, from) = (who(signed, code, typed).await?, typed.get("from").parse().ok());
            let words = typed.get("words");
            post::hand_over(desk, &Handover { post: code, from, to, on, words }).await?;
        }
        ("appoint", Some(first), last) => {
            post::appoint(desk, code, who(signed, code, typed).await?, first, last).await?;
        }
        ("deputise", Some(first), Some(last)) => {
            post::deputise(desk, code, who(signed, code, typed).await?, first, last).await?;
        }
        ("recall", _, Some(last)) => {
            let number = typed.get("holding").parse().map_err(|_| Refusal::NoDeputy)?;
            post::recall(desk, code, number, last).await?;
        }
        ("close", _, Some(last)) => post::close(desk, code, last).await?,
        _ => return Ok(None),
    }
    Ok(Some(()))
}

/// The person whose account was typed, among those who may be named.
async fn who(signed: &Signed, code: &str, typed: &Typed) -> Result<i64, Refusal> {
    let held = post::show(&signed.desk, code).await?;
    let people = match person::candidates(&signed.desk, &held.post.agency).await {
        Err(person::Refusal::Forbidden(forbidden)) => return Err(forbidden.into()),
        people => people.unwrap_or_default(),
    };
    let wanted = places::name::fold(typed.get("who"));
    let named = |person: &&Person| person.account == wanted;
    people.iter().find(named).map(|person| person.id).ok_or(Refusal::NoPerson)
}

async fn candidates(signed: &Signed, held: &Held) -> Vec<Person> {
    person::candidates(&signed.desk, &held.post.agency).await.unwrap_or_default()
}

async fn page(signed: &Signed, code: &str, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let held = post::show(desk, code).await.map_err(|why| sentence::post_fault(lang, why))?;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let people = candidates(signed, &held).await;
    let frame = signed.frame(Page::Post, held.post.name.clone()).under(Page::Posts);
    let today = desk.today.to_string();
    let typed =
        if typed.0.is_empty() { typed.with("first", today.as_str()).with("last", today) } else { typed };
    let administers = desk.may(&post::HAND_OVER, Relation::Other).is_ok();
    let own = desk.may(&post::DEPUTISE, desk.relation(&held.post.agency, [])).is_ok();
    render(&PostPage {
        frame: frame.with("{code}", code),
        today: desk.today,
        administers,
        deputises: own && (administers || held.post.role != Role::Administrator),
        held,
        directory,
        people,
        typed,
        why,
    })
}

impl PostPage {
    /// Whoever holds the post now.
    fn holder(&self) -> Option<&Holding> {
        self.held.holdings.iter().find(|held| !held.deputy && held.is_held(self.today))
    }

    /// Whether a deputy's time can still be ended.
    fn is_to_end(&self, held: &Holding) -> bool {
        held.deputy && held.ended.is_none_or(|last| last >= self.today)
    }

    fn is_open(&self) -> bool {
        self.held.post.ended.is_none_or(|last| last >= self.today)
    }
}
