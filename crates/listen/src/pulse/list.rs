//! A list from which a sample is drawn, as an office uploads it: of every row a reference and a commune, and nothing that
//! tells who somebody is. All or nothing.
//!
//! Of columns that tell who somebody is the file is freed by whoever sends it, not by the program: such a file is refused,
//! since it should not have come. Other columns are passed over.

mod number;
mod problem;

use std::collections::{BTreeMap, HashMap, HashSet};

use accounts::listing::{Column, Listing, Unlike};
use fieldwork::file::{Read, tells_who, text};
use places::name::fold;
use sheet::{Cell, Cells, File, Found, Sheet, in_row};

use crate::import::names::Names;
use crate::import::names_who;

use self::number::is_of_citizen;
pub use problem::{Expected, Kind, Problem, Problems};

/// The most rows of a list.
pub const ROWS_MAX: usize = 10_000;
/// The longest reference, in characters.
const REFERENCE_MAX: usize = 40;

const COLUMNS: [Column; 2] = [
    Column {
        headings: &[
            "so tham chieu",
            "ma ho so",
            "so ho so",
            "ma so ho so",
            "ma giao dich",
            "ma bien nhan",
            "so bien nhan",
            "ma tiep nhan",
            "so tiep nhan",
            "ma so",
            "ma",
            "stt",
            "so thu tu",
            "tt",
            "so tt",
            "ma hs",
            "so hs",
            "so giao dich",
            "so phieu",
            "ma phieu",
            "ma ho",
            "so ho",
            "ma ho gia dinh",
            "so ho gia dinh",
            "reference",
            "number",
        ],
        needed: true,
    },
    Column {
        headings: &[
            "xa, phuong",
            "xa/phuong",
            "xa phuong",
            "phuong, xa",
            "phuong/xa",
            "phuong xa",
            "xa, phuong, thi tran",
            "xa, phuong, dac khu",
            "xa/phuong/dac khu",
            "xa phuong dac khu",
            "ten xa, phuong",
            "ten xa/phuong",
            "ten xa phuong",
            "ten xa",
            "xa",
            "phuong",
            "don vi",
            "dia phuong",
            "dia ban",
            "noi tiep nhan",
            "don vi tiep nhan",
            "co quan tiep nhan",
            "commune",
        ],
        needed: true,
    },
];
const REFERENCE: usize = 0;
const PLACE: usize = 1;

/// The references of each commune, by the code of its agency.
pub(super) type List = BTreeMap<String, Vec<String>>;

/// Reads a list; or everything that is wrong with it.
pub(super) fn read(file: File<'_>, names: &Names) -> Result<List, Problems> {
    let (headless, empty) = (Kind::MissingColumn, Kind::EmptySheet);
    let list = Listing::open(file, &COLUMNS, Unlike { headless, empty, expected: Expected::AsKind })?;
    let mut reader = Reader { list: &list, names, seen: HashMap::new(), problems: Problems::default() };
    let rows = list.rows().count();
    if rows > ROWS_MAX {
        let (found, most) = (Found::Number(rows as f64), Expected::AtMost(ROWS_MAX));
        reader.problems.push(|| list.sheet().fault(Kind::TooManyRows, found, most));
        return Err(reader.problems);
    }
    reader.people();
    let mut found = List::new();
    let is_row = |row: &u32| !frames(&list.said(*row, REFERENCE), &list.said(*row, PLACE));
    for row in list.rows().filter(is_row) {
        if let Some((place, reference)) = reader.row(row) {
            found.entry(place).or_default().push(reference);
        }
    }
    if reader.problems.is_empty() { Ok(found) } else { Err(reader.problems) }
}

struct Reader<'a> {
    list: &'a Listing,
    names: &'a Names,
    /// The row of each reference.
    seen: HashMap<String, u32>,
    problems: Problems,
}

impl Reader<'_> {
    /// Columns and cells of the whole sheet that tell who somebody is.
    fn people(&mut self) {
        let (list, sheet, top) = (self.list, self.list.sheet(), self.list.top());
        let headings = sheet.rows().find(|(row, _)| *row == top).into_iter().flat_map(|(_, cells)| cells);
        let is_read = |column: u32| [REFERENCE, PLACE].iter().any(|read| list.place(*read) == Some(column));
        // What such a column holds is not told once more cell by cell.
        let mut told = HashSet::new();
        for (column, heading) in headings.filter(|(column, _)| !is_read(*column)) {
            let said = |(row, cells): (u32, &Cells)| {
                (row > top).then(|| in_row(cells, *column).and_then(text).map(String::into_boxed_str))
            };
            let (label, values) =
                (text(heading).unwrap_or_default(), sheet.rows().filter_map(said).collect());
            let read = Read { name: label.clone(), label: label.clone(), values };
            if names_who(&label) || tells_who(&label, &read) {
                told.insert(*column);
                self.problems.push(|| sheet.problem((top, *column), Kind::PersonalColumn, Expected::AsKind));
            }
        }
        for (row, cells) in sheet.rows() {
            let is_new = |(column, cell): &&(u32, Cell)| !told.contains(column) && is_of_citizen(cell);
            for (column, _) in cells.iter().filter(is_new) {
                self.problems.push(|| personal(sheet, (row, *column)));
            }
        }
    }

    /// The commune and the reference of a row; none for one with a problem.
    fn row(&mut self, row: u32) -> Option<(String, String)> {
        let place = self.names.find(&self.list.said(row, PLACE));
        if place.is_none() {
            self.wrong(row, PLACE, Kind::NoPlace, Expected::AsKind);
        }
        let reference = self.reference(row)?;
        Some((place?, reference))
    }

    fn reference(&mut self, row: u32) -> Option<String> {
        let said = self.list.said(row, REFERENCE);
        let kind = match () {
            () if said.is_empty() => Some(Kind::NoReference),
            () if !is_reference(&said) => Some(Kind::BadReference),
            () => None,
        };
        if let Some(kind) = kind {
            self.wrong(row, REFERENCE, kind, Expected::AsKind);
            return None;
        }
        if let Some(first) = self.seen.insert(said.to_uppercase(), row) {
            self.wrong(row, REFERENCE, Kind::Twice, Expected::Row(first + 1));
            return None;
        }
        Some(said)
    }

    fn wrong(&mut self, row: u32, column: usize, kind: Kind, expected: Expected) {
        let list = self.list;
        let cell = list.place(column).and_then(|column| list.sheet().cell((row, column)));
        // A number of a citizen is told already, without being repeated.
        if !cell.is_some_and(is_of_citizen) {
            self.problems.push(|| list.problem(row, column, kind, expected));
        }
    }
}

fn personal(sheet: &Sheet, at: (u32, u32)) -> Problem {
    sheet.problem_with(at, Kind::PersonalNumber, Found::Nothing, Expected::AsKind)
}

/// A reference is letters and digits with `.`, `-`, `/` or `_` between them and a digit among them: no name of a person
/// is one, and no formula.
fn is_reference(said: &str) -> bool {
    let is_end = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    (1..=REFERENCE_MAX).contains(&said.chars().count())
        && said.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '/' | '_'))
        && said.chars().any(|c| c.is_ascii_digit())
        && is_end(said.chars().next())
        && is_end(said.chars().last())
}

/// What frames the rows of a form: numbers of its columns, sums, who made it.
fn frames(reference: &str, place: &str) -> bool {
    let is_number = |said: &str| said.starts_with('(') && said.ends_with(')');
    let said = fold(reference);
    let is_word = ["tong", "cong", "nguoi lap"].iter().any(|word| said.starts_with(word));
    (is_number(reference) && is_number(place)) || (is_word && place.is_empty())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use accounts::Directory;
    use accounts::agency::{Agency, Kind as AgencyKind};
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn names() -> Names {
        let agency = |code: &str, name: &str| Agency {
            code: code.into(),
            name: name.into(),
            kind: AgencyKind::Commune,
            outside: false,
            unit: "95-2008".into(),
            began: date(2000, 1, 1),
            ended: None,
            identifier: None,
            note: None,
            certainty: "found".into(),
            successors: Vec::new(),
        };
        let all = vec![agency("P2", "UBND Phường 2"), agency("P7", "UBND Phường 7")];
        Names::of(&Directory::new(all, Vec::new()), date(2025, 5, 20))
    }

    fn of(text: &str) -> Result<List, Problems> {
        read(File { name: "a.csv", bytes: text.as_bytes() }, &names())
    }

    fn wrong(text: &str) -> Vec<(String, Kind, String)> {
        let place = |it: &Problem| match (it.row, &it.column) {
            (Some(row), Some(column)) => format!("{column}{row}"),
            _ => String::new(),
        };
        of(text).unwrap_err().kept.iter().map(|it| (place(it), it.kind, it.value.to_string())).collect()
    }

    #[test]
    fn a_list_is_references_by_commune_and_other_columns_are_passed_over() {
        let found = of("SỔ TRẢ KẾT QUẢ THÁNG 4,,,\nMã hồ sơ,Lĩnh vực,\"Xã, phường\",Ngày trả\n\
             000.00.12.H04-250401-0001,Đất đai,Phường 2,1/4/2025\nH04-250402-0002,Hộ tịch,UBND phường 7,2/4/2025\n\
             137,,Phuong 2,\nTổng cộng: 3,,,\nNgười lập biểu,,,\n");
        let found: Vec<(String, Vec<String>)> = found.unwrap().into_iter().collect();
        let list = |place: &str, references: &[&str]| {
            (place.to_owned(), references.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(
            found,
            [list("P2", &["000.00.12.H04-250401-0001", "137"]), list("P7", &["H04-250402-0002"])]
        );
    }

    #[test]
    fn columns_that_tell_who_somebody_is_refuse_the_file() {
        let found = wrong(
            "STT,Xã phường,Họ và tên,Điện thoại,Người nộp,lien_he,Thủ tục\n\
             1,Phường 2,Lê A,x,y,0912345678,Khai sinh\n2,Phường 7,Lê B,x,y,0987654321,Khai sinh\n",
        );
        let columns: Vec<&str> = found.iter().map(|(at, ..)| at.as_str()).collect();
        assert_eq!(columns, ["C1", "D1", "E1", "F1"]);
        assert!(found.iter().all(|(_, kind, _)| *kind == Kind::PersonalColumn));
    }

    #[test]
    fn numbers_of_citizens_and_telephones_refuse_the_file_and_are_not_repeated() {
        let found = wrong(
            "Mã,Xã,Ghi chú\n095123456789,Phường 2,\n385123456,Phường 2,\n0912345678,Phường 2,\n\
             HS-1,Phường 2,căn cước 095 123 456 789\nHS-2,095123456789,\n",
        );
        let told: Vec<(&str, Kind)> = found.iter().map(|(at, kind, _)| (at.as_str(), *kind)).collect();
        let at = ["A2", "A3", "A4", "C5", "B6"].map(|at| (at, Kind::PersonalNumber));
        assert_eq!(told, at);
        assert!(found.iter().all(|(.., value)| value == "-"));
    }

    #[test]
    fn a_list_of_households_as_offices_head_it_is_read() {
        let found =
            of("TT,Mã hộ gia đình,Tên xã\n(1),(2),(3)\n1,HGD-01,Phường 2\n2,HGD-02,Phường 7\n").unwrap();
        assert_eq!(found.into_values().collect::<Vec<_>>(), [["1"], ["2"]]);
    }

    #[test]
    fn each_wrong_row_is_told_at_its_cell() {
        let found = wrong(
            "Mã,Xã\nHS-1,Phường 2\nhs-1,Phường 7\n,Phường 2\nNguyễn A 1,Phường 2\nLan,Phường 2\n\
             =1+1,Phường 2\n@x1,Phường 2\nHS-3,Phường 9\nHS-4,\n-5,Phường 2\n",
        );
        let told: Vec<(&str, Kind)> = found.iter().map(|(at, kind, _)| (at.as_str(), *kind)).collect();
        let (bad, place) = (Kind::BadReference, Kind::NoPlace);
        assert_eq!(
            told,
            [
                ("A3", Kind::Twice),
                ("A4", Kind::NoReference),
                ("A5", bad),
                ("A6", bad),
                ("A7", bad),
                ("A8", bad),
                ("B9", place),
                ("B10", place),
                ("A11", bad)
            ]
        );
    }

    #[test]
    fn what_is_no_list_or_too_long_a_one_is_refused() {
        assert_eq!(wrong("Họ và tên,Xã\nLê A,Phường 2\n")[0].1, Kind::MissingColumn);
        assert_eq!(wrong("Mã,Xã\n")[0].1, Kind::EmptySheet);
        assert_eq!(wrong("%PDF-1.4")[0].1, Kind::NotAWorkbook);
        let long = |rows: usize| {
            let row = |mut text: String, at: usize| {
                let _ = writeln!(text, "HS-{at},Phường 2");
                text
            };
            (1..=rows).fold("Mã,Xã\n".to_owned(), row)
        };
        assert_eq!(of(&long(ROWS_MAX)).unwrap()["P2"].len(), ROWS_MAX);
        let found = wrong(&long(ROWS_MAX + 1));
        assert_eq!((found.len(), found[0].1), (1, Kind::TooManyRows));
    }

    proptest! {
        #[test]
        fn whatever_a_reference_is_it_is_no_formula_and_no_name(said in "[=+@A-Za-zĐ0-9 ./_-]{0,45}") {
            if is_reference(&said) {
                prop_assert!(!said.starts_with(['=', '+', '-', '@']) && !said.contains(' '));
                prop_assert!(said.chars().any(|c| c.is_ascii_digit()));
            }
        }

        #[test]
        fn whatever_comes_is_read_or_told(text in "(Mã,Xã\n)?([A-Z0-9]{0,4},?(Phường [27])?\n){0,5}") {
            if let Ok(found) = of(&text) {
                prop_assert!(found.values().all(|list| !list.is_empty()));
            }
        }
    }
}
