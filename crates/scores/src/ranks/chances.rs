//! The distribution of each unit's rank when the true values are independent normals.
//!
//! Given the value of unit i, the number of units above it is a sum of independent yes/no draws with unequal
//! probabilities; its distribution is built one rival after the other and integrated over the value of i.

use rayon::prelude::*;

use super::Estimates;
use crate::normal;

/// What the true values are taken to be, given the estimates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// Around each estimate with its error.
    Flat,
    /// Pulled to the mean by how much of the spread is noise (empirical Bayes), which is what a chance of *truly*
    /// belonging to the first needs.
    Shrunk,
}

/// The rank distribution of every unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Chances {
    /// The variance between true values, where the truth is [`Truth::Shrunk`].
    pub between_variance: Option<f64>,
    /// For each unit, the probability of each rank, from 1.
    pub ranks: Vec<Vec<f64>>,
}

impl Chances {
    /// The distribution; none where errors are correlated, or where a shrunk truth finds no spread beyond the noise.
    pub fn of(estimates: &Estimates, truth: Truth) -> Option<Self> {
        if !estimates.independent() {
            return None;
        }
        let (between_variance, truths) = match truth {
            Truth::Flat => (None, estimates.values.iter().copied().zip(estimates.errors.clone()).collect()),
            Truth::Shrunk => shrunk(estimates).map(|(between, truths)| (Some(between), truths))?,
        };
        let ranks = (0..truths.len()).into_par_iter().map(|unit| distribution(&truths, unit)).collect();
        Some(Self { between_variance, ranks })
    }

    /// The mean rank of a unit.
    pub fn expected(&self, unit: usize) -> f64 {
        self.ranks[unit].iter().enumerate().map(|(above, chance)| (above + 1) as f64 * chance).sum()
    }

    /// The probability that a unit is among the best `tau`.
    pub fn among(&self, unit: usize, tau: usize) -> f64 {
        self.ranks[unit].iter().take(tau).sum()
    }

    /// The smallest rank whose cumulative probability reaches `level`.
    pub fn quantile(&self, unit: usize, level: f64) -> usize {
        let mut cumulative = 0.0;
        let reached = |chance: &f64| {
            cumulative += chance;
            cumulative >= level - 1e-12
        };
        let ranks = &self.ranks[unit];
        ranks.iter().position(reached).map_or(ranks.len(), |above| above + 1)
    }
}

/// The variance between true values and each unit's mean and spread given its estimate.
fn shrunk(estimates: &Estimates) -> Option<(f64, Vec<(f64, f64)>)> {
    let count = estimates.count() as f64;
    let mean = estimates.values.iter().sum::<f64>() / count;
    let variance = estimates.values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (count - 1.0);
    let noise = estimates.errors.iter().map(|error| error * error).sum::<f64>() / count;
    let between = variance - noise;
    let truth = |(x, error): (&f64, &f64)| {
        let kept = between / (between + error * error);
        (mean + kept * (x - mean), libm::sqrt(kept) * error)
    };
    let truths = estimates.values.iter().zip(&estimates.errors).map(truth).collect();
    (between > 0.0).then_some((between, truths))
}

/// The probability of each rank of one unit.
fn distribution(truths: &[(f64, f64)], unit: usize) -> Vec<f64> {
    let (mean, spread) = truths[unit];
    let sharpest = truths.iter().map(|(_, spread)| *spread).fold(spread, f64::min);
    let mut ranks = vec![0.0; truths.len()];
    for (u, weight) in normal::nodes(0.1 * sharpest / spread) {
        let value = mean + spread * u;
        let above = |(mean, spread): &(f64, f64)| normal::nearly_below((mean - value) / spread);
        let rivals = truths.iter().enumerate().filter(|(other, _)| *other != unit);
        let counts = sum_of_draws(rivals.map(|(_, truth)| above(truth)), truths.len());
        for (rank, chance) in ranks.iter_mut().zip(counts) {
            *rank += weight * chance;
        }
    }
    ranks
}

/// The distribution of how many of independent yes/no draws say yes.
fn sum_of_draws(chances: impl Iterator<Item = f64>, room: usize) -> Vec<f64> {
    let mut counts = vec![0.0; room];
    counts[0] = 1.0;
    for (done, chance) in chances.enumerate() {
        for yes in (0..=done).rev() {
            counts[yes + 1] += counts[yes] * chance;
            counts[yes] *= 1.0 - chance;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_with_equal_chances_are_binomial() {
        let counts = sum_of_draws([0.5; 4].into_iter(), 5);
        assert_eq!(counts, [0.0625, 0.25, 0.375, 0.25, 0.0625]);
    }

    #[test]
    fn two_units_swap_with_the_chance_of_their_difference() {
        let estimates = Estimates::new(vec![1.0, 0.0], vec![0.6, 0.8]).expect("fit");
        let chances = Chances::of(&estimates, Truth::Flat).expect("independent");
        assert!((chances.among(0, 1) - normal::below(1.0)).abs() < 1e-9);
    }

    #[test]
    fn where_all_spread_is_noise_there_is_nothing_to_shrink_to() {
        let estimates = Estimates::new(vec![1.0, 0.9, 1.1], vec![1.0; 3]).expect("fit");
        assert_eq!(Chances::of(&estimates, Truth::Shrunk), None);
    }
}
