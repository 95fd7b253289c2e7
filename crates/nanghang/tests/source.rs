//! `nanghang source` at the front door: any figure can be followed to where it came from.

mod door;

use std::fs;

use door::Door;
use insta::assert_snapshot;

#[test]
fn without_a_database_the_publication_is_named() {
    assert_snapshot!(Door::vi().answer("source --province 95 --year 2024 --subdimension 1.1"));
}

#[test]
fn a_replaced_figure_tells_its_file_its_cell_and_what_it_replaced() {
    let door = Door::en();
    let embedded = include_str!("../../../data/papi_scores.csv");
    let rows = embedded.lines().enumerate().filter(|(at, line)| *at == 0 || line.starts_with("2024,"));
    let raise = |line: &str| {
        if line.starts_with("2024,95,1.1,") { "2024,95,1.1,2".to_owned() } else { line.to_owned() }
    };
    let table: Vec<_> = rows.map(|(_, line)| raise(line)).collect();
    fs::write(door.folder().join("corrected-2024.csv"), table.join("\n")).expect("written");
    assert_eq!(door.run("import scores corrected-2024.csv --replace").code, Some(0));

    let told: serde_json::Value = serde_json::from_str(
        &door.answer("source --province 95 --year 2024 --subdimension 1.1 --format json"),
    )
    .expect("JSON");

    let figures = told["figures"].as_array().expect("figures");
    assert_eq!(
        (figures.len(), &figures[0]["score"], &figures[0]["source"]),
        (2, &2.0.into(), &"corrected-2024.csv".into())
    );
    assert!(figures[0]["cell"].as_str().is_some_and(|cell| cell.starts_with('D')));
    assert!(figures[0]["by"].is_string() && figures[0]["at"].is_string());
    assert!(figures[1]["source"].as_str().is_some_and(|source| source.starts_with("PAPI")));
    assert!(figures[1]["by"].is_null());
}

#[test]
fn a_total_has_no_source_of_its_own_and_its_parts_are_named() {
    assert!(Door::vi().wrong("source --province 95 --year 2024 --subdimension 1").contains("1.1"));
}
