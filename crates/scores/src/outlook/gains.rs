//! What others gained: how far sub-dimensions moved over as many years, and how a lift may be spread over them.
//!
//! History shows no cause: these figures say what provinces gained, never what a task will yield.

use places::{Set, Unit};

use super::RARE;
use super::drawn::quantile;
use crate::group::Sizes;
use crate::{Code, Edition, Editions, Group, Item, comparable};

/// The past of one sub-dimension over a number of years.
#[derive(Debug, Clone, PartialEq)]
pub struct PartHistory {
    /// Its code, as in the newest edition.
    pub code: Code,
    /// The years between start and end: what was asked, or the most that its unchanged meaning allows.
    pub years: i16,
    /// How many starts and ends of provinces stand behind the figures.
    pub cases: usize,
    /// The spread of ends given their start, points relative to the nation.
    pub spread: f64,
    /// Relative gains by the quarter that a province started from, best quarter first; none where nobody started.
    pub gains: [Option<Gains>; 4],
    /// The quarter that the province is in now.
    pub quarter: Option<Group>,
}

/// Relative gains of the provinces that started from one quarter, points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gains {
    /// Half gained at least this.
    pub median: f64,
    /// A quarter did.
    pub upper_quarter: f64,
    /// A tenth did.
    pub upper_tenth: f64,
    /// How many there were.
    pub cases: usize,
}

/// A start and the end so many years later, points relative to the nation.
#[derive(Debug, Clone, Copy)]
struct Case {
    start: f64,
    end: f64,
    quarter: Group,
}

/// The past of every sub-dimension of the newest edition up to `as_of`, over `horizon` years.
pub fn histories(editions: &Editions, set: &Set, unit: &Unit, as_of: i16, horizon: i16) -> Vec<PartHistory> {
    let known: Vec<&Edition> =
        editions.iter().filter(|e| e.year <= as_of && e.set.from <= set.from).collect();
    let Some(newest) = known.last() else { return Vec::new() };
    let of = |code: Code| history(&known, set, unit, code, horizon);
    newest.structure.subdimensions.iter().map(|part| of(part.code)).collect()
}

/// Points for each part that add up to a lift with the least squared stretch: in proportion to the squared spreads,
/// none beyond what the best tenth did. Where even that is not enough, every part is at that bound.
pub fn spread(lift: f64, spreads: &[f64]) -> Vec<f64> {
    let at = |pace: f64| spreads.iter().map(move |s| (pace * s * s).min(RARE * s)).collect::<Vec<_>>();
    let widest = spreads.iter().copied().filter(|s| *s > 0.0).fold(f64::INFINITY, f64::min);
    if !widest.is_finite() || lift >= cap(spreads) {
        return at(f64::INFINITY)
            .into_iter()
            .map(|points| if points.is_nan() { 0.0 } else { points })
            .collect();
    }
    let (mut low, mut high) = (0.0, RARE / widest);
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if at(middle).iter().sum::<f64>() < lift { low = middle } else { high = middle }
    }
    at(high)
}

/// The most that the parts together allow: what the best tenth did in each of them at once.
pub fn cap(spreads: &[f64]) -> f64 {
    RARE * spreads.iter().sum::<f64>()
}

fn history(known: &[&Edition], set: &Set, unit: &Unit, code: Code, horizon: i16) -> PartHistory {
    let found = (1..=horizon).rev().map(|years| (years, cases(known, set, code, years)));
    let (years, cases) =
        found.into_iter().find(|(_, cases)| !cases.is_empty()).unwrap_or((horizon, Vec::new()));
    let newest = known.last().map(|edition| relative(edition, set, code)).unwrap_or_default();
    let own = set.position(unit.id).and_then(|row| *newest.get(row)?);
    PartHistory {
        code,
        years,
        cases: cases.len(),
        spread: residual(&cases).unwrap_or_else(|| deviation(&newest)),
        gains: Group::ALL.map(|group| gains(&cases, group)),
        quarter: own.map(|own| quarter(&newest, own)),
    }
}

fn cases(known: &[&Edition], set: &Set, code: Code, years: i16) -> Vec<Case> {
    let mut cases = Vec::new();
    for start in known {
        let end = known.iter().find(|end| end.year == start.year + years);
        let Some(end) = end.filter(|end| comparable(Item::Subdimension(code), start.year, end.year)) else {
            continue;
        };
        let (before, after) = (relative(start, set, code), relative(end, set, code));
        let case = |(start, end): (&Option<f64>, &Option<f64>)| {
            Some(Case { start: (*start)?, end: (*end)?, quarter: quarter(&before, (*start)?) })
        };
        cases.extend(before.iter().zip(&after).filter_map(case));
    }
    cases
}

/// Each unit's points less the mean of those scored.
fn relative(edition: &Edition, set: &Set, code: Code) -> Vec<Option<f64>> {
    let item = Item::Subdimension(code);
    let scores: Vec<_> = set.units.iter().map(|unit| edition.score(unit, item)).collect();
    let scored = scores.iter().flatten().count().max(1) as f64;
    let mean = scores.iter().flatten().sum::<f64>() / scored;
    scores.into_iter().map(|score| Some(score? - mean)).collect()
}

fn quarter(all: &[Option<f64>], own: f64) -> Group {
    let rank = 1 + all.iter().flatten().filter(|other| **other > own).count();
    Sizes::by_rule(all.iter().flatten().count()).group(rank)
}

fn gains(cases: &[Case], group: Group) -> Option<Gains> {
    let from = cases.iter().filter(|case| case.quarter == group);
    let mut gains: Vec<f64> = from.map(|case| case.end - case.start).collect();
    gains.sort_unstable_by(f64::total_cmp);
    (!gains.is_empty()).then(|| Gains {
        median: quantile(&gains, 0.5),
        upper_quarter: quantile(&gains, 0.75),
        upper_tenth: quantile(&gains, 0.9),
        cases: gains.len(),
    })
}

/// The standard deviation of ends about their regression on the start; none of fewer than ten cases.
fn residual(cases: &[Case]) -> Option<f64> {
    let count = cases.len() as f64;
    let (start, end) = (mean(cases.iter().map(|c| c.start)), mean(cases.iter().map(|c| c.end)));
    let across: f64 = cases.iter().map(|case| (case.start - start) * (case.end - end)).sum();
    let along: f64 = cases.iter().map(|case| (case.start - start) * (case.start - start)).sum();
    let slope = if along > 0.0 { across / along } else { 0.0 };
    let miss = |case: &Case| case.end - end - slope * (case.start - start);
    let squares: f64 = cases.iter().map(|case| miss(case) * miss(case)).sum();
    (cases.len() >= 10).then(|| libm::sqrt(squares / (count - 2.0)))
}

fn deviation(relative: &[Option<f64>]) -> f64 {
    libm::sqrt(mean(relative.iter().flatten().map(|points| points * points)))
}

fn mean(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = values.clone().count().max(1) as f64;
    values.sum::<f64>() / count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_lift_is_spread_in_proportion_to_squared_spreads() {
        let points = spread(0.5, &[1.0, 2.0, 0.0]);
        assert!((points[0] - 0.1).abs() < 1e-9 && (points[1] - 0.4).abs() < 1e-9, "{points:?}");
        assert_eq!(points[2], 0.0);
    }

    #[test]
    fn no_part_is_asked_beyond_the_best_tenth_and_the_rest_makes_up_for_it() {
        let points = spread(3.2, &[1.0, 2.0]);
        assert!((points[1] - 2.56).abs() < 1e-9 && (points[0] - 0.64).abs() < 1e-9, "{points:?}");
        assert_eq!(spread(100.0, &[1.0, 2.0]), [1.28, 2.56]);
    }

    #[test]
    fn a_spread_is_what_the_start_does_not_tell() {
        let case = |start: f64, end: f64| Case { start, end, quarter: Group::Low };
        let told: Vec<Case> = (0..12).map(|k| case(f64::from(k), 2.0 * f64::from(k) + 1.0)).collect();
        assert!(residual(&told).expect("cases") < 1e-9);
        assert_eq!(residual(&told[..5]), None);
    }
}
