//! Calibration: w ← w g with g as near to 1 as the known totals of some columns allow.
//!
//! g_k = F(x_k'η / v_k) with Σ w_k g_k x_k = totals, by Newton's method from η = 0. The residuals for the variance are
//! those of the regression of z/w on x with the weights d/v. Source: Deville and Särndal (1992).

use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Deserializer, Serialize};

use super::terms::{self, ModelColumn, PopulationTotal};
use super::{Distance, Step, over};
use crate::linear;
use crate::survey::Survey;
use crate::{Factor, Fault, Frame};

/// To totals of columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Calibrate {
    /// The distance.
    pub method: Distance,
    /// The terms: columns of numbers and factors.
    #[serde(deserialize_with = "crate::names::one_or_many")]
    pub terms: Vec<String>,
    /// Whether the number of people is one of the totals.
    #[serde(default = "yes")]
    pub intercept: bool,
    /// The totals.
    pub population: Vec<PopulationTotal>,
    /// Bounds of g, or of w g; an end that is absent is open.
    #[serde(default, deserialize_with = "open_ends")]
    pub bounds: Option<Ends>,
    /// Whether the bounds are those of w g.
    #[serde(default)]
    pub bounds_on_weights: bool,
    /// A column v to divide by.
    #[serde(default)]
    pub variance: Option<String>,
    /// 1: the rows of a first-stage unit share one g.
    #[serde(default)]
    pub aggregate_stage: Option<u8>,
    /// The column of those units.
    #[serde(default)]
    pub aggregate_by: Option<String>,
    /// Limits to which g is cut afterwards.
    #[serde(default, deserialize_with = "open_ends")]
    pub trim: Option<Ends>,
    /// Rounds at most.
    #[serde(default = "rounds")]
    pub max_iterations: usize,
    /// The misfit that is small enough: |misfit| / (1 + |total|).
    #[serde(default = "epsilon")]
    pub epsilon: f64,
}

fn yes() -> bool {
    true
}

fn rounds() -> usize {
    50
}

fn epsilon() -> f64 {
    1e-7
}

/// Two ends, the lower first.
type Ends = (Option<f64>, Option<f64>);

/// Two ends, each a number, or null or a word such as `Inf` where it is open.
fn open_ends<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Ends>, D::Error> {
    let ends = Option::<(serde_json::Value, serde_json::Value)>::deserialize(from)?;
    Ok(ends.map(|(low, high)| (low.as_f64(), high.as_f64())))
}

/// The ends of an interval that may be open.
fn ends(of: Option<Ends>) -> (f64, f64) {
    let (low, high) = of.unwrap_or_default();
    (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY))
}

impl Calibrate {
    pub(super) fn apply(&self, survey: &mut Survey) -> Result<(), Fault> {
        let problem = Problem::new(self, &survey.frame)?;
        let before = survey.weights.clone();
        problem.solve(&mut survey.weights)?;
        if let Some(replicates) = &survey.replicates {
            survey.replicates = Some(replicates.reweighted(|weights| problem.solve(weights))?);
        }
        let plain = self.method == Distance::Linear && self.bounds.is_none();
        let variance = if plain { problem.variance.clone() } else { vec![1.0; before.len()] };
        let d = problem.averaged(&before);
        let precision = d.iter().zip(&variance).map(|(d, v)| d / v).collect();
        let x = problem.matrix;
        survey.steps.push(Step::Regression(Residuals::new(x, precision, survey.weights.clone())));
        Ok(())
    }
}

/// A calibration at a file.
struct Problem<'a> {
    asked: &'a Calibrate,
    names: Vec<String>,
    /// Rows by columns.
    matrix: DMatrix<f64>,
    totals: Vec<f64>,
    variance: Vec<f64>,
    /// Row by row the unit that it shares its factor with, where units do.
    units: Option<Vec<u32>>,
}

impl<'a> Problem<'a> {
    fn new(asked: &'a Calibrate, frame: &Frame) -> Result<Self, Fault> {
        let (low, high) = ends(asked.bounds);
        let inside = asked.bounds_on_weights || low < 1.0 && high > 1.0;
        let finite = asked.method != Distance::Logit || low.is_finite() && high.is_finite() && inside;
        if low.is_nan() || high.is_nan() || low >= high || !finite {
            return Err(Fault::CalibrationBounds { low, high });
        }
        let columns = terms::columns(frame, &asked.terms, asked.intercept)?;
        let totals = terms::totals(&columns, &asked.population)?;
        for ModelColumn { term, values, .. } in &columns {
            if let Some(row) = values.iter().position(|x| !x.is_finite()) {
                return Err(Fault::NotFinite { what: term.clone(), row });
            }
        }
        let variance = match &asked.variance {
            None => vec![1.0; frame.rows()],
            Some(name) => positive(frame, name)?,
        };
        let units = match (&asked.aggregate_by, asked.aggregate_stage) {
            (Some(name), _) => Some(units(frame, name)?),
            (None, Some(_)) => {
                return Err(Fault::BadRequest { detail: "aggregate_stage needs aggregate_by".to_owned() });
            }
            (None, None) => None,
        };
        let names = columns.iter().map(|c| format!("{} {}", c.term, c.level.as_deref().unwrap_or_default()));
        let mut problem = Self {
            asked,
            names: names.map(|name| name.trim().to_owned()).collect(),
            matrix: DMatrix::zeros(frame.rows(), columns.len()),
            totals,
            variance,
            units,
        };
        for (at, column) in columns.iter().enumerate() {
            let values = problem.averaged(&column.values);
            problem.matrix.column_mut(at).copy_from_slice(&values);
        }
        Ok(problem)
    }

    /// The values' plain means in the units, where units share their factor.
    fn averaged(&self, values: &[f64]) -> Vec<f64> {
        let Some(units) = &self.units else { return values.to_vec() };
        let count = units.iter().max().map_or(0, |most| *most as usize + 1);
        let mut sums = vec![(0.0, 0.0); count];
        for (unit, value) in units.iter().zip(values) {
            sums[*unit as usize].0 += value;
            sums[*unit as usize].1 += 1.0;
        }
        units.iter().map(|unit| sums[*unit as usize].0 / sums[*unit as usize].1).collect()
    }

    /// Brings the weights to the totals.
    fn solve(&self, weights: &mut [f64]) -> Result<(), Fault> {
        let w = self.averaged(weights);
        let mut g = self.factors(&w)?;
        if let Some(limits) = self.asked.trim {
            cut(&mut g, &w, ends(Some(limits)));
        }
        weights.iter_mut().zip(g).for_each(|(weight, g)| *weight *= g);
        Ok(())
    }

    /// The factors g, by Newton's method.
    fn factors(&self, w: &[f64]) -> Result<Vec<f64>, Fault> {
        let outright = self.asked.method == Distance::Linear && self.asked.bounds.is_none();
        let rounds = if outright { 1 } else { self.asked.max_iterations };
        let mut eta = DVector::zeros(self.totals.len());
        let mut here = self.at(w, &eta);
        for _ in 0..rounds {
            let step = linear::solve(&self.slope(w, &here.1), &self.misfit(w, &here.0));
            let mut length = 1.0;
            loop {
                let next = &eta + &step * length;
                let there = self.at(w, &next);
                if there.0.iter().all(|g| g.is_finite()) || length < 1e-12 {
                    (eta, here) = (next, there);
                    break;
                }
                length /= 2.0;
            }
            if self.meets(&self.misfit(w, &here.0)) {
                return Ok(here.0);
            }
        }
        let misfit = self.misfit(w, &here.0);
        if self.meets(&misfit) {
            return Ok(here.0);
        }
        let off = |at: &usize| misfit[*at].abs() / (1.0 + self.totals[*at].abs());
        let worst = (0..self.totals.len()).max_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or_default();
        let term = self.names.get(worst).cloned().unwrap_or_default();
        Err(Fault::CalibrationFailed { iterations: rounds, term, misfit: misfit[worst] })
    }

    fn meets(&self, misfit: &DVector<f64>) -> bool {
        misfit
            .iter()
            .zip(&self.totals)
            .all(|(off, total)| off.abs() / (1.0 + total.abs()) < self.asked.epsilon)
    }

    /// Row by row F and F' at η.
    fn at(&self, w: &[f64], eta: &DVector<f64>) -> (Vec<f64>, Vec<f64>) {
        let along = &self.matrix * eta;
        let (low, high) = ends(self.asked.bounds);
        let factor = |(u, (v, w)): (&f64, (&f64, &f64))| {
            let bounds = match (self.asked.bounds_on_weights, *w == 0.0) {
                (false, _) => (low, high),
                (true, false) => (low / w, high / w),
                (true, true) => (f64::NEG_INFINITY, f64::INFINITY),
            };
            self.asked.method.factor(u / v, bounds)
        };
        along.iter().zip(self.variance.iter().zip(w)).map(factor).unzip()
    }

    /// totals − Σ w g x.
    fn misfit(&self, w: &[f64], g: &[f64]) -> DVector<f64> {
        let weighted = DVector::from_iterator(w.len(), w.iter().zip(g).map(|(w, g)| w * g));
        DVector::from_column_slice(&self.totals) - self.matrix.tr_mul(&weighted)
    }

    /// Σ w x x' F' / v.
    fn slope(&self, w: &[f64], slopes: &[f64]) -> DMatrix<f64> {
        let weights: Vec<f64> =
            w.iter().zip(slopes).zip(&self.variance).map(|((w, s), v)| w * s / v).collect();
        linear::weighted_square(&self.matrix, &weights)
    }
}

/// Cuts factors to limits; what was cut off is added in equal factors to those that were not.
fn cut(g: &mut [f64], w: &[f64], (low, high): (f64, f64)) {
    let outside = |g: f64| g < low || g > high;
    let off: f64 = g.iter().zip(w).map(|(g, w)| (g - g.clamp(low, high)) * w).sum();
    let untouched: f64 = g.iter().zip(w).filter(|(g, _)| !outside(**g)).map(|(_, w)| w).sum();
    let share = over(off, untouched);
    for g in g {
        *g = if outside(*g) { g.clamp(low, high) } else { *g + share };
    }
}

fn positive(frame: &Frame, name: &str) -> Result<Vec<f64>, Fault> {
    let values = frame.numbers(name)?;
    match values.iter().position(|v| !(*v > 0.0 && v.is_finite())) {
        Some(row) => Err(Fault::NotFinite { what: name.to_owned(), row }),
        None => Ok(values.to_vec()),
    }
}

fn units(frame: &Frame, name: &str) -> Result<Vec<u32>, Fault> {
    let codes = frame.factor(name)?.codes.clone();
    match codes.iter().position(|code| *code == Factor::MISSING) {
        Some(row) => Err(Fault::MissingIds { column: name.to_owned(), row }),
        None => Ok(codes),
    }
}

/// z_k = w_k (e_k − x_k'β), e = z/w, β minimising Σ precision_k (e_k − x_k'β)².
#[derive(Debug, Clone)]
pub(crate) struct Residuals {
    x: DMatrix<f64>,
    precision: Vec<f64>,
    weights: Vec<f64>,
    /// (Σ precision x x')⁻.
    inverse: DMatrix<f64>,
}

impl Residuals {
    fn new(x: DMatrix<f64>, precision: Vec<f64>, weights: Vec<f64>) -> Self {
        let inverse = linear::generalised_inverse(&linear::weighted_square(&x, &precision));
        Self { x, precision, weights, inverse }
    }

    pub(super) fn take(&self, z: &mut [f64]) {
        let e: Vec<f64> = z.iter().zip(&self.weights).map(|(z, w)| over(*z, *w)).collect();
        let weighted = DVector::from_iterator(e.len(), e.iter().zip(&self.precision).map(|(e, p)| e * p));
        let fitted = &self.x * (&self.inverse * self.x.tr_mul(&weighted));
        for (at, z) in z.iter_mut().enumerate() {
            *z = self.weights[at] * (e[at] - fitted[at]);
        }
    }
}
