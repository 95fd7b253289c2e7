//! Search, with and without marks.

use crate::door::get;

#[tokio::test]
async fn marks_and_the_place_of_the_tone_do_not_matter() {
    for written in ["hoa%20binh", "H%C3%B2a%20B%C3%ACnh", "Ho%C3%A0%20B%C3%ACnh"] {
        let page = get(&format!("/tim-kiem?q={written}")).await;
        assert!(page.text().contains("href=\"/tinh/hoa-binh\""), "{written}");
    }
    assert!(get("/tim-kiem?q=dak%20lak").await.text().contains("/tinh/dak-lak"));
}

#[tokio::test]
async fn contents_documents_and_pages_are_found() {
    get("/tim-kiem?q=tham%20nhung").await.says("4. Kiểm soát tham nhũng trong khu vực công");
    get("/tim-kiem?q=193").await.says("193/KH-UBND");
    get("/tim-kiem?q=ke%20hoach%20193").await.says("193/KH-UBND");
    get("/en/search?q=target").await.says("Targets");
}

#[tokio::test]
async fn nothing_found_gets_the_nearest_names() {
    let page = get("/tim-kiem?q=bac%20leiu").await;
    page.says("Không tìm thấy gì.");
    assert!(page.text().contains("href=\"/tinh/bac-lieu\""));
}

#[tokio::test]
async fn hostile_text_is_escaped() {
    let page = get("/tim-kiem?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!page.text().contains("<script>"));
}
