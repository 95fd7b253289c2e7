//! Damaged workbooks: each damage is named at its own cell, and nothing else is.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use scores::import::{File, Found, KEPT, Kind, Options, Problem, Unread, read};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const DOWN: (&str, &[u8]) =
    ("PAPI-2016-Dữ-liệu-1.xlsx", include_bytes!("workbooks/PAPI-2016-Dữ-liệu-1.xlsx"));
const ACROSS: (&str, &[u8]) = (
    "2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx",
    include_bytes!("workbooks/2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx"),
);
const DOWN_SHEET: &str = "2016PAPI- Bảng tổng hợp kết quả";
const ACROSS_SHEET: &str = "2019PAPI_Indicators_VIE";

/// The same archive with one part's text changed.
fn patched(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let (name, mut text) = (file.name().expect("a name").into_owned(), String::new());
        file.read_to_string(&mut text).expect("text");
        let text = if name == part { change(text) } else { text };
        out.start_file(name, SimpleFileOptions::default()).expect("a part");
        out.write_all(text.as_bytes()).expect("written");
    }
    out.finish().expect("an archive").into_inner()
}

/// Puts XML in place of a cell's, or nothing.
fn cell(sheet: &str, address: &str, xml: &str) -> String {
    let start = sheet.find(&format!("<c r=\"{address}\"")).unwrap_or_else(|| panic!("no {address}"));
    let end = start + sheet[start..].find("</c>").expect("an end") + "</c>".len();
    format!("{}{}{}", &sheet[..start], xml, &sheet[end..])
}

fn text(address: &str, text: &str) -> String {
    format!("<c r=\"{address}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn number(address: &str, number: &str) -> String {
    format!("<c r=\"{address}\"><v>{number}</v></c>")
}

fn with(file: (&str, &[u8]), cells: &[(&str, String)]) -> Vec<u8> {
    let change = |sheet: String| cells.iter().fold(sheet, |sheet, (address, xml)| cell(&sheet, address, xml));
    patched(file.1, "xl/worksheets/sheet1.xml", change)
}

fn problems(name: &str, bytes: &[u8]) -> Vec<Problem> {
    match read(File { name, bytes }, &Options::default(), &mut |_, _| ()) {
        Err(Unread::Wrong { problems, .. }) => problems.kept,
        other => panic!("{other:?}"),
    }
}

/// A problem as `SHEET!CELL kind: value`.
fn line(problem: &Problem) -> String {
    let cell = problem.column.as_deref().zip(problem.row).map(|(column, row)| format!("{column}{row}"));
    let at = format!("{}!{}", problem.sheet.as_deref().unwrap_or_default(), cell.unwrap_or_default());
    format!("{at} {}: {}", problem.kind.as_str(), problem.value)
}

/// Asserts that these cells of a workbook, damaged, give exactly these problems.
fn expect(file: (&str, &[u8]), cells: &[(&str, String)], expected: &[&str]) {
    let found: Vec<_> = problems(file.0, &with(file, cells)).iter().map(line).collect();
    let sheet = if file.0 == DOWN.0 { DOWN_SHEET } else { ACROSS_SHEET };
    let expected: Vec<_> = expected.iter().map(|line| format!("{sheet}!{line}")).collect();
    assert_eq!(found, expected);
}

fn warnings(file: (&str, &[u8]), cells: &[(&str, String)]) -> Vec<String> {
    let bytes = with(file, cells);
    let reading =
        read(File { name: file.0, bytes: &bytes }, &Options::default(), &mut |_, _| ()).expect("accepted");
    reading.warnings.kept.iter().map(line).collect()
}

#[test]
fn an_unknown_province_is_named_once_at_its_name() {
    expect(ACROSS, &[("BL3", text("BL3", "Bạc Liêuu"))], &["BL3 unknown_province: Bạc Liêuu"]);
    expect(ACROSS, &[("C3", text("C3", "Hà Nộ"))], &["C3 unknown_province: Hà Nộ"]);
    expect(ACROSS, &[("BM3", text("BM3", "Atlantis"))], &["BM3 unknown_province: Atlantis"]);
    expect(DOWN, &[("A2", text("A2", "Tỉnh X"))], &["A2 unknown_province: Tỉnh X"]);
    expect(DOWN, &[("A64", text("A64", "Cà Mâu 2"))], &["A64 unknown_province: Cà Mâu 2"]);
}

#[test]
fn a_province_without_a_name_is_unknown() {
    expect(ACROSS, &[("M3", String::new())], &["M3 unknown_province: -"]);
    expect(DOWN, &[("A9", String::new())], &["A9 unknown_province: -"]);
}

#[test]
fn the_second_of_two_equal_provinces_is_the_duplicate() {
    expect(ACROSS, &[("D3", text("D3", "TP Hà Nội"))], &["D3 duplicate_province: TP Hà Nội"]);
    expect(DOWN, &[("A10", text("A10", "Ha Noi"))], &["A10 duplicate_province: Ha Noi"]);
}

#[test]
fn a_number_off_its_scale_is_out_of_range() {
    expect(ACROSS, &[("BL7", number("BL7", "11.5"))], &["BL7 out_of_range: 11.5"]);
    expect(DOWN, &[("C2", number("C2", "-1"))], &["C2 out_of_range: -1"]);
    expect(
        DOWN,
        &[("H5", number("H5", "3.5")), ("C5", number("C5", "2.6"))],
        &["C5 out_of_range: 2.6", "H5 out_of_range: 3.5"],
    );
}

#[test]
fn what_is_no_number_is_named_as_it_was_found() {
    let boolean = "<c r=\"F7\" t=\"b\"><v>1</v></c>".to_owned();
    let error = "<c r=\"E7\" t=\"e\"><v>#REF!</v></c>".to_owned();
    let cells = [("D7", text("D7", "không có")), ("E7", error), ("F7", boolean), ("G7", text("G7", "n/a"))];
    expect(
        ACROSS,
        &cells,
        &[
            "D7 not_a_number: không có",
            "E7 not_a_number: #REF!",
            "F7 not_a_number: TRUE",
            "G7 not_a_number: n/a",
        ],
    );
}

#[test]
fn a_formula_needs_its_result() {
    let formula = |value: &str| format!("<c r=\"D4\"><f>SUM(A1:A2)</f>{value}</c>");
    expect(DOWN, &[("D4", formula(""))], &["D4 formula_without_value: =SUM(A1:A2)"]);
    expect(DOWN, &[("D4", formula("<v></v>"))], &["D4 formula_without_value: =SUM(A1:A2)"]);
    assert!(warnings(DOWN, &[("D4", formula("<v>1.926239729</v>"))]).is_empty());
}

fn merge(file: (&str, &[u8]), range: &str) -> Vec<u8> {
    let merged = format!("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"{range}\"/></mergeCells>");
    patched(file.1, "xl/worksheets/sheet1.xml", |sheet| sheet.replace("</sheetData>", &merged))
}

#[test]
fn merged_cells_over_scores_are_refused_and_over_titles_are_not() {
    for (file, sheet, range) in
        [(ACROSS, ACROSS_SHEET, "D7:E7"), (DOWN, DOWN_SHEET, "C4:C5"), (DOWN, DOWN_SHEET, "A4:C4")]
    {
        let found: Vec<_> = problems(file.0, &merge(file, range)).iter().map(line).collect();
        let start = range.split(':').next().expect("a start");
        assert_eq!(found, [format!("{sheet}!{start} merged_cells: {range}")]);
    }
    for (file, range) in [(ACROSS, "A1:BM1"), (DOWN, "AE1:AF2")] {
        let bytes = merge(file, range);
        assert!(
            read(File { name: file.0, bytes: &bytes }, &Options::default(), &mut |_, _| ()).is_ok(),
            "{range}"
        );
    }
}

#[test]
fn a_name_that_a_merge_hides_is_a_merged_region() {
    let cells = |sheet: String| {
        let merged = "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"C3:D3\"/></mergeCells>";
        cell(&sheet, "D3", "").replace("</sheetData>", merged)
    };
    let found = problems(ACROSS.0, &patched(ACROSS.1, "xl/worksheets/sheet1.xml", cells));
    assert_eq!(
        found.iter().map(line).collect::<Vec<_>>(),
        [format!("{ACROSS_SHEET}!C3 merged_cells: C3:D3")]
    );
}

#[test]
fn a_subdimension_that_is_not_there_is_missing_from_the_whole_sheet() {
    expect(ACROSS, &[("A13", text("A13", "Ghi chú"))], &[" missing_subdimension: 1.3"]);
    expect(DOWN, &[("F1", String::new())], &[" missing_subdimension: 1.4"]);
}

#[test]
fn a_subdimension_that_the_year_has_not_is_unknown() {
    let found = [" missing_subdimension: 1.4", "F1 unknown_subdimension: 1.9: Đóng góp tự nguyện"];
    expect(DOWN, &[("F1", text("F1", "1.9: Đóng góp tự nguyện"))], &found);
    let found = [" missing_subdimension: 1.4", "F1 unknown_subdimension: 1.3: Lần hai"];
    expect(DOWN, &[("F1", text("F1", "1.3: Lần hai"))], &found);
}

#[test]
fn several_damages_are_all_named() {
    let cells = [
        ("F3", text("F3", "Nơi nào")),
        ("H3", text("H3", "Hà Giang")),
        ("D10", number("D10", "9")),
        ("E119", text("E119", "x")),
    ];
    let found = [
        "F3 unknown_province: Nơi nào",
        "H3 duplicate_province: Hà Giang",
        "D10 out_of_range: 9",
        "E119 not_a_number: x",
    ];
    expect(ACROSS, &cells, &found);
}

#[test]
fn zeros_commas_and_sums_that_differ_are_said() {
    assert_eq!(
        warnings(ACROSS, &[("D7", number("D7", "0"))]),
        [format!("{ACROSS_SHEET}!D7 zero_is_unpublished: 0")]
    );
    let comma = warnings(ACROSS, &[("C7", text("C7", "0,736254454"))]);
    assert_eq!(comma, [format!("{ACROSS_SHEET}!C7 decimal_comma: 0,736254454")]);
    assert_eq!(
        warnings(ACROSS, &[("C7", text("C7", "0,74"))]),
        [format!("{ACROSS_SHEET}!C7 decimal_comma: 0,74")]
    );
    let moved = warnings(ACROSS, &[("C7", number("C7", "0.763254454"))]);
    assert_eq!(moved, [format!("{ACROSS_SHEET}!C4 sum_differs: 5.038736224999999")]);
}

#[test]
fn blanks_and_dashes_are_unpublished() {
    assert!(
        warnings(ACROSS, &[("D7", String::new()), ("E7", text("E7", "–")), ("F7", text("F7", "\u{a0}"))])
            .is_empty()
    );
}

fn file_problem(name: &str, bytes: &[u8]) -> (Kind, Found) {
    let found = problems(name, bytes);
    assert_eq!((found.len(), found[0].row, found[0].column.clone()), (1, None, None), "{found:?}");
    (found[0].kind, found[0].value.clone())
}

#[test]
fn a_workbook_cut_short_is_corrupt() {
    for keep in [2, 3, 4] {
        assert_eq!(file_problem(ACROSS.0, &ACROSS.1[..ACROSS.1.len() * keep / 5]).0, Kind::CorruptWorkbook);
    }
    let cut = patched(ACROSS.1, "xl/worksheets/sheet1.xml", |sheet| sheet[..sheet.len() / 3].to_owned());
    assert_eq!(file_problem(ACROSS.0, &cut).0, Kind::CorruptWorkbook);
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_too_large() {
    let bomb = patched(ACROSS.1, "xl/worksheets/sheet1.xml", |sheet| {
        sheet.replace("</sheetData>", &format!("</sheetData>{}", " ".repeat(40 << 20)))
    });
    assert!(bomb.len() < 1 << 20);
    assert_eq!(file_problem(ACROSS.0, &bomb).0, Kind::TooLarge);
}

#[test]
fn other_documents_in_the_same_kind_of_archive_are_named() {
    for (part, what) in [("word/document.xml", "docx"), ("xl/workbook.bin", "xlsb"), ("readme.txt", "zip")] {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        out.start_file(part, SimpleFileOptions::default()).expect("a part");
        out.write_all(b"<x/>").expect("written");
        let bytes = out.finish().expect("an archive").into_inner();
        assert_eq!(file_problem("a.xlsx", &bytes), (Kind::NotAWorkbook, Found::text(what)));
    }
}

#[test]
fn an_emptied_sheet_is_empty_even_beside_part_sheets() {
    let empty = |sheet: String| {
        let (start, end) =
            (sheet.find("<sheetData>").expect("data"), sheet.find("</sheetData>").expect("data"));
        format!("{}<sheetData>{}", &sheet[..start], &sheet[end..])
    };
    let found = problems(DOWN.0, &patched(DOWN.1, "xl/worksheets/sheet1.xml", empty));
    assert_eq!(found.iter().map(line).collect::<Vec<_>>(), [format!("{DOWN_SHEET}! empty_sheet: -")]);
}

#[test]
fn a_tab_of_another_year_than_the_file_needs_the_year_to_be_told() {
    let bytes = patched(DOWN.1, "xl/workbook.xml", |book| book.replace("2016PAPI", "2015PAPI"));
    let (kind, value) = file_problem(DOWN.0, &bytes);
    assert_eq!((kind, value), (Kind::AmbiguousYear, Found::Number(2015.0)));
    let options = Options { year: Some(2016), sheet: None };
    let reading = read(File { name: DOWN.0, bytes: &bytes }, &options, &mut |_, _| ()).expect("told");
    assert_eq!((reading.editions[0].year, reading.editions[0].figures.len()), (2016, 1386));
    let other = Options { year: Some(2017), sheet: None };
    assert!(read(File { name: DOWN.0, bytes: &bytes }, &other, &mut |_, _| ()).is_err());
}

#[test]
fn a_file_that_names_no_year_takes_that_of_its_sheets_if_there_is_one() {
    let reading =
        read(File { name: "papi.xlsx", bytes: ACROSS.1 }, &Options::default(), &mut |_, _| ()).expect("2019");
    assert_eq!(reading.editions[0].year, 2019);
    let five: &[u8] = include_bytes!("workbooks/2023PAPI_ProvincialIndicators_BangChiTieuCapTinh..xlsx");
    assert_eq!(file_problem("papi.xlsx", five).0, Kind::AmbiguousYear);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_workbook_with_broken_bytes_never_panics(at in 0..DOWN.1.len(), byte: u8, cut in 1..DOWN.1.len()) {
        let mut bytes = DOWN.1.to_vec();
        bytes[at] = byte;
        let _ = read(File { name: DOWN.0, bytes: &bytes }, &Options::default(), &mut |_, _| ());
        let _ = read(File { name: DOWN.0, bytes: &bytes[..cut] }, &Options::default(), &mut |_, _| ());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,4}\\.(csv|xlsx)") {
        if let Err(Unread::Wrong { problems, .. }) = read(File { name: &name, bytes: &bytes }, &Options::default(), &mut |_, _| ()) {
            prop_assert!(problems.count >= 1 && problems.kept.len() <= KEPT);
        }
    }
}
