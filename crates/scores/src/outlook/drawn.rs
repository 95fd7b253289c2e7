//! One variable in every draw: values and ranks of the units that compete, and what is counted in them.

use rayon::prelude::*;

use super::{Draws, Variable};
use crate::Group;
use crate::group::Sizes;

/// Values and ranks of one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The variable.
    pub variable: Variable,
    /// The units that compete, as positions in the panel.
    pub units: Vec<usize>,
    /// For each of them, its points relative to the national mean, draw by draw.
    pub values: Vec<Vec<f64>>,
    /// For each of them, its rank, draw by draw.
    pub ranks: Vec<Vec<u16>>,
}

/// What is said of one unit and one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Mean, points relative to the national mean.
    pub mean: f64,
    /// Standard deviation, points.
    pub sd: f64,
    /// Quantiles at 2.5, 10, 90 and 97.5 %, points relative to the national mean.
    pub quantiles: [f64; 4],
    /// The probability of each rank, from 1.
    pub ranks: Vec<f64>,
}

impl Drawn {
    /// A variable of all units.
    pub fn of(draws: &Draws, variable: Variable) -> Self {
        Self::among(draws, variable, (0..draws.count).collect())
    }

    /// A variable of some units, which alone compete.
    pub fn among(draws: &Draws, variable: Variable, units: Vec<usize>) -> Self {
        let row = |draw: usize| {
            let values: Vec<f64> = units.iter().map(|unit| draws.relative(draw, *unit, variable)).collect();
            let ranks = ranks(&values);
            (values, ranks)
        };
        let rows: Vec<_> = (0..draws.draws).into_par_iter().map(row).collect();
        let turned = |unit: usize| {
            let values = rows.iter().map(|(values, _)| values[unit]).collect();
            (values, rows.iter().map(|(_, ranks)| ranks[unit]).collect())
        };
        let (values, ranks) = (0..units.len()).map(turned).unzip();
        Self { variable, units, values, ranks }
    }

    /// Where a unit of the panel stands among those that compete.
    pub fn position(&self, unit: usize) -> Option<usize> {
        self.units.iter().position(|own| *own == unit)
    }

    /// How many draws there are.
    pub fn draws(&self) -> usize {
        self.ranks.first().map_or(0, Vec::len)
    }

    /// The share of draws in which the unit at a position has this rank or a better one.
    pub fn within(&self, position: usize, rank: usize) -> f64 {
        let good = self.ranks[position].iter().filter(|own| usize::from(**own) <= rank).count();
        good as f64 / self.draws() as f64
    }

    /// The last rank of a group, cut by the rule.
    pub fn last_place(&self, group: Group) -> usize {
        Sizes::by_rule(self.units.len()).last_place(group)
    }

    /// The probability of each group for the unit at a position, best first. They add up to 1.
    pub fn groups(&self, position: usize) -> [f64; 4] {
        let sizes = Sizes::by_rule(self.units.len());
        let share = |group: Group| {
            let hits = self.ranks[position].iter().filter(|rank| sizes.group(usize::from(**rank)) == group);
            hits.count() as f64 / self.draws() as f64
        };
        Group::ALL.map(share)
    }

    /// For the unit at a position, the points that it lacks to a rank, draw by draw; what it has to spare is negative.
    pub fn lacks(&self, position: usize, rank: usize) -> Vec<f64> {
        let lack = |draw: usize| {
            let rivals = (0..self.units.len()).filter(|other| *other != position);
            let mut rivals: Vec<f64> = rivals.map(|other| self.values[other][draw]).collect();
            if rank > rivals.len() {
                return f64::NEG_INFINITY;
            }
            let (_, mark, _) = rivals.select_nth_unstable_by(rank.max(1) - 1, |a, b| b.total_cmp(a));
            *mark - self.values[position][draw]
        };
        (0..self.draws()).into_par_iter().map(lack).collect()
    }

    /// What is said of the unit at a position.
    pub fn summary(&self, position: usize) -> Summary {
        let mut sorted = self.values[position].clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let count = sorted.len() as f64;
        let mean = sorted.iter().sum::<f64>() / count;
        let variance = sorted.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count;
        let mut ranks = vec![0_usize; self.units.len()];
        for rank in &self.ranks[position] {
            ranks[usize::from(*rank) - 1] += 1;
        }
        Summary {
            mean,
            sd: libm::sqrt(variance),
            quantiles: [0.025, 0.1, 0.9, 0.975].map(|level| quantile(&sorted, level)),
            ranks: ranks.into_iter().map(|hits| hits as f64 / count).collect(),
        }
    }
}

impl Summary {
    /// The smallest rank whose cumulative probability reaches a level.
    pub fn rank_at(&self, level: f64) -> usize {
        let mut cumulative = 0.0;
        let reached = |chance: &f64| {
            cumulative += chance;
            cumulative >= level - 1e-9
        };
        self.ranks.iter().position(reached).map_or(self.ranks.len(), |above| above + 1)
    }

    /// The probability of a rank up to this one.
    pub fn within(&self, rank: usize) -> f64 {
        self.ranks.iter().take(rank).sum()
    }
}

/// 1 + how many are strictly higher.
fn ranks(values: &[f64]) -> Vec<u16> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*b].total_cmp(&values[*a]));
    let mut ranks = vec![1; values.len()];
    for (place, unit) in order.iter().enumerate() {
        let tie = place > 0 && values[order[place - 1]] == values[*unit];
        ranks[*unit] = if tie { ranks[order[place - 1]] } else { place as u16 + 1 };
    }
    ranks
}

/// The quantile of sorted values, linear between two.
pub(crate) fn quantile(sorted: &[f64], level: f64) -> f64 {
    let at = level * (sorted.len() as f64 - 1.0);
    let low = at as usize;
    let high = (low + 1).min(sorted.len() - 1);
    sorted[low] + (at - low as f64) * (sorted[high] - sorted[low])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_the_better_rank() {
        assert_eq!(ranks(&[1.0, 3.0, 3.0, 2.0]), [4, 1, 1, 3]);
    }

    #[test]
    fn a_lack_is_what_lifts_to_the_rank_exactly() {
        let drawn = Drawn {
            variable: Variable::Total,
            units: vec![0, 1, 2],
            values: vec![vec![0.0], vec![2.0], vec![5.0]],
            ranks: vec![vec![3], vec![2], vec![1]],
        };
        assert_eq!(drawn.lacks(0, 2), [2.0]);
        assert_eq!(drawn.lacks(0, 1), [5.0]);
        assert_eq!(drawn.lacks(2, 1), [-3.0]);
        assert_eq!(drawn.lacks(0, 3), [f64::NEG_INFINITY]);
    }
}
