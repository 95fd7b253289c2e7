//! An edition: what PAPI published for one survey year.
//!
//! A figure that was not published is `None`, never 0. The table holds sub-dimensions only; dimensions and the
//! unweighted total are their sums (RULES 1).

use std::collections::BTreeMap;

use jiff::civil::Date;
use places::{Set, Unit, UnitId, country};

use crate::editions::Source;
use crate::{Code, Item, Structure};

/// One published score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The province.
    pub unit: UnitId,
    /// The sub-dimension.
    pub code: Code,
    /// Points on the sub-dimension's scale.
    pub score: f64,
}

/// The results of one survey year.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The survey year.
    pub year: i16,
    /// The day it was published, where known.
    pub published_on: Option<Date>,
    /// Its dimensions and sub-dimensions.
    pub structure: Structure,
    /// The provinces that were surveyed.
    pub set: &'static Set,
    /// Where imported figures came from; the others came with the program.
    pub imported: BTreeMap<(UnitId, Code), Source>,
    /// Standard errors that the imported workbook prints, points.
    pub errors: BTreeMap<(UnitId, Item), f64>,
    /// A row for each province of the set, a column for each sub-dimension of the structure.
    scores: Vec<Option<f64>>,
}

impl Edition {
    /// An edition of these figures. Figures of provinces or sub-dimensions that the year does not have are left out.
    pub fn new(year: i16, published_on: Option<Date>, figures: impl IntoIterator<Item = Figure>) -> Self {
        let (structure, set) = (Structure::of_year(year), country().set_of_year(year));
        let width = structure.subdimensions.len();
        let mut scores = vec![None; set.units.len() * width];
        for figure in figures {
            let column = structure.subdimensions.iter().position(|s| s.code == figure.code);
            if let (Some(row), Some(column)) = (set.position(figure.unit), column) {
                scores[row * width + column] = Some(figure.score);
            }
        }
        Self {
            year,
            published_on,
            structure,
            set,
            imported: BTreeMap::new(),
            errors: BTreeMap::new(),
            scores,
        }
    }

    /// The score of a province on an item: the sum of its parts, when every one is published (RULES 1, 2).
    ///
    /// A unit of a later set gets the mean of its members that have one, weighted by population (RULES 7).
    pub fn score(&self, unit: &Unit, item: Item) -> Option<f64> {
        self.parts(unit, item).map(|parts| parts.iter().sum())
    }

    /// The scores of an item's parts, in order of code, which add up to the item's score.
    ///
    /// Of a merged unit they are taken over the members that have the whole item, so that they add up.
    pub fn parts(&self, unit: &Unit, item: Item) -> Option<Vec<f64>> {
        if unit.set == self.set.label {
            return self.own_parts(unit, item);
        }
        let scored: Vec<_> = self
            .members_with(unit, item)
            .into_iter()
            .filter_map(|member| Some((member.population, self.own_parts(member, item)?)))
            .collect();
        let people: f64 = scored.iter().map(|(population, _)| population).sum();
        let width = self.structure.parts_of(item).len();
        let mean = |part: usize| {
            scored.iter().map(|(population, parts)| population * parts[part]).sum::<f64>() / people
        };
        (!scored.is_empty()).then(|| (0..width).map(mean).collect())
    }

    /// The parts of an item that are not published for the province, or for any member of a merged one.
    pub fn missing(&self, unit: &Unit, item: Item) -> Vec<Code> {
        let surveyed = if unit.set == self.set.label { vec![unit] } else { self.members(unit) };
        let rows: Vec<_> = surveyed.iter().filter_map(|unit| self.row(unit)).collect();
        let range = self.structure.parts_of(item);
        range
            .filter(|part| rows.iter().any(|row| row[*part].is_none()))
            .map(|part| self.structure.subdimensions[part].code)
            .collect()
    }

    /// Whether a merged unit's score stands on some of its members only.
    pub fn partial(&self, unit: &Unit, item: Item) -> bool {
        let members = if unit.set == self.set.label { Vec::new() } else { self.members(unit) };
        let scored = self.members_with(unit, item).len();
        0 < scored && scored < members.len()
    }

    /// Every figure of the edition, by province and code.
    pub fn figures(&self) -> impl Iterator<Item = Figure> {
        self.set.units.iter().flat_map(|unit| {
            let row = self.row(unit).unwrap_or_default();
            let columns = self.structure.subdimensions.iter().zip(row);
            columns.filter_map(|(s, score)| Some(Figure { unit: unit.id, code: s.code, score: (*score)? }))
        })
    }

    /// The members of a merged unit that the whole item is published for: those that its score stands on.
    pub(crate) fn members_with(&self, unit: &Unit, item: Item) -> Vec<&'static Unit> {
        let mut members = self.members(unit);
        members.retain(|member| self.own_parts(member, item).is_some());
        members
    }

    fn own_parts(&self, unit: &Unit, item: Item) -> Option<Vec<f64>> {
        let range = self.structure.parts_of(item);
        if range.is_empty() {
            return None;
        }
        self.row(unit)?[range].iter().copied().collect()
    }

    fn row(&self, unit: &Unit) -> Option<&[Option<f64>]> {
        let width = self.structure.subdimensions.len();
        let row = self.set.position(unit.id)?;
        Some(&self.scores[row * width..(row + 1) * width])
    }

    fn members(&self, unit: &Unit) -> Vec<&'static Unit> {
        let mut members = country().members(unit);
        members.retain(|member| member.set == self.set.label);
        members
    }
}
