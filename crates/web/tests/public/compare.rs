//! Provinces beside each other.

use crate::door::{ask, get, site};
use axum::http::{Method, StatusCode};

#[tokio::test]
async fn named_provinces_stand_side_by_side() {
    let page = get("/so-sanh?province=95&province=ca-mau").await;
    page.says("44,10 21/61");
    page.says("44,52 17/61");
}

#[tokio::test]
async fn one_province_is_asked_for_company() {
    get("/so-sanh").await.says("Chọn từ hai đến sáu tỉnh");
}

#[tokio::test]
async fn more_than_six_are_cut_and_that_is_said() {
    let many: String =
        ["01", "02", "04", "06", "08", "10", "11"].map(|code| format!("province={code}&")).concat();
    get(&format!("/so-sanh?{many}")).await.says("nhiều nhất 6 tỉnh");
}

#[tokio::test]
async fn ours_is_compared_with_its_whole_region() {
    let page = get("/so-sanh?province=95&with=region").await;
    assert_eq!(page.text().matches("<th scope=\"col\" class=\"number\"><a ").count(), 13);
}

#[tokio::test]
async fn a_merged_province_stands_beside_those_before_it() {
    let page = get("/so-sanh?province=96&units=34&with=predecessors").await;
    page.says("(trước hợp nhất)");
    page.says("44,10 21/61");
}

#[tokio::test]
async fn the_form_keeps_those_before_the_merger() {
    let page = get("/so-sanh?province=96&units=34&with=predecessors").await;
    for unit in ["96-2025", "95-2008", "96-2008"] {
        assert!(page.text().contains(&format!("<option value=\"{unit}\" selected>")), "{unit}");
    }
}

#[tokio::test]
async fn a_large_region_still_shows_our_course() {
    get("/so-sanh?province=95&with=region").await.says("Tổng điểm của Bạc Liêu qua các năm");
}

#[tokio::test]
async fn a_group_is_kept_in_the_readers_browser_and_escaped() {
    let site = site().await;
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let body = "name=%3Cb%3EBi%E1%BB%83n&query=%3Fprovince%3D95%26province%3D77";
    let kept = ask(&site, Method::POST, "/so-sanh", &form, body).await;
    assert_eq!(
        (kept.status, kept.header("location")),
        (StatusCode::SEE_OTHER, "/so-sanh?province=95&province=77")
    );
    let cookie = kept.header("set-cookie").split(';').next().expect("a pair").to_owned();

    let page = ask(&site, Method::GET, "/so-sanh", &[("cookie", &cookie)], "").await;

    assert!(page.text().contains("&#60;b&#62;Biển"));
    assert!(page.header("cache-control").starts_with("private"));
    let other = ask(&site, Method::GET, "/so-sanh", &[], "").await;
    assert!(!other.words().contains("Biển"));
}
