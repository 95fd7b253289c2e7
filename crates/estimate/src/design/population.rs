//! Population sizes as the file gives them: counts of units or sampled fractions, a column a stage.

use super::{PpsMethod, Sampling};
use crate::{Fault, Frame};

/// Finite population corrections as read.
pub(super) struct Populations<'a> {
    columns: Vec<&'a [f64]>,
    fractions: bool,
    /// Whether the fractions are probabilities of the units' own.
    own: bool,
}

impl<'a> Populations<'a> {
    /// Reads the columns and tells counts from fractions: all ≤ 1 are fractions.
    pub(super) fn read(sampling: &Sampling, frame: &'a Frame) -> Result<Self, Fault> {
        let mut columns = Vec::new();
        let (mut count, mut fraction) = (false, false);
        for name in &sampling.fpc {
            let numbers = frame.numbers(name)?;
            for (row, number) in numbers.iter().enumerate() {
                if number.is_nan() {
                    return Err(Fault::MissingFpc { column: name.clone(), row });
                }
                if *number <= 0.0 {
                    return Err(Fault::BadProbability { what: name.clone(), row, value: *number });
                }
                count |= *number > 1.0;
                fraction |= *number < 1.0;
                if count && fraction {
                    return Err(Fault::FpcMixed { column: name.clone(), row });
                }
            }
            columns.push(numbers);
        }
        let brewer = sampling.pps.as_ref().is_some_and(|pps| pps.method == PpsMethod::Brewer);
        if brewer && sampling.fpc.is_empty() {
            return Err(Fault::BadRequest {
                detail: "Brewer's method reads the probabilities from fpc".to_owned(),
            });
        }
        let method = sampling.pps.as_ref().map(|pps| pps.method);
        let own = matches!(method, Some(PpsMethod::Brewer | PpsMethod::Overton | PpsMethod::HartleyRao));
        if own && count {
            return Err(Fault::PpsFpcCounts { column: sampling.fpc[0].clone() });
        }
        Ok(Self { columns, fractions: !count, own })
    }

    /// The sampled share of the stratum's population that a row tells: n/N of its stage, 0 without correction.
    pub(super) fn fraction(&self, stage: usize, row: usize, sampled: usize) -> f64 {
        match self.columns.get(stage) {
            None => 0.0,
            Some(column) if self.fractions => column[row],
            Some(column) => sampled as f64 / column[row],
        }
    }

    /// The population's units in the row's stratum, infinite without correction.
    pub(super) fn size(&self, stage: usize, row: usize, sampled: usize) -> f64 {
        match self.columns.get(stage) {
            Some(column) if !self.fractions => column[row],
            _ => sampled as f64 / self.fraction(stage, row, sampled),
        }
    }

    /// Whether each unit has a probability of its own at this stage.
    pub(super) fn own(&self, stage: usize) -> bool {
        self.own && stage < self.columns.len()
    }
}
