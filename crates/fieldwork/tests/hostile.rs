//! Files that somebody made badly, or made to harm: read as far as they are a survey, or refused.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use fieldwork::column::guess;
use fieldwork::file::{Unread, Why};
use fieldwork::{Column, Design, Kind, Question, Table};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};
use sheet::{Fault, File};

fn read(bytes: &[u8]) -> Result<Table, Unread> {
    Table::read(File { name: "a.csv", bytes })
}

fn names(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.name.as_str()).collect()
}

/// A workbook of headings and rows of numbers.
fn numbers(headings: &[&str], row: impl Fn(u32) -> Vec<f64>) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(headings) {
        sheet.write(0, column, *heading).unwrap();
    }
    for at in 1..=40 {
        for (column, number) in (0..).zip(row(at)) {
            sheet.write(at, column, number).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn numbers_of_people_are_known_under_any_heading() {
    let text: String =
        (0..9).map(|at| format!("08619000{at:04},091234567{at},{at},0.91234567{at}\n")).collect();
    let table = read(format!("ma,lien_he,diem,trong_so\n{text}").as_bytes()).unwrap();
    assert_eq!(names(&table), ["diem", "trong_so"], "a weight below 1 is no telephone number");
    let dropped = ["ma", "lien_he"].map(|name| (name.to_owned(), Why::Personal));
    assert_eq!(table.dropped, dropped);
}

#[test]
fn numbers_of_people_are_known_without_the_nought_that_a_workbook_takes() {
    let bytes = numbers(&["ma", "lien_he", "thu_nhap", "diem"], |at| {
        let at = f64::from(at);
        vec![86_190_000_000.0 + at, 912_345_600.0 + at, 250_000_000.0 + at * 1e6, at]
    });
    let table = Table::read(File { name: "a.xlsx", bytes: &bytes }).unwrap();
    assert_eq!(names(&table), ["thu_nhap", "diem"], "an income in dong is no telephone number");
}

#[test]
fn whether_somebody_has_a_telephone_is_an_answer() {
    let table = read("điện thoại,kenh/zalo,zalo\ncó,1,0912345678\nkhông,0,\ncó,,\n".as_bytes()).unwrap();
    assert_eq!(names(&table), ["điện thoại", "kenh/zalo"]);
    assert_eq!(table.dropped, [("zalo".to_owned(), Why::Personal)]);
}

#[test]
fn a_heading_over_several_columns_names_the_first_alone() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 1, "Mức hài lòng", &Format::new()).unwrap();
    sheet.write(0, 2, "Điểm").unwrap();
    for row in 1..5 {
        for column in 0..3 {
            sheet.write(row, column, f64::from(row) + f64::from(column) * 10.0).unwrap();
        }
    }
    let table = Table::read(File { name: "a.xlsx", bytes: &book.save_to_buffer().unwrap() }).unwrap();
    assert_eq!(names(&table), ["Mức hài lòng", "Điểm"]);
    assert_eq!((table.columns[1].examples(1), table.rows), (vec!["21"], 4));
    assert_eq!(table.dropped, [("B".to_owned(), Why::Empty)], "what has no name is told, not guessed");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let files: [&[u8]; 5] = [
        b"a,b\n1,\0\n",
        b"\xef\xbb\xbfa,b\n1,\0\n",
        b"a\0b,c\n1,2\n",
        b"\xff\xfe\x00\xd8,\x00",
        b"\x1f\x8b\x08\x00\x00\x00",
    ];
    for bytes in files {
        assert!(read(bytes).is_err(), "{bytes:?}");
    }
}

#[test]
fn a_wide_or_an_endless_file_is_refused_before_it_is_kept() {
    let wide = (0..5_000).map(|at| format!("c{at}")).collect::<Vec<_>>().join(",");
    assert!(matches!(read(format!("{wide}\n1\n").as_bytes()), Err(Unread::TooWide(5_000))));
    let large = vec![b'1'; sheet::LARGEST + 1];
    assert!(matches!(read(&large), Err(Unread::Sheet(Fault::TooLarge { .. }))));
}

#[test]
fn a_formula_in_a_heading_or_an_answer_is_text() {
    let table = read("=1+1,@a,diem\n=cmd|' /C calc'!A0,+1,2\n=1,-1,3\n".as_bytes()).unwrap();
    assert_eq!(names(&table), ["=1+1", "@a", "diem"]);
    assert_eq!(table.columns[0].examples(1), ["=cmd|' /C calc'!A0"]);
}

/// A file as anybody may bring it: headings that mean something and cells that may mean anything.
fn files() -> impl Strategy<Value = Vec<u8>> {
    let heading = prop_oneof![
        4 => prop::sample::select(vec![
            "thon", "xa", "tang", "quyen_so", "so_thon", "diem", "hai_long", "a/kenh", "a/kenh/tivi", "gioi_tinh",
            "Họ tên", "_id", "_submission_time", "start", "Giới tính (Nam/Nữ)", "",
        ]).prop_map(str::to_owned),
        1 => ".{0,12}",
    ];
    let cell = prop_oneof![
        6 => prop::sample::select(vec![
            "1", "0", "2", "3,5", "", "NA", "có", "Không", "A", "B", "nan", "inf", "-1", "1e308", "1,500", "0912345678",
        ]).prop_map(str::to_owned),
        1 => ".{0,8}",
    ];
    let separator = prop::sample::select(vec![',', ';', '\t']);
    (prop::collection::vec(heading, 1..8), separator, prop::collection::vec(cell, 0..120)).prop_map(
        |(headings, separator, cells)| {
            let joined = |row: &[String]| row.join(&separator.to_string());
            let rows = cells.chunks(headings.len()).map(joined);
            std::iter::once(joined(&headings)).chain(rows).collect::<Vec<_>>().join("\n").into_bytes()
        },
    )
}

fn described(bytes: &[u8]) {
    let Ok(table) = read(bytes) else { return };
    assert_eq!(Table::of_kept(&table.kept("mau")).map(|kept| kept.rows), Some(table.rows));
    let columns: Vec<Column> = table
        .columns
        .iter()
        .map(|read| Column { name: read.name.clone(), label: read.label.clone(), kind: guess(read) })
        .collect();
    let of =
        |fits: fn(Kind) -> bool| columns.iter().filter(move |it| fits(it.kind)).map(|it| it.name.clone());
    let by = of(Kind::is_group).take(1).collect();
    for totals in [false, true] {
        let columns_asked = of(Kind::is_answer).take(3).collect();
        let question = Question { totals, columns: columns_asked, by: Vec::clone(&by), level: 0.95 };
        let Ok(answers) = question.answer(&table, &columns, Design::default()) else { continue };
        let lines = answers.blocks.iter().flat_map(|block| std::iter::once(&block.all).chain(&block.groups));
        for figures in lines.filter_map(|line| line.figures) {
            let bounds = figures.interval.map_or([0.0; 2], |(low, high)| [low, high]);
            let all = [Some(figures.estimate), figures.se, Some(bounds[0]), Some(bounds[1])];
            assert!(all.iter().flatten().all(|number| !number.is_nan()), "{figures:?}");
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_brought_is_answered_or_refused(bytes in files()) {
        described(&bytes);
    }

    #[test]
    fn bytes_of_any_kind_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        described(&bytes);
    }
}
