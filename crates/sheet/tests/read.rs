//! What a workbook holds, cell by cell, and what it hides.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use sheet::{Cell, Fault, File, Hidden, Problem, Region, Sheet, Wanted, read};

fn sheets(fill: impl FnOnce(&mut Worksheet)) -> Vec<Sheet> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    let bytes = book.save_to_buffer().expect("a workbook");
    read(File { name: "annex.xlsx", bytes: &bytes }, &mut |_, _| ()).expect("read")
}

#[test]
fn every_kind_of_cell_is_told_apart() {
    let day = ExcelDateTime::from_ymd(2025, 6, 30).expect("a day");
    let sheets = sheets(|sheet| {
        sheet.write(0, 0, "Nội dung, nhiệm vụ").expect("text");
        sheet.write(0, 1, 12.5).expect("a number");
        sheet.write_with_format(0, 2, &day, &Format::new().set_num_format("dd/mm/yyyy")).expect("a day");
        sheet.write(0, 3, true).expect("a truth");
        sheet.write(0, 4, Formula::new("=1/0").set_result("#DIV/0!")).expect("a formula");
        sheet.write(1, 4, Formula::new("=A1").set_result("")).expect("a formula");
    });
    let cells = [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0)].map(|at| sheets[0].cell(at).cloned());
    let expected = [
        Some(Cell::Text("Nội dung, nhiệm vụ".into())),
        Some(Cell::Number(12.5)),
        Some(Cell::Day(jiff::civil::date(2025, 6, 30))),
        Some(Cell::Truth(true)),
        None,
    ];
    assert_eq!(cells, expected);
}

#[test]
fn merged_cells_and_what_is_hidden_are_told() {
    let sheets = sheets(|sheet| {
        sheet.merge_range(1, 0, 3, 0, "Sở Nội vụ", &Format::new()).expect("merged");
        for row in 0..6 {
            sheet.write(row, 1, row).expect("a number");
        }
        sheet.set_row_hidden(4).expect("hidden");
        sheet.set_column_range_hidden(2, 3).expect("hidden");
    });
    assert_eq!(sheets[0].merged, [Region { rows: (1, 3), columns: (0, 0) }]);
    assert_eq!(sheets[0].hidden, Hidden { sheet: false, rows: vec![4], columns: vec![(2, 3)] });
}

#[test]
fn a_hidden_tab_is_told() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Phụ lục").expect("a name").write(0, 0, "a").expect("text");
    book.add_worksheet().set_name("Nháp").expect("a name").set_hidden(true);
    let bytes = book.save_to_buffer().expect("a workbook");
    let sheets = read(File { name: "a.xlsx", bytes: &bytes }, &mut |_, _| ()).expect("read");
    let told: Vec<_> = sheets.iter().map(|sheet| (sheet.name.as_deref(), sheet.hidden.sheet)).collect();
    assert_eq!(told, [(Some("Phụ lục"), false), (Some("Nháp"), true)]);
}

#[test]
fn a_fault_of_the_file_is_a_problem_of_no_cell() {
    #[derive(Debug, PartialEq)]
    struct Kind(Fault);
    impl From<&Fault> for Kind {
        fn from(fault: &Fault) -> Self {
            Self(fault.clone())
        }
    }
    let fault = read(File { name: "annex.xlsx", bytes: b"%PDF-1.7\n" }, &mut |_, _| ()).expect_err("refused");
    let problem: Problem<Kind, Wanted> = fault.clone().into();
    assert_eq!((problem.sheet, problem.row, problem.column), (None, None, None));
    assert_eq!((problem.kind, problem.value.to_string()), (Kind(fault), "pdf".to_owned()));
    assert_eq!(problem.expected, Wanted::Workbook);
}

#[test]
fn a_text_that_many_cells_share_counts_in_each_of_them() {
    let mut book = Workbook::new();
    let (sheet, long) = (book.add_worksheet(), "a".repeat(32_000));
    for row in 0..2_200 {
        sheet.write(row, 0, &long).expect("text");
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let read = read(File { name: "a.xlsx", bytes: &bytes }, &mut |_, _| ());
    assert!(matches!(read, Err(Fault::TooLarge { .. })));
}

#[test]
fn a_long_text_is_repeated_in_part() {
    let sheets = sheets(|sheet| {
        sheet.write(0, 0, "ă".repeat(5_000)).expect("text");
    });
    let problem: Problem<(), ()> = sheets[0].problem((0, 0), (), ());
    assert_eq!(problem.value.to_string(), format!("{}…", "ă".repeat(120)));
}
