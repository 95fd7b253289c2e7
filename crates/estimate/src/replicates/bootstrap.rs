//! Bootstraps made here: Rao's and Wu's rescaled one, and its multistage form.
//!
//! Rescaled (Rao, Wu and Yue, 1992): in every stratum n_h − 1 units are drawn with replacement; a unit drawn m times
//! has the factor m n_h/(n_h − 1). Multistage (Preston, 2009): at every stage ⌊n/2⌋ units are drawn without
//! replacement, and the factors of the stages are multiplied.

use super::{Made, Replication};
use crate::Fault;
use crate::design::{Design, LonelyPsu, Stage};

/// Rao's and Wu's bootstrap of first-stage units. Scale 1/(R−1).
pub(super) fn rescaled(asked: &Replication, design: &Design) -> Result<Made, Fault> {
    let count = count(asked)?;
    let first = &design.stages[0];
    let units = members(first);
    refuse_lonely(design)?;
    let mut made = Made::by_unit(design, count)?;
    made.factors.fill(0.0);
    let mut dice = Dice(asked.seed);
    for units in &units {
        let n = units.len();
        if n == 1 {
            made.factors[units[0] * count..][..count].fill(1.0);
            continue;
        }
        for r in 0..count {
            for _ in 1..n {
                made.factors[units[dice.below(n)] * count + r] += n as f64 / (n as f64 - 1.0);
            }
        }
    }
    made.scale = 1.0 / (count as f64 - 1.0);
    Ok(made)
}

/// Preston's bootstrap over all stages. Scale 1/(R−1).
pub(super) fn multistage(asked: &Replication, design: &Design) -> Result<Made, Fault> {
    let count = count(asked)?;
    refuse_lonely(design)?;
    let last = &design.stages[design.stages.len() - 1];
    let mut made = Made::by(last, count)?;
    let mut dice = Dice(asked.seed);
    // Unit by unit and replicate by replicate: the factor so far, and √ of the product of n/(n−m) of the stages drawn.
    let mut above: Option<(&Stage, Vec<f64>, Vec<f64>)> = None;
    for stage in &design.stages {
        let size = stage.stratum.len();
        let parents = parents(stage, above.as_ref().map(|(stage, ..)| *stage));
        let inherited = |unit: usize, r: usize, from: &Option<(&Stage, Vec<f64>, Vec<f64>)>| {
            from.as_ref().map_or((1.0, 1.0), |(_, factors, roots)| {
                (factors[parents[unit] * count + r], roots[parents[unit] * count + r])
            })
        };
        let (mut factors, mut roots) = (vec![1.0; size * count], vec![1.0; size * count]);
        for (stratum, units) in stage.strata.iter().zip(members(stage)) {
            let (n, drawn) = (units.len(), units.len() / 2);
            for r in 0..count {
                let chosen = dice.without_replacement(n, drawn);
                for (at, unit) in units.iter().enumerate() {
                    let (factor, root) = inherited(*unit, r, &above);
                    let (m, size) = (drawn as f64, n as f64);
                    let picked = f64::from(u8::from(chosen[at]));
                    let lambda = if n > 1 {
                        (m * stratum.share * (1.0 - stratum.fraction) / (size - m)).sqrt()
                    } else {
                        0.0
                    };
                    let turn = if n > 1 { lambda * root * (size / m * picked - 1.0) } else { 0.0 };
                    factors[unit * count + r] = factor + turn;
                    roots[unit * count + r] = if n > 1 { root * (size / m).sqrt() * picked } else { root };
                }
            }
        }
        above = Some((stage, factors, roots));
    }
    if let Some((_, factors, _)) = above {
        made.factors = factors;
    }
    made.scale = 1.0 / (count as f64 - 1.0);
    Ok(made)
}

fn count(asked: &Replication) -> Result<usize, Fault> {
    match asked.replicates {
        Some(count) if count > 1 => Ok(count),
        _ => Err(Fault::BadRequest { detail: "a bootstrap needs at least two replicates".to_owned() }),
    }
}

fn refuse_lonely(design: &Design) -> Result<(), Fault> {
    let lonely = design.stages[0].strata.iter().find(|stratum| stratum.is_lonely());
    match lonely {
        Some(_) if !design.stratified => Err(Fault::OnePsu),
        Some(stratum) if design.lonely == LonelyPsu::Fail => {
            Err(Fault::LonelyPsu { stratum: stratum.label.clone(), stage: 1 })
        }
        _ => Ok(()),
    }
}

/// Stratum by stratum its units.
fn members(stage: &Stage) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); stage.strata.len()];
    for (unit, stratum) in stage.stratum.iter().enumerate() {
        members[*stratum as usize].push(unit);
    }
    members
}

/// Unit by unit the unit above it; 0 at the first stage.
fn parents(stage: &Stage, above: Option<&Stage>) -> Vec<usize> {
    let mut parents = vec![0; stage.stratum.len()];
    if let Some(above) = above {
        for (unit, parent) in stage.unit.iter().zip(&above.unit) {
            parents[*unit as usize] = *parent as usize;
        }
    }
    parents
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`, by the high half of a product (bias below n/2⁶⁴).
    fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// Which of `n` are among `drawn`.
    fn without_replacement(&mut self, n: usize, drawn: usize) -> Vec<bool> {
        let mut chosen = vec![false; n];
        for last in n - drawn..n {
            let at = self.below(last + 1);
            let at = if chosen[at] { last } else { at };
            chosen[at] = true;
        }
        chosen
    }
}
