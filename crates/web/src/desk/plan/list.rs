//! Every plan that one may read, and the form that begins one.

use accounts::Relation;
use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use look::{filters, say};
use plan::Plan;
use plan::plan::State;

use crate::desk::Signed;
use crate::desk::task::terms::{self, Typed};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::public::document::list::named;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/plan/list.html")]
struct PlansPage {
    frame: Frame,
    plans: Vec<Listed>,
    may_draft: bool,
    documents: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
}

/// A plan with the number of its tasks.
struct Listed {
    plan: Plan,
    tasks: usize,
}

impl PlansPage {
    async fn new(signed: &Signed, typed: Typed, why: Option<String>) -> Result<Self, Fault> {
        let mut plans = Vec::new();
        for plan in plan::plan::all(&signed.desk).await? {
            let tasks = plan::task::of_plan(&signed.desk, &plan.slug).await?.len();
            plans.push(Listed { plan, tasks });
        }
        Ok(Self {
            frame: signed.frame(Page::Plans, say(signed.visit.lang, Page::Plans.key())),
            plans,
            may_draft: signed.desk.may(&plan::DRAFT, Relation::Other).is_ok(),
            documents: documents(signed),
            typed,
            why,
        })
    }

    fn typed(&self, field: &str) -> &str {
        self.typed.get(field).map_or("", String::as_str)
    }
}

/// The documents, newest first, by slug and name.
pub(crate) fn documents(signed: &Signed) -> Vec<(String, String)> {
    let newest_first = signed.visit.snapshot.documents.iter().rev();
    newest_first.map(|it| named(signed.visit.lang, it)).map(|it| (it.slug, it.name)).collect()
}

/// The page.
pub(crate) async fn get(signed: Signed) -> Answer {
    render(&PlansPage::new(&signed, Typed::new(), None).await?)
}

/// Begins a plan and shows it.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let drafted = match plan_of(&signed, &typed) {
        Ok(plan) => plan::draft(&signed.desk, &plan).await.map_err(|refusal| terms::sentence(lang, &refusal)),
        Err(key) => Err(Ok(say(lang, key))),
    };
    match drafted {
        Ok(plan) => Ok(Redirect::to(&Page::Plan.at(lang, &plan.slug)).into_response()),
        Err(why) => {
            let page = PlansPage::new(&signed, typed, Some(why?)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

fn plan_of(signed: &Signed, typed: &Typed) -> Result<Plan, &'static str> {
    let text = |field: &str| typed.get(field).map(|text| text.trim().to_owned()).unwrap_or_default();
    let day = |field: &str| text(field).parse().map_err(|_| "plan-no-day");
    let named = if text("slug").is_empty() { text("title") } else { text("slug") };
    Ok(Plan {
        slug: terms::slug(&named),
        title: text("title"),
        title_en: text("title_en"),
        document: Some(text("document")).filter(|slug| !slug.is_empty()),
        unit: signed.visit.settings().province.id.as_str().to_owned(),
        first: day("first")?,
        last: day("last")?,
        calendar: plan::calendar::par::NAME.to_owned(),
        state: State::Draft,
        published_on: None,
        closed_on: None,
        copied_from: None,
        source: String::new(),
    })
}
