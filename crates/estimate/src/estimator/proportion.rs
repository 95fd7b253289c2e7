//! A proportion with intervals that respect 0 and 1.

use serde::{Deserialize, Serialize};

use super::interval::{Method, Proportion};
use crate::asked::{Asked, Part, holds, text_of};
use crate::expression::Expression;
use crate::request::{Ci, Comparison, Missing};
use crate::row::Row;
use crate::{Column, Fault};

/// The proportion of those who have a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProportionOf {
    /// The column.
    pub variable: String,
    /// The value.
    pub equals: serde_json::Value,
    /// How the ends of the interval are found.
    pub methods: Vec<Method>,
}

impl ProportionOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        let column = asked.column(&self.variable)?;
        let ci = asked.common.ci.unwrap_or(Ci { level: 0.95, df: None });
        let mut rows = Vec::new();
        for part in &asked.domains {
            let found = self.find(asked, part, column, ci)?;
            for method in &self.methods {
                let (low, high) = found.interval(*method);
                let row = part.row().label("variable", &self.variable).label("level", text_of(&self.equals));
                let row = row.label("method", method.name());
                let row = row.number("estimate", found.p).number("se", found.variance.sqrt());
                rows.push(row.number("ci_low", low).number("ci_high", high));
            }
        }
        Ok(rows)
    }

    fn find(&self, asked: &Asked<'_>, part: &Part<'_>, column: &Column, ci: Ci) -> Result<Proportion, Fault> {
        let domain = &part.domain;
        let answered: Vec<f64> =
            domain.rows.iter().map(|row| f64::from(u8::from(!column.misses(*row as usize)))).collect();
        let has =
            |row: &u32| f64::from(u8::from(holds(column, *row as usize, Comparison::Equal, &self.equals)));
        let columns = [answered, domain.rows.iter().map(has).collect()];
        let p = Expression::ratio(1, 0);
        let logit = Expression::Total(1).over(Expression::Total(0).minus(Expression::Total(1)));
        let estimates = domain.estimate(&columns, &[p, Expression::Log(logit.into())])?;
        let gap = columns[0].iter().zip(domain.weights()).any(|(there, w)| *there == 0.0 && w != 0.0);
        let unknown = gap && asked.common.missing == Missing::Propagate;
        let weighing = domain.weights().filter(|w| *w != 0.0);
        let (count, sum) = weighing.fold((0.0, 0.0), |(count, sum), w| (count + 1.0, sum + w));
        let there = columns[0].iter().zip(domain.weights()).filter(|(there, w)| **there * *w != 0.0);
        let (n, weight) = there.fold((0.0, 0.0), |(n, weight), (_, w)| (n + 1.0, weight + w));
        let rows = if asked.survey.keeps_rows() { asked.survey.frame.rows() } else { domain.rows.len() };
        let needs_df = self.methods.contains(&Method::Beta);
        Ok(Proportion {
            p: if unknown { f64::NAN } else { estimates.values[0] },
            variance: estimates.covariance[(0, 0)],
            logit_variance: estimates.covariance[(1, 1)],
            q: ci.quantile(self.df(asked, part, ci)),
            alpha: 1.0 - ci.level,
            n: rows as f64,
            df: if needs_df { domain.degrees_of_freedom() } else { f64::NAN },
            answered: (n, weight / (sum / count), weight / n / (sum / count)),
        })
    }

    /// The design's degrees of freedom, where no interval is asked for either.
    fn df(&self, asked: &Asked<'_>, part: &Part<'_>, ci: Ci) -> f64 {
        if asked.common.ci.is_some() { asked.df(ci, part) } else { asked.survey.design_df() }
    }
}
