//! Jackknives: every first-stage unit left out in turn. Source: Wolter (2007), chapter 4.

use super::Made;
use crate::Fault;
use crate::design::{Design, LonelyPsu};

/// JK1: a replicate for each unit, in which it has 0 and the others n/(n−1).
pub(super) fn unstratified(design: &Design) -> Result<Made, Fault> {
    if design.stratified {
        return Err(Fault::ReplicationForbidsStrata { kind: "JK1".to_owned() });
    }
    let first = &design.stages[0];
    let n = first.stratum.len();
    if n < 2 {
        return Err(Fault::OnePsu);
    }
    let mut made = Made::by_unit(design, n)?;
    made.factors.fill(n as f64 / (n as f64 - 1.0));
    for unit in 0..n {
        made.factors[unit * n + unit] = 0.0;
    }
    made.scale = (n as f64 - 1.0) / n as f64 * (1.0 - first.strata[0].fraction);
    Ok(made)
}

/// JKn: stratum by stratum a replicate for each unit, in which it has 0, the stratum's others n_h/(n_h−1), the rest 1.
pub(super) fn stratified(design: &Design) -> Result<Made, Fault> {
    if !design.stratified {
        return Err(Fault::ReplicationNeedsStrata { kind: "JKn".to_owned() });
    }
    let first = &design.stages[0];
    let mut units: Vec<Vec<usize>> = vec![Vec::new(); first.strata.len()];
    for (unit, stratum) in first.stratum.iter().enumerate() {
        units[*stratum as usize].push(unit);
    }
    let mut lonely_ones = Vec::new();
    for (h, stratum) in first.strata.iter().enumerate().filter(|(_, stratum)| stratum.is_lonely()) {
        match design.lonely {
            LonelyPsu::Fail => return Err(Fault::LonelyPsu { stratum: stratum.label.clone(), stage: 1 }),
            LonelyPsu::Adjust => lonely_ones.push(h),
            _ => {}
        }
    }
    let varies = |h: &usize| first.strata[*h].spare > 0.0 && units[*h].len() > 1;
    let replicates: Vec<(usize, usize)> = (0..units.len())
        .filter(|h| varies(h) || lonely_ones.contains(h))
        .flat_map(|h| units[h].iter().map(move |unit| (h, *unit)))
        .collect();
    let count = replicates.len();
    let mut made = Made::by_unit(design, count)?;
    let strata = first.strata.len() as f64;
    for (r, (h, left_out)) in replicates.into_iter().enumerate() {
        let n = units[h].len() as f64;
        if n > 1.0 {
            made.rscales[r] = (n - 1.0) / n * (1.0 - first.strata[h].fraction);
            units[h].iter().for_each(|unit| made.factors[unit * count + r] = n / (n - 1.0));
        } else {
            made.rscales[r] = (strata - 1.0) / strata;
            (0..first.stratum.len())
                .for_each(|unit| made.factors[unit * count + r] = strata / (strata - 1.0));
        }
        made.factors[left_out * count + r] = 0.0;
    }
    let lonely = first.strata.iter().any(super::super::design::Stratum::is_lonely);
    if lonely && design.lonely == LonelyPsu::Average {
        made.scale = first.stratum.len() as f64 / count as f64;
    }
    Ok(made)
}
