//! `nanghang explain` at the front door.

mod door;

use door::Door;
use insta::assert_snapshot;
use serde_json::Value;

#[test]
fn a_change_is_told_part_by_part_with_who_passed_whom() {
    assert_snapshot!(Door::vi().answer("explain --province 95 --from 2023 --to 2024"));
    assert_snapshot!(Door::en().answer("explain --province 36 --from 2017 --to 2018 --dimension 2"));
}

#[test]
fn as_json_and_csv_it_has_every_part() {
    assert_snapshot!(
        Door::vi().answer("explain --province 95 --from 2023 --to 2024 --dimension 4 --format json")
    );
    assert_snapshot!(
        Door::vi().answer("explain --province 95 --from 2023 --to 2024 --dimension 4 --format csv")
    );
}

#[test]
fn unranked_on_one_side_leaves_only_the_nations_change() {
    let line = "explain --province 26 --from 2023 --to 2024 --format json";
    let explained: Value = serde_json::from_str(&Door::vi().answer(line)).expect("JSON");
    for field in [
        "score_change",
        "rank_change",
        "relative_change",
        "rank_if_others_stood_still",
        "rank_if_only_others_moved",
    ] {
        assert_eq!(explained[field], Value::Null, "{field}");
    }
    assert!(explained["national_change"].is_number());
    assert_eq!(
        (&explained["overtaken_by"], &explained["overtook"]),
        (&Value::Array(vec![]), &Value::Array(vec![]))
    );
    let parts = explained["parts"].as_array().expect("parts");
    assert_eq!(parts.len(), 28);
    assert!(parts.iter().all(|part| part["own_change"].is_null() && part["national_change"].is_number()));
}

#[test]
fn the_edition_before_the_latest_is_the_default() {
    assert_eq!(
        Door::vi().answer("explain"),
        Door::vi().answer("explain --from 2023 --to 2024 --dimension total")
    );
}

#[test]
fn years_that_cannot_be_compared_are_refused_in_words() {
    let lines = [
        "explain --from 2024 --to 2023",
        "explain --from 2024 --to 2024",
        "explain --from 2010 --to 2024",
        "explain --to 2011",
        "explain --from 2017 --to 2018 --dimension 7",
    ];
    for (door, lang) in [(Door::vi(), "vi"), (Door::en(), "en")] {
        let said: Vec<String> = lines.iter().map(|line| format!("{line}\n{}", door.wrong(line))).collect();
        assert_snapshot!(format!("no_such_change_{lang}"), said.join("\n"));
    }
}
