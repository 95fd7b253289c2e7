//! Tables as a workbook, for who goes on in a spreadsheet. The words are the caller's.

use rust_xlsxwriter::{Format, FormatBorder, Workbook, XlsxError};

/// A sheet of a workbook.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// The name on its tab.
    pub name: String,
    /// The headings.
    pub heading: Vec<String>,
    /// The rows below.
    pub rows: Vec<Vec<Cell>>,
    /// Paragraphs below the table.
    pub notes: Vec<String>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A number; none is an empty cell.
    Number(Option<f64>),
}

/// The bytes of a workbook with these sheets.
///
/// # Errors
/// When a sheet has a name that workbooks do not take, or the bytes cannot be made.
pub fn written(pages: &[Page]) -> Result<Vec<u8>, XlsxError> {
    let (mut book, bold) = (Workbook::new(), Format::new().set_bold().set_border_bottom(FormatBorder::Thin));
    for page in pages {
        let sheet = book.add_worksheet();
        sheet.set_name(&page.name)?;
        for (column, heading) in (0..).zip(&page.heading) {
            sheet.write_with_format(0, column, heading, &bold)?;
        }
        for (row, cells) in (1..).zip(&page.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Text(text) => sheet.write_string(row, column, text)?,
                    Cell::Number(Some(number)) => sheet.write_number(row, column, *number)?,
                    Cell::Number(None) => continue,
                };
            }
        }
        for (row, note) in (page.rows.len() as u32 + 2..).zip(&page.notes) {
            sheet.write_string(row, 0, note)?;
        }
    }
    book.save_to_buffer()
}
