//! Why a question has no answer: an unknown name, or options that contradict each other.

use look::{Lang, Value, date, say, say_with};
use places::{Unit, country};
use scores::target::NotATarget;

/// What is wrong with a question, and the nearest that exists.
#[derive(Debug, Clone)]
pub enum Refusal {
    /// No province of that name in the set.
    Province {
        /// What was written.
        written: String,
        /// The set that was searched.
        set: &'static str,
        /// The nearest names, best first.
        nearest: Vec<&'static str>,
    },
    /// The province ended before the set that is asked for came into force.
    Ended(&'static Unit),
    /// The unit belongs to another set than the one that is asked for.
    OtherSet {
        /// The unit.
        unit: &'static Unit,
        /// The set that was asked for.
        asked: &'static str,
    },
    /// No edition of that year.
    Year {
        /// What was written.
        written: String,
        /// The nearest years that have one.
        nearest: Vec<i16>,
    },
    /// The year has no such dimension or sub-dimension.
    Item {
        /// What was written.
        written: String,
        /// The survey year.
        year: i16,
        /// The nearest that the year has.
        nearest: Vec<Named>,
    },
    /// Not a set of provinces.
    Units {
        /// What was written.
        written: String,
    },
    /// The year surveyed the provinces that came after the set.
    LaterSet {
        /// The set that was asked for.
        asked: &'static str,
        /// The survey year.
        year: i16,
    },
    /// A piece of a target cannot be read.
    Target(NotATarget),
    /// The options do not go together, or one is missing.
    Options(Clash),
}

/// A code and what it is called in its year.
#[derive(Debug, Clone)]
pub struct Named {
    /// `4` or `4.2`.
    pub code: String,
    /// Vietnamese name.
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
}

/// Options that do not make a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// Nothing is required.
    NoRequirement,
    /// A path says everything by itself.
    PathAndMore,
    /// Two of rank, group, score and improve.
    TwoRequirements,
    /// One item and each dimension.
    EachAndDimension,
    /// Each dimension of nothing, or of conditions that say their own item.
    EachOfNothing,
    /// Points of something that is not an improvement.
    PointsOfNothing,
    /// The earlier year is not earlier.
    Order,
    /// No year, or none to compare with.
    NoYears,
    /// The year that is looked at does not lie after the editions.
    NotAhead,
    /// Not `yes`, `no` or `unknown`.
    Renewal,
    /// A number that cannot be read, or lies outside what is allowed.
    Number,
    /// Neither a rank nor a group is aimed at, or both.
    OneGoal,
    /// No method of that name.
    Method,
    /// The item has no standard error, and none was given.
    NoError,
    /// Points to try that do not read, or of a dimension that is not there.
    Gains,
}

impl Refusal {
    /// A short name for programs, the end of the problem's `type`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Province { .. } => "unknown_province",
            Self::Ended(_) => "province_ended",
            Self::OtherSet { .. } => "unit_of_another_set",
            Self::Year { .. } => "unknown_year",
            Self::Item { .. } => "unknown_dimension",
            Self::Units { .. } => "unknown_units",
            Self::LaterSet { .. } => "units_of_the_past",
            Self::Target(_) => "not_a_target",
            Self::Options(_) => "options_clash",
        }
    }

    /// The nearest that exist, as they may be written.
    pub fn nearest(&self) -> Vec<String> {
        match self {
            Self::Province { nearest, .. } => nearest.iter().map(ToString::to_string).collect(),
            Self::Ended(unit) => successor(unit).map(|unit| unit.name.to_owned()).into_iter().collect(),
            Self::Year { nearest, .. } => nearest.iter().map(ToString::to_string).collect(),
            Self::Item { nearest, .. } => nearest.iter().map(|named| named.code.clone()).collect(),
            Self::Units { .. } => country().sets.iter().map(|set| set.label.to_owned()).collect(),
            Self::OtherSet { unit, .. } => vec![unit.set.to_owned()],
            Self::LaterSet { year, .. } => vec![country().set_of_year(*year).label.to_owned()],
            Self::Target(_) | Self::Options(_) => Vec::new(),
        }
    }

    /// The refusal in words.
    pub fn sentence(&self, lang: Lang) -> String {
        let nearest = || Value::from(self.nearest().join(", "));
        match self {
            Self::Province { written, set, .. } => {
                let values = [("written", written.into()), ("set", (*set).into()), ("nearest", nearest())];
                say_with(lang, "refusal-province", &values)
            }
            Self::Ended(unit) => ended(unit, lang),
            Self::OtherSet { unit, asked } => {
                let values =
                    [("unit", unit.id.as_str().into()), ("set", unit.set.into()), ("asked", (*asked).into())];
                say_with(lang, "refusal-other-set", &values)
            }
            Self::Year { written, .. } => {
                say_with(lang, "refusal-year", &[("written", written.into()), ("nearest", nearest())])
            }
            Self::Item { written, year, nearest } => {
                let named = nearest.iter().map(|named| named.written(lang)).collect::<Vec<_>>().join("; ");
                let year = Value::from(year.to_string());
                say_with(
                    lang,
                    "refusal-item",
                    &[("written", written.into()), ("year", year), ("nearest", named.into())],
                )
            }
            Self::Units { written } => {
                say_with(lang, "refusal-units", &[("written", written.into()), ("nearest", nearest())])
            }
            Self::LaterSet { asked, year } => {
                let year = Value::from(year.to_string());
                say_with(
                    lang,
                    "refusal-later-set",
                    &[("asked", (*asked).into()), ("year", year), ("nearest", nearest())],
                )
            }
            Self::Target(wrong) => {
                let expected = Value::from(say(lang, wrong.expected.key()));
                say_with(lang, "refusal-target", &[("piece", (&wrong.piece).into()), ("expected", expected)])
            }
            Self::Options(clash) => say(lang, clash.key()),
        }
    }
}

impl Named {
    fn written(&self, lang: Lang) -> String {
        format!("{} {}", self.code, lang.pick(self.name, self.name_en))
    }
}

impl Clash {
    fn key(self) -> &'static str {
        match self {
            Self::NoRequirement => "refusal-no-requirement",
            Self::PathAndMore => "refusal-path-and-more",
            Self::TwoRequirements => "refusal-two-requirements",
            Self::EachAndDimension => "refusal-each-and-dimension",
            Self::EachOfNothing => "refusal-each-of-nothing",
            Self::PointsOfNothing => "refusal-points-of-nothing",
            Self::Order => "refusal-order",
            Self::NoYears => "refusal-no-years",
            Self::NotAhead => "refusal-not-ahead",
            Self::Renewal => "refusal-renewal",
            Self::Number => "refusal-number",
            Self::OneGoal => "refusal-one-goal",
            Self::Method => "refusal-method",
            Self::NoError => "refusal-no-error",
            Self::Gains => "refusal-gains",
        }
    }
}

fn successor(unit: &Unit) -> Option<&'static Unit> {
    country().successor(unit)
}

fn ended(unit: &Unit, lang: Lang) -> String {
    let after = successor(unit);
    let name = |unit: &Unit| lang.pick(unit.name, unit.name_en).to_owned();
    let values = [
        ("code", unit.code.into()),
        ("name", name(unit).into()),
        ("until", unit.to.map(|day| date::short(lang, day)).unwrap_or_default().into()),
        ("successor", after.map(name).unwrap_or_default().into()),
        ("successor-code", after.map_or("", |unit| unit.code).into()),
        ("then", unit.set.into()),
        ("now", after.map_or("", |unit| unit.set).into()),
    ];
    say_with(lang, "refusal-ended", &values)
}
