//! What it would take: the points above the outlook with which a target would be reached, and what others gained.

mod case;

use axum::extract::{Path, State};
use axum::response::Response;
use scores::outlook::FIRST;
use scores::outlook::gains;
use scores::{Editions, Group};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Named, Wishes};
use super::outlook::{self, apart, number};
use super::problem::Problem;
use super::refusal::Clash;
use super::sheet::{Sheet, cell};
use super::standing::Province;
use super::{Refusal, ask};
use crate::App;
use case::Case;

/// Which target of which year; the province is asked for beside it.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Question {
    /// The survey year that is aimed at; the one after the editions without it.
    #[param(example = "2025")]
    pub year: Option<String>,
    /// The newest edition that is used; the latest without it.
    #[serde(alias = "as-of")]
    pub as_of: Option<String>,
    /// This rank or a better one; the first 20 where nothing is said.
    #[param(example = "20")]
    pub rank: Option<String>,
    /// This group or a better one.
    pub group: Option<String>,
    /// Of each dimension at once, not of the total.
    #[serde(rename = "each-dimension", alias = "each_dimension", deserialize_with = "flag")]
    pub each_dimension: bool,
    /// The item aimed at: `total` (the default) or a dimension.
    pub dimension: Option<String>,
    /// How likely the target is to be: 0.5 without it.
    pub probability: Option<String>,
    /// A spread of one's own to try: points above the outlook by dimension, `1:0.3,4:0.5`.
    #[param(example = "1:0.3,4:0.5")]
    pub gains: Option<String>,
    /// `yes`, `no` or `unknown`, as of the outlook.
    pub renewal: Option<String>,
    /// Set of provinces: `63` or `34`; follows from `as_of` without it.
    pub units: Option<String>,
    /// How many futures are drawn.
    pub draws: Option<String>,
    /// The seed.
    pub seed: Option<String>,
}

/// What it would take. History shows no cause: it says what others gained, never what a task will yield.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WhatIf {
    /// Whose.
    pub province: Province,
    /// The newest edition that is used.
    pub as_of: i16,
    /// The survey year that is aimed at.
    pub target_year: i16,
    /// Years between the two.
    pub horizon: i16,
    /// `rank` or `group`.
    pub kind: &'static str,
    /// `total`, a dimension, or `each` dimension.
    pub dimension: String,
    /// The last rank that meets the target; null for each dimension.
    #[schema(required)]
    pub rank: Option<usize>,
    /// The group aimed at, where it is one.
    #[schema(required)]
    pub group: Option<&'static str>,
    /// How likely the target is to be.
    pub probability: f64,
    /// How likely it is without any lift.
    pub chance: f64,
    /// How likely it is for a province of which nothing is known; null for each dimension.
    #[schema(required)]
    pub base_rate: Option<f64>,
    /// The points above the outlook that are needed, relative to the nation.
    pub lift: f64,
    /// The lift in standard deviations of the province's own forecast error.
    pub stretch: f64,
    /// Only 1 in so many did that well against its outlook; null where none did.
    #[schema(required)]
    pub one_in: Option<usize>,
    /// `at_hand`, `seen`, `rare` (beyond the best tenth) or `never` (beyond the best tenth in every part at once).
    pub reach: &'static str,
    /// The most that the parts together allow, points.
    pub cap: f64,
    /// `yes`, `no` or `unknown`.
    pub renewal: &'static str,
    /// For each dimension, what it takes: of a target for each dimension only.
    pub dimensions: Vec<DimensionLift>,
    /// The lift spread over sub-dimensions with the least stretch, beside what others gained.
    pub subdimensions: Vec<PartLift>,
    /// The most that each dimension can gain above its outlook.
    pub rooms: Vec<Room>,
    /// What the spread of one's own gives, where one was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<Own>,
    /// The day on which the province ended, where it will have ended by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_ended: Option<String>,
    /// Code of the province that it went into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<&'static str>,
}

/// What is left of a dimension above its outlook.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Room {
    /// Its number.
    pub dimension: u8,
    /// Points to the highest score that there is, 10.
    pub points: f64,
}

/// What a spread of one's own gives, if the province did so much better than its outlook.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OwnSpread)]
pub struct Own {
    /// The points together.
    pub points: f64,
    /// The total that is expected with them.
    pub score: f64,
    /// The middle rank of the total with them.
    pub rank_median: usize,
    /// How likely the target is with them.
    pub chance: f64,
    /// The points together in standard deviations of the province's own forecast error of the total.
    pub stretch: f64,
    /// Only 1 in so many did that well against its outlook; null where none did.
    #[schema(required)]
    pub one_in: Option<usize>,
    /// Dimension by dimension.
    pub dimensions: Vec<OwnLift>,
}

/// What was tried in one dimension.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OwnSpreadLift)]
pub struct OwnLift {
    /// Its number.
    pub dimension: String,
    /// Points.
    pub points: f64,
    /// In standard deviations of the province's own forecast error.
    pub stretch: f64,
    /// Only 1 in so many did that well against its outlook; null where none did.
    #[schema(required)]
    pub one_in: Option<usize>,
}

/// What one dimension takes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DimensionLift {
    /// Its number.
    pub dimension: String,
    /// Points.
    pub lift: f64,
    /// In standard deviations of its own forecast error.
    pub stretch: f64,
    /// Only 1 in so many did that well against its outlook; null where none did.
    #[schema(required)]
    pub one_in: Option<usize>,
    /// How likely it is without any lift.
    pub chance: f64,
}

/// A sub-dimension's share of the lift.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartLift {
    /// Its code.
    pub subdimension: String,
    /// Vietnamese name.
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Points.
    pub points: f64,
    /// In spreads of what provinces with the same start reached.
    pub stretch: f64,
    /// The spread, points.
    pub spread: f64,
    /// The years over which it was measured.
    pub years: i16,
    /// How many cases stand behind it.
    pub cases: usize,
    /// The quarter that the province is in now.
    #[schema(required)]
    pub quarter: Option<&'static str>,
    /// What provinces gained relative to the nation, by the quarter that they started from.
    pub gains: Vec<QuarterGains>,
}

/// What provinces gained that started from one quarter.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct QuarterGains {
    /// `high`, `high_average`, `low_average` or `low`.
    pub quarter: &'static str,
    /// Half gained at least this, points.
    pub median: f64,
    /// A quarter did.
    pub q75: f64,
    /// A tenth did.
    pub q90: f64,
    /// How many there were.
    pub cases: usize,
}

/// What is aimed at.
enum Goal {
    Rank(usize),
    Group(Group),
}

fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    let written = String::deserialize(from)?;
    Ok(!matches!(written.as_str(), "false" | "0" | "no"))
}

impl Question {
    /// What it would take a province.
    ///
    /// # Errors
    /// [`Refusal`] as of the outlook; where no rank or group is aimed at, or both.
    pub fn answer(&self, province: &str, editions: &Editions, most: usize) -> Result<WhatIf, Refusal> {
        let asking = outlook::Question {
            year: self.year.clone(),
            as_of: self.as_of.clone(),
            province: Some(province.to_owned()),
            renewal: self.renewal.clone(),
            units: self.units.clone(),
            draws: self.draws.clone(),
            seed: self.seed.clone(),
        };
        let asking = asking.read(editions, most)?;
        let (goal, probability) = (self.goal()?, self.probability()?);
        let structure = &ask::have(editions, asking.as_of)?.structure;
        let item = ask::item(self.dimension.as_deref(), structure)?;
        let looked = asking.look(editions)?;
        let unit = asking.unit.ok_or(Refusal::Options(Clash::NoYears))?;
        let histories = gains::histories(editions, asking.set, unit, asking.as_of, looked.draws.horizon);
        let case = Case { outlook: &looked, unit, structure, histories };
        let found = if self.each_dimension {
            case.each(&goal, probability)
        } else {
            case.one(item, &goal, probability)
        };
        let mut answer = found.ok_or(Refusal::Options(Clash::OneGoal))?;
        if let Some(gains) = self.gains()? {
            if !gains.iter().all(|(number, points)| answer.room(*number).is_some_and(|room| *points <= room))
            {
                return Err(Refusal::Options(Clash::Gains));
            }
            let aimed = Some(item).filter(|_| !self.each_dimension);
            answer.own = Some(case.own(&goal, aimed, &gains).ok_or(Refusal::Options(Clash::Gains))?);
        }
        Ok(answer)
    }

    /// The spread of one's own: each dimension once, from 0.
    fn gains(&self) -> Result<Option<Vec<(u8, f64)>>, Refusal> {
        let Some(written) = &self.gains else { return Ok(None) };
        let pair = |pair: &str| {
            let (number, points) = pair.split_once(':')?;
            let (number, points) = (number.trim().parse().ok()?, points.trim().parse::<f64>().ok()?);
            (points >= 0.0).then_some((number, points))
        };
        let gains: Option<Vec<(u8, f64)>> = written.split(',').map(pair).collect();
        let gains = gains.ok_or(Refusal::Options(Clash::Gains))?;
        let twice = |at: usize| gains[..at].iter().any(|(number, _)| *number == gains[at].0);
        if (0..gains.len()).any(twice) {
            return Err(Refusal::Options(Clash::Gains));
        }
        Ok(Some(gains))
    }

    fn goal(&self) -> Result<Goal, Refusal> {
        match (&self.rank, &self.group) {
            (None, None) if self.each_dimension => Ok(Goal::Group(Group::HighAverage)),
            (None, None) => Ok(Goal::Rank(FIRST)),
            (Some(rank), None) if !self.each_dimension => {
                let rank = number::<usize>(rank)?;
                if rank == 0 { Err(Refusal::Options(Clash::Number)) } else { Ok(Goal::Rank(rank)) }
            }
            (None, Some(group)) => {
                group.parse().map(Goal::Group).map_err(|_| Refusal::Options(Clash::OneGoal))
            }
            _ => Err(Refusal::Options(Clash::OneGoal)),
        }
    }

    fn probability(&self) -> Result<f64, Refusal> {
        let probability = self.probability.as_deref().map(number::<f64>).transpose()?.unwrap_or(0.5);
        let inside = probability > 0.0 && probability < 1.0;
        if inside { Ok(probability) } else { Err(Refusal::Options(Clash::Number)) }
    }
}

impl WhatIf {
    /// The points that a dimension can gain above its outlook; none where there is no such dimension.
    pub(crate) fn room(&self, dimension: u8) -> Option<f64> {
        self.rooms.iter().find(|room| room.dimension == dimension).map(|room| room.points)
    }

    /// The lift as a sheet: a row for the whole, then one for each dimension and sub-dimension, and one of
    /// one's own spread.
    pub fn sheet(&self) -> Sheet {
        let header = [
            "as_of",
            "target_year",
            "province",
            "item",
            "lift",
            "stretch",
            "chance",
            "spread",
            "years",
            "cases",
        ];
        let line =
            |item: String, lift: f64, stretch: f64, chance: Option<f64>, past: Option<(f64, i16, usize)>| {
                [
                    self.as_of.to_string(),
                    self.target_year.to_string(),
                    self.province.code.to_owned(),
                    item,
                    lift.to_string(),
                    stretch.to_string(),
                    cell(chance),
                    cell(past.map(|past| past.0)),
                    cell(past.map(|past| past.1)),
                    cell(past.map(|past| past.2)),
                ]
            };
        let whole = line(self.dimension.clone(), self.lift, self.stretch, Some(self.chance), None);
        let dimensions = self.dimensions.iter();
        let dimensions =
            dimensions.map(|d| line(d.dimension.clone(), d.lift, d.stretch, Some(d.chance), None));
        let parts = self.subdimensions.iter().map(|part| {
            let past = Some((part.spread, part.years, part.cases));
            line(part.subdimension.clone(), part.points, part.stretch, None, past)
        });
        let own = self
            .own
            .iter()
            .map(|own| line("own".to_owned(), own.points, own.stretch, Some(own.chance), None));
        Sheet::new(header, std::iter::once(whole).chain(dimensions).chain(parts).chain(own))
    }
}

/// What it would take a province to reach a target.
#[utoipa::path(get, path = "/api/v1/provinces/{province}/whatif", operation_id = "whatif", tag = "papi",
    params(("province" = String, Path, description = "Code, unit or name"), Question, Wishes),
    responses((status = 200, body = WhatIf), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Path(province): Named,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let snapshot = app.snapshot();
    let answer = move || question.answer(&province, &snapshot.editions, 20_000);
    let answer = apart(&app, answer).await.map_err(|refusal| caller.refuse(&refusal))?;
    let file = format!("papi-{}-{}-whatif", answer.target_year, answer.province.unit);
    Ok(caller.answer(&answer, || answer.sheet(), &file))
}
