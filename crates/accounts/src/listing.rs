//! A list in a spreadsheet, a row for each thing: columns in any order, below whatever title stands above the headings.

mod problem;

use jiff::civil::Date;
use places::name::fold;
use sheet::{Cell, Fault, File, Found, Sheet, Wanted};

pub use problem::{Expected, Kind, Problem, Problems};

/// How many rows are looked at for the headings.
const TOP: usize = 20;

/// A column: the headings that mean it, folded, and whether a list needs it.
pub struct Column {
    /// Those headings.
    pub headings: &'static [&'static str],
    /// Whether a list without it is none.
    pub needed: bool,
}

/// What is said of a file that is no such list: that no row has the headings, that nothing is below them.
#[derive(Debug, Clone, Copy)]
pub struct Unlike<K, E> {
    /// No row has the headings.
    pub headless: K,
    /// Nothing is below them.
    pub empty: K,
    /// What would be right.
    pub expected: E,
}

/// A cell that should say a day says something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that is no day")]
pub struct NotADay;

/// The list.
pub struct Listing {
    sheet: Sheet,
    top: u32,
    /// Where each column stands.
    at: Vec<Option<u32>>,
}

impl Listing {
    /// The first sheet in sight whose headings name every needed column.
    ///
    /// # Errors
    /// The one problem of a file that is no such list.
    pub(crate) fn read(file: File<'_>, columns: &[Column]) -> Result<Self, Problem> {
        let (headless, empty) = (Kind::MissingColumn, Kind::EmptySheet);
        Self::open(file, columns, Unlike { headless, empty, expected: Expected::AsKind })
    }

    /// The same for a list of another slice, which says of it what it will.
    ///
    /// # Errors
    /// The one problem of a file that is no such list.
    pub fn open<K, E>(
        file: File<'_>,
        columns: &[Column],
        unlike: Unlike<K, E>,
    ) -> Result<Self, sheet::Problem<K, E>>
    where
        K: for<'a> From<&'a Fault>,
        E: From<Wanted>,
    {
        let sheets = sheet::read(file, &mut |_, _| ())?;
        let seen = sheets.into_iter().filter(|sheet| !sheet.hidden.sheet);
        let mut headed =
            seen.filter_map(|sheet| heads(&sheet, columns).map(|(top, at)| Self { sheet, top, at }));
        let Some(listing) = headed.next() else {
            return Err(sheet::Problem::of_file(unlike.headless, Found::Nothing, unlike.expected));
        };
        if listing.rows().next().is_none() {
            return Err(listing.sheet.fault(unlike.empty, Found::Nothing, unlike.expected));
        }
        Ok(listing)
    }

    /// The rows below the headings that say anything in one of the columns.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        let says = |row: &u32| (0..self.at.len()).any(|column| !self.said(*row, column).is_empty());
        self.sheet.rows().map(|(row, _)| row).filter(|row| *row > self.top).filter(says)
    }

    /// The sheet that holds it, for who looks at what no column means.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The row of the headings, counted from 0.
    pub fn top(&self) -> u32 {
        self.top
    }

    /// Where a column stands; none where the list does not have it.
    pub fn place(&self, column: usize) -> Option<u32> {
        self.at[column]
    }

    fn cell(&self, row: u32, column: usize) -> Option<&Cell> {
        self.sheet.cell((row, self.at[column]?))
    }

    /// What a cell says, empty for nothing.
    pub fn said(&self, row: u32, column: usize) -> String {
        match self.cell(row, column) {
            Some(Cell::Day(day)) => day.to_string(),
            Some(cell) => cell.words().map(|words| words.trim().to_owned()).unwrap_or_default(),
            None => String::new(),
        }
    }

    /// A day: the spreadsheet's own, or written `1/7/2025` or `2025-07-01`; none where the cell is empty.
    ///
    /// # Errors
    /// When what it says is no day.
    pub fn day(&self, row: u32, column: usize) -> Result<Option<Date>, NotADay> {
        let said = self.said(row, column);
        match said.as_str() {
            "" => Ok(None),
            text => text.parse().or_else(|_| Date::strptime("%d/%m/%Y", text)).map(Some).map_err(|_| NotADay),
        }
    }

    /// What is wrong with a cell.
    pub fn problem<K, E>(&self, row: u32, column: usize, kind: K, expected: E) -> sheet::Problem<K, E> {
        self.sheet.problem((row, self.at[column].unwrap_or_default()), kind, expected)
    }
}

/// The row of the headings and where each column stands.
fn heads(sheet: &Sheet, columns: &[Column]) -> Option<(u32, Vec<Option<u32>>)> {
    sheet.rows().take(TOP).find_map(|(row, cells)| {
        let at = |column: &Column| {
            let is = |cell: &Cell| {
                cell.words().is_some_and(|said| column.headings.contains(&fold(&said).as_str()))
            };
            cells.iter().find(|(_, cell)| is(cell)).map(|(column, _)| *column)
        };
        let found: Vec<Option<u32>> = columns.iter().map(at).collect();
        let whole = columns.iter().zip(&found).all(|(column, at)| at.is_some() || !column.needed);
        whole.then_some((row, found))
    })
}
