//! The page of targets: verdicts, margins, wrong pieces, in both languages.

use crate::door::read as get;
use axum::http::{Method, StatusCode};

#[tokio::test]
async fn a_place_that_was_missed_says_by_how_much() {
    let (status, page) = get("/muc-tieu?province=95&year=2024&target=rank%3D20").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Thiếu 0,26 điểm so với mức phải đạt (44,36 điểm)."));
    assert!(page.contains("<span class=\"verdict verdict-not-met\">Không đạt</span>"));
    let (_, page) = get("/en/targets?province=95&year=2024&target=rank%3D20").await;
    assert!(page.contains("0.26 points short of what was required (44.36)."));
}

#[tokio::test]
async fn a_wrong_piece_is_named_and_what_was_typed_is_kept() {
    let (_, page) = get("/muc-tieu?target=rank%3D20%2C+speed%3D3").await;
    assert!(page.contains("Không đọc được “speed=3”"));
    assert!(page.contains("value=\"rank=20, speed=3\""));
}

#[tokio::test]
async fn hostile_text_is_escaped() {
    let (_, page) = get("/en/targets?target=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    assert!(!page.contains("<script>"));
}

#[tokio::test]
async fn the_simple_form_leads_to_a_lasting_address() {
    let (status, _) = get("/muc-tieu?province=95&year=2024&kind=places&value=5&base=2020&item=4").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_plans_targets_are_judged_in_every_edition_since_it_began() {
    let page = crate::door::get("/muc-tieu").await;
    page.says("Đến năm 2025, tỉnh nằm trong nhóm 20 của cả nước");
    for year in ["2021", "2022", "2023", "2024"] {
        page.says(year);
    }
}

#[tokio::test]
async fn a_path_has_a_row_for_each_year_and_item() {
    let (status, page) =
        get("/muc-tieu?province=95&year=2024&target=2022+rank%3D20%3B+2024+group%3Dhigh").await;
    assert_eq!(status, StatusCode::OK);
    for year in ["2022", "2023", "2024"] {
        assert!(page.contains(year));
    }
}

#[tokio::test]
async fn a_decimal_comma_is_taken_and_an_empty_value_is_asked_for() {
    let site = crate::door::site().await;
    let read = async |address: &str| crate::door::ask(&site, Method::GET, address, &[], "").await;
    let sent = read("/muc-tieu?province=95&year=2024&kind=score&value=44%2C5").await;
    assert!(sent.header("location").ends_with("target=score%3D44.5"), "{}", sent.header("location"));
    read("/muc-tieu?province=95&year=2024&kind=rank&value=").await.says("Hãy ghi số cần đạt vào ô Giá trị.");
}
