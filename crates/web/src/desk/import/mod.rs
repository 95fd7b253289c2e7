//! Other feedback systems of the province: where feedback goes, and their files as they come.

pub(super) mod one;

use accounts::Relation;
use askama::Template;
use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect, Response};
use listen::elsewhere::{self, NAME};
use listen::import::{self, BRING, New};
use listen::{Elsewhere, Import};
use look::words::say;
use look::{Lang, filters};
use sheet::File;

use super::Signed;
use super::register;
use super::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::import::{Told, closed, sentence, told};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/import/list.html")]
struct ImportsPage {
    frame: Frame,
    imports: Vec<Import>,
    others: Vec<Told>,
    system: Option<Elsewhere>,
    /// What the form of the system holds.
    system_name: String,
    system_address: String,
    /// The mark of the form; none where the desk may bring nothing.
    form: Option<String>,
    may_name: bool,
    typed: Typed,
    why: Option<String>,
}

/// The list.
pub(crate) async fn get(signed: Signed) -> Answer {
    page(&signed, Typed::default(), None).await
}

/// Takes a file in and goes on to its columns, or says where feedback goes.
pub(crate) async fn post(signed: Signed, form: Multipart) -> Result<Response, Fault> {
    let (typed, file) = register::read(form).await.ok_or(Fault::Unreadable)?;
    let done = match typed.get("act") {
        "name" => name(&signed, &typed).await?,
        "bring" => bring(&signed, &typed, file).await?,
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(next) => Ok(Redirect::to(&next).into_response()),
        Err(why) => refused(page(&signed, typed, Some(why)).await),
    }
}

/// Where to go next, or why it was not done.
type Done = Result<Result<String, String>, Fault>;

async fn bring(signed: &Signed, typed: &Typed, file: Option<(String, Vec<u8>)>) -> Done {
    let lang = signed.visit.lang;
    let Some((name, bytes)) = file else { return Ok(Err(say(lang, "survey-no-file"))) };
    let Some(as_of) = typed.day("as_of") else { return Ok(Err(say(lang, "others-no-day"))) };
    let form = typed.get("form");
    if form.len() < 16 {
        return Err(Fault::Unreadable);
    }
    let file = File { name: &name, bytes: &bytes };
    let works = signed.visit.app.works()?;
    let seal = (&works.seal, &works.chance);
    match import::bring(&signed.desk, &New { seal, form, source: typed.get("source"), as_of, file }).await {
        Ok(brought) => Ok(Ok(path(lang, brought.id))),
        Err(refusal) => sentence(lang, refusal).map(Err),
    }
}

async fn name(signed: &Signed, typed: &Typed) -> Done {
    let lang = signed.visit.lang;
    let key = match elsewhere::name(&signed.desk, typed.get("name"), typed.get("address")).await {
        Ok(_) => return Ok(Ok(Page::Imports.path(lang))),
        Err(elsewhere::Refusal::Forbidden(forbidden)) => return Err(forbidden.into()),
        Err(elsewhere::Refusal::Store(fault)) => return Err(fault.into()),
        Err(elsewhere::Refusal::NoName) => "elsewhere-no-name",
        Err(elsewhere::Refusal::NoAddress) => "elsewhere-no-address",
    };
    Ok(Err(say(lang, key)))
}

async fn page(signed: &Signed, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let imports = import::all(desk).await.map_err(closed)?;
    let may = |right| desk.may(right, Relation::Other).is_ok();
    let form = may(&BRING).then(|| signed.visit.app.works().map(|it| it.chance.token()));
    let system = elsewhere::now(desk).await?;
    let field = |field: &str, of: fn(&Elsewhere) -> &String| match typed.get("act") {
        "name" => typed.get(field).to_owned(),
        _ => system.as_ref().map(of).cloned().unwrap_or_default(),
    };
    let frame = signed.frame(Page::Imports, say(lang, Page::Imports.key())).under(Page::Inbox);
    render(&ImportsPage {
        frame,
        imports,
        others: told(lang, import::tallies(desk).await?),
        system_name: field("name", |it| &it.name),
        system_address: field("address", |it| &it.address),
        system,
        form: form.transpose()?,
        may_name: may(&NAME),
        typed,
        why,
    })
}

/// The address of an import.
pub(super) fn path(lang: Lang, id: i64) -> String {
    Page::Import.path(lang).replace("{id}", &id.to_string())
}
