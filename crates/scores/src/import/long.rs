//! Reading a long table: a row for each figure, of one year or of several.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use places::{UnitId, country};
use sheet::{Cell, Cells, Found, Sheet, address, in_row};

use super::gathered::Gathered;
use super::label;
use super::layout::Long;
use super::names::Names;
use super::number::{self, Score};
use super::problem::{Expected, Kind};
use super::year::is_year;
use crate::{Code, Structure};

/// A year's structure and names, and what the table has shown of it.
struct Year {
    structure: Structure,
    names: Names,
    codes: BTreeSet<Code>,
    out: Gathered,
}

impl Year {
    fn of(year: i16) -> Self {
        let names = Names::of(country().set_of_year(year));
        Self { structure: Structure::of_year(year), names, codes: BTreeSet::new(), out: Gathered::default() }
    }
}

/// What a long table holds.
#[derive(Default)]
pub(super) struct Read {
    /// What it gave for each year.
    pub(super) years: BTreeMap<i16, Gathered>,
    /// Problems of rows that belong to no year.
    pub(super) loose: Gathered,
    /// Years that it holds besides the one asked for.
    pub(super) ignored: BTreeSet<i16>,
}

/// Everything that a long table holds. `year` is the year of every row where the rows tell none; `only` the one wanted.
pub(super) fn read(sheet: &Sheet, table: &Long, year: Option<i16>, only: Option<i16>) -> Read {
    let (mut read, mut years) = (Read::default(), BTreeMap::<i16, Year>::new());
    let mut first_of: HashMap<(i16, UnitId, Code), u32> = HashMap::new();
    for (row, cells) in sheet.rows().filter(|(row, _)| *row > table.header) {
        let Some(year) = year_of(sheet, table, (row, cells), year, &mut read.loose) else { continue };
        if only.is_some_and(|only| only != year) {
            read.ignored.insert(year);
            continue;
        }
        let year_read = years.entry(year).or_insert_with(|| Year::of(year));
        let (unit, code) = year_read.key(sheet, table, (row, cells));
        let (Some(unit), Some(code)) = (unit, code) else { continue };
        let first = *first_of.entry((year, unit, code)).or_insert(row);
        if first == row {
            year_read.out.score(sheet, (row, table.score), unit, &year_read.structure, code);
        } else {
            let at = (row, table.province);
            let expected = || Expected::Once(address((first, table.province)));
            year_read.out.problems.push(|| sheet.problem(at, Kind::DuplicateProvince, expected()));
        }
    }
    if years.is_empty() && read.loose.problems.is_empty() && read.ignored.is_empty() {
        read.loose.problems.push(|| sheet.fault(Kind::EmptySheet, Found::Nothing, Expected::Table));
    }
    read.years = years.into_iter().map(|(number, year)| (number, year.done(sheet))).collect();
    read
}

/// The year of a row: its own, or that of the table.
fn year_of(
    sheet: &Sheet,
    table: &Long,
    (row, cells): (u32, &Cells),
    year: Option<i16>,
    out: &mut Gathered,
) -> Option<i16> {
    let Some(column) = table.year else { return year };
    let at = (row, column);
    match number::read(in_row(cells, column)) {
        Score::Number { value, comma: false } if value.fract() == 0.0 && is_year(value as i16) => {
            Some(value as i16)
        }
        Score::Number { .. } | Score::Zero => {
            out.problems.push(|| sheet.problem(at, Kind::OutOfRange, Expected::Year));
            None
        }
        Score::Nothing => {
            out.problems.push(|| sheet.problem(at, Kind::NotANumber, Expected::Year));
            None
        }
        Score::Wrong(kind) => {
            out.problems.push(|| sheet.problem(at, kind, Expected::Year));
            None
        }
    }
}

impl Year {
    /// The province and sub-dimension of a row; what is neither is a problem.
    fn key(
        &mut self,
        sheet: &Sheet,
        table: &Long,
        (row, cells): (u32, &Cells),
    ) -> (Option<UnitId>, Option<Code>) {
        let (province, code) = (in_row(cells, table.province), in_row(cells, table.code));
        let unit = province.and_then(|cell| self.names.find(cell)).map(|unit| unit.id);
        if unit.is_none() {
            let (names, at) = (&self.names, (row, table.province));
            match province {
                Some(Cell::Formula(_)) => {
                    self.out.problems.push(|| sheet.problem(at, Kind::FormulaWithoutValue, Expected::Result));
                }
                _ => self
                    .out
                    .problems
                    .push(|| sheet.problem(at, Kind::UnknownProvince, names.expected(province))),
            }
        }
        let known = code.and_then(Cell::words).and_then(|words| label::read(&words)?.scored());
        let known = known.filter(|code| self.structure.subdimension(*code).is_some());
        match known {
            Some(code) => _ = self.codes.insert(code),
            None => {
                let expected = Expected::SubdimensionOf(self.structure.year);
                self.out
                    .problems
                    .push(|| sheet.problem((row, table.code), Kind::UnknownSubdimension, expected));
            }
        }
        (unit, known)
    }

    /// What the year gave, once the sub-dimensions that no row is about have been named.
    fn done(mut self, sheet: &Sheet) -> Gathered {
        for code in
            self.structure.subdimensions.iter().map(|s| s.code).filter(|code| !self.codes.contains(code))
        {
            let (found, expected) =
                (Found::text(code.to_string()), Expected::Subdimension(self.structure.year, code));
            self.out.problems.push(|| sheet.fault(Kind::MissingSubdimension, found, expected));
        }
        self.out
    }
}
