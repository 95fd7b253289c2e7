//! A domain: some of the rows, estimated with the whole design.

use nalgebra::DMatrix;

use crate::Fault;
use crate::expression::Expression;
use crate::survey::{Estimates, Survey};
use crate::variance::Layout;

/// Some of the rows of a survey.
#[derive(Debug)]
pub struct Domain<'a> {
    pub(crate) survey: &'a Survey,
    /// The rows, ascending.
    pub(crate) rows: Vec<u32>,
    /// What the rows' influences touch; all rows where weighting or unequal probabilities tie them together.
    layout: Layout<'a>,
    dense: bool,
}

impl<'a> Domain<'a> {
    /// These rows, given in ascending order.
    pub fn new(survey: &'a Survey, rows: Vec<u32>) -> Self {
        let dense = survey.keeps_rows();
        let touched = match (survey.replicates.is_some(), dense) {
            (true, _) => Vec::new(),
            (_, true) => (0..survey.frame.rows() as u32).collect(),
            (_, false) => rows.clone(),
        };
        Self { survey, layout: Layout::new(&survey.design, touched), rows, dense }
    }

    /// These rows, with all others in the file at no weight, so that every stratum of the file is among those that lonely
    /// ones are adjusted to: estimates of several domains at once lie in the same file.
    #[must_use]
    pub(crate) fn in_whole_file(self) -> Self {
        if self.dense || self.survey.replicates.is_some() || !self.survey.design.has_lonely_rule() {
            return self;
        }
        let all = (0..self.survey.frame.rows() as u32).collect();
        Self { layout: Layout::new(&self.survey.design, all), dense: true, ..self }
    }

    /// All rows.
    pub fn whole(survey: &'a Survey) -> Self {
        Self::new(survey, (0..survey.frame.rows() as u32).collect())
    }

    /// Those of the rows that meet a condition.
    #[must_use]
    pub fn within(&self, holds: impl Fn(usize) -> bool) -> Self {
        Self::new(self.survey, self.rows.iter().copied().filter(|row| holds(*row as usize)).collect())
    }

    /// The rows' weights.
    pub(crate) fn weights(&self) -> impl Iterator<Item = f64> + '_ {
        self.rows.iter().map(|row| self.survey.weights[*row as usize])
    }

    /// Degrees of freedom of the domain's rows.
    pub fn degrees_of_freedom(&self) -> f64 {
        self.survey.degrees_of_freedom(self.rows.iter().map(|row| *row as usize))
    }

    /// Values of the domain's rows of a column of the file.
    pub(crate) fn pick(&self, column: &[f64]) -> Vec<f64> {
        self.rows.iter().map(|row| column[*row as usize]).collect()
    }

    /// Estimates that are functions of the totals of `columns`, which have a value for each of the domain's rows.
    ///
    /// Errors: those of the variance, `lonely_psu` and `one_psu`.
    pub fn estimate(&self, columns: &[Vec<f64>], of: &[Expression]) -> Result<Estimates, Fault> {
        let totals = self.totals(columns);
        let values: Vec<f64> = of.iter().map(|expression| expression.value(&totals)).collect();
        if let Some(replicates) = &self.survey.replicates {
            let totals = replicates.totals(&self.rows, columns);
            let thetas: Vec<Vec<f64>> =
                of.iter().map(|expression| expression.values(&totals, replicates.count())).collect();
            return Ok(Estimates { covariance: replicates.covariance(&thetas, &values), values });
        }
        let influences: Vec<Vec<f64>> =
            of.iter().map(|expression| self.influence(columns, &totals, expression)).collect();
        let covariance = match self.emptied(columns) {
            Some(narrower) => narrower.covariance(self.picked(&narrower, &influences))?,
            None => self.covariance(influences)?,
        };
        Ok(Estimates { covariance, values })
    }

    /// The domain without the rows that have nothing in any column, where it matters which strata a domain has.
    fn emptied(&self, columns: &[Vec<f64>]) -> Option<Self> {
        if self.dense || !self.survey.design.has_lonely_rule() {
            return None;
        }
        let there = |at: usize| columns.iter().any(|column| column[at] != 0.0);
        let rows: Vec<u32> =
            self.rows.iter().enumerate().filter(|(at, _)| there(*at)).map(|(_, row)| *row).collect();
        (rows.len() < self.rows.len()).then(|| Self::new(self.survey, rows))
    }

    /// Values of this domain's rows, for those of a narrower one.
    fn picked(&self, narrower: &Self, values: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let mut places = Vec::with_capacity(narrower.rows.len());
        let mut at = 0;
        for row in &narrower.rows {
            while self.rows[at] != *row {
                at += 1;
            }
            places.push(at);
        }
        values.iter().map(|column| places.iter().map(|place| column[*place]).collect()).collect()
    }

    /// The weighted totals of columns.
    pub fn totals(&self, columns: &[Vec<f64>]) -> Vec<f64> {
        columns.iter().map(|column| self.weights().zip(column).map(|(w, a)| w * a).sum()).collect()
    }

    /// Row by row z_k = w_k Σ_j ∂g/∂T_j a_kj.
    fn influence(&self, columns: &[Vec<f64>], totals: &[f64], of: &Expression) -> Vec<f64> {
        let mut gradient = vec![0.0; totals.len()];
        of.differentiate(totals, 1.0, &mut gradient);
        let mut influence = vec![0.0; self.rows.len()];
        for (slope, column) in gradient.iter().zip(columns).filter(|(slope, _)| **slope != 0.0) {
            for (z, a) in influence.iter_mut().zip(column) {
                *z += slope * a;
            }
        }
        for (z, w) in influence.iter_mut().zip(self.weights()) {
            *z *= w;
        }
        influence
    }

    /// The covariance of estimates with these influences, which have a value for each of the domain's rows.
    pub(crate) fn covariance(&self, mut influences: Vec<Vec<f64>>) -> Result<DMatrix<f64>, Fault> {
        if self.dense {
            for influence in &mut influences {
                let mut whole = vec![0.0; self.survey.frame.rows()];
                for (row, z) in self.rows.iter().zip(&*influence) {
                    whole[*row as usize] = *z;
                }
                for step in &self.survey.steps {
                    step.residuals(&mut whole);
                }
                *influence = whole;
            }
        }
        self.layout.covariance(&influences)
    }
}
