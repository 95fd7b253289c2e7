//! What it would take: the points above the outlook with which a target would be reached.
//!
//! A lift is a constant added to a province's draws, the rest of the country left as drawn. The smallest one that
//! reaches a rank in a share of the draws is an order statistic of what each draw lacks, so nothing is searched.

use super::{Drawn, Draws, Variable};
use crate::{Group, normal};

/// Points that a target would take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lift {
    /// The points, at least 0.
    pub points: f64,
    /// The points in standard deviations of the province's own forecast error.
    pub stretch: f64,
    /// The chance without any lift.
    pub chance: f64,
}

/// How seldom a lift is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The target is more likely than asked without any lift.
    AtHand,
    /// At least one in ten did that well against its outlook.
    Seen,
    /// Fewer than one in ten did.
    Rare,
    /// Beyond what every part together ever gave.
    Never,
}

/// The stretch of the best tenth: beyond it a lift is rare.
pub const RARE: f64 = 1.28;

impl Lift {
    /// The lift with which the unit at a position has at least this rank with at least this probability.
    pub fn to_rank(drawn: &Drawn, position: usize, rank: usize, probability: f64) -> Self {
        let mut lacks = drawn.lacks(position, rank);
        lacks.sort_unstable_by(f64::total_cmp);
        Self::of(at_level(&lacks, probability), drawn, position, drawn.within(position, rank))
    }

    pub(super) fn of(points: f64, drawn: &Drawn, position: usize, chance: f64) -> Self {
        let points = points.max(0.0);
        Self { points, stretch: points / drawn.summary(position).sd, chance }
    }

    /// "Only 1 in N did that well against its outlook."
    pub fn one_in(&self) -> usize {
        let rarer = 1.0 - normal::below(self.stretch);
        if rarer > 0.0 { (1.0 / rarer) as usize } else { usize::MAX }
    }

    /// How seldom that is, where the parts together allow at most `cap` points.
    pub fn reach(&self, cap: f64) -> Reach {
        match self {
            _ if self.points <= 0.0 => Reach::AtHand,
            _ if self.points > cap => Reach::Never,
            _ if self.stretch > RARE => Reach::Rare,
            _ => Reach::Seen,
        }
    }
}

/// A lift of every dimension at once.
#[derive(Debug, Clone, PartialEq)]
pub struct EachLift {
    /// The lift of each dimension, in the order of the draws' dimensions.
    pub dimensions: Vec<(u8, Lift)>,
    /// The marginal probability that each is raised to.
    pub marginal: f64,
    /// Their sum, points of the total, with the stretch of the total.
    pub whole: Lift,
}

impl EachLift {
    /// The lifts with which every dimension of a unit is in a group or a better one *at once* with at least this
    /// probability: each is raised to one common marginal probability, the smallest that will do.
    pub fn to_group(draws: &Draws, unit: usize, group: Group, probability: f64) -> Option<Self> {
        let variables: Vec<Variable> = draws.dimensions.iter().map(|n| Variable::Dimension(*n)).collect();
        let drawn: Vec<Drawn> = variables.iter().map(|variable| Drawn::of(draws, *variable)).collect();
        let lacks = |drawn: &Drawn| drawn.lacks(unit, drawn.last_place(group));
        let lacks: Vec<Vec<f64>> = drawn.iter().map(lacks).collect();
        let sorted: Vec<Vec<f64>> = lacks.iter().map(|lacks| in_order(lacks)).collect();
        let joint = |lifts: &[f64]| {
            let met = |draw: &usize| lacks.iter().zip(lifts).all(|(lacks, lift)| lacks[*draw] <= *lift);
            (0..draws.draws).filter(met).count() as f64 / draws.draws as f64
        };
        let lifts = |count: usize| -> Vec<f64> {
            sorted.iter().map(|lacks| lacks[count.max(1) - 1].max(0.0)).collect()
        };
        let chance = joint(&vec![0.0; lacks.len()]);
        let (mut low, mut high) = (0, draws.draws);
        while low + 1 < high {
            let middle = usize::midpoint(low, high);
            if joint(&lifts(middle)) >= probability { high = middle } else { low = middle }
        }
        let points = lifts(high);
        let total = Drawn::of(draws, Variable::Total);
        let each = drawn.iter().zip(&points).map(|(drawn, points)| {
            Lift::of(*points, drawn, unit, drawn.within(unit, drawn.last_place(group)))
        });
        Some(Self {
            dimensions: draws.dimensions.iter().copied().zip(each).collect(),
            marginal: high as f64 / draws.draws as f64,
            whole: Lift::of(points.iter().sum(), &total, unit, chance),
        })
    }
}

fn in_order(lacks: &[f64]) -> Vec<f64> {
    let mut sorted = lacks.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

/// The smallest value that at least this share does not exceed.
fn at_level(sorted: &[f64], share: f64) -> f64 {
    let count = libm::ceil(share * sorted.len() as f64 - 1e-9) as usize;
    sorted[count.clamp(1, sorted.len()) - 1]
}
