//! Balanced repeated replication: half of every stratum, in a balanced set of halves. Source: McCarthy (1969); Fay and
//! Dippo (1989); Judkins (1990).

use super::{Made, ReplicateKind, Replication, hadamard};
use crate::Fault;
use crate::design::Design;

/// BRR (ρ = 0) or Fay: in a replicate one unit of a pair has the factor ρ, the other 2 − ρ.
pub(super) fn balanced(asked: &Replication, design: &Design) -> Result<Made, Fault> {
    let kind = if asked.kind == ReplicateKind::Fay { "Fay" } else { "BRR" };
    let rho = factor(asked)?;
    if !design.stratified {
        return Err(Fault::ReplicationNeedsStrata { kind: kind.to_owned() });
    }
    let pairs = pairs(design)?;
    let matrix = match &asked.hadamard {
        Some(rows) => hadamard::given(rows)?,
        None => hadamard::of_more_than(pairs.len()),
    };
    if matrix.len() <= pairs.len() {
        let detail = format!("{} rows are too few for {} pairs of units", matrix.len(), pairs.len());
        return Err(Fault::BadHadamard { detail });
    }
    let count = matrix.len();
    let mut made = Made::by_unit(design, count)?;
    for ((first, second), row) in pairs.iter().zip(&matrix[1..]) {
        for (r, one) in row.iter().enumerate() {
            let (low, high) = if *one { (first, second) } else { (second, first) };
            made.factors[low * count + r] = rho;
            made.factors[high * count + r] = 2.0 - rho;
        }
    }
    made.scale = 1.0 / (count as f64 * (1.0 - rho).powi(2));
    Ok(made)
}

/// Fay's factor; 0 for BRR.
pub(super) fn factor(asked: &Replication) -> Result<f64, Fault> {
    match (asked.kind, asked.rho) {
        (ReplicateKind::Fay, Some(rho)) if (0.0..1.0).contains(&rho) => Ok(rho),
        (ReplicateKind::Fay, _) => Err(Fault::FayRho),
        _ => Ok(0.0),
    }
}

/// The pairs of units, strata by their labels as text.
fn pairs(design: &Design) -> Result<Vec<(usize, usize)>, Fault> {
    let first = &design.stages[0];
    let mut units: Vec<Vec<usize>> = vec![Vec::new(); first.strata.len()];
    for (unit, stratum) in first.stratum.iter().enumerate() {
        units[*stratum as usize].push(unit);
    }
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by(|a, b| first.strata[*a].label.as_bytes().cmp(first.strata[*b].label.as_bytes()));
    let mut pairs = Vec::new();
    for h in order {
        let (couples, rest) = units[h].as_chunks::<2>();
        if !rest.is_empty() {
            let stratum = first.strata[h].label.clone();
            return Err(Fault::BrrNotPaired { stratum, units: units[h].len() });
        }
        pairs.extend(couples.iter().map(|[a, b]| (*a, *b)));
    }
    Ok(pairs)
}
