//! The page that explains a change: the sentence, the parts, who passed whom, in both languages.

use crate::door::read as get;
use axum::http::StatusCode;

#[tokio::test]
async fn the_last_change_of_the_own_province_is_told_first() {
    let (status, page) = get("/giai-thich").await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains("Từ 2023 đến 2024, Bạc Liêu giảm 1,48 điểm và xuống 16 bậc, từ hạng 5 xuống hạng 21")
    );
    let (_, page) = get("/en/explain?province=95&from=2023&to=2024").await;
    assert!(page.contains("From 2023 to 2024, Bac Lieu lost 1.48 points and fell 16 places, from 5 to 21"));
}

#[tokio::test]
async fn whether_the_change_is_more_than_noise_is_said() {
    let page = crate::door::get("/giai-thich?from=2023&to=2024").await;
    page.says("thay đổi −2,36: vượt mức dao động thường thấy giữa hai kỳ (±2,33 điểm, độ tin cậy 90%)");
    crate::door::get("/giai-thich?from=2022&to=2023").await.says("còn trong mức dao động thường thấy");
    let across = crate::door::get("/en/explain?province=95&from=2014&to=2015").await;
    across.says("between two editions (±3.50 points, 90% confidence)");
    across.says("surveyed places were drawn anew, so scores swing more");
    crate::door::get("/en/explain?province=95&from=2020&to=2021&dimension=1")
        .await
        .says("has not been measured");
    let page = crate::door::get("/en/explain?province=95&from=2017&to=2018").await;
    assert!(
        !page.words().contains("Against the national mean the score"),
        "what cannot be compared is not judged"
    );
}

#[tokio::test]
async fn every_part_has_a_row_beside_the_nation_and_a_bar() {
    let (_, page) = get("/giai-thich?from=2023&to=2024").await;
    let body = page.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).expect("a table");
    assert_eq!(body.matches("<tr>").count(), 28);
    assert!(page.contains("class=\"chart waterfall\""));
    let (_, page) = get("/giai-thich?from=2023&to=2024&dimension=4").await;
    let body = page.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).expect("a table");
    assert_eq!(body.matches("<tr>").count(), 4);
}

#[tokio::test]
async fn those_who_passed_are_linked_with_their_ranks_and_the_data_can_be_taken_along() {
    let (_, page) = get("/giai-thich?from=2023&to=2024").await;
    assert!(page.contains("tỉnh đã vượt lên trên"));
    let passed = page.split("<ul class=\"passed\">").nth(1).expect("a list");
    assert!(passed.contains("<a href=\"/tinh/") && passed.contains(" → "));
    assert!(page.contains(
        "/api/v1/provinces/95/explain?from=2023&#38;to=2024&#38;dimension=total&#38;units=63&format=csv"
    ));
}

#[tokio::test]
async fn a_measure_that_changed_is_marked() {
    let (_, page) = get("/giai-thich?from=2017&to=2018").await;
    assert!(page.contains("không so sánh được điểm, chỉ so sánh được thứ hạng"));
    assert!(page.contains("<span class=\"unlike\">không so sánh được</span>"));
}

#[tokio::test]
async fn years_out_of_order_are_said_and_the_form_stays() {
    for address in ["/giai-thich?from=2024&to=2023", "/giai-thich?from=2024&to=2024"] {
        let (_, page) = get(address).await;
        assert!(page.contains("Năm đầu phải trước năm sau"), "{address}");
        assert!(page.contains("<select name=\"from\">"), "{address}");
    }
}

#[tokio::test]
async fn a_province_of_the_other_set_is_explained_by_its_members() {
    let (status, page) = get("/giai-thich?from=2023&to=2024&units=34").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<option value=\"34\" selected>"));
    assert!(page.contains("Cà Mau giảm") || page.contains("Cà Mau tăng") || page.contains("Cà Mau điểm"));
}

#[tokio::test]
async fn what_is_not_there_or_hostile_is_answered_calmly() {
    let (status, page) = get("/giai-thich?province=%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(!page.contains("<script>"));
    assert_eq!(get("/en/explain?to=1999").await.0, StatusCode::NOT_FOUND);
}
