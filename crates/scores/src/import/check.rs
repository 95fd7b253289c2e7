//! Sums that a file prints against the sums of its parts (RULES 1). A difference is said: one of the cells may be wrong.

use std::collections::BTreeMap;

use sheet::Sheet;

use super::label::{Estimate, Label};
use super::number::{self, Score};
use super::problem::{Expected, Kind, Problems};
use crate::{Code, Item, Structure};

/// Largest difference between a printed sum and the sum of published parts, with room (RULES 1: 0.0000051 in a total).
const TOLERANCE: f64 = 1e-5;

/// Compares the dimensions and the unweighted total of one province; the total only when no dimension differs.
pub(super) fn sums(
    sheet: &Sheet,
    structure: &Structure,
    scores: &BTreeMap<Code, f64>,
    printed: &[((u32, u32), Label)],
    warnings: &mut Problems,
) {
    let sums = printed.iter().filter(|(_, label)| label.estimate == Estimate::Score);
    let (totals, dimensions): (Vec<_>, Vec<_>) = sums.partition(|(_, label)| label.item == Item::Total);
    let mut differ = false;
    for (at, label) in dimensions.into_iter().chain(totals) {
        match number::read(sheet.cell(at)) {
            Score::Zero => warnings.push(|| sheet.problem(at, Kind::ZeroIsUnpublished, Expected::EmptyCell)),
            Score::Number { value, .. } => {
                let counts = label.item != Item::Total || !differ;
                if let Some(sum) =
                    sum(structure, scores, label.item).filter(|sum| counts && differs(value, sum))
                {
                    differ = true;
                    warnings.push(|| sheet.problem(at, Kind::SumDiffers, Expected::Sum(sum.value)));
                }
            }
            Score::Nothing | Score::Wrong(_) => (),
        }
    }
}

/// A sum of scores, and how far rounding of what was added may have moved it.
struct Sum {
    value: f64,
    rounding: f64,
}

/// The sum of an item's parts, if each is there.
fn sum(structure: &Structure, scores: &BTreeMap<Code, f64>, item: Item) -> Option<Sum> {
    let parts = structure
        .parts(item)
        .iter()
        .map(|part| scores.get(&part.code).copied())
        .collect::<Option<Vec<f64>>>()?;
    let rounding = parts.iter().map(|part| half_digit(*part)).sum();
    (!parts.is_empty()).then(|| Sum { value: parts.iter().sum(), rounding })
}

fn differs(printed: f64, sum: &Sum) -> bool {
    (printed - sum.value).abs() > TOLERANCE + sum.rounding + half_digit(printed)
}

/// Half a unit of the last decimal that a number is written with.
fn half_digit(number: f64) -> f64 {
    let written = number.to_string();
    let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    0.5 * 10_f64.powi(-i32::try_from(decimals).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_of_what_is_written_is_no_difference() {
        let sum = |parts: &[f64]| Sum {
            value: parts.iter().sum(),
            rounding: parts.iter().map(|part| half_digit(*part)).sum(),
        };
        assert!(!differs(5.05, &sum(&[1.261, 1.262, 1.263, 1.264])));
        assert!(!differs(5.0, &sum(&[2.51, 2.51])));
        assert!(differs(5.0451, &sum(&[1.2611, 1.2621, 1.2631, 1.2644])));
    }
}
