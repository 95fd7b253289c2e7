//! The set for the rank of one unit at a time (Mogstad, Romano, Shaikh and Wilhelm 2024).
//!
//! Unit j is above i when it is significantly larger; the critical value is a quantile of the largest difference from
//! i, in standard errors. With independent errors that is one integral over the error of i; correlated ones are drawn.

use rayon::prelude::*;

use super::correlated::Draws;
use super::pairs::Pairs;
use super::{Estimates, Sets};
use crate::normal;

/// The sets of all units, each of which holds for its own unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Marginal {
    /// The last critical value of each unit.
    pub critical: Vec<f64>,
    /// The ranks that each unit may have.
    pub sets: Sets,
}

/// Every unit compared with all others at once. Only correlated errors need `draws` and `seed`.
pub fn single(estimates: &Estimates, coverage: f64, draws: usize, seed: u64) -> Marginal {
    each_unit(estimates, coverage, draws, seed, 1)
}

/// Stepwise: what is established is taken out and the rest compared again, which can only narrow the sets.
pub fn stepwise(estimates: &Estimates, coverage: f64, draws: usize, seed: u64) -> Marginal {
    each_unit(estimates, coverage, draws, seed, usize::MAX)
}

fn each_unit(estimates: &Estimates, coverage: f64, draws: usize, seed: u64, steps: usize) -> Marginal {
    let drawn = (!estimates.independent()).then(|| Draws::new(estimates, draws, seed));
    let pairs = Pairs::new(estimates);
    let unit = |i: usize| {
        let mut pairs = pairs.clone();
        let mut critical = f64::NAN;
        for _ in 0..steps {
            critical = match &drawn {
                None => integrated(estimates, &pairs, i, coverage),
                Some(drawn) => drawn.quantile_of(&pairs, i, coverage),
            };
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

/// The value that the largest open difference of unit `i` stays below with probability `coverage`.
fn integrated(estimates: &Estimates, pairs: &Pairs, i: usize, coverage: f64) -> f64 {
    let rivals: Vec<Rival> = rivals(estimates, pairs, i);
    let sharpest = rivals.iter().map(|rival| rival.error).fold(estimates.errors[i], f64::min);
    let step = 0.2 * sharpest / estimates.errors[i];
    let nodes: Vec<_> = normal::nodes(step).filter(|(_, weight)| *weight > 1e-18).collect();
    root(|c| stays_below(&nodes, &rivals, estimates.errors[i], c) - coverage)
}

/// Another unit, its error, the error of its difference, and which ways round are open.
struct Rival {
    error: f64,
    difference_error: f64,
    below_open: bool,
    above_open: bool,
}

fn rivals(estimates: &Estimates, pairs: &Pairs, i: usize) -> Vec<Rival> {
    let rival = |j: usize| Rival {
        error: estimates.errors[j],
        difference_error: estimates.difference_error(i, j),
        below_open: pairs.is_open(i, j),
        above_open: pairs.is_open(j, i),
    };
    let others = (0..estimates.count()).filter(|j| *j != i).map(rival);
    others.filter(|rival| rival.below_open || rival.above_open).collect()
}

/// ∫ φ(u) ∏ [Φ((σᵢu + cσᵢⱼ)/σⱼ) − Φ((σᵢu − cσᵢⱼ)/σⱼ)] du; a side that is closed has no limit.
fn stays_below(nodes: &[(f64, f64)], rivals: &[Rival], own: f64, c: f64) -> f64 {
    let inside = |u: f64| {
        let mut product = 1.0;
        for rival in rivals {
            let reach = c * rival.difference_error;
            // "i above j" is Z_i − Z_j ≤ c·σ: the lower limit of Z_j; "j above i" is the upper one.
            let low = if rival.below_open { normal::below((own * u - reach) / rival.error) } else { 0.0 };
            let high = if rival.above_open { normal::below((own * u + reach) / rival.error) } else { 1.0 };
            product *= high - low;
            if product < 1e-18 {
                return 0.0;
            }
        }
        product
    };
    nodes.iter().map(|(u, weight)| weight * inside(*u)).sum()
}

/// The root of a rising function, by regula falsi with the Illinois correction, to 1e-9.
fn root(rising: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (1.5, 4.5);
    while rising(low) > 0.0 {
        low -= 2.0;
    }
    while rising(high) < 0.0 && high < 12.0 {
        high += 2.0;
    }
    let (mut at_low, mut at_high) = (rising(low), rising(high));
    for step in 0..200 {
        let straight = high - at_high * (high - low) / (at_high - at_low);
        // Far from the root the function is nearly flat: halve first.
        let next = if step < 2 || !(low..high).contains(&straight) { 0.5 * (low + high) } else { straight };
        let value = rising(next);
        if value.abs() < 1e-10 || high - low < 1e-9 {
            return next;
        }
        if value < 0.0 {
            (low, at_low) = (next, value);
            at_high *= 0.5;
        } else {
            (high, at_high) = (next, value);
            at_low *= 0.5;
        }
    }
    0.5 * (low + high)
}
