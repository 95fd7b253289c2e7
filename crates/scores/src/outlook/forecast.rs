//! One unit's standing in a year to come, given everything published of it.
//!
//! All standings are jointly normal, so what is unpublished is simply left out: mean k′K⁻¹z, covariance
//! U + V + E − k′K⁻¹k, where K is the covariance of what was seen and k that of it with the target.

use std::collections::BTreeMap;

use nalgebra::{Cholesky, DMatrix, DVector};

use super::memory::Memory;
use super::panel::{Panel, Standardised};

/// The standings of a unit in the target year, over the dimensions, in spreads.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// Their mean.
    pub mean: DVector<f64>,
    /// A factor L of their covariance, LL′.
    pub factor: DMatrix<f64>,
    /// For each year of the panel, what its published standings weigh in the mean: the average over the dimensions of
    /// the summed weights. 0 where nothing was published.
    pub weights: Vec<f64>,
}

/// Forecasts of every unit of a panel.
#[derive(Debug)]
pub(crate) struct Forecaster<'a> {
    memory: &'a Memory,
    years: &'a [Vec<Option<Standardised>>],
    periods: Vec<i16>,
    /// Solved once for each pattern of published figures: most provinces share one.
    solved: BTreeMap<Vec<(usize, usize)>, Solved>,
    renewed: bool,
}

#[derive(Debug)]
struct Solved {
    weights: DMatrix<f64>,
    factor: DMatrix<f64>,
}

impl<'a> Forecaster<'a> {
    /// A forecaster for a target that has a new sample, or the newest year's.
    pub(crate) fn new(
        panel: &Panel,
        years: &'a [Vec<Option<Standardised>>],
        memory: &'a Memory,
        renewed: bool,
    ) -> Self {
        let periods = panel.years.iter().map(|year| year.period).collect();
        Self { memory, years, periods, solved: BTreeMap::new(), renewed }
    }

    /// The forecast of a unit.
    pub(crate) fn of(&mut self, unit: usize) -> Forecast {
        let (seen, z) = self.seen(unit);
        if !self.solved.contains_key(&seen) {
            let solved = self.solve(&seen);
            self.solved.insert(seen.clone(), solved);
        }
        let Solved { weights, factor } = &self.solved[&seen];
        let mut by_year = vec![0.0; self.years.len()];
        for (row, (year, _)) in seen.iter().enumerate() {
            by_year[*year] += weights.row(row).sum() / weights.ncols() as f64;
        }
        Forecast { mean: weights.transpose() * z, factor: factor.clone(), weights: by_year }
    }

    /// What was published of a unit: year and dimension, and the standing.
    fn seen(&self, unit: usize) -> (Vec<(usize, usize)>, DVector<f64>) {
        let all = self.years.iter().enumerate().flat_map(|(year, dimensions)| {
            let of_year = dimensions.iter().enumerate();
            of_year.filter_map(move |(dimension, there)| Some(((year, dimension), there.as_ref()?.z[unit]?)))
        });
        let (seen, z): (Vec<_>, Vec<f64>) = all.unzip();
        (seen, DVector::from_vec(z))
    }

    fn solve(&self, seen: &[(usize, usize)]) -> Solved {
        let Memory { lasting, period, year } = self.memory;
        let size = lasting.nrows();
        let latest = self.periods.last().filter(|_| !self.renewed);
        let among = DMatrix::from_fn(seen.len(), seen.len(), |row, column| {
            let ((a, i), (b, j)) = (seen[row], seen[column]);
            let same_period = if self.periods[a] == self.periods[b] { period[(i, j)] } else { 0.0 };
            lasting[(i, j)] + same_period + if a == b { year[(i, j)] } else { 0.0 }
        });
        let towards = DMatrix::from_fn(seen.len(), size, |row, j| {
            let (a, i) = seen[row];
            let same_period = if latest == Some(&self.periods[a]) { period[(i, j)] } else { 0.0 };
            lasting[(i, j)] + same_period
        });
        let weights = match Cholesky::new(among) {
            Some(factored) if !seen.is_empty() => factored.solve(&towards),
            _ => DMatrix::zeros(seen.len(), size),
        };
        let left = lasting + period + year - towards.transpose() * &weights;
        let symmetric = (&left + left.transpose()) * 0.5;
        Solved { weights, factor: root(symmetric) }
    }
}

/// A factor L of a covariance. It contains the year's own part, whose eigenvalues have a floor, so it has one.
fn root(covariance: DMatrix<f64>) -> DMatrix<f64> {
    let size = covariance.nrows();
    let diagonal = DMatrix::from_diagonal(&covariance.diagonal().map(|v| libm::sqrt(v.max(0.0))));
    Cholesky::new(covariance).map_or(diagonal, |factored| factored.l()).resize(size, size, 0.0)
}
