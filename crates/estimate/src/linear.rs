//! Small linear algebra: weighted cross products and generalised inverses.

use nalgebra::{DMatrix, DVector};

/// Σ_k w_k x_k x_k' for the rows x_k of a matrix.
pub(crate) fn weighted_square(x: &DMatrix<f64>, weights: &[f64]) -> DMatrix<f64> {
    let size = x.ncols();
    let mut square = DMatrix::zeros(size, size);
    for j in 0..size {
        for i in 0..=j {
            let (a, b) = (x.column(i), x.column(j));
            let sum: f64 = a.iter().zip(b.iter()).zip(weights).map(|((a, b), w)| w * a * b).sum();
            (square[(i, j)], square[(j, i)]) = (sum, sum);
        }
    }
    square
}

/// A generalised inverse of a symmetric matrix that is nowhere negative. Columns are brought to one length first, so
/// that the tolerance for dependence does not hang on their units. All NaN if the matrix holds one.
pub(crate) fn generalised_inverse(matrix: &DMatrix<f64>) -> DMatrix<f64> {
    const TOLERANCE: f64 = 1e-11;
    let size = matrix.nrows();
    if size == 0 {
        return matrix.clone();
    }
    if matrix.iter().any(|x| !x.is_finite()) {
        return DMatrix::from_element(size, size, f64::NAN);
    }
    let lengths: Vec<f64> = (0..size)
        .map(|at| if matrix[(at, at)] > 0.0 { 1.0 / matrix[(at, at)].sqrt() } else { 0.0 })
        .collect();
    let scaled = DMatrix::from_fn(size, size, |i, j| matrix[(i, j)] * lengths[i] * lengths[j]);
    let inverse = match nalgebra::Cholesky::new(scaled.clone()) {
        Some(cholesky) if well_conditioned(&cholesky.l()) => cholesky.inverse(),
        _ => {
            let eigen = scaled.symmetric_eigen();
            let most = eigen.eigenvalues.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
            let inverted =
                eigen.eigenvalues.map(|value| if value > TOLERANCE * most { 1.0 / value } else { 0.0 });
            &eigen.eigenvectors * DMatrix::from_diagonal(&inverted) * eigen.eigenvectors.transpose()
        }
    };
    DMatrix::from_fn(size, size, |i, j| inverse[(i, j)] * lengths[i] * lengths[j])
}

fn well_conditioned(lower: &DMatrix<f64>) -> bool {
    lower.diagonal().iter().all(|pivot| *pivot > 1e-5)
}

/// x with matrix · x = right, by the generalised inverse.
pub(crate) fn solve(matrix: &DMatrix<f64>, right: &DVector<f64>) -> DVector<f64> {
    generalised_inverse(matrix) * right
}
