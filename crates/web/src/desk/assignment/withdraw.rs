//! Taking back a report that nobody has reviewed yet.

use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use look::words::say;
use plan::report::{self, Decision, Refusal};
use serde::Deserialize;

use super::{AssignmentPage, Entry, closed, path};
use crate::Fault;
use crate::desk::Signed;
use crate::fault::render;
use crate::visit::Path;

/// The report as it was seen.
#[derive(Deserialize)]
pub(crate) struct Seen {
    report: i64,
    version: i64,
}

/// Makes it a draft again and shows it; one that was reviewed meanwhile stays, and the page says so.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(Seen { report, version }): Form<Seen>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    match report::withdraw(&signed.desk, id, Decision { report, version }).await {
        Ok(_) => Ok(Redirect::to(&format!("{}?told=withdrawn#report", path(lang, id))).into_response()),
        Err(Refusal::Stale(_)) => {
            let folder = report::folder(&signed.desk, id).await.map_err(closed)?;
            let token = signed.visit.app.works()?.chance.token();
            let entry = Entry::of(lang, &folder, token, false, false);
            let mut page = AssignmentPage::new(&signed, folder, entry, None)?;
            page.why = Some(say(lang, "report-not-withdrawn"));
            Ok((StatusCode::CONFLICT, render(&page)?).into_response())
        }
        Err(refusal) => Err(closed(refusal)),
    }
}
