//! Surveys of an office's own: the list, and bringing a file. Beside them, since when PAPI asks in the same places, and
//! how many people a survey must ask.

mod columns;
mod download;
mod fault;
pub(super) mod periods;
mod question;
mod results;
pub(super) mod size;
pub(crate) mod table;
mod told;

use ::fieldwork::survey::{self, New, UPLOAD};
use accounts::Relation;
use askama::Template;
use axum::Router;
use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use look::{Lang, filters, say};
use sheet::File;

use super::Signed;
use super::register;
use super::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::{App, Fault, Page};

/// The pages of one survey.
pub(crate) fn router(lang: Lang) -> Router<App> {
    let files = [download::As::Csv, download::As::Json, download::As::Xlsx];
    let pages = Router::new()
        .route(Page::Survey.pattern(lang), get(results::get).post(results::post))
        .route(Page::SurveyColumns.pattern(lang), get(columns::get).post(columns::post));
    files.into_iter().fold(pages, |router, kind| router.route(&kind.pattern(lang), kind.handler()))
}

#[derive(Template)]
#[template(path = "desk/survey.html")]
struct SurveysPage {
    frame: Frame,
    surveys: Vec<Listed>,
    /// The mark of the form; none where the desk may bring nothing.
    form: Option<String>,
    agencies: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
}

/// A survey in the list.
struct Listed {
    survey: ::fieldwork::Survey,
    agency: String,
    /// Where its link leads: to its columns until they are described.
    page: Page,
}

/// The list.
pub(crate) async fn list(signed: Signed) -> Answer {
    page(&signed, Typed::default(), None).await
}

/// Keeps a file and goes on to its columns.
pub(crate) async fn add(signed: Signed, form: Multipart) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let (typed, file) = register::read(form).await.ok_or(Fault::Unreadable)?;
    let Some((name, bytes)) = file else {
        return refused(page(&signed, typed, Some(say(lang, "survey-no-file"))).await);
    };
    let mark = typed.get("form").to_owned();
    if mark.len() < 16 {
        return Err(Fault::Unreadable);
    }
    let own = signed.desk.agency.clone().unwrap_or_default();
    let agency = typed.maybe("agency").unwrap_or(own);
    let file = File { name: &name, bytes: &bytes };
    let new = New { form: &mark, title: typed.get("title"), agency: &agency, file };
    match survey::upload(&signed.desk, &new).await {
        Ok(kept) => Ok(Redirect::to(&at(lang, Page::SurveyColumns, kept.id)).into_response()),
        Err(refusal) => {
            let why = fault::of(lang, refusal)?;
            refused(page(&signed, typed, Some(why)).await)
        }
    }
}

async fn page(signed: &Signed, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk, directory) = (signed.visit.lang, &signed.desk, &signed.visit.snapshot.directory);
    let surveys = survey::list(desk).await.map_err(fault::plain)?;
    let listed = |survey: ::fieldwork::Survey| Listed {
        agency: directory.name(&survey.agency).to_owned(),
        page: if survey.design.is_some() { Page::Survey } else { Page::SurveyColumns },
        survey,
    };
    let may = |code: &str| desk.may(&UPLOAD, desk.relation(code, [])).is_ok();
    let agencies = directory.agencies().filter(|agency| agency.in_force(desk.today) && may(&agency.code));
    let form = desk
        .may(&UPLOAD, Relation::Own)
        .is_ok()
        .then(|| signed.visit.app.works().map(|it| it.chance.token()));
    let own = desk.agency.clone().unwrap_or_default();
    let typed = if typed.maybe("agency").is_some() { typed } else { typed.with("agency", own) };
    render(&SurveysPage {
        frame: signed.frame(Page::Surveys, say(lang, Page::Surveys.key())),
        surveys: surveys.into_iter().map(listed).collect(),
        form: form.transpose()?,
        agencies: agencies.map(|agency| (agency.code.clone(), agency.name.clone())).collect(),
        typed,
        why,
    })
}

/// The address of a survey's page.
fn at(lang: Lang, page: Page, id: i64) -> String {
    page.path(lang).replace("{id}", &id.to_string())
}
