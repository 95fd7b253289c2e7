//! A target judged: what was required, what is, by how much, and whether it was met.

use axum::extract::{Path, State};
use axum::response::Response;
use places::Lookup;
use scores::target::{Actual, Condition, Doubt, Expected, Finding, NotATarget, Required, Requirement, Scope};
use scores::{Editions, Group, Item, Structure, Target as Plan};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Named, Wishes};
use super::problem::Problem;
use super::refusal::Clash;
use super::sheet::{Sheet, cell};
use super::standing::Province;
use super::{Refusal, ask};
use crate::App;

/// What is asked of whom, as people put it. The province is asked for beside it.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Question {
    /// Survey year; the latest edition without it.
    pub year: Option<String>,
    /// Set of provinces: `63` or `34`; follows from the year without it.
    pub units: Option<String>,
    /// The item that rank, group, score or improvement is asked on; the total without it.
    pub dimension: Option<String>,
    /// This rank or a better one.
    #[param(example = "20")]
    pub rank: Option<String>,
    /// This group or a better one.
    pub group: Option<String>,
    /// Of each dimension of the year, not of one item.
    #[serde(rename = "each-dimension", alias = "each_dimension", deserialize_with = "flag")]
    pub each_dimension: bool,
    /// This score or a higher one.
    pub score: Option<String>,
    /// So many places gained over the edition before.
    pub improve: Option<String>,
    /// The improvement is in points, not in places.
    #[serde(deserialize_with = "flag")]
    pub points: bool,
    /// Further conditions, joined: `rank=20`, `4:score=6.5`, `each:group=high_average` … May be given several times.
    #[serde(rename = "if")]
    pub conditions: Vec<String>,
    /// Conditions by years: `2021 each:group=high_average; 2025 rank=20`.
    pub path: Option<String>,
}

/// The verdict on a target.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TargetVerdict)]
pub struct Target {
    /// `rank`, `group`, `score`, `improve`, `better_than`, `lift`, or `joined` and `path` of several conditions.
    pub kind: &'static str,
    /// False if any item is, else null if any is, else true. Null is "cannot tell".
    #[schema(required)]
    pub met: Option<bool>,
    /// A finding for each item of each condition in each edition.
    pub items: Vec<TargetItem>,
    /// The target as text, which asks it again.
    pub target: String,
    /// Whose.
    pub province: Province,
    /// The edition that it is judged by.
    pub year: i16,
}

/// What was found on one item.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TargetItem {
    /// `total`, a dimension or a sub-dimension.
    pub dimension: String,
    /// What the requirement stood at in that edition.
    pub required: Standpoint,
    /// Where the province stood.
    pub actual: Standpoint,
    /// Actual less required score, points.
    #[schema(required)]
    pub gap: Option<f64>,
    /// The verdict; null when we cannot tell.
    #[schema(required)]
    pub met: Option<bool>,
    /// The survey year that was looked at.
    pub year: i16,
    /// Its condition as text: `rank=20`.
    pub condition: String,
    /// What stands in the way of a plain verdict.
    #[schema(required)]
    pub doubt: Option<TargetDoubt>,
}

/// A rank, a score, a group, as far as they are asked or known.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Standpoint {
    /// The place.
    #[schema(required)]
    pub rank: Option<usize>,
    /// The score, points.
    #[schema(required)]
    pub score: Option<f64>,
    /// The group.
    #[schema(required)]
    pub group: Option<&'static str>,
}

/// Why a verdict is null, or should be read with care.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct TargetDoubt {
    /// `no_edition`, `unranked`, `no_base` or `not_comparable`.
    pub reason: &'static str,
    /// The base edition that it is about.
    #[schema(required)]
    pub base: Option<i16>,
}

impl Question {
    /// The verdict on the target for a province.
    ///
    /// # Errors
    /// [`Refusal`] for unknown names and years, for pieces that are no conditions and for options that clash.
    pub fn answer(&self, province: &str, editions: &Editions) -> Result<Target, Refusal> {
        let (year, Lookup { unit, set }) =
            ask::case(&editions.years(), self.year.as_deref(), self.units.as_deref(), province)?;
        let structure = &ask::have(editions, year)?.structure;
        let plan = self.plan(structure)?;
        let judged = editions.judge(&plan, unit, set, year);
        Ok(Target {
            kind: plan.kind(),
            met: judged.met,
            items: judged.findings.iter().map(TargetItem::from).collect(),
            target: plan.to_string(),
            province: unit.into(),
            year,
        })
    }

    /// What is asked, as the rules know it.
    ///
    /// # Errors
    /// As [`Self::answer`].
    pub fn plan(&self, structure: &Structure) -> Result<Plan, Refusal> {
        let mut conditions: Vec<Condition> = self.by_options(structure)?.into_iter().collect();
        if let Some(path) = &self.path {
            let alone = conditions.is_empty() && self.conditions.is_empty();
            let plan: Plan = path.parse().map_err(Refusal::Target)?;
            // A path without years is no path.
            return match plan {
                _ if !alone => Err(Refusal::Options(Clash::PathAndMore)),
                Plan::Joined(_) => Err(Refusal::Target(wrong(path, Expected::Step))),
                path @ Plan::Path(_) => Ok(path),
            };
        }
        for text in self.conditions.iter().flat_map(|text| text.split(',')) {
            let condition: Condition = text.parse().map_err(Refusal::Target)?;
            known(condition, structure)?;
            conditions.push(condition);
        }
        if conditions.is_empty() {
            Err(Refusal::Options(Clash::NoRequirement))
        } else {
            Ok(Plan::Joined(conditions))
        }
    }

    /// The condition that rank, group, score or improve asks.
    fn by_options(&self, structure: &Structure) -> Result<Option<Condition>, Refusal> {
        let asked: Vec<String> = [
            self.rank.as_ref().map(|n| format!("rank={n}")),
            self.group.as_ref().map(|group| format!("group={group}")),
            self.score.as_ref().map(|score| format!("score={score}")),
            self.improve.as_ref().map(|n| format!("{}={n}", if self.points { "points" } else { "places" })),
        ]
        .into_iter()
        .flatten()
        .collect();
        let clash = match asked.len() {
            _ if self.points && self.improve.is_none() => Some(Clash::PointsOfNothing),
            _ if self.each_dimension && self.dimension.is_some() => Some(Clash::EachAndDimension),
            0 if self.each_dimension || self.dimension.is_some() => Some(Clash::EachOfNothing),
            2.. => Some(Clash::TwoRequirements),
            _ => None,
        };
        if let Some(clash) = clash {
            return Err(Refusal::Options(clash));
        }
        let Some(text) = asked.first() else { return Ok(None) };
        let scope = match self.each_dimension {
            true => Scope::EachDimension,
            false => Scope::Item(ask::item(self.dimension.as_deref(), structure)?),
        };
        requirement(text, scope).map(Some)
    }
}

/// The condition of this requirement on this scope; a base edition is for `--if` and has no place here.
fn requirement(text: &str, scope: Scope) -> Result<Condition, Refusal> {
    let requirement: Requirement = text.parse().map_err(Refusal::Target)?;
    if text.contains('@') {
        return Err(Refusal::Target(wrong(text, Expected::Condition)));
    }
    let ungrouped =
        matches!((scope, requirement), (Scope::Item(Item::Subdimension(_)), Requirement::Group(_)));
    if ungrouped {
        Err(Refusal::Target(wrong(text, Expected::GroupedItem)))
    } else {
        Ok(Condition { scope, requirement })
    }
}

/// Refuses a condition on an item that the year does not have.
fn known(condition: Condition, structure: &Structure) -> Result<(), Refusal> {
    match condition.scope {
        Scope::Item(item) => ask::item(Some(&item.to_string()), structure).map(|_| ()),
        Scope::EachDimension => Ok(()),
    }
}

/// `true`, `1`, or the bare name; in an address every value is text.
fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    let text = String::deserialize(from)?;
    Ok(!["false", "0", "no"].contains(&text.as_str()))
}

fn wrong(piece: &str, expected: Expected) -> NotATarget {
    NotATarget { piece: piece.to_owned(), expected }
}

impl Target {
    /// The verdict as a sheet: a row for each finding.
    pub fn sheet(&self) -> Sheet {
        let header = [
            "year",
            "province",
            "unit",
            "dimension",
            "condition",
            "required_rank",
            "required_score",
            "required_group",
            "actual_rank",
            "actual_score",
            "actual_group",
            "gap",
            "met",
            "doubt",
        ];
        let line = |item: &TargetItem| {
            [
                item.year.to_string(),
                self.province.code.to_owned(),
                self.province.unit.to_owned(),
                item.dimension.clone(),
                item.condition.clone(),
                cell(item.required.rank),
                cell(item.required.score),
                cell(item.required.group),
                cell(item.actual.rank),
                cell(item.actual.score),
                cell(item.actual.group),
                cell(item.gap),
                cell(item.met),
                cell(item.doubt.map(|doubt| doubt.reason)),
            ]
        };
        Sheet::new(header, self.items.iter().map(line))
    }
}

impl From<&Finding> for TargetItem {
    fn from(finding: &Finding) -> Self {
        let condition = Condition { scope: Scope::Item(finding.item), requirement: finding.requirement };
        Self {
            dimension: finding.item.to_string(),
            required: finding.required.into(),
            actual: finding.actual.into(),
            gap: finding.gap,
            met: finding.met,
            year: finding.year,
            condition: condition.to_string(),
            doubt: finding.doubt.map(TargetDoubt::from),
        }
    }
}

impl From<Required> for Standpoint {
    fn from(required: Required) -> Self {
        Self { rank: required.rank, score: required.score, group: required.group.map(Group::as_str) }
    }
}

impl From<Actual> for Standpoint {
    fn from(actual: Actual) -> Self {
        Self { rank: actual.rank, score: actual.score, group: actual.group.map(Group::as_str) }
    }
}

impl From<Doubt> for TargetDoubt {
    fn from(doubt: Doubt) -> Self {
        let (reason, base) = match doubt {
            Doubt::NoEdition => ("no_edition", None),
            Doubt::Unranked => ("unranked", None),
            Doubt::NoBase(base) => ("no_base", base),
            Doubt::NotComparable(base) => ("not_comparable", Some(base)),
        };
        Self { reason, base }
    }
}

/// Whether a province met a target in a year, and by how much.
#[utoipa::path(get, path = "/api/v1/provinces/{province}/target", operation_id = "target", tag = "papi",
    params(("province" = String, Path, description = "Code, unit or name"), Question, Wishes),
    responses((status = 200, body = Target), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Path(province): Named,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let verdict =
        question.answer(&province, &app.snapshot().editions).map_err(|refusal| caller.refuse(&refusal))?;
    let file = format!("papi-{}-{}-target", verdict.year, verdict.province.unit);
    Ok(caller.answer(&verdict, || verdict.sheet(), &file))
}
