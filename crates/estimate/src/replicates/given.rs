//! Replicates that a file brings: factors of the weight, or weights, a column each.

use std::collections::HashMap;

use super::{ReplicateKind, Replicates, Replication, balanced};
use crate::Fault;

impl Replicates {
    /// Takes them from columns, each with a value for every row. `weights` are those of the design.
    ///
    /// Errors: `ragged`, `replicate_scales`, `fay_rho`, `missing_weights`.
    pub fn given(asked: &Replication, columns: &[&[f64]], weights: &[f64]) -> Result<Self, Fault> {
        let (rows, count) = (weights.len(), columns.len());
        if count == 0 {
            return Err(Fault::BadRequest { detail: "no replicate weights".to_owned() });
        }
        for (at, column) in columns.iter().enumerate() {
            let place = || format!("replicate {at}");
            if column.len() != rows {
                return Err(Fault::Ragged { place: place(), found: column.len(), expected: rows });
            }
            if let Some(row) = column.iter().position(|factor| !factor.is_finite()) {
                return Err(Fault::MissingWeights { column: place(), row });
            }
        }
        let rscales = asked.rscales.clone().unwrap_or_else(|| vec![1.0; count]);
        if rscales.len() != count || rscales.iter().any(|scale| !scale.is_finite()) {
            return Err(Fault::ReplicateScales { scales: rscales.len(), replicates: count });
        }
        let (groups, factors) = grouped(columns, rows);
        let mse = asked.mse || asked.kind == ReplicateKind::ACS;
        let carrier = if asked.combined { vec![1.0; rows] } else { weights.to_vec() };
        let scale = scale(asked, count)?;
        Ok(Self { groups, factors, carrier, count, scale, rscales, mse, degf: asked.degf })
    }
}

/// The constant factor of the variance by kind.
fn scale(asked: &Replication, count: usize) -> Result<f64, Fault> {
    let count = count as f64;
    Ok(match asked.kind {
        ReplicateKind::BRR | ReplicateKind::Fay => {
            let rho = balanced::factor(asked)?;
            1.0 / (count * (1.0 - rho).powi(2))
        }
        ReplicateKind::ACS | ReplicateKind::SuccessiveDifference => 4.0 / count,
        ReplicateKind::JK2 => 1.0,
        ReplicateKind::JK1 => asked.scale.unwrap_or((count - 1.0) / count),
        ReplicateKind::JKn => asked.scale.unwrap_or(1.0),
        ReplicateKind::Bootstrap | ReplicateKind::MultistageBootstrap => asked.scale.unwrap_or(1.0 / count),
        ReplicateKind::Other => {
            asked.scale.ok_or(Fault::ReplicateScales { scales: 0, replicates: count as usize })?
        }
    })
}

/// Rows with the same factors in every replicate as one group.
fn grouped(columns: &[&[f64]], rows: usize) -> (Vec<u32>, Vec<f64>) {
    let mut seen: HashMap<Vec<u64>, u32> = HashMap::new();
    let (mut groups, mut factors) = (Vec::with_capacity(rows), Vec::new());
    for row in 0..rows {
        let key: Vec<u64> = columns.iter().map(|column| column[row].to_bits()).collect();
        let next = seen.len() as u32;
        let group = *seen.entry(key).or_insert_with(|| {
            factors.extend(columns.iter().map(|column| column[row]));
            next
        });
        groups.push(group);
    }
    (groups, factors)
}
