//! A province's page, and the list of them.

mod door;

use axum::http::StatusCode;
use door::get;

#[tokio::test]
async fn a_province_tells_its_standing_and_its_fate() {
    let page = get("/tinh/bac-lieu").await;
    page.says("PAPI 2024: Bạc Liêu đạt 44,10 điểm, đứng thứ 21/61, thuộc nhóm Trung bình cao.");
    page.says("Từ sau ngày 30/6/2025, địa bàn Bạc Liêu thuộc tỉnh, thành phố Cà Mau (hợp nhất).");
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
    let links = |page: &door::Answer| page.text().matches("<li><a href=\"/tinh/").count();
    assert_eq!(links(&get("/tinh").await), 63);
    assert_eq!(links(&get("/tinh?units=34").await), 34);
}
