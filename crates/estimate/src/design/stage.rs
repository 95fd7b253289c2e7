//! One stage of a design: the unit of every row, the stratum of every unit.

use std::collections::HashMap;

use super::Sampling;
use super::population::Populations;
use crate::{Factor, Fault, Frame};

/// One stage, worked out.
#[derive(Debug, Clone)]
pub(crate) struct Stage {
    /// Row by row its unit, numbered in order of appearance.
    pub(crate) unit: Vec<u32>,
    /// Unit by unit its stratum.
    pub(crate) stratum: Vec<u32>,
    /// Unit by unit its own share a: 1 − p for a unit with a probability of its own, else 1 − f of its stratum.
    pub(crate) spare: Vec<f64>,
    /// The strata, numbered in order of appearance.
    pub(crate) strata: Vec<Stratum>,
}

/// One stratum of a stage.
#[derive(Debug, Clone)]
pub(crate) struct Stratum {
    pub(crate) label: String,
    /// Sampled units n.
    pub(crate) sampled: f64,
    /// Sampled share of its population f, 0 without correction.
    pub(crate) fraction: f64,
    /// Σ a over its units.
    pub(crate) spare: f64,
    /// What the variance of this stage is multiplied with: the product of f, or of p, from above.
    pub(crate) share: f64,
    /// The strata that an adjustment or an average is taken over: the file, or the parent unit.
    pub(crate) group: u32,
}

impl Stratum {
    /// Whether it has one sampled unit and is not sampled whole.
    pub(crate) fn is_lonely(&self) -> bool {
        self.sampled == 1.0 && self.spare > 0.0
    }
}

impl Stage {
    /// Works a stage out below the one before it.
    pub(super) fn new(
        sampling: &Sampling,
        frame: &Frame,
        at: usize,
        above: Option<&Self>,
        populations: &Populations<'_>,
    ) -> Result<Self, Fault> {
        let rows = frame.rows();
        let (stratum_of_row, labels) = strata(sampling, frame, at, above)?;
        let unit = match sampling.ids.get(at) {
            Some(name) => {
                let ids = factor(frame, name, |column, row| Fault::MissingIds { column, row })?;
                let nested = sampling.nest || at > 0;
                if !nested {
                    refuse_straddling(&ids, &stratum_of_row, &labels)?;
                }
                let above = if nested { &stratum_of_row } else { &vec![0; rows] };
                numbered(above.iter().zip(&ids.codes).map(|(a, b)| (*a, *b)))
            }
            None => (0..rows as u32).collect(),
        };
        let mut stage = Self {
            stratum: first_of(&unit, &stratum_of_row),
            unit,
            spare: Vec::new(),
            strata: Vec::with_capacity(labels.len()),
        };
        stage.fill(labels, at, above, populations)?;
        Ok(stage)
    }

    /// Counts the units of every stratum and reads what share of the population they are.
    fn fill(
        &mut self,
        labels: Vec<String>,
        at: usize,
        above: Option<&Self>,
        populations: &Populations<'_>,
    ) -> Result<(), Fault> {
        let mut sampled = vec![0_usize; labels.len()];
        for stratum in &self.stratum {
            sampled[*stratum as usize] += 1;
        }
        let row_of_unit = first_rows(&self.unit, self.stratum.len());
        let row_of_stratum = {
            let rows: Vec<u32> = self.unit.iter().map(|unit| self.stratum[*unit as usize]).collect();
            first_rows(&rows, labels.len())
        };
        for (label, (sampled, row)) in labels.into_iter().zip(sampled.into_iter().zip(&row_of_stratum)) {
            let fraction = populations.fraction(at, *row, sampled);
            if fraction > 1.0 {
                let population = populations.size(at, *row, sampled);
                return Err(Fault::FpcExceeded { stratum: label, sampled, population, stage: at + 1 });
            }
            let (share, group) = above.map_or((1.0, 0), |above| above.passed_on(*row));
            self.strata.push(Stratum { label, sampled: sampled as f64, fraction, spare: 0.0, share, group });
        }
        for (row, stratum) in row_of_unit.iter().zip(&self.stratum) {
            let stratum = &mut self.strata[*stratum as usize];
            let own = if populations.own(at) { populations.fraction(at, *row, 1) } else { stratum.fraction };
            stratum.spare += 1.0 - own;
            self.spare.push(1.0 - own);
        }
        Ok(())
    }

    /// What the row's unit passes on to the next stage: its multiplier, and itself as the group.
    fn passed_on(&self, row: usize) -> (f64, u32) {
        let unit = self.unit[row];
        let stratum = &self.strata[self.stratum[unit as usize] as usize];
        (stratum.share * (1.0 - self.spare[unit as usize]), unit)
    }
}

/// Row by row the stratum of a stage, numbered in order of appearance, and the strata's labels.
fn strata(
    sampling: &Sampling,
    frame: &Frame,
    at: usize,
    above: Option<&Stage>,
) -> Result<(Vec<u32>, Vec<String>), Fault> {
    let given = match sampling.strata.get(at) {
        Some(name) => Some(factor(frame, name, |column, row| Fault::MissingStrata { column, row })?),
        None => None,
    };
    let rows = frame.rows();
    let own = |row: usize| given.as_ref().map_or(0, |factor| factor.codes[row]);
    let parent = |row: usize| above.map_or(0, |above| above.unit[row]);
    let codes = numbered((0..rows).map(|row| (parent(row), own(row))));
    let count = codes.iter().max().map_or(0, |most| *most as usize + 1);
    let label = |row: &usize| match (&given, above) {
        (Some(factor), _) => factor.levels[factor.codes[*row] as usize].clone(),
        (None, None) => "(all)".to_owned(),
        (None, Some(_)) => format!("within the unit of row {row}"),
    };
    let labels = first_rows(&codes, count).iter().map(label).collect();
    Ok((codes, labels))
}

/// A column as a factor without gaps.
fn factor(frame: &Frame, name: &str, missing: impl Fn(String, usize) -> Fault) -> Result<Factor, Fault> {
    let factor = frame.factor(name)?.into_owned();
    match factor.codes.iter().position(|code| *code == Factor::MISSING) {
        Some(row) => Err(missing(name.to_owned(), row)),
        None => Ok(factor),
    }
}

/// A unit that lies in two strata is refused.
fn refuse_straddling(ids: &Factor, stratum_of_row: &[u32], labels: &[String]) -> Result<(), Fault> {
    let mut seen = vec![u32::MAX; ids.levels.len()];
    for (id, stratum) in ids.codes.iter().zip(stratum_of_row) {
        let first = &mut seen[*id as usize];
        if *first == u32::MAX {
            *first = *stratum;
        } else if first != stratum {
            return Err(Fault::ClustersNotNested {
                unit: ids.levels[*id as usize].clone(),
                first: labels[*first as usize].clone(),
                second: labels[*stratum as usize].clone(),
            });
        }
    }
    Ok(())
}

/// Numbers pairs in order of appearance.
fn numbered(pairs: impl Iterator<Item = (u32, u32)>) -> Vec<u32> {
    let mut seen: HashMap<(u32, u32), u32> = HashMap::new();
    let mut last = None;
    let number = |pair| {
        if let Some((before, number)) = last
            && before == pair
        {
            return number;
        }
        let next = seen.len() as u32;
        let number = *seen.entry(pair).or_insert(next);
        last = Some((pair, number));
        number
    };
    pairs.map(number).collect()
}

/// The first row of each of `count` numbers.
fn first_rows(numbers: &[u32], count: usize) -> Vec<usize> {
    let mut rows = Vec::with_capacity(count);
    for (row, number) in numbers.iter().enumerate() {
        if *number as usize == rows.len() {
            rows.push(row);
        }
    }
    rows
}

/// Unit by unit the value of its first row.
fn first_of(unit: &[u32], values: &[u32]) -> Vec<u32> {
    let count = unit.iter().max().map_or(0, |most| *most as usize + 1);
    first_rows(unit, count).into_iter().map(|row| values[row]).collect()
}
