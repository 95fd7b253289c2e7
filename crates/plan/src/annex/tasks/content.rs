//! What a task is for and what is measured of it.

use sheet::Cell;

use super::super::heading::Column;
use super::super::lines::Line;
use super::super::problem::{Expected, Kind};
use super::super::section;
use super::Reader;
use crate::annex::Topic;
use crate::task::Measure;

impl Reader<'_> {
    pub(super) fn section(&mut self, line: &Line<'_>) -> String {
        let own = line.text(Column::Section).map(|text| section::of_cell(&text, &self.structure));
        let of_group = || self.inner.clone().or_else(|| self.outer.clone());
        let of_items = || {
            let (items, _) = self.meant(&line.raw(Column::Items)?);
            items.first()?.split('.').next().filter(|number| number.parse::<u8>().is_ok()).map(str::to_owned)
        };
        own.or_else(of_group).or_else(of_items).unwrap_or_else(|| section::NONE.to_owned())
    }

    /// What the task is for; where the annex has no column for it, its section's dimension.
    pub(super) fn items(&mut self, line: &Line<'_>, section: &str) -> Vec<String> {
        let (sheet, at) = (self.sheet, line.at(Column::Items));
        let raw = line.raw(Column::Items);
        let Some((text, at)) = raw.zip(at) else {
            let dimension = section.parse().ok().and_then(|number: u8| self.structure.dimension(number));
            return dimension.map(|dimension| dimension.number.to_string()).into_iter().collect();
        };
        let (mut items, clear) = self.meant(&text);
        items.sort_unstable();
        if !clear && self.told.insert(at) {
            self.out.warnings.push(|| sheet.problem(at, Kind::UnknownItem, Expected::Item));
        }
        items
    }

    /// What a cell says the task is for, where no rule reads it as people settled it; and whether all of it is clear.
    fn meant(&self, text: &str) -> (Vec<String>, bool) {
        let read = section::items(text, &self.structure);
        match self.basis.settled.of(Topic::Content, text) {
            Some(means) if !read.1 => section::items(means, &self.structure),
            _ => read,
        }
    }

    pub(super) fn number(&mut self, line: &Line<'_>, column: Column) -> Option<f64> {
        let (sheet, at) = (self.sheet, line.at(column)?);
        let read = match line.cell(column)? {
            Cell::Number(number) => Some(*number),
            Cell::Text(text) => text
                .trim()
                .replacen(',', ".", 1)
                .parse()
                .ok()
                .filter(|number: &f64| number.is_finite() && (column != Column::Weight || *number > 0.0)),
            _ => None,
        };
        if read.is_none() && self.told.insert(at) {
            self.out.problems.push(|| sheet.problem(at, Kind::NotANumber, Expected::Number));
        }
        read
    }

    /// What is measured. Without columns of their own, the unit stands in the last brackets, and shares go from 0 to 100.
    pub(super) fn measure(
        &mut self,
        line: &Line<'_>,
        low: Option<f64>,
        high: Option<f64>,
    ) -> Option<Measure> {
        let text = self.said(line, Column::Measure)?;
        let has = |column| self.heading.at(column).is_some();
        let bracketed = text
            .strip_suffix(')')
            .and_then(|rest| rest.rsplit_once('('))
            .map(|(name, unit)| (name.trim(), unit.trim()));
        let (name, unit) = match bracketed {
            _ if has(Column::Unit) => (text.clone(), line.text(Column::Unit)),
            Some((name, unit)) if !name.is_empty() => (name.to_owned(), Some(unit.to_owned())),
            _ => (text.clone(), None),
        };
        let share = unit.as_deref() == Some("%");
        let low = if has(Column::Low) { low } else { Some(0.0) };
        let high = if has(Column::High) { high } else { share.then_some(100.0) };
        Some(Measure { name, unit, low, high })
    }
}
