//! Documents at the front door: the chain by links, the targets that a document sets, what does not exist.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use jiff::civil::date;
use places::country;
use plan::document::Owed;
use plan::{Document, Kind, Target};
use scores::Editions;
use tower::ServiceExt;
use web::{App, Settings, Snapshot};

fn document(sign: &str, kind: Kind, carries_out: Option<&str>) -> Document {
    Document {
        sign: sign.to_owned(),
        kind,
        issued_on: date(2021, 12, 17),
        issuer: "Tỉnh".to_owned(),
        issuer_en: "The province".to_owned(),
        title: "Nâng chỉ số".to_owned(),
        title_en: "Raising the index".to_owned(),
        agency: None,
        carries_out: carries_out.map(str::to_owned),
        amends: None,
        replaces: None,
        owed: None,
        file: None,
        source: "Công báo".to_owned(),
    }
}

fn plan_193() -> Vec<Document> {
    vec![document("95-KL/TU", Kind::Conclusion, None), document("193/KH-UBND", Kind::Plan, Some("95-kl-tu"))]
}

fn first_twenty() -> Target {
    Target {
        document: "193-kh-ubnd".to_owned(),
        place: 1,
        said: "Nằm trong nhóm 20".to_owned(),
        said_en: "Among the first 20".to_owned(),
        asks: "rank=20".parse().expect("a target"),
        first_year: 2025,
        last_year: 2025,
    }
}

fn site(documents: Vec<Document>) -> Router {
    let province = country().sets[0].by_code("95").expect("95");
    let settings = Settings { province, demo: true, imprint: None, origin: None };
    let editions = Editions::embedded(2024..=2024);
    let targets = vec![first_twenty()];
    web::router(App::new(
        settings,
        Snapshot { documents, targets, ..Snapshot::new(date(2025, 5, 20), editions) },
    ))
}

async fn get(documents: Vec<Document>, address: &str) -> (StatusCode, String) {
    let request = Request::get(address).body(Body::empty()).expect("a request");
    let answer = site(documents).oneshot(request).await.expect("an answer");
    let (parts, body) = answer.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    (parts.status, String::from_utf8(bytes.into()).expect("UTF-8"))
}

#[tokio::test]
async fn the_list_links_each_document_with_what_it_carries_out() {
    let (status, page) = get(plan_193(), "/van-ban").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<dt>Thực hiện</dt><dd><a href=\"/van-ban/95-kl-tu\">Kết luận số 95-KL/TU</a>"));
    assert!(page.contains("<a href=\"/van-ban/193-kh-ubnd\">Kế hoạch số 193/KH-UBND</a>"));
}

#[tokio::test]
async fn the_chain_is_walked_both_ways_in_both_languages() {
    let (_, plan) = get(plan_193(), "/en/documents/193-kh-ubnd").await;
    assert!(
        plan.contains("<dt>Carries out</dt><dd><a href=\"/en/documents/95-kl-tu\">Conclusion 95-KL/TU</a>")
    );
    let (_, conclusion) = get(plan_193(), "/van-ban/95-kl-tu").await;
    assert!(conclusion.contains("<a href=\"/van-ban/193-kh-ubnd\">Kế hoạch số 193/KH-UBND</a>"));
}

#[tokio::test]
async fn the_other_language_shows_the_same_document() {
    let (_, page) = get(plan_193(), "/van-ban/193-kh-ubnd").await;
    assert!(page.contains("href=\"/en/documents/193-kh-ubnd\" lang=\"en\""));
    assert!(!page.contains("{slug}"));
}

#[tokio::test]
async fn a_document_shows_the_targets_that_it_sets_and_no_others() {
    let (_, plan) = get(plan_193(), "/van-ban/193-kh-ubnd").await;
    assert!(plan.contains("Nằm trong nhóm 20") && plan.contains("kỳ khảo sát năm 2025"));
    assert!(plan.contains("Phụ lục kèm theo Kế hoạch không được công bố"));
    let (_, conclusion) = get(plan_193(), "/van-ban/95-kl-tu").await;
    assert!(!conclusion.contains("Nằm trong nhóm 20") && !conclusion.contains("Phụ lục"));
}

#[tokio::test]
async fn a_document_that_owes_children_shows_who_has_not_issued_one() {
    let mut documents = plan_193();
    documents[1].owed = Some(Owed { by: "@xa".to_owned(), until: date(2022, 1, 6) });
    let mut own = document("4/KH-UBND-P2", Kind::Plan, Some("193-kh-ubnd"));
    own.agency = Some("BL-X-P2".to_owned());
    own.issued_on = date(2022, 1, 8);
    documents.push(own);

    let answer = crate::door::read_of(&with(documents).await, "/van-ban/193-kh-ubnd").await;

    answer.says("hạn ban hành 6/1/2022 · đã ban hành 1/10");
    answer.says("UBND Phường 2 (thành phố Bạc Liêu): Kế hoạch số 4/KH-UBND-P2 (trễ 2 ngày)");
    answer.says("UBND Phường 3 (thành phố Bạc Liêu): chưa ban hành (trễ 1.230 ngày)");
}

/// The demonstration with other documents.
async fn with(documents: Vec<Document>) -> Router {
    let app = crate::door::app().await;
    app.renew(Snapshot { documents, ..(*app.snapshot()).clone() });
    web::router(app)
}

#[tokio::test]
async fn without_documents_the_list_says_so() {
    let (status, page) = get(vec![], "/van-ban").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Chưa có văn bản nào"));
}

#[tokio::test]
async fn an_unknown_document_is_missing() {
    for address in ["/van-ban/1-kh-ubnd", "/en/documents/1-kh-ubnd"] {
        assert_eq!(get(plan_193(), address).await.0, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn a_ring_of_documents_ends() {
    let ring = vec![document("1/KH", Kind::Plan, Some("2-kh")), document("2/KH", Kind::Plan, Some("1-kh"))];
    assert_eq!(get(ring, "/van-ban/1-kh").await.0, StatusCode::OK);
}

#[tokio::test]
async fn machines_get_the_documents_with_what_they_ask() {
    let (status, text) = get(plan_193(), "/api/v1/documents").await;
    assert_eq!(status, StatusCode::OK);
    assert!(text.contains(r#""carries_out":"95-kl-tu""#) && text.contains(r#""asks":"rank=20""#), "{text}");
    let (_, csv) = get(plan_193(), "/api/v1/documents?format=csv").await;
    assert_eq!(csv.lines().count(), 3);
}
