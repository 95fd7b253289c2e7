//! The rows of an annex as tasks: groups set the section, merged cells and "như trên" hold for what is under them.

mod content;
mod groups;
mod owners;
mod when;

use std::collections::{BTreeMap, BTreeSet};

use places::name::fold;
use scores::Structure;
use sheet::{Cell, Found, Sheet, address, letters};

use super::heading::{Column, Heading};
use super::lines::{Line, Numeral, tidy};
use super::names::Names;
use super::problem::{Expected, Kind, Problems};
use super::{Basis, section, table_end};
use crate::calendar::Rhythm;
use crate::task::{Part, Terms};

/// What the table gave.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) tasks: Vec<Terms>,
    pub(super) problems: Problems,
    pub(super) warnings: Problems,
}

/// A table being read.
struct Reader<'a> {
    sheet: &'a Sheet,
    heading: &'a Heading,
    basis: &'a Basis<'a>,
    names: Names<'a>,
    structure: Structure,
    source: &'a str,
    out: Gathered,
    /// The section of the outer group and of the inner one.
    outer: Option<String>,
    inner: Option<String>,
    groups: usize,
    /// Codes and where each stood first.
    codes: BTreeMap<String, (u32, u32)>,
    counts: BTreeMap<String, usize>,
    /// What each column last held, for "như trên".
    above: BTreeMap<Column, String>,
    /// Cells whose fault has been told: a merged one is read for every row.
    told: BTreeSet<(u32, u32)>,
}

/// Every task of a table, or everything that is wrong with it.
pub(super) fn read(sheet: &Sheet, heading: &Heading, basis: &Basis<'_>, source: &str) -> Gathered {
    let mut reader = Reader {
        sheet,
        heading,
        basis,
        names: Names::of(basis),
        structure: Structure::of_year(basis.day.year()),
        source,
        out: Gathered::default(),
        outer: None,
        inner: None,
        groups: 0,
        codes: BTreeMap::new(),
        counts: BTreeMap::new(),
        above: BTreeMap::new(),
        told: BTreeSet::new(),
    };
    reader.heading();
    let lines = reader.lines();
    reader.hidden(&lines);
    reader.given_codes(&lines);
    for (at, line) in lines.iter().enumerate() {
        reader.line(line, lines.get(at + 1));
    }
    if lines.is_empty() {
        reader.out.problems.push(|| sheet.fault(Kind::EmptySheet, Found::Nothing, Expected::Table));
    }
    reader.out
}

impl<'a> Reader<'a> {
    /// Columns that every annex has, and headings that are not understood.
    fn heading(&mut self) {
        let (sheet, heading) = (self.sheet, self.heading);
        for column in [Column::What, Column::Lead].into_iter().filter(|column| heading.at(*column).is_none())
        {
            self.out.problems.push(|| {
                sheet.fault(Kind::MissingColumn, Found::text(column.heading()), Expected::Column(column))
            });
        }
        for at in &heading.unknown {
            self.out.warnings.push(|| sheet.problem(*at, Kind::UnknownColumn, Expected::Heading));
        }
    }

    /// The rows under the heading, to the signatures.
    fn lines(&self) -> Vec<Line<'a>> {
        let (sheet, heading) = (self.sheet, self.heading);
        let under = sheet.rows().filter(|(row, _)| *row > heading.rows.1);
        let lines = under.map(|(row, own)| Line { sheet, heading, row, own });
        lines
            .take_while(|line| !table_end::is_end(line))
            .filter(|line| !table_end::is_between(line) && !table_end::is_aside(line))
            .collect()
    }

    /// What the sheet hides is taken all the same, and said.
    fn hidden(&mut self, lines: &[Line<'_>]) {
        let sheet = self.sheet;
        let rows: Vec<String> = lines
            .iter()
            .filter(|line| sheet.hidden.rows.contains(&line.row))
            .map(|line| (line.row + 1).to_string())
            .collect();
        if !rows.is_empty() {
            self.out
                .warnings
                .push(|| sheet.fault(Kind::HiddenRows, Found::text(rows.join(", ")), Expected::Taken));
        }
        let is_hidden =
            |at: &&u32| sheet.hidden.columns.iter().any(|(first, last)| (first..=last).contains(at));
        let mut columns: Vec<u32> = self.heading.columns.values().filter(is_hidden).copied().collect();
        columns.sort_unstable();
        let columns: Vec<String> = columns.into_iter().map(letters).collect();
        if !columns.is_empty() {
            self.out
                .warnings
                .push(|| sheet.fault(Kind::HiddenColumns, Found::text(columns.join(", ")), Expected::Taken));
        }
    }

    /// Codes that the annex gives, so that a made one is never the same.
    fn given_codes(&mut self, lines: &[Line<'_>]) {
        let sheet = self.sheet;
        for line in lines {
            let Some((code, at)) = line.text(Column::Code).zip(line.at(Column::Code)) else { continue };
            match self.codes.get(&code) {
                Some(first) => {
                    let first = address(*first);
                    self.out.problems.push(|| sheet.problem(at, Kind::DuplicateCode, Expected::Once(first)));
                }
                None => {
                    if !code.chars().all(fits_a_code) || code.starts_with('.') {
                        self.out.problems.push(|| sheet.problem(at, Kind::BadCode, Expected::Code));
                    }
                    self.codes.insert(code, at);
                }
            }
        }
    }

    fn line(&mut self, line: &Line<'_>, next: Option<&Line<'_>>) {
        if self.is_group(line, next) {
            return self.group(line);
        }
        if self.is_continued(line) {
            return self.carry_on(line);
        }
        self.task(line);
    }

    /// Whether a row says more of the task above: all that tells tasks apart is merged with it.
    fn is_continued(&self, line: &Line<'_>) -> bool {
        let merged = |column: Column| line.at(column).is_none_or(|at| at.0 < line.row);
        let alone = |column: Column| merged(column) || !line.owns(column) && line.cell(column).is_none();
        line.at(Column::What).is_some_and(|at| at.0 < line.row)
            && merged(Column::Lead)
            && [Column::Number, Column::Code, Column::Time].into_iter().all(alone)
            && !self.out.tasks.is_empty()
    }

    /// Products and cooperating agencies of one task, on several rows.
    fn carry_on(&mut self, line: &Line<'_>) {
        let parts = if line.owns(Column::Parts) { self.parts(line) } else { Vec::new() };
        let product = line.owns(Column::Product).then(|| line.text(Column::Product)).flatten();
        let Some(draft) = self.out.tasks.last_mut() else { return };
        if let Some(product) = product {
            draft.product =
                if draft.product.is_empty() { product } else { format!("{}; {product}", draft.product) };
        }
        for part in parts {
            if Some(&part.agency) != draft.lead.as_ref()
                && draft.parts.iter().all(|known| known.agency != part.agency)
            {
                draft.parts.push(part);
            }
        }
    }

    fn task(&mut self, line: &Line<'_>) {
        self.faulty_cells(line);
        let what = self.what(line);
        let (lead, mut parts) = self.lead(line);
        parts.extend(self.parts(line));
        let period = self.period(line);
        let section = self.section(line);
        let items = self.items(line, &section);
        let numbers = [Column::Low, Column::High, Column::Weight].map(|column| self.number(line, column));
        let (Some(what), Some(lead)) = (what, lead) else { return };
        let task = Terms {
            code: self.code(line, &section),
            place: i64::try_from(self.out.tasks.len() + 1).unwrap_or(i64::MAX),
            section,
            items,
            what,
            product: self.said(line, Column::Product).unwrap_or_default(),
            done_when: self.said(line, Column::DoneWhen).unwrap_or_default(),
            rhythm: period.rhythm.unwrap_or(Rhythm::Once),
            first: period.first.unwrap_or(self.basis.first),
            last: period.last.unwrap_or(self.basis.last),
            due_on: period.due,
            parts: once_each(parts, &lead),
            lead: Some(lead),
            measure: self.measure(line, numbers[0], numbers[1]),
            weight: numbers[2].unwrap_or(1.0),
            scope: line.text(Column::Scope),
            source: line.text(Column::Source).unwrap_or_else(|| self.place(line)),
            public: line.text(Column::Public).is_none_or(|said| !NOT_PUBLIC.contains(&fold(&said).as_str())),
        };
        self.out.tasks.push(task);
    }

    /// Errors and formulas without a result, in any column that is read.
    fn faulty_cells(&mut self, line: &Line<'_>) {
        let sheet = self.sheet;
        for column in self.heading.columns.keys().filter(|column| **column != Column::Note) {
            let Some(at) = line.at(*column) else { continue };
            let fault = match sheet.cell(at) {
                Some(Cell::Error(_) | Cell::Truth(_)) => (Kind::CellError, Expected::Value),
                Some(Cell::Formula(_)) => (Kind::FormulaWithoutValue, Expected::Result),
                _ => continue,
            };
            if self.told.insert(at) {
                self.out.problems.push(|| sheet.problem(at, fault.0, fault.1));
            }
        }
    }

    /// The text of a column, or that of the task above where it says so.
    fn said(&mut self, line: &Line<'_>, column: Column) -> Option<String> {
        let raw = line.raw(column)?;
        let raw = if is_ditto(&raw) { self.above.get(&column)?.clone() } else { raw };
        self.above.insert(column, raw.clone());
        not_dash(tidy(&raw))
    }

    fn what(&mut self, line: &Line<'_>) -> Option<String> {
        let numbered = self.heading.at(Column::Number).is_some() || self.heading.at(Column::Code).is_some();
        let text = self.said(line, Column::What);
        let bare = text.map(|text| match Numeral::split(&text) {
            Some((_, rest)) if !numbered => rest.to_owned(),
            _ => text,
        });
        if bare.is_none() {
            self.missing(line, Column::What, Kind::MissingText, Expected::Text);
        }
        bare
    }

    /// A column that is there but holds nothing in this row. Where the cell is at fault itself, that has been said.
    fn missing(&mut self, line: &Line<'_>, column: Column, kind: Kind, expected: Expected) {
        let (sheet, Some(at)) = (self.sheet, line.at(column)) else { return };
        if !self.told.contains(&at) {
            self.out.problems.push(|| sheet.problem(at, kind, expected));
        }
    }

    fn code(&mut self, line: &Line<'_>, section: &str) -> String {
        if let Some(code) = line.text(Column::Code) {
            return code;
        }
        let section: String = section.chars().filter(|c| fits_a_code(*c)).collect();
        let section = if section.is_empty() { section::NONE.to_owned() } else { section };
        let count = self.counts.entry(section.clone()).or_default();
        loop {
            *count += 1;
            let code = format!("{section}-{count:02}");
            if !self.codes.contains_key(&code) {
                return code;
            }
        }
    }

    /// `phu-luc.xlsx, Phụ lục!12`.
    fn place(&self, line: &Line<'_>) -> String {
        let row = line.row + 1;
        match &self.sheet.name {
            Some(sheet) => format!("{}, {sheet}!{row}", self.source),
            None => format!("{}, {row}", self.source),
        }
    }
}

/// What a column says of a task that the public side does not show.
const NOT_PUBLIC: [&str; 4] = ["khong", "khong cong khai", "noi bo", "no"];

/// "Như trên", in the ways it is written.
fn is_ditto(text: &str) -> bool {
    let folded = fold(text);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '"' && c != '〃');
    matches!(bare, "nt" | "n.t" | "nhu tren" | "\"" | "\"\"" | "〃" | "nhu tren nt")
}

/// A dash says that there is nothing.
fn not_dash(text: String) -> Option<String> {
    (!["-", "–", "—"].contains(&text.as_str()) && !text.is_empty()).then_some(text)
}

/// Codes stand in addresses.
fn fits_a_code(c: char) -> bool {
    c.is_alphanumeric() || "._-".contains(c)
}

/// An agency that cooperates, without more being said.
fn cooperating(agency: String) -> Part {
    Part { agency, part: None, due: None }
}

/// Each agency once, the lead not among them.
fn once_each(parts: Vec<Part>, lead: &str) -> Vec<Part> {
    let mut seen = BTreeSet::from([lead.to_owned()]);
    parts.into_iter().filter(|part| seen.insert(part.agency.clone())).collect()
}
