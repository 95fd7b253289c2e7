//! `nanghang standing` at the front door.

mod door;

use door::Door;
use insta::assert_snapshot;
use serde_json::Value;

#[test]
fn a_standing_goes_from_the_total_down_to_each_part() {
    assert_snapshot!(Door::vi().answer("standing --province 95 --year 2024"));
    assert_snapshot!(Door::en().answer("standing --province bac-lieu --year 2016"));
}

#[test]
fn as_json_every_item_has_its_place_and_its_change() {
    assert_snapshot!(Door::vi().answer("standing --province 95 --year 2024 --format json"));
}

#[test]
fn as_csv_every_item_is_a_row() {
    assert_snapshot!(Door::vi().answer("standing --province 95 --year 2018 --format csv"));
}

#[test]
fn a_province_is_found_by_code_unit_or_name_in_any_spelling() {
    let door = Door::vi();
    let by_code = door.answer("standing --province 95");
    for spelling in ["95-2008", "bac-lieu", "\"Bạc Liêu\"", "\"tỉnh Bạc Liêu\"", "BACLIEU"] {
        assert_eq!(door.answer(&format!("standing --province {spelling}")), by_code, "{spelling}");
    }
}

#[test]
fn the_installations_own_province_is_the_default() {
    let door = Door::vi().with("NANGHANG_PROVINCE", "79");
    assert_eq!(door.answer("standing"), Door::vi().answer("standing --province 79"));
}

#[test]
fn a_unit_of_the_34_brings_its_set() {
    let read = |line: &str| -> Value { serde_json::from_str(&Door::vi().answer(line)).expect("JSON") };
    let merged = read("standing --province 24-2025 --year 2024 --format json");
    assert_eq!((&merged["province"]["name"], &merged["total"]["of"]), (&"Bắc Ninh".into(), &34.into()));
    assert_eq!(merged["total"]["partial"], false);
    let old = read("standing --province 24 --year 2024 --format json");
    assert_eq!((&old["province"]["name"], &old["total"]["of"]), (&"Bắc Giang".into(), &61.into()));
}

#[test]
fn a_province_that_is_not_there_is_refused_in_words() {
    let lines = [
        "standing --province \"Bac Leiu\"",
        "standing --province 95 --units 34",
        "standing --province bac-lieu --units 34",
        "standing --province 24-2025 --units 63",
        "standing --province 00",
    ];
    for (door, lang) in [(Door::vi(), "vi"), (Door::en(), "en")] {
        let said: Vec<String> = lines.iter().map(|line| format!("{line}\n{}", door.wrong(line))).collect();
        assert_snapshot!(format!("no_such_province_{lang}"), said.join("\n"));
    }
}
