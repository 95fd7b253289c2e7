//! The structure of a year: its dimensions and sub-dimensions, which change meaning over time.

use axum::extract::State;
use axum::response::Response;
use scores::{Editions, Item, Structure};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Wishes};
use super::problem::Problem;
use super::sheet::{Sheet, cell};
use super::{Refusal, ask};
use crate::App;

/// Of which year.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// Survey year; the latest edition without it.
    #[param(example = "2024")]
    pub year: Option<String>,
}

/// A dimension or a sub-dimension of a year.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = StructureRow)]
pub struct Row {
    /// Survey year.
    pub year: i16,
    /// `4` or `4.2`.
    pub code: String,
    /// The dimension that a sub-dimension belongs to; null for dimensions.
    #[schema(required)]
    pub dimension: Option<String>,
    /// Vietnamese name in that year.
    pub name: &'static str,
    /// English name in that year.
    pub name_en: &'static str,
    /// Lowest score of the scale.
    pub lowest: f64,
    /// Highest score of the scale.
    pub highest: f64,
}

impl Question {
    /// The structure that is asked for: each dimension, followed by its sub-dimensions.
    ///
    /// # Errors
    /// [`Refusal::Year`].
    pub fn answer(&self, editions: &Editions) -> Result<Vec<Row>, Refusal> {
        let year = ask::year(&editions.years(), self.year.as_deref())?;
        let structure = &ask::have(editions, year)?.structure;
        Ok(structure.items().into_iter().filter_map(|item| row(item, structure)).collect())
    }
}

fn row(item: Item, structure: &Structure) -> Option<Row> {
    let named = ask::named(item, structure)?;
    let (lowest, highest) = match item {
        Item::Subdimension(code) => structure.subdimension(code)?.scale,
        _ => (1.0, 10.0),
    };
    let dimension = matches!(item, Item::Subdimension(_)).then(|| item.dimension()).flatten();
    Some(Row {
        year: structure.year,
        code: named.code,
        dimension: dimension.map(|number| number.to_string()),
        name: named.name,
        name_en: named.name_en,
        lowest,
        highest,
    })
}

/// The structure as a sheet.
pub fn sheet(rows: &[Row]) -> Sheet {
    let line = |row: &Row| {
        let dimension = cell(row.dimension.as_deref());
        let (name, name_en) = (row.name.to_owned(), row.name_en.to_owned());
        [
            row.year.to_string(),
            row.code.clone(),
            dimension,
            name,
            name_en,
            row.lowest.to_string(),
            row.highest.to_string(),
        ]
    };
    Sheet::new(["year", "code", "dimension", "name", "name_en", "lowest", "highest"], rows.iter().map(line))
}

/// The dimensions and sub-dimensions of a year.
#[utoipa::path(get, path = "/api/v1/structure", operation_id = "structure", tag = "papi", params(Question, Wishes),
    responses((status = 200, body = [Row]), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let rows = question.answer(&app.snapshot().editions).map_err(|refusal| caller.refuse(&refusal))?;
    Ok(caller.list(&rows, || sheet(&rows), "papi-structure"))
}
