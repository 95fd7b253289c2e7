//! One assessment, which keeps its address for good; one that was withdrawn says why.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use inform::assessment::{self, Refusal};
use look::words::say;
use look::{date, filters};

use crate::fault::render;
use crate::parts::frame::Frame;
use crate::public::accessibility::told::{Told, closed};
use crate::visit::{Path, Visit};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "public/accessibility/one.html")]
struct OnePage {
    frame: Frame,
    it: Told,
    is_newest: bool,
}

#[derive(Template)]
#[template(path = "public/accessibility/withdrawn.html")]
struct WithdrawnPage {
    frame: Frame,
    day: String,
    why: String,
}

/// The page.
pub(crate) async fn get(visit: Visit, Path(id): Path<i64>) -> Result<Response, Fault> {
    let (lang, desk) = (visit.lang, visit.app.works()?.program(None));
    let framed = |title: String| {
        visit.frame(Page::Assessment, title).with("{id}", &id.to_string()).under(Page::Accessibility)
    };
    match assessment::one(&desk, id).await {
        Ok((one, is_newest)) => {
            let it = Told::new(lang, &one, desk.today);
            let frame = framed(format!("{} – {}", it.name, it.day));
            Ok(render(&OnePage { frame, it, is_newest })?.into_response())
        }
        Err(Refusal::Withdrawn { on, why }) => {
            let frame = framed(say(lang, "assess-withdrawn"));
            let page = WithdrawnPage { frame, day: date::short(lang, on), why };
            Ok((StatusCode::GONE, render(&page)?).into_response())
        }
        Err(other) => Err(closed(other)),
    }
}
