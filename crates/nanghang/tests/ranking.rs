//! `nanghang ranking` at the front door.

mod door;

use door::Door;
use insta::assert_snapshot;
use serde_json::Value;

#[test]
fn the_ranking_of_a_year_is_a_table_in_the_readers_language() {
    assert_snapshot!(Door::vi().answer("ranking --year 2024"));
    assert_snapshot!(Door::en().answer("ranking --year 2018 --dimension 4"));
}

#[test]
fn merged_provinces_say_when_only_some_members_count() {
    assert_snapshot!(Door::vi().answer("ranking --year 2024 --units 34"));
    assert_snapshot!(Door::en().answer("ranking --year 2021 --units 34 --format csv --dimension 1"));
}

#[test]
fn a_spreadsheet_gets_full_precision_and_empty_cells() {
    assert_snapshot!(Door::vi().answer("ranking --year 2022 --dimension 3.1 --format csv"));
}

#[test]
fn only_unranked_rows_say_what_is_missing_and_only_merged_ones_whether_they_are_partial() {
    let rows = |line: &str| -> Vec<Value> { serde_json::from_str(&Door::vi().answer(line)).expect("JSON") };
    for row in rows("ranking --year 2024 --format json") {
        assert_eq!(row.get("missing").is_some(), row["rank"].is_null(), "{row}");
        assert!(row.get("partial").is_none(), "{row}");
    }
    for row in rows("ranking --year 2021 --units 34 --format json") {
        assert_eq!(row.get("missing").is_some(), row["rank"].is_null(), "{row}");
        assert!(row["partial"].is_boolean(), "{row}");
    }
}

#[test]
fn without_a_year_the_latest_edition_answers() {
    assert_eq!(
        Door::vi().answer("ranking --format csv"),
        Door::vi().answer("ranking --year 2024 --format csv")
    );
}

#[test]
fn a_year_an_item_or_a_set_that_does_not_exist_gets_the_nearest_that_do() {
    let lines = [
        "ranking --year 2030",
        "ranking --year 2015 --dimension 7",
        "ranking --dimension 4.9",
        "ranking --units 60",
    ];
    for (door, lang) in [(Door::vi(), "vi"), (Door::en(), "en")] {
        let said: Vec<String> = lines.iter().map(|line| format!("{line}\n{}", door.wrong(line))).collect();
        assert_snapshot!(format!("nothing_of_that_name_{lang}"), said.join("\n"));
    }
}

#[test]
fn answering_creates_nothing() {
    let door = Door::vi();
    door.answer("ranking --year 2024");
    assert_eq!(std::fs::read_dir(door.folder()).expect("the folder").count(), 0);
}
