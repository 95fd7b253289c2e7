//! The rank of a matrix of replicate weights, from which its degrees of freedom are counted.

use nalgebra::DMatrix;

/// Rank of the matrix whose row g is √size_g times the factors of group g. A column (or a row, where these are fewer)
/// counts if more than 1e-5 of its length is outside those before it.
///
/// Cholesky's factor of the matrix times itself holds these lengths; the squares of 1e-5 are far above its rounding.
pub(super) fn rank(factors: &[f64], sizes: &[f64], count: usize) -> usize {
    let groups: Vec<usize> = (0..sizes.len()).filter(|group| sizes[*group] > 0.0).collect();
    let matrix = DMatrix::from_fn(count, groups.len(), |replicate, at| {
        sizes[groups[at]].sqrt() * factors[groups[at] * count + replicate]
    });
    let square = if groups.len() < count { matrix.tr_mul(&matrix) } else { &matrix * matrix.transpose() };
    independent(&square)
}

/// How many columns of X are independent of those before them, from X'X.
fn independent(square: &DMatrix<f64>) -> usize {
    const TOLERANCE: f64 = 1e-5;
    // Column by column of X its parts along the directions found so far.
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let mut places = Vec::new();
    for r in 0..square.ncols() {
        let mut parts: Vec<f64> = Vec::with_capacity(basis.len() + 1);
        for (known, place) in basis.iter().zip(&places) {
            let shared: f64 = known.iter().zip(&parts).map(|(a, b)| a * b).sum();
            parts.push((square[(*place, r)] - shared) / known[known.len() - 1]);
        }
        let left = square[(r, r)] - parts.iter().map(|part| part * part).sum::<f64>();
        if left > TOLERANCE * TOLERANCE * square[(r, r)] {
            parts.push(left.sqrt());
            basis.push(parts);
            places.push(r);
        }
    }
    basis.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_or_weighs_nothing_adds_no_rank() {
        // Four groups in three replicates, of which the third is the sum of the others.
        let factors = [1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 2.0, 5.0, 0.0, 0.0];
        assert_eq!(rank(&factors, &[1.0, 4.0, 1.0, 0.0], 3), 2);
        assert_eq!(rank(&factors, &[1.0, 4.0, 1.0, 1.0], 3), 3);
        assert_eq!(rank(&factors, &[0.0, 4.0, 0.0, 0.0], 3), 1);
        assert_eq!(rank(&factors, &[0.0; 4], 3), 0);
    }
}
