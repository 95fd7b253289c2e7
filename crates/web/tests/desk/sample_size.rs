//! The page of sample sizes: the address carries the question, the page its answer.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use crate::door::{Answer, ask, sign_in, staffed};
use accounts::Role;
use accounts::person::{self, New};
use accounts::post::{self, Named};
use axum::Router;
use axum::http::Method;
use sample::{Scratch, on_both};

async fn seated(scratch: &Scratch) -> (Router, String) {
    let site = staffed(scratch).await;
    let desk = scratch.desk().await;
    let named =
        Named {
            agency: "BL-SNV25", name: "Chuyên viên", role: Role::Officer, first: desk.today, form: None
        };
    let post = post::open(&desk, &named).await.unwrap();
    let lan = New { name: "Lan", account: "lan", posts: &[(&post.code, desk.today)], form: None };
    let lan = person::add(&desk, &lan).await.unwrap();
    (site, sign_in(&desk, lan.id, &post.code).await)
}

async fn get(site: &Router, address: &str, cookie: &str) -> Answer {
    ask(site, Method::GET, address, &[("cookie", cookie)], "").await
}

on_both! {
    async fn ten_districts_are_the_example_and_the_address_carries_another_question(scratch: Scratch) {
        let (site, cookie) = seated(&scratch).await;
        let page = get(&site, "/co-mau", &cookie).await;
        page.says("Mỗi địa bàn, mỗi đợt cần 2.670 người trả lời, ở 178 thôn, tổ dân phố (mỗi nơi 15 người)");
        page.says("Tất cả 10 địa bàn, 2 đợt: 53.400 người trả lời");
        page.says("Nếu thật có thay đổi 5 điểm");
        let other = get(&site, "/en/sample-size?aim=margin&by=3&share=40&take=1&response=100&domains=1", &cookie).await;
        other.says("The share of each area is then known within ±3 points (95% confidence)");
        assert!(other.text().contains(r#"name="share" inputmode="decimal" autocomplete="off" value="40""#));
    }

    async fn what_does_not_read_is_said_and_stays(scratch: Scratch) {
        let (site, cookie) = seated(&scratch).await;
        for (query, said) in [
            ("by=nhieu", "Có ô chưa đọc được"),
            ("by=60", "Thay đổi hoặc sai số phải lớn hơn 0"),
            ("domains=2,5", "Số địa bàn là số nguyên"),
            ("likeness=1", "độ giống nhau từ 0 đến dưới 1"),
            ("cluster-cost=5", "chi phí mỗi người phải lớn hơn 0"),
        ] {
            let page = get(&site, &format!("/co-mau?{query}"), &cookie).await;
            page.says(said);
            let typed = query.split_once('=').unwrap().1;
            assert!(page.text().contains(&format!("value=\"{typed}\"")), "{query}");
            assert!(!page.text().contains("Mỗi địa bàn, mỗi đợt cần"), "{query}");
        }
    }
}
