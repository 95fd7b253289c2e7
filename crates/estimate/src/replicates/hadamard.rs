//! Hadamard matrices: rows of ±1 that are balanced against each other.

use crate::Fault;

/// A matrix of noughts and ones given row by row; the value 1 stands for its top left corner.
///
/// Error: `bad_hadamard` unless it is square, of noughts and ones, its first row all ones, its rows balanced.
pub(super) fn given(rows: &[String]) -> Result<Vec<Vec<bool>>, Fault> {
    let bad = |detail: String| Err(Fault::BadHadamard { detail });
    let size = rows.len();
    let mut matrix = Vec::with_capacity(size);
    for (at, row) in rows.iter().enumerate() {
        if row.len() != size || !row.bytes().all(|byte| matches!(byte, b'0' | b'1')) {
            return bad(format!("row {at} is not {size} noughts and ones"));
        }
        matrix.push(row.bytes().map(|byte| byte == b'1').collect::<Vec<bool>>());
    }
    if matrix.is_empty() || matrix[0].contains(&false) {
        return bad("the first row is not all ones".to_owned());
    }
    for (i, row) in matrix.iter().enumerate() {
        for (j, other) in matrix.iter().enumerate().take(i) {
            if 2 * row.iter().zip(other).filter(|(a, b)| a == b).count() != size {
                return bad(format!("rows {j} and {i} are not balanced"));
            }
        }
    }
    Ok(matrix)
}

/// Sylvester's matrix with more than `rows` rows: (i, j) is 1 where i and j share an even number of binary ones.
pub(super) fn of_more_than(rows: usize) -> Vec<Vec<bool>> {
    let size = (rows + 1).next_power_of_two();
    (0..size).map(|i| (0..size).map(|j| (i & j).count_ones() % 2 == 0).collect()).collect()
}
