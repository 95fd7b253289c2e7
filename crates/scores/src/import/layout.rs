//! Finding the table in a sheet: where the provinces are, where the sub-dimensions, and which way they run.

use std::collections::{BTreeMap, BTreeSet};

use places::{country, name};
use sheet::{Cell, Cells, Region, Sheet};

use super::label;
use super::names::Names;
use crate::Code;

/// Rows and columns that are looked at to find a table; its body may go on.
const LOOKED_AT: u32 = 400;
/// Columns before the provinces that may hold labels.
const MOST_LABELS: u32 = 8;
/// Rows among which the header of a long table is sought.
const HEADER_WITHIN: u32 = 40;

/// A table of scores.
#[derive(Debug)]
pub(super) enum Table {
    /// A row for each figure.
    Long(Long),
    /// Provinces along one side, sub-dimensions along the other.
    Wide(Wide),
}

/// The columns of a long table, under its header row.
#[derive(Debug)]
pub(super) struct Long {
    pub(super) header: u32,
    pub(super) year: Option<u32>,
    pub(super) province: u32,
    pub(super) code: u32,
    pub(super) score: u32,
}

/// A table with provinces along one side. A *line* is a row or a column, whichever way its side runs.
#[derive(Debug)]
pub(super) struct Wide {
    /// Whether provinces run down the rows.
    pub(super) down: bool,
    /// The column (or row) that holds the names of provinces.
    pub(super) names: u32,
    /// The rows (or columns) that hold labels, the best first.
    pub(super) labels: Vec<u32>,
    /// The sub-dimensions seen, of any year.
    pub(super) codes: BTreeSet<Code>,
}

impl Wide {
    /// The place where a province's line meets a label's line.
    pub(super) fn at(&self, province: u32, label: u32) -> (u32, u32) {
        if self.down { (province, label) } else { (label, province) }
    }

    /// A region's lines of provinces and its lines of labels.
    pub(super) fn sides(&self, region: &Region) -> ((u32, u32), (u32, u32)) {
        if self.down { (region.rows, region.columns) } else { (region.columns, region.rows) }
    }

    /// Whether it shows one dimension only, as the part sheets of older workbooks do.
    pub(super) fn is_part(&self) -> bool {
        let dimensions: BTreeSet<u8> = self.codes.iter().map(|code| code.dimension).collect();
        dimensions.len() < 2
    }
}

/// The table of a sheet; none if there is none.
pub(super) fn find(sheet: &Sheet) -> Option<Table> {
    let header =
        sheet.rows().take_while(|(row, _)| *row < HEADER_WITHIN).find_map(|(row, cells)| long(row, cells));
    header.map(Table::Long).or_else(|| wide(sheet).map(Table::Wide))
}

/// A long table's header: a province, a sub-dimension and a score, and perhaps a year, in any order.
fn long(row: u32, cells: &Cells) -> Option<Long> {
    const YEAR: &[&str] = &["year", "surveyyear", "nam", "namkhaosat"];
    const PROVINCE: &[&str] = &[
        "provincecode",
        "matinh",
        "matinhthanh",
        "matinhthanhpho",
        "province",
        "provincename",
        "tinh",
        "tinhthanh",
        "tinhthanhpho",
        "tentinh",
        "diaphuong",
        "unit",
    ];
    const CODE: &[&str] = &[
        "subdimension",
        "subdimensioncode",
        "subdim",
        "manoidungthanhphan",
        "noidungthanhphan",
        "thanhphan",
        "chisothanhphan",
        "machiso",
    ];
    const SCORE: &[&str] = &["score", "diem", "diemso", "value", "giatri"];
    let keys: Vec<(u32, String)> =
        cells.iter().filter_map(|(column, cell)| Some((*column, key(cell)?))).collect();
    let column = |words: &[&str]| {
        words.iter().find_map(|word| keys.iter().find(|(_, key)| key == word)).map(|(column, _)| *column)
    };
    Some(Long {
        header: row,
        year: column(YEAR),
        province: column(PROVINCE)?,
        code: column(CODE)?,
        score: column(SCORE)?,
    })
}

/// A heading without marks and punctuation.
fn key(cell: &Cell) -> Option<String> {
    let words = cell.words().filter(|words| words.len() < 60)?;
    Some(name::fold(&words).chars().filter(|c| c.is_alphanumeric()).collect())
}

/// A wide table: the row and column with most provinces, and those with most sub-dimensions, tell which way it runs.
fn wide(sheet: &Sheet) -> Option<Wide> {
    let provinces = country().sets.iter().map(|set| provinces(sheet, &mut Names::of(set)));
    let provinces = provinces.max_by_key(|sides| sides.best_row().1.max(sides.best_column().1))?;
    let codes = sides(sheet, |cell| {
        label::read(&cell.words()?)?.scored().filter(|code| code.dimension <= 9 && code.part <= 9)
    });
    let ((name_row, row_names), (name_column, column_names)) =
        (provinces.best_row(), provinces.best_column());
    let ((code_row, row_codes), (code_column, column_codes)) = (codes.best_row(), codes.best_column());
    let (down, across) = (column_names * row_codes, row_names * column_codes);
    if down == 0 && across == 0 {
        return None;
    }
    if down >= across {
        let codes = codes.rows.get(&code_row).cloned().unwrap_or_default();
        return Some(Wide { down: true, names: name_column, labels: vec![code_row], codes });
    }
    let first = provinces.first_in_row(name_row);
    let others = (0..first.min(MOST_LABELS)).filter(|column| *column != code_column);
    let labels = std::iter::once(code_column).chain(others).collect();
    Some(Wide {
        down: false,
        names: name_row,
        labels,
        codes: codes.columns.get(&code_column).cloned().unwrap_or_default(),
    })
}

/// Provinces by row and column. A bare number is a code only if it is text of two digits.
fn provinces(sheet: &Sheet, names: &mut Names) -> Sides<&'static str> {
    sides(sheet, |cell| {
        let Cell::Text(text) = cell else { return None };
        let coded = text.trim().len() == 2;
        let named = text.chars().any(char::is_alphabetic);
        (coded || named).then(|| names.find(cell)).flatten().map(|unit| unit.code)
    })
}

/// The different things that each row and each column holds.
struct Sides<T> {
    rows: BTreeMap<u32, BTreeSet<T>>,
    columns: BTreeMap<u32, BTreeSet<T>>,
    first: BTreeMap<u32, u32>,
}

fn sides<T: Ord + Clone>(sheet: &Sheet, mut thing: impl FnMut(&Cell) -> Option<T>) -> Sides<T> {
    let mut sides = Sides { rows: BTreeMap::new(), columns: BTreeMap::new(), first: BTreeMap::new() };
    for (row, cells) in sheet.rows().take(LOOKED_AT as usize) {
        for (column, cell) in cells.iter().take(LOOKED_AT as usize) {
            if let Some(thing) = thing(cell) {
                sides.rows.entry(row).or_default().insert(thing.clone());
                sides.columns.entry(*column).or_default().insert(thing);
                sides.first.entry(row).or_insert(*column);
            }
        }
    }
    sides
}

impl<T> Sides<T> {
    fn best_row(&self) -> (u32, usize) {
        best(&self.rows)
    }

    fn best_column(&self) -> (u32, usize) {
        best(&self.columns)
    }

    /// The first column of a row that holds one of the things.
    fn first_in_row(&self, row: u32) -> u32 {
        self.first.get(&row).copied().unwrap_or(0)
    }
}

/// The line with most different things, the first of equals, and how many.
fn best<T>(lines: &BTreeMap<u32, BTreeSet<T>>) -> (u32, usize) {
    let most = lines.iter().max_by_key(|(line, things)| (things.len(), std::cmp::Reverse(**line)));
    most.map_or((0, 0), |(line, things)| (*line, things.len()))
}
