//! The page of sample periods: what it asks about, and what those who may say there.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use crate::door::{Answer, ask, sign_in, staffed};
use accounts::person::{self, New};
use accounts::post::{self, Named};
use accounts::{Role, audit};
use axum::Router;
use axum::http::Method;
use sample::{Scratch, on_both};

/// The site, and the cookie of somebody at a post of this role.
async fn seated(scratch: &Scratch, role: Role) -> (Router, String) {
    let site = staffed(scratch).await;
    let desk = scratch.desk().await;
    let named = Named { agency: "BL-SNV25", name: "Chuyên viên", role, first: desk.today, form: None };
    let post = post::open(&desk, &named).await.unwrap();
    let lan = New { name: "Lan", account: "lan", posts: &[(&post.code, desk.today)], form: None };
    let lan = person::add(&desk, &lan).await.unwrap();
    (site, sign_in(&desk, lan.id, &post.code).await)
}

async fn get(site: &Router, address: &str, cookie: &str) -> Answer {
    ask(site, Method::GET, address, &[("cookie", cookie)], "").await
}

/// Sends the form as the page gives it now.
async fn send(site: &Router, cookie: &str, fields: &str) -> Answer {
    let page = get(site, "/giai-doan-khao-sat", cookie).await;
    let seen = page.text().split(r#"name="seen" value=""#).nth(1).and_then(|rest| rest.split('"').next());
    post(site, cookie, &format!("{fields}&seen={}", seen.unwrap_or("0"))).await
}

async fn post(site: &Router, cookie: &str, fields: &str) -> Answer {
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", cookie)];
    ask(site, Method::POST, "/giai-doan-khao-sat", &headers, fields).await
}

on_both! {
    async fn everybody_signed_in_sees_the_periods_and_how_editions_resemble_each_other(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::Officer).await;
        let page = get(&site, "/giai-doan-khao-sat", &cookie).await;
        assert_eq!(page.status, 200);
        page.says("2021 Thấy qua số liệu");
        page.says("2024 ");
        page.says("Bắt đầu giai đoạn mới");
        assert!(!page.text().contains("hình như nơi khảo sát"), "every renewal seen is noted");
        assert!(!page.text().contains("<button>Ghi</button>"), "an officer notes none");
        get(&site, "/en/sample-periods", &cookie).await.says("Seen in the data");
        let stranger = get(&site, "/giai-doan-khao-sat", "session=made-up").await;
        assert_ne!(stranger.status, 200);
    }

    async fn the_standing_body_notes_a_renewal_and_strikes_one_which_is_then_asked_about_no_more(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::StandingBody).await;
        let done = send(&site, &cookie, "year=2024&stands=yes&source=PAPI+2024&reason=trang+12").await;
        assert_eq!((done.status.as_u16(), done.header("location")), (303, "/giai-doan-khao-sat"));
        get(&site, "/giai-doan-khao-sat", &cookie).await.says("2024 PAPI 2024 trang 12");
        assert_eq!(send(&site, &cookie, "year=2021&stands=no&source=x&reason=y").await.status, 303);
        let page = get(&site, "/giai-doan-khao-sat", &cookie).await;
        page.says("2021 (không chọn lại) x y");
        page.says("Hình như đã chọn lại");
        assert!(!page.text().contains("Mời cơ quan thường trực xác nhận"), "it was answered");
    }

    async fn who_notes_on_a_list_that_another_has_changed_is_told_and_overwrites_nothing(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::StandingBody).await;
        let seen = audit::latest(scratch.desk().await.store()).await.unwrap();
        let note = |reason: &str| format!("year=2024&stands=yes&source=PAPI&reason={reason}&seen={seen}");
        assert_eq!(post(&site, &cookie, &note("trang+12")).await.status, 303);
        let told = post(&site, &cookie, &note("trang+13")).await;
        assert_eq!(told.status, 422);
        told.says("có người khác vừa ghi");
        told.says("2024 PAPI trang 12");
        assert_eq!(send(&site, &cookie, "year=2024&stands=yes&source=PAPI&reason=trang+13").await.status, 303);
        get(&site, "/giai-doan-khao-sat", &cookie).await.says("2024 PAPI trang 13");
    }

    async fn what_is_missing_is_said_with_what_was_typed_and_an_officer_is_refused(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::Administrator).await;
        let told = send(&site, &cookie, "year=2024&stands=yes&source=PAPI&reason=+").await;
        assert_eq!(told.status, 422);
        told.says("Mời ghi đủ nguồn và lý do.");
        assert!(told.text().contains(r#"value="PAPI""#));
        for fields in ["year=ha&stands=yes&source=x&reason=y", "year=1999&stands=yes&source=x&reason=y", "year=2024"] {
            let told = send(&site, &cookie, fields).await;
            assert_eq!(told.status, 422, "{fields}");
            told.says("Mời ghi năm khảo sát");
        }
    }

    async fn an_officer_notes_nothing(scratch: Scratch) {
        let (site, cookie) = seated(&scratch, Role::Officer).await;
        assert_eq!(send(&site, &cookie, "year=2024&stands=yes&source=x&reason=y").await.status, 403);
    }
}
