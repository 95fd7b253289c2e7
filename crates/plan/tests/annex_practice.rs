//! The practice tasks as an annex: their own headings, codes for names, and nothing wrong.

mod annexes;

use annexes::{PLAN, drafts};
use jiff::civil::date;
use plan::calendar::Rhythm;

const TASKS: &[u8] = include_bytes!("../../../data/practice/tasks.csv");

#[test]
fn the_practice_tasks_are_seventy_without_a_problem() {
    let reading = annexes::read("tasks.csv", TASKS).expect("no problem");
    assert_eq!(reading.tasks.len(), 70);
    assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
    let of = |section: &str| reading.tasks.iter().filter(|draft| draft.section == section).count();
    let counts: Vec<usize> = ["1", "2", "3", "4", "5", "6", "7", "8", "TT", "CH"].map(of).into();
    assert_eq!(counts.iter().sum::<usize>(), 70);
    assert!(counts.iter().all(|count| *count >= 4), "{counts:?}");
}

#[test]
fn a_practice_task_has_all_that_its_row_says() {
    let drafts = drafts("tasks.csv", TASKS);
    let task = drafts.iter().find(|draft| draft.code == "1.2-01").expect("1.2-01");
    assert_eq!((task.section.as_str(), task.items.as_slice()), ("1", ["1.2".to_owned()].as_slice()));
    assert_eq!((task.rhythm, task.due_on), (Rhythm::Once, Some((3, 31))));
    assert_eq!((task.first, task.last), PLAN);
    assert_eq!(task.lead.as_deref(), Some("@xa"));
    assert_eq!(task.parts, annexes::parts(&["@huyen", "BL-SKHDT", "BL-MTTQ"]));
    assert_eq!(task.product, "Biên bản họp dân; bảng tiếp thu ý kiến");
    assert_eq!(task.counts_as_done(), task.product);
    let measure = task.measure.as_ref().expect("a measure");
    assert_eq!(measure.name, "Tỷ lệ công trình có biên bản lấy ý kiến");
    assert_eq!((measure.unit.as_deref(), measure.low, measure.high), (Some("%"), Some(0.0), Some(100.0)));
    assert_eq!((task.weight, task.scope.as_deref()), (1.0, Some("xa")));
    assert!(task.source.starts_with("tin 23/6/2023"));
    let quarterly = drafts.iter().find(|draft| draft.code == "1.1-01").expect("1.1-01");
    assert_eq!((quarterly.rhythm, quarterly.due_on), (Rhythm::Quarterly, None));
    assert_eq!(
        (
            quarterly.measure.as_ref().and_then(|m| m.unit.as_deref()),
            quarterly.measure.as_ref().and_then(|m| m.low),
            quarterly.measure.as_ref().and_then(|m| m.high)
        ),
        (Some("ấp, khóm"), Some(0.0), None)
    );
    let both = drafts.iter().find(|draft| draft.code == "1.1-03").expect("1.1-03");
    assert_eq!(both.items, ["1.1", "8.2"]);
    assert_eq!(drafts.iter().find(|draft| draft.code == "TT-01").map(|task| task.items.len()), Some(0));
    assert!(drafts.iter().all(|draft| draft.last == date(2025, 12, 31)));
}

#[test]
fn the_same_file_gives_the_same_codes() {
    let text = std::str::from_utf8(TASKS).expect("text");
    let without: String =
        text.lines().map(|line| format!("{}\n", line.split_once(',').expect("a code").1)).collect();
    let once = drafts("tasks.csv", without.as_bytes());
    let twice = drafts("tasks.csv", without.as_bytes());
    assert_eq!(once, twice);
    let codes: Vec<&str> = once.iter().map(|draft| draft.code.as_str()).collect();
    assert_eq!((codes[0], codes[1], codes[69]), ("1-01", "1-02", "CH-04"));
}
