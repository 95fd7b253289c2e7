//! What a survey has become: degrees of freedom, weights, replicates.

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::asked::Asked;
use crate::row::Row;

/// A look at the weights.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WeightsOf {
    /// Rows whose weights are wanted, counted from 0; those beyond the file are passed over.
    pub rows: Vec<usize>,
}

/// A look at replicate weights.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReplicatesOf {
    /// Replicates that are wanted, counted from 0.
    pub replicates: Vec<usize>,
    /// Rows whose weights are wanted in them.
    pub rows: Vec<usize>,
}

/// A row for every domain with its degrees of freedom.
pub(crate) fn degrees_of_freedom(asked: &Asked<'_>) -> Vec<Row> {
    asked.domains.iter().map(|part| part.row().number("df", part.domain.degrees_of_freedom())).collect()
}

impl WeightsOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Vec<Row> {
        let weights = &asked.survey.weights;
        let (sum, squares) = weights.iter().fold((0.0, 0.0), |(sum, squares), w| (sum + w, squares + w * w));
        let nonzero = weights.iter().filter(|w| **w != 0.0).count() as f64;
        let row = Row::of(&[]).label("summary", "weights").number("n", weights.len() as f64);
        let row = row.number("n_nonzero", nonzero).number("sum", sum);
        let row = row.number("min", weights.iter().copied().fold(f64::INFINITY, f64::min));
        let row = row.number("max", weights.iter().copied().fold(f64::NEG_INFINITY, f64::max));
        let row = row.number("sum_squares", squares).number("kish_deff", nonzero * squares / (sum * sum));
        let mut rows = vec![row];
        for at in self.rows.iter().filter(|at| **at < weights.len()) {
            rows.push(Row::of(&[]).label("data_row", at.to_string()).number("weight", weights[*at]));
        }
        if let Some(converged) = asked.survey.raked {
            rows.push(Row::of(&[]).label("summary", "rake").truth("converged", converged));
        }
        rows
    }
}

impl ReplicatesOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        let Some(replicates) = &asked.survey.replicates else {
            return Err(Fault::BadRequest { detail: "the survey has no replicates".to_owned() });
        };
        let n = asked.survey.frame.rows();
        let row =
            Row::of(&[]).label("summary", "replicates").number("n_replicates", replicates.count() as f64);
        let mut rows = vec![row.number("df", asked.survey.design_df()).number("scale", replicates.scale)];
        for r in self.replicates.iter().copied().filter(|r| *r < replicates.count()) {
            let row = || Row::of(&[]).label("replicate", r.to_string());
            let sum = (0..n).map(|at| replicates.weight(at, r)).sum();
            rows.push(row().number("rscale", replicates.rscales[r]).number("sum", sum));
            for at in self.rows.iter().copied().filter(|at| *at < n) {
                rows.push(row().label("data_row", at.to_string()).number("weight", replicates.weight(at, r)));
            }
        }
        Ok(rows)
    }
}
