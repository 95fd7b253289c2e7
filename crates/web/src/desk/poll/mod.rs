//! The register of polls, and making one.

pub(super) mod one;

use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use listen::poll::{self, Draft, MAKE, Refusal};
use look::filters;
use look::words::say;
use serde::Deserialize;

use accounts::Relation;

use super::Signed;
use super::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::poll::{Told, closed, sentence};
use crate::parts::spreadsheet::{self, cell};
use crate::visit::Query;
use crate::{Fault, Page};

/// How many choices the form has room for.
const CHOICES: usize = 8;

#[derive(Template)]
#[template(path = "desk/poll/list.html")]
struct RegisterPage {
    frame: Frame,
    polls: Vec<Told>,
    may: bool,
    typed: Typed,
    why: Option<String>,
}

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    format: String,
}

/// The columns of the sheet, by the keys of their headings.
const HEADINGS: [&str; 6] =
    ["poll-asked", "poll-opens", "poll-closes", "poll-choice", "poll-count", "poll-share"];

/// The page, or its sheet.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    if asked.format == "csv" {
        return sheet(&signed).await;
    }
    Ok(page(&signed, Typed::default(), None).await?.into_response())
}

/// Every poll with a row for each choice; counts are empty where too few answered.
async fn sheet(signed: &Signed) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let polls = poll::all(&signed.desk).await.map_err(closed)?;
    let rows = polls.iter().flat_map(|it| {
        let told = Told::new(lang, it, signed.desk.today);
        let last = it.ended.as_ref().map_or(it.closes_on, |(day, _)| *day);
        told.choices.into_iter().map(move |choice| {
            let count = cell(choice.share.map(|_| choice.answers));
            let share = cell(choice.share.map(|share| 100.0 * share));
            [told.asked.clone(), it.opens_on.to_string(), last.to_string(), choice.said, count, share]
        })
    });
    spreadsheet::answer(lang, ("so-tham-do", "poll-register"), HEADINGS, rows)
}

/// Makes a poll and shows it.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let Some(draft) = draft(&typed) else {
        return refused(page(&signed, typed, Some(say(lang, "poll-no-days"))).await);
    };
    match poll::make(&signed.desk, &draft).await {
        Ok(made) => Ok(Redirect::to(&one::path(lang, made.id)).into_response()),
        Err(refusal) => {
            let typed = flagged(typed, &refusal);
            let why = sentence(lang, refusal)?;
            refused(page(&signed, typed, Some(why)).await)
        }
    }
}

async fn page(signed: &Signed, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let polls = poll::all(desk).await.map_err(closed)?;
    render(&RegisterPage {
        frame: signed.frame(Page::PollRegister, say(lang, Page::PollRegister.key())),
        polls: polls.iter().map(|it| Told::new(lang, it, desk.today)).collect(),
        may: desk.may(&MAKE, Relation::Other).is_ok(),
        typed,
        why,
    })
}

/// What was typed, with room to say that a text is right so where it seemed to coach.
fn flagged(typed: Typed, refusal: &Refusal) -> Typed {
    if matches!(refusal, Refusal::Coaching(_)) { typed.with("flagged", "yes") } else { typed }
}

/// What a form says of a poll; none where a day does not read.
fn draft(typed: &Typed) -> Option<Draft> {
    let choice = |at: usize| {
        (typed.get(&format!("choice-{at}")).to_owned(), typed.get(&format!("choice-{at}-en")).to_owned())
    };
    Some(Draft {
        asked: typed.get("asked").to_owned(),
        asked_en: typed.get("asked_en").to_owned(),
        choices: (0..CHOICES).map(choice).collect(),
        opens_on: typed.day("opens_on")?,
        closes_on: typed.day("closes_on")?,
        is_fine: typed.get("fine") == "yes",
    })
}
