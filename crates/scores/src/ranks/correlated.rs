//! Drawn errors of all units at once, and quantiles of the largest difference among them.

use rayon::prelude::*;

use super::Estimates;
use super::pairs::Pairs;
use crate::normals::Normals;

/// Draws that share a stream of random numbers.
const BLOCK: usize = 500;

/// Errors of every unit, draw after draw.
#[derive(Debug)]
pub(super) struct Draws {
    count: usize,
    blocks: Vec<Vec<f64>>,
}

impl Draws {
    /// `draws` draws of the estimates' errors.
    pub(super) fn new(estimates: &Estimates, draws: usize, seed: u64) -> Self {
        let sizes: Vec<usize> = (0..draws).step_by(BLOCK).map(|first| BLOCK.min(draws - first)).collect();
        let block = |(stream, size): (usize, &usize)| {
            let mut normals = Normals::new(seed, stream as u64);
            (0..*size).flat_map(|_| one(estimates, &mut normals)).collect()
        };
        Self { count: estimates.count(), blocks: sizes.par_iter().enumerate().map(block).collect() }
    }

    /// The quantile of the largest open difference in standard errors, over all pairs.
    pub(super) fn quantile(&self, pairs: &Pairs, level: f64) -> f64 {
        let shifts = pairs.shifts();
        let largest = |errors: &[f64]| {
            let of_row = |i: usize| {
                let row = pairs.row(i);
                largest_in(errors[i], errors, &pairs.weights[row.clone()], &shifts[row])
            };
            (0..self.count).map(of_row).fold(f64::NEG_INFINITY, f64::max)
        };
        self.at_level(largest, level)
    }

    fn at_level(&self, largest: impl Fn(&[f64]) -> f64 + Sync, level: f64) -> f64 {
        let of_block = |block: &Vec<f64>| block.chunks_exact(self.count).map(&largest).collect::<Vec<_>>();
        let mut largest: Vec<f64> = self.blocks.par_iter().flat_map_iter(of_block).collect();
        let last = largest.len() - 1;
        let position = (libm::ceil(level * largest.len() as f64) as usize).clamp(1, last + 1) - 1;
        *largest.select_nth_unstable_by(position, f64::total_cmp).1
    }
}

/// One draw: the part that each group shares, then each unit's own.
fn one(estimates: &Estimates, normals: &mut Normals) -> Vec<f64> {
    let Some(shared) = &estimates.shared else {
        return estimates.errors.iter().map(|error| error * normals.next()).collect();
    };
    let groups = shared.groups.iter().max().map_or(0, |last| last + 1);
    let together = libm::sqrt(shared.rho);
    let common: Vec<f64> = (0..groups).map(|_| together * normals.next()).collect();
    let own = libm::sqrt(1.0 - shared.rho);
    let unit = |(error, group): (&f64, &usize)| error * (common[*group] + own * normals.next());
    estimates.errors.iter().zip(&shared.groups).map(unit).collect()
}

/// The largest of (own − other)·weight + shift over the others; several running maxima, so that it vectorises.
fn largest_in(own: f64, others: &[f64], weights: &[f64], shifts: &[f64]) -> f64 {
    const LANES: usize = 4;
    let mut lanes = [f64::NEG_INFINITY; LANES];
    let mut keep = |lane: usize, other: f64, weight: f64, shift: f64| {
        let difference = (own - other) * weight + shift;
        lanes[lane] = if difference > lanes[lane] { difference } else { lanes[lane] };
    };
    let whole = others.len() - others.len() % LANES;
    for first in (0..whole).step_by(LANES) {
        let at = first..first + LANES;
        let (others, weights, shifts) = (&others[at.clone()], &weights[at.clone()], &shifts[at]);
        for lane in 0..LANES {
            keep(lane, others[lane], weights[lane], shifts[lane]);
        }
    }
    for at in whole..others.len() {
        keep(0, others[at], weights[at], shifts[at]);
    }
    lanes.into_iter().fold(f64::NEG_INFINITY, f64::max)
}
