//! How far a province's distance from the national mean moves between two editions without anything having changed.

use places::Unit;

use super::errors::of_unit;
use super::two_sided;
use crate::{Editions, Item};

/// The confidence that changes are judged by.
pub const COVERAGE: f64 = 0.9;
/// Variance that drawing the surveyed places anew adds to a change of the total: with it a change is noise up to
/// 3.5 points at 90 %, without it up to 2.3, where one year's error is 1 point.
const PLACES: f64 = 2.527;

/// What the survey alone may move.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangeNoise {
    /// Whether the surveyed places were drawn anew between the two editions.
    pub renewed: bool,
    /// How far it reaches to either side in points, at [`COVERAGE`]; none where nobody has measured it: of a dimension
    /// across a renewal.
    pub reach: Option<f64>,
}

impl ChangeNoise {
    /// Of a province's item between two survey years; none where an edition or an error is missing.
    pub fn of(editions: &Editions, unit: &Unit, item: Item, years: (i16, i16)) -> Option<Self> {
        let error = |year| Some(of_unit(editions.get(year)?, unit, item)?.0);
        let (before, now) = (error(years.0)?, error(years.1)?);
        let renewed = editions.periods().renewal_between(years.0, years.1).is_some();
        let places = match item {
            _ if !renewed => Some(0.0),
            Item::Total => Some(PLACES),
            _ => None,
        };
        let reach = |places: f64| two_sided(COVERAGE) * libm::sqrt(before * before + now * now + places);
        Some(Self { renewed, reach: places.map(reach) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use places::country;

    fn of(item: Item, years: (i16, i16)) -> Option<ChangeNoise> {
        let unit = country().set("63").expect("the 63").by_code("95").expect("a province");
        ChangeNoise::of(&Editions::embedded(2011..=2024), unit, item, years)
    }

    #[test]
    fn a_change_of_the_total_is_noise_up_to_two_points_and_a_third_and_more_across_a_renewal() {
        let reach = |years| of(Item::Total, years).and_then(|noise| noise.reach).expect("measured");
        assert!((reach((2023, 2024)) - 2.326).abs() < 1e-3);
        assert!((reach((2020, 2021)) - 3.5).abs() < 1e-3);
    }

    #[test]
    fn what_was_not_measured_is_not_told() {
        let across = of(Item::Dimension(4), (2020, 2021)).expect("an error");
        assert_eq!((across.renewed, across.reach), (true, None));
        assert!(of(Item::Dimension(4), (2023, 2024)).and_then(|noise| noise.reach).is_some());
        assert_eq!(of("4.1".parse().expect("an item"), (2023, 2024)), None);
    }
}
