//! The readable page of the interface: every address that the description has, with an example that answers.

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
    web::router(App::new(settings, Snapshot::new(date(2025, 5, 20), editions)))
}

async fn get(site: &Router, address: &str) -> (StatusCode, String) {
    let request = Request::get(address).body(Body::empty()).expect("a request");
    let (parts, body) = site.clone().oneshot(request).await.expect("an answer").into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    (parts.status, String::from_utf8(bytes.into()).expect("UTF-8"))
}

#[tokio::test]
async fn every_address_of_the_description_is_on_the_page_in_both_languages() {
    let site = site();
    for address in ["/api", "/en/api"] {
        let (status, page) = get(&site, address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        for path in web::api::document().paths.paths.keys() {
            assert!(page.contains(&format!("<code>GET {path}</code>")), "{path}");
        }
    }
}

#[tokio::test]
async fn every_example_answers() {
    let site = site();
    let (_, page) = get(&site, "/en/api").await;
    let examples: Vec<_> = page
        .split("href=\"/api/v1/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|rest| format!("/api/v1/{}", rest.replace("&#38;", "&").replace("&amp;", "&")))
        .collect();
    assert!(examples.len() > 8, "{examples:?}");
    for example in examples {
        assert_eq!(get(&site, &example).await.0, StatusCode::OK, "{example}");
    }
}
