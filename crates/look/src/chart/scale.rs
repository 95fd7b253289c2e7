//! From values to places on the drawing, and the round values at which an axis is marked.

/// A straight mapping of values to coordinates. Values outside are drawn at the edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// Maps the values from `low` to `high` to the coordinates from `start` to `end` (which may lie before it).
    /// A single value, or none, is widened to a range of one.
    pub(crate) fn new((low, high): (f64, f64), (start, end): (f64, f64)) -> Self {
        let (low, high) = if low.is_finite() && high.is_finite() { (low, high) } else { (0.0, 1.0) };
        let (low, high) = if high - low < 1e-6 { (low - 0.5, high + 0.5) } else { (low, high) };
        Self { low, high, start, end }
    }

    /// A scale over these values with a little air at both ends.
    pub(crate) fn over(values: impl IntoIterator<Item = f64>, ends: (f64, f64)) -> Self {
        let (low, high) = range(values);
        let air = (high - low) * 0.05;
        Self::new((low - air, high + air), ends)
    }

    /// Where a value lies.
    pub(crate) fn at(&self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        let share = if share.is_nan() { 0.0 } else { share };
        self.start + share * (self.end - self.start)
    }

    /// Round values within the scale, about `wanted` of them, and how many decimals they need.
    pub(crate) fn ticks(&self, wanted: usize) -> (Vec<f64>, usize) {
        let step = round_step((self.high - self.low) / wanted.max(1) as f64);
        let decimals = (-(step * 1.000_001).log10().floor()).max(0.0) as usize;
        let first = (self.low / step).ceil();
        let ticks = (0..=2 * wanted)
            .map(|n| (first + n as f64) * step)
            .take_while(|tick| *tick <= self.high + step * 1e-9)
            .collect();
        (ticks, decimals)
    }
}

/// The smallest and the largest of some values; of none, an empty range that [`Scale::new`] bears.
fn range(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    values
        .into_iter()
        .filter(|value| value.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

/// The nearest of 1, 2, 5 and 10 times a power of ten.
fn round_step(about: f64) -> f64 {
    let power = 10_f64.powf(about.log10().floor());
    let nearest = match about / power {
        times if times < 1.5 => 1.0,
        times if times < 3.5 => 2.0,
        times if times < 7.5 => 5.0,
        _ => 10.0,
    };
    power * nearest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_axis_is_marked_at_round_values() {
        let scale = Scale::new((38.3, 47.9), (0.0, 100.0));
        assert_eq!(scale.ticks(5), (vec![40.0, 42.0, 44.0, 46.0], 0));
        let (ticks, decimals) = Scale::new((4.89, 5.35), (0.0, 100.0)).ticks(4);
        assert_eq!((ticks.len(), decimals), (5, 1));
    }

    proptest! {
        #[test]
        fn every_value_is_placed_within_the_ends(values in prop::collection::vec(any::<f64>(), 0..5), value in any::<f64>()) {
            let at = Scale::over(values, (10.0, 350.0)).at(value);
            prop_assert!((10.0..=350.0).contains(&at));
        }

        #[test]
        fn order_is_kept(a in -100.0..100.0, b in -100.0..100.0) {
            let scale = Scale::over([a, b], (0.0, 100.0));
            prop_assert_eq!(a < b - 1e-6, scale.at(a) < scale.at(b) - 1e-9);
        }

        #[test]
        fn ticks_lie_on_the_axis(low in -100.0_f64..100.0, wide in 0.0_f64..50.0, wanted in 1_usize..8) {
            let (ticks, _) = Scale::new((low, low + wide), (0.0, 1.0)).ticks(wanted);
            prop_assert!(ticks.len() <= 2 * wanted + 1);
            for tick in ticks {
                prop_assert!(tick >= low - 0.51 && tick <= low + wide.max(1.0) + 0.01);
            }
        }
    }
}
