//! Search, with and without marks.

use crate::door::{get, read_of, staffed};
use sample::{Scratch, town};

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
    get("/tim-kiem?q=193").await.says("193 /KH-UBND");
    get("/tim-kiem?q=ke%20hoach%20193").await.says("193 /KH-UBND");
    get("/en/search?q=target").await.says("Targets");
    let whole = get("/tim-kiem?q=thu").await;
    assert!(!whole.text().contains("/tinh/thua-thien-hue"), "a part of a word is another word");
    for sign in ["%25", "%22", "*"] {
        get(&format!("/tim-kiem?q={sign}")).await.says("Không tìm thấy gì.");
    }
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

#[tokio::test]
async fn what_is_found_is_marked_wherever_it_stands() {
    let page = get("/tim-kiem?q=tham%20nhung").await;
    assert!(
        page.text().contains("4. Kiểm soát <mark>tham nhũng</mark> trong khu vực công"),
        "{}",
        page.words()
    );
    assert!(get("/tim-kiem?q=193").await.text().contains("<mark>193</mark>/KH-UBND"));
    assert!(get("/tim-kiem?q=hoa%20binh").await.text().contains("<mark>Hòa Bình</mark>"));
    assert!(get("/en/search?q=targets").await.text().contains("<mark>Targets</mark>"));
}

#[tokio::test]
async fn names_are_offered_only_where_they_are_near() {
    for far in ["ngap", "ng%E1%BA%ADp", "lu%20lut", "zzzzzzzz"] {
        let page = get(&format!("/tim-kiem?q={far}")).await;
        page.says("Không tìm thấy gì.");
        assert!(!page.text().contains("href=\"/tinh/"), "{far}: {}", page.words());
    }
    get("/tim-kiem?q=bac%20leiu").await.says("Có thể ông, bà muốn tìm:");
}

#[tokio::test]
async fn what_was_not_found_can_be_asked_with_the_same_words() {
    let scratch = Scratch::sqlite();
    let site = staffed(&scratch).await;
    let page = read_of(&site, "/tim-kiem?q=ng%E1%BA%ADp%20%22x%22").await;
    let link = "/hoi-dap?words=ng%E1%BA%ADp%20%22x%22";
    assert!(page.text().contains(&format!("href=\"{link}\"")), "{}", page.text());
    let form = read_of(&site, link).await;
    assert!(form.text().contains(">ngập &#34;x&#34;</textarea>"), "{}", form.text());
    let long = read_of(&site, &format!("/hoi-dap?words={}", "a".repeat(5000))).await;
    assert!(long.text().contains(&format!(">{}</textarea>", "a".repeat(100))), "no more than a search takes");
    assert!(
        !get("/tim-kiem?q=ngap").await.text().contains("words="),
        "where nobody answers, nobody is asked"
    );
}

#[tokio::test]
async fn what_communes_put_up_is_found_by_its_words_at_its_card() {
    let scratch = Scratch::sqlite();
    let desk = scratch.desk().await;
    town::build(&desk).await.expect("the sample is built");
    town::disclosures::run(&desk).await.expect("communes make public what they do");
    let site = staffed(&scratch).await;
    for (written, marked) in [
        (
            "k%E1%BA%BF+ho%E1%BA%A1ch+s%E1%BB%AD+d%E1%BB%A5ng+%C4%91%E1%BA%A5t",
            "<mark>Kế hoạch sử dụng đất</mark> năm 2025",
        ),
        ("bang+gia+dat", "<mark>Bảng giá đất</mark> năm 2025"),
    ] {
        let page = read_of(&site, &format!("/tim-kiem?q={written}")).await;
        assert!(page.text().contains(marked), "{}", page.words());
        let start = page.text().find("/cong-khai/BL-X-P2#v").expect("a link to the card");
        let mark: String = page.text()[start..].split('"').next().unwrap_or_default().to_owned();
        let (commune, mark) = mark.split_once('#').expect("a mark");
        let card = read_of(&site, commune).await;
        assert!(card.text().contains(&format!("id=\"{mark}\"")), "{mark}");
    }
    let there = read_of(&site, "/tim-kiem?q=bang+gia+dat+phuong+2").await;
    assert!(there.text().contains("/cong-khai/BL-X-P2#v"));
    assert!(!there.text().contains("/cong-khai/BL-X-XHT#v"), "{}", there.words());
    let works = read_of(&site, "/tim-kiem?q=nang+cap+hem").await;
    works.says("Chưa công khai đủ. Hạn công khai:");
}

#[tokio::test]
async fn what_communes_owe_is_found_behind_what_is_up_and_says_how_it_stands() {
    let scratch = Scratch::sqlite();
    let desk = scratch.desk().await;
    town::build(&desk).await.expect("the sample is built");
    town::disclosures::run(&desk).await.expect("communes make public what they do");
    let site = staffed(&scratch).await;
    // The land prices hang in the ward alone; its budget is there, others' is missing.
    let budget = read_of(&site, "/tim-kiem?q=trong+quy+da+thu+chi").await;
    budget.says("Còn thiếu, đã quá hạn");
    let (up, missing) = (budget.text().find("BL-X-P2#v"), budget.text().find("BL-X-XHT#v"));
    assert!(up.zip(missing).is_some_and(|(up, missing)| up < missing), "{}", budget.words());
    let poor = read_of(&site, "/tim-kiem?q=ho+ngheo+hiep+thanh").await;
    assert!(poor.text().contains("/cong-khai/BL-X-XHT#vCK17"), "{}", poor.words());
    poor.says("Chưa ghi nhận");
    let poor = read_of(&site, "/tim-kiem?q=ho+ngheo").await;
    assert!(!poor.text().contains("#vCK17"), "of every commune is of none: {}", poor.words());
}
