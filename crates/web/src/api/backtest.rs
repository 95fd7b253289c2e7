//! The backtest: what outlooks would have said of editions that are known by now, and how well that did.

use axum::extract::State;
use axum::response::Response;
use scores::outlook::backtest::{self, Bin};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Refusal;
use super::caller::{Asked, Caller, Wishes};
use super::outlook::number;
use super::problem::Problem;
use super::refusal::Clash;
use super::sheet::Sheet;
use crate::App;

/// How far ahead.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// Years ahead: 1 to 3; 1 without it.
    #[param(example = "1")]
    pub horizon: Option<String>,
}

/// How well forecasts of one variable did over one horizon. Points are relative to the national mean.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = BacktestVerdict)]
pub struct Verdict {
    /// Years ahead.
    pub horizon: i16,
    /// `total6` (dimensions 1 to 6), `total` or a dimension.
    pub variable: String,
    /// How many forecasts.
    pub forecasts: usize,
    /// Root mean squared error, points.
    pub rmse: f64,
    /// Mean continuous ranked probability score, points.
    pub crps: f64,
    /// The same where the last value is kept.
    pub crps_last_value: f64,
    /// The same where all provinces are taken alike.
    pub crps_base_rate: f64,
    /// Mean squared error of the probability of the first 20.
    pub brier_top20: f64,
    /// The same where the last value is kept.
    pub brier_top20_last_value: f64,
    /// The same where all provinces are taken alike.
    pub brier_top20_base_rate: f64,
    /// Mean squared error of the probability of the upper half.
    pub brier_upper_half: f64,
    /// The same where all provinces are taken alike.
    pub brier_upper_half_base_rate: f64,
    /// Mean distance of the median rank from the rank that came, places.
    pub rank_error: f64,
    /// The share of results inside the 80 % interval.
    pub coverage_80: f64,
    /// The share of results inside the 95 % interval.
    pub coverage_95: f64,
    /// Probabilities of the first 20 in tenths, and how often it came true.
    pub calibration: Vec<Tenth>,
}

/// Probabilities of the first 20 that lay in one tenth.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = BacktestTenth)]
pub struct Tenth {
    /// The lower end of the tenth.
    pub from: f64,
    /// How many forecasts.
    pub forecasts: usize,
    /// Their mean probability.
    pub said: f64,
    /// The share that came true.
    pub came: f64,
}

impl From<&backtest::Verdict> for Verdict {
    fn from(verdict: &backtest::Verdict) -> Self {
        let tenth =
            |bin: &Bin| Tenth { from: bin.from, forecasts: bin.forecasts, said: bin.said, came: bin.came };
        Self {
            horizon: verdict.horizon,
            variable: verdict.variable.to_string(),
            forecasts: verdict.forecasts,
            rmse: verdict.rmse,
            crps: verdict.crps[0],
            crps_last_value: verdict.crps[1],
            crps_base_rate: verdict.crps[2],
            brier_top20: verdict.brier_first[0],
            brier_top20_last_value: verdict.brier_first[1],
            brier_top20_base_rate: verdict.brier_first[2],
            brier_upper_half: verdict.brier_upper[0],
            brier_upper_half_base_rate: verdict.brier_upper[1],
            rank_error: verdict.rank_error,
            coverage_80: verdict.coverage[0],
            coverage_95: verdict.coverage[1],
            calibration: verdict.calibration.iter().map(tenth).collect(),
        }
    }
}

/// Verdicts as a sheet, without the calibration.
fn sheet(verdicts: &[Verdict]) -> Sheet {
    let header = [
        "horizon",
        "variable",
        "forecasts",
        "rmse",
        "crps",
        "crps_last_value",
        "crps_base_rate",
        "brier_top20",
        "brier_top20_last_value",
        "brier_top20_base_rate",
        "brier_upper_half",
        "brier_upper_half_base_rate",
        "rank_error",
        "coverage_80",
        "coverage_95",
    ];
    let line = |own: &Verdict| {
        [
            own.horizon.to_string(),
            own.variable.clone(),
            own.forecasts.to_string(),
            own.rmse.to_string(),
            own.crps.to_string(),
            own.crps_last_value.to_string(),
            own.crps_base_rate.to_string(),
            own.brier_top20.to_string(),
            own.brier_top20_last_value.to_string(),
            own.brier_top20_base_rate.to_string(),
            own.brier_upper_half.to_string(),
            own.brier_upper_half_base_rate.to_string(),
            own.rank_error.to_string(),
            own.coverage_80.to_string(),
            own.coverage_95.to_string(),
        ]
    };
    Sheet::new(header, verdicts.iter().map(line))
}

/// How well outlooks did in the past.
#[utoipa::path(get, path = "/api/v1/outlook/backtest", operation_id = "backtest", tag = "papi", params(Question, Wishes),
    responses((status = 200, body = [Verdict]), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let refuse = |clash| caller.refuse(&Refusal::Options(clash));
    let horizon = question.horizon.as_deref().map_or(Ok(1), number::<i16>);
    let horizon =
        horizon.ok().filter(|years| (1..=3).contains(years)).ok_or_else(|| refuse(Clash::Number))?;
    let verdicts = app.outlooks().verdicts(&app.snapshot(), horizon).await;
    let verdicts = verdicts.map_err(|_| refuse(Clash::NoYears))?;
    let verdicts: Vec<Verdict> = verdicts.iter().map(Verdict::from).collect();
    Ok(caller.list(&verdicts, || sheet(&verdicts), "papi-outlook-backtest"))
}
