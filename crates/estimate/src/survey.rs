//! A survey: a file, the design that made it, the weights as they have become, and replicates if there are any.

use nalgebra::DMatrix;

use crate::design::Design;
use crate::replicates::Replicates;
use crate::weighting::Step;
use crate::{Fault, Frame, Sampling};

/// A survey ready to be estimated from.
#[derive(Debug, Clone)]
pub struct Survey {
    pub(crate) frame: Frame,
    pub(crate) design: Design,
    /// Row by row the weight after all steps.
    pub(crate) weights: Vec<f64>,
    /// The steps of weighting that the variance must know of.
    pub(crate) steps: Vec<Step>,
    pub(crate) replicates: Option<Replicates>,
    /// How the last raking went.
    pub(crate) raked: Option<bool>,
}

impl Survey {
    /// A survey with the weights of its design. `joint`: the matrix of joint probabilities where the design names one.
    ///
    /// Errors: those of [`Design::new`].
    pub fn new(frame: Frame, sampling: &Sampling, joint: Option<&[&[f64]]>) -> Result<Self, Fault> {
        let design = Design::new(sampling, &frame, joint)?;
        let weights = design.weights.clone();
        Ok(Self { frame, design, weights, steps: Vec::new(), replicates: None, raked: None })
    }

    /// The survey with replicates, which from here on make its errors. To be done before any step of weighting.
    #[must_use]
    pub fn with_replicates(self, replicates: Replicates) -> Self {
        Self { replicates: Some(replicates), ..self }
    }

    /// The file.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The design.
    pub fn design(&self) -> &Design {
        &self.design
    }

    /// Row by row the weight after all steps.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// Whether a domain keeps the rows outside it at no weight: after steps of weighting and with unequal
    /// probabilities, not in plain designs or with replicates.
    pub(crate) fn keeps_rows(&self) -> bool {
        self.replicates.is_none() && (!self.steps.is_empty() || self.design.unequal)
    }

    /// Degrees of freedom of the rows: units less strata, or the rank of the replicate weights less 1.
    pub(crate) fn degrees_of_freedom(&self, rows: impl Iterator<Item = usize>) -> f64 {
        match &self.replicates {
            Some(replicates) => replicates.degrees_of_freedom(rows, &self.weights),
            None => self.design.degrees_of_freedom(rows, &self.weights),
        }
    }

    /// Degrees of freedom of the whole design.
    pub fn design_df(&self) -> f64 {
        self.degrees_of_freedom(0..self.frame.rows())
    }
}

/// Estimates with their covariance.
#[derive(Debug, Clone)]
pub struct Estimates {
    /// The estimates; NaN where one does not exist.
    pub values: Vec<f64>,
    /// Their covariance matrix.
    pub covariance: DMatrix<f64>,
}

impl Estimates {
    /// The standard error of an estimate; NaN where it does not exist.
    pub fn se(&self, at: usize) -> f64 {
        self.covariance[(at, at)].sqrt()
    }
}
