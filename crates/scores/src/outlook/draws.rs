//! Futures of the whole country, drawn from the forecasts: the same for a seed on every machine and thread count.

use rayon::prelude::*;

use super::forecast::{Forecast, Forecaster};
use super::memory::Memory;
use super::panel::{Panel, Standardised};
use super::{Renewal, Variable};
use crate::normals::Normals;

/// How unsure the spread between provinces is, as the standard deviation of its logarithm.
const SPREAD_UNSURE: f64 = 0.15;
/// Yearly changes of a national mean before any is seen: of a dimension, and of the total.
const PRIOR_SHOCK: (f64, f64) = (0.2, 0.6);

/// Futures of every unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Draws {
    /// The year that is looked at.
    pub target: i16,
    /// How many years that is after the newest edition.
    pub horizon: i16,
    /// Numbers of the dimensions.
    pub dimensions: Vec<u8>,
    /// How many units there are.
    pub count: usize,
    /// How many futures were drawn.
    pub draws: usize,
    /// The national mean expected of each dimension: that of the newest edition.
    pub means: Vec<f64>,
    /// Points relative to the national mean: draw by draw, unit by unit, dimension by dimension.
    relative: Vec<f64>,
    /// How the national means move, draw by draw and dimension by dimension.
    shocks: Vec<f64>,
}

/// What decides a future.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ask {
    /// The survey year that is looked at, after the panel's newest.
    pub target: i16,
    /// Whether the sample is renewed by then.
    pub renewal: Renewal,
    /// How many futures are drawn.
    pub draws: usize,
    /// The seed.
    pub seed: u64,
}

impl Draws {
    /// Draws futures; none where the panel has no dimension to go by or the year is not after it.
    pub fn new(panel: &Panel, ask: Ask) -> Option<Self> {
        let years = panel.standardised();
        let memory = Memory::from_years(panel, &years);
        Self::remembering(panel, &years, &memory, ask)
    }

    /// Draws futures with a memory that is given.
    pub(crate) fn remembering(
        panel: &Panel,
        years: &[Vec<Option<Standardised>>],
        memory: &Memory,
        ask: Ask,
    ) -> Option<Self> {
        let horizon = ask.target - panel.as_of()?;
        let national = National::of(years, horizon)?;
        if horizon < 1 || panel.dimensions.is_empty() {
            return None;
        }
        let forecasts = [false, true].map(|renewed| {
            let mut forecaster = Forecaster::new(panel, years, memory, renewed);
            (0..panel.count).map(|unit| forecaster.of(unit)).collect::<Vec<_>>()
        });
        let odds = ask.renewal.chance(horizon);
        // Draws come in mirrored pairs.
        let normals = |number: usize| Normals::mirrored(ask.seed, number as u64 / 2, number % 2 == 1);
        let width = panel.dimensions.len();
        let mut relative = vec![0.0; ask.draws * panel.count * width];
        let mut shocks = vec![0.0; ask.draws * width];
        let futures = relative.par_chunks_mut(panel.count * width).zip(shocks.par_chunks_mut(width));
        futures.enumerate().for_each(|(number, (scores, shocks))| {
            draw(&forecasts, &national, odds, normals(number), scores, shocks);
        });
        Some(Self {
            target: ask.target,
            horizon,
            dimensions: panel.dimensions.clone(),
            count: panel.count,
            draws: ask.draws,
            means: national.means,
            relative,
            shocks,
        })
    }

    /// What can be asked of these draws: both totals and each dimension.
    pub fn variables(&self) -> Vec<Variable> {
        let six = (1..=6).all(|number| self.dimensions.contains(&number));
        let totals = [Variable::Total6, Variable::Total];
        let totals = totals.into_iter().filter(|variable| six || *variable != Variable::Total6);
        totals.chain(self.dimensions.iter().map(|number| Variable::Dimension(*number))).collect()
    }

    /// A unit's points in a draw, relative to the national mean.
    pub fn relative(&self, draw: usize, unit: usize, variable: Variable) -> f64 {
        let width = self.dimensions.len();
        let first = (draw * self.count + unit) * width;
        self.sum(&self.relative[first..first + width], variable)
    }

    /// A unit's points in a draw.
    pub fn absolute(&self, draw: usize, unit: usize, variable: Variable) -> f64 {
        let width = self.dimensions.len();
        let own = &self.relative[(draw * self.count + unit) * width..][..width];
        let shocks = &self.shocks[draw * width..][..width];
        let points: Vec<f64> =
            own.iter().zip(shocks).zip(&self.means).map(|((own, shock), mean)| own + shock + mean).collect();
        self.sum(&points, variable)
    }

    /// The national mean that is expected.
    pub fn national(&self, variable: Variable) -> f64 {
        self.sum(&self.means, variable)
    }

    fn sum(&self, points: &[f64], variable: Variable) -> f64 {
        let counted = self.dimensions.iter().zip(points).filter(|(number, _)| variable.counts(**number));
        counted.map(|(_, points)| points).sum()
    }
}

/// The nation's part in a future.
struct National {
    means: Vec<f64>,
    spreads: Vec<f64>,
    /// Standard deviations of the means' moves, and how they hang together.
    moves: Vec<f64>,
    together: f64,
}

impl National {
    /// None where a dimension was never scored.
    fn of(years: &[Vec<Option<Standardised>>], horizon: i16) -> Option<Self> {
        let size = years.last()?.len();
        let past = |dimension: usize| years.iter().filter_map(move |year| year[dimension].as_ref());
        let last = |dimension: usize| past(dimension).next_back().map(|there| there.mean);
        let spread = |dimension: usize| {
            let newest: Vec<f64> = past(dimension).rev().take(2).map(|there| there.spread).collect();
            (!newest.is_empty()).then(|| newest.iter().sum::<f64>() / newest.len() as f64)
        };
        let changes = |dimension: usize| {
            let means: Vec<f64> = past(dimension).map(|there| there.mean).collect();
            means.windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<_>>()
        };
        let variance = |changes: &[f64], prior: f64| {
            let squares: f64 = changes.iter().map(|change| change * change).sum();
            f64::from(horizon) * (squares + 2.0 * prior * prior) / (changes.len() as f64 + 2.0)
        };
        let variances: Vec<f64> = (0..size).map(|k| variance(&changes(k), PRIOR_SHOCK.0)).collect();
        let total = variance(&total_changes(years), PRIOR_SHOCK.1);
        let moves: Vec<f64> = variances.iter().map(|variance| libm::sqrt(*variance)).collect();
        Some(Self {
            means: (0..size).map(last).collect::<Option<_>>()?,
            spreads: (0..size).map(spread).collect::<Option<_>>()?,
            together: correlation(&variances, &moves, total),
            moves,
        })
    }
}

/// Changes of the national total from year to year, over the dimensions that both years have.
fn total_changes(years: &[Vec<Option<Standardised>>]) -> Vec<f64> {
    let change = |pair: &[Vec<Option<Standardised>>]| {
        let both =
            pair[0].iter().zip(&pair[1]).filter_map(|(before, now)| Some((before.as_ref()?, now.as_ref()?)));
        both.map(|(before, now)| now.mean - before.mean).sum()
    };
    years.windows(2).map(change).collect()
}

/// The one correlation of the dimensions' moves that gives their sum the variance of the total's moves.
fn correlation(variances: &[f64], moves: &[f64], total: f64) -> f64 {
    let apart: f64 = variances.iter().sum();
    let whole: f64 = moves.iter().sum();
    let lowest = if moves.len() > 1 { -0.99 / (moves.len() as f64 - 1.0) } else { 0.0 };
    if moves.len() < 2 { 0.0 } else { ((total - apart) / (whole * whole - apart)).clamp(lowest, 0.99) }
}

/// One future, into its place: whether the sample is renewed, how wide the country spreads, how the nation moves, then
/// every unit.
fn draw(
    forecasts: &[Vec<Forecast>; 2],
    national: &National,
    renewal_odds: f64,
    mut normals: Normals,
    scores: &mut [f64],
    shocks: &mut [f64],
) {
    let renewed = normals.uniform() < renewal_odds;
    let wide = libm::exp(SPREAD_UNSURE * normals.next());
    moves(national, &mut normals, shocks);
    let size = national.means.len();
    let mut chance = vec![0.0; size];
    for (forecast, scores) in forecasts[usize::from(renewed)].iter().zip(scores.chunks_mut(size)) {
        normals.fill(&mut chance);
        for (dimension, score) in scores.iter_mut().enumerate() {
            let moved: f64 = (0..=dimension).map(|k| forecast.factor[(dimension, k)] * chance[k]).sum();
            *score = wide * national.spreads[dimension] * (forecast.mean[dimension] + moved);
        }
    }
}

/// Equally correlated moves of the national means: each dimension's own part, and one in common.
fn moves(national: &National, normals: &mut Normals, moves: &mut [f64]) {
    let size = national.moves.len() as f64;
    normals.fill(moves);
    let middle = moves.iter().sum::<f64>() / size;
    let apart = libm::sqrt(1.0 - national.together);
    let along = libm::sqrt(1.0 + (size - 1.0) * national.together);
    for (own, sd) in moves.iter_mut().zip(&national.moves) {
        *own = sd * (apart * (*own - middle) + along * middle);
    }
}
