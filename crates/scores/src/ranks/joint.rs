//! The joint region for a whole ranking: every unit gets one interval, and intervals that do not overlap are ordered.
//!
//! Klein, Wright and Wieczorek, "A joint confidence region for an overall ranking of populations", JRSS C 69 (2020).
//! Cheap, and the widest of the sets.

use super::{Estimates, Sets};
use crate::normal;

/// How the level of the single intervals follows from that of all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    /// Šidák: exact for independent errors.
    Sidak,
    /// Bonferroni: holds for any errors.
    Bonferroni,
}

/// The region.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Half the width of each interval, in standard errors.
    pub z: f64,
    /// The ranks that each unit may have.
    pub sets: Sets,
}

/// The joint region that holds with probability `coverage`.
pub fn region(estimates: &Estimates, coverage: f64, correction: Correction) -> Region {
    let count = estimates.count() as f64;
    let each = match correction {
        Correction::Sidak => libm::pow(coverage, 1.0 / count),
        Correction::Bonferroni => 1.0 - (1.0 - coverage) / count,
    };
    let z = normal::point(0.5 * (1.0 + each));
    let interval = |(x, error): (&f64, &f64)| (x - z * error, x + z * error);
    let intervals: Vec<_> = estimates.values.iter().zip(&estimates.errors).map(interval).collect();
    let mut sets = Sets::widest(estimates.count());
    for (unit, own) in intervals.iter().enumerate() {
        sets.best[unit] += intervals.iter().filter(|other| other.0 >= own.1).count();
        sets.worst[unit] -= intervals.iter().filter(|other| other.1 <= own.0).count();
    }
    Region { z, sets }
}
