//! How sure the ranks of one edition are: which ranks the *true* values may have, given the noise of a survey.
//!
//! Sets that hold with a guarantee: [`joint`] (Klein, Wright and Wieczorek 2020, JRSS C 69) for a whole ranking,
//! [`marginal`] for one province at a time and [`simultaneous`] for all at once (Mogstad, Romano, Shaikh and Wilhelm
//! 2024, Review of Economic Studies 91). [`chances`] gives each rank a probability, which is easier to say and
//! guarantees less. Numbers in, numbers out; higher values are better.

pub mod chances;
mod change;
mod correlated;
mod errors;
pub mod joint;
mod largest;
pub mod marginal;
mod pairs;
pub mod simultaneous;
mod sure;

pub use chances::{Chances, Truth};
pub use change::{COVERAGE, ChangeNoise};
pub use errors::{ErrorOf, Measured, default_error};
pub use joint::Correction;
pub use sure::{Method, NotAMethod, Sure};

use crate::normal;

/// Estimates with their standard errors.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimates {
    values: Vec<f64>,
    errors: Vec<f64>,
    shared: Option<Shared>,
}

/// Errors that units of one group share: two of a group have covariance `rho` times the product of their errors.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// The group of each unit, any numbering.
    pub groups: Vec<usize>,
    /// The correlation inside a group, from 0 to below 1.
    pub rho: f64,
}

/// What cannot be ranked with its errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// No unit at all.
    #[error("there are no estimates")]
    Empty,
    /// As many errors, and groups, as values are needed.
    #[error("there must be one error, and one group where there are groups, for each value")]
    Lengths,
    /// An error is not above 0, or a value is not finite.
    #[error("a value must be finite and an error above 0")]
    Number,
    /// The correlation is not from 0 to below 1.
    #[error("a correlation inside groups must be from 0 to below 1")]
    Correlation,
}

/// Sets of ranks: for each unit the best and the worst that it may have, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sets {
    /// The best rank of each unit.
    pub best: Vec<usize>,
    /// The worst rank of each unit.
    pub worst: Vec<usize>,
}

impl Estimates {
    /// Independent estimates.
    ///
    /// # Errors
    /// [`Unfit`] where lengths differ, a value is not finite or an error is not above 0.
    pub fn new(values: Vec<f64>, errors: Vec<f64>) -> Result<Self, Unfit> {
        Self::with(values, errors, None)
    }

    /// Estimates whose errors may be shared inside groups.
    ///
    /// # Errors
    /// As [`Self::new`]; [`Unfit::Correlation`] where `rho` is not from 0 to below 1.
    pub fn with(values: Vec<f64>, errors: Vec<f64>, shared: Option<Shared>) -> Result<Self, Unfit> {
        let grouped = shared.as_ref().is_none_or(|shared| shared.groups.len() == values.len());
        if values.is_empty() {
            return Err(Unfit::Empty);
        }
        if errors.len() != values.len() || !grouped {
            return Err(Unfit::Lengths);
        }
        if !values.iter().all(|x| x.is_finite()) || !errors.iter().all(|e| e.is_finite() && *e > 0.0) {
            return Err(Unfit::Number);
        }
        if shared.as_ref().is_some_and(|shared| !(0.0..1.0).contains(&shared.rho)) {
            return Err(Unfit::Correlation);
        }
        let shared = shared.filter(|shared| shared.rho > 0.0).map(Shared::renumbered);
        Ok(Self { values, errors, shared })
    }

    /// How many units there are.
    pub fn count(&self) -> usize {
        self.values.len()
    }

    /// The value of each unit.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The standard error of each unit.
    pub fn errors(&self) -> &[f64] {
        &self.errors
    }

    /// Whether no two errors are correlated.
    pub fn independent(&self) -> bool {
        self.shared.is_none()
    }

    /// 1 + how many units have a strictly larger value.
    pub fn ranks(&self) -> Vec<usize> {
        let above = |x: f64| self.values.iter().filter(|other| **other > x).count();
        self.values.iter().map(|x| 1 + above(*x)).collect()
    }

    /// The standard error of the difference of two units.
    pub fn difference_error(&self, i: usize, j: usize) -> f64 {
        let (a, b) = (self.errors[i], self.errors[j]);
        let shared = self.shared.as_ref().filter(|_| self.share(i, j));
        let covariance = shared.map_or(0.0, |shared| shared.rho * a * b);
        libm::sqrt(a * a + b * b - 2.0 * covariance)
    }

    /// Whether two units share a part of their errors.
    fn share(&self, i: usize, j: usize) -> bool {
        self.shared.as_ref().is_some_and(|shared| shared.groups[i] == shared.groups[j])
    }
}

impl Shared {
    /// The same groups, numbered from 0 without gaps.
    fn renumbered(mut self) -> Self {
        let mut numbers = self.groups.clone();
        numbers.sort_unstable();
        numbers.dedup();
        for group in &mut self.groups {
            *group = numbers.partition_point(|number| number < group);
        }
        self
    }
}

impl Sets {
    /// The units that cannot be ruled out of the best `tau`, as positions; a statement for all at once when the sets
    /// are [`simultaneous`] ones.
    pub fn may_be_among(&self, tau: usize) -> Vec<usize> {
        (0..self.best.len()).filter(|unit| self.best[*unit] <= tau).collect()
    }

    /// Room for sets of `count` units, each as wide as can be.
    fn widest(count: usize) -> Self {
        Self { best: vec![1; count], worst: vec![count; count] }
    }
}

/// How many standard errors a two-sided interval reaches to each side to hold with probability `coverage`.
pub fn two_sided(coverage: f64) -> f64 {
    normal::point(0.5 * (1.0 + coverage))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_the_better_rank() {
        let estimates = Estimates::new(vec![2.0, 3.0, 2.0, 1.0], vec![1.0; 4]).expect("fit");
        assert_eq!(estimates.ranks(), [2, 1, 2, 4]);
    }

    #[test]
    fn what_has_no_error_cannot_be_ranked_with_one() {
        assert_eq!(Estimates::new(vec![1.0], vec![0.0]), Err(Unfit::Number));
        assert_eq!(Estimates::new(vec![1.0, 2.0], vec![1.0]), Err(Unfit::Lengths));
        assert_eq!(Estimates::new(vec![], vec![]), Err(Unfit::Empty));
        let shared = Some(Shared { groups: vec![0, 0], rho: 1.0 });
        assert_eq!(Estimates::with(vec![1.0, 2.0], vec![1.0; 2], shared), Err(Unfit::Correlation));
    }

    #[test]
    fn errors_that_are_shared_cancel_in_a_difference() {
        let shared = Some(Shared { groups: vec![0, 0, 1], rho: 0.5 });
        let estimates = Estimates::with(vec![0.0; 3], vec![1.0; 3], shared).expect("fit");
        assert_eq!(estimates.difference_error(0, 1), 1.0);
        assert_eq!(estimates.difference_error(0, 2), libm::sqrt(2.0));
    }
}
