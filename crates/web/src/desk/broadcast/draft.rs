//! Writing a bulletin: the fields of its form, and what they say.

use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use inform::Bulletin;
use inform::broadcast::{Draft, Priority, TEXT_MAX, TIMES_MAX, TITLE_MAX, write};
use look::{Lang, say};

use super::asked::Asked;
use super::told::{OTHER, clock, contents, priority, sentence};
use super::{one, page};
use crate::desk::Signed;
use crate::desk::typed::Typed;
use crate::{Fault, Snapshot};

/// The fields of the form.
pub(super) struct Fields {
    pub(super) priorities: Vec<(String, String)>,
    pub(super) contents: Vec<(String, String)>,
    pub(super) typed: Typed,
    pub(super) title_max: usize,
    pub(super) text_max: usize,
    pub(super) times_max: i64,
}

impl Fields {
    pub(super) fn new(lang: Lang, snapshot: &Snapshot, typed: Typed) -> Self {
        Self {
            priorities: Priority::ALL.map(|it| (it.as_str().to_owned(), priority(lang, it))).into(),
            contents: contents(lang, snapshot),
            typed,
            title_max: TITLE_MAX,
            text_max: TEXT_MAX,
            times_max: TIMES_MAX,
        }
    }

    /// How often, as the form has it.
    pub(super) fn times(&self) -> String {
        self.typed.maybe("times").unwrap_or_else(|| "2".to_owned())
    }
}

/// Writes it and shows it; what is refused is said above the form, with what was typed.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match read(&typed) {
        Err(key) => say(lang, key),
        Ok(draft) => match write(&signed.desk, &draft, typed.get("form")).await {
            Ok(made) => return Ok(Redirect::to(&one::path(lang, made.id)).into_response()),
            Err(refusal) => sentence(lang, refusal)?,
        },
    };
    let mut answer = page(&signed, Asked::default(), typed, Some(why)).await?;
    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}

/// What a form says of a bulletin; the key of a sentence where a field does not read.
pub(super) fn read(typed: &Typed) -> Result<Draft, &'static str> {
    let priority = Priority::read(typed.get("priority")).ok_or("broadcast-no-priority")?;
    let first = typed.day("first").ok_or("broadcast-no-days")?;
    let is_urgent = priority == Priority::Urgent;
    let last = if is_urgent { Some(first) } else { typed.day("last") };
    let content = match typed.get("content") {
        OTHER => None,
        number => Some(number.parse().map_err(|_| "broadcast-no-content")?),
    };
    let at = match typed.get("at") {
        "" => None,
        written => Some(inform::broadcast::hour(written).ok_or("broadcast-no-hour")?),
    };
    Ok(Draft {
        title: typed.get("title").to_owned(),
        text: typed.get("text").to_owned(),
        text_km: typed.get("text_km").to_owned(),
        priority,
        content,
        first,
        last: last.ok_or("broadcast-no-last")?,
        times: typed.get("times").parse().unwrap_or(0),
        at,
    })
}

/// A bulletin as its form has it.
pub(super) fn written(bulletin: &Bulletin) -> Typed {
    Typed::default()
        .with("title", bulletin.title.as_str())
        .with("text", bulletin.text.as_str())
        .with("text_km", bulletin.text_km.as_str())
        .with("priority", bulletin.priority.as_str())
        .with("content", bulletin.content.map_or_else(|| OTHER.to_owned(), |content| content.to_string()))
        .with("first", bulletin.first.to_string())
        .with("last", bulletin.last.to_string())
        .with("times", bulletin.times.to_string())
        .with("at", bulletin.at.map(clock).unwrap_or_default())
}
