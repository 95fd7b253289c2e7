//! A spread of one's own: points above the outlook in each dimension, tried on the province's draws.
//!
//! As with a required lift, the rest of the country stays as drawn. It says how likely a target would be *if* the
//! province did so much better than its outlook; no task is known to yield it.

use rayon::prelude::*;

use super::{Drawn, Lift, Outlook, Variable};
use crate::Group;

/// What is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// This rank or a better one in a variable.
    Rank(Variable, usize),
    /// This group or a better one in every dimension at once.
    Each(Group),
}

/// What a spread of one's own gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// For each dimension that was given points: its number and the lift, whose chance is that of the upper groups
    /// without it.
    pub dimensions: Vec<(u8, Lift)>,
    /// Their sum as a lift of the total, whose chance is the target's without it.
    pub whole: Lift,
    /// The chance of the target with it.
    pub chance: f64,
    /// The total that is expected with it, points.
    pub score: f64,
    /// The middle rank of the total with it.
    pub rank: usize,
}

impl Trial {
    /// Tries points for dimensions, each from 0, on the unit at a position; none where the outlook has no such
    /// dimension or aim.
    pub fn of(outlook: &Outlook, unit: usize, gains: &[(u8, f64)], aim: Aim) -> Option<Self> {
        let total = outlook.variable(Variable::Total)?;
        let dimension = |(number, points): &(u8, f64)| {
            let drawn = outlook.variable(Variable::Dimension(*number))?;
            let chance = drawn.within(unit, drawn.last_place(Group::HighAverage));
            Some((*number, Lift::of(*points, drawn, unit, chance)))
        };
        let dimensions = gains.iter().map(dimension).collect::<Option<Vec<_>>>()?;
        let points = gained(gains, Variable::Total);
        let nothing: Vec<(u8, f64)> = Vec::new();
        Some(Self {
            dimensions,
            whole: Lift::of(points, total, unit, chance(outlook, unit, &nothing, aim)?),
            chance: chance(outlook, unit, gains, aim)?,
            score: outlook.expected(unit, Variable::Total)? + points,
            rank: middle_rank(total, unit, points),
        })
    }
}

fn gained(gains: &[(u8, f64)], variable: Variable) -> f64 {
    gains.iter().filter(|(number, _)| variable.counts(*number)).map(|(_, points)| points).sum()
}

/// The share of draws in which the aim is met with these gains.
fn chance(outlook: &Outlook, unit: usize, gains: &[(u8, f64)], aim: Aim) -> Option<f64> {
    let tests: Vec<(Vec<f64>, f64)> = match aim {
        Aim::Rank(variable, rank) => {
            vec![(outlook.variable(variable)?.lacks(unit, rank), gained(gains, variable))]
        }
        Aim::Each(group) => {
            let dimensions =
                outlook.drawn.iter().filter(|own| matches!(own.variable, Variable::Dimension(_)));
            dimensions
                .map(|own| (own.lacks(unit, own.last_place(group)), gained(gains, own.variable)))
                .collect()
        }
    };
    let draws = outlook.draws.draws;
    let met = |draw: &usize| tests.iter().all(|(lacks, points)| lacks[*draw] <= *points);
    Some((0..draws).filter(met).count() as f64 / draws as f64)
}

/// The middle of the ranks that the unit has with so many points more.
fn middle_rank(drawn: &Drawn, unit: usize, points: f64) -> usize {
    let rank = |draw: usize| {
        let own = drawn.values[unit][draw] + points;
        let above = |other: &usize| *other != unit && drawn.values[*other][draw] > own;
        1 + (0..drawn.units.len()).filter(above).count()
    };
    let mut ranks: Vec<usize> = (0..drawn.draws()).into_par_iter().map(rank).collect();
    ranks.sort_unstable();
    ranks.get(ranks.len().div_ceil(2).saturating_sub(1)).copied().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Editions;
    use crate::outlook::{Ask, EachLift, Periods, Renewal};
    use places::country;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static OUTLOOK: LazyLock<Outlook> = LazyLock::new(|| {
        let ask = Ask { target: 2025, renewal: Renewal::Unknown, draws: 400, seed: 1 };
        let (editions, set) = (Editions::embedded(2011..=2024), country().set("63").expect("the 63"));
        Outlook::new(&editions, set, 2021, Periods::embedded(), ask).expect("an outlook")
    });
    const TOP: Aim = Aim::Rank(Variable::Total, 20);

    #[test]
    fn the_required_lift_tried_gives_the_chance_that_it_was_asked_for() {
        let unit = 59;
        let total = OUTLOOK.variable(Variable::Total).expect("the total");
        let lift = Lift::to_rank(total, unit, 20, 0.75);
        let tried = Trial::of(&OUTLOOK, unit, &[(3, lift.points)], TOP).expect("tried");
        assert!((tried.chance - 0.75).abs() < 0.005, "{tried:?}");
        assert!((tried.whole.stretch - lift.stretch).abs() < 1e-12);
        let each = EachLift::to_group(&OUTLOOK.draws, unit, Group::HighAverage, 0.5).expect("dimensions");
        let gains: Vec<(u8, f64)> =
            each.dimensions.iter().map(|(number, lift)| (*number, lift.points)).collect();
        let tried = Trial::of(&OUTLOOK, unit, &gains, Aim::Each(Group::HighAverage)).expect("tried");
        assert!(tried.chance >= 0.5 && tried.chance < 0.51, "{}", tried.chance);
    }

    #[test]
    fn nothing_tried_leaves_the_outlook_and_what_is_not_there_is_not_tried() {
        let tried = Trial::of(&OUTLOOK, 5, &[], TOP).expect("tried");
        let total = OUTLOOK.variable(Variable::Total).expect("the total");
        assert_eq!((tried.chance, tried.rank), (total.within(5, 20), total.summary(5).rank_at(0.5)));
        assert_eq!(tried.whole.points, 0.0);
        assert_eq!(Trial::of(&OUTLOOK, 5, &[(9, 0.1)], TOP), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn more_points_never_make_a_target_less_likely(
            unit in 0_usize..63, gains in prop::collection::vec(0.0..1.0_f64, 8), more in 0.0..1.0_f64, at in 0_usize..8
        ) {
            let spread = |gains: &[f64]| -> Vec<(u8, f64)> { (1..).zip(gains.iter().copied()).collect() };
            let mut raised = gains.clone();
            raised[at] += more;
            for aim in [TOP, Aim::Each(Group::HighAverage)] {
                let less = Trial::of(&OUTLOOK, unit, &spread(&gains), aim).expect("tried");
                let more = Trial::of(&OUTLOOK, unit, &spread(&raised), aim).expect("tried");
                prop_assert!(more.chance >= less.chance && more.rank <= less.rank);
                prop_assert!(less.chance >= less.whole.chance);
            }
        }
    }
}
