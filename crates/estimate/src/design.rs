//! A sampling design: how the rows of a file came to be in it.
//!
//! [`Sampling`] says it in the file's own columns; [`Design`] is the same worked out: the unit of every row at every
//! stage, the stratum of every unit, how many units the stratum has and what share of its population they are.
//! Source: Särndal, Swensson and Wretman (1992), *Model Assisted Survey Sampling*, chapters 3 and 4; Cochran (1977),
//! *Sampling Techniques*, chapters 5, 9A, 10 and 11.

mod pairs;
mod population;
mod stage;
mod weights;

pub(crate) use pairs::Pairs;
pub(crate) use stage::{Stage, Stratum};

use serde::{Deserialize, Serialize};

use crate::{Fault, Frame};
use population::Populations;

/// How the sample was drawn, by the names of the file's columns.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sampling {
    /// Columns of the sampling units, stage by stage; none: every row is a unit of its own.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub ids: Vec<String>,
    /// Columns of the strata, stage by stage; may be shorter than `ids`. None: one stratum.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub strata: Vec<String>,
    /// Column of weights.
    pub weights: Option<String>,
    /// Columns of inclusion probabilities, whose product counts; instead of `weights`.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub probs: Vec<String>,
    /// Columns of population sizes, stage by stage: counts (all ≥ 1) or sampled fractions (all ≤ 1).
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub fpc: Vec<String>,
    /// Whether unit identifiers start again in every stratum.
    pub nest: bool,
    /// Unequal probabilities without replacement.
    pub pps: Option<Pps>,
    /// What is done about a stratum with one sampled unit.
    pub lonely_psu: LonelyPsu,
    /// Whether that also holds for strata of which one unit is left in a domain.
    pub domain_lonely: bool,
    /// Whether the variance is that of the first stage only.
    pub ultimate_cluster: bool,
}

/// What is done about a stratum with one sampled unit that is not the whole stratum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LonelyPsu {
    /// It is an error.
    #[default]
    Fail,
    /// It adds nothing.
    Remove,
    /// It adds nothing, as if taken for certain.
    Certainty,
    /// It is measured from the mean of all strata.
    Adjust,
    /// It adds the mean of what the other strata add.
    Average,
}

/// Unequal probabilities without replacement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pps {
    /// How joint probabilities are known or approximated.
    pub method: PpsMethod,
    /// Column of the rows' own probabilities, for `joint` and `poisson`.
    #[serde(default)]
    pub probs: Option<String>,
    /// File with the square matrix of joint probabilities in the order of the rows, for `joint`.
    #[serde(default)]
    pub file: Option<String>,
    /// The population's Σp²/n, for `hartley_rao`.
    #[serde(default)]
    pub sum_p2_over_n: Option<f64>,
    /// The form of the estimator of variance.
    #[serde(default)]
    pub variance: PairForm,
}

/// How joint probabilities are known or approximated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PpsMethod {
    /// Brewer's approximation; `fpc` holds the probabilities of every stage.
    Brewer,
    /// Overton's approximation.
    Overton,
    /// Hartley's and Rao's approximation.
    HartleyRao,
    /// Known joint probabilities.
    Joint,
    /// Independent draws.
    Poisson,
}

/// The form of the variance of a design with joint probabilities.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PairForm {
    /// Horvitz and Thompson (1952).
    #[default]
    #[serde(rename = "HT")]
    HorvitzThompson,
    /// Yates and Grundy (1953).
    #[serde(rename = "YG")]
    YatesGrundy,
}

/// A sampling design worked out for the rows of a file.
#[derive(Debug, Clone)]
pub struct Design {
    /// Stage by stage; at least one.
    pub(crate) stages: Vec<Stage>,
    /// Row by row, before any step of weighting.
    pub(crate) weights: Vec<f64>,
    pub(crate) lonely: LonelyPsu,
    pub(crate) domain_lonely: bool,
    /// Whether strata were named.
    pub(crate) stratified: bool,
    /// Joint probabilities, which replace the stages in the variance.
    pub(crate) pairs: Option<Pairs>,
    /// Whether units were drawn with unequal probabilities without replacement.
    pub(crate) unequal: bool,
    pub(crate) ultimate_cluster: bool,
}

impl Design {
    /// Works a design out. `joint` is the matrix of joint probabilities, column by column, where the design names one.
    ///
    /// Errors: `unknown_variable`, `missing_ids`, `missing_strata`, `missing_weights`, `missing_fpc`, `fpc_mixed`,
    /// `fpc_exceeded`, `fpc_stages`, `clusters_not_nested`, `weights_and_probs`, `negative_weights`, `not_finite`,
    /// `pps_fpc_counts`, `bad_probability`, `bad_request`.
    pub fn new(sampling: &Sampling, frame: &Frame, joint: Option<&[&[f64]]>) -> Result<Self, Fault> {
        let count = sampling.ids.len().max(1);
        if sampling.fpc.len() > count {
            return Err(Fault::FpcStages { given: sampling.fpc.len(), stages: count });
        }
        if sampling.strata.len() > count {
            return Err(Fault::BadRequest { detail: format!("more columns of strata than {count} stages") });
        }
        let populations = Populations::read(sampling, frame)?;
        let mut stages: Vec<Stage> = Vec::with_capacity(count);
        for at in 0..count {
            let stage = Stage::new(sampling, frame, at, stages.last(), &populations)?;
            stages.push(stage);
        }
        let weights = weights::weights(sampling, frame, &stages)?;
        Ok(Self {
            pairs: Pairs::new(sampling, frame, &stages[0], joint)?,
            stages,
            weights,
            lonely: sampling.lonely_psu,
            domain_lonely: sampling.domain_lonely,
            stratified: !sampling.strata.is_empty(),
            unequal: sampling.pps.is_some(),
            ultimate_cluster: sampling.ultimate_cluster,
        })
    }

    /// Row by row the weights that the design gives.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// Number of first-stage units and of first-stage strata in the file.
    pub fn size(&self) -> (usize, usize) {
        (self.stages[0].stratum.len(), self.stages[0].strata.len())
    }

    /// The first-stage strata with one sampled unit that is not the whole stratum.
    pub fn lonely_strata(&self) -> Vec<&str> {
        self.stages[0].strata.iter().filter(|s| s.is_lonely()).map(|s| s.label.as_str()).collect()
    }

    /// Whether lonely strata are treated by a rule that looks at the other strata of a domain, and there may be any.
    pub(crate) fn has_lonely_rule(&self) -> bool {
        let looks = matches!(self.lonely, LonelyPsu::Adjust | LonelyPsu::Average | LonelyPsu::Fail);
        looks
            && (self.domain_lonely
                || self.stages.iter().any(|stage| stage.strata.iter().any(Stratum::is_lonely)))
    }

    /// Distinct first-stage units less distinct first-stage strata among the rows that weigh something.
    pub(crate) fn degrees_of_freedom(&self, rows: impl Iterator<Item = usize>, weights: &[f64]) -> f64 {
        let first = &self.stages[0];
        let (mut units, mut strata) = (vec![false; first.stratum.len()], vec![false; first.strata.len()]);
        let mut df = 0.0;
        for row in rows.filter(|row| weights[*row] != 0.0) {
            let unit = first.unit[row] as usize;
            df += f64::from(u8::from(!std::mem::replace(&mut units[unit], true)));
            let stratum = first.stratum[unit] as usize;
            df -= f64::from(u8::from(!std::mem::replace(&mut strata[stratum], true)));
        }
        df
    }
}
