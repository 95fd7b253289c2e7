//! Variances, covariances and correlations in the population.
//!
//! s² = n/(n−1) · Σ w (y−ȳ)² / Σ w, as a function of the totals of 1, y and y² about the sample's mean. Source: Särndal,
//! Swensson and Wretman (1992), section 5.9.

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::asked::{Asked, Part};
use crate::expression::Expression;
use crate::request::Missing;
use crate::row::Row;

/// Variances of columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VarianceOf {
    /// The columns.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub variables: Vec<String>,
    /// Whether standard deviations are wanted too.
    #[serde(default)]
    pub sd: bool,
}

/// Covariances of columns, over the rows that have all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CovarianceOf {
    /// The columns.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub variables: Vec<String>,
    /// Whether correlations are wanted too.
    #[serde(default)]
    pub correlation: bool,
}

/// Columns about their means, over the rows that have all of them.
struct Centred {
    /// 1 where all are there, then each column, 0 where not.
    columns: Vec<Vec<f64>>,
    /// n/(n−1).
    correction: f64,
    /// Whether nothing can be said: nobody answered, or a gap is to show.
    unknown: bool,
}

impl Centred {
    fn new(asked: &Asked<'_>, part: &Part<'_>, variables: &[&[f64]]) -> Self {
        let domain = &part.domain;
        let all = |row: &u32| variables.iter().all(|column| !column[*row as usize].is_nan());
        let there: Vec<f64> = domain.rows.iter().map(|row| f64::from(u8::from(all(row)))).collect();
        let weight: f64 = domain.weights().zip(&there).map(|(w, there)| w * there).sum();
        let counts = asked.survey.replicates.is_some();
        let answered =
            domain.weights().zip(&there).filter(|(w, there)| **there > 0.0 && (counts || *w != 0.0));
        let n = answered.count() as f64;
        let gap = domain.weights().zip(&there).any(|(w, there)| *there == 0.0 && w != 0.0);
        let mut columns = vec![there];
        for variable in variables {
            let values = domain.pick(variable);
            let product = |((w, there), y): ((f64, &f64), &f64)| if *there > 0.0 { w * y } else { 0.0 };
            let mean = domain.weights().zip(&columns[0]).zip(&values).map(product).sum::<f64>() / weight;
            let about = |(there, y): (&f64, &f64)| if *there > 0.0 { y - mean } else { 0.0 };
            columns.push(columns[0].iter().zip(&values).map(about).collect());
        }
        let unknown = weight == 0.0 || gap && asked.common.missing == Missing::Propagate;
        Self { columns, correction: n / (n - 1.0), unknown }
    }

    /// Adds the product of two columns and gives the covariance as an expression of totals.
    fn covariance(&mut self, i: usize, j: usize) -> Expression {
        let product = self.columns[i].iter().zip(&self.columns[j]).map(|(x, y)| x * y).collect();
        self.columns.push(product);
        let last = self.columns.len() - 1;
        let means = Expression::ratio(i, 0).times(Expression::ratio(j, 0));
        Expression::ratio(last, 0).minus(means).scaled(self.correction)
    }
}

impl VarianceOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        let mut rows = Vec::new();
        for name in &self.variables {
            let values = asked.numbers(name)?;
            for part in &asked.domains {
                let mut centred = Centred::new(asked, part, &[values]);
                let variance = centred.covariance(1, 1);
                let estimates = part.domain.estimate(&centred.columns, &[variance])?;
                let (value, se) = shown(&centred, estimates.values[0], estimates.se(0));
                let row = asked.filled(part.row().label("variable", name), part, value, se);
                rows.push(match self.sd {
                    true => row.number("sd", value.sqrt()).number("sd_se", se / (2.0 * value.sqrt())),
                    false => row,
                });
            }
        }
        Ok(rows)
    }
}

impl CovarianceOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        let values = self.variables.iter().map(|name| asked.numbers(name)).collect::<Result<Vec<_>, _>>()?;
        let mut rows = Vec::new();
        for part in &asked.domains {
            for (i, first) in self.variables.iter().enumerate() {
                for (j, second) in self.variables.iter().enumerate().take(i + 1) {
                    let mut centred = Centred::new(asked, part, &values);
                    let covariance = centred.covariance(i + 1, j + 1);
                    let mut wanted = vec![covariance.clone()];
                    if self.correlation && i != j {
                        let (x, y) = (centred.covariance(i + 1, i + 1), centred.covariance(j + 1, j + 1));
                        wanted.push(covariance.over(Expression::Root(x.times(y).into())));
                    }
                    let estimates = part.domain.estimate(&centred.columns, &wanted)?;
                    let row = part.row().label("variable", first).label("variable2", second);
                    let (value, se) = shown(&centred, estimates.values[0], estimates.se(0));
                    let mut row = asked.filled(row, part, value, se);
                    if wanted.len() > 1 {
                        let (value, se) = shown(&centred, estimates.values[1], estimates.se(1));
                        row = row.number("correlation", value).number("correlation_se", se);
                    }
                    rows.push(row);
                }
            }
        }
        Ok(rows)
    }
}

fn shown(centred: &Centred, value: f64, se: f64) -> (f64, f64) {
    if centred.unknown { (f64::NAN, f64::NAN) } else { (value, se) }
}
