//! Why an estimate cannot be had: one variant for each thing that can be done about it.
//!
//! The text begins with the kind, a word that programs may read; the rest says which row, stratum or column.

/// A refusal. Rows are counted from 0, stages from 1.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Fault {
    /// A stratum with one sampled unit that is not the whole stratum, under the rule `fail`.
    #[error("lonely_psu: stratum {stratum} has one sampled unit at stage {stage}")]
    LonelyPsu {
        /// The stratum's label.
        stratum: String,
        /// The stage, from 1.
        stage: usize,
    },
    /// A first-stage unit lies in two strata.
    #[error(
        "clusters_not_nested: unit {unit} lies in strata {first} and {second}; set nest if its name starts again"
    )]
    ClustersNotNested {
        /// The unit's identifier.
        unit: String,
        /// One stratum.
        first: String,
        /// The other.
        second: String,
    },
    /// An unstratified design with one first-stage unit.
    #[error("one_psu: the sample has one first-stage unit, so that nothing shows how units differ")]
    OnePsu,
    /// Counts and fractions in the same finite population correction.
    #[error("fpc_mixed: {column} mixes counts and fractions (row {row})")]
    FpcMixed {
        /// The column.
        column: String,
        /// A row that is unlike those before it.
        row: usize,
    },
    /// Fewer units in the population than in the sample.
    #[error("fpc_exceeded: stratum {stratum} has {sampled} sampled units of {population} at stage {stage}")]
    FpcExceeded {
        /// The stratum's label.
        stratum: String,
        /// Units in the sample.
        sampled: usize,
        /// Units in the population.
        population: f64,
        /// The stage, from 1.
        stage: usize,
    },
    /// More columns of population sizes than stages.
    #[error("fpc_stages: {given} columns of population sizes for {stages} stages")]
    FpcStages {
        /// Columns given.
        given: usize,
        /// Stages of the design.
        stages: usize,
    },
    /// A population size is missing.
    #[error("missing_fpc: {column} is missing in row {row}")]
    MissingFpc {
        /// The column.
        column: String,
        /// The row.
        row: usize,
    },
    /// A weight or probability is missing.
    #[error("missing_weights: {column} is missing in row {row}")]
    MissingWeights {
        /// The column.
        column: String,
        /// The row.
        row: usize,
    },
    /// A unit's identifier is missing.
    #[error("missing_ids: {column} is missing in row {row}")]
    MissingIds {
        /// The column.
        column: String,
        /// The row.
        row: usize,
    },
    /// A stratum is missing.
    #[error("missing_strata: {column} is missing in row {row}")]
    MissingStrata {
        /// The column.
        column: String,
        /// The row.
        row: usize,
    },
    /// Both weights and probabilities are given.
    #[error("weights_and_probs: give weights or probabilities, not both")]
    WeightsAndProbs,
    /// A weight below nought.
    #[error("negative_weights: row {row} weighs {weight}")]
    NegativeWeights {
        /// The row.
        row: usize,
        /// Its weight.
        weight: f64,
    },
    /// Counts where the method needs probabilities.
    #[error("pps_fpc_counts: {column} holds counts, the method needs inclusion probabilities")]
    PpsFpcCounts {
        /// The column.
        column: String,
    },
    /// A probability outside (0, 1], or missing where the method needs it.
    #[error("bad_probability: {what} is {value} in row {row}")]
    BadProbability {
        /// Where it was read.
        what: String,
        /// The row.
        row: usize,
        /// What was found.
        value: f64,
    },
    /// A cell that the sample has and the population lacks.
    #[error("poststratum_not_in_population: {cell}")]
    PoststratumNotInPopulation {
        /// The cell's levels.
        cell: String,
    },
    /// A cell that the population has and the sample lacks.
    #[error("poststratum_not_in_sample: {cell}")]
    PoststratumNotInSample {
        /// The cell's levels.
        cell: String,
    },
    /// A missing value in a column to post-stratify by.
    #[error("missing_poststratum: {column} is missing in row {row}")]
    MissingPoststratum {
        /// The column.
        column: String,
        /// The row.
        row: usize,
    },
    /// The population does not name exactly the model's columns.
    #[error("calibration_totals: {detail}")]
    CalibrationTotals {
        /// Which column is missing or too many.
        detail: String,
    },
    /// No convergence.
    #[error("calibration_failed: after {iterations} rounds the total of {term} is off by {misfit}")]
    CalibrationFailed {
        /// Rounds done.
        iterations: usize,
        /// The total that is farthest off.
        term: String,
        /// How far.
        misfit: f64,
    },
    /// The logit method without finite bounds around 1, or bounds the wrong way about.
    #[error(
        "calibration_bounds: the bounds {low} and {high} do not lie around 1, or the method needs finite ones"
    )]
    CalibrationBounds {
        /// Lower bound.
        low: f64,
        /// Upper bound.
        high: f64,
    },
    /// A regression that does not settle, mostly since a column tells the response without error.
    #[error(
        "regression_failed: not settled after {iterations} rounds; a term may tell the response without error"
    )]
    RegressionFailed {
        /// Rounds done.
        iterations: usize,
    },
    /// JK1 with strata.
    #[error("replication_forbids_strata: {kind} is not for stratified designs")]
    ReplicationForbidsStrata {
        /// The kind of replicates.
        kind: String,
    },
    /// JKn, BRR, Fay or a bootstrap without what it is made from.
    #[error("replication_needs_strata: {kind} needs strata")]
    ReplicationNeedsStrata {
        /// The kind of replicates.
        kind: String,
    },
    /// A stratum with an odd number of units.
    #[error("brr_not_paired: stratum {stratum} has {units} units")]
    BrrNotPaired {
        /// The stratum's label.
        stratum: String,
        /// Its units.
        units: usize,
    },
    /// A matrix that is too small, not of noughts and ones, or whose first row is not all ones.
    #[error("bad_hadamard: {detail}")]
    BadHadamard {
        /// What is wrong.
        detail: String,
    },
    /// Fay's method without its factor, or with one outside [0, 1).
    #[error("fay_rho: Fay's method needs rho, at least 0 and below 1")]
    FayRho,
    /// Scales that do not fit the replicates.
    #[error("replicate_scales: {scales} scales for {replicates} replicates")]
    ReplicateScales {
        /// Scales given.
        scales: usize,
        /// Replicates.
        replicates: usize,
    },
    /// A step that replicates do not know.
    #[error("replication_forbids_trimming: trim before the replicates are made")]
    ReplicationForbidsTrimming,
    /// A column that the file lacks.
    #[error("unknown_variable: {name}")]
    UnknownVariable {
        /// The name asked for.
        name: String,
    },
    /// A factor where a number is needed.
    #[error("not_numeric: {name}")]
    NotNumeric {
        /// The column.
        name: String,
    },
    /// Nobody answered in the whole file.
    #[error("all_missing: {name}")]
    AllMissing {
        /// The column.
        name: String,
    },
    /// The conditions leave nobody.
    #[error("empty_domain: the conditions leave nobody")]
    EmptyDomain,
    /// An infinite number, or one that is not a number where one must be.
    #[error("not_finite: {what} in row {row}")]
    NotFinite {
        /// The column, or what was computed.
        what: String,
        /// The row.
        row: usize,
    },
    /// A line or column of another length than the rest.
    #[error("ragged: {place} has {found} values, expected {expected}")]
    Ragged {
        /// The line or column.
        place: String,
        /// Values found.
        found: usize,
        /// Values expected.
        expected: usize,
    },
    /// Not a table: no heading, or a quote that is never closed.
    #[error("not_a_table: line {line}")]
    NotATable {
        /// The line, from 1.
        line: usize,
    },
    /// A file that is named and not there.
    #[error("no_such_file: {name}")]
    NoSuchFile {
        /// Its name.
        name: String,
    },
    /// What is asked for does not make sense.
    #[error("bad_request: {detail}")]
    BadRequest {
        /// What is wrong.
        detail: String,
    },
}

impl Fault {
    /// The kind: the word that the text begins with.
    pub fn kind(&self) -> String {
        let text = self.to_string();
        text.split(':').next().unwrap_or_default().to_owned()
    }
}
