//! A design file: how a survey was sampled and weighted, as TOML; its mistakes are named by line.

use estimate::{Fault, LonelyPsu, Pps, Replication, Sampling, Weighting};
use serde::Deserialize;

/// A design file. Names are columns of the survey's file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct DesignFile {
    ids: Vec<String>,
    strata: Vec<String>,
    weights: Option<String>,
    probs: Vec<String>,
    fpc: Vec<String>,
    nest: bool,
    pps: Option<Pps>,
    lonely_psu: LonelyPsu,
    domain_lonely: bool,
    ultimate_cluster: bool,
    /// Columns of numbers that are names in truth.
    pub(super) factors: Vec<String>,
    /// Replicates, given in a file beside this one or to be made.
    pub(super) replication: Option<Replication>,
    /// Steps of weighting, in order.
    pub(super) weighting: Vec<Weighting>,
}

impl DesignFile {
    /// Reads the text; a mistake comes with its line, from 1.
    pub(super) fn read(text: &str) -> Result<Self, (usize, String)> {
        toml::from_str(text).map_err(|fault| {
            let before = fault.span().map_or(0, |span| span.start.min(text.len()));
            let line = text.bytes().take(before).filter(|byte| *byte == b'\n').count() + 1;
            (line, fault.message().to_owned())
        })
    }

    /// The design that it says.
    pub(super) fn sampling(&self) -> Sampling {
        Sampling {
            ids: self.ids.clone(),
            strata: self.strata.clone(),
            weights: self.weights.clone(),
            probs: self.probs.clone(),
            fpc: self.fpc.clone(),
            nest: self.nest,
            pps: self.pps.clone(),
            lonely_psu: self.lonely_psu,
            domain_lonely: self.domain_lonely,
            ultimate_cluster: self.ultimate_cluster,
        }
    }

    /// The file of joint probabilities, beside this one.
    pub(super) fn joint(&self) -> Option<&str> {
        self.pps.as_ref()?.file.as_deref()
    }

    /// Whether it needs the column.
    pub(super) fn names(&self, column: &str) -> bool {
        let lists = [&self.ids, &self.strata, &self.probs, &self.fpc, &self.factors];
        let own = self.pps.as_ref().and_then(|pps| pps.probs.as_ref());
        !self.weighting.is_empty()
            || lists.iter().any(|list| list.iter().any(|name| name == column))
            || [self.weights.as_ref(), own].into_iter().flatten().any(|name| name == column)
    }

    /// The line that a refusal is about: where the column that it names stands, if it stands here.
    pub(super) fn line_of(&self, text: &str, fault: &Fault) -> Option<usize> {
        let name = match fault {
            Fault::UnknownVariable { name } | Fault::NotNumeric { name } => name,
            Fault::MissingWeights { column, .. }
            | Fault::MissingIds { column, .. }
            | Fault::MissingStrata { column, .. }
            | Fault::MissingFpc { column, .. }
            | Fault::FpcMixed { column, .. } => column,
            Fault::NegativeWeights { .. } => self.weights.as_ref()?,
            Fault::ClustersNotNested { .. } => self.ids.first()?,
            Fault::FpcExceeded { stage, .. } => self.fpc.get(stage - 1)?,
            Fault::NoSuchFile { name } => name,
            _ => return line_of_part(text, part_of(fault)?),
        };
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let line = text.lines().position(|line| quoted.iter().any(|name| line.contains(name)))?;
        Some(line + 1)
    }
}

/// The part of a design file that a refusal is about, by how its line begins.
fn part_of(fault: &Fault) -> Option<&'static str> {
    Some(match fault {
        Fault::LonelyPsu { .. } => "lonely_psu",
        Fault::WeightsAndProbs => "probs",
        Fault::FpcStages { .. } => "fpc",
        Fault::PpsFpcCounts { .. } | Fault::BadProbability { .. } => "[pps]",
        Fault::PoststratumNotInPopulation { .. }
        | Fault::PoststratumNotInSample { .. }
        | Fault::MissingPoststratum { .. }
        | Fault::CalibrationTotals { .. }
        | Fault::CalibrationFailed { .. }
        | Fault::CalibrationBounds { .. }
        | Fault::ReplicationForbidsTrimming => "[[weighting]]",
        Fault::ReplicationForbidsStrata { .. }
        | Fault::ReplicationNeedsStrata { .. }
        | Fault::BrrNotPaired { .. }
        | Fault::BadHadamard { .. }
        | Fault::FayRho
        | Fault::ReplicateScales { .. } => "[replication]",
        _ => return None,
    })
}

/// The first line that begins so, from 1.
fn line_of_part(text: &str, part: &str) -> Option<usize> {
    text.lines().position(|line| line.trim_start().starts_with(part)).map(|line| line + 1)
}
