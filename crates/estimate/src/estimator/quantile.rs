//! Quantiles of a weighted sample, by the rules in use, with Woodruff's interval.
//!
//! Sources: Hyndman and Fan (1996, *The American Statistician* 50) for the rules; Woodruff (1952, *JASA* 47) for the
//! interval: the proportion at or below the estimate has an interval, whose ends are turned back into values.

mod rule;

pub use rule::Rule;

use serde::{Deserialize, Serialize};

use super::interval::{Method, Proportion};
use crate::asked::{Asked, Part};
use crate::expression::Expression;
use crate::request::{Ci, Missing};
use crate::row::Row;
use crate::{Domain, Fault};
use rule::Sorted;

/// Quantiles of columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuantileOf {
    /// The columns.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub variables: Vec<String>,
    /// The shares below, each in 0…1.
    pub p: Vec<f64>,
    /// The rules.
    pub qrules: Vec<Rule>,
    /// The intervals; none if absent.
    #[serde(default)]
    pub intervals: Vec<Interval>,
}

/// How the interval of a quantile is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Interval {
    /// Woodruff's, by p ± q se.
    Mean,
    /// Woodruff's, by Korn's and Graubard's interval.
    Beta,
    /// Woodruff's, on the logit scale.
    Xlogit,
    /// Woodruff's, on the angular scale.
    Asin,
    /// From the quantile in every replicate.
    Quantile,
}

impl QuantileOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        if let Some(p) = self.p.iter().find(|p| !(0.0..=1.0).contains(*p)) {
            return Err(Fault::BadRequest { detail: format!("a quantile at {p}") });
        }
        if self.intervals.contains(&Interval::Quantile) && asked.survey.replicates.is_none() {
            let detail = "the interval `quantile` needs replicates".to_owned();
            return Err(Fault::BadRequest { detail });
        }
        let mut rows = Vec::new();
        for name in &self.variables {
            let values = asked.numbers(name)?;
            for part in &asked.domains {
                let answered = part.domain.within(|row| !values[row].is_nan());
                let gap = answered.rows.len() < part.domain.rows.len();
                let unknown = gap && asked.common.missing == Missing::Propagate;
                self.of_domain(asked, part, &answered, (name, values), unknown, &mut rows)?;
            }
        }
        Ok(rows)
    }

    fn of_domain(
        &self,
        asked: &Asked<'_>,
        part: &Part<'_>,
        answered: &Domain<'_>,
        (name, values): (&str, &[f64]),
        unknown: bool,
        rows: &mut Vec<Row>,
    ) -> Result<(), Fault> {
        let x = answered.pick(values);
        let weights: Vec<f64> = answered.weights().collect();
        let sorted = Sorted::new(&x, &weights);
        let ci = asked.common.ci.unwrap_or(Ci { level: 0.95, df: None });
        let own = if self.intervals.is_empty() { f64::NAN } else { answered.degrees_of_freedom() };
        let df = if ci.df.is_some() { asked.df(ci, part) } else { own };
        for p in &self.p {
            for rule in &self.qrules {
                let row = || {
                    let row = part.row().label("variable", name).label("p", format!("{p}"));
                    row.label("qrule", rule.name())
                };
                let estimate = if unknown { f64::NAN } else { sorted.quantile(*p, *rule) };
                if self.intervals.is_empty() {
                    rows.push(row().label("interval", "none").number("estimate", estimate));
                }
                for interval in &self.intervals {
                    let row = row().label("interval", interval.name()).number("estimate", estimate);
                    let q = ci.quantile(df);
                    let (low, high, se) = if *interval == Interval::Quantile {
                        let se = by_replicates(asked, answered, &x, (*p, *rule), estimate);
                        (estimate - q * se, estimate + q * se, se)
                    } else {
                        let ends = woodruff(answered, &x, estimate, *interval, (ci, q, own))?;
                        let (low, high) = (sorted.end(ends.0, *rule), sorted.end(ends.1, *rule));
                        (low, high, (high - low) / (2.0 * q))
                    };
                    rows.push(row.number("ci_low", low).number("ci_high", high).number("se", se));
                }
            }
        }
        Ok(())
    }
}

impl Interval {
    fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Beta => "beta",
            Self::Xlogit => "xlogit",
            Self::Asin => "asin",
            Self::Quantile => "quantile",
        }
    }
}

/// The interval of the proportion at or below the estimate.
fn woodruff(
    answered: &Domain<'_>,
    x: &[f64],
    estimate: f64,
    interval: Interval,
    (ci, q, df): (Ci, f64, f64),
) -> Result<(f64, f64), Fault> {
    let below = x.iter().map(|x| f64::from(u8::from(*x <= estimate))).collect();
    let columns = [vec![1.0; x.len()], below];
    let estimates = answered.estimate(&columns, &[Expression::ratio(1, 0)])?;
    let proportion = Proportion {
        p: estimates.values[0],
        variance: estimates.covariance[(0, 0)],
        logit_variance: f64::NAN,
        q,
        alpha: 1.0 - ci.level,
        n: x.len() as f64,
        df,
        answered: (f64::NAN, f64::NAN, f64::NAN),
    };
    Ok(proportion.interval(match interval {
        Interval::Beta => Method::Beta,
        Interval::Xlogit => Method::Xlogit,
        Interval::Asin => Method::Asin,
        Interval::Mean | Interval::Quantile => Method::Mean,
    }))
}

/// The standard error from the quantile in every replicate.
fn by_replicates(
    asked: &Asked<'_>,
    answered: &Domain<'_>,
    x: &[f64],
    (p, rule): (f64, Rule),
    full: f64,
) -> f64 {
    let Some(replicates) = &asked.survey.replicates else { return f64::NAN };
    let thetas =
        replicates.each(&answered.rows, 1, |weights| vec![Sorted::new(x, weights).quantile(p, rule)]);
    replicates.covariance(&thetas, &[full])[(0, 0)].sqrt()
}
