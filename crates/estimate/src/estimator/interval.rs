//! Intervals for a proportion.
//!
//! Sources: the angular and the logit scale, Korn and Graubard (1998, *Survey Methodology* 24), whose interval is
//! Clopper's and Pearson's with an effective sample size; Wilson (1927); the likelihood scaled after Rao and Scott
//! (1984).

use serde::{Deserialize, Serialize};

use crate::distribution::{beta_quantile, t_quantile};

/// How the ends of an interval are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// p ± q √V.
    Mean,
    /// On the angular scale.
    Asin,
    /// On the logit scale.
    Xlogit,
    /// On the logit scale, with the variance that the logit itself has.
    Logit,
    /// Korn and Graubard.
    Beta,
    /// Wilson, with the effective sample size.
    Wilson,
    /// Where the scaled likelihood falls off.
    Likelihood,
}

impl Method {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Asin => "asin",
            Self::Xlogit => "xlogit",
            Self::Logit => "logit",
            Self::Beta => "beta",
            Self::Wilson => "wilson",
            Self::Likelihood => "likelihood",
        }
    }
}

/// What an interval is made from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Proportion {
    /// The proportion p.
    pub(crate) p: f64,
    /// Its variance V.
    pub(crate) variance: f64,
    /// The variance of logit p.
    pub(crate) logit_variance: f64,
    /// The quantile q of half an interval.
    pub(crate) q: f64,
    /// One less the coverage.
    pub(crate) alpha: f64,
    /// Rows n.
    pub(crate) n: f64,
    /// Degrees of freedom of the domain.
    pub(crate) df: f64,
    /// Rows that answered, Σ w̃ over them, and their mean weight over that of the domain.
    pub(crate) answered: (f64, f64, f64),
}

impl Proportion {
    /// The ends by a method; NaN where they do not exist.
    pub(crate) fn interval(&self, method: Method) -> (f64, f64) {
        let (p, se, q) = (self.p, self.variance.sqrt(), self.q);
        let spread = p * (1.0 - p);
        match method {
            Method::Mean => (p - q * se, p + q * se),
            Method::Asin => {
                let (middle, half) = (p.sqrt().asin(), q * se / (2.0 * spread.sqrt()));
                ((middle - half).sin().powi(2), (middle + half).sin().powi(2))
            }
            Method::Xlogit => self.on_logits(se / spread),
            Method::Logit => self.on_logits(self.logit_variance.sqrt()),
            Method::Beta => {
                let t = |df| t_quantile(self.alpha / 2.0, df);
                let n = spread / self.variance * (t(self.n - 1.0) / t(self.df)).powi(2);
                let low = beta_quantile(self.alpha / 2.0, n * p, n * (1.0 - p) + 1.0);
                (low, beta_quantile(1.0 - self.alpha / 2.0, n * p + 1.0, n * (1.0 - p)))
            }
            Method::Wilson => {
                let n = spread / self.variance;
                let (middle, below) = (p + q * q / (2.0 * n), 1.0 + q * q / n);
                let half = q / (2.0 * n) * (4.0 * n * spread + q * q).sqrt();
                ((middle - half) / below, (middle + half) / below)
            }
            Method::Likelihood => self.likelihood(),
        }
    }

    fn on_logits(&self, se: f64) -> (f64, f64) {
        let (middle, half) = ((self.p / (1.0 - self.p)).ln(), self.q * se);
        let expit = |x: f64| 1.0 / (1.0 + (-x).exp());
        (expit(middle - half), expit(middle + half))
    }

    /// The p* on both sides at which 2 Σ w̃ (p log(p/p*) + (1−p) log((1−p)/(1−p*))) / φ = q² λ.
    fn likelihood(&self) -> (f64, f64) {
        let p = self.p;
        let (n, weight, mean) = self.answered;
        let dispersion = mean * n / (n - 1.0);
        let limit = self.q * self.q * self.variance * weight / (p * (1.0 - p));
        if !(p > 0.0 && p < 1.0 && limit.is_finite() && dispersion > 0.0) {
            return (f64::NAN, f64::NAN);
        }
        let fall = |other: f64| {
            2.0 * weight * (p * (p / other).ln() + (1.0 - p) * ((1.0 - p) / (1.0 - other)).ln()) / dispersion
        };
        let between = |mut inside: f64, mut outside: f64| {
            for _ in 0..200 {
                let middle = f64::midpoint(inside, outside);
                if fall(middle) < limit {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            f64::midpoint(inside, outside)
        };
        (between(p, 0.0), between(p, 1.0))
    }
}
