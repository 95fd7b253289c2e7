//! The provinces: both sets, their codes, names and mergers.

use axum::response::Response;
use places::{Unit, country};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Wishes};
use super::problem::Problem;
use super::sheet::{Sheet, cell};
use super::{Refusal, ask};

/// Which provinces.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// Set of provinces: `63` or `34`; both without it.
    #[param(example = "34")]
    pub units: Option<String>,
}

/// A province of a set.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ProvinceRow)]
pub struct Row {
    /// Code of the General Statistics Office; not unique over time.
    pub code: &'static str,
    /// Code and set, which name the province for good.
    pub unit: &'static str,
    /// The set: `63` or `34`.
    pub units: &'static str,
    /// Vietnamese name.
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Name in addresses.
    pub slug: &'static str,
    /// `tỉnh` or `thành phố`.
    pub kind: &'static str,
    /// Socio-economic region.
    pub region: &'static str,
    /// First day in force.
    #[schema(value_type = String, format = Date)]
    pub from: jiff::civil::Date,
    /// Last day in force.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub to: Option<jiff::civil::Date>,
    /// The unit that its area belongs to in the set after.
    #[schema(required)]
    pub successor: Option<&'static str>,
    /// The units, in the set before, that it was made from.
    pub members: Vec<&'static str>,
    /// People, census of 1 April 2019: the weight in merging scores.
    pub population: f64,
}

impl From<&'static Unit> for Row {
    fn from(unit: &'static Unit) -> Self {
        Self {
            code: unit.code,
            unit: unit.id.as_str(),
            units: unit.set,
            name: unit.name,
            name_en: unit.name_en,
            slug: unit.slug,
            kind: unit.kind,
            region: unit.region,
            from: unit.from,
            to: unit.to,
            successor: country().successor(unit).map(|unit| unit.id.as_str()),
            members: country().members(unit).iter().map(|unit| unit.id.as_str()).collect(),
            population: unit.population,
        }
    }
}

impl Question {
    /// The provinces that are asked for, by set and code.
    ///
    /// # Errors
    /// [`Refusal::Units`].
    pub fn answer(&self) -> Result<Vec<Row>, Refusal> {
        let wanted = self.units.as_deref().map(|label| ask::units(Some(label), i16::MAX)).transpose()?;
        let sets = country().sets.iter().filter(|set| wanted.is_none_or(|wanted| wanted == *set));
        Ok(sets.flat_map(|set| &set.units).map(Row::from).collect())
    }
}

/// The provinces as a sheet.
pub fn sheet(rows: &[Row]) -> Sheet {
    let header = [
        "code",
        "unit",
        "units",
        "name",
        "name_en",
        "slug",
        "kind",
        "region",
        "from",
        "to",
        "successor",
        "members",
        "population",
    ];
    let line = |row: &Row| {
        [
            row.code.to_owned(),
            row.unit.to_owned(),
            row.units.to_owned(),
            row.name.to_owned(),
            row.name_en.to_owned(),
            row.slug.to_owned(),
            row.kind.to_owned(),
            row.region.to_owned(),
            row.from.to_string(),
            cell(row.to),
            cell(row.successor),
            row.members.join(" "),
            row.population.to_string(),
        ]
    };
    Sheet::new(header, rows.iter().map(line))
}

/// The provinces of both sets.
#[utoipa::path(get, path = "/api/v1/provinces", operation_id = "provinces", tag = "papi", params(Question, Wishes),
    responses((status = 200, body = [Row]), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(Asked(question): Asked<Question>, caller: Caller) -> Result<Response, Problem> {
    let rows = question.answer().map_err(|refusal| caller.refuse(&refusal))?;
    Ok(caller.list(&rows, || sheet(&rows), "provinces"))
}
