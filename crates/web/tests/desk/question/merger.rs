//! A question whose ward was merged into another: who finds it, who it is with, and what an old link opens.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use jiff::civil::date;
use sample::on_both;

use super::street::{WARD, keys, open, page_of};

const HEIR: &str = "CM-X-BL";

on_both! {
    async fn what_a_former_ward_was_asked_is_with_its_heir(scratch: Scratch) {
        let mut street = open(&scratch).await;
        let asked = keys(&street.ask(&[]).await);
        street.on(date(2025, 7, 2));
        let mai = street.office.seat("mai", Role::Officer, HEIR).await;
        for agency in [HEIR, WARD] {
            let list = street.office.get(&mai, &format!("/so-hoi-dap?agency={agency}&state=open")).await;
            list.says(&asked[0]);
            list.says("phường Bạc Liêu");
            assert!(!list.text().contains("Phường 2</td>"), "{}", list.words());
        }
        let sheet = street.office.get(&mai, "/so-hoi-dap?format=csv").await;
        assert!(sheet.text().contains(",CM-X-BL,phường Bạc Liêu,"), "{}", sheet.text());
        street.follow(&asked, &[]).await.says("Cơ quan đang xử lý phường Bạc Liêu");
        let at = page_of(&street.office, &mai, &asked[0]).await;
        let told = [("act", "answer"), ("words", "Phường đã sửa xong đường")];
        assert_eq!(street.office.post(&mai, &at, &told).await.status, 303);
        street.follow(&asked, &[]).await.says("Cơ quan trả lời phường Bạc Liêu");
    }
}
