//! Cross tables: counts and proportions of two factors, and tests whether they go together.
//!
//! Sources: Rao and Scott (1984, *Annals of Statistics* 12) for the corrected chi-square; Koch, Freeman and Freeman
//! (1975) for the Wald test; Thomas and Rao (1987) for its adjustment.

use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Serialize};

use crate::asked::{Asked, Part};
use crate::distribution::{chi_square_upper, f_upper};
use crate::expression::Expression;
use crate::linear;
use crate::row::Row;
use crate::survey::Estimates;
use crate::{Factor, Fault};

/// A table of two columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrosstabOf {
    /// The column of the rows.
    pub rows: String,
    /// The column of the columns.
    pub columns: String,
    /// What every cell shows.
    #[serde(default)]
    pub cells: Vec<Cells>,
    /// The tests.
    #[serde(default)]
    pub tests: Vec<Test>,
}

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cells {
    /// How many people.
    Total,
    /// Which share of all.
    Proportion,
    /// Which share of the row.
    Row,
}

/// A test of independence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// Rao's and Scott's second-order correction.
    F,
    /// Their first-order correction.
    Chisq,
    /// Wald's.
    Wald,
    /// Wald's, adjusted.
    #[serde(rename = "adjWald")]
    AdjustedWald,
}

/// A table in a domain.
struct Table<'a> {
    part: &'a Part<'a>,
    rows: &'a Factor,
    columns: &'a Factor,
    /// Cell by cell, columns within rows: 1 for those in it.
    indicators: Vec<Vec<f64>>,
}

impl CrosstabOf {
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Fault> {
        asked.column(&self.rows)?;
        asked.column(&self.columns)?;
        let (rows, columns) =
            (asked.survey.frame.factor(&self.rows)?, asked.survey.frame.factor(&self.columns)?);
        let mut answer = Vec::new();
        for part in &asked.domains {
            let table = Table::new(part, &rows, &columns);
            for cells in &self.cells {
                table.show(asked, *cells, &mut answer)?;
            }
            if !self.tests.is_empty() {
                table.test(asked, &self.tests, &mut answer)?;
            }
        }
        Ok(answer)
    }
}

impl<'a> Table<'a> {
    fn new(part: &'a Part<'a>, rows: &'a Factor, columns: &'a Factor) -> Self {
        let (height, width) = (rows.levels.len(), columns.levels.len());
        let mut indicators = vec![vec![0.0; part.domain.rows.len()]; height * width];
        for (at, row) in part.domain.rows.iter().enumerate() {
            if let (Some(i), Some(j)) = (rows.code(*row as usize), columns.code(*row as usize)) {
                indicators[i * width + j][at] = 1.0;
            }
        }
        Self { part, rows, columns, indicators }
    }

    fn show(&self, asked: &Asked<'_>, cells: Cells, answer: &mut Vec<Row>) -> Result<(), Fault> {
        let (height, width) = (self.rows.levels.len(), self.columns.levels.len());
        let sum = |from: std::ops::Range<usize>| {
            Expression::Sum(from.map(|at| (1.0, Expression::Total(at))).collect())
        };
        let expression = |at: usize| match cells {
            Cells::Total => Expression::Total(at),
            Cells::Proportion => Expression::Total(at).over(sum(0..height * width)),
            Cells::Row => {
                let first = at / width * width;
                Expression::Total(at).over(sum(first..first + width))
            }
        };
        let name = match cells {
            Cells::Total => "total",
            Cells::Proportion => "proportion",
            Cells::Row => "row_proportion",
        };
        for i in 0..height {
            let wanted: Vec<Expression> = (i * width..(i + 1) * width).map(expression).collect();
            let estimates = self.part.domain.estimate(&self.indicators, &wanted)?;
            for j in 0..width {
                let row = self
                    .part
                    .row()
                    .label("row", &self.rows.levels[i])
                    .label("column", &self.columns.levels[j]);
                let row = row.label("statistic", name);
                answer.push(asked.filled(row, self.part, estimates.values[j], estimates.se(j)));
            }
        }
        Ok(())
    }

    fn test(&self, asked: &Asked<'_>, tests: &[Test], answer: &mut Vec<Row>) -> Result<(), Fault> {
        let width = self.columns.levels.len();
        let weighs = |indicator: &Vec<f64>| {
            indicator.iter().zip(self.part.domain.weights()).any(|(a, w)| a * w != 0.0)
        };
        let there: Vec<bool> = self.indicators.iter().map(weighs).collect();
        let rows: Vec<usize> =
            (0..self.rows.levels.len()).filter(|i| (0..width).any(|j| there[i * width + j])).collect();
        let columns: Vec<usize> = (0..width).filter(|j| rows.iter().any(|i| there[i * width + j])).collect();
        let cells: Vec<Vec<f64>> = rows
            .iter()
            .flat_map(|i| columns.iter().map(move |j| self.indicators[i * width + j].clone()))
            .collect();
        let whole = Whole {
            cells,
            height: rows.len(),
            width: columns.len(),
            df: self.part.domain.degrees_of_freedom(),
        };
        let n =
            if asked.survey.keeps_rows() { asked.survey.frame.rows() } else { self.part.domain.rows.len() };
        for test in tests {
            let row = self.part.row();
            answer.push(match test {
                Test::F | Test::Chisq => whole.rao_scott(self.part, *test, n as f64, row)?,
                Test::Wald | Test::AdjustedWald => whole.wald(self.part, *test, row)?,
            });
        }
        Ok(())
    }
}

/// A table of the levels that occur.
struct Whole {
    cells: Vec<Vec<f64>>,
    height: usize,
    width: usize,
    /// Degrees of freedom d of the domain.
    df: f64,
}

impl Whole {
    fn degrees(&self) -> f64 {
        (self.height.saturating_sub(1) * self.width.saturating_sub(1)) as f64
    }

    fn all(&self) -> Expression {
        Expression::Sum((0..self.cells.len()).map(|at| (1.0, Expression::Total(at))).collect())
    }

    fn rao_scott(&self, part: &Part<'_>, test: Test, n: f64, row: Row) -> Result<Row, Fault> {
        let shares: Vec<Expression> =
            (0..self.cells.len()).map(|at| Expression::Total(at).over(self.all())).collect();
        let estimates = part.domain.estimate(&self.cells, &shares)?;
        let (square, trace, trace_of_square) = self.generalised_effects(&estimates);
        let row = row.label("test", if test == Test::F { "F" } else { "Chisq" });
        Ok(if test == Test::F {
            let ndf = trace * trace / trace_of_square;
            let (statistic, ddf) = (square / trace, ndf * self.df);
            let row = row.number("statistic_value", statistic).number("ndf", ndf).number("ddf", ddf);
            row.number("p_value", f_upper(statistic, ndf, ddf))
        } else {
            let ndf = self.degrees();
            let row = row.number("statistic_value", n * square).number("ndf", ndf);
            row.number("p_value", chi_square_upper(square / (trace / ndf), ndf))
        })
    }

    /// X²/n, and tr Δ/n and tr (Δ/n)² of Rao's and Scott's Δ = (C'D⁻¹C/n)⁻¹ C'D⁻¹VD⁻¹C.
    fn generalised_effects(&self, estimates: &Estimates) -> (f64, f64, f64) {
        let (height, width) = (self.height, self.width);
        if self.degrees() == 0.0 {
            return (f64::NAN, f64::NAN, f64::NAN);
        }
        let p = DMatrix::from_fn(height, width, |i, j| estimates.values[i * width + j]);
        let (by_row, by_column) = (p.column_sum(), p.row_sum());
        let mut square = 0.0;
        for i in 0..height {
            for j in 0..width {
                let independent = by_row[i] * by_column[j];
                square += (p[(i, j)] - independent).powi(2) / independent;
            }
        }
        let weight = |at: usize| if estimates.values[at] == 0.0 { 0.0 } else { 1.0 / estimates.values[at] };
        let about = |i: usize, at: usize, of: usize| f64::from(u8::from(i == at)) - 1.0 / of as f64;
        let contrasts = DMatrix::from_fn(height * width, (height - 1) * (width - 1), |cell, contrast| {
            let (i, j) = (contrast / (width - 1) + 1, contrast % (width - 1) + 1);
            about(cell / width, i, height) * about(cell % width, j, width)
        });
        let weighted = DMatrix::from_fn(contrasts.nrows(), contrasts.ncols(), |cell, contrast| {
            contrasts[(cell, contrast)] * weight(cell)
        });
        let expected = contrasts.tr_mul(&weighted);
        let observed = weighted.tr_mul(&(&estimates.covariance * &weighted));
        let delta = linear::generalised_inverse(&expected) * observed;
        (square, delta.trace(), (&delta * &delta).trace())
    }

    fn wald(&self, part: &Part<'_>, test: Test, row: Row) -> Result<Row, Fault> {
        let (height, width) = (self.height, self.width);
        let some = |cells: Vec<usize>| {
            Expression::Sum(cells.into_iter().map(|at| (1.0, Expression::Total(at))).collect())
        };
        let mut wanted = Vec::new();
        for i in 1..height {
            for j in 1..width {
                let by_row = some((i * width..(i + 1) * width).collect());
                let by_column = some((0..height).map(|i| i * width + j).collect());
                let independent = by_row.times(by_column).over(self.all());
                wanted.push(Expression::Total(i * width + j).minus(independent));
            }
        }
        let cells: Vec<Expression> = (0..self.cells.len()).map(Expression::Total).collect();
        let totals = part.domain.estimate(&self.cells, &cells)?;
        let y = DVector::from_iterator(wanted.len(), wanted.iter().map(|one| one.value(&totals.values)));
        let mut slopes = DMatrix::zeros(cells.len(), wanted.len());
        for (one, slope) in wanted.iter().zip(slopes.as_mut_slice().chunks_mut(cells.len().max(1))) {
            one.differentiate(&totals.values, 1.0, slope);
        }
        let covariance = slopes.transpose() * totals.covariance * slopes;
        let w = (y.transpose() * linear::generalised_inverse(&covariance) * &y).sum();
        let (k, d) = (self.degrees(), self.df);
        let (name, statistic, ddf) = match test {
            Test::AdjustedWald => ("adjWald", w * (d - k + 1.0) / (k * d), d - k + 1.0),
            _ => ("Wald", w / k, d),
        };
        let row = row.label("test", name).number("statistic_value", statistic).number("ndf", k);
        Ok(row.number("ddf", ddf).number("p_value", f_upper(statistic, k, ddf)))
    }
}
