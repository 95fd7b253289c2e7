//! Raking: post-stratification to several margins in turn until none moves. Source: Deming and Stephan (1940);
//! Deville, Särndal and Sautory (1993).

use serde::{Deserialize, Serialize};

use super::cells::{Cells, Margin};
use super::{Step, over};
use crate::Fault;
use crate::survey::Survey;

/// To the counts of several margins in turn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rake {
    /// The margins.
    pub margins: Vec<Margin>,
    /// Rounds at most.
    #[serde(default = "rounds")]
    pub max_iterations: usize,
    /// How far a cell may still move; below 1 a share of the sum of the starting weights.
    #[serde(default = "epsilon")]
    pub epsilon: f64,
}

fn rounds() -> usize {
    50
}

fn epsilon() -> f64 {
    1e-9
}

impl Rake {
    pub(super) fn apply(&self, survey: &mut Survey) -> Result<(), Fault> {
        let find = |margin| Cells::find(&survey.frame, margin, false);
        let margins = self.margins.iter().map(find).collect::<Result<Vec<_>, _>>()?;
        let all: f64 = survey.weights.iter().sum();
        let epsilon = if self.epsilon < 1.0 { self.epsilon * all } else { self.epsilon };
        let tables = |weights: &[f64]| -> Vec<f64> {
            margins.iter().flat_map(|cells| cells.sums(weights.iter().copied())).collect()
        };
        let mut last = Vec::new();
        let (mut rounds, mut still) = (0, false);
        let mut before = tables(&survey.weights);
        while rounds < self.max_iterations && !still {
            last.clear();
            for cells in &margins {
                cells.meet(&mut survey.weights);
                last.push(survey.weights.clone());
            }
            rounds += 1;
            let now = tables(&survey.weights);
            still = now.iter().zip(&before).all(|(a, b)| (a - b).abs() < epsilon);
            before = now;
        }
        if let Some(replicates) = &survey.replicates {
            survey.replicates = Some(replicates.reweighted(|weights| {
                for _ in 0..rounds {
                    margins.iter().for_each(|cells| cells.meet(weights));
                }
                Ok(())
            })?);
        }
        survey.raked = Some(still);
        survey.steps.push(Step::Margins(Residuals { margins: margins.into_iter().zip(last).collect() }));
        Ok(())
    }
}

/// Ten sweeps over the margins, each taking off the cell's plain mean of z/w, w being the weights after that margin.
#[derive(Debug, Clone)]
pub(crate) struct Residuals {
    margins: Vec<(Cells, Vec<f64>)>,
}

impl Residuals {
    pub(super) fn take(&self, z: &mut [f64]) {
        const SWEEPS: usize = 10;
        let sizes: Vec<Vec<f64>> =
            self.margins.iter().map(|(cells, weights)| cells.sums(weights.iter().map(|_| 1.0))).collect();
        for _ in 0..SWEEPS {
            for ((cells, weights), sizes) in self.margins.iter().zip(&sizes) {
                let sums = cells.sums(z.iter().zip(weights).map(|(z, w)| over(*z, *w)));
                for ((z, w), cell) in z.iter_mut().zip(weights).zip(&cells.of) {
                    *z -= w * sums[*cell as usize] / sizes[*cell as usize];
                }
            }
        }
    }
}
