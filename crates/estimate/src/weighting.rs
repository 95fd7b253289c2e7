//! Steps of weighting: the weights meet what is known of the population, and the variance knows that they do.
//!
//! A step changes the weights of the full sample and of every replicate. What it leaves for the linearised variance is
//! how to take residuals: the part of an influence that the known totals explain does not vary. Source: Särndal,
//! Swensson and Wretman (1992), chapters 6 and 7; Deville and Särndal (1992, *JASA* 87); Deville, Särndal and Sautory
//! (1993, *JASA* 88).

mod calibrate;
mod cells;
mod distance;
mod poststratify;
mod rake;
pub(crate) mod terms;
mod trim;

pub use calibrate::Calibrate;
pub use cells::{Cell, Margin};
pub use distance::Distance;
pub use poststratify::Poststratify;
pub use rake::Rake;
pub use terms::PopulationTotal;
pub use trim::Trim;

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::survey::Survey;

/// A step of weighting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "lowercase")]
pub enum Weighting {
    /// To the counts of cells.
    Poststratify(Poststratify),
    /// To the counts of several margins in turn.
    Rake(Rake),
    /// To totals of columns.
    Calibrate(Calibrate),
    /// Into limits.
    Trim(Trim),
}

impl Survey {
    /// The survey with a step of weighting done.
    ///
    /// Errors: `unknown_variable`, `poststratum_not_in_population`, `poststratum_not_in_sample`, `missing_poststratum`,
    /// `calibration_totals`, `calibration_failed`, `calibration_bounds`, `replication_forbids_trimming`.
    pub fn weigh(&mut self, step: &Weighting) -> Result<(), Fault> {
        match step {
            Weighting::Poststratify(step) => step.apply(self),
            Weighting::Rake(step) => step.apply(self),
            Weighting::Calibrate(step) => step.apply(self),
            Weighting::Trim(step) => step.apply(self),
        }
    }
}

/// What a step leaves for the variance.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// Cells, and the weights before and after.
    Cells(poststratify::Residuals),
    /// Margins in turn.
    Margins(rake::Residuals),
    /// A regression on the columns whose totals are known.
    Regression(calibrate::Residuals),
}

impl Step {
    /// Replaces the influences of all rows by their residuals.
    pub(crate) fn residuals(&self, z: &mut [f64]) {
        match self {
            Self::Cells(residuals) => residuals.take(z),
            Self::Margins(residuals) => residuals.take(z),
            Self::Regression(residuals) => residuals.take(z),
        }
    }
}

/// z over w, 0 where nothing weighs.
fn over(z: f64, w: f64) -> f64 {
    if w == 0.0 { 0.0 } else { z / w }
}
