//! How sure the ranks of an edition are: which ranks each province's true score may have, given the survey's noise.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use scores::ranks::{ErrorOf, Measured, Method, Sure};
use scores::{Editions, Item, Ranking};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Wishes};
use super::outlook::{apart, number};
use super::problem::Problem;
use super::refusal::Clash;
use super::sheet::{Sheet, cell};
use super::{Refusal, ask};
use crate::App;

/// Which ranks, and how sure.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// Survey year; the latest edition without it.
    #[param(example = "2024")]
    pub year: Option<String>,
    /// `total` (the default) or a dimension; a sub-dimension where `se` is given.
    pub dimension: Option<String>,
    /// Set of provinces: `63` or `34`, reckoned from their members with errors to match; follows from `year` without it.
    pub units: Option<String>,
    /// One standard error for all, points; without it the printed ones, else the noise of one year.
    pub se: Option<String>,
    /// How often the sets hold: 0.9 without it.
    pub coverage: Option<String>,
    /// The best so many: 20 without it.
    pub tau: Option<String>,
    /// `marginal` (for one province at a time, the default), `simultaneous` (for all at once) or `joint`.
    pub method: Option<String>,
    /// The seed of what is simulated.
    pub seed: Option<String>,
    /// Standard errors by province code.
    #[serde(skip)]
    #[param(ignore)]
    pub errors: BTreeMap<String, f64>,
}

/// The ranks of an edition and how sure they are.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Ranks {
    /// The survey year.
    pub year: i16,
    /// `total` or a dimension.
    pub dimension: String,
    /// The set of provinces.
    pub units: &'static str,
    /// How many are ranked.
    pub of: usize,
    /// How often the sets hold.
    pub coverage: f64,
    /// `marginal`, `simultaneous` or `joint`.
    pub method: &'static str,
    /// The best so many that are asked about.
    pub tau: usize,
    /// Codes of the provinces that cannot be ruled out of the best `tau`, all at once.
    pub tau_best: Vec<&'static str>,
    /// A row for each ranked province, best first.
    pub rows: Vec<Row>,
}

/// A province's rank and how sure it is.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = RanksRow)]
pub struct Row {
    /// Code of the General Statistics Office.
    pub province: &'static str,
    /// Vietnamese name.
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Points.
    pub score: f64,
    /// The rank of the published score.
    #[schema(required)]
    pub rank: Option<usize>,
    /// Standard error, points.
    pub se: f64,
    /// `publication`, `noise` (of one year, found in the data) or `asker`.
    pub se_from: &'static str,
    /// The best rank that the true score may have.
    pub rank_best: usize,
    /// The worst rank that the true score may have.
    pub rank_worst: usize,
    /// The chance of truly belonging to the best `tau`; null where the spread is all noise.
    #[schema(required)]
    pub prob_top: Option<f64>,
    /// The expected true rank.
    #[schema(required)]
    pub expected_rank: Option<f64>,
    /// Whether a merged unit's score and error stand on some of its members only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub partial: bool,
}

impl Question {
    /// The ranks that are asked for.
    ///
    /// # Errors
    /// [`Refusal`] for an unknown year or item, a number out of bounds, an item without standard errors.
    pub fn answer(&self, editions: &Editions) -> Result<Ranks, Refusal> {
        let (year, set) = ask::ranked(&editions.years(), self.year.as_deref(), self.units.as_deref())?;
        let edition = ask::have(editions, year)?;
        let item = ask::item(self.dimension.as_deref(), &edition.structure)?;
        let ranking = Ranking::new(edition, set, item);
        let se = self.se.as_deref().map(number::<f64>).transpose()?;
        let given = |place: &scores::Place| self.errors.get(place.unit.code).copied().or(se);
        let measured =
            Measured::new(&ranking, edition, given).map_err(|_| Refusal::Options(Clash::NoError))?;
        let coverage = self.coverage.as_deref().map(number::<f64>).transpose()?.unwrap_or(0.9);
        let tau = self.tau.as_deref().map(number::<usize>).transpose()?.unwrap_or(20);
        let seed = self.seed.as_deref().map(number::<u64>).transpose()?.unwrap_or(1);
        if !(coverage > 0.0 && coverage < 1.0) || tau == 0 {
            return Err(Refusal::Options(Clash::Number));
        }
        let method = self.method.as_deref().map_or(Ok(Method::Marginal), str::parse);
        let method = method.map_err(|_| Refusal::Options(Clash::Method))?;
        let sure = Sure::of(&measured.estimates, method, coverage, seed);
        let best = sure.all_at_once.may_be_among(tau).into_iter().map(|row| measured.places[row].unit.code);
        Ok(Ranks {
            year,
            dimension: item.to_string(),
            units: set.label,
            of: ranking.of,
            coverage,
            method: method.as_str(),
            tau,
            tau_best: best.collect(),
            rows: rows(&measured, &sure, tau),
        })
    }
}

fn rows(measured: &Measured, Sure { sets, chances, .. }: &Sure, tau: usize) -> Vec<Row> {
    let row = |(at, place): (usize, &scores::Place)| Row {
        province: place.unit.code,
        name: place.unit.name,
        name_en: place.unit.name_en,
        score: measured.estimates.values()[at],
        rank: place.rank,
        se: measured.estimates.errors()[at],
        se_from: source(measured.sources[at]),
        rank_best: sets.best[at],
        rank_worst: sets.worst[at],
        prob_top: chances.as_ref().map(|chances| chances.among(at, tau)),
        expected_rank: chances.as_ref().map(|chances| chances.expected(at)),
        partial: place.partial,
    };
    measured.places.iter().enumerate().map(row).collect()
}

fn source(of: ErrorOf) -> &'static str {
    match of {
        ErrorOf::Publication => "publication",
        ErrorOf::Noise => "noise",
        ErrorOf::Asker => "asker",
    }
}

impl Ranks {
    /// What was ranked.
    pub fn item(&self) -> Option<Item> {
        self.dimension.parse().ok()
    }

    /// The ranks as a sheet.
    pub fn sheet(&self) -> Sheet {
        let header = [
            "year",
            "dimension",
            "province_code",
            "score",
            "rank",
            "se",
            "se_from",
            "rank_best",
            "rank_worst",
            "prob_top",
            "expected_rank",
            "may_be_among_best",
            "partial",
        ];
        let line = |row: &Row| {
            [
                self.year.to_string(),
                self.dimension.clone(),
                row.province.to_owned(),
                row.score.to_string(),
                cell(row.rank),
                row.se.to_string(),
                row.se_from.to_owned(),
                row.rank_best.to_string(),
                row.rank_worst.to_string(),
                cell(row.prob_top),
                cell(row.expected_rank),
                self.tau_best.contains(&row.province).to_string(),
                row.partial.to_string(),
            ]
        };
        Sheet::new(header, self.rows.iter().map(line))
    }
}

/// How sure the ranks of an edition are.
#[utoipa::path(get, path = "/api/v1/ranks", operation_id = "ranks", tag = "papi", params(Question, Wishes),
    responses((status = 200, body = Ranks), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let snapshot = app.snapshot();
    let answer = move || question.answer(&snapshot.editions);
    let ranks = apart(&app, answer).await.map_err(|refusal| caller.refuse(&refusal))?;
    Ok(caller.answer(&ranks, || ranks.sheet(), &format!("papi-{}-ranks", ranks.year)))
}
