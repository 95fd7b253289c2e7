//! What can be estimated, a file for each; every one answers with rows.

mod composite;
mod contrast;
mod crosstab;
mod inspection;
mod interval;
mod mean;
mod moments;
mod proportion;
mod quantile;
mod ratio;
mod regression;
mod ttest;

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::asked::Asked;
use crate::request::Common;
use crate::row::Row;
use crate::survey::Survey;

pub use composite::{Compare, CompositeOf, Dimension, Indicator, Scale, Subdimension};
pub use contrast::{Base, Contrast, ContrastOf, Statistic, Tree};
pub use crosstab::{Cells, CrosstabOf, Test};
pub use inspection::{ReplicatesOf, WeightsOf};
pub use interval::Method;
pub use mean::MeanOf;
pub use moments::{CovarianceOf, VarianceOf};
pub use proportion::ProportionOf;
pub use quantile::{Interval, QuantileOf, Rule};
pub use ratio::RatioOf;
pub use regression::{Family, RegressionOf};
pub use ttest::TtestOf;

/// A request for estimates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// What is estimated.
    #[serde(flatten)]
    pub what: Estimator,
    /// Domains, intervals and what else estimators have in common.
    #[serde(flatten)]
    pub common: Common,
}

/// What is estimated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Estimator {
    /// Means; proportions of a factor's levels.
    Mean(MeanOf),
    /// Totals; counts of a factor's levels.
    Total(MeanOf),
    /// A ratio of totals.
    Ratio(RatioOf),
    /// A proportion with intervals that respect 0 and 1.
    Proportion(ProportionOf),
    /// Quantiles.
    Quantile(QuantileOf),
    /// Variances.
    Variance(VarianceOf),
    /// Covariances and correlations.
    Covariance(CovarianceOf),
    /// Functions of estimates.
    Contrast(ContrastOf),
    /// A cross table.
    Crosstab(CrosstabOf),
    /// A regression.
    Regression(RegressionOf),
    /// A t test.
    Ttest(TtestOf),
    /// Degrees of freedom.
    Degf {},
    /// A look at the weights.
    Weights(WeightsOf),
    /// A look at the replicates.
    Replicates(ReplicatesOf),
    /// A composite index.
    Composite(CompositeOf),
}

impl Request {
    /// The answer, row by row.
    ///
    /// Errors: `unknown_variable`, `not_numeric`, `all_missing`, `empty_domain`, `lonely_psu`, `one_psu`, `bad_request`.
    pub fn answer(&self, survey: &Survey) -> Result<Vec<Row>, Fault> {
        let asked = Asked::new(survey, &self.common)?;
        match &self.what {
            Estimator::Mean(of) => of.means(&asked),
            Estimator::Total(of) => of.totals(&asked),
            Estimator::Ratio(of) => of.answer(&asked),
            Estimator::Proportion(of) => of.answer(&asked),
            Estimator::Quantile(of) => of.answer(&asked),
            Estimator::Variance(of) => of.answer(&asked),
            Estimator::Covariance(of) => of.answer(&asked),
            Estimator::Contrast(of) => of.answer(&asked),
            Estimator::Crosstab(of) => of.answer(&asked),
            Estimator::Regression(of) => of.answer(&asked),
            Estimator::Ttest(of) => of.answer(&asked),
            Estimator::Degf {} => Ok(inspection::degrees_of_freedom(&asked)),
            Estimator::Weights(of) => Ok(of.answer(&asked)),
            Estimator::Replicates(of) => of.answer(&asked),
            Estimator::Composite(of) => of.answer(&asked),
        }
    }

    /// The columns that the estimator reads: rows that miss one are dropped when `missing` is `listwise`.
    pub fn variables(&self) -> Vec<&str> {
        match &self.what {
            Estimator::Mean(of) | Estimator::Total(of) => list(&of.variables),
            Estimator::Quantile(QuantileOf { variables, .. })
            | Estimator::Variance(VarianceOf { variables, .. })
            | Estimator::Covariance(CovarianceOf { variables, .. }) => list(variables),
            Estimator::Ratio(of) => vec![&of.numerator, &of.denominator],
            Estimator::Proportion(of) => vec![&of.variable],
            Estimator::Contrast(of) => of.base.iter().flat_map(Base::names).collect(),
            Estimator::Crosstab(of) => vec![&of.rows, &of.columns],
            Estimator::Regression(of) => {
                let terms = of.terms.iter().flat_map(|term| term.split(':'));
                std::iter::once(of.response.as_str()).chain(terms).collect()
            }
            Estimator::Ttest(of) => {
                std::iter::once(&of.variable).chain(&of.group).map(String::as_str).collect()
            }
            Estimator::Composite(of) => of.indicators.iter().map(|one| one.variable.as_str()).collect(),
            Estimator::Degf {} | Estimator::Weights(_) | Estimator::Replicates(_) => Vec::new(),
        }
    }
}

fn list(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}
