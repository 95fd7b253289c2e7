//! Regression by weighted maximum pseudolikelihood, with errors of the design.
//!
//! Influence of row k on the coefficients: A⁻¹ x_k w_k (y_k − μ_k), A = Σ w x x' V(μ), for the canonical links. Source:
//! Binder (1983, *International Statistical Review* 51); Skinner (1989).

mod fit;

pub(crate) use fit::Fitted;

use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Serialize};

use crate::asked::{Asked, Part};
use crate::distribution::{f_upper, t_two_sided};
use crate::linear;
use crate::row::Row;
use crate::weighting::terms::{self, ModelColumn};
use crate::{Domain, Fault};

/// A regression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegressionOf {
    /// The distribution of the response.
    #[serde(default)]
    pub family: Family,
    /// The column that is explained.
    pub response: String,
    /// Columns that explain, or products `a:b`.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub terms: Vec<String>,
    /// Lists of terms that are tested together.
    #[serde(default)]
    pub wald: Option<Vec<Vec<String>>>,
}

/// A distribution with its canonical link.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Normal, by itself.
    #[default]
    Gaussian,
    /// Of two, by the logit.
    Binomial,
    /// Counts, by the logarithm.
    Poisson,
}

/// A regression fitted in a domain.
pub(crate) struct Found {
    pub(crate) columns: Vec<ModelColumn>,
    pub(crate) fitted: Fitted,
    pub(crate) covariance: DMatrix<f64>,
    /// Degrees of freedom of the rows used.
    pub(crate) df: f64,
    dispersion: f64,
}

impl RegressionOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        let mut rows = Vec::new();
        for part in &asked.domains {
            self.of_domain(asked, part, &self.find(asked, part)?, &mut rows);
        }
        Ok(rows)
    }

    fn of_domain(&self, asked: &Asked<'_>, part: &Part<'_>, found: &Found, rows: &mut Vec<Row>) {
        let residual = found.df_residual();
        for (at, column) in found.columns.iter().enumerate() {
            let row = part.row().label("term", &column.term).label_if("level", column.level.as_deref());
            let (value, se) = (found.fitted.coefficients[at], found.covariance[(at, at)].sqrt());
            let mut row = row.number("estimate", value).number("se", se).number("t", value / se);
            row = row.number("p_value", t_two_sided(value / se, residual));
            if let Some(ci) = asked.common.ci {
                let half = ci.quantile(residual) * se;
                row = row.number("ci_low", value - half).number("ci_high", value + half);
            }
            rows.push(row);
        }
        let row = part.row().label("summary", "fit").number("df_residual", residual);
        rows.push(row.number("dispersion", found.dispersion));
        for terms in self.wald.iter().flatten() {
            let (statistic, k) = found.wald(terms);
            let row = part.row().label("test", "wald").label("term", terms.join("+"));
            let row = row.number("statistic_value", statistic).number("ndf", k).number("ddf", residual);
            rows.push(row.number("p_value", f_upper(statistic, k, residual)));
        }
    }

    /// Fits the regression in a domain.
    pub(crate) fn find(&self, asked: &Asked<'_>, part: &Part<'_>) -> Result<Found, Fault> {
        let frame = &asked.survey.frame;
        let response = asked.numbers(&self.response)?;
        let columns = terms::columns(frame, &self.terms, true)?;
        let complete =
            |row: usize| !response[row].is_nan() && columns.iter().all(|column| !column.values[row].is_nan());
        let domain = part.domain.within(complete);
        let y = domain.pick(response);
        self.refuse_beyond(&y, &domain)?;
        let x = DMatrix::from_fn(y.len(), columns.len(), |at, j| columns[j].values[domain.rows[at] as usize]);
        let weights: Vec<f64> = domain.weights().collect();
        let fitted = Fitted::new(self.family, &x, &y, &weights, None)?;
        let replicates = asked.survey.replicates.as_ref();
        let covariance = match replicates {
            None => domain.covariance(fitted.influences(&x, &y, &weights))?,
            Some(replicates) => {
                let refit = |weights: &[f64]| {
                    Fitted::new(self.family, &x, &y, weights, Some(&fitted))
                        .map_or_else(|_| vec![f64::NAN; columns.len()], |fitted| fitted.coefficients)
                };
                let thetas = replicates.each(&domain.rows, columns.len(), refit);
                replicates.covariance(&thetas, &fitted.coefficients)
            }
        };
        let df =
            if replicates.is_some() { part.domain.degrees_of_freedom() } else { domain.degrees_of_freedom() };
        let dispersion = fitted.dispersion(&y, &weights, replicates.is_none());
        Ok(Found { columns, fitted, covariance, df, dispersion })
    }

    /// Responses that the family cannot have are refused.
    fn refuse_beyond(&self, y: &[f64], domain: &Domain<'_>) -> Result<(), Fault> {
        let beyond = |y: &f64| match self.family {
            Family::Gaussian => false,
            Family::Binomial => !(0.0..=1.0).contains(y),
            Family::Poisson => *y < 0.0,
        };
        match y.iter().position(beyond) {
            None => Ok(()),
            Some(at) => Err(Fault::BadRequest {
                detail: format!("{} is {} in row {}", self.response, y[at], domain.rows[at]),
            }),
        }
    }
}

impl Found {
    /// Degrees of freedom left: those of the rows and 1, less the coefficients.
    pub(crate) fn df_residual(&self) -> f64 {
        self.df + 1.0 - self.fitted.rank() as f64
    }

    /// F = b'V⁻¹b/k of the terms' coefficients, and k.
    fn wald(&self, terms: &[String]) -> (f64, f64) {
        let places: Vec<usize> = (0..self.columns.len())
            .filter(|at| terms.contains(&self.columns[*at].term) && self.fitted.coefficients[*at].is_finite())
            .collect();
        let k = places.len();
        let b = DVector::from_fn(k, |at, _| self.fitted.coefficients[places[at]]);
        let v = DMatrix::from_fn(k, k, |i, j| self.covariance[(places[i], places[j])]);
        let statistic = (b.transpose() * linear::generalised_inverse(&v) * &b).sum() / k as f64;
        (statistic, k as f64)
    }
}
