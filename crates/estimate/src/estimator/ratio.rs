//! A ratio of totals: R = Σ w y / Σ w x over those who have both.
//!
//! Source: Särndal, Swensson and Wretman (1992), section 5.6.

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::asked::{Asked, Part, strata};
use crate::domain::Domain;
use crate::expression::Expression;
use crate::request::Missing;
use crate::row::Row;

/// A ratio of two columns' totals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RatioOf {
    /// The column above.
    pub numerator: String,
    /// The column below.
    pub denominator: String,
    /// Whether every first-stage stratum is wanted by itself too.
    #[serde(default)]
    pub separate: bool,
    /// The population's total of the column below, to predict that of the one above.
    #[serde(default)]
    pub predict_total: Option<f64>,
}

impl RatioOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        let (top, bottom) = (asked.numbers(&self.numerator)?, asked.numbers(&self.denominator)?);
        let mut rows = Vec::new();
        for part in &asked.domains {
            let row =
                || part.row().label("numerator", &self.numerator).label("denominator", &self.denominator);
            let (value, se) = self.one(asked, part, &part.domain, (top, bottom), row(), &mut rows)?;
            if let Some(total) = self.predict_total {
                let row = row().label("statistic", "predicted_total");
                rows.push(asked.filled(row, part, value * total, se * total.abs()));
            }
            if self.separate {
                for (label, members) in strata(&asked.survey.design, &part.domain.rows) {
                    let domain = Domain::new(asked.survey, members);
                    self.one(asked, part, &domain, (top, bottom), row().label("stratum", label), &mut rows)?;
                }
            }
        }
        Ok(rows)
    }

    /// Adds the row of a domain and gives its estimate and standard error.
    fn one(
        &self,
        asked: &Asked<'_>,
        part: &Part<'_>,
        domain: &Domain<'_>,
        (top, bottom): (&[f64], &[f64]),
        row: Row,
        rows: &mut Vec<Row>,
    ) -> Result<(f64, f64), Fault> {
        let both = |row: &u32| !top[*row as usize].is_nan() && !bottom[*row as usize].is_nan();
        let answered: Vec<bool> = domain.rows.iter().map(both).collect();
        let filled = |column: &[f64]| -> Vec<f64> {
            domain
                .pick(column)
                .iter()
                .zip(&answered)
                .map(|(y, there)| if *there { *y } else { 0.0 })
                .collect()
        };
        let there = answered.iter().map(|there| f64::from(u8::from(*there))).collect();
        let columns = [filled(top), filled(bottom), there];
        let estimates = domain.estimate(&columns, &[Expression::ratio(0, 1)])?;
        let gap = answered.iter().zip(domain.weights()).any(|(there, w)| !there && w != 0.0);
        let unknown = gap && asked.common.missing == Missing::Propagate;
        let (value, se) = if unknown { (f64::NAN, f64::NAN) } else { (estimates.values[0], estimates.se(0)) };
        let row = asked.filled(row, part, value, se);
        rows.push(effects(asked, domain, row, &columns, &answered, value, se));
        Ok((value, se))
    }
}

/// Design effects of a ratio: those of the total of (y − R x)/Σ w x.
fn effects(
    asked: &Asked<'_>,
    domain: &Domain<'_>,
    row: Row,
    columns: &[Vec<f64>; 3],
    answered: &[bool],
    value: f64,
    se: f64,
) -> Row {
    let there = || {
        let pairs = columns[0].iter().zip(&columns[1]).zip(domain.weights()).zip(answered);
        pairs.filter(|((_, w), there)| **there && *w != 0.0).map(|((pair, w), _)| (pair, w))
    };
    let n = there().count() as f64;
    let population: f64 = there().map(|(_, w)| w).sum();
    let below: f64 = there().map(|((_, x), w)| w * x).sum();
    let residual = |(y, x): (&f64, &f64)| (y - value * x) / below;
    let mean = there().map(|(pair, w)| w * residual(pair)).sum::<f64>() / population;
    let squares: f64 = there().map(|(pair, w)| w * (residual(pair) - mean).powi(2)).sum();
    let simple = n / (n - 1.0) * squares / population / n;
    asked.effects(row, se * se, simple, population * population, (n, population))
}
