//! `nanghang import tasks` and `nanghang export tasks` at the front door.

mod door;

use std::fs;

use accounts::Desk;
use door::{Door, Left};
use jiff::civil::date;
use plan::Plan;
use plan::plan::State;
use serde_json::Value;

const TASKS: &str = include_str!("../../../data/practice/tasks.csv");

/// The door of an installation with the sample province and a plan that is being drafted.
fn drafting() -> Door {
    let door = Door::en();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let address = store::Address::in_folder(&door.folder().join("nanghang-data"));
        fs::create_dir_all(door.folder().join("nanghang-data")).expect("a folder");
        let store = store::Store::open(&address).await.expect("a database");
        let now = "2021-12-20T01:00:00Z".parse().expect("an instant");
        let desk = Desk::operator(&store, "an", date(2021, 12, 20), now);
        sample::town::build(&desk).await.expect("the sample");
        plan::draft(&desk, &draft()).await.expect("a draft");
        store.close().await;
    });
    door
}

fn draft() -> Plan {
    Plan {
        slug: "phu-luc".to_owned(),
        title: "Nâng Chỉ số PAPI".to_owned(),
        title_en: String::new(),
        document: Some("193-kh-ubnd".to_owned()),
        unit: sample::town::UNIT.to_owned(),
        first: date(2021, 12, 17),
        last: date(2025, 12, 31),
        calendar: "par".to_owned(),
        state: State::Draft,
        published_on: None,
        closed_on: None,
        copied_from: None,
        source: "thử".to_owned(),
    }
}

fn bring(door: &Door, name: &str, content: &str, options: &str) -> Left {
    fs::write(door.folder().join(name), content).expect("written");
    door.run(&format!("import tasks {name} --plan phu-luc {options}"))
}

fn json(left: &Left) -> Value {
    serde_json::from_str(&left.out).unwrap_or_else(|_| panic!("{left:?}"))
}

#[test]
fn an_annex_is_taken_and_what_is_exported_is_taken_back_unchanged() {
    let door = drafting();
    let dry = json(&bring(&door, "tasks.csv", TASKS, "--dry-run --format json"));
    assert_eq!((&dry["accepted"], &dry["stored"], &dry["added"]), (&true.into(), &70.into(), &70.into()));
    let taken = bring(&door, "tasks.csv", TASKS, "");
    assert_eq!((taken.code, taken.out.as_str()), (Some(0), ""), "{}", taken.err);
    assert!(taken.err.contains("70 tasks, 70 new, 0 changed"), "{}", taken.err);

    assert_eq!(door.run("export tasks --plan phu-luc out.xlsx").code, Some(0));
    let back = json(&door.run("import tasks out.xlsx --plan phu-luc --format json"));
    assert_eq!((&back["same"], &back["changed"], &back["added"]), (&70.into(), &0.into(), &0.into()));
}

#[test]
fn every_cell_that_a_person_must_settle_is_told_and_settled_by_a_map() {
    let door = drafting();
    let annex = "TT,Nhiệm vụ,Chủ trì,Phối hợp,Thời hạn\n\
        1,Việc một,Sở Tư phápp,Các đơn vị liên quan,31/02\n2,Việc hai,,Sở Nội vụ,Hằng quý\n";
    let left = bring(&door, "phu-luc.csv", annex, "--format json");
    assert_eq!(left.code, Some(1));
    let told = json(&left);
    let problem = |at: usize| {
        let problem = &told["problems"][at];
        let text = |name: &str| problem[name].as_str().unwrap_or_default().to_owned();
        format!("{}{} {} {}", text("column"), problem["row"], text("kind"), text("value"))
    };
    assert_eq!(
        [0, 1, 2, 3].map(problem),
        [
            "C2 unknown_agency Sở Tư phápp",
            "D2 ambiguous_agency Các đơn vị liên quan",
            "E2 impossible_date 31/02",
            "C3 missing_lead ",
        ]
    );
    assert_eq!((&told["accepted"], &told["stored"]), (&false.into(), &0.into()));

    let mended = annex.replace("31/02", "28/02").replace("Việc hai,,", "Việc hai,Thanh tra tỉnh,");
    let map = "written,agency_code\nSở Tư phápp,BL-STP\nCác đơn vị liên quan,-\n";
    fs::write(door.folder().join("map.csv"), map).expect("written");
    let left = bring(&door, "phu-luc.csv", &mended, "--map map.csv");
    assert_eq!(left.code, Some(0), "{left:?}");
    assert_eq!(bring(&door, "phu-luc.csv", &mended, "").code, Some(0), "remembered");
}

#[test]
fn a_problem_is_a_line_of_words() {
    let left = bring(&drafting(), "phu-luc.csv", "TT,Nhiệm vụ,Chủ trì\n1,Việc một,Sở Tư phápp\n", "");
    assert_eq!(
        left.out,
        "C2: an agency that is not known; found “Sở Tư phápp”, expected an agency in force on the plan's day, nearest: Sở Tư pháp.\n"
    );
}

#[test]
fn a_plan_that_is_not_there_is_wrong_usage() {
    let door = drafting();
    fs::write(door.folder().join("tasks.csv"), TASKS).expect("written");
    for line in ["import tasks tasks.csv --plan khong-co", "export tasks --plan khong-co out.xlsx"] {
        assert_eq!(door.run(line).code, Some(2), "{line}");
    }
    assert!(!door.folder().join("out.xlsx").exists());
}
