//! The ranking of a year: every province with its score, rank and group on one item.

use axum::extract::State;
use axum::response::Response;
use look::Lang;
use scores::{Editions, Place, Ranking, Structure};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Wishes};
use super::problem::Problem;
use super::sheet::{Sheet, cell};
use super::{Refusal, ask};
use crate::App;

/// Which ranking.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// Survey year; the latest edition without it.
    #[param(example = "2024")]
    pub year: Option<String>,
    /// `total` (the default), a dimension (`4`) or a sub-dimension (`4.2`).
    #[param(example = "total")]
    pub dimension: Option<String>,
    /// Set of provinces: `63` or `34`; follows from the year without it.
    #[param(example = "63")]
    pub units: Option<String>,
}

/// A province in a ranking. Ordered by rank; unranked ones last, by code.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = RankingRow)]
pub struct Row {
    /// Code of the General Statistics Office.
    #[schema(example = "22")]
    pub province: &'static str,
    /// Code and set, which name the province for good.
    #[schema(example = "22-2008")]
    pub unit: &'static str,
    /// Vietnamese name.
    #[schema(example = "Quảng Ninh")]
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Points; null when unranked.
    #[schema(required)]
    pub score: Option<f64>,
    /// 1 is best; ties share the better rank; null when a part is not published.
    #[schema(required)]
    pub rank: Option<usize>,
    /// How many provinces are ranked.
    pub of: usize,
    /// `high`, `high_average`, `low_average` or `low`; null when unranked and for sub-dimensions.
    #[schema(required)]
    pub group: Option<&'static str>,
    /// The parts that are not published; on unranked rows only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Vec<String>>,
    /// Whether only some of a merged province's members have a score; only where provinces are merged ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partial: Option<bool>,
}

impl Question {
    /// The ranking that is asked for.
    ///
    /// # Errors
    /// [`Refusal`] for an unknown year, item or set.
    pub fn answer(&self, editions: &Editions) -> Result<Ranking, Refusal> {
        let (year, set) = ask::ranked(&editions.years(), self.year.as_deref(), self.units.as_deref())?;
        let edition = ask::have(editions, year)?;
        let item = ask::item(self.dimension.as_deref(), &edition.structure)?;
        Ok(Ranking::new(edition, set, item))
    }
}

/// The rows of a ranking.
pub fn rows(ranking: &Ranking) -> Vec<Row> {
    let merged = merged(ranking);
    ranking.places.iter().map(|place| row(place, ranking.of, merged)).collect()
}

/// The ranking as a sheet.
pub fn sheet(ranking: &Ranking) -> Sheet {
    let header = [
        "year",
        "dimension",
        "province",
        "unit",
        "name",
        "name_en",
        "score",
        "rank",
        "of",
        "group",
        "missing",
        "partial",
    ];
    let line = |row: Row| {
        [
            ranking.year.to_string(),
            ranking.item.to_string(),
            row.province.to_owned(),
            row.unit.to_owned(),
            row.name.to_owned(),
            row.name_en.to_owned(),
            cell(row.score),
            cell(row.rank),
            row.of.to_string(),
            cell(row.group),
            row.missing.unwrap_or_default().join(" "),
            cell(row.partial),
        ]
    };
    Sheet::new(header, rows(ranking).into_iter().map(line))
}

/// What the ranking is of, in words of the year: `4 Kiểm soát tham nhũng…`; nothing for the total.
pub fn name(ranking: &Ranking, lang: Lang) -> Option<String> {
    let named = ask::named(ranking.item, &Structure::of_year(ranking.year))?;
    Some(format!("{} {}", named.code, lang.pick(named.name, named.name_en)))
}

/// Whether the provinces are merged ones, whose scores are means of members'.
fn merged(ranking: &Ranking) -> bool {
    *ranking.set != *places::country().set_of_year(ranking.year)
}

fn row(place: &Place, of: usize, merged: bool) -> Row {
    let missing = || place.missing.iter().map(ToString::to_string).collect();
    Row {
        province: place.unit.code,
        unit: place.unit.id.as_str(),
        name: place.unit.name,
        name_en: place.unit.name_en,
        score: place.score,
        rank: place.rank,
        of,
        group: place.group.map(scores::Group::as_str),
        missing: place.rank.is_none().then(missing),
        partial: merged.then_some(place.partial),
    }
}

/// The provinces of a year in order of their score on one item.
#[utoipa::path(get, path = "/api/v1/ranking", operation_id = "ranking", tag = "papi", params(Question, Wishes),
    responses((status = 200, body = [Row]), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let ranking = question.answer(&app.snapshot().editions).map_err(|refusal| caller.refuse(&refusal))?;
    let file = format!("papi-{}-{}-{}", ranking.year, ranking.item, ranking.set.label);
    Ok(caller.list(&rows(&ranking), || sheet(&ranking), &file))
}
