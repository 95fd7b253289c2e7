//! Post-stratification: the weights of every cell add up to its known count. Source: Holt and Smith (1979).

use serde::{Deserialize, Serialize};

use super::cells::{Cell, Cells, Margin};
use super::{Step, over};
use crate::Fault;
use crate::survey::Survey;

/// To the counts of cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Poststratify {
    /// The columns, which are crossed.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub by: Vec<String>,
    /// The cells with their counts.
    pub population: Vec<Cell>,
    /// Whether the sample may lack cells.
    #[serde(default)]
    pub partial: bool,
}

impl Poststratify {
    pub(super) fn apply(&self, survey: &mut Survey) -> Result<(), Fault> {
        let margin = Margin { by: self.by.clone(), population: self.population.clone() };
        let cells = Cells::find(&survey.frame, &margin, self.partial)?;
        let before = survey.weights.clone();
        cells.meet(&mut survey.weights);
        if let Some(replicates) = &survey.replicates {
            survey.replicates = Some(replicates.reweighted(|weights| {
                cells.meet(weights);
                Ok(())
            })?);
        }
        let after = survey.weights.clone();
        survey.steps.push(Step::Cells(Residuals { cells, before, after }));
        Ok(())
    }
}

/// What is left of an influence when the cell's mean is taken off: z_k − w_k · (Σ_c z d/w) / (Σ_c d).
#[derive(Debug, Clone)]
pub(crate) struct Residuals {
    cells: Cells,
    /// Weights d before the step.
    before: Vec<f64>,
    /// Weights w after it.
    after: Vec<f64>,
}

impl Residuals {
    pub(super) fn take(&self, z: &mut [f64]) {
        let weights = || self.before.iter().zip(&self.after);
        let tops = self.cells.sums(z.iter().zip(weights()).map(|(z, (d, w))| over(z * d, *w)));
        let bottoms = self.cells.sums(self.before.iter().copied());
        for ((z, w), cell) in z.iter_mut().zip(&self.after).zip(&self.cells.of) {
            *z -= w * over(tops[*cell as usize], bottoms[*cell as usize]);
        }
    }
}
