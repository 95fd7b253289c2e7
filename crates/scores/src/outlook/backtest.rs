//! The backtest: what the outlook would have said of editions that are known by now, and how well that did.
//!
//! Each forecast sees editions up to its origin only and does not know of renewals. Scored beside it are two rivals: the
//! last value with the spread of past changes, and the base rate, by which every province is alike.

use rayon::prelude::*;

use super::{Ask, Drawn, Draws, FIRST, Panel, Renewal, Summary, Variable};
use crate::group::Sizes;
use crate::ranks::{Chances, Estimates, Truth};
use crate::{Group, normal};

/// What was said of one province, and what came.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecasted {
    /// The newest edition that was known.
    pub origin: i16,
    /// The edition that was looked at.
    pub target: i16,
    /// The variable.
    pub variable: Variable,
    /// The province, as its position in the panel.
    pub unit: usize,
    /// What was said.
    pub summary: Summary,
    /// The probability of a place gained over the origin; none where it was unranked there.
    pub improves: Option<f64>,
    /// How many were ranked in the target edition.
    pub of: usize,
    /// The national mean that was expected, points.
    pub national: f64,
    /// What came: points relative to the national mean.
    pub came: f64,
    /// The rank that came.
    pub rank: usize,
    /// The continuous ranked probability score of what was said, points; 0 is best.
    pub crps: f64,
    /// The same of the last value and of the base rate.
    pub rival_crps: [f64; 2],
    /// The last value's probability of the first 20.
    pub last_value_first: f64,
}

/// How well forecasts of one variable did over one horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Years ahead.
    pub horizon: i16,
    /// The variable.
    pub variable: Variable,
    /// How many forecasts.
    pub forecasts: usize,
    /// Root mean squared error of the mean, points.
    pub rmse: f64,
    /// Mean continuous ranked probability score, points: outlook, last value, base rate.
    pub crps: [f64; 3],
    /// Mean squared error of the probability of the first 20: outlook, last value, base rate.
    pub brier_first: [f64; 3],
    /// Mean squared error of the probability of the upper half: outlook, base rate.
    pub brier_upper: [f64; 2],
    /// Mean distance of the median rank from the rank that came, places.
    pub rank_error: f64,
    /// The share of results inside the 80 % and the 95 % interval.
    pub coverage: [f64; 2],
    /// Probabilities of the first 20 in ten bins, and how often it came true.
    pub calibration: Vec<Bin>,
}

/// Forecasts whose probability lay in one tenth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// The lower end of the tenth.
    pub from: f64,
    /// How many forecasts.
    pub forecasts: usize,
    /// Their mean probability.
    pub said: f64,
    /// The share that came true.
    pub came: f64,
}

/// What the backtest draws.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Futures for each origin.
    pub draws: usize,
    /// The seed.
    pub seed: u64,
    /// Whether renewals are known ahead, for comparison; else they are not.
    pub renewals_known: bool,
}

/// The first target edition by which a variable is judged: totals of six dimensions have a longer past.
fn first_target(variable: Variable) -> i16 {
    if variable == Variable::Total6 { 2014 } else { 2020 }
}

/// The draws behind the forecasts of one target edition; none where the past does not reach.
pub fn futures(panel: &Panel, target: i16, horizon: i16, plan: Plan) -> Option<Draws> {
    let known = panel.until(target - horizon);
    let period = |year: i16| panel.years.iter().find(|own| own.year == year).map(|own| own.period);
    let renewal = match plan.renewals_known {
        false => Renewal::Unknown,
        true if period(target) == period(target - horizon) => Renewal::No,
        true => Renewal::Yes,
    };
    let reaches = known.as_of() == Some(target - horizon) && known.years.len() > 1;
    let ask = Ask { target, renewal, draws: plan.draws, seed: plan.seed };
    reaches.then(|| Draws::new(&known, ask)).flatten()
}

/// Every forecast over a horizon, of every variable whose dimensions the origin knew, in order of target edition.
pub fn forecasts(panel: &Panel, horizon: i16, plan: Plan) -> Vec<Forecasted> {
    let targets: Vec<usize> = (0..panel.years.len()).collect();
    let of_target = |index: usize| {
        let target = panel.years[index].year;
        let Some(draws) = futures(panel, target, horizon, plan) else { return Vec::new() };
        let judged =
            |variable: &Variable| target >= first_target(*variable) && whole(panel, index, *variable, &draws);
        let variables = draws.variables().into_iter().filter(judged);
        variables.flat_map(|variable| of_variable(panel, index, &draws, variable)).collect()
    };
    targets.into_iter().flat_map(of_target).collect()
}

/// How well forecasts did, for each variable of theirs.
pub fn verdicts(forecasts: &[Forecasted], horizon: i16) -> Vec<Verdict> {
    let mut variables: Vec<Variable> = forecasts.iter().map(|forecast| forecast.variable).collect();
    variables.sort_unstable();
    variables.dedup();
    let verdict = |variable: Variable| {
        let own: Vec<&Forecasted> = forecasts.iter().filter(|f| f.variable == variable).collect();
        judge(&own, horizon, variable)
    };
    variables.into_iter().map(verdict).collect()
}

/// Whether the origin knew every dimension that the target edition scores in the variable.
fn whole(panel: &Panel, index: usize, variable: Variable, draws: &Draws) -> bool {
    let scored = |number: &u8| {
        let row = panel.dimensions.iter().position(|own| own == number);
        row.is_some_and(|row| panel.years[index].scores[row].iter().any(Option::is_some))
    };
    let counted = panel.dimensions.iter().filter(|number| variable.counts(**number) && scored(number));
    counted.into_iter().all(|number| draws.dimensions.contains(number))
}

fn of_variable(panel: &Panel, index: usize, draws: &Draws, variable: Variable) -> Vec<Forecasted> {
    let known = panel.until(draws.target - draws.horizon);
    let came = came(panel, index, variable, draws);
    let units: Vec<usize> = (0..panel.count).filter(|unit| came[*unit].is_some()).collect();
    let drawn = Drawn::among(draws, variable, units);
    let last = known.relative(known.years.len() - 1, variable);
    let rivals = Rivals::new(&known, variable, draws.horizon, &drawn.units, &last);
    let of = |(position, unit): (usize, &usize)| {
        let points = came[*unit]?;
        let above = |other: &usize| came[*other].is_some_and(|other| other > points);
        let now = last[*unit].map(|own| 1 + last.iter().flatten().filter(|other| **other > own).count());
        Some(Forecasted {
            origin: draws.target - draws.horizon,
            target: draws.target,
            variable,
            unit: *unit,
            summary: drawn.summary(position),
            improves: now.map(|now| drawn.within(position, now - 1)),
            of: drawn.units.len(),
            national: draws.national(variable),
            came: points,
            rank: 1 + drawn.units.iter().filter(|other| above(other)).count(),
            crps: crps(&drawn.values[position], points),
            rival_crps: rivals.crps(position, points),
            last_value_first: rivals.first[position],
        })
    };
    drawn.units.iter().enumerate().collect::<Vec<_>>().into_par_iter().filter_map(of).collect()
}

/// What came, over the dimensions that the draws hold.
fn came(panel: &Panel, index: usize, variable: Variable, draws: &Draws) -> Vec<Option<f64>> {
    let kept: Vec<usize> = (0..panel.dimensions.len())
        .filter(|row| draws.dimensions.contains(&panel.dimensions[*row]))
        .collect();
    let mut year = panel.years[index].clone();
    year.scores = kept.iter().map(|row| year.scores[*row].clone()).collect();
    let cut = Panel { count: panel.count, dimensions: draws.dimensions.clone(), years: vec![year] };
    cut.relative(0, variable)
}

/// The last value with the spread of past changes, and the base rate with the spread between provinces.
struct Rivals {
    last: Vec<f64>,
    change: f64,
    spread: f64,
    first: Vec<f64>,
}

impl Rivals {
    fn new(known: &Panel, variable: Variable, horizon: i16, units: &[usize], last: &[Option<f64>]) -> Self {
        let relative: Vec<_> = (0..known.years.len()).map(|year| known.relative(year, variable)).collect();
        let reach = usize::try_from(horizon).unwrap_or(1);
        let changes: Vec<f64> = relative
            .iter()
            .zip(relative.iter().skip(reach))
            .flat_map(|(then, later)| then.iter().zip(later).filter_map(|(a, b)| Some((*b)? - (*a)?)))
            .collect();
        let spread = root_mean_square(&last.iter().flatten().copied().collect::<Vec<_>>());
        // Before a change has been seen, two unrelated years differ by √2 spreads.
        let change = if changes.is_empty() { spread * libm::sqrt(2.0) } else { root_mean_square(&changes) };
        let last: Vec<f64> = units.iter().map(|unit| last[*unit].unwrap_or(0.0)).collect();
        let estimates = Estimates::new(last.clone(), vec![change.max(1e-9); last.len()]);
        let chances = estimates.ok().and_then(|estimates| Chances::of(&estimates, Truth::Flat));
        let first = (0..last.len()).map(|u| chances.as_ref().map_or(0.0, |c| c.among(u, FIRST))).collect();
        Self { last, change, spread, first }
    }

    fn crps(&self, position: usize, came: f64) -> [f64; 2] {
        [normal_crps(self.last[position], self.change, came), normal_crps(0.0, self.spread, came)]
    }
}

fn judge(own: &[&Forecasted], horizon: i16, variable: Variable) -> Verdict {
    let mean = |of: &dyn Fn(&Forecasted) -> f64| own.iter().map(|f| of(f)).sum::<f64>() / own.len() as f64;
    let yes = |holds: bool| f64::from(u8::from(holds));
    let brier = |said: f64, came: bool| (said - yes(came)) * (said - yes(came));
    let first = |f: &Forecasted| f.rank <= FIRST;
    let half = |f: &Forecasted| Sizes::by_rule(f.of).last_place(Group::HighAverage);
    let inside = |f: &Forecasted, low: usize, high: usize| {
        yes((f.summary.quantiles[low]..=f.summary.quantiles[high]).contains(&f.came))
    };
    Verdict {
        horizon,
        variable,
        forecasts: own.len(),
        rmse: libm::sqrt(mean(&|f| (f.summary.mean - f.came) * (f.summary.mean - f.came))),
        crps: [mean(&|f| f.crps), mean(&|f| f.rival_crps[0]), mean(&|f| f.rival_crps[1])],
        brier_first: [
            mean(&|f| brier(f.summary.within(FIRST), first(f))),
            mean(&|f| brier(f.last_value_first, first(f))),
            mean(&|f| brier(FIRST as f64 / f.of as f64, first(f))),
        ],
        brier_upper: [
            mean(&|f| brier(f.summary.within(half(f)), f.rank <= half(f))),
            mean(&|f| brier(half(f) as f64 / f.of as f64, f.rank <= half(f))),
        ],
        rank_error: mean(&|f| f.summary.rank_at(0.5).abs_diff(f.rank) as f64),
        coverage: [mean(&|f| inside(f, 1, 2)), mean(&|f| inside(f, 0, 3))],
        calibration: (0..10).map(|tenth| bin(own, tenth)).collect(),
    }
}

fn bin(own: &[&Forecasted], tenth: usize) -> Bin {
    let of = |f: &&&Forecasted| ((f.summary.within(FIRST) * 10.0) as usize).min(9) == tenth;
    let inside: Vec<_> = own.iter().filter(of).collect();
    let count = inside.len().max(1) as f64;
    Bin {
        from: tenth as f64 / 10.0,
        forecasts: inside.len(),
        said: inside.iter().map(|f| f.summary.within(FIRST)).sum::<f64>() / count,
        came: inside.iter().filter(|f| f.rank <= FIRST).count() as f64 / count,
    }
}

/// The score of draws: mean distance to what came less half the mean distance between two of them.
fn crps(draws: &[f64], came: f64) -> f64 {
    let mut sorted = draws.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let count = sorted.len() as f64;
    let away = sorted.iter().map(|value| (value - came).abs()).sum::<f64>() / count;
    let place = |(k, value): (usize, &f64)| value * (2.0 * (k as f64 + 1.0) - count - 1.0);
    away - sorted.iter().enumerate().map(place).sum::<f64>() / (count * count)
}

/// The score of a normal forecast in closed form (Gneiting and Raftery 2007, JASA 102).
fn normal_crps(mean: f64, sd: f64, came: f64) -> f64 {
    let z = (came - mean) / sd;
    sd * (z * (2.0 * normal::below(z) - 1.0) + 2.0 * normal::density(z)
        - 1.0 / libm::sqrt(std::f64::consts::PI))
}

fn root_mean_square(values: &[f64]) -> f64 {
    let squares: f64 = values.iter().map(|value| value * value).sum();
    libm::sqrt(squares / values.len().max(1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normals::Normals;

    #[test]
    fn the_score_of_normal_draws_is_the_normal_one() {
        let mut normals = Normals::new(1, 0);
        let draws: Vec<f64> = (0..20_000).map(|_| 1.0 + 2.0 * normals.next()).collect();
        for came in [-3.0, 1.0, 2.5] {
            assert!((crps(&draws, came) - normal_crps(1.0, 2.0, came)).abs() < 0.03, "{came}");
        }
    }

    #[test]
    fn a_forecast_without_doubt_scores_its_distance() {
        assert_eq!(crps(&[1.0, 1.0], 3.5), 2.5);
    }
}
