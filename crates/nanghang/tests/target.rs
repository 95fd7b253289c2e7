//! `nanghang target` at the front door.

mod door;

use door::Door;
use insta::assert_snapshot;
use serde_json::Value;

const PLAN_193: &str = "--path \"2021 each:group=high_average; 2024 each:group=high_average, rank=20\"";

#[test]
fn a_verdict_comes_with_its_margin_in_the_readers_language() {
    assert_snapshot!(Door::vi().answer("target --province 95 --year 2024 --rank 20"));
    assert_snapshot!(Door::en().answer("target --year 2024 --group high_average --each-dimension"));
}

#[test]
fn as_json_a_verdict_has_the_shape_of_the_contract() {
    assert_snapshot!(Door::vi().answer("target --province 95 --year 2024 --rank 20 --format json"));
    assert_snapshot!(
        Door::vi().answer("target --year 2024 --group high_average --each-dimension --format csv")
    );
}

#[test]
fn without_a_base_or_a_rank_nobody_can_tell() {
    let read = |line: &str| -> Value { serde_json::from_str(&Door::vi().answer(line)).expect("JSON") };
    let first = read("target --year 2011 --improve 1 --format json");
    assert_eq!(first["met"], Value::Null);
    assert_eq!(first["items"][0]["required"]["score"], Value::Null);
    let unranked = read("target --province 26 --year 2024 --rank 20 --format json");
    assert_eq!(
        (&unranked["met"], &unranked["items"][0]["doubt"]["reason"]),
        (&Value::Null, &"unranked".into())
    );
}

#[test]
fn the_plans_own_forms_are_understood() {
    let kind = |options: &str| -> Value {
        let line = format!("target --year 2024 {options} --format json");
        serde_json::from_str::<Value>(&Door::vi().answer(&line)).expect("JSON")["kind"].take()
    };
    for (options, expected) in [
        ("--rank 20", "rank"),
        ("--group high", "group"),
        ("--score 45", "score"),
        ("--score 45,5", "score"),
        ("--improve 5", "improve"),
        ("--improve 0.5 --points", "improve"),
        ("--if better-than=2020", "better_than"),
        ("--if lift", "lift"),
        ("--if rank=20", "rank"),
        ("--rank 20 --if each:group=high_average", "joined"),
        (PLAN_193, "path"),
    ] {
        assert_eq!(kind(options), expected, "{options}");
    }
}

#[test]
fn a_path_is_judged_in_every_edition_up_to_the_year() {
    assert_snapshot!(Door::vi().answer(&format!("target --year 2024 {PLAN_193}")));
}

#[test]
fn options_that_make_no_question_are_refused_in_words() {
    let lines = [
        "target --year 2024",
        "target --rank 20 --score 45",
        "target --rank 0",
        "target --rank first",
        "target --group best",
        "target --group high --dimension 4.1",
        "target --group high --each-dimension --dimension 4",
        "target --rank 20 --dimension 9",
        "target --rank 20 --points",
        "target --improve 0",
        "target --if speed=3",
        "target --if 9:rank=3",
        "target --path rank=20",
        "target --path \"2024 rank=20\" --rank 3",
        "target --if places=5@20",
    ];
    for (door, lang) in [(Door::vi(), "vi"), (Door::en(), "en")] {
        let said: Vec<String> = lines.iter().map(|line| format!("{line}\n{}", door.wrong(line))).collect();
        assert_snapshot!(format!("no_question_{lang}"), said.join("\n"));
    }
}
