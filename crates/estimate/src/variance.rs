//! Variance by linearisation: from the influence of every row to the covariance of the estimates.
//!
//! With the rows' influences added up to the units of a stage, z_hi for unit i of stratum h, and n_h sampled units, of
//! which those without a row in the domain count as nought,
//!
//! V = Σ_h n_h/(n_h−1) Σ_i a_hi (z_hi − z̄_h)² · share_h,
//!
//! a = 1 − f_h with f_h = n_h/N_h, or 1 − p_hi in Brewer's approximation; share_h is 1 at the first stage and the
//! product of the f (or p) above at later ones. Source: Särndal, Swensson and Wretman (1992), results 4.3.1 and 4.6.1;
//! Brewer and Donadio (2003); for lonely strata README section 10 of the oracle, after Binder and others.

use nalgebra::DMatrix;

use crate::Fault;
use crate::design::{Design, LonelyPsu, Stage};

/// The part of a design that a set of rows touches: made once for a domain, used for all its estimates.
#[derive(Debug)]
pub(crate) struct Layout<'a> {
    design: &'a Design,
    pub(crate) rows: Vec<u32>,
    stages: Vec<Touched<'a>>,
}

/// What the rows touch of one stage, numbered anew.
#[derive(Debug)]
struct Touched<'a> {
    stage: &'a Stage,
    /// Row of the domain by row its unit here; [`NOWHERE`] where nothing is to be added.
    unit: Vec<u32>,
    /// Unit by unit its stratum here, and its number in the stage.
    units: Vec<(u32, u32)>,
    /// Stratum by stratum its number in the stage, and how many of its units are touched.
    strata: Vec<(u32, f64)>,
}

const NOWHERE: u32 = u32::MAX;

impl<'a> Layout<'a> {
    /// What the rows touch.
    pub(crate) fn new(design: &'a Design, rows: Vec<u32>) -> Self {
        let stages = if design.ultimate_cluster { &design.stages[..1] } else { &design.stages[..] };
        let stages = match design.pairs {
            Some(_) => Vec::new(),
            None => stages
                .iter()
                .map(|stage| Touched::new(stage, &rows))
                .filter(|t| !t.units.is_empty())
                .collect(),
        };
        Self { design, rows, stages }
    }

    /// The covariance matrix of estimates whose influences are `z`, each with a value for each of the layout's rows.
    ///
    /// NaN where nothing is left to average over. Errors: `lonely_psu`, `one_psu`.
    pub(crate) fn covariance(&self, z: &[Vec<f64>]) -> Result<DMatrix<f64>, Fault> {
        let mut total = DMatrix::zeros(z.len(), z.len());
        if let Some(pairs) = &self.design.pairs {
            for (i, y) in z.iter().enumerate() {
                for (j, x) in z.iter().enumerate().take(i + 1) {
                    let value = pairs.product(&self.rows, y, x);
                    (total[(i, j)], total[(j, i)]) = (value, value);
                }
            }
            return Ok(total);
        }
        for (at, touched) in self.stages.iter().enumerate() {
            touched.add(self.design, at, z, &mut total)?;
        }
        Ok(total)
    }
}

impl<'a> Touched<'a> {
    fn new(stage: &'a Stage, rows: &[u32]) -> Self {
        let (mut of_unit, mut of_stratum) =
            (vec![NOWHERE; stage.stratum.len()], vec![NOWHERE; stage.strata.len()]);
        let mut touched = Self { stage, unit: Vec::with_capacity(rows.len()), units: vec![], strata: vec![] };
        for row in rows {
            let unit = stage.unit[*row as usize];
            let stratum = stage.stratum[unit as usize];
            if stage.strata[stratum as usize].share == 0.0 {
                touched.unit.push(NOWHERE);
                continue;
            }
            let here = &mut of_unit[unit as usize];
            if *here == NOWHERE {
                *here = touched.units.len() as u32;
                let place = &mut of_stratum[stratum as usize];
                if *place == NOWHERE {
                    *place = touched.strata.len() as u32;
                    touched.strata.push((stratum, 0.0));
                }
                touched.strata[*place as usize].1 += 1.0;
                touched.units.push((*place, unit));
            }
            touched.unit.push(*here);
        }
        touched
    }

    /// Adds the variance of this stage.
    fn add(&self, design: &Design, at: usize, z: &[Vec<f64>], total: &mut DMatrix<f64>) -> Result<(), Fault> {
        let size = z.len();
        let totals = self.unit_totals(z);
        let fates = self.fates(design, at)?;
        let means = self.centres(&totals, size, &fates);
        let mut own = DMatrix::zeros(size, size);
        let mut groups: Vec<DMatrix<f64>> = Vec::new();
        let averaged = fates.iter().any(|fate| matches!(fate, Fate::Averaged));
        let by_group = if averaged { self.groups(&fates, size, &mut groups) } else { Vec::new() };
        let mut seen = vec![0.0; self.strata.len()];
        let mut deviation = vec![0.0; size];
        for (unit, (stratum, number)) in self.units.iter().enumerate() {
            let (h, spare) = (*stratum as usize, self.stage.spare[*number as usize]);
            seen[h] += spare;
            let centre = &means[h * size..][..size];
            for (d, (t, c)) in deviation.iter_mut().zip(totals[unit * size..][..size].iter().zip(centre)) {
                *d = t - c;
            }
            let to = if averaged { &mut groups[by_group[h]] } else { &mut own };
            spread(to, &deviation, spare * self.factor(h, &fates[h]));
        }
        for (h, (stratum, _)) in self.strata.iter().enumerate() {
            let left = self.stage.strata[*stratum as usize].spare - seen[h];
            let to = if averaged { &mut groups[by_group[h]] } else { &mut own };
            spread(to, &means[h * size..][..size], left.max(0.0) * self.factor(h, &fates[h]));
        }
        *total += own;
        if averaged {
            self.average(&fates, &by_group, groups, total);
        }
        Ok(())
    }

    /// Unit by unit the sums of the influences.
    fn unit_totals(&self, z: &[Vec<f64>]) -> Vec<f64> {
        let size = z.len();
        let mut totals = vec![0.0; self.units.len() * size];
        for (at, influence) in z.iter().enumerate() {
            for (unit, value) in self.unit.iter().zip(influence) {
                if *unit != NOWHERE {
                    totals[*unit as usize * size + at] += value;
                }
            }
        }
        totals
    }

    /// What becomes of every stratum.
    fn fates(&self, design: &Design, at: usize) -> Result<Vec<Fate>, Fault> {
        let fate = |(number, touched): &(u32, f64)| {
            let stratum = &self.stage.strata[*number as usize];
            let left_alone = design.domain_lonely && *touched == 1.0 && stratum.sampled > 1.0;
            if stratum.spare <= 0.0 {
                return Ok(Fate::Whole);
            }
            Ok(match (stratum.is_lonely(), left_alone, design.lonely) {
                (true, _, LonelyPsu::Fail) if at == 0 && !design.stratified => return Err(Fault::OnePsu),
                (true, _, LonelyPsu::Fail) => {
                    return Err(Fault::LonelyPsu { stratum: stratum.label.clone(), stage: at + 1 });
                }
                (true, _, LonelyPsu::Remove | LonelyPsu::Certainty) => Fate::Whole,
                (true, _, LonelyPsu::Adjust) | (_, true, LonelyPsu::Adjust) => Fate::Adjusted,
                (true, _, LonelyPsu::Average) | (_, true, LonelyPsu::Average) => Fate::Averaged,
                _ => Fate::Usual,
            })
        };
        self.strata.iter().map(fate).collect()
    }

    /// Stratum by stratum what its units are measured from.
    fn centres(&self, totals: &[f64], size: usize, fates: &[Fate]) -> Vec<f64> {
        let mut centres = vec![0.0; self.strata.len() * size];
        for (unit, (stratum, _)) in self.units.iter().enumerate() {
            for at in 0..size {
                centres[*stratum as usize * size + at] += totals[unit * size + at];
            }
        }
        if fates.iter().any(|fate| matches!(fate, Fate::Adjusted)) {
            self.grand_means(&mut centres, size, fates);
        } else {
            self.divide(&mut centres, size, |_| true);
        }
        centres
    }

    fn divide(&self, centres: &mut [f64], size: usize, which: impl Fn(usize) -> bool) {
        for (h, (stratum, _)) in self.strata.iter().enumerate().filter(|(h, _)| which(*h)) {
            let n = self.stage.strata[*stratum as usize].sampled;
            centres[h * size..][..size].iter_mut().for_each(|centre| *centre /= n);
        }
    }

    /// As `centres`, with the mean over the group for strata that are adjusted.
    fn grand_means(&self, centres: &mut [f64], size: usize, fates: &[Fate]) {
        let group = |h: usize| self.stage.strata[self.strata[h].0 as usize].group;
        let mut sums: std::collections::HashMap<u32, (Vec<f64>, f64)> = std::collections::HashMap::new();
        for h in 0..self.strata.len() {
            let (sum, units) = sums.entry(group(h)).or_insert_with(|| (vec![0.0; size], 0.0));
            for (to, from) in sum.iter_mut().zip(&centres[h * size..][..size]) {
                *to += from;
            }
            *units += self.stage.strata[self.strata[h].0 as usize].sampled;
        }
        self.divide(centres, size, |h| !matches!(fates[h], Fate::Adjusted));
        for h in (0..self.strata.len()).filter(|h| matches!(fates[*h], Fate::Adjusted)) {
            let (sum, units) = &sums[&group(h)];
            for (centre, sum) in centres[h * size..][..size].iter_mut().zip(sum) {
                *centre = sum / units;
            }
        }
    }

    /// What a stratum's squares are multiplied with, beside the units' own a.
    fn factor(&self, h: usize, fate: &Fate) -> f64 {
        let stratum = &self.stage.strata[self.strata[h].0 as usize];
        let n = stratum.sampled;
        match fate {
            Fate::Whole | Fate::Averaged => 0.0,
            Fate::Adjusted if n == 1.0 => stratum.share,
            Fate::Adjusted | Fate::Usual => stratum.share * n / (n - 1.0),
        }
    }

    /// Numbers the groups that are touched, with an empty matrix for each.
    fn groups(&self, fates: &[Fate], size: usize, groups: &mut Vec<DMatrix<f64>>) -> Vec<usize> {
        let mut places = std::collections::HashMap::new();
        let of_stratum = |(stratum, _): &(u32, f64)| {
            *places.entry(self.stage.strata[*stratum as usize].group).or_insert_with(|| {
                groups.push(DMatrix::zeros(size, size));
                groups.len() - 1
            })
        };
        debug_assert_eq!(fates.len(), self.strata.len());
        self.strata.iter().map(of_stratum).collect()
    }

    /// Multiplies each group's sum by H / (H − lonely ones) and adds it.
    fn average(
        &self,
        fates: &[Fate],
        by_group: &[usize],
        groups: Vec<DMatrix<f64>>,
        total: &mut DMatrix<f64>,
    ) {
        for (group, sum) in groups.into_iter().enumerate() {
            let members = || fates.iter().zip(by_group).filter(|(_, of)| **of == group);
            let all = members().count() as f64;
            let lonely = members().filter(|(fate, _)| matches!(fate, Fate::Averaged)).count() as f64;
            let times = if all > lonely { all / (all - lonely) } else { f64::NAN };
            *total += sum * times;
        }
    }
}

/// What becomes of a stratum.
enum Fate {
    /// It varies about its mean.
    Usual,
    /// It adds nothing.
    Whole,
    /// It varies about the mean of its group.
    Adjusted,
    /// The others stand for it.
    Averaged,
}

/// Adds `weight` times the outer product of `x` with itself.
fn spread(to: &mut DMatrix<f64>, x: &[f64], weight: f64) {
    if weight == 0.0 {
        return;
    }
    for (j, y) in x.iter().enumerate() {
        for (i, z) in x.iter().enumerate() {
            to[(i, j)] += weight * y * z;
        }
    }
}
