//! Polls at the front door: answered twice from one browser and counted once, and what is shown to whom.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use axum::Router;
use axum::http::{Method, StatusCode};
use jiff::civil::date;
use listen::poll::{self, Draft};
use sample::{Scratch, on_both};

use crate::door::{Answer, ask, staffed};

async fn open(scratch: &Scratch) -> (Router, i64) {
    let site = staffed(scratch).await;
    let desk = scratch.desk().await;
    let choices = [("Bảng niêm yết <b>", "The notice board"), ("Loa truyền thanh", "The loudspeaker")];
    let draft = Draft {
        asked: "Ông, bà biết giờ làm việc qua đâu?".into(),
        asked_en: "Where did you learn the opening hours?".into(),
        choices: choices.map(|(vi, en)| (vi.to_owned(), en.to_owned())).into(),
        opens_on: desk.today,
        closes_on: date(2025, 5, 31),
        is_fine: false,
    };
    (site, poll::make(&desk, &draft).await.unwrap().id)
}

async fn vote(site: &Router, id: i64, choice: &str, form: &str, cookie: &str) -> Answer {
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", cookie),
    ];
    ask(site, Method::POST, &format!("/tham-do/{id}"), &headers, &format!("form={form}&choice={choice}"))
        .await
}

on_both! {
    async fn twice_from_one_browser_counts_once(scratch: Scratch) {
        let (site, id) = open(&scratch).await;
        let address = format!("/tham-do/{id}");
        let page = ask(&site, Method::GET, &address, &[], "").await;
        page.says("Đây không phải khảo sát");
        assert!(page.text().contains("Bảng niêm yết &#60;b&#62;") && !page.text().contains("người đã trả lời"));
        assert!(page.header("cache-control").contains("no-store"), "whether one has answered is one's own");

        let sent = vote(&site, id, "1", "0123456789abcdef", "").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let cookie = sent.header("set-cookie").split(';').next().unwrap().to_owned();
        assert_eq!(cookie, format!("poll-{id}=1"), "it says that this browser has answered, and no more");
        assert_eq!(sent.header("location"), format!("{address}?told=thanks"));
        let unkept = ask(&site, Method::GET, sent.header("location"), &[], "").await;
        unkept.says("Câu trả lời của ông, bà đã được tính. Trình duyệt này không giữ dấu");
        assert!(!unkept.text().contains("name=\"choice\"") && !unkept.text().contains("người đã trả lời"));
        vote(&site, id, "0", "fedcba9876543210", &cookie).await;
        vote(&site, id, "0", "0123456789abcdef", "").await;

        let page = ask(&site, Method::GET, &address, &[("cookie", &cookie)], "").await;
        page.says("1 người đã trả lời");
        page.says("Kết quả được đưa ra khi có từ 30 người trả lời trở lên.");
        assert!(!page.text().contains("name=\"choice\"") && !page.text().contains("<meter"));
        let english = ask(&site, Method::GET, &format!("/en/polls/{id}"), &[("cookie", &cookie)], "").await;
        english.says("One person answered");
        english.says("Where did you learn the opening hours?");
    }

    async fn shares_are_shown_from_thirty_answers_on_to_who_answered(scratch: Scratch) {
        let (site, id) = open(&scratch).await;
        let desk = scratch.desk().await;
        for at in 0..30 {
            poll::vote(&desk, id, i64::from(at % 3 == 0), &format!("f{at}")).await.unwrap();
        }
        let address = format!("/tham-do/{id}");
        let before = ask(&site, Method::GET, &address, &[], "").await;
        assert!(!before.text().contains("<meter"), "who has not answered sees none");
        let cookie = format!("poll-{id}=1");
        let after = ask(&site, Method::GET, &address, &[("cookie", &cookie)], "").await;
        after.says("30 người đã trả lời");
        after.says("66,7");
    }

    async fn what_is_no_answer_is_told_and_what_is_not_open_is_missing(scratch: Scratch) {
        let (site, id) = open(&scratch).await;
        for choice in ["", "2", "-1", "x"] {
            let refused = vote(&site, id, choice, "0123456789abcdef", "").await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{choice}");
            refused.says("Xin chọn một trong các câu trả lời.");
        }
        let forged = ask(&site, Method::POST, &format!("/tham-do/{id}"), &[("sec-fetch-site", "cross-site")], "form=a&choice=0").await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert_eq!(vote(&site, id + 1, "0", "0123456789abcdef", "").await.status, StatusCode::NOT_FOUND);
        let desk = scratch.desk().await;
        poll::close(&desk, id, "Câu hỏi viết sai").await.unwrap();
        let late = vote(&site, id, "0", "0123456789abcdef", "").await;
        late.says("Câu hỏi này không nhận ý kiến nữa.");
        let page = ask(&site, Method::GET, &format!("/tham-do/{id}"), &[], "").await;
        page.says("Đã kết thúc trước hạn: Câu hỏi viết sai");
        let list = ask(&site, Method::GET, "/tham-do", &[], "").await;
        list.says("Hiện không có câu hỏi nào đang lấy ý kiến.");
        list.says("Ông, bà biết giờ làm việc qua đâu?");
    }

    async fn one_address_is_held_back_and_nobody_else(scratch: Scratch) {
        let (site, id) = open(&scratch).await;
        let from = async |client: &str, at: u32| {
            let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin"), ("x-forwarded-for", client)];
            ask(&site, Method::POST, &format!("/tham-do/{id}"), &headers, &format!("form=f{at}&choice=0")).await.status
        };
        let mut held = 0;
        for at in 0..80 {
            held += u32::from(from("203.0.113.7", at).await == StatusCode::TOO_MANY_REQUESTS);
        }
        assert_eq!(held, 20);
        assert_eq!(from("203.0.113.8", 99).await, StatusCode::SEE_OTHER);
    }
}
