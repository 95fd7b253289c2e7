//! The calendar's page: what it shows, and what those who keep it change there.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use crate::door::{Answer, ask, sign_in, staffed};
use accounts::Role;
use accounts::person::{self, New};
use accounts::post::{self, Named};
use axum::Router;
use axum::http::Method;
use sample::{Scratch, on_both};

/// The site, and the cookie of somebody at a post of this role.
async fn seated(scratch: &Scratch, role: Role) -> (Router, String) {
    let site = staffed(scratch).await;
    let desk = scratch.desk().await;
    let named = Named { agency: AGENCY, name: "Chuyên viên", role, first: desk.today, form: None };
    let post = post::open(&desk, &named).await.unwrap();
    let lan = New { name: "Lan", account: "lan", posts: &[(&post.code, desk.today)], form: None };
    let lan = person::add(&desk, &lan).await.unwrap();
    (site, sign_in(&desk, lan.id, &post.code).await)
}

const AGENCY: &str = "BL-SNV25";

async fn get(site: &Router, address: &str, cookie: &str) -> Answer {
    ask(site, Method::GET, address, &[("cookie", cookie)], "").await
}

async fn send(site: &Router, cookie: &str, fields: &str) -> Answer {
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", cookie)];
    ask(site, Method::POST, "/lich", &headers, fields).await
}

on_both! {
    async fn everybody_signed_in_reads_the_periods_and_days_off_of_a_year(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::Officer).await;

        let page = get(&site, "/lich?year=2025", &cookie).await;

        assert_eq!(page.status, 200);
        page.says("Quý I/2025 Số liệu 15/12/2024 – 14/3/2025 Hạn gửi 20/3/2025");
        page.says("6 tháng đầu năm 2025");
        page.says("Hạn gửi 20/9/2025 → Thứ Hai, ngày 22 tháng 9 năm 2025");
        page.says("Thứ Bảy, ngày 26 tháng 4 năm 2025 Làm bù 6150");
        page.says("Đã xác nhận theo 6150/TB-BLĐTBXH (03/12/2024).");
        assert!(!page.text().contains("<button>Ghi</button>"), "an officer keeps no calendar");
        assert_eq!(get(&site, "/lich?year=2050", &cookie).await.status, 404);
        get(&site, "/en/calendar?year=2025", &cookie).await.says("Quarter 1 of 2025 Data 15 December 2024");
    }

    async fn nobody_reads_it_who_has_not_signed_in(scratch: Scratch) {
        let (site, _) = seated(&scratch, Role::Officer).await;
        let page = get(&site, "/lich", "session=made-up").await;
        assert!(!page.text().contains("Quý I"));
        assert_ne!(page.status, 200);
    }

    async fn the_standing_body_changes_a_day_and_a_period(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::StandingBody).await;
        let day = "act=day&day=2027-04-29&kind=swapped_off&name=Ho%C3%A1n+%C4%91%E1%BB%95i&source=12/TB-BNV&seen=";

        let done = send(&site, &cookie, day).await;
        assert_eq!((done.status.as_u16(), done.header("location")), (303, "/lich?year=2027"));
        get(&site, "/lich?year=2027", &cookie).await.says("Thứ Năm, ngày 29 tháng 4 năm 2027 Hoán đổi");

        let form = get(&site, "/lich?year=2025&period=2025-Q3", &cookie).await;
        assert!(form.text().contains(r#"name="due" type="date" value="2025-09-20""#));
        let period = "act=period&code=2025-Q3&rhythm=quarterly&first=2025-06-15&last=2025-09-14&due=2025-09-25\
            &seen=quarterly+2025-06-15+2025-09-14+2025-09-20";
        assert_eq!(send(&site, &cookie, period).await.status, 303);
        get(&site, "/lich?year=2025", &cookie).await.says("Hạn gửi 25/9/2025");
    }

    async fn what_another_wrote_meanwhile_is_shown_before_it_is_replaced(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::Administrator).await;
        let day = "act=day&day=2025-09-02&kind=statutory&name=Khac&source=x";

        let told = send(&site, &cookie, &format!("{day}&seen=")).await;

        assert_eq!(told.status, 422);
        told.says("vừa được người khác sửa");
        told.says("Thứ Ba, ngày 02 tháng 9 năm 2025 Quốc khánh");
        assert!(told.text().contains(r#"value="Khac""#), "what was typed stays");
        let seen = "statutory+%C2%B7+Qu%E1%BB%91c+kh%C3%A1nh+%C2%B7+\
            B%E1%BB%99+lu%E1%BA%ADt+Lao+%C4%91%E1%BB%99ng+2019,+%C4%90i%E1%BB%81u+112";
        assert_eq!(send(&site, &cookie, &format!("{day}&seen={seen}")).await.status, 303);
    }

    async fn what_is_wrong_with_a_form_is_said(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::Administrator).await;
        let saturday = "act=day&day=2027-05-08&kind=swapped_off&name=x&source=x&seen=";
        send(&site, &cookie, saturday).await.says("Nghỉ hoán đổi phải rơi vào ngày làm việc");
        send(&site, &cookie, "act=day&day=&kind=statutory&name=x&source=x").await.says("Ngày chưa ghi");
        send(&site, &cookie, "act=year&year=2027&decision=&seen=").await.says("Còn ô chưa ghi");
        send(&site, &cookie, "act=remove&day=2027-05-05&seen=").await.says("không có trong danh sách");
    }

    async fn an_officer_who_sends_the_form_is_refused(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::Officer).await;
        let answer = send(&site, &cookie, "act=remove&day=2025-09-02&seen=").await;
        assert_eq!(answer.status, 403);
        get(&site, "/lich?year=2025", &cookie).await.says("Thứ Ba, ngày 02 tháng 9 năm 2025 Quốc khánh");
    }
}
