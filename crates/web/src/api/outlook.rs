//! The outlook: what can be said of an edition to come, for every province and variable.

use axum::extract::State;
use axum::response::Response;
use places::{Lookup, Set, Unit, country};
use scores::outlook::backtest::Forecasted;
use scores::outlook::{Ask, Drawn, FIRST, Look, Outlook, Panel, Renewal, Summary, Variable};
use scores::{Editions, Group};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller, Wishes};
use super::problem::Problem;
use super::refusal::Clash;
use super::sheet::{Sheet, cell};
use super::{Refusal, ask};
use crate::App;

/// Futures drawn unless asked otherwise.
pub const DRAWS: usize = 4000;
/// The most that the interface draws for one question.
const MOST: usize = 20_000;

/// Which outlook.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// The survey year that is looked at; the one after the editions without it.
    #[param(example = "2025")]
    pub year: Option<String>,
    /// The newest edition that is used; the latest without it.
    #[serde(alias = "as-of")]
    #[param(example = "2024")]
    pub as_of: Option<String>,
    /// One province by code, unit or name; all of them without it.
    #[param(example = "95")]
    pub province: Option<String>,
    /// Whether surveyed places are drawn anew by then: `yes`, `no` or `unknown`. Without it `unknown`; `yes` for the
    /// 34 units in 2025, and where somebody noted a renewal after the newest edition.
    pub renewal: Option<String>,
    /// Set of provinces: `63` or `34`; follows from `as_of` without it.
    pub units: Option<String>,
    /// How many futures are drawn.
    pub draws: Option<String>,
    /// The seed: the same gives the same answer.
    pub seed: Option<String>,
}

/// A question that has been read.
#[derive(Debug, Clone)]
pub struct Asking {
    /// The newest edition that is used.
    pub as_of: i16,
    /// The provinces.
    pub set: &'static Set,
    /// The one that is asked about.
    pub unit: Option<&'static Unit>,
    /// What is drawn.
    pub ask: Ask,
}

/// What is said of a province and a variable. Points are relative to the national mean, but for `mean`.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OutlookRow)]
pub struct Row {
    /// The survey year that is looked at.
    pub target_year: i16,
    /// Years after the newest edition used.
    pub horizon: i16,
    /// `total6` (dimensions 1 to 6), `total` or a dimension.
    pub variable: String,
    /// Code of the General Statistics Office.
    pub province_code: &'static str,
    /// The expected score, points: relative mean plus the national mean of the newest edition.
    pub mean: f64,
    /// Standard deviation, points.
    pub sd: f64,
    /// 2.5 % quantile.
    pub q025: f64,
    /// 10 % quantile.
    pub q10: f64,
    /// 90 % quantile.
    pub q90: f64,
    /// 97.5 % quantile.
    pub q975: f64,
    /// Probability of the first 20.
    pub prob_top20: f64,
    /// Probability of the high-average group or the high one.
    pub prob_upper_half: f64,
    /// Probability of at least one place gained over the newest edition; null when unranked there.
    #[schema(required)]
    pub prob_improve: Option<f64>,
    /// Median rank.
    pub rank_median: usize,
    /// 2.5 % quantile of the rank.
    pub rank_q025: usize,
    /// 10 % quantile of the rank.
    pub rank_q10: usize,
    /// 90 % quantile of the rank.
    pub rank_q90: usize,
    /// 97.5 % quantile of the rank.
    pub rank_q975: usize,
    /// Vietnamese name.
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Code and set, which name the province for good.
    pub unit: &'static str,
    /// The newest edition used.
    pub as_of: i16,
    /// `yes`, `no` or `unknown`.
    pub renewal: &'static str,
    /// How many provinces compete.
    pub of: usize,
    /// The probability of the first 20 of a province of which nothing is known.
    pub base_rate: f64,
    /// `prob_top20` in words: `very_likely`, `likely`, `cannot_tell`, `unlikely` or `very_unlikely`.
    pub likelihood: &'static str,
    /// The share of the base rate's squared error that such forecasts removed; null where that was not measured.
    #[schema(required)]
    pub skill: Option<f64>,
    /// The day on which the province ended, where it will have ended by the year that is looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_ended: Option<String>,
    /// Code of the province that it went into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<&'static str>,
}

impl Question {
    /// The question read against the editions.
    ///
    /// # Errors
    /// [`Refusal`] for an unknown year, province, set or renewal, a number out of bounds, a year not ahead.
    pub fn read(&self, editions: &Editions, most: usize) -> Result<Asking, Refusal> {
        let known = editions.years();
        let target = self.year.as_deref().map(number::<i16>).transpose()?;
        let before = |year: &&i16| target.is_none_or(|target| **year < target);
        let newest = || known.iter().rev().find(before).copied().ok_or(Refusal::Options(Clash::NotAhead));
        let as_of = match &self.as_of {
            Some(written) => ask::year(&known, Some(written))?,
            None => newest()?,
        };
        let target = target.unwrap_or(as_of + 1);
        if target <= as_of || target > as_of + 20 {
            return Err(Refusal::Options(Clash::NotAhead));
        }
        let (set, unit) = self.whose(as_of)?;
        let draws = self.draws.as_deref().map(number::<usize>).transpose()?.unwrap_or(DRAWS);
        if !(1..=most).contains(&draws) {
            return Err(Refusal::Options(Clash::Number));
        }
        let seed = self.seed.as_deref().map(number::<u64>).transpose()?.unwrap_or(1);
        let renewal = self.renewal(editions, set, as_of, target)?;
        let ask = Ask { target, renewal, draws, seed };
        Ok(Asking { as_of, set, unit, ask })
    }

    fn whose(&self, as_of: i16) -> Result<(&'static Set, Option<&'static Unit>), Refusal> {
        let Some(written) = &self.province else {
            return Ok((ask::units(self.units.as_deref(), as_of)?, None));
        };
        let Lookup { unit, set } = ask::province(written, self.units.as_deref(), as_of)?;
        Ok((set, Some(unit)))
    }

    fn renewal(&self, editions: &Editions, set: &Set, as_of: i16, target: i16) -> Result<Renewal, Refusal> {
        match self.renewal.as_deref().map(str::trim) {
            Some(written) => written.parse().map_err(|_| Refusal::Options(Clash::Renewal)),
            None => Ok(Renewal::default_for(editions, set, as_of, target)),
        }
    }
}

impl Asking {
    /// The outlook.
    ///
    /// # Errors
    /// [`Refusal`] where the editions do not reach.
    pub fn look(&self, editions: &Editions) -> Result<Outlook, Refusal> {
        let outlook = Outlook::new(editions, self.set, self.as_of, editions.periods(), self.ask);
        outlook.ok_or(Refusal::Options(Clash::NoYears))
    }

    /// The past that the outlook goes by.
    pub fn panel(&self, editions: &Editions) -> Option<Panel> {
        Panel::read(editions, self.set, self.as_of, editions.periods())
    }
}

/// The rows of an outlook, of one province or of all: by province, then variable.
pub fn rows(outlook: &Outlook, unit: Option<&Unit>) -> Vec<Row> {
    let asked = |own: &&Unit| unit.is_none_or(|unit| unit.id == own.id);
    let variables: Vec<(&Drawn, Vec<Option<usize>>)> =
        outlook.drawn.iter().map(|drawn| (drawn, outlook.ranks_now(drawn.variable))).collect();
    let of_unit = |unit: &'static Unit| {
        let variables = variables.iter();
        variables.filter_map(move |(drawn, now)| row(outlook, unit, drawn, now)).collect::<Vec<_>>()
    };
    outlook.set.units.iter().filter(asked).flat_map(of_unit).collect()
}

fn row(outlook: &Outlook, unit: &'static Unit, drawn: &Drawn, now: &[Option<usize>]) -> Option<Row> {
    let position = outlook.position(unit.id)?;
    let improves = now[position].map(|now| drawn.within(position, now - 1));
    let said = Said {
        years: (outlook.draws.target - outlook.draws.horizon, outlook.draws.target),
        variable: drawn.variable,
        of: drawn.units.len(),
        national: outlook.draws.national(drawn.variable),
        look: outlook.look(),
        improves,
    };
    Some(said.row(unit, &drawn.summary(position)))
}

/// A row of the backtest, as the outlook would have printed it.
pub fn backtest_row(set: &'static Set, forecast: &Forecasted) -> Option<Row> {
    let said = Said {
        years: (forecast.origin, forecast.target),
        variable: forecast.variable,
        of: forecast.of,
        national: forecast.national,
        look: Look { set, horizon: forecast.target - forecast.origin, renewal: Renewal::Unknown },
        improves: forecast.improves,
    };
    Some(said.row(set.units.get(forecast.unit)?, &forecast.summary))
}

/// What a row says besides its summary.
struct Said {
    years: (i16, i16),
    variable: Variable,
    of: usize,
    national: f64,
    look: Look,
    improves: Option<f64>,
}

impl Said {
    fn row(&self, unit: &'static Unit, summary: &Summary) -> Row {
        let (as_of, target_year) = self.years;
        let half = scores::group::Sizes::by_rule(self.of).last_place(Group::HighAverage);
        let [q025, q10, q90, q975] = summary.quantiles;
        let first = summary.within(FIRST);
        let ended = ended(unit, target_year);
        Row {
            target_year,
            horizon: self.look.horizon,
            variable: self.variable.to_string(),
            province_code: unit.code,
            mean: self.national + summary.mean,
            sd: summary.sd,
            q025,
            q10,
            q90,
            q975,
            prob_top20: first,
            prob_upper_half: summary.within(half),
            prob_improve: self.improves,
            rank_median: summary.rank_at(0.5),
            rank_q025: summary.rank_at(0.025),
            rank_q10: summary.rank_at(0.1),
            rank_q90: summary.rank_at(0.9),
            rank_q975: summary.rank_at(0.975),
            name: unit.name,
            name_en: unit.name_en,
            unit: unit.id.as_str(),
            as_of,
            renewal: self.look.renewal.as_str(),
            of: self.of,
            base_rate: (FIRST as f64 / self.of as f64).min(1.0),
            likelihood: self.look.likelihood(first).as_str(),
            skill: self.look.skill(self.variable),
            successor: ended.as_ref().map(|(_, successor)| *successor),
            unit_ended: ended.map(|(day, _)| day),
        }
    }
}

/// The day on which a province ended and the code of the one that it was merged into, where it was by a survey year.
pub fn ended(unit: &Unit, target: i16) -> Option<(String, &'static str)> {
    let next = country().merged_into(unit, target)?;
    Some((unit.to?.to_string(), next.code))
}

/// A number that was written.
///
/// # Errors
/// [`Refusal`] where it is none.
pub fn number<T: std::str::FromStr>(written: &str) -> Result<T, Refusal> {
    written.trim().parse().map_err(|_| Refusal::Options(Clash::Number))
}

/// The rows as a sheet.
pub fn sheet(rows: &[Row]) -> Sheet {
    let header = [
        "target_year",
        "horizon",
        "variable",
        "province_code",
        "mean",
        "sd",
        "q025",
        "q10",
        "q90",
        "q975",
        "prob_top20",
        "prob_upper_half",
        "prob_improve",
        "rank_median",
        "rank_q025",
        "rank_q10",
        "rank_q90",
        "rank_q975",
    ];
    let line = |row: &Row| {
        [
            row.target_year.to_string(),
            row.horizon.to_string(),
            row.variable.clone(),
            row.province_code.to_owned(),
            row.mean.to_string(),
            row.sd.to_string(),
            row.q025.to_string(),
            row.q10.to_string(),
            row.q90.to_string(),
            row.q975.to_string(),
            row.prob_top20.to_string(),
            row.prob_upper_half.to_string(),
            cell(row.prob_improve),
            row.rank_median.to_string(),
            row.rank_q025.to_string(),
            row.rank_q10.to_string(),
            row.rank_q90.to_string(),
            row.rank_q975.to_string(),
        ]
    };
    Sheet::new(header, rows.iter().map(line))
}

/// What can be said of an edition to come.
#[utoipa::path(get, path = "/api/v1/outlook", operation_id = "outlook", tag = "papi", params(Question, Wishes),
    responses((status = 200, body = [Row]), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn get(
    State(app): State<App>,
    Asked(question): Asked<Question>,
    caller: Caller,
) -> Result<Response, Problem> {
    let snapshot = app.snapshot();
    let answer = move || {
        let asking = question.read(&snapshot.editions, MOST)?;
        Ok((asking.ask.target, rows(&asking.look(&snapshot.editions)?, asking.unit)))
    };
    let (year, rows) = apart(&app, answer).await.map_err(|refusal| caller.refuse(&refusal))?;
    Ok(caller.list(&rows, || sheet(&rows), &format!("papi-{year}-outlook")))
}

/// Works an answer out when it is its turn, beside the threads that serve, for it takes a while.
pub(super) async fn apart<T: Send + 'static>(
    app: &App,
    answer: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    app.outlooks().work(answer).await.unwrap_or(Err(Refusal::Options(Clash::NoYears)))
}
