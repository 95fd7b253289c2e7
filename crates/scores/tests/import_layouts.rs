//! Long and wide tables, as text and as workbooks, and layouts of PAPI's own that no practice workbook has.

use std::fmt::Write;

use places::{Unit, country};
use proptest::prelude::*;
use rust_xlsxwriter::{Workbook, Worksheet};
use scores::import::{File, Kind, Options, Problem, Problems, Reading, Unread, read};
use scores::{Code, Figure, Structure};

fn reading(name: &str, bytes: &[u8], year: Option<i16>) -> Result<Reading, Unread> {
    read(File { name, bytes }, &Options { year, sheet: None }, &mut |_, _| ())
}

fn problems(name: &str, bytes: &[u8]) -> Problems {
    match reading(name, bytes, None) {
        Err(Unread::Wrong { problems, .. }) => problems,
        other => panic!("{other:?}"),
    }
}

fn cells(problems: &Problems) -> Vec<String> {
    let cell = |problem: &Problem| {
        let at = problem.column.as_deref().zip(problem.row).map(|(column, row)| format!("{column}{row}"));
        format!("{} {}: {}", at.unwrap_or_default(), problem.kind.as_str(), problem.value)
    };
    problems.kept.iter().map(cell).collect()
}

fn units(year: i16) -> &'static [Unit] {
    &country().set_of_year(year).units
}

fn codes(year: i16) -> Vec<Code> {
    Structure::of_year(year).subdimensions.iter().map(|s| s.code).collect()
}

/// A complete edition: some score in the middle of each scale.
fn score(year: i16, unit: usize, code: usize) -> f64 {
    let (low, high) = Structure::of_year(year).subdimensions[code].scale;
    low + (high - low) * (((unit * 37 + code * 11) % 97) as f64 + 0.5) / 98.0
}

fn long(year: i16) -> String {
    let mut text = "year,province_code,subdimension,score\n".to_owned();
    for (u, unit) in units(year).iter().enumerate() {
        for (c, code) in codes(year).iter().enumerate() {
            writeln!(text, "{year},{},{code},{}", unit.code, score(year, u, c)).expect("a string");
        }
    }
    text
}

fn wide(year: i16, mark: char, number: impl Fn(usize, usize) -> String) -> String {
    let codes = codes(year);
    let mut text = "Tỉnh".to_owned();
    codes.iter().for_each(|code| write!(text, "{mark}{code}").expect("a string"));
    for (u, unit) in units(year).iter().enumerate() {
        write!(text, "\r\n{}", unit.name).expect("a string");
        (0..codes.len()).for_each(|c| write!(text, "{mark}{}", number(u, c)).expect("a string"));
    }
    text
}

/// The figures of a reading of one edition, in the order of province and code.
fn figures(reading: &Reading) -> Vec<Figure> {
    let mut figures: Vec<_> = reading.editions[0].figures.iter().map(|read| read.figure).collect();
    figures.sort_by_key(|figure| (figure.unit, figure.code));
    figures
}

fn complete(year: i16) -> Vec<Figure> {
    let codes = codes(year);
    let row = |(u, unit): (usize, &Unit)| {
        let id = unit.id;
        let figure =
            move |(c, code): (usize, &Code)| Figure { unit: id, code: *code, score: score(year, u, c) };
        codes.iter().enumerate().map(figure).collect::<Vec<_>>()
    };
    units(year).iter().enumerate().flat_map(row).collect()
}

#[test]
fn a_long_text_tells_its_years_by_its_rows() {
    let text = long(2016) + long(2023).split_once('\n').expect("a header").1;
    let both = reading("scores.csv", text.as_bytes(), None).expect("clean");
    assert_eq!(both.editions.iter().map(|edition| edition.year).collect::<Vec<_>>(), [2016, 2023]);
    assert_eq!(figures(&both), complete(2016));
    let one = reading("scores.csv", text.as_bytes(), Some(2023)).expect("clean");
    assert_eq!((figures(&one), one.ignored[0].year), (complete(2023), Some(2016)));
    assert_eq!(cells(&problems("papi-2020.csv", text.as_bytes())), [" ambiguous_year: -"]);
}

#[test]
fn headings_come_in_any_order_and_language() {
    let mut text = "Điểm;Nội dung thành phần;Tỉnh/Thành phố\n".to_owned();
    for (u, unit) in units(2023).iter().enumerate() {
        for (c, code) in codes(2023).iter().enumerate() {
            writeln!(text, "{};{code};{}", score(2023, u, c), unit.name).expect("a string");
        }
    }
    assert_eq!(figures(&reading("papi 2023.csv", text.as_bytes(), None).expect("clean")), complete(2023));
    assert_eq!(cells(&problems("papi.csv", text.as_bytes())), [" ambiguous_year: -"]);
}

#[test]
fn a_wide_text_has_a_row_for_each_province() {
    for mark in [',', ';', '\t'] {
        let text = wide(2023, mark, |u, c| score(2023, u, c).to_string());
        assert_eq!(
            figures(&reading("2023.csv", text.as_bytes(), None).expect("clean")),
            complete(2023),
            "{mark:?}"
        );
    }
}

#[test]
fn decimal_commas_are_taken_and_each_is_said() {
    let text = wide(2023, ';', |u, c| score(2023, u, c).to_string().replace('.', ","));
    let read = reading("2023.csv", text.as_bytes(), None).expect("accepted");
    assert_eq!(figures(&read), complete(2023));
    assert_eq!((read.warnings.count, read.warnings.kept.len()), (63 * 28, 1_000));
    assert!(read.warnings.kept.iter().all(|warning| warning.kind == Kind::DecimalComma));
}

#[test]
fn every_fault_of_a_text_is_named_at_its_cell() {
    let text = long(2023)
        .replace("2023,01,1.1,", "2023,99,1.1,")
        .replace("2023,01,1.2,", "2023,01,1.3,")
        .replace("2023,01,1.4,", "2023,01,9.4,")
        .replace("2023,02,1.1,", "1999,02,1.1,")
        .replace("2023,04,1.1,", "2023,04,1.1,x");
    let lines: Vec<&str> = text.lines().collect();
    let row = |start: &str| 1 + lines.iter().position(|line| line.starts_with(start)).expect(start);
    let wrong = lines[row("2023,04,1.1,x") - 1].rsplit(',').next().expect("a value");
    let expected = [
        format!("B{} unknown_province: 99", row("2023,99")),
        format!("B{} duplicate_province: 01", row("2023,01,1.3") + 1),
        format!("C{} unknown_subdimension: 9.4", row("2023,01,9.4")),
        format!("A{} out_of_range: 1999", row("1999")),
        format!("D{} not_a_number: {wrong}", row("2023,04,1.1")),
    ];
    assert_eq!(cells(&problems("scores.csv", text.as_bytes())), expected);
}

#[test]
fn a_text_without_a_subdimension_or_without_rows_is_refused() {
    let text: String = long(2023)
        .lines()
        .filter(|line| !line.contains(",5.3,"))
        .fold(String::new(), |text, line| text + line + "\n");
    assert_eq!(cells(&problems("scores.csv", text.as_bytes())), [" missing_subdimension: 5.3"]);
    for empty in ["", "\n\n", "year,province_code,subdimension,score\n", "a,b\nc,d\n"] {
        assert_eq!(cells(&problems("scores.csv", empty.as_bytes())), [" empty_sheet: -"], "{empty:?}");
    }
}

#[test]
fn a_province_that_a_file_leaves_out_is_unpublished() {
    let text: String = long(2023)
        .lines()
        .filter(|line| !line.starts_with("2023,22,"))
        .fold(String::new(), |text, line| text + line + "\n");
    assert_eq!(
        reading("scores.csv", text.as_bytes(), None).expect("clean").editions[0].figures.len(),
        62 * 28
    );
}

#[test]
fn two_hundred_thousand_rows_of_duplicates_give_a_thousand_problems_and_a_count() {
    let edition = long(2023);
    let body = edition.split_once('\n').expect("a header").1;
    let times = 200_000 / (63 * 28) + 1;
    let text = edition.clone() + &body.repeat(times);
    let problems = problems("scores.csv", text.as_bytes());
    assert_eq!((problems.kept.len(), problems.count), (1_000, 63 * 28 * times));
    assert!(problems.kept.iter().all(|problem| problem.kind == Kind::DuplicateProvince));
}

fn saved(sheets: Vec<Worksheet>) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer().expect("a workbook")
}

fn named(name: &str) -> Worksheet {
    let mut sheet = Worksheet::new();
    sheet.set_name(name).expect("a name");
    sheet
}

/// Writes a cell that must fit.
fn put(sheet: &mut Worksheet, row: usize, column: usize, value: impl rust_xlsxwriter::IntoExcelData) {
    sheet
        .write(u32::try_from(row).expect("a row"), u16::try_from(column).expect("a column"), value)
        .expect("written");
}

#[test]
fn long_and_wide_workbooks_are_read_like_texts() {
    let mut long = named("Sheet1");
    for (column, head) in ["year", "province_code", "subdimension", "score"].into_iter().enumerate() {
        put(&mut long, 0, column, head);
    }
    let mut wide = named("PAPI 2023");
    put(&mut wide, 0, 0, "Tỉnh");
    for (u, unit) in units(2023).iter().enumerate() {
        put(&mut wide, u + 1, 0, unit.name_en);
        for (c, code) in codes(2023).iter().enumerate() {
            let number: f64 = code.to_string().parse().expect("a number");
            put(&mut wide, 0, c + 1, number);
            put(&mut wide, u + 1, c + 1, score(2023, u, c));
            let row = 1 + u * 28 + c;
            put(&mut long, row, 0, 2023.0);
            put(&mut long, row, 1, unit.code.parse::<f64>().expect("a number"));
            put(&mut long, row, 2, number);
            put(&mut long, row, 3, score(2023, u, c));
        }
    }
    assert_eq!(figures(&reading("a.xlsx", &saved(vec![long]), None).expect("clean")), complete(2023));
    assert_eq!(figures(&reading("a.xlsx", &saved(vec![wide]), None).expect("clean")), complete(2023));
}

/// The layout of 2024: four rows above the header that map each province to its unit of 2025, and an empty column
/// after each group of provinces that merged.
fn workbook_of_2024() -> Worksheet {
    let mut sheet = named("2024_VIE_ENG");
    put(&mut sheet, 0, 0, "Chỉ số PAPI 2024: bảng chỉ tiêu cấp tỉnh");
    put(&mut sheet, 1, 3, "34 tỉnh, thành phố từ 1/7/2025");
    for (column, head) in
        ["Dimension/Indicator", "Chỉ số nội dung/Chỉ tiêu", "Thang điểm/Scale"].into_iter().enumerate()
    {
        put(&mut sheet, 5, column, head);
    }
    for (c, code) in codes(2024).iter().enumerate() {
        put(&mut sheet, 6 + c, 0, format!("{code}: part"));
        put(&mut sheet, 6 + c, 1, format!("{code}: phần"));
        put(&mut sheet, 6 + c, 2, "0.25-2.5");
    }
    let mut column = 3;
    for successor in units(2025) {
        for member in country().members(successor) {
            let u = units(2024).iter().position(|unit| unit.id == member.id).expect("a unit");
            put(&mut sheet, 2, column, successor.name);
            put(&mut sheet, 3, column, successor.name_en);
            put(&mut sheet, 4, column, successor.code);
            put(&mut sheet, 5, column, member.name);
            (0..codes(2024).len()).for_each(|c| put(&mut sheet, 6 + c, column, score(2024, u, c)));
            column += 1;
        }
        column += 1;
    }
    sheet
}

#[test]
fn the_layout_of_2024_is_read_past_its_map_to_the_34_and_its_empty_columns() {
    let read = reading("2024PAPI.xlsx", &saved(vec![workbook_of_2024()]), None).expect("clean");
    assert_eq!((figures(&read), read.warnings.count), (complete(2024), 0));
}

#[test]
fn hidden_rows_and_columns_are_taken_and_notes_are_not() {
    let mut sheet = workbook_of_2024();
    sheet.set_column_hidden(4).expect("hidden").set_row_hidden(8).expect("hidden");
    put(&mut sheet, 40, 0, "Nguồn: PAPI 2024");
    let read = reading("2024PAPI.xlsx", &saved(vec![named("Ghi chú"), sheet]), None).expect("clean");
    assert_eq!(figures(&read), complete(2024));
    assert_eq!(read.ignored[0].sheet.as_deref(), Some("Ghi chú"));
}

#[test]
fn a_date_in_place_of_a_score_is_no_number() {
    let mut sheet = workbook_of_2024();
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_with_format(6, 3, 45_292.0, &date).expect("written");
    assert_eq!(cells(&problems("2024.xlsx", &saved(vec![sheet]))), ["D7 not_a_number: 2024-01-01"]);
}

#[test]
fn statistics_beside_the_provinces_are_passed_over() {
    let text = wide(2023, ',', |u, c| score(2023, u, c).to_string());
    let means: String = (0..28).map(|_| ",1.2").collect();
    let text = format!("{text}\r\nTrung bình cả nước{means}\r\n\r\nNguồn: PAPI\r\n");
    assert_eq!(figures(&reading("2023.csv", text.as_bytes(), None).expect("clean")), complete(2023));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn scores_that_are_written_are_read_back(year in 2011_i16..=2026, parts in proptest::collection::vec(0.0..1.0_f64, 29), names: bool) {
        let structure = Structure::of_year(year);
        let scores: Vec<f64> = structure.subdimensions.iter().zip(&parts).map(|(s, part)| s.scale.0 + (s.scale.1 - s.scale.0) * part).collect();
        let (mut long, mut wide) = ("Năm,Tỉnh,subdimension,Điểm\n".to_owned(), wide(year, ',', |_, c| scores[c].to_string()));
        wide.push_str("\r\n");
        for unit in units(year) {
            let name = if names { unit.name } else { unit.code };
            for (s, score) in structure.subdimensions.iter().zip(&scores) {
                writeln!(long, "{year},{name},{},{score}", s.code).expect("a string");
            }
        }
        for text in [long, wide] {
            let read = reading("a.csv", text.as_bytes(), (!text.starts_with('N')).then_some(year)).expect("clean");
            prop_assert_eq!(read.editions[0].figures.len(), units(year).len() * scores.len());
            for read in &read.editions[0].figures {
                let at = structure.subdimensions.iter().position(|s| s.code == read.figure.code).expect("a part");
                prop_assert_eq!(read.figure.score, scores[at]);
            }
        }
    }
}
