//! A province's page, and the list of them.

use crate::door::get;
use axum::http::{Method, StatusCode};

#[tokio::test]
async fn a_province_tells_its_standing_and_its_fate() {
    let page = get("/tinh/bac-lieu").await;
    page.says("PAPI 2024: Bạc Liêu đạt 44,10 điểm, đứng thứ 21/61, thuộc nhóm Trung bình cao.");
    page.says("Từ ngày 1/7/2025, Bạc Liêu hợp nhất vào tỉnh Cà Mau.");
    get("/en/provinces/bac-lieu").await.says("44.10 points and stands 21 of 61");
}

#[tokio::test]
async fn the_structure_follows_the_year() {
    get("/tinh/bac-lieu?year=2015").await.says("2.1");
    let old = get("/en/provinces/bac-lieu?year=2015").await;
    assert!(!old.words().contains("8. E-governance 1"));
    get("/en/provinces/bac-lieu?year=2024").await.says("8. E-governance");
}

#[tokio::test]
async fn a_broken_comparison_is_said_not_computed() {
    get("/tinh/bac-lieu").await.says("không so sánh");
}

#[tokio::test]
async fn an_unpublished_year_is_said() {
    get("/tinh/vinh-phuc")
        .await
        .says("PAPI 2024 không công bố đủ số liệu nên Vĩnh Phúc không được xếp hạng.");
}

#[tokio::test]
async fn a_merged_province_links_to_those_before_it() {
    let page = get("/tinh/ca-mau?units=34").await;
    assert!(page.text().contains("href=\"/tinh/bac-lieu\""));
    page.says("Cà Mau được hợp nhất từ: Bạc Liêu, Cà Mau.");
}

#[tokio::test]
async fn an_unknown_slug_gets_the_nearest_names() {
    let page = get("/tinh/bac-lieuu").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    page.says("Bạc Liêu");
}

#[tokio::test]
async fn the_list_holds_every_province_of_either_set() {
    let links = |page: &crate::door::Answer| page.text().matches("<li><a href=\"/tinh/").count();
    assert_eq!(links(&get("/tinh").await), 63);
    assert_eq!(links(&get("/tinh?units=34").await), 34);
}

#[tokio::test]
async fn after_an_edition_of_todays_provinces_a_former_one_is_shown_as_it_last_stood() {
    let site = crate::door::site_of_2025().await;
    let read = async |address: &str| crate::door::ask(&site, Method::GET, address, &[], "").await;
    for address in ["/", "/tinh/bac-lieu", "/giai-thich", "/muc-tieu?province=95&target=rank%3D20"] {
        let page = read(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        page.says("2024");
    }
    read("/").await.says("44,10");
    read("/tinh/ca-mau").await.says("PAPI 2025: Cà Mau");
    assert!(read("/tinh/ca-mau").await.text().contains("href=\"/tinh/bac-lieu?units=63\""));
    assert_eq!(read("/tinh/bac-lieu?units=63").await.status, StatusCode::OK);
    assert_eq!(read("/xep-hang?units=63").await.status, StatusCode::OK);
    let refused = read("/xep-hang?year=2025&units=63").await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    refused.says("Kỳ 2025 khảo sát theo 34 tỉnh");
}

#[tokio::test]
async fn a_province_that_ended_is_not_found_among_the_34_and_its_successor_is_named() {
    let page = get("/tinh/bac-lieu?units=34").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    page.says("nay thuộc Cà Mau (96)");
}

#[tokio::test]
async fn any_spelling_finds_its_page() {
    get("/tinh/hue").await.says("Thừa Thiên Huế");
}
