//! Sun and moon: when the moon is new, and where the sun then stands, as the lunar calendar needs them.
//!
//! Formulas: J. Meeus, *Astronomical Algorithms*, 2nd edition, chapters 25 (low accuracy, 0.01°) and 49
//! (a few seconds); the difference between uniform and civil time by Espenak and Meeus for 1961–2050.

/// The Julian day in universal time of new moon number `k`, counted from that of 6 January 2000.
pub(super) fn new_moon(k: i64) -> f64 {
    let jde = new_moon_uniform(k as f64);
    jde - delta_t(jde) / 86_400.0
}

/// The apparent longitude of the sun, 0–360°, at a Julian day of universal time.
pub(super) fn sun_longitude(jd: f64) -> f64 {
    let t = (jd + delta_t(jd) / 86_400.0 - 2_451_545.0) / 36_525.0;
    let mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let anomaly = 357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t;
    let centre = (1.914_602 - 0.004_817 * t - 0.000_014 * t * t) * sin(anomaly)
        + (0.019_993 - 0.000_101 * t) * sin(2.0 * anomaly)
        + 0.000_289 * sin(3.0 * anomaly);
    (mean + centre - 0.005_69 - 0.004_78 * sin(125.04 - 1934.136 * t)).rem_euclid(360.0)
}

/// The Julian day in uniform time (TT).
fn new_moon_uniform(k: f64) -> f64 {
    let t = k / 1236.85;
    let (t2, t3, t4) = (t.powi(2), t.powi(3), t.powi(4));
    let mean = 2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t2 - 0.000_000_150 * t3
        + 0.000_000_000_73 * t4;
    let earth = 1.0 - 0.002_516 * t - 0.000_007_4 * t2;
    let at = Arguments {
        sun: 2.5534 + 29.105_356_70 * k - 0.000_001_4 * t2 - 0.000_000_11 * t3,
        moon: 201.5643 + 385.816_935_28 * k + 0.010_758_2 * t2 + 0.000_012_38 * t3 - 0.000_000_058 * t4,
        latitude: 160.7108 + 390.670_502_84 * k - 0.001_611_8 * t2 - 0.000_002_27 * t3 + 0.000_000_011 * t4,
    };
    let node = 124.7746 - 1.563_755_88 * k + 0.002_067_2 * t2 + 0.000_002_15 * t3;
    let periodic: f64 = PERIODIC.iter().map(|term| at.term(term, earth)).sum();
    let planets: f64 = PLANETS.iter().map(|(size, start, step)| size * sin(start + step * k)).sum();
    let venus = 0.000_325 * sin(299.77 + 0.107_408 * k - 0.009_173 * t2);
    mean + periodic - 0.000_17 * sin(node) + planets + venus
}

/// Mean anomalies of sun and moon and the moon's argument of latitude, in degrees.
struct Arguments {
    sun: f64,
    moon: f64,
    latitude: f64,
}

impl Arguments {
    /// One periodic term; the earth's eccentricity weakens it once for each multiple of the sun's anomaly
    /// of the larger terms, and not at all in the smallest.
    fn term(&self, (size, [sun, moon, latitude], power): &(f64, [i8; 3], i32), earth: f64) -> f64 {
        let angle =
            f64::from(*sun) * self.sun + f64::from(*moon) * self.moon + f64::from(*latitude) * self.latitude;
        size * earth.powi(*power) * sin(angle)
    }
}

/// Size in days; multiples of the sun's and the moon's anomaly and of the argument of latitude; power of the
/// eccentricity.
type Periodic = (f64, [i8; 3], i32);

const PERIODIC: [Periodic; 24] = [
    (-0.407_20, [0, 1, 0], 0),
    (0.172_41, [1, 0, 0], 1),
    (0.016_08, [0, 2, 0], 0),
    (0.010_39, [0, 0, 2], 0),
    (0.007_39, [-1, 1, 0], 1),
    (-0.005_14, [1, 1, 0], 1),
    (0.002_08, [2, 0, 0], 2),
    (-0.001_11, [0, 1, -2], 0),
    (-0.000_57, [0, 1, 2], 0),
    (0.000_56, [1, 2, 0], 1),
    (-0.000_42, [0, 3, 0], 0),
    (0.000_42, [1, 0, 2], 1),
    (0.000_38, [1, 0, -2], 1),
    (-0.000_24, [-1, 2, 0], 1),
    (-0.000_07, [2, 1, 0], 0),
    (0.000_04, [0, 2, -2], 0),
    (0.000_04, [3, 0, 0], 0),
    (0.000_03, [1, 1, -2], 0),
    (0.000_03, [0, 2, 2], 0),
    (-0.000_03, [1, 1, 2], 0),
    (0.000_03, [-1, 1, 2], 0),
    (-0.000_02, [-1, 1, -2], 0),
    (-0.000_02, [1, 3, 0], 0),
    (0.000_02, [0, 4, 0], 0),
];

/// What the planets do: size in days, start and step of the angle in degrees.
const PLANETS: [(f64, f64, f64); 13] = [
    (0.000_165, 251.88, 0.016_321),
    (0.000_164, 251.83, 26.651_886),
    (0.000_126, 349.42, 36.412_478),
    (0.000_110, 84.66, 18.206_239),
    (0.000_062, 141.74, 53.303_771),
    (0.000_060, 207.14, 2.453_732),
    (0.000_056, 154.84, 7.306_860),
    (0.000_047, 34.52, 27.261_239),
    (0.000_042, 207.19, 0.121_824),
    (0.000_040, 291.34, 1.844_379),
    (0.000_037, 161.72, 24.198_154),
    (0.000_035, 239.56, 25.513_099),
    (0.000_023, 331.55, 3.592_518),
];

/// Seconds that uniform time is ahead of universal time.
fn delta_t(jd: f64) -> f64 {
    let year = 2000.0 + (jd - 2_451_545.0) / 365.25;
    let (t75, t) = (year - 1975.0, year - 2000.0);
    if year < 1986.0 {
        45.45 + 1.067 * t75 - t75.powi(2) / 260.0 - t75.powi(3) / 718.0
    } else if year < 2005.0 {
        63.86 + 0.3345 * t - 0.060_374 * t.powi(2)
            + 0.001_727_5 * t.powi(3)
            + 0.000_651_814 * t.powi(4)
            + 0.000_023_735_99 * t.powi(5)
    } else {
        62.92 + 0.322_17 * t + 0.005_589 * t.powi(2)
    }
}

fn sin(degrees: f64) -> f64 {
    degrees.to_radians().sin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_s_new_moon_of_february_1977_comes_out() {
        assert!((new_moon_uniform(-283.0) - 2_443_192.651_18).abs() < 0.000_01);
    }

    #[test]
    fn the_book_s_sun_of_13_october_1992_comes_out() {
        let uniform = 2_448_908.5;
        let found = sun_longitude(uniform - delta_t(uniform) / 86_400.0);
        assert!((found - 199.908_95).abs() < 0.000_1, "{found}");
    }
}
