//! The columns of a linear model, and the population's totals of them.

use serde::{Deserialize, Serialize};

use crate::asked::text_of;
use crate::{Column, Factor, Fault, Frame};

/// A total of the population.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PopulationTotal {
    /// The term: `(Intercept)` or a column.
    pub term: String,
    /// The level, for a factor.
    #[serde(default)]
    pub level: Option<serde_json::Value>,
    /// The total of the term's column.
    pub total: f64,
}

/// A column of a model.
#[derive(Debug, Clone)]
pub(crate) struct ModelColumn {
    pub(crate) term: String,
    pub(crate) level: Option<String>,
    /// Row by row; NaN where missing.
    pub(crate) values: Vec<f64>,
}

/// Columns of an intercept and terms; `a:b` is a product of terms. A factor has an indicator for every level but the
/// first, without intercept the first factor one for every level.
///
/// Error: `unknown_variable`.
pub(crate) fn columns(frame: &Frame, terms: &[String], intercept: bool) -> Result<Vec<ModelColumn>, Fault> {
    let mut columns = Vec::new();
    if intercept {
        let values = vec![1.0; frame.rows()];
        columns.push(ModelColumn { term: "(Intercept)".to_owned(), level: None, values });
    }
    let mut whole = !intercept;
    for term in terms {
        let mut product: Vec<ModelColumn> = Vec::new();
        let is_product = term.contains(':') && !frame.has(term);
        let parts: Vec<&str> = if is_product { term.split(':').collect() } else { vec![term] };
        for part in parts {
            let factors = factor_columns(frame, part, whole && !is_product)?;
            whole &= !matches!(frame.column(part)?, Column::Factor(_)) || is_product;
            product = if product.is_empty() { factors } else { crossed(&product, &factors) };
        }
        columns.extend(product.into_iter().map(|column| ModelColumn { term: term.clone(), ..column }));
    }
    Ok(columns)
}

/// The columns of one variable.
fn factor_columns(frame: &Frame, name: &str, whole: bool) -> Result<Vec<ModelColumn>, Fault> {
    let term = name.to_owned();
    Ok(match frame.column(name)? {
        Column::Numbers(numbers) => vec![ModelColumn { term, level: None, values: numbers.clone() }],
        Column::Factor(factor) => (usize::from(!whole)..factor.levels.len())
            .map(|level| ModelColumn {
                term: term.clone(),
                level: Some(factor.levels[level].clone()),
                values: factor.codes.iter().map(|code| indicator(*code, level)).collect(),
            })
            .collect(),
    })
}

fn indicator(code: u32, level: usize) -> f64 {
    if code == Factor::MISSING { f64::NAN } else { f64::from(u8::from(code as usize == level)) }
}

/// Products of two sets of columns, the first one's varying fastest; levels joined by `:`.
fn crossed(first: &[ModelColumn], second: &[ModelColumn]) -> Vec<ModelColumn> {
    let pair = |a: &ModelColumn, b: &ModelColumn| ModelColumn {
        term: String::new(),
        level: match (&a.level, &b.level) {
            (Some(a), Some(b)) => Some(format!("{a}:{b}")),
            (one, other) => one.clone().or_else(|| other.clone()),
        },
        values: a.values.iter().zip(&b.values).map(|(a, b)| a * b).collect(),
    };
    second.iter().flat_map(|b| first.iter().map(move |a| pair(a, b))).collect()
}

/// The population's totals in the order of the columns. Error: `calibration_totals` unless they name exactly these.
pub(super) fn totals(columns: &[ModelColumn], population: &[PopulationTotal]) -> Result<Vec<f64>, Fault> {
    let wrong = |detail: String| Err(Fault::CalibrationTotals { detail });
    let mut totals = Vec::with_capacity(columns.len());
    for column in columns {
        let named = population
            .iter()
            .find(|total| total.term == column.term && total.level.as_ref().map(text_of) == column.level);
        match named {
            Some(named) if named.total.is_finite() => totals.push(named.total),
            _ => {
                return wrong(format!(
                    "no total for {} {}",
                    column.term,
                    column.level.as_deref().unwrap_or_default()
                ));
            }
        }
    }
    if population.len() != columns.len() {
        return wrong(format!("{} totals for {} columns", population.len(), columns.len()));
    }
    Ok(totals)
}
