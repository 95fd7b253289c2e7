//! `nanghang outlook`, `whatif` and `ranks` at the front door.

mod door;

use door::Door;
use serde_json::Value;

fn json(line: &str) -> Value {
    serde_json::from_str(&Door::vi().answer(line)).expect("JSON")
}

#[test]
fn an_outlook_is_a_row_for_each_province_and_variable_the_same_each_time() {
    let line = "outlook --year 2025 --draws 500 --format csv";
    let csv = Door::vi().answer(line);
    let header = "target_year,horizon,variable,province_code,mean,sd,q025,q10,q90,q975,prob_top20,prob_upper_half,\
                  prob_improve,rank_median,rank_q025,rank_q10,rank_q90,rank_q975";
    assert_eq!(csv.lines().next(), Some(header));
    assert_eq!(csv.lines().count(), 1 + 63 * 10);
    assert_eq!(csv, Door::en().answer(line));
    assert_ne!(csv, Door::vi().answer("outlook --year 2025 --draws 500 --seed 2 --format csv"));
}

#[test]
fn raw_draws_are_absolute_and_the_total_is_the_sum_of_its_dimensions() {
    let raw = Door::vi().answer("outlook --year 2025 --province 95 --draws 3 --raw");
    let mut lines = raw.lines();
    assert_eq!(lines.next(), Some("target_year,horizon,variable,province_code,draw,score"));
    let first: Vec<(String, f64)> = lines
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
        .filter(|cells| cells[4] == "0")
        .map(|cells| (cells[2].clone(), cells[5].parse().expect("a score")))
        .collect();
    let of = |variable: &str| first.iter().find(|(own, _)| own == variable).expect("drawn").1;
    let parts: f64 = (1..=8).map(|number| of(&number.to_string())).sum();
    assert_eq!(first.len(), 10);
    assert!((of("total") - parts).abs() < 1e-9 && (30.0..60.0).contains(&parts), "{parts}");
}

#[test]
fn a_province_that_ended_is_said_to_have_and_its_successor_named() {
    let rows = json("outlook --year 2025 --as-of 2024 --province 95 --draws 200 --format json");
    assert_eq!(rows[0]["unit_ended"], "2025-06-30");
    assert_eq!(rows[0]["successor"], "96");
    assert_eq!(rows[0]["renewal"], "unknown");
    let goes_on = json("outlook --year 2025 --as-of 2024 --province ha-noi --draws 200 --format json");
    assert!(goes_on[0].get("unit_ended").is_none() && goes_on[0].get("successor").is_none());
    let before = json("outlook --year 2024 --province 95 --draws 200 --format json");
    assert!(before[0].get("unit_ended").is_none());
    let merged = json("outlook --year 2025 --province ca-mau --units 34 --draws 200 --format json");
    assert_eq!((merged[0]["renewal"].as_str(), merged[0]["of"].as_u64()), (Some("yes"), Some(34)));
}

#[test]
fn a_province_unranked_now_has_no_chance_of_improving() {
    let rows = json("outlook --year 2025 --province 26 --draws 200 --format json");
    let total = rows.as_array().expect("rows").iter().find(|row| row["variable"] == "total").expect("total");
    assert!(total["prob_improve"].is_null() && total["prob_top20"].is_f64());
}

#[test]
fn the_table_says_what_a_chance_is_worth() {
    let vi = Door::vi().answer("outlook --year 2025 --province 95 --draws 500");
    assert!(vi.contains("Triển vọng PAPI 2025 của Bạc Liêu") && vi.contains("20 trên 63"), "{vi}");
    assert!(vi.contains("kết thúc ngày 30/6/2025"), "{vi}");
    let en = Door::en().answer("outlook --year 2024 --draws 200");
    assert!(en.contains("Quang Ninh") && en.contains("Any province among the first 20"), "{en}");
}

#[test]
fn what_it_would_take_comes_with_what_others_gained() {
    let rank = json("whatif --province 95 --as-of 2021 --year 2025 --rank 20 --format json");
    assert!((rank["lift"].as_f64().expect("points") - 1.0).abs() < 0.15, "{rank}");
    let parts = rank["subdimensions"].as_array().expect("parts");
    let sum: f64 = parts.iter().map(|part| part["points"].as_f64().expect("points")).sum();
    assert!((sum - rank["lift"].as_f64().expect("points")).abs() < 1e-6);
    assert!(parts.iter().all(|part| part["cases"].as_u64() > Some(10)), "{parts:#?}");
    let each = json(
        "whatif --province 95 --as-of 2020 --year 2025 --group high_average --each-dimension --format json",
    );
    assert!((each["lift"].as_f64().expect("points") - 4.1).abs() < 0.3, "{each}");
    assert_eq!(each["dimensions"].as_array().map(Vec::len), Some(8));
    let words = Door::en().answer("whatif --province 95 --as-of 2020 --year 2025 --rank 20");
    assert!(words.contains("History shows no cause"), "{words}");
}

#[test]
fn ranks_come_with_their_sets_and_where_the_errors_are_from() {
    let ranks = json("ranks --year 2024 --format json");
    assert_eq!((ranks["of"].as_u64(), ranks["rows"].as_array().map(Vec::len)), (Some(61), Some(61)));
    assert_eq!(
        ranks["tau_best"].as_array().map(Vec::len),
        Some(61),
        "none can be ruled out with an error of 1.0"
    );
    assert!(ranks["rows"].as_array().expect("rows").iter().all(|row| row["se_from"] == "noise"));
    let narrow = json("ranks --year 2024 --se 0.2 --method joint --format json");
    assert!(narrow["tau_best"].as_array().map(Vec::len) < Some(61));
}

#[test]
fn ranks_of_merged_units_have_their_members_errors_and_say_who_is_missing() {
    let ranks = json("ranks --year 2024 --units 34 --format json");
    assert_eq!((ranks["units"].as_str(), ranks["of"].as_u64()), (Some("34"), Some(34)));
    let row = |code: &str| {
        let rows = ranks["rows"].as_array().expect("rows").iter();
        rows.into_iter().find(|row| row["province"] == code).expect("ranked").clone()
    };
    assert_eq!(row("01")["se"], 1.0, "Hà Nội alone");
    assert!(row("96")["se"].as_f64() < Some(0.75) && row("96").get("partial").is_none(), "Cà Mau of two");
    assert_eq!(
        (&row("82")["se"], &row("82")["partial"]),
        (&1.0.into(), &true.into()),
        "Tiền Giang is missing"
    );
    let words = Door::en().answer("ranks --year 2024 --units 34");
    assert!(words.contains("those of their former provinces that have figures:"), "{words}");
    assert!(Door::vi().wrong("ranks --year 2024 --units 99").ends_with(".\n"));
}

#[test]
fn a_spread_of_ones_own_is_tried() {
    let line = "whatif --province 95 --as-of 2021 --year 2025 --rank 20 --gains 1:0.5,4:0.5";
    let answer = json(&format!("{line} --format json"));
    let own = &answer["own"];
    assert_eq!(own["points"], 1.0);
    assert!(own["chance"].as_f64() > answer["chance"].as_f64(), "{own}");
    assert!(
        (own["chance"].as_f64().expect("a chance") - 0.5).abs() < 0.05,
        "0.93 points give one in two: {own}"
    );
    assert_eq!(own["dimensions"].as_array().map(Vec::len), Some(2));
    assert!(Door::en().answer(line).contains("The spread tried: 1.00 points more"));
    for gains in ["1:-1", "1:x", "9:1", "1:0.1,1:0.2", "1:99", ""] {
        assert!(Door::vi().wrong(&format!("whatif --rank 20 --gains={gains}")).ends_with(".\n"), "{gains}");
    }
}

#[test]
fn a_file_of_cases_is_answered_and_a_bad_case_does_not_stop_the_rest() {
    let door = Door::vi();
    let cases = r#"{"cases":[
        {"id":"bad","units":["a"],"x":[1],"se":[0],"coverage":0.9,"tau":1},
        {"id":"good","units":["a","b"],"x":[1,9],"se":[1,1],"coverage":0.9,"tau":1}]}"#;
    std::fs::write(door.folder().join("cases.json"), cases).expect("written");
    let answers: Value = serde_json::from_str(&door.answer("ranks --cases cases.json")).expect("JSON");
    assert!(answers[0]["error"].is_string());
    assert_eq!(answers[1]["results"]["marginal_single"]["L"], serde_json::json!([2, 1]));
    assert_eq!(answers[1]["results"]["tau_best"]["units"], serde_json::json!(["b"]));
}

#[test]
fn what_cannot_be_asked_is_refused_in_words() {
    for line in [
        "outlook --year 2024 --as-of 2024",
        "outlook --renewal maybe",
        "outlook --draws 0",
        "whatif --rank 20 --group high",
        "ranks --method none",
        "ranks --dimension 4.1",
    ] {
        assert!(Door::vi().wrong(line).ends_with(".\n"), "{line}");
    }
}
