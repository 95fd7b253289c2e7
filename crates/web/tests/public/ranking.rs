//! The ranking page: any year, any item, both sets, sorted and filtered by its address.

use crate::door::{Answer, get};
use axum::http::StatusCode;

/// The provinces in the order of the table.
fn order(page: &Answer) -> Vec<String> {
    let rows = page.text().split("<th scope=\"row\">").skip(1);
    rows.filter_map(|row| row.split('>').nth(1)?.split('<').next().map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_best_stands_first_and_the_unpublished_last() {
    let page = get("/xep-hang?year=2024").await;
    let order = order(&page);
    assert_eq!((order.len(), order[0].as_str(), order[20].as_str()), (63, "Quảng Ninh", "Bạc Liêu"));
    assert_eq!(order[61..], ["Vĩnh Phúc", "Tiền Giang"]);
    page.says("Xếp hạng trên 61 tỉnh có đủ số liệu trong 63 tỉnh.");
    page.says("công bố ngày 15/4/2025");
}

#[tokio::test]
async fn sorting_by_name_follows_the_vietnamese_alphabet_and_turns_round() {
    let up = order(&get("/xep-hang?sort=name").await);
    assert_eq!(up[..3], ["An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu"]);
    let down = order(&get("/xep-hang?sort=name&order=desc").await);
    assert_eq!(down[0], "Yên Bái");
}

#[tokio::test]
async fn the_unpublished_stay_last_when_the_order_turns() {
    let down = order(&get("/xep-hang?sort=score&order=desc").await);
    let up = order(&get("/xep-hang?sort=score&order=asc").await);
    assert_eq!(down[0], "Quảng Ninh");
    assert_eq!(down[61..], up[61..]);
}

#[tokio::test]
async fn a_region_filters_and_its_links_keep_the_question() {
    let page = get("/xep-hang?year=2023&dimension=4&region=dong-bang-song-cuu-long").await;
    assert_eq!(order(&page).len(), 13);
    assert!(
        page.text().contains("year=2023&#38;dimension=4&#38;region=dong-bang-song-cuu-long&#38;sort=name")
    );
}

#[tokio::test]
async fn merged_provinces_say_that_they_are_computed_here() {
    let page = get("/xep-hang?units=34").await;
    assert_eq!(order(&page).len(), 34);
    page.says("PAPI không công bố");
}

#[tokio::test]
async fn a_sub_dimension_has_ranks_but_no_groups() {
    let page = get("/en/ranking?dimension=4.2").await;
    assert!(!page.text().contains("class=\"group high\""));
    page.says("4.2 ");
}

#[tokio::test]
async fn what_does_not_exist_is_not_found_and_gets_neighbours() {
    let page = get("/xep-hang?year=1999").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    page.says("Không có kỳ công bố “1999”.");
    page.says("2011");
    let page = get("/xep-hang?year=2015&dimension=7").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(get("/xep-hang?region=sao-hoa").await.status, StatusCode::NOT_FOUND);
    assert_eq!(get("/xep-hang?units=64").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn hostile_text_is_escaped() {
    let page = get("/xep-hang?year=%3Cscript%3E").await;
    assert!(!page.text().contains("<script>"));
}
