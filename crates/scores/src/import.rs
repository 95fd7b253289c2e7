//! Adding an edition from a foreign file: long or wide CSV and XLSX, and PAPI's own workbooks.
//!
//! A file is read whole or not at all: either every figure with the cell it stood in, or every problem with its cell.
//! Which sheet and year are meant, and what the kinds of problem are, is the contract of `nanghang import scores`.

mod check;
mod gathered;
mod keep;
mod label;
mod layout;
mod long;
mod names;
mod number;
mod problem;
mod wide;
mod year;

use std::collections::BTreeSet;

pub use gathered::{Place, ReadEstimate, ReadFigure, Unpublished};
pub use keep::{Imported, Refused, Wishes, import, keep, rehearse};
pub use label::Estimate;
pub use problem::{Expected, Kind, Problem, Problems};
pub use sheet::{File, Found, KEPT, LARGEST, Progress};

use crate::Structure;
use gathered::Gathered;
use layout::Table;
use sheet::{Fault, Sheet};
use year::Tab;

/// What a person said about a file.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The survey year.
    pub year: Option<i16>,
    /// The sheet to read.
    pub sheet: Option<String>,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its editions, by year.
    pub editions: Vec<ReadEdition>,
    /// Sheets that were not read, and years of a long table that were not asked for.
    pub ignored: Vec<Ignored>,
    /// What is worth saying and no reason to refuse.
    pub warnings: Problems,
}

/// The figures of one year.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadEdition {
    /// The survey year.
    pub year: i16,
    /// Published scores of sub-dimensions.
    pub figures: Vec<ReadFigure>,
    /// What the file says is not published.
    pub unpublished: Vec<Unpublished>,
    /// What is printed beside them.
    pub estimates: Vec<ReadEstimate>,
}

/// A sheet, or a year of the sheet that was read, that was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// The sheet; none in a text file.
    pub sheet: Option<String>,
    /// Its year, if it tells one.
    pub year: Option<i16>,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unread {
    /// There is no sheet of the name that was asked for; those there are.
    #[error("no sheet {wanted:?}; there are: {}", .sheets.join(", "))]
    NoSuchSheet {
        /// The name asked for.
        wanted: String,
        /// The names there are.
        sheets: Vec<String>,
    },
    /// Something is wrong with it.
    #[error("{} problems", .problems.count)]
    Wrong {
        /// Every problem.
        problems: Problems,
        /// What else is worth saying.
        warnings: Problems,
    },
}

impl From<Fault> for Unread {
    fn from(fault: Fault) -> Self {
        Problem::from(fault).into()
    }
}

impl From<Problems> for Unread {
    fn from(problems: Problems) -> Self {
        Self::Wrong { problems, warnings: Problems::default() }
    }
}

impl From<Problem> for Unread {
    fn from(problem: Problem) -> Self {
        Problems::from(problem).into()
    }
}

/// Reads a file of scores.
///
/// # Errors
/// [`Unread`] with every problem, so that all can be mended at once.
pub fn read(file: File<'_>, options: &Options, progress: &mut Progress<'_>) -> Result<Reading, Unread> {
    let sheets = asked(sheet::read(file, progress)?, options.sheet.as_deref())?;
    let tabs: Vec<Tab> = sheets.into_iter().map(tab).collect();
    if tabs.is_empty() {
        return Err(Problem::of_file(Kind::EmptySheet, Found::Nothing, Expected::Table).into());
    }
    let (at, year) = year::choose(&tabs, options.year, file.name)?;
    let ignored =
        tabs.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, tab)| ignored(tab)).collect();
    match tabs[at].table.as_ref() {
        Some(Table::Wide(table)) => {
            let year = year.ok_or_else(|| unknown_year(&tabs[at]))?;
            let read = wide::read(&tabs[at].sheet, table, &Structure::of_year(year));
            finish(vec![(year, read)], Gathered::default(), ignored)
        }
        Some(Table::Long(table)) => long_table(&tabs[at], table, (year, options.year), file.name, ignored),
        None => Err(tabs[at].sheet.fault(Kind::EmptySheet, Found::Nothing, Expected::Table).into()),
    }
}

fn tab(sheet: Sheet) -> Tab {
    let table = layout::find(&sheet);
    Tab::new(sheet, table)
}

/// The sheets to look at: the one asked for, or all.
fn asked(sheets: Vec<Sheet>, wanted: Option<&str>) -> Result<Vec<Sheet>, Unread> {
    let Some(wanted) = wanted else { return Ok(sheets) };
    let key = places::name::fold(wanted);
    let is = |sheet: &Sheet| sheet.name.as_deref().is_some_and(|name| places::name::fold(name) == key);
    let names = sheets.iter().filter_map(|sheet| sheet.name.clone()).collect();
    match sheets.into_iter().find(is) {
        Some(sheet) => Ok(vec![sheet]),
        None => Err(Unread::NoSuchSheet { wanted: wanted.to_owned(), sheets: names }),
    }
}

fn ignored(tab: &Tab) -> Ignored {
    Ignored { sheet: tab.sheet.name.clone(), year: tab.years.first().copied() }
}

fn unknown_year(tab: &Tab) -> Problem {
    tab.sheet.fault(Kind::AmbiguousYear, Found::Nothing, Expected::Year)
}

/// A long table tells its years by itself, or has the one of its file; a file named for another year contradicts it.
fn long_table(
    tab: &Tab,
    table: &layout::Long,
    (year, told): (Option<i16>, Option<i16>),
    name: &str,
    mut ignored: Vec<Ignored>,
) -> Result<Reading, Unread> {
    let read = long::read(&tab.sheet, table, year, told);
    let (named, held) = (year::years(name), read.years.keys().copied().collect::<BTreeSet<i16>>());
    let contradicted = told.is_none() && named.len() == 1 && !held.is_empty() && named.is_disjoint(&held);
    if contradicted || (held.is_empty() && !read.ignored.is_empty()) {
        return Err(unknown_year(tab).into());
    }
    ignored
        .extend(read.ignored.iter().map(|year| Ignored { sheet: tab.sheet.name.clone(), year: Some(*year) }));
    finish(read.years.into_iter().collect(), read.loose, ignored)
}

/// All or nothing.
fn finish(years: Vec<(i16, Gathered)>, loose: Gathered, ignored: Vec<Ignored>) -> Result<Reading, Unread> {
    let (mut problems, mut warnings) = (loose.problems, loose.warnings);
    let mut editions = Vec::new();
    for (year, gathered) in years {
        let mut gathered = gathered;
        problems.append(std::mem::take(&mut gathered.problems));
        warnings.append(std::mem::take(&mut gathered.warnings));
        let Gathered { figures, unpublished, estimates, .. } = gathered;
        editions.push(ReadEdition { year, figures, unpublished, estimates });
    }
    problems.sort();
    warnings.sort();
    if problems.is_empty() {
        Ok(Reading { editions, ignored, warnings })
    } else {
        Err(Unread::Wrong { problems, warnings })
    }
}
