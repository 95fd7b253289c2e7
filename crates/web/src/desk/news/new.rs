//! Writing an article: how it would look, then a draft that another approves.

use accounts::Relation;
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::article::{self as articles, Article, Draft, Refusal, WRITE};
use look::filters;
use look::words::say;

use super::form::{Choices, Looks, choices, draft, preview};
use super::one;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::article::{closed, sentence};
use crate::parts::frame::Frame;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/news/new.html")]
struct NewPage {
    frame: Frame,
    choices: Choices,
    typed: Typed,
    /// How it would look.
    seen: Looks,
    why: Option<String>,
}

/// The page, with the agency of who writes chosen.
pub(crate) async fn get(signed: Signed) -> Answer {
    let form = signed.visit.app.works()?.chance.token();
    let agency = signed.desk.agency.clone().unwrap_or_default();
    page(&signed, Typed::default().with("form", form).with("agency", agency), Looks::default(), None)
}

/// Shows how an article would look, or keeps it as a draft.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    if typed.get("act") == "preview" {
        let seen = preview(&signed, &typed, &[], |_| String::new())?;
        return Ok(page(&signed, typed, seen, None)?.into_response());
    }
    let why = match kept(&signed, &typed, &draft(&typed)).await {
        Ok(article) => return Ok(Redirect::to(&one::path(lang, article.id)).into_response()),
        // The form made an article before, and somebody went on with that one.
        Err(Refusal::Changed) => say(lang, "news-kept-already"),
        Err(refusal) => sentence(lang, refusal)?,
    };
    refused(page(&signed, typed, Looks::default(), Some(why)))
}

/// Keeps it, for its writer to go on with or for somebody to approve.
async fn kept(signed: &Signed, typed: &Typed, draft: &Draft) -> Result<Article, Refusal> {
    match typed.get("act") {
        "sketch" => articles::sketch(&signed.desk, None, draft).await,
        _ => articles::write(&signed.desk, draft).await,
    }
}

fn page(signed: &Signed, typed: Typed, seen: Looks, why: Option<String>) -> Answer {
    signed.desk.may(&WRITE, Relation::Own).map_err(|refusal| closed(refusal.into()))?;
    render(&NewPage {
        frame: signed
            .frame(Page::NewsDraft, say(signed.visit.lang, Page::NewsDraft.key()))
            .under(Page::NewsRegister),
        choices: choices(signed, None),
        typed,
        seen,
        why,
    })
}
