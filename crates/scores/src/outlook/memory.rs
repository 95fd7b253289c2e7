//! What results remember: the three parts that a standing is made of, estimated from the moments of the past.
//!
//! A standing is a *lasting* part, drawn once for each province, a part of the *sample period* and a part of the
//! *year*. Products of a province's standings tell them apart: of the same year all three show, of two years of one
//! period the first two, across a renewal only the lasting one. Each moment is pulled towards a prior that counts as
//! two observations, so that short histories say little with little conviction.

use nalgebra::{DMatrix, SymmetricEigen};

use super::forecast::{Forecast, Forecaster};
use super::panel::{Panel, Standardised};

/// How many observations a prior counts as.
const PRIOR_WEIGHT: f64 = 2.0;
/// Correlation of two dimensions in one year before anything is seen.
const PRIOR_BETWEEN_DIMENSIONS: f64 = 0.3;
/// What of the moment below is kept across years, and again across a renewal, before anything is seen.
const PRIOR_KEPT: f64 = 0.55;

/// Covariances over the dimensions, in squared spreads.
#[derive(Debug, Clone, PartialEq)]
pub struct Memory {
    /// Of the part that lasts.
    pub lasting: DMatrix<f64>,
    /// Of the part that a sample period keeps.
    pub period: DMatrix<f64>,
    /// Of the part of one year alone.
    pub year: DMatrix<f64>,
}

impl Memory {
    /// The memory that a panel shows.
    pub fn of(panel: &Panel) -> Self {
        Self::from_years(panel, &panel.standardised())
    }

    pub(crate) fn from_years(panel: &Panel, years: &[Vec<Option<Standardised>>]) -> Self {
        let size = panel.dimensions.len();
        let every: Vec<usize> = (0..years.len()).collect();
        let pairs = |same_period: bool| -> Vec<(usize, usize)> {
            let all = every.iter().flat_map(|a| every[a + 1..].iter().map(|b| (*a, *b)));
            all.filter(|(a, b)| (panel.years[*a].period == panel.years[*b].period) == same_period).collect()
        };
        let same_year: Vec<_> = every.iter().map(|year| (*year, *year)).collect();
        let prior = DMatrix::from_fn(size, size, |i, j| if i == j { 1.0 } else { PRIOR_BETWEEN_DIMENSIONS });
        let of_year = moments(years, &same_year, &prior);
        let of_period = moments(years, &pairs(true), &(&of_year * PRIOR_KEPT));
        let across = moments(years, &pairs(false), &(&of_period * PRIOR_KEPT));
        let lasting = positive(&across, 1e-4);
        let period = positive(&(of_period - &lasting), 1e-4);
        let year = positive(&(of_year - &lasting - &period), 1e-3);
        Self { lasting, period, year }
    }

    /// The forecast of a unit of a panel by this memory, for a target with a new sample or the newest year's.
    pub fn forecast(&self, panel: &Panel, unit: usize, renewed: bool) -> Forecast {
        Forecaster::new(panel, &panel.standardised(), self, renewed).of(unit)
    }

    /// The shares of one dimension's variance that last, belong to the period, belong to the year.
    pub fn shares(&self, dimension: usize) -> [f64; 3] {
        let parts = [&self.lasting, &self.period, &self.year].map(|part| part[(dimension, dimension)]);
        let whole: f64 = parts.iter().sum();
        parts.map(|part| part / whole)
    }
}

/// The mean product of standings over pairs of years, element by element where both years have both
/// dimensions, with its prior.
fn moments(
    years: &[Vec<Option<Standardised>>],
    pairs: &[(usize, usize)],
    prior: &DMatrix<f64>,
) -> DMatrix<f64> {
    let size = prior.nrows();
    let mut sums = prior * PRIOR_WEIGHT;
    let mut weights = DMatrix::from_element(size, size, PRIOR_WEIGHT);
    for (a, b) in pairs {
        for i in 0..size {
            for j in 0..size {
                let there = mean_product(&years[*a][i], &years[*b][j]);
                let back = mean_product(&years[*b][i], &years[*a][j]);
                if let (Some(there), Some(back)) = (there, back) {
                    sums[(i, j)] += 0.5 * (there + back);
                    weights[(i, j)] += 1.0;
                }
            }
        }
    }
    sums.component_div(&weights)
}

fn mean_product(a: &Option<Standardised>, b: &Option<Standardised>) -> Option<f64> {
    let (a, b) = (a.as_ref()?, b.as_ref()?);
    let products: Vec<f64> = a.z.iter().zip(&b.z).filter_map(|(a, b)| Some((*a)? * (*b)?)).collect();
    (!products.is_empty()).then(|| products.iter().sum::<f64>() / products.len() as f64)
}

/// The nearest matrix whose eigenvalues are at least `floor`.
fn positive(matrix: &DMatrix<f64>, floor: f64) -> DMatrix<f64> {
    let symmetric = (matrix + matrix.transpose()) * 0.5;
    let mut eigen = SymmetricEigen::new(symmetric);
    eigen.eigenvalues.apply(|value| *value = value.max(floor));
    let back = eigen.recompose();
    (&back + back.transpose()) * 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_positive_is_made_so_and_the_rest_left() {
        let matrix = DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 2.0, 1.0]);
        // Eigenvalues 3 and −1 along (1, 1) and (1, −1): the second becomes 0.01.
        let positive = positive(&matrix, 0.01);
        assert!((positive[(0, 0)] - 1.505).abs() < 1e-12 && (positive[(0, 1)] - 1.495).abs() < 1e-12);
    }

    #[test]
    fn without_a_past_there_is_the_prior() {
        let panel = Panel { count: 63, dimensions: vec![1, 2], years: Vec::new() };
        let shares = Memory::of(&panel).shares(0);
        for (share, prior) in shares.into_iter().zip([0.3025, 0.2475, 0.45]) {
            assert!((share - prior).abs() < 1e-3, "{shares:?}");
        }
    }
}
