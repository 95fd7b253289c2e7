//! Cells of a population with their known counts.

use serde::{Deserialize, Serialize};

use crate::asked::text_of;
use crate::{Factor, Fault, Frame};

/// A cell of the population.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// A level of every column, in their order.
    pub cell: Vec<serde_json::Value>,
    /// Its count, at least 0.
    pub count: f64,
}

/// A margin: columns that are crossed, and the counts of their cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Margin {
    /// The columns.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub by: Vec<String>,
    /// The cells.
    pub population: Vec<Cell>,
}

/// A margin found in a file.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    /// Row by row its cell.
    pub(super) of: Vec<u32>,
    /// Cell by cell its count.
    pub(super) counts: Vec<f64>,
}

impl Cells {
    /// Finds the margin's cells. Errors: `missing_poststratum`, `poststratum_not_in_population`,
    /// `poststratum_not_in_sample` unless `partial`, `bad_request` for a count below 0 or a cell named twice.
    pub(super) fn find(frame: &Frame, margin: &Margin, partial: bool) -> Result<Self, Fault> {
        let factors = margin.by.iter().map(|name| frame.factor(name)).collect::<Result<Vec<_>, _>>()?;
        for (name, factor) in margin.by.iter().zip(&factors) {
            if let Some(row) = factor.codes.iter().position(|code| *code == Factor::MISSING) {
                return Err(Fault::MissingPoststratum { column: name.clone(), row });
            }
        }
        let plain: Vec<&Factor> = factors.iter().map(AsRef::as_ref).collect();
        let (of, cells) = Factor::crossed(&plain, frame.rows());
        let levels = |cell: &Vec<u32>| -> Vec<String> {
            cell.iter().zip(&plain).map(|(code, factor)| factor.levels[*code as usize].clone()).collect()
        };
        let mut known = std::collections::HashMap::new();
        for cell in &margin.population {
            let labels: Vec<String> = cell.cell.iter().map(text_of).collect();
            let shown = labels.join(":");
            if !(cell.count >= 0.0 && cell.count.is_finite()) || labels.len() != margin.by.len() {
                return Err(Fault::BadRequest { detail: format!("the population's cell {shown}") });
            }
            if known.insert(labels, cell.count).is_some() {
                return Err(Fault::BadRequest {
                    detail: format!("the population's cell {shown} stands twice"),
                });
            }
        }
        let mut counts = Vec::with_capacity(cells.len());
        for labels in cells.iter().map(levels) {
            match known.remove(&labels) {
                Some(count) => counts.push(count),
                None => return Err(Fault::PoststratumNotInPopulation { cell: labels.join(":") }),
            }
        }
        match known.keys().min().filter(|_| !partial) {
            Some(labels) => Err(Fault::PoststratumNotInSample { cell: labels.join(":") }),
            None => Ok(Self { of, counts }),
        }
    }

    /// Cell by cell the sum of a row's values.
    pub(super) fn sums(&self, values: impl Iterator<Item = f64>) -> Vec<f64> {
        let mut sums = vec![0.0; self.counts.len()];
        for (cell, value) in self.of.iter().zip(values) {
            sums[*cell as usize] += value;
        }
        sums
    }

    /// Brings the weights to the counts: w ← w · count / Σ w of the cell. A cell that weighs nothing stays so.
    pub(super) fn meet(&self, weights: &mut [f64]) {
        let sums = self.sums(weights.iter().copied());
        for (cell, weight) in self.of.iter().zip(weights) {
            let (count, sum) = (self.counts[*cell as usize], sums[*cell as usize]);
            *weight = if sum == 0.0 { 0.0 } else { *weight * (count / sum) };
        }
    }
}
