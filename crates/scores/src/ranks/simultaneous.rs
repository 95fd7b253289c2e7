//! Sets for the ranks of all units that hold at once (Mogstad, Romano, Shaikh and Wilhelm 2024).
//!
//! One critical value for all ordered pairs: a quantile of the largest difference among drawn errors. With equal
//! independent errors it is the studentized range's for infinite degrees of freedom over √2.

use super::correlated::Draws;
use super::pairs::Pairs;
use super::{Estimates, Sets};

/// Draws that put the critical value within 0.005.
pub const DRAWS: usize = 100_000;

/// The sets of all units, which hold together.
#[derive(Debug, Clone, PartialEq)]
pub struct Simultaneous {
    /// The critical value of each step.
    pub critical: Vec<f64>,
    /// The ranks that each unit may have.
    pub sets: Sets,
}

/// Both procedures from the same draws: the single step, and the stepwise one that begins with it.
pub fn both(estimates: &Estimates, coverage: f64, draws: usize, seed: u64) -> (Simultaneous, Simultaneous) {
    let drawn = Draws::new(estimates, draws.max(1), seed);
    let mut pairs = Pairs::new(estimates);
    let mut critical = Vec::new();
    let mut single = None;
    while pairs.any_open() {
        let value = drawn.quantile(&pairs, coverage);
        critical.push(value);
        let moved = pairs.settle_all(value);
        single.get_or_insert_with(|| Simultaneous { critical: critical.clone(), sets: pairs.sets() });
        if !moved {
            break;
        }
    }
    let step = Simultaneous { critical, sets: pairs.sets() };
    (single.unwrap_or_else(|| step.clone()), step)
}
