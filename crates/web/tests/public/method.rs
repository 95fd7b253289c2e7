//! Method and data at the front door: what the page says is true, and every anchor that it links is there.

use crate::door::read as get;
use axum::http::StatusCode;
use scores::breaks;

/// What stands between every `open` and the `close` after it.
fn between<'a>(page: &'a str, open: &str, close: char) -> Vec<&'a str> {
    page.split(open).skip(1).filter_map(|rest| rest.split(close).next()).collect()
}

#[tokio::test]
async fn every_anchor_that_the_page_links_exists_in_both_languages() {
    for address in ["/phuong-phap", "/en/method"] {
        let (status, page) = get(address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        let anchors = between(&page, "href=\"#", '"');
        assert!(anchors.len() > 10, "{anchors:?}");
        for anchor in anchors {
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{address}#{anchor}");
        }
    }
}

#[tokio::test]
async fn editions_say_how_many_provinces_they_rank() {
    let (_, page) = get("/phuong-phap").await;
    let row = |year: &str| {
        let start = page.find(&format!("/xep-hang?year={year}")).expect("a row");
        page[start..].split("</tr>").next().expect("its end").to_owned()
    };
    assert!(row("2024").contains("61/63"), "{}", row("2024"));
    assert!(row("2021").contains("60/63"));
    assert!(row("2020").contains("63/63"));
}

#[tokio::test]
async fn the_published_exception_of_2022_has_a_row() {
    let (_, page) = get("/en/method").await;
    let row = page.split("class=\"exception\"").nth(1).and_then(|rest| rest.split("</tr>").next());
    let row = row.expect("the exception");
    assert!(row.contains("61 – total of 2022"), "{row}");
    assert_eq!(between(row, "<td class=\"number\">", '<'), ["16", "16", "15", "14"]);
}

#[tokio::test]
async fn who_is_missing_follows_from_the_editions() {
    let (_, page) = get("/en/method").await;
    let (_, missing) = page.split_once("id=\"missing\"").expect("the section");
    let (missing, _) = missing.split_once("id=\"editions\"").expect("the next one");
    assert_eq!(missing.matches("<div>").count(), 13);
    assert!(missing.contains("only dimensions 3, 6, 7, 8 complete"));
    assert!(missing.contains("Tien Giang</a>: nothing published"));
}

#[tokio::test]
async fn the_structure_is_that_of_the_year_asked() {
    let (_, old) = get("/phuong-phap?year=2017").await;
    let (_, new) = get("/phuong-phap?year=2018").await;
    assert!(old.contains("6–60") && !old.contains("8–80"));
    assert!(new.contains("8–80") && new.contains("0,25–2,50"));
    assert_eq!(get("/phuong-phap?year=1999").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_year_that_breaks_comparison_is_explained() {
    let (_, page) = get("/phuong-phap").await;
    for year in breaks().iter().map(|b| b.year) {
        assert!(page.contains(&format!("<tr><th scope=\"row\">{year}</th>")), "{year}");
    }
}
