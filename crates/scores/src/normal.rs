//! The standard normal distribution, the same to the last bit on every machine.
//!
//! Functions of the system's own mathematics library differ in the last digit between machines, so everything that
//! ends in a printed figure goes through `libm`, which is plain code.

use std::f64::consts::SQRT_2;
use std::sync::LazyLock;

/// How far out the distribution is integrated, in standard deviations: beyond lies 2e-17 of it.
const REACH: f64 = 8.5;

/// The probability of a value below `x`.
pub(crate) fn below(x: f64) -> f64 {
    0.5 * libm::erfc(-x / SQRT_2)
}

/// The same to 1e-12, many times as fast, for integrals: between points of a table by their heights and slopes.
pub(crate) fn nearly_below(x: f64) -> f64 {
    static TABLE: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| {
        let point = |k: usize| k as f64 / GRID - TABLED;
        (0..=(2.0 * TABLED * GRID) as usize + 1)
            .map(|k| (below(point(k)), density(point(k)) / GRID))
            .collect()
    });
    if x.abs() >= TABLED {
        return if x < 0.0 { 0.0 } else { 1.0 };
    }
    let place = (x + TABLED) * GRID;
    let (first, s) = (place as usize, place.fract());
    let ((low, rise), (high, next_rise)) = (TABLE[first], TABLE[first + 1]);
    let r = 1.0 - s;
    // Cubic Hermite interpolation.
    r * r * ((1.0 + 2.0 * s) * low + s * rise) + s * s * ((1.0 + 2.0 * r) * high - r * next_rise)
}

/// How far out the table of [`nearly_below`] goes, and its points in one standard deviation.
const TABLED: f64 = 9.0;
const GRID: f64 = 256.0;

/// The probability density at `x`.
pub(crate) fn density(x: f64) -> f64 {
    0.398_942_280_401_432_7 * libm::exp(-0.5 * x * x)
}

/// The point that lies above a share `p` of the distribution, by bisection; `p` between 0 and 1.
pub(crate) fn point(p: f64) -> f64 {
    let (mut low, mut high) = (-40.0, 40.0);
    while high - low > 1e-13 {
        let middle = 0.5 * (low + high);
        if below(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
        if middle == low && middle == high {
            break;
        }
    }
    0.5 * (low + high)
}

/// Points and weights that integrate a smooth function against the density, `step` apart.
///
/// The trapezoid rule on a function that dies off at both ends converges faster than any power of the step.
pub(crate) fn nodes(step: f64) -> impl Iterator<Item = (f64, f64)> {
    let half = libm::ceil(REACH / step) as i32;
    (-half..=half).map(move |k| {
        let u = f64::from(k) * step;
        (u, step * density(u))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_the_tabled_ones() {
        // Abramowitz and Stegun, table 26.5 and 26.1.
        for (p, x) in [(0.975, 1.959_963_984_540_054), (0.9, 1.281_551_565_544_600_4), (0.5, 0.0)] {
            assert!((point(p) - x).abs() < 1e-12, "{p}");
            assert!((below(x) - p).abs() < 1e-14, "{p}");
        }
        assert!((below(-6.0) / 9.865_876_450_376_98e-10 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn between_the_tables_points_it_is_the_same() {
        for k in -95_000..=95_000 {
            let x = f64::from(k) * 1e-4;
            assert!((nearly_below(x) - below(x)).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn the_nodes_integrate_moments_exactly() {
        let moment = |power| nodes(0.1).map(|(u, weight)| weight * libm::pow(u, power)).sum::<f64>();
        for (power, exact) in [(0.0, 1.0), (1.0, 0.0), (2.0, 1.0), (4.0, 3.0)] {
            assert!((moment(power) - exact).abs() < 1e-11, "moment {power}");
        }
    }
}
