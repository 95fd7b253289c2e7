//! Means and totals: Ŷ = Σ w y, ȳ = Σ w y / Σ w over those who answered.
//!
//! A factor has a row for every level: the proportion or number of people at it. Source: Särndal, Swensson and Wretman
//! (1992), sections 2.8, 5.7 and 10.3.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::asked::{Asked, Part};
use crate::expression::Expression;
use crate::request::Missing;
use crate::row::Row;
use crate::{Column, Fault};

/// Means or totals of columns.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeanOf {
    /// The columns.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub variables: Vec<String>,
    /// Whether only those count who answered all of them.
    pub joint: bool,
    /// Whether the covariances of all pairs are wanted.
    pub vcov: bool,
}

/// A variable in a domain, as columns of the domain's rows.
struct Laid {
    name: String,
    /// The levels of a factor; one `None` for numbers.
    levels: Vec<Option<String>>,
    /// 1 for those who answered, then the values (or the levels' indicators), 0 where missing.
    columns: Vec<Vec<f64>>,
    /// Whether somebody in the domain with a weight did not answer.
    gap: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Mean,
    Total,
}

impl MeanOf {
    pub(crate) fn means(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        self.answer(asked, Kind::Mean)
    }

    pub(crate) fn totals(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        self.answer(asked, Kind::Total)
    }

    fn answer(&self, asked: &Asked<'_>, kind: Kind) -> Result<Vec<Row>, Fault> {
        let columns = self.variables.iter().map(|name| asked.column(name)).collect::<Result<Vec<_>, _>>()?;
        let of_part = |part: &Part<'_>| -> Result<Vec<Row>, Fault> {
            let out = |row: &u32| self.joint && columns.iter().any(|column| column.misses(*row as usize));
            let out: Vec<bool> = part.domain.rows.iter().map(out).collect();
            let pairs = || self.variables.iter().zip(&columns);
            if self.vcov {
                let all = pairs().map(|(name, column)| Laid::new(name, column, part, &out, None)).collect();
                return together(asked, part, kind, all, true);
            }
            let mut rows = Vec::new();
            for (name, column) in pairs() {
                for level in levels(column) {
                    let laid = Laid::new(name, column, part, &out, Some(level));
                    rows.extend(together(asked, part, kind, vec![laid], false)?);
                }
            }
            Ok(rows)
        };
        Ok(asked.domains.par_iter().map(of_part).collect::<Result<Vec<_>, Fault>>()?.concat())
    }
}

/// The places of the levels that are estimated; one for numbers.
fn levels(column: &Column) -> std::ops::Range<usize> {
    match column {
        Column::Numbers(_) => 0..1,
        Column::Factor(factor) => 0..factor.levels.len(),
    }
}

impl Laid {
    /// All levels, or one alone.
    fn new(name: &str, column: &Column, part: &Part<'_>, out: &[bool], alone: Option<usize>) -> Self {
        let rows = &part.domain.rows;
        let weighs = |row: usize| part.domain.survey.weights[row] != 0.0;
        let gap = rows.iter().any(|row| column.misses(*row as usize) && weighs(*row as usize));
        let range = alone.map_or_else(|| levels(column), |level| level..level + 1);
        let first = range.start;
        let levels: Vec<Option<String>> = match column {
            Column::Numbers(_) => vec![None],
            Column::Factor(factor) => factor.levels[range].iter().cloned().map(Some).collect(),
        };
        let mut columns = vec![vec![0.0; rows.len()]; levels.len() + 1];
        for (at, row) in rows.iter().map(|row| *row as usize).enumerate().filter(|(at, _)| !out[*at]) {
            match column {
                Column::Numbers(numbers) if !numbers[row].is_nan() => {
                    columns[0][at] = 1.0;
                    columns[1][at] = numbers[row];
                }
                Column::Factor(factor) => {
                    if let Some(code) = factor.code(row) {
                        columns[0][at] = 1.0;
                        if let Some(column) =
                            columns.get_mut((code + 1).wrapping_sub(first)).filter(|_| code >= first)
                        {
                            column[at] = 1.0;
                        }
                    }
                }
                Column::Numbers(_) => {}
            }
        }
        Self { name: name.to_owned(), levels, columns, gap }
    }
}

/// The rows of variables that are estimated together; with more than one, their covariances too.
fn together(
    asked: &Asked<'_>,
    part: &Part<'_>,
    kind: Kind,
    mut laid: Vec<Laid>,
    vcov: bool,
) -> Result<Vec<Row>, Fault> {
    let mut columns: Vec<Vec<f64>> = Vec::new();
    let mut bases = Vec::new();
    for variable in &mut laid {
        bases.push(columns.len());
        columns.append(&mut variable.columns);
    }
    let mut expressions = Vec::new();
    let mut places = Vec::new();
    for (variable, base) in laid.iter().zip(bases) {
        for (at, level) in variable.levels.iter().enumerate() {
            let total = base + at + 1;
            expressions.push(match kind {
                Kind::Mean => Expression::ratio(total, base),
                Kind::Total => Expression::Total(total),
            });
            places.push((variable, level, base, total));
        }
    }
    let estimates = part.domain.estimate(&columns, &expressions)?;
    let unknown = |variable: &Laid, base: usize| {
        let nobody = !columns[base].iter().zip(part.domain.weights()).any(|(a, w)| a * w != 0.0);
        nobody || variable.gap && asked.common.missing == Missing::Propagate
    };
    let unknown: Vec<bool> = places.iter().map(|(variable, _, base, _)| unknown(variable, *base)).collect();
    let mut rows = Vec::new();
    for (at, (variable, level, base, total)) in places.iter().enumerate() {
        let row = part.row().label("variable", &variable.name).label_if("level", level.as_deref());
        let (value, se) =
            if unknown[at] { (f64::NAN, f64::NAN) } else { (estimates.values[at], estimates.se(at)) };
        let row = asked.filled(row, part, value, se);
        rows.push(match asked.common.deff.is_empty() {
            true => row,
            false => effects(asked, part, kind, row, &columns[*base], &columns[*total], se),
        });
    }
    if vcov {
        for (i, (first, level, ..)) in places.iter().enumerate() {
            for (j, (second, level2, ..)) in places.iter().enumerate().take(i + 1) {
                let row = part.row().label("variable", &first.name).label_if("level", level.as_deref());
                let row = row.label("variable2", &second.name).label_if("level2", level2.as_deref());
                let covariance =
                    if unknown[i] || unknown[j] { f64::NAN } else { estimates.covariance[(i, j)] };
                rows.push(row.number("covariance", covariance));
            }
        }
    }
    Ok(rows)
}

/// The row with design effects: s² of those who answered with a weight.
fn effects(
    asked: &Asked<'_>,
    part: &Part<'_>,
    kind: Kind,
    row: Row,
    answered: &[f64],
    values: &[f64],
    se: f64,
) -> Row {
    let there =
        || answered.iter().zip(values).zip(part.domain.weights()).filter(|((a, _), w)| **a * w != 0.0);
    let n = there().count() as f64;
    let population: f64 = there().map(|(_, w)| w).sum();
    let mean = there().map(|((_, y), w)| w * y).sum::<f64>() / population;
    let squares: f64 = there().map(|((_, y), w)| w * (y - mean).powi(2)).sum();
    let simple = n / (n - 1.0) * squares / population / n;
    let size = if kind == Kind::Total { population * population } else { 1.0 };
    asked.effects(row, se * se, simple, size, (n, population))
}
