//! People: the list with its filters, and adding one.

pub(crate) mod bulk;
pub(crate) mod one;
pub(crate) mod post;
pub(crate) mod posts;
mod sentence;
pub(super) mod slips;

use accounts::person::{self, Filter, Listed, New};
use accounts::post::{Filter as PostFilter, Held};
use accounts::{Desk, Directory, Relation, Role};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use look::{Lang, filters, say};
use places::name::order;
use serde::Deserialize;

use super::Signed;
use super::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{App, Fault, Page};

/// The routes of people and posts, without the one that takes a file.
pub(crate) fn router(lang: Lang) -> Router<App> {
    Router::new()
        .route(Page::People.pattern(lang), get(list).post(add))
        .route(Page::Person.pattern(lang), get(one::get).post(one::post))
        .route(Page::Posts.pattern(lang), get(posts::get).post(posts::post))
        .route(Page::Post.pattern(lang), get(post::get).post(post::post))
        .route(&bulk::template_path(lang), get(bulk::template))
}

/// People on a page.
const PAGE: usize = 50;

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    agency: String,
    role: String,
    disabled: String,
    page: String,
}

#[derive(Template)]
#[template(path = "desk/people.html")]
struct PeoplePage {
    frame: Frame,
    asked: Asked,
    directory: Directory,
    agencies: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    vacant: Vec<(String, String)>,
    count: usize,
    listed: Vec<Listed>,
    older: Option<String>,
    administers: bool,
    typed: Typed,
    why: Option<String>,
}

/// The list.
async fn list(signed: Signed, Query(asked): Query<Asked>) -> Answer {
    page(&signed, asked, Typed::default(), None).await
}

/// Adds a person and shows them.
async fn add(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let first = typed.day("first").unwrap_or(signed.desk.today);
    let posts: Vec<_> = typed.all("post");
    let posts: Vec<_> = posts.iter().map(|post| (post.as_str(), first)).collect();
    let (name, account, form) = (typed.get("name"), typed.get("account"), typed.maybe("form"));
    let new = New { name, account, posts: &posts, form: form.as_deref() };
    match person::add(&signed.desk, &new).await {
        Ok(person) => Ok(Redirect::to(&one::path(lang, person.id)).into_response()),
        Err(person::Refusal::Sent) => Ok(Redirect::to(&Page::People.path(lang)).into_response()),
        Err(why) => {
            let why = Some(sentence::of_person(lang, why)?);
            refused(page(&signed, Asked::default(), typed, why).await)
        }
    }
}

async fn page(signed: &Signed, asked: Asked, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let filter = Filter {
        text: asked.q.clone(),
        agency: some(&asked.agency),
        role: Role::read(&asked.role),
        disabled: !asked.disabled.is_empty(),
    };
    let mut listed = person::list(desk, &filter).await.map_err(|why| sentence::fault(lang, why))?;
    let number: usize = asked.page.parse().unwrap_or(0);
    let count = listed.len();
    let more = count > (number + 1) * PAGE;
    listed = listed.into_iter().skip(number * PAGE).take(PAGE).collect();
    let directory = Directory::load(&mut desk.read().await?).await?;
    let administers = desk.may(&person::ADD, Relation::Other).is_ok();
    let typed = if typed.0.is_empty() { typed.with("first", desk.today.to_string()) } else { typed };
    let form = signed.visit.app.works()?.chance.token();
    render(&PeoplePage {
        frame: signed.frame(Page::People, say(lang, Page::People.key())),
        agencies: agencies(desk, &directory),
        roles: roles(lang),
        vacant: if administers { vacant(desk, &directory).await? } else { Vec::new() },
        count,
        listed,
        older: more.then(|| asked.address(lang, number + 1)),
        administers,
        typed: if typed.get("form").is_empty() { typed.with("form", form) } else { typed },
        asked,
        directory,
        why,
    })
}

impl Asked {
    fn address(&self, lang: Lang, number: usize) -> String {
        let fields =
            [("q", &self.q), ("agency", &self.agency), ("role", &self.role), ("disabled", &self.disabled)];
        format!("{}?{}&page={number}", Page::People.path(lang), super::typed::query(fields))
    }
}

/// The agencies in force, by name, for choosing one.
fn agencies(desk: &Desk, directory: &Directory) -> Vec<(String, String)> {
    let in_force = directory.agencies().filter(|agency| agency.in_force(desk.today));
    let mut named: Vec<_> =
        in_force.map(|agency| (agency.code.clone(), format!("{} ({})", agency.name, agency.code))).collect();
    named.sort_by(|a, b| order(&a.1, &b.1));
    named
}

/// The roles of posts, for choosing one.
fn roles(lang: Lang) -> Vec<(String, String)> {
    Role::OF_POSTS.map(|role| (role.as_str().to_owned(), role_name(lang, role))).into()
}

/// The name of a role.
pub(crate) fn role_name(lang: Lang, role: Role) -> String {
    say(lang, &format!("role-{}", role.as_str()))
}

/// The posts that nobody holds, for choosing one.
async fn vacant(desk: &Desk, directory: &Directory) -> Result<Vec<(String, String)>, Fault> {
    let posts = accounts::post::list(desk, &PostFilter::default()).await;
    let posts = posts.map_err(|_| Fault::Forbidden)?;
    let free = |held: &&Held| held.holdings.iter().all(|holding| holding.deputy);
    let named = |held: &Held| {
        let name = format!("{} – {}", held.post.name, directory.name(&held.post.agency));
        (held.post.code.clone(), name)
    };
    Ok(posts.iter().filter(free).map(named).collect())
}
