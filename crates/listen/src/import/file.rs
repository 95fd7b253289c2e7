//! The file of another system as it is brought: CSV or XLSX, whatever stands above its headings.
//!
//! Columns that tell who somebody is are left out while it is read: they reach neither the database nor the attachments.

use fieldwork::file::{Read, names_who, tells_who, text};
use serde::{Deserialize, Serialize};
use sheet::{Cells, File, Sheet, in_row, letters};

use super::Kind;
use super::cell::masked;
use super::column;

/// The most rows that are taken.
pub const ROWS_MAX: usize = 20_000;
/// The most columns.
pub const COLUMNS_MAX: usize = 100;
/// Above the headings stand at most so many rows.
const TOP: usize = 20;

/// A file until a person said what its columns are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The numbers of its rows below the headings, as a spreadsheet counts them.
    pub rows: Vec<u32>,
    /// What may be kept of it.
    pub columns: Vec<Column>,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Where it stands: `C`.
    pub at: String,
    /// Its heading.
    pub heading: String,
    /// Row by row what it says.
    pub values: Vec<Option<String>>,
}

impl Column {
    /// Different values of the column, the first so many, as they may be shown.
    pub fn examples(&self, most: usize) -> Vec<String> {
        let mut seen: Vec<String> = Vec::new();
        for value in self.values.iter().flatten().map(|value| masked(value)) {
            if seen.len() < most && !seen.contains(&value) {
                seen.push(value);
            }
        }
        seen
    }
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// It is no spreadsheet, or too large to be read.
    #[error("the file is no spreadsheet that is read here")]
    Sheet(sheet::Fault),
    /// It has no headings with rows below.
    #[error("the file has no row of headings with rows below it")]
    Empty,
    /// It has more rows than [`ROWS_MAX`] or more columns than [`COLUMNS_MAX`].
    #[error("the file has more rows or columns than are taken")]
    TooLarge,
}

/// Reads a file: what may be kept, and the headings of columns that were left out for telling who somebody is.
pub(super) fn read(file: File<'_>) -> Result<(Draft, Vec<String>), Unread> {
    let sheets = sheet::read(file, &mut |_, _| ()).map_err(Unread::Sheet)?;
    let seen = |sheet: &&Sheet| !sheet.hidden.sheet && sheet.rows().nth(1).is_some();
    of(sheets.iter().find(seen).ok_or(Unread::Empty)?)
}

fn of(sheet: &Sheet) -> Result<(Draft, Vec<String>), Unread> {
    let rows: Vec<(u32, &Cells)> = sheet.rows().collect();
    let top = headings(&rows).ok_or(Unread::Empty)?;
    let (heading, below) = (rows[top].1, &rows[top + 1..]);
    if below.is_empty() {
        return Err(Unread::Empty);
    }
    if below.len() > ROWS_MAX || heading.len() > COLUMNS_MAX {
        return Err(Unread::TooLarge);
    }
    let (mut draft, mut dropped) =
        (Draft { rows: below.iter().map(|(row, _)| row + 1).collect(), columns: Vec::new() }, Vec::new());
    for (place, cell) in heading {
        let Some(heading) = text(cell) else { continue };
        let said = |row: &Cells| in_row(row, *place).and_then(text);
        let values: Vec<Option<String>> = below.iter().map(|(_, row)| said(row)).collect();
        if tells(&heading, &values) {
            dropped.push(heading);
        } else if values.iter().any(Option::is_some) {
            draft.columns.push(Column { at: letters(*place), heading, values });
        }
    }
    if draft.columns.is_empty() { Err(Unread::Empty) } else { Ok((draft, dropped)) }
}

/// The row of headings: that of the first rows of which most is understood. A file without one that is understood is none
/// that can be read here, and neither is one whose first row already tells of somebody.
fn headings(rows: &[(u32, &Cells)]) -> Option<usize> {
    let said = |cells: &Cells| cells.iter().filter_map(|(_, cell)| text(cell)).collect::<Vec<_>>();
    let known = |cells: &Cells| said(cells).iter().filter(|it| Kind::guess(it).is_some()).count();
    let best = (0..rows.len().min(TOP)).max_by_key(|at| (known(rows[*at].1), TOP - at))?;
    let is_personal = |heading: &String| tells_who("", &column_of("", &[Some(heading.clone())]));
    (known(rows[best].1) > 0 && !said(rows[best].1).iter().any(is_personal)).then_some(best)
}

fn column_of(heading: &str, values: &[Option<String>]) -> Read {
    let values = values.iter().map(|value| value.clone().map(String::into_boxed_str)).collect();
    Read { name: heading.to_owned(), label: heading.to_owned(), values }
}

/// Whether a column tells who somebody is. A heading that is understood is believed, unless it names such a thing: the
/// codes of a system may look like telephone numbers, and a satisfaction of citizens names no citizen.
fn tells(heading: &str, values: &[Option<String>]) -> bool {
    match Kind::guess(heading) {
        Some(Kind::Satisfied) => false,
        Some(_) => names_who(heading),
        None => column::names_who(heading) || tells_who(heading, &column_of(heading, values)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(text: &str) -> (Draft, Vec<String>) {
        read(File { name: "a.csv", bytes: text.as_bytes() }).expect("a file")
    }

    #[test]
    fn a_title_above_the_headings_is_passed_over_and_rows_keep_their_numbers() {
        let (draft, _) =
            taken("TỔNG ĐÀI 1022,\nTừ 1/5,đến 15/5\nMã phản ánh,Ngày gửi\nA1,2/5/2025\n\nA2,3/5/2025\n");
        assert_eq!(draft.rows, [4, 6]);
        assert_eq!(draft.columns[1].heading, "Ngày gửi");
        assert_eq!(draft.columns[0].values, [Some("A1".to_owned()), Some("A2".to_owned())]);
    }

    #[test]
    fn who_somebody_is_never_comes_in() {
        let (draft, dropped) = taken(
            "Mã phản ánh,Họ và tên,SĐT,Địa chỉ,Email,CCCD,Người phản ánh,ghi_chu,Cán bộ xử lý,Ngày gửi\n\
             2025050123,Nguyễn A,0912345678,Khóm 1,a@x.vn,095123456789,A,0987654321,Lê C,2/5/2025\n",
        );
        let kept: Vec<&str> = draft.columns.iter().map(|column| column.heading.as_str()).collect();
        assert_eq!(kept, ["Mã phản ánh", "Ngày gửi"], "a code that looks like a telephone stays");
        assert_eq!(dropped.len(), 8);
        let all = serde_json::to_string(&draft).expect("json");
        assert!(!all.contains("0987654321") && !all.contains("Nguyễn") && !all.contains("095123456789"));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        let read = |text: &str| read(File { name: "a.csv", bytes: text.as_bytes() });
        assert_eq!(read("Mã,Ngày gửi\n"), Err(Unread::Empty));
        assert_eq!(read("PA-1,Nguyễn A,2/5/2025\nPA-2,Trần B,3/5/2025\n"), Err(Unread::Empty));
        assert_eq!(read("Mã,0912345678\nPA-2,0987654321\n"), Err(Unread::Empty), "a person is no heading");
        assert!(matches!(read("%PDF-1.4"), Err(Unread::Sheet(_))));
        let long = format!("Mã,Ngày gửi\n{}", "a,b\n".repeat(ROWS_MAX + 1));
        assert_eq!(read(&long), Err(Unread::TooLarge));
    }
}
