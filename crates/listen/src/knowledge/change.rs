//! The change of one item between two pulses: both shares, the difference, and what can be said of it.
//!
//! The people of both pulses are laid into one sample whose strata are those of either pulse. They were drawn apart, so
//! the variance of the difference is the sum of both variances, and its degrees of freedom are the people less all strata:
//! `fieldwork` compares them as two groups, by `estimate`. Source: Särndal, Swensson and Wretman (1992), chapter 5.

use fieldwork::Kind;
use fieldwork::answer::{Figures, Line};

use super::common;
use crate::Pulse;
use crate::pulse::result::{self, Count, KINDS, Row};
use crate::pulse::{Item, NO_ANSWER};

const WAVE: &str = "wave";
const BEFORE: &str = "before";
const AFTER: &str = "after";
/// A standard error below this is none: everybody said the same, or everybody was asked.
const NO_ERROR: f64 = 1e-9;

/// What an item says before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The item.
    pub item: Item,
    /// The share before; none where too few answered.
    pub before: Option<Figures>,
    /// The share after.
    pub after: Option<Figures>,
    /// After less before, as a share, with its interval; none where it cannot be told.
    pub difference: Option<(f64, (f64, f64))>,
    /// What can be said.
    pub says: Says,
}

/// What can be said of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// The whole interval lies above 0.
    Up,
    /// The whole interval lies below 0.
    Down,
    /// The interval holds 0.
    Unclear,
    /// Fewer answered than a figure may stand for.
    Few,
    /// All who were drawn said the same, so that the sample does not tell its own error.
    Same,
}

impl Says {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Unclear => "unclear",
            Self::Few => "few",
            Self::Same => "same",
        }
    }

    fn of((low, high): (f64, f64)) -> Self {
        match () {
            () if low > 0.0 => Self::Up,
            () if high < 0.0 => Self::Down,
            () => Self::Unclear,
        }
    }
}

/// A pulse with what was counted.
type Wave<'a> = (&'a Pulse, &'a [Count]);

/// The change of every item that both ask, in the order of the first.
pub(super) fn between(before: Wave<'_>, after: Wave<'_>) -> Vec<Change> {
    common(before.0, after.0).into_iter().map(|at| one(before, after, at)).collect()
}

fn one(before: Wave<'_>, after: Wave<'_>, (at, other): (usize, usize)) -> Change {
    let (earlier, later) = (share(before, at), share(after, other));
    let change = Change {
        item: before.0.items[at].clone(),
        before: earlier,
        after: later,
        difference: None,
        says: Says::Few,
    };
    if earlier.is_none() || later.is_none() {
        return change;
    }
    if is_blind(before, at, earlier) || is_blind(after, other, later) {
        return Change { says: Says::Same, ..change };
    }
    match difference(before, after, (at, other)) {
        Some((estimate, interval)) => {
            Change { difference: Some((estimate, interval)), says: Says::of(interval), ..change }
        }
        None => Change { says: Says::Same, ..change },
    }
}

/// The share of one pulse for everybody; none where it is hidden or there is none.
fn share((pulse, counts): Wave<'_>, at: usize) -> Option<Figures> {
    let line: Line = result::of(pulse, counts).found.into_iter().nth(at)?.all?;
    line.figures
}

/// Whether a sample shows no error though it left people out.
fn is_blind((pulse, counts): Wave<'_>, at: usize, share: Option<Figures>) -> bool {
    let exact = share.and_then(|it| it.se).is_none_or(|se| se < NO_ERROR);
    let said = |place: usize| -> i64 {
        let own = counts.iter().filter(|(stratum, item, value, _)| {
            (*stratum, *item) == (place as i64, at as i64) && *value != NO_ANSWER
        });
        own.map(|(.., answers)| answers).sum()
    };
    exact && pulse.strata.iter().enumerate().any(|(place, part)| said(place) < part.size)
}

/// After less before, with its interval.
fn difference(before: Wave<'_>, after: Wave<'_>, (at, other): (usize, usize)) -> Option<(f64, (f64, f64))> {
    let marked = |(pulse, counts): Wave<'_>, at, wave: &str| {
        let of = |row: Row| row.into_iter().chain([Some(wave.to_owned())]).collect::<Row>();
        result::rows(pulse, at, counts, wave).into_iter().map(of).collect::<Vec<Row>>()
    };
    let rows = [marked(before, at, BEFORE), marked(after, other, AFTER)].concat();
    let kinds: Vec<(&str, Kind)> = KINDS.into_iter().chain([(WAVE, Kind::Domain)]).collect();
    let found = result::estimated(&kinds, &rows, WAVE)?.differences.into_iter().next()?;
    let (low, high) = found.interval?;
    match found.group.as_str() {
        AFTER => Some((found.estimate, (low, high))),
        _ => Some((-found.estimate, (-high, -low))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::pulse::result::tests::{counts, pulse};

    /// A pulse of one item with the people of each stratum and their answers no, yes and none.
    fn wave(strata: &[(i64, i64, i64, i64)]) -> (Pulse, Vec<Count>) {
        let sizes: Vec<i64> = strata.iter().map(|(size, ..)| *size).collect();
        let answers: Vec<_> = strata.iter().map(|(_, no, yes, none)| (*no, *yes, *none)).collect();
        (pulse("biet-noi-phan-anh", &sizes), counts(&answers))
    }

    fn change(before: &[(i64, i64, i64, i64)], after: &[(i64, i64, i64, i64)]) -> Change {
        let (before, after) = (wave(before), wave(after));
        between((&before.0, &before.1), (&after.0, &after.1)).remove(0)
    }

    /// Half an interval by hand: √(Σ (1 − n/N) p (1 − p) / (n − 1)), by the t that the tables give.
    fn half(parts: &[(f64, f64, f64)], t: f64) -> f64 {
        t * parts.iter().map(|(n, of, p)| (1.0 - n / of) * p * (1.0 - p) / (n - 1.0)).sum::<f64>().sqrt()
    }

    #[test]
    fn the_error_of_a_difference_is_both_errors_together() {
        let found = change(&[(1000, 30, 10, 0)], &[(2000, 50, 50, 0)]);
        let (estimate, (low, high)) = found.difference.unwrap();
        assert!((estimate - 0.25).abs() < 1e-12);
        // 140 people, two strata: 138 degrees of freedom, of which the tables give t = 1.97730.
        let half = half(&[(40.0, 1000.0, 0.25), (100.0, 2000.0, 0.5)], 1.977_304);
        assert!(
            (low - (0.25 - half)).abs() < 1e-6 && (high - (0.25 + half)).abs() < 1e-6,
            "{low} {high} {half}"
        );
        assert_eq!(found.says, Says::Up);
        assert_eq!((found.before.unwrap().estimate, found.after.unwrap().estimate), (0.25, 0.5));
    }

    #[test]
    fn strata_weigh_as_many_people_as_they_have_in_each_wave() {
        let found = change(&[(900, 30, 10, 0), (100, 20, 20, 0)], &[(900, 20, 20, 0), (100, 20, 20, 0)]);
        let (estimate, (low, high)) = found.difference.unwrap();
        assert!((estimate - (0.5 - (0.9 * 0.25 + 0.1 * 0.5))).abs() < 1e-12);
        let part = |w: f64, n: f64, of: f64, p: f64| w * w * (1.0 - n / of) * p * (1.0 - p) / (n - 1.0);
        let variance =
            part(0.9, 40.0, 900.0, 0.25) + part(0.1, 40.0, 100.0, 0.5) * 2.0 + part(0.9, 40.0, 900.0, 0.5);
        // 160 people, four strata: 156 degrees of freedom.
        let half = 1.975_288 * variance.sqrt();
        assert!(
            (high - estimate - half).abs() < 1e-6 && (estimate - low - half).abs() < 1e-6,
            "{low} {high} {half}"
        );
    }

    #[test]
    fn what_cannot_be_told_from_chance_is_said_so_and_a_fall_is_a_fall() {
        assert_eq!(change(&[(1000, 25, 15, 0)], &[(1000, 22, 18, 0)]).says, Says::Unclear);
        assert_eq!(change(&[(1000, 10, 40, 0)], &[(1000, 40, 10, 0)]).says, Says::Down);
    }

    #[test]
    fn below_the_floor_there_is_no_figure_and_no_difference() {
        let found = change(&[(1000, 20, 9, 50)], &[(1000, 10, 40, 0)]);
        assert_eq!(
            (found.says, found.difference, found.before),
            (Says::Few, None, None),
            "29 answered, 50 did not"
        );
        assert!(found.after.is_some());
        assert_eq!(change(&[(1000, 15, 15, 0)], &[(1000, 15, 15, 0)]).says, Says::Unclear, "30 are enough");
        assert_eq!(change(&[], &[(1000, 10, 40, 0)]).says, Says::Few);
    }

    #[test]
    fn a_sample_of_one_mind_does_not_know_its_error_but_a_count_of_all_does() {
        assert_eq!(change(&[(1000, 40, 0, 0)], &[(1000, 20, 20, 0)]).says, Says::Same);
        assert_eq!(change(&[(1000, 20, 20, 0)], &[(1000, 0, 60, 0)]).difference, None);
        let all = change(&[(40, 40, 0, 0)], &[(50, 10, 40, 0)]);
        assert_eq!(all.says, Says::Up);
        let (estimate, (low, high)) = all.difference.unwrap();
        assert!((estimate - 0.8).abs() < 1e-12 && high - low < 1e-6);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_same_results_show_no_change(
            strata in proptest::collection::vec((15_i64..60, 15_i64..60, 0_i64..5), 1..4)
        ) {
            let strata: Vec<_> = strata.iter().map(|(no, yes, none)| (500, *no, *yes, *none)).collect();
            let found = change(&strata, &strata);
            let (estimate, (low, high)) = found.difference.unwrap();
            prop_assert!(estimate.abs() < 1e-9 && low < 0.0 && high > 0.0 && found.says == Says::Unclear);
        }

        #[test]
        fn turned_round_it_is_the_same_change_the_other_way(
            a in proptest::collection::vec((0_i64..60, 0_i64..60, 0_i64..5), 1..4),
            b in proptest::collection::vec((0_i64..60, 0_i64..60, 0_i64..5), 1..4),
        ) {
            let sized = |strata: &[(i64, i64, i64)]| -> Vec<_> {
                strata.iter().map(|(no, yes, none)| (no + yes + none + 100, *no, *yes, *none)).collect()
            };
            let (a, b) = (sized(&a), sized(&b));
            let (there, back) = (change(&a, &b), change(&b, &a));
            let turned = match there.says { Says::Up => Says::Down, Says::Down => Says::Up, says => says };
            prop_assert_eq!(turned, back.says);
            match (there.difference, back.difference) {
                (Some((d, (low, high))), Some((e, (under, over)))) => {
                    prop_assert!((d + e).abs() < 1e-9 && (low + over).abs() < 1e-9 && (high + under).abs() < 1e-9);
                    prop_assert!(low <= d + 1e-9 && d <= high + 1e-9);
                }
                (None, None) => {}
                _ => prop_assert!(false, "one way there is a difference and the other none"),
            }
        }
    }
}
