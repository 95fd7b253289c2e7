//! t tests: two groups against each other, or a mean against a number.

use serde::{Deserialize, Serialize};

use super::regression::{Family, RegressionOf};
use crate::Fault;
use crate::asked::{Asked, Part};
use crate::distribution::t_two_sided;
use crate::expression::Expression;
use crate::request::Ci;
use crate::row::Row;

/// A t test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TtestOf {
    /// The column.
    pub variable: String,
    /// A column of two levels, the second against the first.
    #[serde(default)]
    pub group: Option<String>,
    /// Or the number that the mean is held against.
    #[serde(default)]
    pub mu: f64,
}

impl TtestOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        let one = |part| match &self.group {
            Some(group) => self.groups(asked, part, group),
            None => self.alone(asked, part),
        };
        asked.domains.iter().map(one).collect()
    }

    fn groups(&self, asked: &Asked<'_>, part: &Part<'_>, group: &str) -> Result<Row, Fault> {
        asked.column(group)?;
        let factor = asked.survey.frame.factor(group)?;
        let mut frame = asked.survey.frame.clone();
        frame.make_factor(group)?;
        if factor.levels.len() != 2 {
            let detail = format!("{group} has {} levels, a t test compares two", factor.levels.len());
            return Err(Fault::BadRequest { detail });
        }
        let survey = crate::Survey { frame, ..asked.survey.clone() };
        let asked =
            Asked { survey: &survey, common: asked.common, domains: Vec::new(), design_df: asked.design_df };
        let domain = crate::Domain::new(&survey, part.domain.rows.clone());
        let part = Part { label: part.label.clone(), domain, df: part.df, quantile: part.quantile };
        let regression = RegressionOf {
            family: Family::Gaussian,
            response: self.variable.clone(),
            terms: vec![group.to_owned()],
            wald: None,
        };
        let found = regression.find(&asked, &part)?;
        let (value, se) = (found.fitted.coefficients[1], found.covariance[(1, 1)].sqrt());
        let row = part.row().label("variable", &self.variable).label("group", group);
        Ok(tested(&asked, row, value, se, found.df - 1.0))
    }

    fn alone(&self, asked: &Asked<'_>, part: &Part<'_>) -> Result<Row, Fault> {
        let values = asked.numbers(&self.variable)?;
        let answered = part.domain.within(|row| !values[row].is_nan());
        let columns = [vec![1.0; answered.rows.len()], answered.pick(values)];
        let difference = Expression::ratio(1, 0).minus(Expression::Number(self.mu));
        let estimates = answered.estimate(&columns, &[difference])?;
        let row = part.row().label("variable", &self.variable);
        Ok(tested(asked, row, estimates.values[0], estimates.se(0), answered.degrees_of_freedom() - 1.0))
    }
}

fn tested(asked: &Asked<'_>, row: Row, value: f64, se: f64, df: f64) -> Row {
    let ci = asked.common.ci.unwrap_or(Ci { level: 0.95, df: None });
    let half = ci.quantile(df) * se;
    let row = row.number("estimate", value).number("se", se).number("t", value / se).number("df", df);
    let row = row.number("p_value", t_two_sided(value / se, df));
    row.number("ci_low", value - half).number("ci_high", value + half)
}
