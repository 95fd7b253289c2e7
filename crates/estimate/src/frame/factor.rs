//! A factor: values out of a list of levels.

use std::cmp::Ordering;
use std::collections::HashMap;

/// Values out of a list of levels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Factor {
    /// Row by row the place of its level, or [`Factor::MISSING`].
    pub(crate) codes: Vec<u32>,
    /// The levels in their order.
    pub(crate) levels: Vec<String>,
}

impl Factor {
    /// The code of a missing value.
    pub const MISSING: u32 = u32::MAX;

    /// A factor of texts, `None` where missing; levels in the order of their bytes.
    pub fn of_texts(texts: &[Option<&str>]) -> Self {
        let mut seen: HashMap<&str, u32> = HashMap::new();
        let mut levels: Vec<&str> = Vec::new();
        let mut codes: Vec<u32> = Vec::with_capacity(texts.len());
        for text in texts {
            codes.push(text.map_or(Self::MISSING, |text| {
                *seen.entry(text).or_insert_with(|| {
                    levels.push(text);
                    levels.len() as u32 - 1
                })
            }));
        }
        let order = in_order(&mut codes, &levels, Ord::cmp);
        Self { codes, levels: order.into_iter().map(|at| levels[at].to_owned()).collect() }
    }

    /// A factor of numbers, NaN where missing; levels in numeric order, named by the shortest number.
    pub fn of_numbers(numbers: &[f64]) -> Self {
        let mut seen: HashMap<u64, u32> = HashMap::new();
        let mut levels: Vec<f64> = Vec::new();
        let mut codes: Vec<u32> = Vec::with_capacity(numbers.len());
        let mut last = (u64::MAX, Self::MISSING);
        for number in numbers {
            let bits = (number + 0.0).to_bits();
            if number.is_nan() {
                codes.push(Self::MISSING);
                continue;
            }
            if last.0 != bits {
                let code = *seen.entry(bits).or_insert_with(|| {
                    levels.push(number + 0.0);
                    levels.len() as u32 - 1
                });
                last = (bits, code);
            }
            codes.push(last.1);
        }
        let order = in_order(&mut codes, &levels, f64::total_cmp);
        Self { codes, levels: order.into_iter().map(|at| format!("{}", levels[at])).collect() }
    }

    /// The level's place of a row, `None` if missing.
    pub fn code(&self, row: usize) -> Option<usize> {
        let code = self.codes[row];
        (code != Self::MISSING).then_some(code as usize)
    }

    /// The levels in their order.
    pub fn levels(&self) -> &[String] {
        &self.levels
    }

    /// The place of a level.
    pub fn place(&self, level: &str) -> Option<usize> {
        self.levels.iter().position(|known| known == level)
    }

    /// The same values with levels in this order; others become missing.
    pub(crate) fn with_levels(&self, levels: &[String]) -> Self {
        let place: Vec<u32> = self
            .levels
            .iter()
            .map(|old| levels.iter().position(|new| new == old).map_or(Self::MISSING, |at| at as u32))
            .collect();
        let codes = self
            .codes
            .iter()
            .map(|code| place.get(*code as usize).copied().unwrap_or(Self::MISSING))
            .collect();
        Self { codes, levels: levels.to_vec() }
    }

    /// Several factors crossed: row by row the number of its combination, in order of first appearance, and each
    /// combination's levels. A row with any missing has [`Factor::MISSING`].
    pub(crate) fn crossed(factors: &[&Self], rows: usize) -> (Vec<u32>, Vec<Vec<u32>>) {
        let mut seen: HashMap<Vec<u32>, u32> = HashMap::new();
        let mut cells: Vec<Vec<u32>> = Vec::new();
        let mut key = vec![0; factors.len()];
        let mut last: Option<(Vec<u32>, u32)> = None;
        let mut codes = Vec::with_capacity(rows);
        for row in 0..rows {
            for (at, factor) in factors.iter().enumerate() {
                key[at] = factor.codes[row];
            }
            if key.contains(&Self::MISSING) {
                codes.push(Self::MISSING);
                continue;
            }
            if let Some((before, code)) = &last
                && *before == key
            {
                codes.push(*code);
                continue;
            }
            let code = *seen.entry(key.clone()).or_insert_with(|| {
                cells.push(key.clone());
                cells.len() as u32 - 1
            });
            last = Some((key.clone(), code));
            codes.push(code);
        }
        (codes, cells)
    }
}

/// Renumbers codes that were given in order of appearance by the order of their levels, which is returned.
fn in_order<T>(codes: &mut [u32], levels: &[T], by: impl Fn(&T, &T) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    order.sort_unstable_by(|a, b| by(&levels[*a], &levels[*b]));
    let mut place = vec![0; levels.len()];
    for (at, code) in order.iter().enumerate() {
        place[*code] = at as u32;
    }
    for code in codes.iter_mut().filter(|code| **code != Factor::MISSING) {
        *code = place[*code as usize];
    }
    order
}
