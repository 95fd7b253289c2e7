//! Where one part of a population stands against the rest of it: above, below, or not to be told from chance.
//!
//! Every part is a stratum of which people were drawn singly, without replacement. A share p of n answers out of N people
//! has the effective size n* = (n − 1)/(1 − n/N), and the interval of Clopper and Pearson with it (Korn and Graubard 1998,
//! *Survey Methodology* 24), which also holds where everybody said the same. The rest is the stratified mean of all other
//! parts, p(1 − p)/V its effective size (Särndal, Swensson and Wretman 1992, chapter 3). Both were drawn apart, so the ends
//! of their difference d are d − √((p₁ − l₁)² + (u₂ − p₂)²) and d + √((u₁ − p₁)² + (p₂ − l₂)²) (Newcombe 1998, *Statistics
//! in Medicine* 17, method 10; Zou and Donner 2008, *Statistics in Medicine* 27). Where k parts are looked at, each interval
//! covers 1 − α/k, so that all of them hold at once (Bonferroni; Dunn 1961, *Journal of the American Statistical
//! Association* 56): if no part differed, at most α of such lists would name any.

use crate::distribution::beta_quantile;

/// A part of the population.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// How many people there are.
    pub size: f64,
    /// How many of them answered.
    pub answers: u32,
    /// How many of these said yes.
    pub yes: u32,
}

/// A part against the rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Against {
    /// Its share less that of the rest.
    pub difference: f64,
    /// The ends of its interval.
    pub interval: (f64, f64),
}

impl Against {
    /// Whether it stands above the rest, or below; none where that cannot be told.
    pub fn is_above(&self) -> Option<bool> {
        match self.interval {
            (low, _) if low > 0.0 => Some(true),
            (_, high) if high < 0.0 => Some(false),
            _ => None,
        }
    }
}

/// Each of the parts that are looked at, by their places, against all other parts of which anybody answered; intervals that
/// hold together at a level between 0 and 1. None for a part that has no answers, or nothing to stand against.
pub fn against_rest(parts: &[Part], looked_at: &[usize], level: f64) -> Vec<Option<Against>> {
    let alpha = (1.0 - level) / looked_at.len().max(1) as f64;
    let against = |place: &usize| {
        let own = Share::of(parts.get(*place)?)?;
        let others = parts.iter().enumerate().filter(|(at, _)| at != place).map(|(_, part)| part);
        let rest = Share::stratified(others)?;
        let (difference, (low, high), (under, over)) = (own.p - rest.p, own.ends(alpha), rest.ends(alpha));
        let (down, up) = ((own.p - low).hypot(over - rest.p), (high - own.p).hypot(rest.p - under));
        Some(Against { difference, interval: (difference - down, difference + up) })
    };
    looked_at.iter().map(against).collect()
}

/// A share and the effective size of the sample behind it; infinite where everybody was asked.
struct Share {
    p: f64,
    n: f64,
}

impl Share {
    /// That of one part; one answer tells as little as none about its error.
    fn of(part: &Part) -> Option<Self> {
        let (n, left_out) = (f64::from(part.answers), left_out(part));
        let effective = if left_out > 0.0 { (n - 1.0) / left_out } else { f64::INFINITY };
        (n > 0.0).then(|| Self { p: f64::from(part.yes) / n, n: effective })
    }

    /// That of several parts by their sizes.
    fn stratified<'a>(parts: impl Iterator<Item = &'a Part>) -> Option<Self> {
        let parts: Vec<(&Part, Self)> = parts.filter_map(|part| Some((part, Self::of(part)?))).collect();
        let size: f64 = parts.iter().map(|(part, _)| part.size).sum();
        if size <= 0.0 {
            return None;
        }
        let p: f64 = parts.iter().map(|(part, share)| part.size / size * share.p).sum();
        // Of one answer no variance is known: the greatest that a share may have is taken.
        let variance = |(part, share): &(&Part, Self)| match part.answers {
            1 => left_out(part) / 4.0,
            _ => share.p * (1.0 - share.p) / share.n,
        };
        let sum: f64 = parts.iter().map(|it| (it.0.size / size).powi(2) * variance(it)).sum();
        let sampled: Vec<f64> = parts.iter().map(|(_, share)| share.n).filter(|n| n.is_finite()).collect();
        let n = match () {
            () if sum > 0.0 => p * (1.0 - p) / sum,
            () if sampled.is_empty() => f64::INFINITY,
            () => sampled.iter().sum(),
        };
        Some(Self { p, n })
    }

    /// The ends of its interval, leaving out so much on both sides together.
    fn ends(&self, alpha: f64) -> (f64, f64) {
        if self.n.is_infinite() {
            return (self.p, self.p);
        }
        let (yes, no) = (self.n * self.p, self.n * (1.0 - self.p));
        let low = if yes > 0.0 { beta_quantile(alpha / 2.0, yes, no + 1.0) } else { 0.0 };
        let high = if no > 0.0 { beta_quantile(1.0 - alpha / 2.0, yes + 1.0, no) } else { 1.0 };
        (low, high)
    }
}

/// The share of a part that was left out.
fn left_out(part: &Part) -> f64 {
    (1.0 - f64::from(part.answers) / part.size).max(0.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn part(size: u32, answers: u32, yes: u32) -> Part {
        Part { size: f64::from(size), answers, yes }
    }

    fn one(parts: &[Part]) -> Against {
        against_rest(parts, &[0], 0.95)[0].unwrap()
    }

    #[test]
    fn the_ends_are_those_of_the_textbook() {
        // Clopper and Pearson's interval of 9 in 10 of a large population, by an effective size of 10.
        let share = Share { p: 0.9, n: 10.0 };
        let (low, high) = share.ends(0.05);
        assert!((low - 0.554_984).abs() < 1e-6 && (high - 0.997_471).abs() < 1e-6, "{low} {high}");
        let (low, high) = Share { p: 1.0, n: 10.0 }.ends(0.05);
        assert!((low - 0.025_f64.powf(0.1)).abs() < 1e-9 && high == 1.0, "the rule of α/2 to the 1/n: {low}");
    }

    #[test]
    fn a_clear_difference_is_told_and_a_small_sample_is_not_believed() {
        assert_eq!(one(&[part(900, 200, 190), part(9000, 400, 240)]).is_above(), Some(true));
        assert_eq!(one(&[part(900, 200, 80), part(9000, 400, 240)]).is_above(), Some(false));
        assert_eq!(one(&[part(900, 30, 20), part(9000, 400, 240)]).is_above(), None);
    }

    #[test]
    fn everybody_of_a_few_saying_the_same_is_no_proof() {
        let parts: Vec<Part> = (0..20).map(|at| part(2000, 30, if at == 0 { 30 } else { 26 })).collect();
        let all: Vec<usize> = (0..20).collect();
        assert_eq!(against_rest(&parts, &all, 0.95)[0].unwrap().is_above(), None);
        assert_eq!(one(&[part(2000, 200, 200), part(9000, 400, 300)]).is_above(), Some(true));
    }

    #[test]
    fn whoever_asks_everybody_knows() {
        let found = one(&[part(40, 40, 40), part(50, 50, 49)]);
        assert_eq!(found.is_above(), Some(true));
        assert!((found.interval.0 - 0.02).abs() < 1e-12 && (found.interval.1 - 0.02).abs() < 1e-12);
    }

    #[test]
    fn nothing_stands_against_nothing() {
        assert_eq!(against_rest(&[part(40, 30, 20)], &[0], 0.95), [None]);
        assert_eq!(against_rest(&[part(40, 30, 20), part(40, 0, 0)], &[0, 1, 7], 0.95), [None, None, None]);
    }

    /// Numbers by chance for the trial below; Lehmer's, so that it is the same trial each time.
    fn chance(state: &mut u64) -> f64 {
        *state = *state * 48_271 % 2_147_483_647;
        *state as f64 / 2_147_483_647.0
    }

    #[test]
    fn where_no_part_differs_few_lists_name_any() {
        for p in [0.5, 0.9, 0.97] {
            let (mut state, mut named) = (20_250_520, 0);
            let all: Vec<usize> = (0..10).collect();
            for _ in 0..400 {
                let mut drawn = |n: u32| (0..n).filter(|_| chance(&mut state) < p).count() as u32;
                let parts: Vec<Part> = (0..10).map(|at| part(5000, 30 + at, drawn(30 + at))).collect();
                let found = against_rest(&parts, &all, 0.95);
                named += usize::from(found.iter().flatten().any(|it| it.is_above().is_some()));
            }
            assert!(named <= 20, "{named} of 400 lists at {p}");
        }
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_difference_and_more_parts_make_it_wider(
            counts in proptest::collection::vec((1_u32..80, 0_u32..80, 0_u32..500), 2..8)
        ) {
            let parts: Vec<Part> = counts.iter().map(|(n, yes, more)| part(n + more, *n, (*yes).min(*n))).collect();
            let all: Vec<usize> = (0..parts.len()).collect();
            for (place, wide) in against_rest(&parts, &all, 0.95).into_iter().enumerate() {
                let (wide, narrow) = (wide.unwrap(), against_rest(&parts, &[place], 0.95)[0].unwrap());
                prop_assert!(wide.interval.0 <= wide.difference + 1e-9 && wide.difference <= wide.interval.1 + 1e-9);
                prop_assert!(wide.interval.0 <= narrow.interval.0 + 1e-9 && narrow.interval.1 <= wide.interval.1 + 1e-9);
                prop_assert!(wide.interval.0.is_finite() && wide.interval.1.is_finite());
            }
        }
    }
}
