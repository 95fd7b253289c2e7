//! The next steps of a plan from its page: `act` says which.

use crate::visit::Path;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use look::say;
use plan::plan::Refusal;

use super::{Asked, PlanPage};
use crate::desk::Signed;
use crate::desk::task::terms::{self, Typed, of};
use crate::fault::render;
use crate::{Fault, Page};

/// Does what the form asks; what is refused is said above the form, with what was typed.
pub(crate) async fn post(
    signed: Signed,
    Path(slug): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match act(&signed, &slug, &typed).await {
        Ok(there) => return Ok(Redirect::to(&there).into_response()),
        Err(Wrong::Typed(key)) => say(lang, key),
        Err(Wrong::Refused(refusal)) => terms::sentence(lang, &refusal)?,
    };
    let page = PlanPage::new(&signed, &slug, Asked::default(), typed, Some(why)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

/// Why nothing was changed: the key of what is wrong with the fields, or a refusal.
enum Wrong {
    Typed(&'static str),
    Refused(Refusal),
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Gives the address to go on to.
async fn act(signed: &Signed, slug: &str, typed: &Typed) -> Result<String, Wrong> {
    let (desk, lang) = (&signed.desk, signed.visit.lang);
    let plan = match of(typed, "act") {
        "publish" => plan::publish(desk, slug).await?,
        "close" => plan::close(desk, slug).await?,
        "copy" => {
            let title = of(typed, "title").trim();
            plan::copy(desk, slug, &terms::slug(title), title).await?
        }
        "task" => {
            let task = terms::read(typed).map_err(Wrong::Typed)?;
            let document = Some(of(typed, "document")).filter(|slug| !slug.is_empty());
            plan::task::draft(desk, slug, std::slice::from_ref(&task), document).await?;
            return Ok(crate::desk::task::path(lang, slug, &task.code));
        }
        _ => return Err(Wrong::Typed("plan-not-now")),
    };
    Ok(Page::Plan.at(lang, &plan.slug))
}
