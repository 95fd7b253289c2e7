//! Contrasts: functions of estimates from the same sample, whose covariance counts.
//!
//! Source: Särndal, Swensson and Wretman (1992), section 5.5 (the delta method).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::asked::{Asked, Part, holds};
use crate::distribution::t_two_sided;
use crate::expression::Expression;
use crate::request::{Ci, Comparison, Df, DfWord};
use crate::row::Row;

/// Functions of a list of estimates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContrastOf {
    /// The estimates.
    pub base: Vec<Base>,
    /// The functions.
    pub contrasts: Vec<Contrast>,
    /// Whether each is tested against 0.
    #[serde(default)]
    pub test: bool,
    /// Whether the estimates are shown too.
    #[serde(default)]
    pub show_base: bool,
}

/// An estimate that contrasts are made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// What it is.
    pub statistic: Statistic,
    /// The column, of a mean or total.
    #[serde(default)]
    pub variable: Option<String>,
    /// The level, of a factor.
    #[serde(default)]
    pub level: Option<serde_json::Value>,
    /// The column above, of a ratio.
    #[serde(default)]
    pub numerator: Option<String>,
    /// The column below, of a ratio.
    #[serde(default)]
    pub denominator: Option<String>,
    /// The values that its domain's columns have.
    #[serde(default)]
    pub domain: BTreeMap<String, serde_json::Value>,
}

/// What a base estimate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Statistic {
    /// A mean.
    Mean,
    /// A total.
    Total,
    /// A ratio of totals.
    Ratio,
}

/// A function of the base estimates: coefficients, or an expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contrast {
    /// Its name.
    pub name: String,
    /// A coefficient for every base estimate.
    #[serde(default)]
    pub coefficients: Option<Vec<f64>>,
    /// Or a tree.
    #[serde(default)]
    pub expression: Option<Tree>,
}

/// A tree of operations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Tree {
    /// A base estimate, counted from 0.
    Ref {
        /// Its place.
        r#ref: usize,
    },
    /// A number.
    Value {
        /// The number.
        value: f64,
    },
    /// An operation.
    Op {
        /// `+ - * / log exp sqrt`.
        op: String,
        /// What it is done to.
        args: Vec<Tree>,
    },
}

impl ContrastOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        let ci = asked.common.ci.unwrap_or(Ci { level: 0.95, df: None });
        let df = match ci.df {
            Some(Df::Number(df)) => df,
            Some(Df::Word(DfWord::Normal)) => f64::INFINITY,
            _ => asked.survey.design_df(),
        };
        let mut rows = Vec::new();
        for part in &asked.domains {
            let (columns, base) = self.lay(asked, part)?;
            let mut wanted = self.expressions(&base)?;
            wanted.extend(base);
            let estimates = part.domain.within(|_| true).in_whole_file().estimate(&columns, &wanted)?;
            for (at, contrast) in self.contrasts.iter().enumerate() {
                let (value, se) = (estimates.values[at], estimates.se(at));
                let mut row = part.row().label("contrast", &contrast.name);
                row = row.number("estimate", value).number("se", se);
                if asked.common.ci.is_some() {
                    let half = ci.quantile(df) * se;
                    row = row.number("ci_low", value - half).number("ci_high", value + half);
                    row = if df.is_finite() { row.number("df", df) } else { row };
                }
                row = if asked.common.cv { row.number("cv", se / value) } else { row };
                if self.test {
                    row = row.number("t", value / se).number("p_value", t_two_sided(value / se, df));
                }
                rows.push(row);
            }
            for at in (0..self.base.len()).filter(|_| self.show_base) {
                let place = self.contrasts.len() + at;
                let row = part.row().label("base", at.to_string());
                rows.push(row.number("estimate", estimates.values[place]).number("se", estimates.se(place)));
            }
        }
        Ok(rows)
    }

    /// The columns of the base estimates, three for each: 1, above and below.
    fn lay(&self, asked: &Asked<'_>, part: &Part<'_>) -> Result<(Vec<Vec<f64>>, Vec<Expression>), Fault> {
        let (mut columns, mut base) = (Vec::new(), Vec::new());
        for estimate in &self.base {
            let first = columns.len();
            columns.extend(estimate.columns(asked, part)?);
            let anybody = columns[first].iter().zip(part.domain.weights()).any(|(a, w)| a * w != 0.0);
            base.push(match estimate.statistic {
                _ if !anybody => Expression::Number(f64::NAN),
                Statistic::Mean => Expression::ratio(first + 1, first),
                Statistic::Total => Expression::Total(first + 1),
                Statistic::Ratio => Expression::ratio(first + 1, first + 2),
            });
        }
        Ok((columns, base))
    }

    fn expressions(&self, base: &[Expression]) -> Result<Vec<Expression>, Fault> {
        let bad = |detail: String| Fault::BadRequest { detail };
        let one = |contrast: &Contrast| match (&contrast.coefficients, &contrast.expression) {
            (Some(coefficients), None) if coefficients.len() == base.len() => Ok(Expression::Sum(
                coefficients.iter().copied().zip(base.iter().cloned()).filter(|(c, _)| *c != 0.0).collect(),
            )),
            (None, Some(tree)) => tree.grown(base),
            _ => Err(bad(format!(
                "contrast {} wants {} coefficients or an expression",
                contrast.name,
                base.len()
            ))),
        };
        self.contrasts.iter().map(one).collect()
    }
}

impl Base {
    /// The columns that it reads.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        [&self.variable, &self.numerator, &self.denominator].into_iter().flatten().map(String::as_str)
    }

    fn columns(&self, asked: &Asked<'_>, part: &Part<'_>) -> Result<[Vec<f64>; 3], Fault> {
        let rows = &part.domain.rows;
        let mut within = vec![true; rows.len()];
        for (name, value) in &self.domain {
            let column = asked.survey.frame.column(name)?;
            for (within, row) in within.iter_mut().zip(rows) {
                *within &= holds(column, *row as usize, Comparison::Equal, value);
            }
        }
        let read = |name: &Option<String>| -> Result<Vec<f64>, Fault> {
            let name = name
                .as_ref()
                .ok_or_else(|| Fault::BadRequest { detail: "a base without its column".into() })?;
            let column = asked.column(name)?;
            Ok(match &self.level {
                None => part.domain.pick(asked.numbers(name)?),
                Some(level) => {
                    let has = |row: usize| match column.misses(row) {
                        true => f64::NAN,
                        false => f64::from(u8::from(holds(column, row, Comparison::Equal, level))),
                    };
                    rows.iter().map(|row| has(*row as usize)).collect()
                }
            })
        };
        let (above, below) = match self.statistic {
            Statistic::Ratio => (read(&self.numerator)?, read(&self.denominator)?),
            _ => (read(&self.variable)?, vec![0.0; rows.len()]),
        };
        let there: Vec<bool> =
            (0..rows.len()).map(|at| within[at] && !above[at].is_nan() && !below[at].is_nan()).collect();
        let kept = |values: Vec<f64>| -> Vec<f64> {
            values.into_iter().zip(&there).map(|(value, there)| if *there { value } else { 0.0 }).collect()
        };
        Ok([kept(vec![1.0; rows.len()]), kept(above), kept(below)])
    }
}

impl Tree {
    /// The tree over totals. Error: `bad_request` for an unknown operation, a wrong number of arguments or a reference
    /// to nothing.
    fn grown(&self, base: &[Expression]) -> Result<Expression, Fault> {
        let bad = |detail: String| Fault::BadRequest { detail };
        match self {
            Self::Ref { r#ref: at } => {
                base.get(*at).cloned().ok_or_else(|| bad(format!("no base estimate {at}")))
            }
            Self::Value { value } => Ok(Expression::Number(*value)),
            Self::Op { op, args } => {
                let args = args.iter().map(|arg| arg.grown(base)).collect::<Result<Vec<_>, _>>()?;
                operation(op, args).ok_or_else(|| bad(format!("operation {op} with these arguments")))
            }
        }
    }
}

fn operation(op: &str, args: Vec<Expression>) -> Option<Expression> {
    let count = args.len();
    let mut args = args.into_iter();
    let first = args.next()?;
    Some(match (op, count) {
        ("+", _) => Expression::Sum(std::iter::once(first).chain(args).map(|term| (1.0, term)).collect()),
        ("-", 1) => first.scaled(-1.0),
        ("-", _) => args.fold(first, Expression::minus),
        ("*", _) => args.fold(first, Expression::times),
        ("/", 2) => first.over(args.next()?),
        ("log", 1) => Expression::Log(first.into()),
        ("exp", 1) => Expression::Exp(first.into()),
        ("sqrt", 1) => Expression::Root(first.into()),
        _ => return None,
    })
}
