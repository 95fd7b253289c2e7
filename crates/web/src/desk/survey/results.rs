//! What a survey says: its design in words, the form that asks, and the answers. The address carries the question.

use ::fieldwork::survey::{self, ASK, DESCRIBE, REMOVE, Saved};
use ::fieldwork::{Answers, Design, Implied, Survey, design};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use look::{Lang, filters, say};

use super::download::As;
use super::question::{Asked, LEVELS};
use super::table::{self, Section};
use super::{at, fault, told};
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::{Path, Query};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/survey/results.html")]
struct ResultsPage {
    frame: Frame,
    survey: Survey,
    asked: Asked,
    /// What the design implies.
    implied: Vec<String>,
    groups: Vec<String>,
    sections: Vec<Section>,
    /// The paragraph for a report, in the page's language and in the other.
    method: Option<[(Lang, String); 2]>,
    downloads: Vec<(&'static str, String)>,
    saved: Vec<Saved>,
    query: String,
    may_ask: bool,
    may_describe: bool,
    may_remove: bool,
    why: Option<String>,
}

/// A question that was answered, or why it was not.
pub(super) struct Found {
    pub(super) survey: Survey,
    pub(super) design: Design,
    pub(super) implied: Implied,
    /// None where nothing was asked.
    pub(super) answers: Option<Answers>,
}

/// The page; a survey whose columns are not described yet leads to them.
pub(crate) async fn get(
    signed: Signed,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let known = survey::find(&signed.desk, id).await.map_err(fault::plain)?;
    if known.design.is_none() {
        return Ok(Redirect::to(&at(lang, Page::SurveyColumns, id)).into_response());
    }
    Ok(page(&signed, id, asked, None).await?.into_response())
}

/// Keeps a question, puts one away, or removes the survey.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let works = signed.visit.app.works()?;
    let here = format!("{}?{}", at(lang, Page::Survey, id), asked.query());
    let done = match typed.get("act") {
        "ask" => survey::ask(desk, id, typed.get("title"), &asked.query()).await.map(|()| here),
        "forget" => {
            let question = typed.get("question").parse().map_err(|_| Fault::Unreadable)?;
            survey::forget(desk, id, question).await.map(|()| here)
        }
        "remove" => survey::remove(desk, &works.attachments, id).await.map(|()| Page::Surveys.path(lang)),
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(there) => Ok(Redirect::to(&there).into_response()),
        Err(refusal) => {
            let why = fault::of(lang, refusal)?;
            refused(page(&signed, id, asked, Some(why)).await)
        }
    }
}

/// The survey with the answer to a question; the words say why there is none.
pub(super) async fn find(signed: &Signed, id: i64, asked: &Asked) -> Result<Result<Found, String>, Fault> {
    let (lang, works) = (signed.visit.lang, signed.visit.app.works()?);
    let (survey, read) = survey::load(&signed.desk, &works.attachments, id).await.map_err(fault::plain)?;
    let (design, question, nothing) =
        (survey.design.unwrap_or_default(), asked.question(), asked.is_nothing());
    let work = move || {
        let worked =
            design::survey(&read, &survey.columns, design).map_err(|amiss| fault::of_amiss(lang, &amiss))?;
        let implied = Implied::of(&read, &survey.columns, &worked);
        let answered = (!nothing).then(|| question.answer(&read, &survey.columns, design)).transpose();
        let answers = answered.map_err(|why| fault::of_unasked(lang, &why))?;
        Ok(Found { survey, design, implied, answers })
    };
    signed.visit.app.outlooks().work(work).await
}

async fn page(signed: &Signed, id: i64, asked: Asked, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let (found, refusal) = match find(signed, id, &asked).await? {
        Ok(found) => (found, None),
        Err(refusal) => match find(signed, id, &Asked::default()).await? {
            Ok(found) => (found, Some(refusal)),
            Err(_) => return Err(Fault::Missing),
        },
    };
    let Found { survey, design, implied, answers } = found;
    let may = |right| desk.may(right, desk.relation(&survey.agency, [])).is_ok();
    let query = asked.query();
    let (may_ask, may_describe, may_remove) = (may(&ASK), may(&DESCRIBE), may(&REMOVE));
    let saved = survey::saved(desk, id).await.map_err(fault::plain)?;
    let method = answers.as_ref().map(|answers| {
        [lang, lang.other()].map(|lang| (lang, told::method(lang, &implied, design, answers)))
    });
    let download = |kind: As| (kind.name(), format!("{}?{query}", kind.path(lang, id)));
    let frame = signed.frame(Page::Survey, survey.title.clone());
    render(&ResultsPage {
        frame: frame.with("{id}", &id.to_string()).under(Page::Surveys),
        implied: told::implied(lang, &implied, design),
        groups: survey.columns.iter().filter(|it| it.kind.is_group()).map(|it| it.name.clone()).collect(),
        sections: answers.as_ref().map(|answers| table::sections(lang, &survey, answers)).unwrap_or_default(),
        downloads: answers.iter().flat_map(|_| As::ALL.map(download)).collect(),
        method,
        saved,
        query,
        may_ask,
        may_describe,
        may_remove,
        survey,
        asked,
        why: why.or(refusal),
    })
}

impl ResultsPage {
    /// The address of this page with a question.
    fn asking(&self, query: &str) -> String {
        format!("{}?{query}", at(self.frame.lang, Page::Survey, self.survey.id))
    }

    /// The two columns of groups as they stand in the form.
    fn places(&self) -> [&str; 2] {
        [self.asked.group(0), self.asked.group(1)]
    }

    /// The name of a language, for a paragraph in it.
    fn language(&self, lang: &Lang) -> String {
        say(*lang, "language-name")
    }
}
