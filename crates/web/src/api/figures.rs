//! The figures themselves: every published score of a sub-dimension, for downloading.

use axum::extract::State;
use axum::response::Response;
use places::country;
use scores::{Edition, Editions, Figure, SOURCE};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Wishes};
use super::problem::Problem;
use super::sheet::Sheet;
use super::{Refusal, ask};
use crate::App;

/// Which figures.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// Survey year; all of them without it.
    #[param(example = "2024")]
    pub year: Option<String>,
    /// Province by code, unit or name; all of them without it.
    #[param(example = "95")]
    pub province: Option<String>,
}

/// A published score. What was not published has no row.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = FigureRow)]
pub struct Row {
    /// Survey year.
    pub year: i16,
    /// Code of the General Statistics Office.
    pub province_code: &'static str,
    /// Code and set, which name the province for good.
    pub unit: &'static str,
    /// Code of the sub-dimension.
    pub subdimension: String,
    /// Points.
    pub score: f64,
    /// The publication, or the file that it was imported from.
    pub source: String,
    /// Its cell in that file, `SHEET!BM12`; null where it came with the program.
    #[schema(required)]
    pub cell: Option<String>,
    /// When it was imported; null where it came with the program.
    #[schema(required)]
    pub imported_at: Option<String>,
}

impl Question {
    /// The figures that are asked for, by year, province and sub-dimension.
    ///
    /// # Errors
    /// [`Refusal::Year`] and those of a province.
    pub fn answer(&self, editions: &Editions) -> Result<Vec<Row>, Refusal> {
        let year = self.year.as_deref().map(|year| ask::year(&editions.years(), Some(year))).transpose()?;
        let mut rows = Vec::new();
        for edition in editions.iter().filter(|edition| year.is_none_or(|year| year == edition.year)) {
            let province = self.province.as_deref().map(|written| ask::province(written, None, edition.year));
            let unit = province.transpose()?.map(|found| found.unit.id);
            rows.extend(
                edition.figures().filter(|f| unit.is_none_or(|unit| unit == f.unit)).map(|f| row(edition, f)),
            );
        }
        Ok(rows)
    }
}

fn row(edition: &Edition, figure: Figure) -> Row {
    let unit = country().unit(figure.unit.as_str());
    let source = edition.imported.get(&(figure.unit, figure.code));
    Row {
        year: edition.year,
        province_code: unit.map_or("", |unit| unit.code),
        unit: figure.unit.as_str(),
        subdimension: figure.code.to_string(),
        score: figure.score,
        source: source.map_or(SOURCE, |source| source.name.as_str()).to_owned(),
        cell: source.and_then(|source| source.place.as_ref()).map(ToString::to_string),
        imported_at: source.map(|source| source.at.to_string()),
    }
}

/// The figures as a sheet, which `import scores` takes back.
pub fn sheet(rows: &[Row]) -> Sheet {
    let line = |row: &Row| {
        [row.year.to_string(), row.province_code.to_owned(), row.subdimension.clone(), row.score.to_string()]
    };
    Sheet::new(["year", "province_code", "subdimension", "score"], rows.iter().map(line))
}

/// Every published score.
#[utoipa::path(get, path = "/api/v1/figures", operation_id = "figures", tag = "papi", params(Question, Wishes),
    responses((status = 200, body = [Row]), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let rows = question.answer(&app.snapshot().editions).map_err(|refusal| caller.refuse(&refusal))?;
    Ok(caller.list(&rows, || sheet(&rows), "papi-figures"))
}
