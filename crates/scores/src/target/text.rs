//! A target as text, the same on the command line, in an address and in the database.

use std::fmt;
use std::str::FromStr;

use super::{Condition, Requirement, Scope, Step, Target};
use crate::Item;

/// The text is not a target; says which piece is wrong and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{piece:?} is not a {expected:?} of a target")]
pub struct NotATarget {
    /// The piece that could not be read.
    pub piece: String,
    /// What was expected in its place.
    pub expected: Expected,
}

/// What a piece of a target should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// `rank=20`, `group=high_average`, `score=45`, `places=5`, `points=1`, `better-than=2020` or `lift`.
    Condition,
    /// `total`, `each`, a dimension or a sub-dimension.
    Scope,
    /// A requirement that a sub-dimension can have: its groups are not published.
    GroupedItem,
    /// A survey year such as 2024.
    Year,
    /// A step of a path: `2021 group=high`.
    Step,
    /// A year that the path has once.
    YearOnce,
}

impl Expected {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Condition => "expected-condition",
            Self::Scope => "expected-scope",
            Self::GroupedItem => "expected-grouped-item",
            Self::Year => "expected-year",
            Self::Step => "expected-step",
            Self::YearOnce => "expected-year-once",
        }
    }
}

impl FromStr for Target {
    type Err = NotATarget;

    fn from_str(text: &str) -> Result<Self, NotATarget> {
        let steps: Vec<&str> = text.split(';').map(str::trim).filter(|step| !step.is_empty()).collect();
        match steps.as_slice() {
            [only] if !starts_with_year(only) => Ok(Self::Joined(conditions(only)?)),
            [] => Err(refuse(text, Expected::Condition)),
            steps => path(steps),
        }
    }
}

impl FromStr for Condition {
    type Err = NotATarget;

    fn from_str(text: &str) -> Result<Self, NotATarget> {
        let text = text.trim();
        let (scope, rest) = match text.split_once(':') {
            Some((scope, rest)) => (scope.trim().parse()?, rest.trim()),
            None => (Scope::Item(Item::Total), text),
        };
        let requirement: Requirement = rest.parse()?;
        if matches!((scope, requirement), (Scope::Item(Item::Subdimension(_)), Requirement::Group(_))) {
            return Err(refuse(text, Expected::GroupedItem));
        }
        let scope = if matches!(requirement, Requirement::Lift(_)) { Scope::EachDimension } else { scope };
        Ok(Self { scope, requirement })
    }
}

impl FromStr for Scope {
    type Err = NotATarget;

    fn from_str(text: &str) -> Result<Self, NotATarget> {
        match text {
            "each" => Ok(Self::EachDimension),
            _ => text.parse().map(Self::Item).map_err(|_| refuse(text, Expected::Scope)),
        }
    }
}

impl FromStr for Requirement {
    type Err = NotATarget;

    fn from_str(text: &str) -> Result<Self, NotATarget> {
        let (kind, value) = text.split_once('=').unwrap_or((text, ""));
        let (value, base) = match value.split_once('@') {
            Some((value, base)) => (value.trim(), Some(year(base)?)),
            None => (value.trim(), None),
        };
        let requirement = match (kind.trim(), base) {
            ("rank", None) => places(value).map(Self::Rank),
            ("group", None) => value.parse().ok().map(Self::Group),
            ("score", None) => points(value).map(Self::Score),
            ("places", base) => places(value).map(|n| Self::Places(n, base)),
            ("points", base) => points(value).map(|n| Self::Points(n, base)),
            ("better-than", None) => Some(Self::BetterThan(year(value)?)),
            ("lift", None) if value.is_empty() => Some(Self::Lift(None)),
            ("lift", None) => Some(Self::Lift(Some(year(value)?))),
            _ => None,
        };
        requirement.ok_or_else(|| refuse(text, Expected::Condition))
    }
}

fn path(steps: &[&str]) -> Result<Target, NotATarget> {
    let mut read: Vec<Step> = steps.iter().map(|text| step(text)).collect::<Result<_, _>>()?;
    read.sort_by_key(|step| step.from);
    match read.windows(2).position(|pair| pair[0].from == pair[1].from) {
        Some(twice) => Err(refuse(&read[twice].from.to_string(), Expected::YearOnce)),
        None => Ok(Target::Path(read)),
    }
}

fn step(text: &str) -> Result<Step, NotATarget> {
    let (from, rest) = text.split_once(char::is_whitespace).ok_or_else(|| refuse(text, Expected::Step))?;
    Ok(Step { from: year(from)?, conditions: conditions(rest)? })
}

fn conditions(text: &str) -> Result<Vec<Condition>, NotATarget> {
    text.split(',').map(str::parse).collect()
}

fn starts_with_year(text: &str) -> bool {
    text.split_once(char::is_whitespace).is_some_and(|(first, _)| year(first).is_ok())
}

fn year(text: &str) -> Result<i16, NotATarget> {
    let text = text.trim();
    let plausible = text.parse().ok().filter(|year| (1000..=9999).contains(year));
    plausible.ok_or_else(|| refuse(text, Expected::Year))
}

fn places(text: &str) -> Option<u16> {
    text.parse().ok().filter(|n| *n > 0)
}

/// A number of points; a decimal comma is taken.
fn points(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok().filter(|n: &f64| n.is_finite())
}

fn refuse(piece: &str, expected: Expected) -> NotATarget {
    NotATarget { piece: piece.trim().to_owned(), expected }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Joined(conditions) => write!(f, "{}", joined(conditions)),
            Self::Path(steps) => {
                let steps: Vec<_> =
                    steps.iter().map(|s| format!("{} {}", s.from, joined(&s.conditions))).collect();
                f.write_str(&steps.join("; "))
            }
        }
    }
}

fn joined(conditions: &[Condition]) -> String {
    conditions.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.scope {
            Scope::EachDimension if matches!(self.requirement, Requirement::Lift(_)) => {}
            Scope::EachDimension => f.write_str("each:")?,
            Scope::Item(Item::Total) => {}
            Scope::Item(item) => write!(f, "{item}:")?,
        }
        match self.requirement {
            Requirement::Rank(n) => write!(f, "rank={n}"),
            Requirement::Group(group) => write!(f, "group={group}"),
            Requirement::Score(score) => write!(f, "score={score}"),
            Requirement::Places(n, base) => write!(f, "places={n}{}", at(base)),
            Requirement::Points(n, base) => write!(f, "points={n}{}", at(base)),
            Requirement::BetterThan(year) => write!(f, "better-than={year}"),
            Requirement::Lift(None) => f.write_str("lift"),
            Requirement::Lift(Some(year)) => write!(f, "lift={year}"),
        }
    }
}

fn at(base: Option<i16>) -> String {
    base.map(|year| format!("@{year}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nine_forms_are_read_and_written_back() {
        for text in [
            "rank=20",
            "group=high_average",
            "each:group=high_average",
            "4:score=6.5",
            "places=5",
            "places=5@2020",
            "points=1.5",
            "better-than=2020",
            "lift",
            "lift=2022",
            "each:group=high_average, rank=20",
            "2021 group=high_average; 2022 group=high, 4.1:rank=10",
        ] {
            let target: Target = text.parse().expect(text);
            assert_eq!(target.to_string(), text);
        }
    }

    #[test]
    fn a_wrong_piece_is_named() {
        for (text, piece) in [
            ("rank=0", "rank=0"),
            ("group=best", "group=best"),
            ("9.:rank=1", "9."),
            ("4.2:group=high", "4.2:group=high"),
            ("rank=20, speed=3", "speed=3"),
            ("2021 rank=20; 2021 rank=10", "2021"),
            ("places=5@20", "20"),
            ("", ""),
        ] {
            assert_eq!(text.parse::<Target>().expect_err(text).piece, piece, "{text}");
        }
    }
}
