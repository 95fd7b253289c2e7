//! Any query behind any page: an answer below 500, and never the reader's own tags.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tower::ServiceExt;
use web::{App, Settings, Snapshot};

const PAGES: [&str; 12] = [
    "/xep-hang", "/tinh", "/tinh/bac-lieu", "/so-sanh", "/giai-thich", "/muc-tieu", "/tim-kiem",
    "/en/targets", "/api/v1/ranking", "/api/v1/provinces/95/standing", "/api/v1/provinces/95/target",
    "/api/v1/provinces/95/explain",
];

static SITE: LazyLock<(tokio::runtime::Runtime, axum::Router)> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let province = places::country().sets[0].by_code("95").expect("95");
    let settings = Settings { province, demo: true, imprint: None, origin: None };
    let snapshot = Snapshot {
        revision: 0,
        today: jiff::civil::date(2025, 5, 20),
        editions: scores::Editions::embedded(2022..=2024),
        documents: vec![],
        targets: vec![],
        directory: accounts::Directory::default(),
    };
    (runtime, web::router(App::new(settings, snapshot)))
});

fuzz_target!(|data: &[u8]| {
    let Some((page, query)) = data.split_first() else { return };
    let query: String = query.iter().flat_map(|byte| match byte {
        b'&' | b'=' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' => vec![*byte as char],
        byte => format!("%{byte:02X}").chars().collect(),
    }).collect();
    let address = format!("{}?{query}", PAGES[*page as usize % PAGES.len()]);
    let request = axum::http::Request::get(&address).body(axum::body::Body::empty()).expect("a request");
    let (runtime, site) = &*SITE;
    let answer = runtime.block_on(site.clone().oneshot(request)).expect("an answer");
    assert!(!answer.status().is_server_error(), "{address}");
});
