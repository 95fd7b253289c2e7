//! `nanghang import scores` at the front door.

mod door;

use std::fs;

use door::{Door, Left};
use insta::assert_snapshot;
use serde_json::Value;

const EMBEDDED: &str = include_str!("../../../data/papi_scores.csv");

/// The figures of a year as a long table, changed line by line.
fn table(year: &str, change: impl Fn(usize, &str) -> String) -> String {
    let lines = EMBEDDED.lines().filter(|line| line.starts_with(year)).enumerate();
    let lines: Vec<String> = lines.map(|(at, line)| change(at, line)).collect();
    format!("year,province_code,subdimension,score\n{}\n", lines.join("\n"))
}

fn same(_: usize, line: &str) -> String {
    line.to_owned()
}

/// The first figure a little higher.
fn raised(at: usize, line: &str) -> String {
    if at == 0 { line.rsplit_once(',').expect("a score").0.to_owned() + ",1.5" } else { line.to_owned() }
}

fn bring(door: &Door, name: &str, content: &str, options: &str) -> Left {
    fs::write(door.folder().join(name), content).expect("written");
    door.run(&format!("import scores {name} {options}"))
}

fn json(left: &Left) -> Value {
    serde_json::from_str(&left.out).expect("JSON")
}

#[test]
fn figures_that_are_there_are_accepted_again_and_change_nothing() {
    let door = Door::vi();
    let left = bring(&door, "papi.csv", &table("2024", same), "--format json");
    let told = json(&left);
    assert_eq!((left.code, &told["accepted"], &told["year"]), (Some(0), &true.into(), &2024.into()));
    assert_eq!((&told["stored"], &told["changed"]), (&1708.into(), &0.into()));
    assert_eq!(door.answer("ranking --year 2024"), Door::vi().answer("ranking --year 2024"));
}

#[test]
fn a_new_edition_answers_questions_from_then_on() {
    let door = Door::en();
    assert_eq!(
        bring(&door, "papi.csv", &table("2024", |_, line| line.replacen("2024", "2023", 1)), "").code,
        Some(1)
    );
    let fresh = table("2024", |_, line| line.replacen("2024", "2023", 1));
    let left = bring(&door, "papi.csv", &fresh, "--replace");
    assert_eq!((left.code, left.out.as_str()), (Some(0), ""), "{}", left.err);
    let ranks = |year: &str| {
        let rows: Value = serde_json::from_str(&door.answer(&format!("ranking --year {year} --format json")))
            .expect("JSON");
        rows[0]["score"].clone()
    };
    assert_eq!(ranks("2023"), ranks("2024"));
}

#[test]
fn differing_figures_need_to_be_replaced_on_purpose() {
    let door = Door::vi();
    let refused = bring(&door, "papi.csv", &table("2024", raised), "");
    assert_eq!(refused.code, Some(1));
    assert_snapshot!(format!("{}{}", refused.out, refused.err));

    let would = bring(&door, "papi.csv", &table("2024", raised), "--replace --dry-run --format json");
    assert_eq!((&json(&would)["changed"], &json(&would)["dry_run"]), (&1.into(), &true.into()));
    let replaced = bring(&door, "papi.csv", &table("2024", raised), "--replace");
    assert_snapshot!(replaced.err);
}

#[test]
fn trying_it_out_writes_nothing() {
    let door = Door::en();
    let left = bring(&door, "papi.csv", &table("2024", same), "--dry-run");
    assert_eq!(left.code, Some(0));
    assert_eq!(fs::read_dir(door.folder()).expect("the folder").count(), 1);
}

#[test]
fn a_bad_file_is_refused_with_every_problem_on_a_line_of_its_own() {
    let bad = table("2024", |at, line| match at {
        0 => "2024,00,1.1,1.2".to_owned(),
        1 => line.rsplit_once(',').expect("a score").0.to_owned() + ",9.9",
        2 => line.rsplit_once(',').expect("a score").0.to_owned() + ",many",
        3 => "2024,01,9.9,1".to_owned(),
        _ => line.to_owned(),
    });
    for (door, lang) in [(Door::vi(), "vi"), (Door::en(), "en")] {
        let left = bring(&door, "papi.csv", &bad, "");
        assert_eq!(left.code, Some(1));
        assert_snapshot!(format!("bad_file_{lang}"), format!("{}{}", left.out, left.err));
        assert!(!door.folder().join("nanghang-data").exists());
    }
    let left = bring(&Door::vi(), "papi.csv", &bad, "--format json");
    assert_eq!((left.code, &json(&left)["accepted"]), (Some(1), &false.into()));
    assert_snapshot!("bad_file_json", left.out);
}

#[test]
fn a_renamed_file_and_one_that_is_not_there_are_refused_in_words() {
    let door = Door::en();
    let left = bring(&door, "papi.xlsx", "%PDF-1.7 not a workbook", "");
    assert_eq!(left.code, Some(1));
    assert_snapshot!(left.out);
    let missing = door.run("import scores nowhere.csv");
    assert_eq!(missing.code, Some(1));
    assert!(missing.err.starts_with("nowhere.csv cannot be read or written"), "{}", missing.err);
    assert!(door.wrong("import scores papi.xlsx --year soon").contains("soon"));
}

#[test]
fn an_official_workbook_gives_the_embedded_figures() {
    let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/../scores/tests/workbooks");
    let files = fs::read_dir(workbook).expect("the workbooks").map(|file| file.expect("a file").path());
    for file in files.filter(|file| file.extension().is_some_and(|end| end == "xlsx")) {
        let door = Door::en();
        fs::copy(&file, door.folder().join(file.file_name().expect("a name"))).expect("copied");
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let left = door.run(&format!("import scores \"{name}\" --format json"));
        assert_eq!(left.code, Some(0), "{name}: {}{}", left.out, left.err);
        assert_eq!(json(&left)["changed"], 0, "{name}");
    }
}

/// Provinces' figures of a year given to the province before, so that nothing of the year before is left in them.
fn shuffled() -> String {
    let lines: Vec<Vec<&str>> =
        EMBEDDED.lines().filter(|l| l.starts_with("2024")).map(|l| l.split(',').collect()).collect();
    let mut codes: Vec<&str> = lines.iter().map(|cells| cells[1]).collect();
    codes.dedup();
    let next =
        |code: &str| codes[(codes.iter().position(|own| *own == code).expect("a code") + 31) % codes.len()];
    let lines: Vec<String> =
        lines.iter().map(|cells| [cells[0], next(cells[1]), cells[2], cells[3]].join(",")).collect();
    format!("year,province_code,subdimension,score\n{}\n", lines.join("\n"))
}

#[test]
fn an_edition_that_forgets_the_one_before_is_asked_about_until_somebody_answers() {
    let door = Door::en();
    let left = bring(&door, "papi.csv", &shuffled(), "--replace --format json");
    let told = json(&left);
    assert_eq!(told["seems_renewed"][0]["year"], 2024, "{told}");
    assert!(told["seems_renewed"][0]["statistic"].as_f64() < Some(-0.10));
    assert!(left.err.contains("nanghang outlook renewal --first-year 2024"), "{}", left.err);
    assert!(left.err.contains("/en/sample-periods"), "{}", left.err);

    door.answer("outlook renewal --first-year 2024 --source report --reason read");
    let again = bring(&door, "papi.csv", &shuffled(), "--format json");
    assert!(json(&again).get("seems_renewed").is_none(), "{}", again.out);
}
