//! What holds for every page: headers, caching, choices, forms of our own only.

use crate::door::{ask, empty, get, read_of, site, staffed};
use axum::http::{Method, StatusCode};
use sample::Scratch;

#[tokio::test]
async fn a_page_keeps_to_itself() {
    let page = get("/").await;
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    for forbidden in ["<script", " style=\"", " onclick", "javascript:"] {
        assert!(!page.text().contains(forbidden), "{forbidden}");
    }
}

#[tokio::test]
async fn an_unchanged_page_is_not_sent_again() {
    let site = site().await;
    let first = ask(&site, Method::GET, "/xep-hang", &[], "").await;
    let again = ask(&site, Method::GET, "/xep-hang", &[("if-none-match", first.header("etag"))], "").await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let other =
        ask(&site, Method::GET, "/xep-hang?year=2023", &[("if-none-match", first.header("etag"))], "").await;
    assert_eq!(other.status, StatusCode::OK);
}

#[tokio::test]
async fn a_page_is_compressed_for_who_takes_it() {
    let site = site().await;
    let plain = ask(&site, Method::GET, "/xep-hang", &[], "").await;
    let packed = ask(&site, Method::GET, "/xep-hang", &[("accept-encoding", "gzip")], "").await;
    assert_eq!((plain.header("content-encoding"), packed.header("content-encoding")), ("", "gzip"));
    assert!(packed.body.len() * 3 < plain.body.len());
}

#[tokio::test]
async fn one_page_of_a_group_is_marked_as_the_one_that_is_open() {
    let scratch = Scratch::sqlite();
    let site = staffed(&scratch).await;
    for (path, open) in [("/hoi-dap/theo-doi", "/hoi-dap/theo-doi"), ("/hoi-dap", "/hoi-dap")] {
        let page = read_of(&site, path).await;
        let within = page.text().split_once("class=\"within\"").expect("a group").1.to_owned();
        let marked: Vec<&str> = within
            .split("</ul>")
            .next()
            .into_iter()
            .flat_map(|list| list.split("<a href=\""))
            .filter(|entry| entry.contains("aria-current"))
            .filter_map(|entry| entry.split('"').next())
            .collect();
        assert_eq!(marked, [open], "{path}");
    }
}

#[tokio::test]
async fn choices_stay_set_on_other_pages() {
    let site = site().await;
    let form = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
    let chosen =
        ask(&site, Method::POST, "/tuy-chon", &form, "set=dark&back=%2Fxep-hang%3Fyear%3D2023").await;
    assert_eq!((chosen.status, chosen.header("location")), (StatusCode::SEE_OTHER, "/xep-hang?year=2023"));
    let cookie = chosen.header("set-cookie").split(';').next().expect("a pair").to_owned();

    let page = ask(&site, Method::GET, "/en/ranking", &[("cookie", &cookie)], "").await;

    assert!(page.text().contains("class=\"size-0 dark usual\""));
    let other = ask(&site, Method::GET, "/en/ranking", &[], "").await;
    assert!(other.text().contains("class=\"size-0 system usual\""));
}

#[tokio::test]
async fn another_sites_form_is_refused() {
    let site = site().await;
    let form = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")];
    for address in ["/tuy-chon", "/so-sanh"] {
        let refused = ask(&site, Method::POST, address, &form, "set=dark&back=%2F&name=a&query=%3Fx").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{address}");
    }
}

#[tokio::test]
async fn a_missing_page_helps_in_the_language_of_its_address() {
    let page = get("/khong-co-trang-nay").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    page.says("Không tìm thấy trang");
    get("/en/nothing").await.says("Page not found");
}

#[tokio::test]
async fn every_page_of_the_map_is_there_in_both_languages_and_says_which_it_is() {
    let scratch = Scratch::sqlite();
    let site = staffed(&scratch).await;
    let map = ask(&site, Method::GET, "/sitemap.xml", &[], "").await;
    let addresses: Vec<_> =
        map.text().split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert!(addresses.len() > 140);
    for address in addresses {
        let page = ask(&site, Method::GET, address, &[], "").await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        let lang = if address.starts_with("/en") { "<html lang=\"en\"" } else { "<html lang=\"vi\"" };
        assert!(page.text().contains(lang), "{address}");
        assert_eq!(page.text().matches("<h1").count(), 1, "{address}");
    }
}

#[tokio::test]
async fn health_follows_the_database() {
    let app = crate::door::app().await;
    let site = web::router(app.clone());
    assert_eq!(ask(&site, Method::GET, "/healthz", &[], "").await.text(), "ok");
    app.reach(false);
    assert_eq!(ask(&site, Method::GET, "/healthz", &[], "").await.status, StatusCode::SERVICE_UNAVAILABLE);
    app.reach(true);
    assert_eq!(ask(&site, Method::GET, "/healthz", &[], "").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_question_that_does_not_read_is_answered_by_a_page() {
    let page = get("/xep-hang?year=2024&year=2023").await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    page.says("Không đọc được câu hỏi");
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page_and_never_to_another_site() {
    let page = get("/xep-hang/?year=2023").await;
    assert_eq!(
        (page.status, page.header("location")),
        (StatusCode::PERMANENT_REDIRECT, "/xep-hang?year=2023")
    );
    assert_eq!(get("//evil.vn/").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_map_holds_whole_addresses() {
    let site = site().await;
    let map = ask(&site, Method::GET, "/sitemap.xml", &[("host", "papi.example.vn")], "").await;
    assert!(map.text().contains("<loc>http://papi.example.vn/xep-hang</loc>"));
    let robots = ask(&site, Method::GET, "/robots.txt", &[("host", "papi.example.vn")], "").await;
    assert!(robots.text().contains("Sitemap: http://papi.example.vn/sitemap.xml"));
}

#[tokio::test]
async fn where_no_commune_is_entered_nobody_is_told_that_theirs_is_unknown() {
    read_of(&empty().await, "/cong-khai").await.says("Chưa ghi xã, phường nào vào trang này");
    get("/cong-khai?q=khong+co").await.says("Không có xã, phường nào như vậy");
}
