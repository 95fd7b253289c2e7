//! A change explained: own against national, part by part, and who passed whom.

use axum::extract::{Path, State};
use axum::response::Response;
use places::{Lookup, Unit};
use scores::{Editions, Explanation, Item, Part, Structure};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Named, Wishes};
use super::problem::Problem;
use super::refusal::Clash;
use super::sheet::{Sheet, cell};
use super::standing::Province;
use super::{Refusal, ask};
use crate::App;

/// Which change; the province is asked for beside it.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// The earlier survey year; the edition before the later one without it.
    #[param(example = "2023")]
    pub from: Option<String>,
    /// The later survey year; the latest edition without it.
    #[param(example = "2024")]
    pub to: Option<String>,
    /// `total` (the default), a dimension (`4`) or a sub-dimension (`4.2`).
    #[param(example = "total")]
    pub dimension: Option<String>,
    /// Set of provinces: `63` or `34`; follows from the later year without it.
    #[param(example = "63")]
    pub units: Option<String>,
}

/// What changed, and why the rank did.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Explained {
    /// Now less before, points; null when unranked on one side.
    #[schema(required)]
    pub score_change: Option<f64>,
    /// Places gained; positive is better.
    #[schema(required)]
    pub rank_change: Option<i64>,
    /// The mean change of the provinces ranked in both years.
    #[schema(required)]
    pub national_change: Option<f64>,
    /// Own less national change.
    #[schema(required)]
    pub relative_change: Option<f64>,
    /// The sub-dimensions of both years, in order of code; own changes add up to the score change.
    pub parts: Vec<ExplainedPart>,
    /// Codes of the provinces behind before and ahead now.
    pub overtaken_by: Vec<&'static str>,
    /// Codes of the provinces ahead before and behind now.
    pub overtook: Vec<&'static str>,
    /// The rank of the new score among the others' old ones.
    #[schema(required)]
    pub rank_if_others_stood_still: Option<usize>,
    /// The rank of the old score among the others' new ones.
    #[schema(required)]
    pub rank_if_only_others_moved: Option<usize>,
    /// Codes of the provinces unranked before and ahead now.
    pub entered_above: Vec<&'static str>,
    /// Codes of the provinces ahead before and unranked now.
    pub left_above: Vec<&'static str>,
    /// Whether the item's definition is the same in both years.
    pub comparable: bool,
    /// Whose.
    pub province: Province,
    /// `total`, a dimension or a sub-dimension.
    pub dimension: String,
    /// Where the province stood.
    pub from: Stand,
    /// Where it stands.
    pub to: Stand,
}

/// A place in one of the two years.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Stand {
    /// The survey year.
    pub year: i16,
    /// Points.
    #[schema(required)]
    pub score: Option<f64>,
    /// The rank.
    #[schema(required)]
    pub rank: Option<usize>,
    /// How many are ranked.
    pub of: usize,
}

/// The change of one part.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ExplainedPart {
    /// Its code.
    pub subdimension: String,
    /// Vietnamese name, that of the later year if it has the part.
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Now less before, points; a part that a year does not have counts as 0 in it.
    #[schema(required)]
    pub own_change: Option<f64>,
    /// The mean over the provinces ranked on the item in both years.
    #[schema(required)]
    pub national_change: Option<f64>,
    /// Own less national change.
    #[schema(required)]
    pub relative_change: Option<f64>,
    /// Whether both years have the part and it means the same.
    pub comparable: bool,
}

impl Question {
    /// The change explained for a province.
    ///
    /// # Errors
    /// [`Refusal`] for an unknown province, year, item or set, and for years in the wrong order.
    pub fn answer(&self, province: &str, editions: &Editions) -> Result<Explained, Refusal> {
        let (from, to) = self.years(&editions.years(), province)?;
        let Lookup { unit, set } =
            ask::case(&editions.years(), Some(&to.to_string()), self.units.as_deref(), province)?.1;
        let item = self.item(editions, (from, to))?;
        let explained = editions.explain(unit, set, (from, to), item);
        explained.map(|explained| Explained::new(&explained, unit)).ok_or(Refusal::Options(Clash::NoYears))
    }

    /// The two years that are asked about of a province, among those that have an edition.
    ///
    /// # Errors
    /// [`Refusal`] for an unknown year or province and for years in the wrong order.
    pub fn years(&self, known: &[i16], province: &str) -> Result<(i16, i16), Refusal> {
        let (to, _) = ask::case(known, self.to.as_deref(), self.units.as_deref(), province)?;
        let before =
            || known.iter().rev().find(|year| **year < to).copied().ok_or(Refusal::Options(Clash::NoYears));
        let from = match &self.from {
            Some(from) => ask::year(known, Some(from))?,
            None => before()?,
        };
        if from < to { Ok((from, to)) } else { Err(Refusal::Options(Clash::Order)) }
    }

    /// The item, which both years must have.
    fn item(&self, editions: &Editions, years: (i16, i16)) -> Result<Item, Refusal> {
        ask::item(self.dimension.as_deref(), &ask::have(editions, years.0)?.structure)?;
        ask::item(self.dimension.as_deref(), &ask::have(editions, years.1)?.structure)
    }
}

impl Explained {
    /// The answer for what the rules found.
    pub fn new(explained: &Explanation, unit: &Unit) -> Self {
        let structures = [explained.to, explained.from].map(Structure::of_year);
        Self {
            score_change: explained.change.own,
            rank_change: explained.rank_change(),
            national_change: explained.change.national,
            relative_change: explained.change.relative(),
            parts: explained.parts.iter().map(|part| ExplainedPart::new(part, &structures)).collect(),
            overtaken_by: codes(&explained.overtaken_by),
            overtook: codes(&explained.overtook),
            rank_if_others_stood_still: explained.rank_if_others_stood_still,
            rank_if_only_others_moved: explained.rank_if_only_others_moved,
            entered_above: codes(&explained.entered_above),
            left_above: codes(&explained.left_above),
            comparable: explained.comparable,
            province: unit.into(),
            dimension: explained.item.to_string(),
            from: Stand::new(explained.from, &explained.places.0, explained.of.0),
            to: Stand::new(explained.to, &explained.places.1, explained.of.1),
        }
    }

    /// The change as a sheet: a row for the item, then one for each part.
    pub fn sheet(&self) -> Sheet {
        let header = [
            "from",
            "to",
            "province",
            "unit",
            "dimension",
            "name",
            "name_en",
            "own_change",
            "national_change",
            "relative_change",
            "comparable",
        ];
        let whole = ExplainedPart {
            subdimension: self.dimension.clone(),
            name: "",
            name_en: "",
            own_change: self.score_change,
            national_change: self.national_change,
            relative_change: self.relative_change,
            comparable: self.comparable,
        };
        let line = |part: &ExplainedPart| {
            [
                self.from.year.to_string(),
                self.to.year.to_string(),
                self.province.code.to_owned(),
                self.province.unit.to_owned(),
                part.subdimension.clone(),
                part.name.to_owned(),
                part.name_en.to_owned(),
                cell(part.own_change),
                cell(part.national_change),
                cell(part.relative_change),
                part.comparable.to_string(),
            ]
        };
        Sheet::new(header, std::iter::once(&whole).chain(&self.parts).map(line))
    }
}

impl ExplainedPart {
    fn new(part: &Part, structures: &[Structure]) -> Self {
        let named = structures.iter().find_map(|structure| structure.subdimension(part.code));
        Self {
            subdimension: part.code.to_string(),
            name: named.map_or("", |named| named.name),
            name_en: named.map_or("", |named| named.name_en),
            own_change: part.change.own,
            national_change: part.change.national,
            relative_change: part.change.relative(),
            comparable: part.comparable,
        }
    }
}

impl Stand {
    fn new(year: i16, place: &scores::Place, of: usize) -> Self {
        Self { year, score: place.score, rank: place.rank, of }
    }
}

fn codes(units: &[&Unit]) -> Vec<&'static str> {
    units.iter().map(|unit| unit.code).collect()
}

/// Why a province's score and rank changed between two editions.
#[utoipa::path(get, path = "/api/v1/provinces/{province}/explain", operation_id = "explain", tag = "papi",
    params(("province" = String, Path, description = "Code, unit or name"), Question, Wishes),
    responses((status = 200, body = Explained), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Path(province): Named,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let explained =
        question.answer(&province, &app.snapshot().editions).map_err(|refusal| caller.refuse(&refusal))?;
    let file =
        format!("papi-{}-{}-{}-explained", explained.from.year, explained.to.year, explained.province.unit);
    Ok(caller.answer(&explained, || explained.sheet(), &file))
}
