//! Foreign spreadsheets: CSV and XLSX from anybody as sheets of cells, each cell with its place.
//!
//! It knows spreadsheets and nothing else: what a cell means, and what is wrong with it, a slice says with a
//! [`Problem`] at that cell. What is wrong with the file as a whole is a [`Fault`]. Every size is limited before it is
//! believed, so that a hostile file costs no more than a large one.

mod address;
mod cell;
mod fault;
mod file;
mod grid;
mod name;
mod problem;
mod text;
mod workbook;
mod worksheet;
mod xml;

pub use address::{address, letters};
pub use cell::{Cell, Cells, in_row};
pub use fault::{Fault, Limit, Wanted};
pub use file::{File, LARGEST};
pub use grid::{Hidden, Region, Sheet};
pub use name::bare_name;
pub use problem::{Found, KEPT, Problem, Problems};
pub use workbook::UNPACKED;

use file::Content;

/// Cells that all sheets of a file may hold together.
const MOST_CELLS: usize = 1_500_000;

/// Told how much is done of how much, many times while a file is read.
pub type Progress<'a> = dyn FnMut(u64, u64) + 'a;

/// The sheets of a file, in the order of its tabs; a text file is one without a name.
///
/// # Errors
/// [`Fault`] where the file is none that is read here, or too large to be.
pub fn read<'p>(file: File<'_>, progress: &'p mut Progress<'p>) -> Result<Vec<Sheet>, Fault> {
    match file::content(file.name, file.bytes)? {
        Content::Archive => workbook::read(file.bytes, progress),
        Content::Text(text) => Ok(vec![text::read(&text, progress)?]),
    }
}
