//! The annex of a plan: a foreign spreadsheet of tasks, read into drafts with every problem at its cell.
//!
//! Offices write annexes each in their own way: columns in any order and under many headings, merged cells, groups with
//! roman numbers, several agencies in a cell, time in words. Nothing is guessed about who is responsible: a name is
//! taken where its spelling is surely an agency's or a group's on the plan's day, and otherwise asked about.

mod basis;
mod cast;
mod collective;
mod export;
mod heading;
mod import;
mod lines;
mod names;
mod period;
mod problem;
mod question;
mod section;
mod settle;
mod settled;
mod table;
mod table_end;
mod tasks;
mod tokens;
mod upload;

use sheet::{File, Found, Progress, Sheet};

use crate::task::Terms;

pub use basis::Basis;
pub use export::{As, export, rhythm, write};
pub use heading::Column;
pub use import::{Imported, Refusal, Wishes, import};
pub use names::NOBODY;
pub use problem::{Expected, Kind, Named, Problem, Problems};
pub use question::{Question, is_asked, offered, questions};
pub use settle::{SETTLE, forget, remembered, settle};
pub use settled::{Settled, Topic};
pub use upload::{
    DAYS, LARGEST, Outcome, SWEEP, UPLOAD, Upload, Waiting, put_away, sweep, take, upload, uploaded, waiting,
};

/// What an annex holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its tasks, in its order.
    pub tasks: Vec<Terms>,
    /// Whether it says itself where its tasks come from.
    pub sourced: bool,
    /// The sheet that was read; none for a text file.
    pub sheet: Option<String>,
    /// Other sheets with tables of tasks, which were not read.
    pub ignored: Vec<String>,
    /// What is worth saying and no reason to refuse.
    pub warnings: Problems,
}

/// Why an annex was not read.
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

impl From<Problem> for Unread {
    fn from(problem: Problem) -> Self {
        Self::Wrong { problems: problem.into(), warnings: Problems::default() }
    }
}

/// Reads an annex: the sheet that is asked for, else the first with a table of tasks that is not hidden.
///
/// # Errors
/// [`Unread`] with every problem, so that all can be mended at once.
pub fn read(
    file: File<'_>,
    wanted: Option<&str>,
    basis: &Basis<'_>,
    progress: &mut Progress<'_>,
) -> Result<Reading, Unread> {
    let sheets = sheet::read(file, progress).map_err(Problem::from)?;
    let (at, ignored) = choose(&sheets, wanted)?;
    let Some(heading) = heading::find(&sheets[at]) else {
        return Err(sheets[at].fault(Kind::EmptySheet, Found::Nothing, Expected::Table).into());
    };
    let source = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let gathered = tasks::read(&sheets[at], &heading, basis, source);
    let (mut problems, mut warnings) = (gathered.problems, gathered.warnings);
    problems.sort();
    warnings.sort();
    if problems.is_empty() {
        let (sheet, sourced) = (sheets[at].name.clone(), heading.at(Column::Source).is_some());
        Ok(Reading { tasks: gathered.tasks, sourced, sheet, ignored, warnings })
    } else {
        Err(Unread::Wrong { problems, warnings })
    }
}

/// The sheet to read, and the names of others that hold tables of tasks.
fn choose(sheets: &[Sheet], wanted: Option<&str>) -> Result<(usize, Vec<String>), Unread> {
    let named = |sheet: &Sheet, name: &str| {
        sheet.name.as_deref().is_some_and(|known| places::name::fold(known) == places::name::fold(name))
    };
    if let Some(wanted) = wanted {
        let found = sheets.iter().position(|sheet| named(sheet, wanted));
        return found.map(|at| (at, Vec::new())).ok_or_else(|| Unread::NoSuchSheet {
            wanted: wanted.to_owned(),
            sheets: sheets.iter().filter_map(|sheet| sheet.name.clone()).collect(),
        });
    }
    let tables: Vec<usize> = (0..sheets.len()).filter(|at| heading::find(&sheets[*at]).is_some()).collect();
    let seen = tables.iter().find(|at| !sheets[**at].hidden.sheet).or(tables.first());
    match seen {
        Some(at) => {
            let others =
                tables.iter().filter(|other| *other != at).filter_map(|other| sheets[*other].name.clone());
            Ok((*at, others.collect()))
        }
        None => Err(empty(sheets)),
    }
}

/// No sheet has a table of tasks.
fn empty(sheets: &[Sheet]) -> Unread {
    let mut problems = Problems::default();
    for sheet in sheets.iter().filter(|sheet| !sheet.hidden.sheet) {
        problems.push(|| sheet.fault(Kind::EmptySheet, Found::Nothing, Expected::Table));
    }
    if problems.is_empty() {
        problems.push(|| Problem::of_file(Kind::EmptySheet, Found::Nothing, Expected::Table));
    }
    Unread::Wrong { problems, warnings: Problems::default() }
}
