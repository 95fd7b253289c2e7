//! The page of one's own account: post, password, second factor, sessions.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::door::Answer;
use crate::door::entry::{PASSWORD, chosen, cookie, enter, form, get, manned, manned_at, post, typed};
use accounts::post::{self as posts, Named};
use accounts::{Role, audit, sign_in};
use axum::Router;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use sample::{Scratch, on_both};
use totp_rs::{Builder, Secret};

const ACCOUNT: &str = "/tai-khoan";

async fn act(site: &Router, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    post(site, ACCOUNT, cookie, &form(fields)).await
}

/// A clock that a test moves, in seconds after its desk's.
async fn moving(scratch: &Scratch) -> (Arc<AtomicI64>, web::Clock) {
    let desk = scratch.desk().await;
    let passed = Arc::new(AtomicI64::new(0));
    let told = Arc::clone(&passed);
    let clock = move || (desk.now + SignedDuration::from_secs(told.load(Ordering::Relaxed)), desk.today);
    (passed, Arc::new(clock))
}

/// The code that an app shows for the secret on a page.
fn code(page: &str, now: Timestamp) -> String {
    let secret = page.split("<code>").nth(1).unwrap().split("</code>").next().unwrap();
    let secret = Secret::try_from_base32(secret).unwrap();
    let totp = Builder::new().with_secret(secret).build().unwrap();
    totp.generate(u64::try_from(now.as_second()).unwrap()).to_string()
}

on_both! {
    async fn with_a_second_factor_a_code_lets_in_once_and_so_does_a_recovery_code(scratch: Scratch) {
        let (passed, clock) = moving(&scratch).await;
        let site = manned_at(&scratch, clock.clone()).await;
        let at_desk = enter(&site).await;
        assert_eq!(act(&site, &at_desk, &[("act", "factor")]).await.status, 303);
        let offered = get(&site, ACCOUNT, &at_desk).await;
        assert!(offered.text().contains("<svg"), "the QR code is there");
        let first = code(offered.text(), clock().0);
        act(&site, &at_desk, &[("act", "confirm"), ("code", "000000")]).await.says("Mã không đúng");
        let on = act(&site, &at_desk, &[("act", "confirm"), ("code", &first)]).await;
        on.says("Đã bật xác thực hai bước.");
        let recovery = on.text().split("<ul class=\"codes\"><li>").nth(1).unwrap()[..14].to_owned();
        assert!(!get(&site, ACCOUNT, &at_desk).await.text().contains(&recovery), "they are shown once");

        let asked = post(&site, "/dang-nhap", "", &typed("quan-tri", PASSWORD, "/ke-hoach")).await;
        assert_eq!(asked.header("location"), "/dang-nhap/ma?next=%2Fke-hoach");
        let pending = cookie(&asked, "pending");
        let step_two = |code: &str| form(&[("code", code), ("next", "/ke-hoach")]);
        let as_session = pending.replace("pending", "session");
        assert_eq!(get(&site, ACCOUNT, &as_session).await.status, 303, "half a sign-in is none");
        let replayed = post(&site, "/dang-nhap/ma", &pending, &step_two(&first)).await;
        assert_eq!(replayed.status, 422, "the code that switched it on was used");

        passed.store(60, Ordering::Relaxed);
        let second = code(offered.text(), clock().0);
        let entered = post(&site, "/dang-nhap/ma", &pending, &step_two(&second)).await;
        assert_eq!((entered.status.as_u16(), entered.header("location")), (303, "/ke-hoach"));
        let over = post(&site, "/dang-nhap/ma", &pending, &step_two(&second)).await;
        assert_eq!(over.header("location"), "/dang-nhap?next=%2Fke-hoach");

        for status in [303, 422] {
            let asked = post(&site, "/dang-nhap", "", &typed("quan-tri", PASSWORD, "")).await;
            let answer = post(&site, "/dang-nhap/ma", &cookie(&asked, "pending"), &step_two(&recovery)).await;
            assert_eq!(answer.status, status, "a recovery code is used once");
        }
        act(&site, &at_desk, &[("act", "off"), ("password", "không phải nó")]).await.says("Mật khẩu hiện nay không đúng.");
        assert_eq!(act(&site, &at_desk, &[("act", "off"), ("password", PASSWORD)]).await.status, 303);
        enter(&site).await;
    }

    async fn a_session_that_was_ended_is_out_at_once(scratch: Scratch) {
        let site = manned(&scratch).await;
        let (own, other, third) = (enter(&site).await, enter(&site).await, enter(&site).await);
        let page = get(&site, ACCOUNT, &own).await;
        let key = page.text().split("name=\"key\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(!page.text().contains(own.trim_start_matches("session=")), "a page shows no token");
        assert_eq!(act(&site, &own, &[("act", "end"), ("key", key)]).await.status, 303);
        let left = [get(&site, ACCOUNT, &other).await.status, get(&site, ACCOUNT, &third).await.status];
        assert_eq!(left.iter().filter(|status| **status == 303).count(), 1, "{left:?}");

        act(&site, &own, &[("act", "end-others")]).await;
        for cookie in [&other, &third] {
            assert_eq!(get(&site, ACCOUNT, cookie).await.status, 303);
        }
        assert_eq!(act(&site, &own, &[("act", "leave")]).await.header("location"), "/");
        assert_eq!(get(&site, ACCOUNT, &own).await.status, 303);
    }

    async fn an_idle_session_and_an_old_one_are_over(scratch: Scratch) {
        let (passed, clock) = moving(&scratch).await;
        let site = manned_at(&scratch, clock).await;
        let own = enter(&site).await;
        for hour in [3, 6, 9, 11] {
            passed.store(hour * 3600, Ordering::Relaxed);
            assert_eq!(get(&site, ACCOUNT, &own).await.status, 200, "in use after {hour} hours");
        }
        passed.store(12 * 3600, Ordering::Relaxed);
        assert_eq!(get(&site, ACCOUNT, &own).await.status, 303);
        let idle = enter(&site).await;
        passed.store(16 * 3600, Ordering::Relaxed);
        assert_eq!(get(&site, ACCOUNT, &idle).await.status, 303);
    }

    async fn a_new_password_ends_the_other_sessions_and_renews_this_one(scratch: Scratch) {
        let site = manned(&scratch).await;
        let (own, other) = (enter(&site).await, enter(&site).await);
        let change = |old: &'static str, new: &'static str| {
            [("act", "password"), ("password", old), ("new", new), ("again", new)]
        };
        act(&site, &own, &change("không phải nó", "bến đò chiều vắng")).await.says("Mật khẩu hiện nay không đúng.");
        act(&site, &own, &change(PASSWORD, "matkhau123456")).await.says("hay bị thử trước");
        let changed = act(&site, &own, &change(PASSWORD, "bến đò chiều vắng")).await;
        let renewed = cookie(&changed, "session");
        assert_ne!(renewed, own);
        assert_eq!(get(&site, ACCOUNT, &renewed).await.status, 200);
        for cookie in [&own, &other] {
            assert_eq!(get(&site, ACCOUNT, cookie).await.status, 303);
        }
    }

    async fn who_holds_two_posts_chooses_and_nobody_sits_at_anothers(scratch: Scratch) {
        let site = manned(&scratch).await;
        let desk = scratch.desk().await;
        for name in ["Chuyên viên", "Trưởng phòng"] {
            let first = date(2025, 5, 1);
            let named = Named { name, agency: "BL-SNV25", role: Role::Officer, first, form: None };
            posts::open(&desk, &named).await.unwrap();
        }
        posts::appoint(&desk, "bl-snv25.chuyen-vien", 1, date(2025, 5, 1), None).await.unwrap();
        let own = enter(&site).await;
        get(&site, ACCOUNT, &own).await.says("Chuyên viên Sở Nội vụ");
        let chosen = act(&site, &own, &[("act", "post"), ("post", "bl-snv25.chuyen-vien")]).await;
        let renewed = cookie(&chosen, "session");
        assert_eq!(get(&site, ACCOUNT, &own).await.status, 303, "another right, another token");
        assert_eq!(get(&site, "/quan-tri/nguoi-dung", &renewed).await.status.as_u16() / 100, 4);
        let foreign = act(&site, &renewed, &[("act", "post"), ("post", "bl-snv25.truong-phong")]).await;
        assert_eq!(foreign.status, 404);
    }

    async fn a_form_without_a_session_is_told_so_and_not_lost(scratch: Scratch) {
        let site = manned(&scratch).await;
        let answer = act(&site, "", &[("act", "leave")]).await;
        assert_eq!(answer.status, 401);
        answer.says("“Trở lại”");
        assert!(answer.text().contains("target=\"_blank\""));
    }

    async fn an_administrator_ends_the_sessions_of_somebody_and_nobody_else_may(scratch: Scratch) {
        let site = manned(&scratch).await;
        let administrator = enter(&site).await;
        let link = sign_in::make_link(&scratch.desk().await, "y-te", &crate::door::chance()).await.unwrap();
        let taken = post(&site, &format!("/lien-ket/{link}"), "", &chosen(PASSWORD, PASSWORD)).await;
        let (officer, page) = (cookie(&taken, "session"), "/quan-tri/nguoi-dung/1");
        let refused = post(&site, page, &officer, &form(&[("act", "end")])).await.status.as_u16();
        assert!(matches!(refused, 403 | 404), "{refused}");
        assert_eq!(get(&site, ACCOUNT, &administrator).await.status, 200);

        for act in ["lift", "end"] {
            assert_eq!(get(&site, ACCOUNT, &officer).await.status, 200);
            let done = post(&site, "/quan-tri/nguoi-dung/9", &administrator, &form(&[("act", act)])).await;
            assert_eq!(done.status, 303, "{act}");
        }
        assert_eq!(get(&site, ACCOUNT, &officer).await.status, 303);
    }

    async fn no_secret_comes_into_the_trail(scratch: Scratch) {
        let site = manned(&scratch).await;
        let own = enter(&site).await;
        post(&site, "/dang-nhap", "", &typed("mat-khau-bi-mat", "đoán mò đoán mò", "")).await;
        act(&site, &own, &[("act", "leave")]).await;
        let trail = audit::list(&mut scratch.desk().await.read().await.unwrap(), 0, 1000).await.unwrap();
        let after = trail.iter().skip_while(|entry| entry.act != "sign_in.link_made");
        let acts: Vec<&str> = after.map(|entry| entry.act.as_str()).collect();
        let door = ["sign_in.link_made", "sign_in.link_used", "sign_in.entered", "sign_in.entered"];
        assert_eq!(acts, [&door[..], &["sign_in.failed", "session.left"]].concat());
        let told = format!("{trail:?}");
        for secret in [PASSWORD, "mat-khau-bi-mat", own.trim_start_matches("session=")] {
            assert!(!told.contains(secret), "{secret}");
        }
    }
}
