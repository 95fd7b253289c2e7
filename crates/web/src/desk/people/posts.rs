//! Posts: the list with its filters, opening one, and those of ended agencies that wait for a decision.

use accounts::post::{self, Filter, Held, Named};
use accounts::{Agency, Directory, Post, Relation, Role};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use look::{filters, say};
use serde::Deserialize;

use super::post::path;
use super::{agencies, roles, sentence};
use crate::desk::Signed;
use crate::desk::typed::{Typed, query, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{Fault, Page};

/// Posts on a page.
const PAGE: usize = 50;

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    agency: String,
    closed: String,
    page: String,
}

#[derive(Template)]
#[template(path = "desk/people/posts.html")]
struct PostsPage {
    frame: Frame,
    asked: Asked,
    directory: Directory,
    agencies: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    undecided: Vec<(Post, Vec<Agency>)>,
    count: usize,
    listed: Vec<Held>,
    older: Option<String>,
    administers: bool,
    typed: Typed,
    why: Option<String>,
}

/// The list.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Answer {
    page(&signed, asked, Typed::default(), None).await
}

/// Opens a post, or decides where one goes on, and shows it.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let done = match typed.get("act") {
        "settle" => post::settle(&signed.desk, typed.get("post"), typed.get("heir")).await,
        "open" => match (Role::read(typed.get("role")), typed.day("first")) {
            (Some(role), Some(first)) => {
                let form = typed.maybe("form");
                let (agency, name) = (typed.get("agency"), typed.get("name"));
                post::open(&signed.desk, &Named { agency, name, role, first, form: form.as_deref() }).await
            }
            _ => {
                let why = Some(say(lang, "people-why-form"));
                return refused(page(&signed, Asked::default(), typed, why).await);
            }
        },
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(post) => Ok(Redirect::to(&path(lang, &post.code)).into_response()),
        Err(post::Refusal::Sent) => Ok(Redirect::to(&Page::Posts.path(lang)).into_response()),
        Err(why) => {
            let why = Some(sentence::of_post(lang, why)?);
            refused(page(&signed, Asked::default(), typed, why).await)
        }
    }
}

async fn page(signed: &Signed, asked: Asked, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let agency = Some(asked.agency.clone()).filter(|code| !code.is_empty());
    let filter = Filter { text: asked.q.clone(), agency, closed: !asked.closed.is_empty() };
    let listed = post::list(desk, &filter).await.map_err(|why| sentence::post_fault(lang, why))?;
    let number: usize = asked.page.parse().unwrap_or(0);
    let count = listed.len();
    let listed: Vec<Held> = listed.into_iter().skip(number * PAGE).take(PAGE).collect();
    let directory = Directory::load(&mut desk.read().await?).await?;
    let administers = desk.may(&post::OPEN, Relation::Other).is_ok();
    let waiting = if administers { post::undecided(desk, &directory).await? } else { Vec::new() };
    let typed = if typed.0.is_empty() { typed.with("first", desk.today.to_string()) } else { typed };
    let form = signed.visit.app.works()?.chance.token();
    let fields = [("q", &asked.q), ("agency", &asked.agency), ("closed", &asked.closed)];
    let next = format!("{}?{}&page={}", Page::Posts.path(lang), query(fields), number + 1);
    render(&PostsPage {
        frame: signed.frame(Page::Posts, say(lang, Page::Posts.key())),
        agencies: agencies(desk, &directory),
        roles: roles(lang),
        undecided: waiting,
        older: (count > (number + 1) * PAGE).then_some(next),
        count,
        listed,
        administers,
        typed: if typed.get("form").is_empty() { typed.with("form", form) } else { typed },
        asked,
        directory,
        why,
    })
}
