//! A composite index: indicators, scores, sub-dimensions, dimensions and a total, each with its error.
//!
//! An indicator's mean over those in the domain who answered it is brought to the scale; a sub-dimension is the weighted
//! mean of its indicators' scores, a dimension that of its sub-dimensions, the total the sum of weight times dimension.
//! Every score is a function of the same totals, so the errors of all indicators and their covariances count. Source:
//! OECD and JRC (2008), *Handbook on Constructing Composite Indicators*, for the construction.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::asked::{Asked, Part};
use crate::distribution::t_two_sided;
use crate::expression::Expression;
use crate::row::Row;
use crate::{Domain, Fault};

/// An index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CompositeOf {
    /// The ends of the scale that indicators are brought to.
    pub scale: Scale,
    /// The indicators.
    pub indicators: Vec<Indicator>,
    /// The sub-dimensions.
    pub subdimensions: Vec<Subdimension>,
    /// The dimensions.
    pub dimensions: Vec<Dimension>,
    /// Differences between two domains that are wanted.
    #[serde(default)]
    pub compare: Vec<Compare>,
}

/// The ends of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// The score of the worst.
    pub low: f64,
    /// The score of the best.
    pub high: f64,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its column.
    pub variable: String,
    /// The sub-dimension that it belongs to.
    pub subdimension: String,
    /// The least that the mean can be.
    pub min: f64,
    /// The most that it can be.
    pub max: f64,
    /// 1 if more is better, −1 if less is.
    #[serde(default = "upwards")]
    pub direction: i8,
    /// Its weight.
    #[serde(default = "one")]
    pub weight: f64,
}

/// A sub-dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Subdimension {
    /// Its code.
    pub code: String,
    /// The dimension that it belongs to.
    pub dimension: String,
    /// Its weight.
    #[serde(default = "one")]
    pub weight: f64,
}

/// A dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Its code.
    pub code: String,
    /// Its weight in the total.
    #[serde(default = "one")]
    pub weight: f64,
}

/// A difference of a score between two domains.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compare {
    /// `subdimension`, `dimension` or `total`.
    pub score: String,
    /// The code.
    pub code: String,
    /// The two domains, the levels of several columns joined by `:`.
    pub domains: (String, String),
}

fn upwards() -> i8 {
    1
}

fn one() -> f64 {
    1.0
}

/// A score: its level, its code, and how it comes about.
type Score = (&'static str, String, Expression);

impl CompositeOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        let columns =
            self.indicators.iter().map(|one| asked.numbers(&one.variable)).collect::<Result<Vec<_>, _>>()?;
        self.refuse_loose_ends()?;
        let scores = self.scores(0);
        let wanted: Vec<Expression> = scores.iter().map(|(_, _, expression)| expression.clone()).collect();
        let of_part = |part: &Part<'_>| -> Result<Vec<Row>, Fault> {
            let laid = lay(&columns, &part.domain, |_| true);
            let estimates = part.domain.within(|_| true).in_whole_file().estimate(&laid, &wanted)?;
            let row = |(at, (score, code, _)): (usize, &Score)| {
                let row = part.row().label("score", *score).label("code", code);
                asked.filled(row, part, estimates.values[at], estimates.se(at))
            };
            Ok(scores.iter().enumerate().map(row).collect())
        };
        let mut rows = asked.domains.par_iter().map(of_part).collect::<Result<Vec<_>, Fault>>()?.concat();
        for compare in &self.compare {
            rows.push(self.difference(asked, &columns, compare)?);
        }
        Ok(rows)
    }

    /// Every part must belong to a whole, bounds must differ. Error: `bad_request`.
    fn refuse_loose_ends(&self) -> Result<(), Fault> {
        let bad = |detail: String| Err(Fault::BadRequest { detail });
        for one in &self.indicators {
            if !self.subdimensions.iter().any(|sub| sub.code == one.subdimension) {
                return bad(format!("{} belongs to no sub-dimension {}", one.variable, one.subdimension));
            }
            if one.max == one.min || !one.weight.is_finite() || one.direction.abs() != 1 {
                return bad(format!("the bounds, direction or weight of {}", one.variable));
            }
        }
        for sub in &self.subdimensions {
            if !self.dimensions.iter().any(|dimension| dimension.code == sub.dimension) {
                return bad(format!("{} belongs to no dimension {}", sub.code, sub.dimension));
            }
        }
        Ok(())
    }

    /// All scores as functions of totals, the first of which has that number: for every indicator 1 and its values.
    fn scores(&self, first: usize) -> Vec<Score> {
        let indicator = |at: usize| {
            let one = &self.indicators[at];
            let mean = Expression::ratio(first + 2 * at + 1, first + 2 * at);
            let slope = (self.scale.high - self.scale.low) / (one.max - one.min);
            let (from, slope) = if one.direction < 0 { (one.max, -slope) } else { (one.min, slope) };
            let start = Expression::Number(self.scale.low - slope * from);
            Expression::Sum(vec![(1.0, start), (slope, mean)])
        };
        let subdimension = |sub: &Subdimension| {
            let places =
                (0..self.indicators.len()).filter(|at| self.indicators[*at].subdimension == sub.code);
            weighted(places.map(|at| (self.indicators[at].weight, indicator(at))).collect())
        };
        let dimension = |dimension: &Dimension| {
            let members = self.subdimensions.iter().filter(|sub| sub.dimension == dimension.code);
            weighted(members.map(|sub| (sub.weight, subdimension(sub))).collect())
        };
        let mut scores: Vec<Score> = self
            .subdimensions
            .iter()
            .map(|sub| ("subdimension", sub.code.clone(), subdimension(sub)))
            .collect();
        scores.extend(self.dimensions.iter().map(|one| ("dimension", one.code.clone(), dimension(one))));
        let total = self.dimensions.iter().map(|one| (one.weight, dimension(one))).collect();
        scores.push(("total", "total".to_owned(), Expression::Sum(total)));
        scores
    }

    /// The difference of a score between two domains, whose covariance counts.
    fn difference(&self, asked: &Asked<'_>, columns: &[&[f64]], compare: &Compare) -> Result<Row, Fault> {
        let bad = |detail: String| Fault::BadRequest { detail };
        let part = |name: &String| {
            let named = |part: &&Part<'_>| {
                part.label.iter().map(|(_, level)| level.as_str()).collect::<Vec<_>>().join(":") == *name
            };
            asked.domains.iter().find(named).ok_or_else(|| bad(format!("no domain {name} to compare")))
        };
        let (a, b) = (part(&compare.domains.0)?, part(&compare.domains.1)?);
        let mut rows = [a.domain.rows.clone(), b.domain.rows.clone()].concat();
        rows.sort_unstable();
        rows.dedup();
        let both = Domain::new(asked.survey, rows).in_whole_file();
        let mut laid = lay(columns, &both, |row| a.domain.rows.binary_search(&row).is_ok());
        let second = laid.len();
        laid.extend(lay(columns, &both, |row| b.domain.rows.binary_search(&row).is_ok()));
        let find = |scores: Vec<Score>| {
            scores.into_iter().find(|(score, code, _)| *score == compare.score && *code == compare.code)
        };
        let (Some(x), Some(y)) = (find(self.scores(0)), find(self.scores(second))) else {
            return Err(bad(format!("no {} {} to compare", compare.score, compare.code)));
        };
        let estimates = both.estimate(&laid, &[x.2.minus(y.2)])?;
        let (value, se) = (estimates.values[0], estimates.se(0));
        let df = asked.survey.design_df();
        let row = Row::of(&[]).label("compare", format!("{} - {}", compare.domains.0, compare.domains.1));
        let row = row.label("score", &compare.score).label("code", &compare.code);
        let mut row = row.number("estimate", value).number("se", se).number("t", value / se);
        row = row.number("p_value", t_two_sided(value / se, df));
        if let Some(ci) = asked.common.ci {
            let half = ci.quantile(df) * se;
            row = row.number("ci_low", value - half).number("ci_high", value + half).number("df", df);
        }
        Ok(row)
    }
}

/// Σ weight · term / Σ weight.
fn weighted(terms: Vec<(f64, Expression)>) -> Expression {
    let all: f64 = terms.iter().map(|(weight, _)| weight).sum();
    if terms.is_empty() || all == 0.0 {
        return Expression::Number(f64::NAN);
    }
    Expression::Sum(terms.into_iter().map(|(weight, term)| (weight / all, term)).collect())
}

/// For every indicator a column of 1 and one of values, 0 for those who did not answer or are outside.
fn lay(columns: &[&[f64]], domain: &Domain<'_>, inside: impl Fn(u32) -> bool) -> Vec<Vec<f64>> {
    let inside: Vec<bool> = domain.rows.iter().map(|row| inside(*row)).collect();
    let mut laid = Vec::with_capacity(2 * columns.len());
    for column in columns {
        let values: Vec<Option<f64>> = domain
            .rows
            .iter()
            .zip(&inside)
            .map(|(row, inside)| Some(column[*row as usize]).filter(|y| *inside && !y.is_nan()))
            .collect();
        laid.push(values.iter().map(|value| f64::from(u8::from(value.is_some()))).collect());
        laid.push(values.iter().map(|value| value.unwrap_or(0.0)).collect());
    }
    laid
}
