//! What a survey says against the estimators asked directly, and what it hides.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use estimate::{Frame, Request, Sampling, Survey};
use fieldwork::answer::{Hidden, PEOPLE_MIN, Statistic, UNITS_MIN, Unasked};
use fieldwork::column::guess;
use fieldwork::file::{Read, Unread};
use fieldwork::{Answers, Column, Design, Kind, Question, Table};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use sheet::File;

fn described(text: &[u8], name: &str, kinds: &[(&str, Kind)]) -> (Table, Vec<Column>) {
    let table = Table::read(File { name, bytes: text }).unwrap();
    let column = |read: &Read| {
        let kind =
            kinds.iter().find(|(name, _)| *name == read.name).map_or_else(|| guess(read), |(_, kind)| *kind);
        Column { name: read.name.clone(), label: read.label.clone(), kind }
    };
    let columns = table.columns.iter().map(column).collect();
    (table, columns)
}

/// Six villages in two strata; the last group of `nhom` is small, and `xa` 3 is one village.
fn file(people: u32) -> String {
    let mut text = String::from("tang,thon,trong_so,nhom,xa,dung,kenh,diem\n");
    for at in 0..people {
        let village = at % 6;
        let group = if at % 40 == 39 { "c" } else { ["a", "b"][(at / 6) as usize % 2] };
        let commune = if village == 5 { 3 } else { village % 2 + 1 };
        let channel = ["đài", "tivi", ""][(at % 3) as usize];
        text += &format!(
            "{},T{village},{},{group},{commune},{},{channel},{}\n",
            village / 3,
            10 + village,
            u32::from(at * 11 % 7 < 3),
            at * 13 % 10
        );
    }
    text
}

fn ask(text: &str, columns: &[&str], by: &[&str]) -> Result<Answers, Unasked> {
    let (table, described) = described(
        text.as_bytes(),
        "a.csv",
        &[("xa", Kind::Domain), ("nhom", Kind::Domain), ("kenh", Kind::Choice)],
    );
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let question = Question { totals: false, columns: owned(columns), by: owned(by), level: 0.95 };
    question.answer(&table, &described, Design::default())
}

#[test]
fn figures_are_those_of_the_estimators() {
    let text = file(240);
    let answers = ask(&text, &["diem", "dung"], &["nhom"]).unwrap();
    let sampling = Sampling {
        ids: vec!["thon".into()],
        strata: vec!["tang".into()],
        weights: Some("trong_so".into()),
        ..Sampling::default()
    };
    let survey = Survey::new(Frame::from_csv(text.as_bytes(), |_| true).unwrap(), &sampling, None).unwrap();
    let rows = |request: &str| serde_json::from_str::<Request>(request).unwrap().answer(&survey).unwrap();
    let mean = rows(r#"{"type":"mean","variables":["diem"],"by":["nhom"],"ci":{"level":0.95}}"#);
    let shown = answers.blocks[0].groups[0].figures.unwrap();
    assert_eq!((Some(shown.estimate), shown.se), (mean[0].get("estimate"), mean[0].get("se")));
    assert_eq!(shown.interval, mean[0].get("ci_low").zip(mean[0].get("ci_high")));
    let share = rows(r#"{"type":"proportion","variable":"dung","equals":1,"methods":["logit"]}"#);
    let shown = answers.blocks[1].all.figures.unwrap();
    assert_eq!((Some(shown.estimate), shown.se), (share[0].get("estimate"), share[0].get("se")));
    let (low, high) = shown.interval.unwrap();
    assert!(0.0 < low && low < shown.estimate && shown.estimate < high && high < 1.0);
    assert_eq!(answers.df, 4.0);
}

/// Three villages of one stratum are two degrees of freedom, whatever the rest of the survey has.
#[test]
fn an_interval_of_a_group_rests_on_the_units_of_the_group() {
    let answers = ask(&file(240), &["diem"], &["tang"]).unwrap();
    let block = &answers.blocks[0];
    let (all, one) = (block.all.figures.unwrap(), block.groups[0].figures.unwrap());
    assert_eq!((all.df, one.df), (Some(4.0), Some(2.0)));
    let half = (one.interval.unwrap().1 - one.interval.unwrap().0) / 2.0 / one.se.unwrap();
    assert!((half - 4.302_652_729_9).abs() < 1e-6, "t of two degrees: {half}");
}

#[test]
fn small_groups_are_hidden_with_their_reason_and_compared_with_none() {
    let answers = ask(&file(240), &["diem"], &["nhom"]).unwrap();
    let groups = &answers.blocks[0].groups;
    assert_eq!(groups[2].hidden, Some(Hidden::People));
    assert_eq!((groups[2].people, groups[2].units, groups[2].figures), (None, None, None));
    let hidden: Vec<_> = groups.iter().map(|line| line.hidden).collect();
    assert_eq!(hidden, [None, Some(Hidden::Companion), Some(Hidden::People)], "all less a and b would be c");
    assert!(answers.blocks[0].differences.is_empty(), "a alone is left");
    let answers = ask(&file(240), &["diem"], &["xa"]).unwrap();
    let hidden: Vec<_> = answers.blocks[0].groups.iter().map(|line| line.hidden).collect();
    assert_eq!(hidden, [None, Some(Hidden::Units), Some(Hidden::Units)]);
    let least = ask(&file(PEOPLE_MIN as u32), &["diem"], &[]).unwrap();
    assert!(least.blocks[0].all.hidden.is_none());
    let below = ask(&file(PEOPLE_MIN as u32 - 1), &["diem"], &[]).unwrap();
    assert_eq!(below.blocks[0].all.hidden, Some(Hidden::People));
    assert_eq!(UNITS_MIN, 3);
}

#[test]
fn a_choice_has_a_share_for_each_of_its_answers_and_they_add_up() {
    let answers = ask(&file(240), &["kenh"], &[]).unwrap();
    let levels: Vec<_> = answers.blocks.iter().map(|block| block.value.clone().unwrap()).collect();
    assert_eq!(levels, ["tivi", "đài"]);
    let sum: f64 = answers.blocks.iter().map(|block| block.all.figures.unwrap().estimate).sum();
    assert!((sum - 1.0).abs() < 1e-12);
    assert_eq!(answers.blocks[0].statistic, Statistic::Proportion);
}

#[test]
fn with_many_groups_each_is_compared_with_the_largest() {
    let mut text = String::from("thon,nhom,diem\n");
    for at in 0..350_u32 {
        let group = if at < 300 { at % 6 } else { 6 };
        text += &format!("T{},g{group},{}\n", at % 25, at % 9);
    }
    let answers = ask(&text, &["diem"], &["nhom"]).unwrap();
    let block = &answers.blocks[0];
    assert_eq!((block.differences.len(), block.against.as_deref()), (6, Some("g0")));
    assert!(block.differences.iter().all(|it| it.other == "g0" && it.adjusted >= it.p && it.adjusted <= 1.0));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let text = file(240);
    assert_eq!(ask(&text, &["khong_co"], &[]), Err(Unasked::Nothing));
    assert_eq!(ask(&text, &[], &[]), Err(Unasked::Nothing));
    assert_eq!(
        ask(&text, &["diem"], &["trong_so"]),
        Err(Unasked::NoGroup("trong_so".into())),
        "a weight is no group"
    );
    assert_eq!(ask(&text, &["diem"], &["nhom", "xa", "tang"]), Err(Unasked::TooMuch));
}

#[test]
fn a_kobo_workbook_is_read_as_its_csv_is() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heading = ["start", "a/thon", "a/kenh", "a/kenh/tivi", "a/diem", "_id", "_uuid", "_submission_time"];
    let labels = ["start", "Thôn", "Kênh", "Tivi", "Điểm", "_id", "_uuid", "_submission_time"];
    for (column, (name, label)) in (0..).zip(heading.iter().zip(labels)) {
        sheet.write(0, column, *name).unwrap();
        sheet.write(1, column, label).unwrap();
    }
    for row in 2..6_u32 {
        let values = [f64::from(row % 2), f64::from(row), f64::from(row)];
        for (column, text) in
            [(0, "2025-05-01T08:00"), (1, "T1"), (2, "tivi"), (6, "u"), (7, "2025-05-01T09:00")]
        {
            sheet.write(row, column, text).unwrap();
        }
        for (column, number) in [3, 4, 5].into_iter().zip(values) {
            sheet.write(row, column, number).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let table = Table::read(File { name: "kobo.xlsx", bytes: &bytes }).unwrap();
    let names: Vec<_> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!((names, table.rows), (vec!["thon", "kenh/tivi", "diem"], 4));
    assert_eq!(table.columns[2].examples(9), ["2", "3", "4", "5"]);
    assert!(Table::read(File { name: "a.xlsx", bytes: &bytes[..100] }).is_err());
    assert_eq!(Table::read(File { name: "a.csv", bytes: b"" }), Err(Unread::Empty));
}

proptest! {
    #[test]
    fn any_table_is_answered_or_refused(
        rows in prop::collection::vec(prop::collection::vec("[0-9a-zđ,. -]{0,4}|1|0|-1|1e300|NaN|inf", 6), 0..40),
        kinds in prop::collection::vec(0..Kind::ALL.len(), 6),
        totals in any::<bool>(),
    ) {
        let mut text = String::from("a;b;c;d;e;f\n");
        rows.iter().for_each(|row| text += &(row.join(";") + "\n"));
        let Ok(table) = Table::read(File { name: "a.csv", bytes: text.as_bytes() }) else { return Ok(()) };
        let columns: Vec<Column> = table.columns.iter().zip(kinds).map(|(read, kind)| Column {
            name: read.name.clone(), label: read.label.clone(), kind: Kind::ALL[kind],
        }).collect();
        let of = |fits: fn(Kind) -> bool| columns.iter().filter(|it| fits(it.kind)).map(|it| it.name.clone()).collect::<Vec<_>>();
        let by = of(Kind::is_group).into_iter().take(2).collect();
        let question = Question { totals, columns: of(Kind::is_answer), by, level: 0.9 };
        if let Ok(answers) = question.answer(&table, &columns, Design::default()) {
            for line in answers.blocks.iter().flat_map(|block| std::iter::once(&block.all).chain(&block.groups)) {
                prop_assert!(line.figures.is_none_or(|it| it.estimate.is_finite()));
                prop_assert_eq!(line.hidden.is_some(), line.people.is_none());
            }
        }
    }
}
