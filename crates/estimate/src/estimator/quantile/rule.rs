//! The rules by which a quantile falls between the values of a weighted sample.

use serde::{Deserialize, Serialize};

/// A rule; `Hf1` to `Hf9` are numbered as by Hyndman and Fan (1996).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rule {
    /// The inverse of the distribution function: Hf1 by another name.
    Math,
    /// As taught in school, the middle of two: Hf2 by another name.
    School,
    /// The inverse of the distribution function.
    Hf1,
    /// The middle of two where it is flat.
    Hf2,
    /// The nearest even.
    Hf3,
    /// Linear in the distribution function.
    Hf4,
    /// Linear through the middles of the steps.
    Hf5,
    /// Linear, Weibull's places.
    Hf6,
    /// Linear, Gumbel's places.
    Hf7,
    /// Linear, about unbiased for the median.
    Hf8,
    /// Linear, about unbiased for a normal.
    Hf9,
}

impl Rule {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Math => "math",
            Self::School => "school",
            Self::Hf1 => "hf1",
            Self::Hf2 => "hf2",
            Self::Hf3 => "hf3",
            Self::Hf4 => "hf4",
            Self::Hf5 => "hf5",
            Self::Hf6 => "hf6",
            Self::Hf7 => "hf7",
            Self::Hf8 => "hf8",
            Self::Hf9 => "hf9",
        }
    }
}

/// Values in ascending order, ties in file order, with their weights and the sums of these.
pub(super) struct Sorted {
    x: Vec<f64>,
    w: Vec<f64>,
    sums: Vec<f64>,
}

/// Where p falls: the values on both sides, and how far the sums on both sides are from it as shares.
struct Place {
    at: usize,
    next: usize,
    before: f64,
    after: f64,
}

impl Sorted {
    /// Sorts; weights of nought are dropped.
    pub(super) fn new(x: &[f64], w: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..x.len()).filter(|at| w[*at] != 0.0).collect();
        order.sort_by(|a, b| x[*a].total_cmp(&x[*b]));
        let pairs = order.iter().map(|at| (x[*at], w[*at]));
        Self::summed(pairs.unzip())
    }

    fn summed((x, w): (Vec<f64>, Vec<f64>)) -> Self {
        let mut sum = 0.0;
        let add = |w: &f64| {
            sum += w;
            sum
        };
        let sums = w.iter().map(add).collect();
        Self { x, w, sums }
    }

    /// An end of an interval turned back into a value; NaN outside 0…1.
    pub(super) fn end(&self, p: f64, rule: Rule) -> f64 {
        if (0.0..=1.0).contains(&p) { self.quantile(p, rule) } else { f64::NAN }
    }

    /// The quantile; NaN of an empty sample.
    pub(super) fn quantile(&self, p: f64, rule: Rule) -> f64 {
        if self.x.is_empty() {
            return f64::NAN;
        }
        if rule == Rule::Hf3 {
            return self.merged().nearest_even(p);
        }
        let Place { at, next, before, after } = self.place(p);
        match rule {
            Rule::Math | Rule::Hf1 => self.x[if before <= 0.0 { at } else { next }],
            Rule::School | Rule::Hf2 if before <= 0.0 => f64::midpoint(self.x[at], self.x[next]),
            Rule::School | Rule::Hf2 => self.x[next],
            Rule::Hf4 => {
                let part = if before + after == 0.0 { 0.0 } else { before / (before + after) };
                self.x[at] * (1.0 - part) + self.x[next] * part
            }
            _ => self.interpolated(p, rule),
        }
    }

    /// The last sum at or below p of all, and the next; within 1e-12 counts as equal.
    fn place(&self, p: f64) -> Place {
        const EQUAL: f64 = 1e-12;
        let all = self.sums[self.sums.len() - 1];
        let count = self.sums.partition_point(|sum| *sum <= p * all + EQUAL * all);
        let at = count.saturating_sub(1);
        let next = (at + 1).min(self.sums.len() - 1);
        let before = p - self.sums[at] / all;
        let before = if before.abs() <= EQUAL { 0.0 } else { before };
        Place { at, next, before, after: self.sums[next] / all - p }
    }

    /// Equal values as one, their weights added.
    fn merged(&self) -> Self {
        let (mut x, mut w): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
        for (value, weight) in self.x.iter().zip(&self.w) {
            if x.last() == Some(value) {
                let last = w.len() - 1;
                w[last] += weight;
            } else {
                x.push(*value);
                w.push(*weight);
            }
        }
        Self::summed((x, w))
    }

    fn nearest_even(&self, p: f64) -> f64 {
        let place = self.place(p);
        let even = (place.at + 1).is_multiple_of(2);
        self.x[if place.before <= 0.0 && even { place.at } else { place.next }]
    }

    /// Linear between the places that the rule gives to the values, flat beyond them.
    fn interpolated(&self, p: f64, rule: Rule) -> f64 {
        let n = self.x.len();
        let (all, last) = (self.sums[n - 1], self.w[n - 1]);
        let place = |k: usize| {
            let (sum, before) = (self.sums[k], if k == 0 { 0.0 } else { self.sums[k - 1] });
            match rule {
                Rule::Hf5 => (sum - self.w[k] / 2.0) / all,
                Rule::Hf6 => sum / (all + last),
                Rule::Hf7 if n == 1 => 0.0,
                Rule::Hf7 => before / self.sums[n - 2],
                Rule::Hf8 => (before / 3.0 + 2.0 * sum / 3.0) / (all + last / 3.0),
                _ => (3.0 * before / 8.0 + 5.0 * sum / 8.0) / (all + last / 4.0),
            }
        };
        let places: Vec<f64> = (0..n).map(place).collect();
        let next = places.partition_point(|place| *place <= p);
        if next == 0 {
            return self.x[0];
        }
        if next == n {
            return self.x[n - 1];
        }
        let (low, high) = (places[next - 1], places[next]);
        self.x[next - 1] + (self.x[next] - self.x[next - 1]) * (p - low) / (high - low)
    }
}
