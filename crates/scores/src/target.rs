//! A target: what a plan asks of an edition, evaluated by the program and never typed in as met (RULES 5).
//!
//! Plans put their targets in nine forms: a rank; a group; a group for each dimension; a score; places gained;
//! points gained; better than a year, or lifted where low or fallen; conditions joined; a path by years.
//! As text they read `rank=20`, `each:group=high_average`, `4:score=6.5`, `places=5`, `points=1@2020`,
//! `better-than=2020`, `lift`; a comma joins conditions, and a path is steps with a semicolon between, each
//! led by its year: `2021 each:group=high_average; 2025 rank=20`.

mod judge;
mod text;

pub use judge::{Actual, Doubt, Finding, Judgement, Required};
pub use text::{Expected, NotATarget};

use crate::{Group, Item};

/// Conditions joined, or a path of them by years.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Every condition must hold in the edition.
    Joined(Vec<Condition>),
    /// From each step's year until the next step, its conditions must hold in every edition.
    Path(Vec<Step>),
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The first edition that it holds for.
    pub from: i16,
    /// What must hold.
    pub conditions: Vec<Condition>,
}

/// One requirement on what it is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Condition {
    /// What it is about.
    pub scope: Scope,
    /// What is required.
    pub requirement: Requirement,
}

/// What a condition is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One item.
    Item(Item),
    /// Each dimension of the year.
    EachDimension,
}

/// What is required of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Requirement {
    /// This rank or a better one.
    Rank(u16),
    /// This group or a better one.
    Group(Group),
    /// This score or a higher one.
    Score(f64),
    /// Places gained over a base edition; without one, over the edition before.
    Places(u16, Option<i16>),
    /// Points gained over a base edition; without one, over the edition before.
    Points(f64, Option<i16>),
    /// A higher score than in this edition.
    BetterThan(i16),
    /// A higher score in each dimension that lay in the two low groups in the base edition, or had fallen in it.
    Lift(Option<i16>),
}

impl Target {
    /// The conditions that it asks of an edition; of a path those of the step in force.
    pub fn asks_in(&self, year: i16) -> &[Condition] {
        match self {
            Self::Joined(conditions) => conditions,
            Self::Path(steps) => steps
                .iter()
                .rev()
                .find(|step| step.from <= year)
                .map_or(&[], |step| step.conditions.as_slice()),
        }
    }

    /// Its kind in the command's answer: of a single condition what it asks, else `joined` or `path`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Joined(conditions) => match conditions.as_slice() {
                [only] => only.requirement.kind(),
                _ => "joined",
            },
            Self::Path(_) => "path",
        }
    }
}

impl Requirement {
    /// The kind of requirement: `rank`, `group`, `score`, `improve`, `better_than` or `lift`.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Rank(_) => "rank",
            Self::Group(_) => "group",
            Self::Score(_) => "score",
            Self::Places(..) | Self::Points(..) => "improve",
            Self::BetterThan(_) => "better_than",
            Self::Lift(_) => "lift",
        }
    }
}
