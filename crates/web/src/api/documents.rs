//! The plan's documents, oldest first, each with the targets that it sets.

use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Wishes};
use super::problem::Problem;
use super::sheet::{Sheet, cell};
use crate::{App, Snapshot};

/// All of them; nothing more can be asked.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {}

/// A document.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DocumentRow)]
pub struct Row {
    /// Its name in an address, `193-kh-ubnd`.
    pub slug: String,
    /// Number and sign.
    pub sign: String,
    /// `plan` or `conclusion`.
    pub kind: &'static str,
    /// The day it was signed.
    pub issued_on: String,
    /// Who issued it.
    pub issuer: String,
    /// What it is about.
    pub title: String,
    /// The same in English.
    pub title_en: String,
    /// The slug of the document that it carries out.
    #[schema(required)]
    pub carries_out: Option<String>,
    /// The targets that it sets.
    pub targets: Vec<Target>,
}

/// A target of a plan; `asks` is what `path` and `if` of the target's address take.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DocumentTarget)]
pub struct Target {
    /// The plan's own words.
    pub said: String,
    /// The same in English.
    pub said_en: String,
    /// What is asked.
    pub asks: String,
    /// The first survey year that it is asked of.
    pub first_year: i16,
    /// The last survey year that it is asked of.
    pub last_year: i16,
}

/// Every document of a picture.
pub fn rows(snapshot: &Snapshot) -> Vec<Row> {
    snapshot.documents.iter().map(|document| row(document, &snapshot.targets)).collect()
}

fn row(document: &plan::Document, targets: &[plan::Target]) -> Row {
    let slug = document.slug();
    let own = targets.iter().filter(|target| target.document == slug);
    let target = |target: &plan::Target| Target {
        said: target.said.clone(),
        said_en: target.said_en.clone(),
        asks: target.asks.to_string(),
        first_year: target.first_year,
        last_year: target.last_year,
    };
    Row {
        targets: own.map(target).collect(),
        slug,
        sign: document.sign.clone(),
        kind: document.kind.as_str(),
        issued_on: document.issued_on.to_string(),
        issuer: document.issuer.clone(),
        title: document.title.clone(),
        title_en: document.title_en.clone(),
        carries_out: document.carries_out.clone(),
    }
}

/// The documents as a sheet, a row for each target, or one for a document without.
pub fn sheet(rows: &[Row]) -> Sheet {
    let lines = rows.iter().flat_map(|row| {
        let targets: Vec<Option<&Target>> =
            if row.targets.is_empty() { vec![None] } else { row.targets.iter().map(Some).collect() };
        targets.into_iter().map(move |target| {
            [
                row.sign.clone(),
                row.kind.to_owned(),
                row.issued_on.clone(),
                row.title.clone(),
                cell(row.carries_out.as_deref()),
                cell(target.map(|target| target.asks.as_str())),
                cell(target.map(|target| target.first_year.to_string()).as_deref()),
                cell(target.map(|target| target.last_year.to_string()).as_deref()),
            ]
        })
    });
    Sheet::new(
        ["sign", "kind", "issued_on", "title", "carries_out", "asks", "first_year", "last_year"],
        lines,
    )
}

/// The plan's documents and their targets.
#[utoipa::path(get, path = "/api/v1/documents", operation_id = "documents", tag = "papi", params(Question, Wishes),
    responses((status = 200, body = [Row]), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Asked(Question {}): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let rows = rows(&app.snapshot());
    Ok(caller.list(&rows, || sheet(&rows), "papi-documents"))
}
