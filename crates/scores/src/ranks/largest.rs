//! How large the largest open difference of one unit from all others can be by noise alone, in standard errors.
//!
//! Given the unit's own error, and what a group of rivals shares, the rivals are independent: the distribution is one
//! integral over the former, and where errors are correlated one more for each group inside it. Nothing is drawn.

use super::Estimates;
use super::pairs::Pairs;
use crate::normal;

/// The largest open difference of one unit.
pub(super) struct Largest {
    /// The unit's standard error.
    error: f64,
    /// Points and weights of the unit's own error, in standard errors.
    nodes: Vec<(f64, f64)>,
    groups: Vec<Group>,
}

/// Rivals that are independent of each other once the unit's error and what they share are given.
struct Group {
    /// Points and weights of what they share.
    nodes: Vec<(f64, f64)>,
    /// How much of it the unit's own error tells, and how much is left to chance: ρ½ and (1 − ρ)½ in the unit's own group.
    told: f64,
    left: f64,
    rivals: Vec<Rival>,
}

/// Another unit: the parts of its error, the error of its difference, and which ways round are open.
struct Rival {
    own: f64,
    shared: f64,
    difference: f64,
    below_open: bool,
    above_open: bool,
}

impl Largest {
    /// That of unit `i` over the pairs of it that are open.
    pub(super) fn of(estimates: &Estimates, pairs: &Pairs, i: usize) -> Self {
        let open =
            (0..estimates.count()).filter(|j| *j != i && (pairs.is_open(i, *j) || pairs.is_open(*j, i)));
        let mut members: Vec<Vec<usize>> = vec![];
        for j in open {
            let same = |rivals: &&mut Vec<usize>| estimates.share(rivals[0], j);
            match members.iter_mut().find(same) {
                Some(rivals) => rivals.push(j),
                None => members.push(vec![j]),
            }
        }
        let groups: Vec<Group> =
            members.iter().map(|members| Group::of(estimates, pairs, i, members)).collect();
        let sharpest = groups.iter().flat_map(|group| &group.rivals).map(|rival| rival.own);
        let error = estimates.errors[i];
        let step = 0.4 * sharpest.fold(error, f64::min) / error;
        Self { error, nodes: nodes(step), groups }
    }

    /// The value that it stays below with probability `coverage`.
    pub(super) fn quantile(&self, coverage: f64) -> f64 {
        root(|c| self.stays_below(c) - coverage)
    }

    /// ∫ φ(u) ∏ over groups of what [`Group::stays_below`] gives, du.
    fn stays_below(&self, c: f64) -> f64 {
        let inside = |u: f64| {
            let mut product = 1.0;
            for group in &self.groups {
                product *= group.stays_below(c, u, self.error);
                if product < 1e-18 {
                    return 0.0;
                }
            }
            product
        };
        self.nodes.iter().map(|(u, weight)| weight * inside(*u)).sum()
    }
}

impl Group {
    fn of(estimates: &Estimates, pairs: &Pairs, i: usize, members: &[usize]) -> Self {
        let with_unit = estimates.share(i, members[0]);
        let alone = members.len() == 1 && !with_unit;
        // What one rival shares with nobody here is its own.
        let rho = estimates.shared.as_ref().filter(|_| !alone).map_or(0.0, |shared| shared.rho);
        let (shared, own) = (libm::sqrt(rho), libm::sqrt(1.0 - rho));
        let rival = |j: &usize| Rival {
            own: estimates.errors[*j] * own,
            shared: estimates.errors[*j] * shared,
            difference: estimates.difference_error(i, *j),
            below_open: pairs.is_open(i, *j),
            above_open: pairs.is_open(*j, i),
        };
        let nodes = if rho > 0.0 { nodes(0.7 * (own / shared).min(1.0)) } else { vec![(0.0, 1.0)] };
        let (told, left) = if with_unit { (shared, own) } else { (0.0, 1.0) };
        Self { nodes, told, left, rivals: members.iter().map(rival).collect() }
    }

    /// ∫ φ(v) ∏ [Φ((σᵢu + cσᵢⱼ − sⱼg)/oⱼ) − Φ((σᵢu − cσᵢⱼ − sⱼg)/oⱼ)] dv over the rivals j, whose error is sⱼ·g of the
    /// group and oⱼ of their own; a side that is closed has no limit.
    fn stays_below(&self, c: f64, u: f64, error: f64) -> f64 {
        let at = |v: f64| {
            let common = self.told * u + self.left * v;
            let mut product = 1.0;
            for rival in &self.rivals {
                let (middle, reach) = (error * u - rival.shared * common, c * rival.difference);
                // "i above j" is Z_i − Z_j ≤ c·σ: the lower limit of Z_j; "j above i" is the upper one.
                let low =
                    if rival.below_open { normal::nearly_below((middle - reach) / rival.own) } else { 0.0 };
                let high =
                    if rival.above_open { normal::nearly_below((middle + reach) / rival.own) } else { 1.0 };
                product *= high - low;
                if product < 1e-18 {
                    return 0.0;
                }
            }
            product
        };
        self.nodes.iter().map(|(v, weight)| weight * at(*v)).sum()
    }
}

/// Points and weights, but for those that count for nothing.
fn nodes(step: f64) -> Vec<(f64, f64)> {
    normal::nodes(step).filter(|(_, weight)| *weight > 1e-12).collect()
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
