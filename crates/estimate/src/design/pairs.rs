//! Joint inclusion probabilities of one-stage designs, as Δ_kl = (π_kl − π_k π_l) / π_kl.
//!
//! With influences z the variance is Σ_k Σ_l Δ_kl z_k z_l (Horvitz and Thompson, 1952) or −½ Σ_k Σ_l Δ_kl (z_k − z_l)²
//! (Yates and Grundy, 1953), which is the former less Σ_k z_k² Σ_l Δ_kl. In the approximations of Overton (1985) and of
//! Hartley and Rao (1962) Δ_kl = a + b (p_k + p_l) within a stratum, so the double sum falls apart into single ones.

use nalgebra::DMatrix;

use super::{PairForm, Pps, PpsMethod, Sampling, Stage};
use crate::{Fault, Frame};

/// Δ of a file's rows.
#[derive(Debug, Clone)]
pub(crate) struct Pairs {
    /// Row by row its own probability.
    chance: Vec<f64>,
    delta: Delta,
    /// Row by row Σ_l Δ_kl, where the form needs it.
    row_sums: Option<Vec<f64>>,
}

#[derive(Debug, Clone)]
enum Delta {
    /// Only the diagonal.
    Alone,
    /// Row by row its stratum, and by stratum a and b.
    Linear { stratum: Vec<u32>, terms: Vec<(f64, f64)> },
    /// All of it, rows as columns.
    Whole(DMatrix<f64>),
}

impl Pairs {
    /// What the design says about pairs, if it does.
    pub(super) fn new(
        sampling: &Sampling,
        frame: &Frame,
        first: &Stage,
        joint: Option<&[&[f64]]>,
    ) -> Result<Option<Self>, Fault> {
        let Some(pps) = sampling.pps.as_ref().filter(|pps| pps.method != PpsMethod::Brewer) else {
            return Ok(None);
        };
        let name = pps.probs.as_ref().or(sampling.fpc.first()).or(sampling.probs.first());
        let Some(name) = name else {
            return Err(Fault::BadRequest {
                detail: "the method needs a column of probabilities".to_owned(),
            });
        };
        let chance = chances(frame, name)?;
        let delta = match pps.method {
            PpsMethod::Poisson | PpsMethod::Brewer => Delta::Alone,
            PpsMethod::Joint => Delta::Whole(whole(joint, &chance)?),
            PpsMethod::Overton | PpsMethod::HartleyRao => linear(pps, first, &chance),
        };
        let mut pairs = Self { chance, delta, row_sums: None };
        if pps.variance == PairForm::YatesGrundy {
            pairs.row_sums = Some(pairs.sums());
        }
        Ok(Some(pairs))
    }

    /// Σ_k Σ_l Δ_kl y_k z_l over the given rows, the others being nought, in the form of the design.
    pub(crate) fn product(&self, rows: &[u32], y: &[f64], z: &[f64]) -> f64 {
        let horvitz_thompson = match &self.delta {
            Delta::Alone => self.diagonal(rows, y, z),
            Delta::Linear { stratum, terms } => {
                let mut sums = vec![[0.0; 4]; terms.len()];
                let mut own = 0.0;
                for (at, row) in rows.iter().map(|row| *row as usize).enumerate() {
                    let (h, p) = (stratum[row] as usize, self.chance[row]);
                    let (a, b) = terms[h];
                    own += y[at] * z[at] * (1.0 - p - a - 2.0 * b * p);
                    for (sum, term) in sums[h].iter_mut().zip([y[at], z[at], p * y[at], p * z[at]]) {
                        *sum += term;
                    }
                }
                let crossed =
                    sums.iter().zip(terms).map(|([y, z, py, pz], (a, b))| a * y * z + b * (py * z + y * pz));
                own + crossed.sum::<f64>()
            }
            Delta::Whole(delta) => {
                let of_row = |(at, row): (usize, &u32)| {
                    let column = delta.column(*row as usize);
                    let inner = rows.iter().zip(z).map(|(other, z)| column[*other as usize] * z).sum::<f64>();
                    y[at] * inner
                };
                rows.iter().enumerate().map(of_row).sum()
            }
        };
        let beyond = self.row_sums.as_ref().map_or(0.0, |sums| {
            rows.iter().enumerate().map(|(at, row)| sums[*row as usize] * y[at] * z[at]).sum()
        });
        horvitz_thompson - beyond
    }

    fn diagonal(&self, rows: &[u32], y: &[f64], z: &[f64]) -> f64 {
        rows.iter().enumerate().map(|(at, row)| (1.0 - self.chance[*row as usize]) * y[at] * z[at]).sum()
    }

    /// Row by row Σ_l Δ_kl over the whole file.
    fn sums(&self) -> Vec<f64> {
        match &self.delta {
            Delta::Alone => self.chance.iter().map(|p| 1.0 - p).collect(),
            Delta::Whole(delta) => delta.column_iter().map(|column| column.sum()).collect(),
            Delta::Linear { stratum, terms } => {
                let mut sizes = vec![(0.0, 0.0); terms.len()];
                for (h, p) in stratum.iter().zip(&self.chance) {
                    sizes[*h as usize].0 += 1.0;
                    sizes[*h as usize].1 += p;
                }
                let of_row = |(h, p): (&u32, &f64)| {
                    let ((a, b), (n, total)) = (terms[*h as usize], sizes[*h as usize]);
                    (n - 1.0) * (a + b * p) + b * (total - p) + 1.0 - p
                };
                stratum.iter().zip(&self.chance).map(of_row).collect()
            }
        }
    }
}

fn chances(frame: &Frame, name: &str) -> Result<Vec<f64>, Fault> {
    let chances = frame.numbers(name)?;
    match chances.iter().position(|p| !(*p > 0.0 && *p <= 1.0)) {
        Some(row) => Err(Fault::BadProbability { what: name.to_owned(), row, value: chances[row] }),
        None => Ok(chances.to_vec()),
    }
}

/// Overton: π_kl = p_k p_l (n−1) / (n − (p_k+p_l)/2); Hartley and Rao: (n−1) / (n − p_k − p_l + Σp²/n).
fn linear(pps: &Pps, first: &Stage, chance: &[f64]) -> Delta {
    let stratum: Vec<u32> = first.unit.iter().map(|unit| first.stratum[*unit as usize]).collect();
    let mut sizes = vec![(0.0, 0.0); first.strata.len()];
    for (h, p) in stratum.iter().zip(chance) {
        sizes[*h as usize].0 += 1.0;
        sizes[*h as usize].1 += p;
    }
    let term = |(n, total): &(f64, f64)| {
        if *n < 2.0 {
            return (0.0, 0.0);
        }
        match pps.method {
            PpsMethod::Overton => (1.0 - n / (n - 1.0), 0.5 / (n - 1.0)),
            _ => (1.0 - (n + pps.sum_p2_over_n.unwrap_or(total / n)) / (n - 1.0), 1.0 / (n - 1.0)),
        }
    };
    Delta::Linear { terms: sizes.iter().map(term).collect(), stratum }
}

/// Δ from known joint probabilities; entries smaller than 0.0001 in size count as nought.
fn whole(joint: Option<&[&[f64]]>, chance: &[f64]) -> Result<DMatrix<f64>, Fault> {
    let n = chance.len();
    let joint = joint.ok_or_else(|| Fault::BadRequest { detail: "no joint probabilities".to_owned() })?;
    if joint.len() != n || joint.iter().any(|column| column.len() != n) {
        let found = joint.len();
        return Err(Fault::Ragged { place: "joint probabilities".to_owned(), found, expected: n });
    }
    for (row, column) in joint.iter().enumerate() {
        if let Some(value) = column.iter().find(|p| !(**p > 0.0 && **p <= 1.0)) {
            return Err(Fault::BadProbability { what: "a joint probability".to_owned(), row, value: *value });
        }
    }
    Ok(DMatrix::from_fn(n, n, |k, l| {
        let both = joint[l][k];
        let delta = (both - chance[k] * chance[l]) / both;
        if delta.abs() < 0.0001 { 0.0 } else { delta }
    }))
}
