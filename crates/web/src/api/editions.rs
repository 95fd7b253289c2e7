//! The editions: which survey years are published, when, and how many provinces are ranked.

use axum::extract::State;
use axum::response::Response;
use places::country;
use scores::{Edition, Item, Ranking};
use serde::Serialize;
use utoipa::ToSchema;

use super::caller::{Caller, Wishes};
use super::problem::Problem;
use super::sheet::{Sheet, cell};
use crate::App;

/// What is known of an edition.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = EditionRow)]
pub struct Row {
    /// Survey year.
    pub year: i16,
    /// The day it was published, where known.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub published_on: Option<jiff::civil::Date>,
    /// The set of provinces that was surveyed: `63` or `34`.
    pub units: &'static str,
    /// How many provinces have a total.
    pub of: usize,
    /// How many dimensions it has.
    pub dimensions: usize,
    /// How many sub-dimensions it has.
    pub subdimensions: usize,
    /// The source of its figures.
    pub source: &'static str,
}

impl From<&Edition> for Row {
    fn from(edition: &Edition) -> Self {
        Self {
            year: edition.year,
            published_on: edition.published_on,
            units: edition.set.label,
            of: country().set(edition.set.label).map_or(0, |set| Ranking::new(edition, set, Item::Total).of),
            dimensions: edition.structure.dimensions.len(),
            subdimensions: edition.structure.subdimensions.len(),
            source: scores::SOURCE,
        }
    }
}

/// The editions as a sheet.
pub fn sheet(rows: &[Row]) -> Sheet {
    let header = ["year", "published_on", "units", "of", "dimensions", "subdimensions", "source"];
    let line = |row: &Row| {
        [
            row.year.to_string(),
            cell(row.published_on),
            row.units.to_owned(),
            row.of.to_string(),
            row.dimensions.to_string(),
            row.subdimensions.to_string(),
            row.source.to_owned(),
        ]
    };
    Sheet::new(header, rows.iter().map(line))
}

/// The published editions, oldest first.
#[utoipa::path(get, path = "/api/v1/editions", operation_id = "editions", tag = "papi", params(Wishes),
    responses((status = 200, body = [Row]), (status = 400, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(State(app): State<App>, caller: Caller) -> Response {
    let rows: Vec<Row> = app.snapshot().editions.iter().map(Row::from).collect();
    caller.list(&rows, || sheet(&rows), "papi-editions")
}
