//! What is asked for: the parts that estimators have in common.

use serde::{Deserialize, Serialize};

use crate::distribution;

/// The parts that estimators have in common.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Common {
    /// Domain columns: an answer for every combination that occurs with a weight.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub by: Vec<String>,
    /// Whether combinations that nobody has get a row of nulls.
    pub empty: Option<Empty>,
    /// Conditions that all hold.
    #[serde(rename = "where")]
    pub conditions: Vec<Condition>,
    /// What is done about missing answers.
    pub missing: Missing,
    /// Interval of confidence.
    pub ci: Option<Ci>,
    /// Whether the coefficient of variation is wanted.
    pub cv: bool,
    /// The design effects that are wanted.
    pub deff: Vec<Deff>,
}

/// What becomes of combinations that nobody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Empty {
    /// A row of nulls.
    Null,
}

/// What is done about missing answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Missing {
    /// Rows without an answer are outside the domain.
    #[default]
    Domain,
    /// The estimate is null.
    Propagate,
    /// Rows with any variable missing are dropped before the design is built.
    Listwise,
}

/// A design effect: the variance over that of a simple random sample of as many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Deff {
    /// Without replacement.
    Wor,
    /// With replacement.
    Wr,
}

/// A condition on a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// The column.
    pub variable: String,
    /// The comparison.
    pub op: Comparison,
    /// A number, a text, or a list of them for `in`.
    pub value: serde_json::Value,
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    /// Equal.
    #[serde(rename = "==")]
    Equal,
    /// Not equal.
    #[serde(rename = "!=")]
    Unequal,
    /// Greater.
    #[serde(rename = ">")]
    Greater,
    /// Greater or equal.
    #[serde(rename = ">=")]
    AtLeast,
    /// Less.
    #[serde(rename = "<")]
    Less,
    /// Less or equal.
    #[serde(rename = "<=")]
    AtMost,
    /// One of a list.
    #[serde(rename = "in")]
    In,
}

/// An interval of confidence.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Ci {
    /// Coverage, 0.95 unless given.
    #[serde(default = "usual")]
    pub level: f64,
    /// Degrees of freedom; what they are if absent is the estimator's to say.
    #[serde(default)]
    pub df: Option<Df>,
}

fn usual() -> f64 {
    0.95
}

/// Where degrees of freedom come from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Df {
    /// A number.
    Number(f64),
    /// One of the words.
    Word(DfWord),
}

/// Where degrees of freedom come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DfWord {
    /// The whole design.
    Design,
    /// The domain, before answers are looked at.
    Domain,
    /// Infinitely many.
    Normal,
}

impl Ci {
    /// The quantile that half an interval has in standard errors; NaN without degrees of freedom.
    pub fn quantile(&self, df: f64) -> f64 {
        distribution::t_quantile(1.0 - (1.0 - self.level) / 2.0, df)
    }
}
