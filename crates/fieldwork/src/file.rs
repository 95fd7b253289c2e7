//! A survey's file as anybody brings it: CSV or XLSX, by hand or out of Kobo, ODK and their kin.
//!
//! The first row is the heading. What a tool writes about itself (`_uuid`, `start`, `deviceid` …) and what tells who
//! somebody is are dropped while the file is read: see [`Why`].

mod export;
mod kept;
mod personal;

use sheet::{Cell, Cells, File, Sheet, in_row, letters};

use crate::column::number;
use export::Headings;

/// The most columns that are read.
pub const COLUMNS_MAX: usize = 500;

/// A file that was read: columns of values, a row for each person asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns, in the order of the file.
    pub columns: Vec<Read>,
    /// Number of rows.
    pub rows: usize,
    /// Columns that were dropped, by their heading.
    pub dropped: Vec<(String, Why)>,
    /// Cells that held an error or a formula without its result, taken as not answered.
    pub lost: usize,
}

/// A column as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// Its name: the heading without its group, and not twice in a file.
    pub name: String,
    /// Its heading.
    pub label: String,
    /// Row by row what it holds; none where nothing was answered.
    pub values: Vec<Option<Box<str>>>,
}

/// Why a column was dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It tells who somebody is.
    Personal,
    /// The tool of data collection wrote it about itself.
    Tool,
    /// It holds nothing, or repeats the options of a question.
    Empty,
}

impl Why {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Tool => "tool",
            Self::Empty => "empty",
        }
    }
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// It is no spreadsheet, or too large to be read.
    #[error("the file is no spreadsheet that is read here")]
    Sheet(sheet::Fault),
    /// It has no heading and a row below it.
    #[error("the file has no row of headings with answers below it")]
    Empty,
    /// It has more columns than [`COLUMNS_MAX`].
    #[error("the file has {0} columns")]
    TooWide(usize),
}

impl Table {
    /// Reads a file; of a workbook the first sheet that holds a table.
    ///
    /// # Errors
    /// [`Unread`].
    pub fn read(file: File<'_>) -> Result<Self, Unread> {
        let sheets = sheet::read(file, &mut |_, _| ()).map_err(Unread::Sheet)?;
        let filled = |sheet: &&Sheet| sheet.rows().nth(1).is_some();
        Self::of(sheets.iter().find(filled).ok_or(Unread::Empty)?)
    }

    fn of(sheet: &Sheet) -> Result<Self, Unread> {
        let rows: Vec<&Cells> = sheet.rows().map(|(_, cells)| cells).collect();
        let (heading, below) = rows.split_first().ok_or(Unread::Empty)?;
        let places: Vec<(u32, String)> =
            heading.iter().filter_map(|(at, cell)| Some((*at, text(cell)?))).collect();
        if places.len() > COLUMNS_MAX {
            return Err(Unread::TooWide(places.len()));
        }
        let headings = Headings::new(places.iter().map(|(_, heading)| heading.as_str()).collect());
        let skipped = below.iter().take(2).take_while(|row| headings.is_label_row(row, &places)).count();
        let answers = &below[skipped..];
        if answers.is_empty() || places.is_empty() {
            return Err(Unread::Empty);
        }
        let mut table = Self { rows: answers.len(), ..Self::default() };
        table.blank_headings(heading, answers);
        for (at, (place, _)) in places.iter().enumerate() {
            let (values, lost) = column(answers, *place);
            let read = Read { name: headings.name(at), label: headings.label(at), values };
            table.lost += lost;
            match headings.why(at).or_else(|| why(headings.bare(at), &read)) {
                Some(why) => table.dropped.push((read.label, why)),
                None => table.columns.push(read),
            }
        }
        Ok(table)
    }

    /// Columns that hold something and have no heading cannot be told apart, and are dropped.
    fn blank_headings(&mut self, heading: &Cells, answers: &[&Cells]) {
        let mut nameless: Vec<u32> = answers
            .iter()
            .flat_map(|row| row.iter().map(|(column, _)| *column))
            .filter(|column| in_row(heading, *column).and_then(text).is_none())
            .collect();
        nameless.sort_unstable();
        nameless.dedup();
        self.dropped.extend(nameless.into_iter().map(|column| (letters(column), Why::Empty)));
    }

    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&Read> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The columns that are wanted as the estimators read them: numbers where all are, else factors.
    ///
    /// # Errors
    /// Those of [`estimate::Frame::new`].
    pub fn frame(&self, wanted: impl Fn(&str) -> bool) -> Result<estimate::Frame, estimate::Fault> {
        let columns = self.columns.iter().filter(|column| wanted(&column.name));
        estimate::Frame::new(columns.map(|column| (column.name.clone(), column.estimated())).collect())
    }

    /// Without the columns that `keep` refuses.
    #[must_use]
    pub fn only(mut self, keep: impl Fn(&Read) -> bool) -> Self {
        self.columns.retain(|column| keep(column));
        self
    }
}

/// Whether bytes are text with commas that no tool of data collection wrote, as far as their heading shows.
pub fn is_plain(bytes: &[u8]) -> bool {
    let heading = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let marked = |mark: &[u8]| heading.windows(mark.len()).any(|window| window == mark);
    let marks: [&[u8]; 5] = [b"_submission_time", b"_uuid", b"meta/instanceID", b"SubmissionDate", b"\0"];
    !bytes.starts_with(b"PK") && !bytes.starts_with(&[0xD0, 0xCF]) && !marks.into_iter().any(marked)
}

impl Read {
    fn estimated(&self) -> estimate::Column {
        let numbers: Option<Vec<f64>> =
            self.values.iter().map(|value| value.as_deref().map_or(Some(f64::NAN), number)).collect();
        let texts = || self.values.iter().map(Option::as_deref).collect::<Vec<_>>();
        numbers.map_or_else(
            || estimate::Column::Factor(estimate::Factor::of_texts(&texts())),
            estimate::Column::Numbers,
        )
    }

    /// The first different values, at most so many.
    pub fn examples(&self, most: usize) -> Vec<&str> {
        let mut seen: Vec<&str> = Vec::new();
        for value in self.values.iter().flatten() {
            if seen.len() == most {
                break;
            }
            if !seen.contains(&value.as_ref()) {
                seen.push(value);
            }
        }
        seen
    }
}

fn why(heading: &str, read: &Read) -> Option<Why> {
    if read.values.iter().all(Option::is_none) {
        return Some(Why::Empty);
    }
    personal::tells(heading, read).then_some(Why::Personal)
}

/// The values of a column, and how many of its cells cannot be read.
fn column(rows: &[&Cells], place: u32) -> (Vec<Option<Box<str>>>, usize) {
    let mut lost = 0;
    let mut values: Vec<Option<Box<str>>> = Vec::with_capacity(rows.len());
    for row in rows {
        let cell = in_row(row, place);
        lost += usize::from(matches!(cell, Some(Cell::Error(_) | Cell::Formula(_))));
        values.push(cell.and_then(text).filter(|text| !is_missing(text)).map(String::into_boxed_str));
    }
    if has_decimal_commas(&values) {
        values.iter_mut().flatten().for_each(|value| *value = value.replace(',', ".").into_boxed_str());
    }
    (values, lost)
}

/// What tools write where nothing was answered.
fn is_missing(text: &str) -> bool {
    matches!(text, "NA" | "N/A" | "n/a" | "#N/A" | "NULL" | "NaN" | ".")
}

/// Numbers as Vietnamese spreadsheets write them: `3,5`, and not one that may be grouped, as `1,500` may.
fn has_decimal_commas(values: &[Option<Box<str>>]) -> bool {
    let mut sure = false;
    for value in values.iter().flatten() {
        match value.split_once(',') {
            Some((_, after)) => {
                if after.contains(['.', ',']) || number(&value.replace(',', ".")).is_none() {
                    return false;
                }
                sure |= after.len() != 3;
            }
            None if number(value).is_none() => return false,
            None => {}
        }
    }
    sure
}

/// Whether a column tells who somebody is, by its heading or by what most of its values look like.
pub fn tells_who(heading: &str, read: &Read) -> bool {
    personal::tells(heading, read)
}

/// Whether a heading says that its column tells who somebody is.
pub fn names_who(heading: &str) -> bool {
    personal::names(heading)
}

/// What a cell says; none where it is blank or cannot be read.
pub fn text(cell: &Cell) -> Option<String> {
    let text = match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => text.trim().to_owned(),
        Cell::Day(day) => day.to_string(),
        Cell::Truth(truth) => u8::from(*truth).to_string(),
        Cell::Error(_) | Cell::Formula(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) fn read(text: &str) -> Table {
        Table::read(File { name: "a.csv", bytes: text.as_bytes() }).expect("a table")
    }

    fn names(table: &Table) -> Vec<&str> {
        table.columns.iter().map(|column| column.name.as_str()).collect()
    }

    #[test]
    fn a_plain_file_is_read_as_it_stands() {
        let table = read("thon;hai_long;diem\nA;Có;3,5\nB;NA;4\n\n");
        assert_eq!((names(&table), table.rows), (vec!["thon", "hai_long", "diem"], 2));
        assert_eq!(table.columns[2].values, [Some("3.5".into()), Some("4".into())]);
        assert_eq!(table.columns[1].values, [Some("Có".into()), None]);
    }

    #[test]
    fn numbers_that_may_be_grouped_stay_as_they_are() {
        assert_eq!(read("a;b\n1,500;x\n2,250;x\n").columns[0].examples(1), ["1,500"]);
        assert_eq!(read("a;b\n1,5;x\nhai;x\n").columns[0].examples(1), ["1,5"]);
    }

    #[test]
    fn a_kobo_export_is_recognised() {
        let table = read(
            "start,end,a/thon,a/kenh,a/kenh/tivi,a/kenh/dai,b/hai_long,_id,_uuid,_submission_time,__version__\n\
             2025-05-01T08:00,2025-05-01T08:10,A,tivi dai,1,1,yes,1,u1,2025-05-01T08:11,v1\n\
             2025-05-01T09:00,2025-05-01T09:10,B,dai,0,1,no,2,u2,2025-05-01T09:11,v1\n",
        );
        assert_eq!(names(&table), ["thon", "kenh/tivi", "kenh/dai", "hai_long"]);
        assert_eq!(table.columns[1].label, "a/kenh/tivi");
        let tool = table.dropped.iter().filter(|(_, why)| *why == Why::Tool).count();
        assert_eq!(tool, 6);
        assert!(table.dropped.contains(&("a/kenh".to_owned(), Why::Empty)));
    }

    #[test]
    fn a_row_of_labels_or_tags_below_the_names_is_no_answer() {
        let table = read(
            "thon,diem,_id,_submission_time\nThôn ấp,Điểm hài lòng,,\n#adm4,#score,,\nA,3,1,2025-05-01T08:11\n",
        );
        assert_eq!((table.rows, table.columns[1].examples(2)), (1, vec!["3"]));
    }

    #[test]
    fn a_slash_in_a_heading_of_ones_own_parts_nothing() {
        let table = read("Giới tính (Nam/Nữ),Anh/chị có hài lòng không,Tỉnh/thành phố\nNam,Có,Cà Mau\n");
        assert_eq!(names(&table), ["Giới tính (Nam/Nữ)", "Anh/chị có hài lòng không", "Tỉnh/thành phố"]);
    }

    #[test]
    fn a_group_of_who_answers_names_nobody() {
        let table = read(
            "Người trả lời/Giới tính,Người trả lời/Tuổi,Nghề nghiệp người trả lời,Người trả lời/Họ tên,Chủ hộ\n\
             Nam,40,Nông dân,Nguyễn A,Trần B\nNữ,30,Giáo viên,Lê C,Lý D\n",
        );
        assert_eq!(names(&table), ["Giới tính", "Tuổi", "Nghề nghiệp người trả lời"]);
    }

    #[test]
    fn the_same_name_twice_is_told_apart() {
        let table = read("a/q,b/q,q,q\n1,2,3,4\n5,6,7,8\n");
        assert_eq!(names(&table), ["a/q", "b/q", "q", "q (D)"]);
    }

    #[test]
    fn what_tells_who_somebody_is_never_comes_in() {
        let table = read(
            "Họ và tên,SĐT,lien_he,CCCD,thon,diem\nNguyễn A,0912345678,a@x.vn,096123456789,T1,3\n\
             Trần B,0987654321,b@x.vn,096987654321,T2,4\n",
        );
        assert_eq!(names(&table), ["thon", "diem"]);
        assert!(table.dropped.iter().all(|(_, why)| *why == Why::Personal));
    }

    #[test]
    fn an_export_is_told_from_plain_text() {
        assert!(is_plain(b"thon,diem\n1,2\n"));
        for other in [&b"PK\x03\x04"[..], b"a,_uuid\n1,u\n", b"SubmissionDate,a\n", b"a\0,\0"] {
            assert!(!is_plain(other));
        }
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let read = |text: &str| Table::read(File { name: "a.csv", bytes: text.as_bytes() });
        assert_eq!(read("a,b\n"), Err(Unread::Empty));
        assert!(matches!(read("%PDF-1.4"), Err(Unread::Sheet(_))));
        let wide = (0..=COLUMNS_MAX).map(|n| format!("c{n}")).collect::<Vec<_>>().join(",");
        assert_eq!(read(&format!("{wide}\n{wide}\n")), Err(Unread::TooWide(COLUMNS_MAX + 1)));
    }

    #[test]
    fn a_column_without_a_heading_is_named_by_its_letter_and_dropped() {
        let table = read("a,,c\n1,2,3\n4,5,6\n");
        assert_eq!(
            (names(&table), &table.dropped[..]),
            (vec!["a", "c"], &[("B".to_owned(), Why::Empty)][..])
        );
    }
}
