//! Changing an agency: what is known of it, its end with those that go on for it, its new name.

use crate::visit::Path;
use accounts::agency::{self, Details, Refusal, Renaming};
use accounts::{Directory, Relation};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use look::{Lang, filters, say};

use super::{Listed, sentence};
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/agencies/edit.html")]
struct EditPage {
    frame: Frame,
    one: Listed,
    /// Who may go on for it.
    next: Vec<(String, String)>,
    chosen: Vec<String>,
    typed: Typed,
    why: Option<String>,
}

/// The address of this page.
pub(crate) fn path(lang: Lang, code: &str) -> String {
    Page::AgencyEdit.path(lang).replace("{code}", code)
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
    let done = match typed.get("act") {
        "correct" => correct(&signed, &code, &typed).await,
        "end" => end(&signed, &code, &typed).await,
        "rename" => rename(&signed, &code, &typed).await,
        _ => return Err(Fault::Unreadable),
    };
    let why = match done {
        Some(Ok(code)) => return Ok(Redirect::to(&path(lang, &code)).into_response()),
        Some(Err(why)) => sentence::of(lang, why)?,
        None => say(lang, "agencies-why-day"),
    };
    refused(page(&signed, &code, typed, Some(why)).await)
}

/// What was done, as the code of the agency to show; none where a day is missing.
type Done = Option<Result<String, Refusal>>;

async fn correct(signed: &Signed, code: &str, typed: &Typed) -> Done {
    let details = |identifier, note| Details { identifier: typed.maybe(identifier), note: typed.maybe(note) };
    let (was, to) = (details("identifier_was", "note_was"), details("identifier", "note"));
    Some(agency::correct(&signed.desk, code, &was, &to).await.map(|()| code.to_owned()))
}

async fn end(signed: &Signed, code: &str, typed: &Typed) -> Done {
    let last = typed.day("last")?;
    let ended = agency::end(&signed.desk, code, last, &typed.all("next")).await;
    Some(ended.map(|()| code.to_owned()))
}

async fn rename(signed: &Signed, from: &str, typed: &Typed) -> Done {
    let (code, name, on) = (typed.get("code"), typed.get("name"), typed.day("on")?);
    let renamed = agency::rename(&signed.desk, &Renaming { from, code, name, on }).await;
    Some(renamed.map(|next| next.code))
}

async fn page(signed: &Signed, code: &str, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    desk.may(&agency::CORRECT, Relation::Other)?;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let agency = directory.agency(code).ok_or(Fault::Missing)?;
    let next = directory
        .agencies()
        .filter(|other| other.code != code && other.ended.is_none_or(|last| last >= desk.today))
        .map(|other| (other.code.clone(), format!("{} ({})", other.name, other.code)));
    let mut next: Vec<(String, String)> = next.collect();
    next.sort_by(|a, b| places::name::order(&a.1, &b.1));
    let frame = signed.frame(Page::AgencyEdit, agency.name.clone()).under(Page::Agencies);
    render(&EditPage {
        frame: frame.with("{code}", code),
        one: Listed::new(lang, &directory, agency),
        next,
        chosen: typed.all("next"),
        typed,
        why,
    })
}

impl EditPage {
    /// What a field of the correction shows: what was typed, or what is known.
    fn shown(&self, field: &str) -> &str {
        let known = match field {
            "identifier" => &self.one.agency.identifier,
            _ => &self.one.agency.note,
        };
        match self.typed.get("act") {
            "correct" => self.typed.get(field),
            _ => known.as_deref().unwrap_or_default(),
        }
    }
}
