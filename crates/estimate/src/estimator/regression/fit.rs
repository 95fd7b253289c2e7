//! Fitting by Newton's method (iteratively reweighted least squares; McCullagh and Nelder, 1989).

use nalgebra::{DMatrix, DVector};

use super::Family;
use crate::Fault;
use crate::linear;

/// A fit.
pub(crate) struct Fitted {
    family: Family,
    /// The coefficients; NaN for a column that those before it explain.
    pub(crate) coefficients: Vec<f64>,
    /// The columns that stay.
    kept: Vec<usize>,
    means: Vec<f64>,
    /// (Σ w x x' V(μ))⁻ of the columns that stay.
    inverse: DMatrix<f64>,
}

impl Fitted {
    /// Fits; `near` is a fit to begin from. Error: `regression_failed` if it does not settle.
    pub(super) fn new(
        family: Family,
        x: &DMatrix<f64>,
        y: &[f64],
        weights: &[f64],
        near: Option<&Self>,
    ) -> Result<Self, Fault> {
        const ROUNDS: usize = 60;
        let kept = near.map_or_else(|| independent(x, weights), |near| near.kept.clone());
        let all = x.ncols();
        let x = x.select_columns(&kept);
        let mut eta: DVector<f64> = match near {
            Some(near) => {
                &x * DVector::from_iterator(kept.len(), kept.iter().map(|at| near.coefficients[*at]))
            }
            None => DVector::from_iterator(y.len(), y.iter().map(|y| family.start(*y))),
        };
        let mut beta = DVector::zeros(kept.len());
        for round in 0..ROUNDS {
            let means: Vec<f64> = eta.iter().map(|eta| family.mean(*eta)).collect();
            let curved: Vec<f64> = means.iter().zip(weights).map(|(m, w)| w * family.variance(*m)).collect();
            let working = |at: usize| eta[at] * curved[at] + weights[at] * (y[at] - means[at]);
            let right = x.tr_mul(&DVector::from_fn(y.len(), |at, _| working(at)));
            let inverse = linear::generalised_inverse(&linear::weighted_square(&x, &curved));
            let next = &inverse * right;
            let moved = (&next - &beta).amax();
            let settled = round > 0 && moved <= 1e-12 * (1.0 + next.amax());
            (beta, eta) = (next.clone(), &x * &next);
            if settled || family == Family::Gaussian && round == 0 {
                return Ok(Self::settled(family, (&x, all), kept, &beta, weights));
            }
            if !beta.iter().all(|b| b.is_finite()) {
                break;
            }
        }
        Err(Fault::RegressionFailed { iterations: ROUNDS })
    }

    fn settled(
        family: Family,
        (x, all): (&DMatrix<f64>, usize),
        kept: Vec<usize>,
        beta: &DVector<f64>,
        weights: &[f64],
    ) -> Self {
        let means: Vec<f64> = (x * beta).iter().map(|eta| family.mean(*eta)).collect();
        let curved: Vec<f64> = means.iter().zip(weights).map(|(m, w)| w * family.variance(*m)).collect();
        let inverse = linear::generalised_inverse(&linear::weighted_square(x, &curved));
        let mut coefficients = vec![f64::NAN; all];
        kept.iter().zip(beta.iter()).for_each(|(at, b)| coefficients[*at] = *b);
        Self { family, coefficients, kept, means, inverse }
    }

    /// Number of coefficients that there are.
    pub(crate) fn rank(&self) -> usize {
        self.kept.len()
    }

    /// Column by column the rows' influences on the coefficients; NaN for a column that was left out.
    pub(super) fn influences(&self, x: &DMatrix<f64>, y: &[f64], weights: &[f64]) -> Vec<Vec<f64>> {
        let mut influences = vec![vec![f64::NAN; y.len()]; x.ncols()];
        for (i, to) in self.kept.iter().enumerate() {
            let along: DVector<f64> = x.select_columns(&self.kept) * self.inverse.column(i);
            influences[*to] =
                (0..y.len()).map(|at| along[at] * weights[at] * (y[at] - self.means[at])).collect();
        }
        influences
    }

    /// n/(n−1) · Σ w (r−r̄)² / Σ w of Pearson's residuals; not centred, Σ w r² / Σ w.
    pub(super) fn dispersion(&self, y: &[f64], weights: &[f64], centred: bool) -> f64 {
        let residual = |at: usize| (y[at] - self.means[at]) / self.family.variance(self.means[at]).sqrt();
        let there: Vec<usize> = (0..y.len()).filter(|at| weights[*at] != 0.0).collect();
        let (n, all) = (there.len() as f64, there.iter().map(|at| weights[*at]).sum::<f64>());
        let sum =
            |of: &dyn Fn(f64) -> f64| there.iter().map(|at| weights[*at] * of(residual(*at))).sum::<f64>();
        if !centred {
            return sum(&|r| r * r) / all;
        }
        let mean = sum(&|r| r) / all;
        n / (n - 1.0) * sum(&|r| (r - mean).powi(2)) / all
    }
}

impl Family {
    fn mean(self, eta: f64) -> f64 {
        match self {
            Self::Gaussian => eta,
            Self::Binomial => 1.0 / (1.0 + (-eta).exp()),
            Self::Poisson => eta.exp(),
        }
    }

    fn variance(self, mean: f64) -> f64 {
        match self {
            Self::Gaussian => 1.0,
            Self::Binomial => mean * (1.0 - mean),
            Self::Poisson => mean,
        }
    }

    /// The link of a value between the response and the middle.
    fn start(self, y: f64) -> f64 {
        match self {
            Self::Gaussian => y,
            Self::Binomial => ((y + 0.5) / (1.5 - y)).ln(),
            Self::Poisson => (y + 0.1).ln(),
        }
    }
}

/// The columns, in order, that those before them do not explain.
fn independent(x: &DMatrix<f64>, weights: &[f64]) -> Vec<usize> {
    const TOLERANCE: f64 = 1e-7;
    let roots = DVector::from_iterator(weights.len(), weights.iter().map(|w| w.sqrt()));
    let mut basis: Vec<DVector<f64>> = Vec::new();
    let mut kept = Vec::new();
    for at in 0..x.ncols() {
        let mut column = x.column(at).component_mul(&roots);
        let length = column.norm();
        for _ in 0..2 {
            for known in &basis {
                let along = known.dot(&column);
                column -= known * along;
            }
        }
        let left = column.norm();
        if left > TOLERANCE * length {
            basis.push(column / left);
            kept.push(at);
        }
    }
    kept
}
