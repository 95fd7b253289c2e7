//! What a survey says: estimates with their errors by groups, small groups hidden, differences tested.

mod differences;
mod estimated;
mod hiding;
pub mod workbook;

use serde::Serialize;

use crate::design::Amiss;

/// The fewest people who must have answered for a figure to be shown.
pub const PEOPLE_MIN: usize = 30;
/// The fewest first-stage units that they must come from.
pub const UNITS_MIN: usize = 3;
/// The most columns of groups in one question.
pub const BY_MAX: usize = 2;
/// The most answers in one question.
pub const ASKED_MAX: usize = 40;

/// What is asked of a survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Means and proportions, or totals.
    pub totals: bool,
    /// The answers, by name.
    pub columns: Vec<String>,
    /// The columns of groups, by name; at most [`BY_MAX`].
    pub by: Vec<String>,
    /// Coverage of the intervals, between 0 and 1.
    pub level: f64,
}

/// What was found, an answer after another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answers {
    /// The columns of groups.
    pub by: Vec<String>,
    /// Coverage of the intervals.
    pub level: f64,
    /// The estimates.
    pub blocks: Vec<Block>,
    /// Degrees of freedom of the design.
    pub df: f64,
}

/// One answer: for everybody and by group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    /// The column's name.
    pub column: String,
    /// The level, of an answer out of a list.
    pub value: Option<String>,
    /// What is estimated.
    pub statistic: Statistic,
    /// For everybody.
    pub all: Line,
    /// By group, in order.
    pub groups: Vec<Line>,
    /// Groups against each other; none of totals.
    pub differences: Vec<Difference>,
    /// The group that all others were compared with, where there are too many for every pair.
    pub against: Option<String>,
}

/// What is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Statistic {
    /// A mean.
    Mean,
    /// A share of those who answered, between 0 and 1.
    Proportion,
    /// A sum over the population, or a number of people.
    Total,
}

impl Statistic {
    /// The word in catalogues and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Proportion => "proportion",
            Self::Total => "total",
        }
    }
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Its level in each column of groups; nothing for everybody.
    pub group: Vec<String>,
    /// How many answered; none where the group is hidden.
    pub people: Option<usize>,
    /// The first-stage units that they come from; none where the group is hidden.
    pub units: Option<usize>,
    /// The figures; none where the group is hidden or there are none.
    pub figures: Option<Figures>,
    /// Why the group is hidden.
    pub hidden: Option<Hidden>,
}

/// An estimate and how sure it is; what does not exist is none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figures {
    /// The estimate.
    pub estimate: f64,
    /// Its standard error.
    pub se: Option<f64>,
    /// The interval.
    pub interval: Option<(f64, f64)>,
    /// Degrees of freedom behind it: the group's units less its strata.
    pub df: Option<f64>,
}

/// Why a group is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hidden {
    /// Fewer than [`PEOPLE_MIN`] answered.
    People,
    /// They come from fewer than [`UNITS_MIN`] units.
    Units,
    /// With it shown, a hidden group could be worked out from the sum of all.
    Companion,
}

impl Hidden {
    /// The word in catalogues and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Units => "units",
            Self::Companion => "companion",
        }
    }
}

/// The difference between two groups.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The first group.
    pub group: String,
    /// The one that is taken from it.
    pub other: String,
    /// The difference.
    pub estimate: f64,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// The probability of a difference as large if there were none.
    pub p: f64,
    /// The same with regard to how many differences were tested. Source: Holm (1979), *Scandinavian Journal of
    /// Statistics* 6.
    pub adjusted: f64,
}

/// Why a question is not answered.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unasked {
    /// No answer, or one that the survey does not have.
    #[error("no answer of the survey is asked for")]
    Nothing,
    /// A column of groups that the survey does not have.
    #[error("there is no column of groups {0}")]
    NoGroup(String),
    /// More than [`ASKED_MAX`] answers or [`BY_MAX`] columns of groups.
    #[error("too much is asked at once")]
    TooMuch,
    /// A level outside (0, 1).
    #[error("a level of {0}")]
    Level(f64),
    /// The survey cannot be estimated from.
    #[error(transparent)]
    Amiss(#[from] Amiss),
}

impl Line {
    /// The group's name: its levels.
    pub fn name(&self) -> String {
        self.group.join(" · ")
    }
}
