//! Trimming: weights into limits, what is cut off spread over the others. Source: Potter (1990).

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::survey::Survey;

/// Into limits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Trim {
    /// The least that a weight may be.
    pub lower: Option<f64>,
    /// The most that a weight may be.
    pub upper: Option<f64>,
    /// Whether what is spread may not lift others over the limit: again until none is outside.
    pub strict: bool,
}

impl Trim {
    pub(super) fn apply(&self, survey: &mut Survey) -> Result<(), Fault> {
        if survey.replicates.is_some() {
            return Err(Fault::ReplicationForbidsTrimming);
        }
        let (low, high) = (self.lower.unwrap_or(f64::NEG_INFINITY), self.upper.unwrap_or(f64::INFINITY));
        if low.is_nan() || high.is_nan() || low > high {
            return Err(Fault::BadRequest { detail: format!("weights between {low} and {high}") });
        }
        let weights = &mut survey.weights;
        let mut cut = vec![false; weights.len()];
        let outside = |weight: f64| weight < low || weight > high;
        while weights.iter().zip(&cut).any(|(weight, cut)| !cut && outside(*weight)) {
            let mut off = 0.0;
            for (weight, cut) in weights.iter_mut().zip(&mut cut).filter(|(weight, _)| outside(**weight)) {
                let kept = weight.clamp(low, high);
                off += *weight - kept;
                (*weight, *cut) = (kept, true);
            }
            let left = cut.iter().filter(|cut| !**cut).count() as f64;
            for (weight, _) in weights.iter_mut().zip(&cut).filter(|(_, cut)| !**cut) {
                *weight += off / left;
            }
            if !self.strict {
                break;
            }
        }
        Ok(())
    }
}
