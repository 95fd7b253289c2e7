//! Quantiles and tails of the distributions that intervals and tests need.
//!
//! The cumulative functions are those of `statrs`, which agree with tabulated values within 1e-11. Quantiles are found
//! here by bisection on the incomplete beta and gamma functions, on the side that keeps the digits: the library's own
//! do not return for a t with very many degrees of freedom. Source of the relations: Abramowitz and Stegun (1964),
//! 26.5.2, 26.5.27 and 26.6.2.

use statrs::function::{beta::checked_beta_reg, gamma};

/// Regularised incomplete beta function I_x(a, b); NaN outside its domain.
fn incomplete_beta(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    checked_beta_reg(a, b, x).unwrap_or(f64::NAN)
}

/// The point where an increasing function of (low, high) passes `p`; bisection to the last digit.
fn bisect(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..2200 {
        let middle =
            if low > 0.0 && high / low > 4.0 { (low * high).sqrt() } else { low + (high - low) / 2.0 };
        if middle <= low || middle >= high {
            break;
        }
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low + (high - low) / 2.0
}

/// Quantile of Beta(a, b). NaN unless 0 ≤ p ≤ 1 and both parameters are at least 0; a parameter of 0 puts all at an end.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if !((0.0..=1.0).contains(&p) && a >= 0.0 && b >= 0.0 && a.is_finite() && b.is_finite()) {
        return f64::NAN;
    }
    if a == 0.0 || b == 0.0 {
        return if a == b {
            f64::NAN
        } else if a == 0.0 {
            0.0
        } else {
            1.0
        };
    }
    if p == 0.0 || p == 1.0 {
        return p;
    }
    // From whichever end the point is nearer to, so that it keeps its digits.
    if incomplete_beta(a, b, 0.5) >= p {
        bisect(f64::MIN_POSITIVE, 0.5, |x| incomplete_beta(a, b, x) < p)
    } else {
        1.0 - bisect(f64::MIN_POSITIVE, 0.5, |y| 1.0 - incomplete_beta(b, a, y) > p)
    }
}

/// Quantile of Student's t with `df` degrees of freedom; infinite ones give the normal. NaN unless 0 < p < 1, df > 0.
pub fn t_quantile(p: f64, df: f64) -> f64 {
    if df == f64::INFINITY || df > 1e10 {
        return normal_quantile(p);
    }
    if !(p > 0.0 && p < 1.0 && df > 0.0) {
        return f64::NAN;
    }
    if p == 0.5 {
        return 0.0;
    }
    let tail = p.min(1.0 - p);
    let size = bisect(f64::MIN_POSITIVE, 1e300, |t| t_upper_tail(t, df) > tail);
    if p < 0.5 { -size } else { size }
}

/// P(T > t) for t ≥ 0 with `df` degrees of freedom.
fn t_upper_tail(t: f64, df: f64) -> f64 {
    let square = t * t;
    if !square.is_finite() {
        // The tail of large t: I_x(a, b) ≈ x^a / (a B(a, b)).
        return 0.5 * (df / 2.0 * (df.ln() - 2.0 * t.ln()) - (df / 2.0).ln() - ln_beta(df / 2.0, 0.5)).exp();
    }
    if square < df {
        0.5 * (1.0 - incomplete_beta(0.5, df / 2.0, square / (df + square)))
    } else {
        0.5 * incomplete_beta(df / 2.0, 0.5, df / (df + square))
    }
}

fn ln_beta(a: f64, b: f64) -> f64 {
    gamma::ln_gamma(a) + gamma::ln_gamma(b) - gamma::ln_gamma(a + b)
}

/// Two-sided p-value of a t statistic; infinite degrees of freedom give the normal. NaN unless df > 0.
pub fn t_two_sided(t: f64, df: f64) -> f64 {
    if df == f64::INFINITY || df > 1e10 {
        return libm::erfc(t.abs() / std::f64::consts::SQRT_2);
    }
    if df <= 0.0 || df.is_nan() || t.is_nan() {
        return f64::NAN;
    }
    2.0 * t_upper_tail(t.abs(), df)
}

/// Quantile of the standard normal. NaN unless 0 < p < 1.
pub fn normal_quantile(p: f64) -> f64 {
    if !(p > 0.0 && p < 1.0) {
        return f64::NAN;
    }
    if p == 0.5 {
        return 0.0;
    }
    let tail = p.min(1.0 - p);
    let size = bisect(0.0, 40.0, |z| 0.5 * libm::erfc(z / std::f64::consts::SQRT_2) > tail);
    if p < 0.5 { -size } else { size }
}

/// P(Z > z) of the standard normal.
pub fn normal_upper(z: f64) -> f64 {
    0.5 * libm::erfc(z / std::f64::consts::SQRT_2)
}

/// P(F > f) with `ndf` and `ddf` degrees of freedom; an infinite `ddf` gives the chi-square. NaN unless both are > 0.
pub fn f_upper(f: f64, ndf: f64, ddf: f64) -> f64 {
    if !(ndf > 0.0 && ddf > 0.0) || f.is_nan() {
        return f64::NAN;
    }
    if ddf == f64::INFINITY {
        return chi_square_upper(f * ndf, ndf);
    }
    if f <= 0.0 {
        return 1.0;
    }
    incomplete_beta(ddf / 2.0, ndf / 2.0, ddf / (ddf + ndf * f))
}

/// Quantile of F with `ndf` and `ddf` degrees of freedom. NaN unless 0 ≤ p < 1 and both are > 0.
pub fn f_quantile(p: f64, ndf: f64, ddf: f64) -> f64 {
    if !((0.0..1.0).contains(&p) && ndf > 0.0 && ddf > 0.0) {
        return f64::NAN;
    }
    if p == 0.0 {
        return 0.0;
    }
    let lower = |f: f64| {
        let part = ndf * f / (ddf + ndf * f);
        incomplete_beta(ndf / 2.0, ddf / 2.0, if part.is_finite() { part } else { 1.0 })
    };
    if p <= 0.5 {
        bisect(f64::MIN_POSITIVE, 1e300, |f| lower(f) < p)
    } else {
        bisect(f64::MIN_POSITIVE, 1e300, |f| f_upper(f, ndf, ddf) > 1.0 - p)
    }
}

/// P(X > x) for chi-square with `df` degrees of freedom. NaN unless df > 0.
pub fn chi_square_upper(x: f64, df: f64) -> f64 {
    if df <= 0.0 || df.is_nan() || x.is_nan() {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 1.0;
    }
    if x == f64::INFINITY {
        return 0.0;
    }
    gamma::checked_gamma_ur(df / 2.0, x / 2.0).unwrap_or(f64::NAN)
}

/// Quantile of chi-square with `df` degrees of freedom. NaN unless 0 ≤ p < 1 and df > 0.
pub fn chi_square_quantile(p: f64, df: f64) -> f64 {
    if !((0.0..1.0).contains(&p) && df > 0.0 && df.is_finite()) {
        return f64::NAN;
    }
    if p == 0.0 {
        return 0.0;
    }
    let lower = |x: f64| gamma::checked_gamma_lr(df / 2.0, x / 2.0).unwrap_or(f64::NAN);
    if p <= 0.5 {
        bisect(f64::MIN_POSITIVE, 1e300, |x| lower(x) < p)
    } else {
        bisect(f64::MIN_POSITIVE, 1e300, |x| chi_square_upper(x, df) > 1.0 - p)
    }
}
