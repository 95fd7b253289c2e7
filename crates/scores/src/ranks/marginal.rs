//! The set for the rank of one unit at a time (Mogstad, Romano, Shaikh and Wilhelm 2024).
//!
//! Unit j is above i when it is significantly larger; the critical value is a quantile of the largest difference from
//! i, in standard errors ([`super::largest`]).

use rayon::prelude::*;

use super::largest::Largest;
use super::pairs::Pairs;
use super::{Estimates, Sets};

/// The sets of all units, each of which holds for its own unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Marginal {
    /// The last critical value of each unit.
    pub critical: Vec<f64>,
    /// The ranks that each unit may have.
    pub sets: Sets,
}

/// Every unit compared with all others at once.
pub fn single(estimates: &Estimates, coverage: f64) -> Marginal {
    each_unit(estimates, coverage, 1)
}

/// Stepwise: what is established is taken out and the rest compared again, which can only narrow the sets.
pub fn stepwise(estimates: &Estimates, coverage: f64) -> Marginal {
    each_unit(estimates, coverage, usize::MAX)
}

fn each_unit(estimates: &Estimates, coverage: f64, steps: usize) -> Marginal {
    let pairs = Pairs::new(estimates);
    let unit = |i: usize| {
        let mut pairs = pairs.clone();
        let mut critical = f64::NAN;
        for _ in 0..steps {
            critical = Largest::of(estimates, &pairs, i).quantile(coverage);
            if !pairs.settle_of(i, critical) || !pairs.any_open_of(i) {
                break;
            }
        }
        (critical, pairs.bounds(i))
    };
    if estimates.count() == 1 {
        return Marginal { critical: vec![0.0], sets: Sets::widest(1) };
    }
    let (critical, bounds): (Vec<f64>, Vec<_>) = (0..estimates.count()).into_par_iter().map(unit).unzip();
    let (best, worst) = bounds.into_iter().unzip();
    Marginal { critical, sets: Sets { best, worst } }
}
