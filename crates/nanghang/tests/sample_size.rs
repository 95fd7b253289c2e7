//! `nanghang sample-size` at the front door.

mod door;

use door::Door;
use serde_json::Value;

const TEN_DISTRICTS: &str = "sample-size --domains 10 --change 5 --per-cluster 15 --icc 0.05 --response 0.8";

#[test]
fn a_change_of_five_points_in_each_of_ten_districts_is_told_in_words_and_figures() {
    let size: Value =
        serde_json::from_str(&Door::vi().answer(&format!("{TEN_DISTRICTS} --format json"))).expect("JSON");
    assert_eq!(
        (&size["clusters"], &size["all_answers"], &size["rounds"]),
        (&178.into(), &53_400.into(), &2.into())
    );
    assert!((size["design_effect"].as_f64().expect("a number") - 1.7).abs() < 1e-12);
    assert!(size["power"].as_f64() >= Some(0.8) && size["cost"].is_null());
    let vi = Door::vi().answer(TEN_DISTRICTS);
    assert!(vi.contains("2.670 người trả lời, ở 178 thôn, tổ dân phố") && vi.contains("53.400"), "{vi}");
    assert!(vi.contains("trông như có thay đổi chỉ vì may rủi"), "{vi}");
    let en = Door::en().answer(TEN_DISTRICTS);
    assert!(en.contains("a change of 5 points, about 80 of 100"), "{en}");
    let csv = Door::en().answer(&format!("{TEN_DISTRICTS} --format csv"));
    assert!(csv.starts_with("design_effect,needed,clusters") && csv.lines().count() == 2, "{csv}");
}

#[test]
fn a_mean_and_a_small_place_have_words_of_their_own() {
    let mean = Door::en().answer("sample-size --margin 0.2 --sd 2");
    assert!(mean.contains("The mean of each area is then known within ±0.2 (95% confidence)"), "{mean}");
    let small = Door::en().answer("sample-size --margin 5 --population 300 --response 0.5");
    assert!(small.contains("An area has only 300 people"), "{small}");
    let cost =
        Door::en().answer("sample-size --margin 5 --per-cluster 10 --cluster-cost 25 --interview-cost 1");
    assert!(cost.contains("Estimated cost:") && cost.contains("asking about 22 people"), "{cost}");
}

#[test]
fn what_cannot_be_planned_is_refused_in_words() {
    for line in [
        "--margin 0",
        "--change 60",
        "--change 5 --icc 1",
        "--change 5 --response 0",
        "--margin 5 --domains 0",
    ] {
        assert!(Door::vi().wrong(&format!("sample-size {line}")).trim_end().ends_with('.'), "{line}");
    }
}
