//! Reading a wide table: provinces along one side, sub-dimensions along the other, whichever way it runs.

use std::collections::{BTreeMap, BTreeSet};

use places::{Unit, country, name};
use sheet::{Cell, Found, Region, Sheet, address};

use super::check;
use super::gathered::{Gathered, ReadEstimate, place};
use super::label::{self, Estimate, Label};
use super::layout::Wide;
use super::names::{Names, is_aggregate};
use super::number::{self, Score};
use super::problem::{Expected, Kind};
use crate::{Code, Item, Structure};

/// A wide table being read.
struct Reader<'a> {
    sheet: &'a Sheet,
    table: &'a Wide,
    structure: &'a Structure,
    out: Gathered,
    /// Lines of the year's sub-dimensions.
    scored: BTreeMap<Code, u32>,
    /// Lines of other figures.
    others: Vec<(u32, Label)>,
    /// Starts of merged regions that have been named.
    merged: BTreeSet<(u32, u32)>,
}

/// Everything that a wide table holds of the structure's year, or everything that is wrong with it.
pub(super) fn read(sheet: &Sheet, table: &Wide, structure: &Structure) -> Gathered {
    let mut reader = Reader {
        sheet,
        table,
        structure,
        out: Gathered::default(),
        scored: BTreeMap::new(),
        others: Vec::new(),
        merged: BTreeSet::new(),
    };
    reader.labels();
    let lines = reader.lines();
    reader.merged_scores(&lines);
    for (line, unit) in reader.provinces(&lines) {
        reader.province(line, unit);
    }
    reader.missing();
    reader.out
}

impl Reader<'_> {
    /// Finds the line of each sub-dimension, and of the other figures.
    fn labels(&mut self) {
        let lines = if self.table.down { self.columns(self.table.labels[0]) } else { self.rows() };
        for line in lines.into_iter().filter(|line| !self.table.down || *line != self.table.names) {
            let Some((at, label)) = self.label(line) else { continue };
            let Some(code) = label.scored() else {
                self.others.push((line, label));
                continue;
            };
            if self.structure.subdimension(code).is_none() {
                let expected = Expected::SubdimensionOf(self.structure.year);
                self.out.problems.push(|| self.sheet.problem(at, Kind::UnknownSubdimension, expected));
            } else if let Some(first) = self.scored.get(&code) {
                let first = self.table.at(self.table.names, *first);
                self.out.problems.push(|| {
                    self.sheet.problem(at, Kind::UnknownSubdimension, Expected::Once(address(first)))
                });
            } else {
                self.scored.insert(code, line);
            }
        }
    }

    /// What a line's label says, and where it stands.
    fn label(&self, line: u32) -> Option<((u32, u32), Label)> {
        self.table.labels.iter().find_map(|labels| {
            let at = if self.table.down { (*labels, line) } else { (line, *labels) };
            Some((at, label::read(&self.sheet.cell(at)?.words()?)?))
        })
    }

    /// The rows under the table's header.
    fn rows(&self) -> Vec<u32> {
        let header = if self.table.down { self.table.labels[0] } else { self.table.names };
        self.sheet.rows().map(|(row, _)| row).filter(|row| *row > header).collect()
    }

    /// The columns that hold anything in one row or, for the provinces of a row, below it.
    fn columns(&self, row: u32) -> Vec<u32> {
        let below = if self.table.down { row } else { u32::MAX };
        let cells =
            self.sheet.rows().filter(|(at, _)| (row..=below).contains(at)).flat_map(|(_, cells)| cells);
        cells.map(|(column, _)| *column).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The lines that may be of provinces.
    fn lines(&self) -> Vec<u32> {
        if self.table.down {
            return self.rows();
        }
        let labels = self.table.labels[0];
        self.columns(self.table.names).into_iter().filter(|column| *column > labels).collect()
    }

    /// The provinces of the lines; what names none, or one for the second time, is a problem.
    fn provinces(&mut self, lines: &[u32]) -> Vec<(u32, &'static Unit)> {
        let mut names = Names::of(country().set_of_year(self.structure.year));
        let mut found: Vec<(u32, &'static Unit)> = Vec::new();
        let mut first_of = BTreeMap::new();
        let named: Vec<_> =
            lines.iter().map(|line| (*line, self.name(*line).and_then(|cell| names.find(cell)))).collect();
        let last = named.iter().rev().find(|(_, unit)| unit.is_some()).map_or(0, |(line, _)| *line);
        for (line, unit) in named {
            let at = self.name_at(line);
            match unit {
                Some(unit) if first_of.contains_key(&unit.id) => {
                    let first = address(first_of[&unit.id]);
                    self.out
                        .problems
                        .push(|| self.sheet.problem(at, Kind::DuplicateProvince, Expected::Once(first)));
                }
                Some(unit) => {
                    first_of.insert(unit.id, at);
                    found.push((line, unit));
                }
                None => self.stranger(line, !found.is_empty() && line < last, &names),
            }
        }
        found
    }

    /// A line without a known province: passed over if it is no province's at all, else a problem.
    fn stranger(&mut self, line: u32, among: bool, names: &Names) {
        let (at, sheet) = (self.name_at(line), self.sheet);
        let cell = sheet.cell(at);
        let words = cell.and_then(Cell::words);
        let other = words.as_deref().is_some_and(|words| is_aggregate(words) || is_heading(words));
        if other || !(self.has_figures(line) || (among && cell.is_some())) {
            return;
        }
        if let Some(region) =
            self.sheet.merged.iter().find(|region| region.holds(at) && region.start() != at).copied()
        {
            return self.merged_region(&region);
        }
        match cell {
            Some(Cell::Formula(_)) => {
                self.out
                    .problems
                    .push(|| self.sheet.problem(at, Kind::FormulaWithoutValue, Expected::Result));
            }
            cell => {
                self.out
                    .problems
                    .push(|| self.sheet.problem(at, Kind::UnknownProvince, names.expected(cell)));
            }
        }
    }

    fn name_at(&self, line: u32) -> (u32, u32) {
        if self.table.down { (line, self.table.names) } else { (self.table.names, line) }
    }

    fn name(&self, line: u32) -> Option<&Cell> {
        self.sheet.cell(self.name_at(line))
    }

    fn has_figures(&self, line: u32) -> bool {
        let cells = self.scored.values().map(|label| self.sheet.cell(self.table.at(line, *label)));
        cells.into_iter().any(|cell| matches!(number::read(cell), Score::Number { .. } | Score::Zero))
    }

    /// One province: its scores, the sums that the file gives for them, and what else it prints.
    fn province(&mut self, line: u32, unit: &'static Unit) {
        let mut scores = BTreeMap::new();
        for (code, label) in self.scored.clone() {
            let at = self.table.at(line, label);
            let hidden = self.sheet.merged.iter().any(|region| region.holds(at) && region.start() != at);
            if !hidden && let Some(score) = self.out.score(self.sheet, at, unit.id, self.structure, code) {
                scores.insert(code, score);
            }
        }
        let printed: Vec<_> =
            self.others.iter().map(|(label, what)| (self.table.at(line, *label), *what)).collect();
        check::sums(self.sheet, self.structure, &scores, &printed, &mut self.out.warnings);
        for (at, label) in printed {
            let kept = label.estimate != Estimate::Score
                && (label.item == Item::Total || self.structure.has(label.item));
            if let (true, Score::Number { value, .. }) = (kept, number::read(self.sheet.cell(at))) {
                let place = place(self.sheet, at);
                self.out.estimates.push(ReadEstimate {
                    unit: unit.id,
                    item: label.item,
                    estimate: label.estimate,
                    value,
                    place,
                });
            }
        }
    }

    /// Merged regions over a score and another cell of the table, which hide what they cover.
    fn merged_scores(&mut self, lines: &[u32]) {
        let heads = if self.table.down { self.columns(self.table.labels[0]) } else { self.rows() };
        let labels: BTreeSet<u32> = heads.into_iter().chain([self.table.names]).collect();
        let named: BTreeSet<u32> = lines.iter().copied().collect();
        let provinces: BTreeSet<u32> = lines.iter().copied().chain([self.table.labels[0]]).collect();
        let scored: BTreeSet<u32> = self.scored.values().copied().collect();
        for region in self.sheet.merged.clone() {
            let (along, across) = self.table.sides(&region);
            let within = |lines: &BTreeSet<u32>, (from, to): (u32, u32)| lines.range(from..=to).count();
            let scores = within(&scored, across) * within(&named, along);
            if scores > 0 && within(&labels, across) * within(&provinces, along) > 1 {
                self.merged_region(&region);
            }
        }
    }

    fn merged_region(&mut self, region: &Region) {
        if self.merged.insert(region.start()) {
            let found = Found::text(region.name());
            self.out.problems.push(|| {
                self.sheet.problem_with(region.start(), Kind::MergedCells, found, Expected::OneCell)
            });
        }
    }

    /// Sub-dimensions of the year without a line. A merged label that hides one is the fault then.
    fn missing(&mut self) {
        let absent: Vec<Code> = self
            .structure
            .subdimensions
            .iter()
            .map(|s| s.code)
            .filter(|code| !self.scored.contains_key(code))
            .collect();
        let over_labels = |region: &&Region| {
            let (along, across) = self.table.sides(region);
            across.1 > across.0 && (along.0..=along.1).contains(&self.table.labels[0])
        };
        if let (false, Some(region)) =
            (absent.is_empty(), self.sheet.merged.iter().find(over_labels).copied())
        {
            return self.merged_region(&region);
        }
        for code in absent {
            let (found, expected) =
                (Found::text(code.to_string()), Expected::Subdimension(self.structure.year, code));
            self.out.problems.push(|| self.sheet.fault(Kind::MissingSubdimension, found, expected));
        }
    }
}

/// Headings of columns and rows that stand beside the provinces.
fn is_heading(words: &str) -> bool {
    let folded = name::fold(words);
    ["thang diem", "scale", "don vi", "stt", "trong so", "ghi chu", "nguon", "source", "note"]
        .iter()
        .any(|start| folded.starts_with(start))
}
