//! Which ordered pairs of units are still undecided: the lists that a stepwise procedure shortens.

use super::{Estimates, Sets};

/// Ordered pairs "i above j" with their differences in standard errors.
#[derive(Debug, Clone)]
pub(super) struct Pairs {
    count: usize,
    /// 1 over the standard error of the difference, row by row.
    pub(super) weights: Vec<f64>,
    /// The difference of the estimates in standard errors.
    standing: Vec<f64>,
    /// Whether "i above j" is not yet established.
    open: Vec<bool>,
}

impl Pairs {
    /// Every pair of two different units, all of them open.
    pub(super) fn new(estimates: &Estimates) -> Self {
        let count = estimates.count();
        let every = || (0..count).flat_map(|i| (0..count).map(move |j| (i, j)));
        let weight =
            |(i, j): (usize, usize)| if i == j { 0.0 } else { 1.0 / estimates.difference_error(i, j) };
        let weights: Vec<f64> = every().map(weight).collect();
        let difference = |(i, j): (usize, usize)| estimates.values[i] - estimates.values[j];
        let standing = every().map(difference).zip(&weights).map(|(d, weight)| d * weight).collect();
        Self { count, weights, standing, open: every().map(|(i, j)| i != j).collect() }
    }

    /// Whether "i above j" is open.
    pub(super) fn is_open(&self, i: usize, j: usize) -> bool {
        self.open[i * self.count + j]
    }

    /// The pairs of a row: "i above j" for every j.
    pub(super) fn row(&self, i: usize) -> std::ops::Range<usize> {
        i * self.count..(i + 1) * self.count
    }

    /// What a difference in standard errors counts: itself where the pair is open, nothing where it is not.
    pub(super) fn shifts(&self) -> Vec<f64> {
        self.open.iter().map(|open| if *open { 0.0 } else { f64::NEG_INFINITY }).collect()
    }

    /// Establishes every open pair of unit `i`, either way round, beyond the critical value; whether any was.
    pub(super) fn settle_of(&mut self, i: usize, critical: f64) -> bool {
        let own: Vec<usize> =
            (0..self.count).flat_map(|j| [i * self.count + j, j * self.count + i]).collect();
        self.settle(own, critical)
    }

    /// Establishes every open pair beyond the critical value; whether any was.
    pub(super) fn settle_all(&mut self, critical: f64) -> bool {
        self.settle((0..self.open.len()).collect(), critical)
    }

    fn settle(&mut self, among: Vec<usize>, critical: f64) -> bool {
        let mut moved = false;
        for pair in among {
            if self.open[pair] && self.standing[pair] > critical {
                self.open[pair] = false;
                moved = true;
            }
        }
        moved
    }

    /// Whether unit `i` has an open pair, either way round.
    pub(super) fn any_open_of(&self, i: usize) -> bool {
        (0..self.count).any(|j| self.is_open(i, j) || self.is_open(j, i))
    }

    /// Whether any pair is open.
    pub(super) fn any_open(&self) -> bool {
        self.open.contains(&true)
    }

    /// The best and worst rank of unit `i` by what is established.
    pub(super) fn bounds(&self, i: usize) -> (usize, usize) {
        let others = || (0..self.count).filter(|j| *j != i);
        let above = others().filter(|j| !self.is_open(*j, i)).count();
        let below = others().filter(|j| !self.is_open(i, *j)).count();
        (1 + above, self.count - below)
    }

    /// The ranks that every unit may have by what is established.
    pub(super) fn sets(&self) -> Sets {
        let (best, worst) = (0..self.count).map(|i| self.bounds(i)).unzip();
        Sets { best, worst }
    }
}
