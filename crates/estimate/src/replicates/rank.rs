//! The rank of a matrix of replicate weights, from which its degrees of freedom are counted.

/// Rank of the matrix whose row g is √size_g times the factors of group g; a column counts if it has more than 1e-5 of
/// its length outside the columns before it.
pub(super) fn rank(factors: &[f64], sizes: &[f64], count: usize) -> usize {
    const TOLERANCE: f64 = 1e-5;
    let groups: Vec<usize> = (0..sizes.len()).filter(|group| sizes[*group] > 0.0).collect();
    let mut basis: Vec<Vec<f64>> = Vec::new();
    for r in 0..count {
        if basis.len() == groups.len() {
            break;
        }
        let mut column: Vec<f64> =
            groups.iter().map(|group| sizes[*group].sqrt() * factors[group * count + r]).collect();
        let length = norm(&column);
        for _ in 0..2 {
            for known in &basis {
                let along: f64 = known.iter().zip(&column).map(|(a, b)| a * b).sum();
                column.iter_mut().zip(known).for_each(|(c, k)| *c -= along * k);
            }
        }
        let left = norm(&column);
        if length > 0.0 && left > TOLERANCE * length {
            column.iter_mut().for_each(|c| *c /= left);
            basis.push(column);
        }
    }
    basis.len()
}

fn norm(column: &[f64]) -> f64 {
    column.iter().map(|c| c * c).sum::<f64>().sqrt()
}
