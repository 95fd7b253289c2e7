//! About at the front door: the imprint as configured, and the demonstration marked as one.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use jiff::civil::date;
use places::country;
use scores::Editions;
use tower::ServiceExt;
use web::{App, Settings, Snapshot};

fn site(demo: bool, imprint: Option<&str>) -> Router {
    let province = country().sets[0].by_code("95").expect("95");
    let settings = Settings { province, demo, imprint: imprint.map(str::to_owned), origin: None };
    let editions = Editions::embedded(2011..=2024);
    web::router(App::new(settings, Snapshot::new(date(2025, 5, 20), editions)))
}

/// What stands in the page's own part.
async fn main_of(site: Router, address: &str) -> String {
    let request = Request::get(address).body(Body::empty()).expect("a request");
    let answer = site.oneshot(request).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK, "{address}");
    let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
    let page = String::from_utf8(bytes.into()).expect("UTF-8");
    let (_, main) = page.split_once("<main").expect("a main part");
    main.split("</main>").next().expect("its end").to_owned()
}

#[tokio::test]
async fn the_imprint_is_the_installations_own() {
    let page = main_of(site(false, Some("Sở Nội vụ")), "/gioi-thieu").await;
    assert!(page.contains("Sở Nội vụ"));
    assert!(!page.contains("bản trình diễn"));
}

#[tokio::test]
async fn a_site_that_nobody_answers_for_says_so() {
    assert!(main_of(site(false, None), "/gioi-thieu").await.contains("chưa khai báo"));
    assert!(main_of(site(false, None), "/en/about").await.contains("not stated"));
}

#[tokio::test]
async fn the_demonstration_is_marked() {
    assert!(main_of(site(true, None), "/gioi-thieu").await.contains("Đây là bản trình diễn"));
    assert!(main_of(site(true, None), "/en/about").await.contains("This is a demonstration"));
}

#[tokio::test]
async fn the_years_are_those_of_the_editions() {
    assert!(main_of(site(false, None), "/gioi-thieu").await.contains("từ năm 2011 đến năm 2024"));
    assert!(main_of(site(false, None), "/en/about").await.contains("from 2011 to 2024"));
}
