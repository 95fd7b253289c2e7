//! The page of targets: verdicts, margins, wrong pieces, in both languages.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use jiff::civil::date;
use places::country;
use scores::Editions;
use tower::ServiceExt;
use web::{App, Settings, Snapshot};

fn site() -> Router {
    let province = country().sets[0].by_code("95").expect("95");
    let settings = Settings { province, demo: false, imprint: None, origin: None };
    let editions = Editions::embedded(2011..=2024);
    let today = date(2025, 5, 20);
    web::router(App::new(
        settings,
        Snapshot { revision: 1, today, editions, documents: vec![], targets: vec![] },
    ))
}

async fn get(address: &str) -> (StatusCode, String) {
    let request = Request::get(address).body(Body::empty()).expect("a request");
    let answer = site().oneshot(request).await.expect("an answer");
    let status = answer.status();
    let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
    (status, String::from_utf8(bytes.into()).expect("UTF-8"))
}

#[tokio::test]
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
