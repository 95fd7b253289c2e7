//! The standing of a province in a year: the total, each dimension and its sub-dimensions, and their change.

use axum::extract::{Path, State};
use axum::response::Response;
use places::{Lookup, Unit};
use scores::{Edition, Editions, Item, Structure};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Named, Wishes};
use super::problem::Problem;
use super::sheet::{Sheet, cell};
use super::{Refusal, ask};
use crate::App;

/// Whose standing; the province is asked for beside it.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// Survey year; the latest edition without it.
    #[param(example = "2024")]
    pub year: Option<String>,
    /// Set of provinces: `63` or `34`; follows from the year without it.
    #[param(example = "63")]
    pub units: Option<String>,
}

/// Where a province stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Standing {
    /// Whose.
    pub province: Province,
    /// Survey year.
    pub year: i16,
    /// The day the edition was published, where known.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub published_on: Option<jiff::civil::Date>,
    /// The source of the figures.
    pub source: &'static str,
    /// The unweighted total.
    pub total: Place,
    /// The dimensions of the year, in order.
    pub dimensions: Vec<DimensionStanding>,
}

/// A province.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Province {
    /// Code of the General Statistics Office.
    #[schema(example = "95")]
    pub code: &'static str,
    /// Code and set, which name the province for good.
    #[schema(example = "95-2008")]
    pub unit: &'static str,
    /// Vietnamese name.
    #[schema(example = "Bạc Liêu")]
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// The set it belongs to: `63` or `34`.
    pub units: &'static str,
}

/// A place on one item.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Place {
    /// Points; null when unranked.
    #[schema(required)]
    pub score: Option<f64>,
    /// 1 is best; null when unranked.
    #[schema(required)]
    pub rank: Option<usize>,
    /// How many are ranked.
    pub of: usize,
    /// `high`, `high_average`, `low_average` or `low`; null when unranked and for sub-dimensions.
    #[schema(required)]
    pub group: Option<&'static str>,
    /// Against the edition before; null where either side is unranked or there is none.
    #[schema(required)]
    pub change: Option<Change>,
    /// The mean of all ranked provinces.
    #[schema(required)]
    pub mean: Option<f64>,
    /// The parts that are not published; where unranked only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Vec<String>>,
    /// Whether only some of a merged province's members have a score; only for merged provinces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partial: Option<bool>,
}

/// A change between two editions.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = StandingChange)]
pub struct Change {
    /// Now less before, points.
    pub score: f64,
    /// Places gained; positive is better.
    pub rank: i64,
    /// Whether the definition is the same in both.
    pub comparable: bool,
    /// The edition before.
    pub since: i16,
}

/// A dimension and its sub-dimensions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DimensionStanding {
    /// Its number.
    #[schema(example = "1")]
    pub dimension: String,
    /// Vietnamese name, as in plans.
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// The place on it.
    #[serde(flatten)]
    pub place: Place,
    /// Its sub-dimensions, in order of code.
    pub subdimensions: Vec<SubdimensionStanding>,
}

/// A sub-dimension.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SubdimensionStanding {
    /// Its code.
    #[schema(example = "1.1")]
    pub code: String,
    /// Vietnamese name in that year.
    pub name: &'static str,
    /// English name in that year.
    pub name_en: &'static str,
    /// The place on it.
    #[serde(flatten)]
    pub place: Place,
}

impl Question {
    /// The standing of a province.
    ///
    /// # Errors
    /// [`Refusal`] for an unknown province, year or set.
    pub fn answer(&self, province: &str, editions: &Editions) -> Result<Standing, Refusal> {
        let (year, found) =
            ask::case(&editions.years(), self.year.as_deref(), self.units.as_deref(), province)?;
        let edition = ask::have(editions, year)?;
        Ok(Case { editions, edition, found }.standing())
    }
}

impl Standing {
    /// The standing as a sheet: a row for the total, each dimension and each sub-dimension.
    pub fn sheet(&self) -> Sheet {
        let header = [
            "year",
            "province",
            "unit",
            "dimension",
            "name",
            "name_en",
            "score",
            "rank",
            "of",
            "group",
            "mean",
            "change_score",
            "change_rank",
            "comparable",
        ];
        let line = |(code, name, name_en, place): (&str, &str, &str, &Place)| {
            let change = place.change;
            [
                self.year.to_string(),
                self.province.code.to_owned(),
                self.province.unit.to_owned(),
                code.to_owned(),
                name.to_owned(),
                name_en.to_owned(),
                cell(place.score),
                cell(place.rank),
                place.of.to_string(),
                cell(place.group),
                cell(place.mean),
                cell(change.map(|change| change.score)),
                cell(change.map(|change| change.rank)),
                cell(change.map(|change| change.comparable)),
            ]
        };
        Sheet::new(header, self.lines().into_iter().map(line))
    }

    /// Code, Vietnamese name, English name and place: the total, then each dimension and its sub-dimensions.
    pub fn lines(&self) -> Vec<(&str, &'static str, &'static str, &Place)> {
        let mut lines = vec![("total", "", "", &self.total)];
        for dimension in &self.dimensions {
            lines.push((&dimension.dimension, dimension.name, dimension.name_en, &dimension.place));
            let parts = dimension.subdimensions.iter();
            lines.extend(parts.map(|part| (part.code.as_str(), part.name, part.name_en, &part.place)));
        }
        lines
    }
}

impl From<&Unit> for Province {
    fn from(unit: &Unit) -> Self {
        Self {
            code: unit.code,
            unit: unit.id.as_str(),
            name: unit.name,
            name_en: unit.name_en,
            units: unit.set,
        }
    }
}

/// One province in one edition.
struct Case<'a> {
    editions: &'a Editions,
    edition: &'a Edition,
    found: Lookup<'static>,
}

impl Case<'_> {
    fn standing(&self) -> Standing {
        let dimensions = self.structure().dimensions.iter().map(|dimension| DimensionStanding {
            dimension: dimension.number.to_string(),
            name: dimension.name,
            name_en: dimension.name_en,
            place: self.place(Item::Dimension(dimension.number)),
            subdimensions: self.subdimensions(Item::Dimension(dimension.number)),
        });
        Standing {
            province: self.found.unit.into(),
            year: self.edition.year,
            published_on: self.edition.published_on,
            source: scores::SOURCE,
            total: self.place(Item::Total),
            dimensions: dimensions.collect(),
        }
    }

    fn subdimensions(&self, dimension: Item) -> Vec<SubdimensionStanding> {
        let part = |part: &scores::Subdimension| SubdimensionStanding {
            code: part.code.to_string(),
            name: part.name,
            name_en: part.name_en,
            place: self.place(Item::Subdimension(part.code)),
        };
        self.structure().parts(dimension).iter().map(part).collect()
    }

    fn place(&self, item: Item) -> Place {
        let Lookup { unit, set } = self.found;
        let standing = self.editions.standing(unit, set, self.edition.year, item);
        let missing = || self.edition.missing(unit, item).iter().map(ToString::to_string).collect();
        let merged = *set != *self.edition.set;
        Place {
            score: standing.as_ref().and_then(|s| s.score),
            rank: standing.as_ref().and_then(|s| s.rank),
            of: standing.as_ref().map_or(0, |s| s.of),
            group: standing.as_ref().and_then(|s| s.group).map(scores::Group::as_str),
            change: standing.as_ref().and_then(|s| s.change).map(Change::from),
            mean: standing.as_ref().and_then(|s| s.mean),
            missing: standing.as_ref().is_none_or(|s| s.rank.is_none()).then(missing),
            partial: merged.then(|| standing.is_some_and(|s| s.partial)),
        }
    }

    fn structure(&self) -> &Structure {
        &self.edition.structure
    }
}

impl From<scores::Change> for Change {
    fn from(change: scores::Change) -> Self {
        Self { score: change.score, rank: change.rank, comparable: change.comparable, since: change.since }
    }
}

/// Where a province stands in a year, item by item.
#[utoipa::path(get, path = "/api/v1/provinces/{province}/standing", operation_id = "standing", tag = "papi",
    params(("province" = String, Path, description = "Code, unit or name"), Question, Wishes),
    responses((status = 200, body = Standing), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Path(province): Named,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let standing =
        question.answer(&province, &app.snapshot().editions).map_err(|refusal| caller.refuse(&refusal))?;
    let file = format!("papi-{}-{}-standing", standing.year, standing.province.unit);
    Ok(caller.answer(&standing, || standing.sheet(), &file))
}
