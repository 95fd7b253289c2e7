//! The weights that a design gives: a column, the inverse of probabilities, or N/n of every stage.

use super::{PpsMethod, Sampling, Stage};
use crate::{Fault, Frame};

/// Row by row the weight. Errors: `weights_and_probs`, `missing_weights`, `negative_weights`, `bad_probability`.
pub(super) fn weights(sampling: &Sampling, frame: &Frame, stages: &[Stage]) -> Result<Vec<f64>, Fault> {
    let probs = &sampling.probs;
    if let Some(name) = &sampling.weights {
        return if probs.is_empty() { column(frame, name) } else { Err(Fault::WeightsAndProbs) };
    }
    let own = sampling.pps.as_ref().and_then(|pps| match pps.method {
        PpsMethod::Joint | PpsMethod::Poisson => pps.probs.as_ref(),
        _ => None,
    });
    if !probs.is_empty() {
        return inverse(frame, probs);
    }
    match own {
        Some(name) => inverse(frame, std::slice::from_ref(name)),
        None => Ok(from_fractions(stages, frame.rows())),
    }
}

fn column(frame: &Frame, name: &str) -> Result<Vec<f64>, Fault> {
    let weights = frame.numbers(name)?;
    for (row, weight) in weights.iter().enumerate() {
        if weight.is_nan() {
            return Err(Fault::MissingWeights { column: name.to_owned(), row });
        }
        if *weight < 0.0 {
            return Err(Fault::NegativeWeights { row, weight: *weight });
        }
    }
    Ok(weights.to_vec())
}

/// One over the product of probabilities.
fn inverse(frame: &Frame, names: &[String]) -> Result<Vec<f64>, Fault> {
    let mut weights = vec![1.0; frame.rows()];
    for name in names {
        for (row, (weight, chance)) in weights.iter_mut().zip(frame.numbers(name)?).enumerate() {
            if chance.is_nan() {
                return Err(Fault::MissingWeights { column: name.clone(), row });
            }
            if !(*chance > 0.0 && *chance <= 1.0) {
                return Err(Fault::BadProbability { what: name.clone(), row, value: *chance });
            }
            *weight /= chance;
        }
    }
    Ok(weights)
}

/// The product over stages of N/n, or of one over the unit's own probability; 1 without correction.
fn from_fractions(stages: &[Stage], rows: usize) -> Vec<f64> {
    let of_row = |row: usize| {
        let shares = stages.iter().map(|stage| {
            let unit = stage.unit[row] as usize;
            let stratum = &stage.strata[stage.stratum[unit] as usize];
            if stratum.fraction == 0.0 { 1.0 } else { 1.0 / (1.0 - stage.spare[unit]) }
        });
        shares.product()
    };
    (0..rows).map(of_row).collect()
}
