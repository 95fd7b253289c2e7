//! Reading a text file: values between commas, semicolons or tabs, as a sheet.

use std::collections::HashSet;
use std::rc::Rc;

use crate::cell::{Cell, Cells};
use crate::fault::{Fault, Limit};
use crate::grid::Sheet;
use crate::{MOST_CELLS, Progress};

/// The sheet that a text file is. `done` of the progress is bytes.
pub(super) fn read(text: &str, progress: &mut Progress<'_>) -> Result<Sheet, Fault> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut record, mut rows, mut seen, mut cells) =
        (csv::StringRecord::new(), Vec::new(), HashSet::new(), 0);
    while reader.read_record(&mut record).unwrap_or(false) {
        let row = cells_of(&record, &mut seen);
        cells += row.len();
        if cells > MOST_CELLS {
            return Err(too_many_cells());
        }
        rows.push((line(text, &record), row));
        progress(reader.position().byte(), text.len() as u64);
    }
    Ok(Sheet::new(None, rows))
}

pub(super) fn too_many_cells() -> Fault {
    Fault::TooLarge { found: None, most: MOST_CELLS as u64, of: Limit::Cells }
}

/// The record's fields that hold something. Equal texts are kept once.
fn cells_of(record: &csv::StringRecord, seen: &mut HashSet<Rc<str>>) -> Cells {
    let filled = record.iter().enumerate().filter(|(_, field)| !field.trim().is_empty());
    filled
        .filter_map(|(column, field)| Some((u32::try_from(column).ok()?, Cell::Text(keep(field, seen)))))
        .collect()
}

/// One copy of a text, however often it occurs.
pub(super) fn keep(text: &str, seen: &mut HashSet<Rc<str>>) -> Rc<str> {
    if let Some(kept) = seen.get(text) {
        return Rc::clone(kept);
    }
    let kept: Rc<str> = text.into();
    seen.insert(Rc::clone(&kept));
    kept
}

/// The line that the record's first field stands on, counted from 0. Blank lines before it count.
fn line(text: &str, record: &csv::StringRecord) -> u32 {
    let Some(position) = record.position() else { return 0 };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let before = text.get(start..).unwrap_or_default();
    let blank = before.bytes().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| *b == b'\n').count();
    u32::try_from(position.line() - 1).unwrap_or(u32::MAX).saturating_add(u32::try_from(blank).unwrap_or(0))
}

/// The separator that cuts the first lines into most fields; a comma if none does.
///
/// A comma may be a decimal mark, so a semicolon or tab that occurs in the first line wins over it.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: char| first.matches(mark).count();
    match (count('\t'), count(';')) {
        (0, 0) => b',',
        (tabs, semicolons) if tabs >= semicolons => b'\t',
        _ => b';',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u32, u32, String)> {
        let sheet = read(text, &mut |_, _| ()).expect("a sheet");
        let cell = |row, column: &u32, cell: &Cell| (row, *column, cell.found().to_string());
        sheet
            .rows()
            .flat_map(|(row, cells)| {
                cells.iter().map(move |(column, c)| cell(row, column, c)).collect::<Vec<_>>()
            })
            .collect()
    }

    #[test]
    fn commas_semicolons_and_tabs_all_separate() {
        for text in ["tỉnh,1.1\n95,1.25", "tỉnh;1.1\n95;1.25", "tỉnh\t1.1\n95\t1.25"] {
            assert_eq!(cells(text).len(), 4, "{text}");
            assert_eq!(cells(text)[3], (1, 1, "1.25".to_owned()));
        }
        assert_eq!(cells("tỉnh;1.1\n95;1,25")[3], (1, 1, "1,25".to_owned()));
    }

    #[test]
    fn a_row_is_the_line_it_stands_on() {
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "", "c,d", "", "", "e,f", "g"].join(end);
            let lines: Vec<_> = cells(&text).iter().filter(|cell| cell.1 == 0).map(|cell| cell.0).collect();
            assert_eq!(lines, [0, 2, 5, 6], "{end:?}");
        }
    }
}
