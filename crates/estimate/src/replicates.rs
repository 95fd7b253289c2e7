//! Replicate weights: how much an estimate moves when the sample is drawn again by half, less one, or at random.
//!
//! V(θ) = scale · Σ_r rscale_r (θ_r − c)², c the mean of the θ_r with rscale > 0 or, with `mse`, the estimate itself.
//! Rows that share their factors (those of one unit, mostly) are kept as one group, so that a total in 500 replicates
//! costs one pass over the rows and 500 over the groups. Source: Wolter (2007), *Introduction to Variance Estimation*,
//! chapters 3 to 5; Rao and Wu (1988); Rao, Wu and Yue (1992).

mod balanced;
mod bootstrap;
mod given;
mod hadamard;
mod jackknife;
mod rank;

use nalgebra::DMatrix;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::design::{Design, Stage};

/// Which replicates, given in a file or made from the design.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Replication {
    /// Their kind.
    #[serde(rename = "type")]
    pub kind: ReplicateKind,
    /// The file that holds them, a column each; without one they are made from the design.
    #[serde(default)]
    pub file: Option<String>,
    /// Whether the file's columns are weights; else they are factors of the weight.
    #[serde(default)]
    pub combined: bool,
    /// Fay's factor, 0 ≤ ρ < 1.
    #[serde(default)]
    pub rho: Option<f64>,
    /// Constant factor of the variance.
    #[serde(default)]
    pub scale: Option<f64>,
    /// Factor of every replicate.
    #[serde(default)]
    pub rscales: Option<Vec<f64>>,
    /// Whether deviations are from the estimate and not from the replicates' mean.
    #[serde(default)]
    pub mse: bool,
    /// Degrees of freedom, if known.
    #[serde(default)]
    pub degf: Option<f64>,
    /// Rows of noughts and ones, the first all ones, for balanced replicates.
    #[serde(default)]
    pub hadamard: Option<Vec<String>>,
    /// How many, for bootstraps that are made here.
    #[serde(default)]
    pub replicates: Option<usize>,
    /// Where the random numbers begin, for bootstraps that are made here.
    #[serde(default)]
    pub seed: u64,
}

impl Replication {
    /// So many of Rao's and Wu's rescaled bootstraps, drawn from a seed.
    pub fn bootstrap(replicates: usize, seed: u64) -> Self {
        Self {
            kind: ReplicateKind::Bootstrap,
            file: None,
            combined: false,
            rho: None,
            scale: None,
            rscales: None,
            mse: false,
            degf: None,
            hadamard: None,
            replicates: Some(replicates),
            seed,
        }
    }
}

/// A kind of replicates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReplicateKind {
    /// Jackknife of an unstratified design.
    JK1,
    /// Jackknife of a stratified design.
    JKn,
    /// Paired jackknife.
    JK2,
    /// Balanced repeated replication.
    #[serde(alias = "brr")]
    BRR,
    /// Balanced repeated replication, as Fay softened it.
    Fay,
    /// Any bootstrap; made here, Rao's and Wu's rescaled one.
    #[serde(rename = "bootstrap", alias = "subbootstrap")]
    Bootstrap,
    /// Rescaled at every stage, with the finite population corrections.
    #[serde(rename = "mrbbootstrap")]
    MultistageBootstrap,
    /// Successive differences as the American Community Survey has them.
    ACS,
    /// Successive differences.
    #[serde(rename = "successive-difference")]
    SuccessiveDifference,
    /// Anything else.
    #[serde(rename = "other")]
    Other,
}

/// Replicate weights of a file's rows.
#[derive(Debug, Clone)]
pub struct Replicates {
    /// Row by row the group that it shares its factors with.
    groups: Vec<u32>,
    /// Group by group the factors of all replicates.
    factors: Vec<f64>,
    /// Row by row what the factors are multiplied with.
    carrier: Vec<f64>,
    count: usize,
    /// Constant factor of the variance.
    pub(crate) scale: f64,
    /// Factor of every replicate.
    pub(crate) rscales: Vec<f64>,
    mse: bool,
    degf: Option<f64>,
}

impl Replicates {
    /// Makes them from a design. Errors: `replication_forbids_strata`, `replication_needs_strata`, `brr_not_paired`,
    /// `fay_rho`, `bad_hadamard`, `lonely_psu`, `one_psu`, `bad_request`.
    pub fn made(asked: &Replication, design: &Design) -> Result<Self, Fault> {
        let made = match asked.kind {
            ReplicateKind::JK1 => jackknife::unstratified(design)?,
            ReplicateKind::JKn => jackknife::stratified(design)?,
            ReplicateKind::BRR | ReplicateKind::Fay => balanced::balanced(asked, design)?,
            ReplicateKind::Bootstrap => bootstrap::rescaled(asked, design)?,
            ReplicateKind::MultistageBootstrap => bootstrap::multistage(asked, design)?,
            _ => {
                return Err(Fault::BadRequest {
                    detail: "these replicates must be given in a file".to_owned(),
                });
            }
        };
        let Made { groups, factors, scale, rscales } = made;
        let count = rscales.len();
        if count == 0 {
            return Err(Fault::BadRequest { detail: "the design leaves no replicate to make".to_owned() });
        }
        let mse = asked.mse;
        Ok(Self {
            groups,
            factors,
            carrier: design.weights.clone(),
            count,
            scale,
            rscales,
            mse,
            degf: asked.degf,
        })
    }

    /// Number of replicates.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The weight of a row in a replicate.
    pub fn weight(&self, row: usize, replicate: usize) -> f64 {
        self.carrier[row] * self.factors[self.groups[row] as usize * self.count + replicate]
    }

    /// The weights of rows in a replicate.
    pub(crate) fn weights(&self, rows: &[u32], replicate: usize) -> Vec<f64> {
        rows.iter().map(|row| self.weight(*row as usize, replicate)).collect()
    }

    /// Column by column its totals over rows in every replicate.
    pub(crate) fn totals(&self, rows: &[u32], columns: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let (touched, sums) = self.group_sums(rows, columns);
        let mut totals = vec![vec![0.0; self.count]; columns.len()];
        for (at, group) in touched.iter().enumerate() {
            let factors = &self.factors[*group as usize * self.count..][..self.count];
            for (totals, sum) in totals.iter_mut().zip(&sums[at * columns.len()..]) {
                for (total, factor) in totals.iter_mut().zip(factors) {
                    *total += factor * sum;
                }
            }
        }
        totals
    }

    /// The groups that rows touch, and for each the sums of carrier times column.
    fn group_sums(&self, rows: &[u32], columns: &[Vec<f64>]) -> (Vec<u32>, Vec<f64>) {
        let size = columns.len();
        let mut places = vec![u32::MAX; self.factors.len() / self.count];
        let mut touched = Vec::new();
        let mut sums: Vec<f64> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let group = self.groups[*row as usize];
            let place = &mut places[group as usize];
            if *place == u32::MAX {
                *place = touched.len() as u32;
                touched.push(group);
                sums.resize(sums.len() + size, 0.0);
            }
            let carrier = self.carrier[*row as usize];
            for (sum, column) in sums[*place as usize * size..][..size].iter_mut().zip(columns) {
                *sum += carrier * column[at];
            }
        }
        (touched, sums)
    }

    /// The covariance of estimates, of which each has its value in every replicate. Replicates in which an estimate does
    /// not exist are left out of its variance.
    pub(crate) fn covariance(&self, thetas: &[Vec<f64>], full: &[f64]) -> DMatrix<f64> {
        let size = full.len();
        let mut covariance = DMatrix::zeros(size, size);
        for i in 0..size {
            for j in 0..=i {
                let value = self.covary((&thetas[i], &thetas[j]), (full[i], full[j]));
                (covariance[(i, j)], covariance[(j, i)]) = (value, value);
            }
        }
        covariance
    }

    /// scale · Σ_r rscale_r (x_r − a)(y_r − b).
    fn covary(&self, (x, y): (&[f64], &[f64]), full: (f64, f64)) -> f64 {
        let pairs = x.iter().zip(y).zip(&self.rscales);
        let there = pairs.filter(|((x, y), _)| x.is_finite() && y.is_finite());
        let (mut a, mut b) = full;
        if !self.mse {
            let counted = there.clone().filter(|(_, rscale)| **rscale > 0.0);
            let sums =
                counted.fold((0.0, 0.0, 0.0), |sums, ((x, y), _)| (sums.0 + x, sums.1 + y, sums.2 + 1.0));
            (a, b) = (sums.0 / sums.2, sums.1 / sums.2);
        }
        let (sum, any) =
            there.fold((0.0, false), |(sum, _), ((x, y), rscale)| (sum + rscale * (x - a) * (y - b), true));
        if any { self.scale * sum } else { f64::NAN }
    }

    /// The values in every replicate of `size` statistics that take the rows' weights, each in a list of its own.
    pub(crate) fn each(
        &self,
        rows: &[u32],
        size: usize,
        of: impl Fn(&[f64]) -> Vec<f64> + Sync,
    ) -> Vec<Vec<f64>> {
        let of_replicate = |r: usize| of(&self.weights(rows, r));
        let each: Vec<Vec<f64>> = (0..self.count).into_par_iter().map(of_replicate).collect();
        (0..size).map(|at| each.iter().map(|values| values[at]).collect()).collect()
    }

    /// Rank of the replicate weights of the rows less 1, or what was given.
    pub(crate) fn degrees_of_freedom(&self, rows: impl Iterator<Item = usize>, weights: &[f64]) -> f64 {
        self.degf.unwrap_or_else(|| {
            let mut sizes = vec![0.0; self.factors.len() / self.count];
            for row in rows.filter(|row| weights[*row] != 0.0) {
                sizes[self.groups[row] as usize] += self.carrier[row] * self.carrier[row];
            }
            rank::rank(&self.factors, &sizes, self.count) as f64 - 1.0
        })
    }

    /// Changes the weights of every replicate, which takes from here on a column of its own for every row.
    pub(crate) fn reweighted(
        &self,
        change: impl Fn(&mut Vec<f64>) -> Result<(), Fault> + Sync,
    ) -> Result<Self, Fault> {
        let rows = self.groups.len();
        let columns: Vec<Vec<f64>> = (0..self.count)
            .into_par_iter()
            .map(|r| {
                let mut weights = (0..rows).map(|row| self.weight(row, r)).collect();
                change(&mut weights).map(|()| weights)
            })
            .collect::<Result<_, Fault>>()?;
        let mut factors = vec![0.0; rows * self.count];
        for (r, column) in columns.into_iter().enumerate() {
            for (row, weight) in column.into_iter().enumerate() {
                factors[row * self.count + r] = weight;
            }
        }
        Ok(Self { groups: (0..rows as u32).collect(), factors, carrier: vec![1.0; rows], ..self.clone() })
    }
}

/// Replicates as made from a design.
struct Made {
    groups: Vec<u32>,
    factors: Vec<f64>,
    scale: f64,
    rscales: Vec<f64>,
}

impl Made {
    /// Groups are first-stage units; all factors are 1.
    fn by_unit(design: &Design, count: usize) -> Result<Self, Fault> {
        Self::by(&design.stages[0], count)
    }

    /// Groups are units of a stage; all factors are 1. Error: `bad_request` if these are too many to keep.
    fn by(stage: &Stage, count: usize) -> Result<Self, Fault> {
        const MOST: usize = 100_000_000;
        let units = stage.stratum.len();
        if units.saturating_mul(count) > MOST {
            let detail = format!("{count} replicates of {units} units are too many");
            return Err(Fault::BadRequest { detail });
        }
        let groups = stage.unit.clone();
        Ok(Self { groups, factors: vec![1.0; units * count], scale: 1.0, rscales: vec![1.0; count] })
    }
}
