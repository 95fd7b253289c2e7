//! Signing in by the province's own identity service: a real OpenID Connect provider, there and back.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

#[path = "../door/mod.rs"]
mod door;
mod peer;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use accounts::{audit, person, sign_in};
use axum::Router;
use door::entry::{PASSWORD, chosen, get, post, typed};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use peer::{Browser, ORIGIN, Peer, service};
use sample::{Scratch, on_both};

const GO: &str = "/dang-nhap/dinh-danh";

/// The site; the administrator, who is number 1, is tied to `khoa-le`.
async fn site(scratch: &Scratch, service: identity::Service) -> Router {
    let desk = scratch.desk().await;
    let (now, today) = (desk.now, desk.today);
    let site = door::with_service(scratch, Arc::new(move || (now, today)), service, ORIGIN).await;
    person::tie(&desk, 1, "", "khoa-le").await.unwrap();
    site
}

/// The last entry of the trail: who, what, by what.
async fn last(scratch: &Scratch) -> (String, String, String) {
    let trail = audit::list(&mut scratch.desk().await.read().await.unwrap(), 0, 1000).await.unwrap();
    let entry = trail.into_iter().last().unwrap();
    (entry.who, entry.act, entry.after.unwrap_or_default())
}

mod with_provider {
    use super::*;

    on_both! {
        async fn who_is_tied_comes_in_and_goes_where_they_wanted_to(scratch: Scratch) {
            let peer = Peer::start();
            let site = site(&scratch, peer.service(None)).await;
            get(&site, "/dang-nhap", "").await.says("Đăng nhập qua hệ thống định danh của tỉnh");
            peer.says("khoa-le", "", "").await;
            for (from, to) in [("/dang-nhap/dinh-danh?next=/ke-hoach", "/ke-hoach"), ("/en/sign-in/identity?next=//evil.vn", "/en/work")] {
                let mut browser = Browser::new(&site);
                let back = browser.go(from).await;
                let entered = browser.get(&back).await;
                assert_eq!((entered.status.as_u16(), entered.header("location")), (303, to), "{}", entered.words());
                assert_eq!(browser.get("/tai-khoan").await.status, 200);
                assert!(!browser.cookies.contains_key("away"));
                let (who, act, by) = last(&scratch).await;
                assert_eq!((who.as_str(), act.as_str()), ("quan-tri", "sign_in.entered"));
                assert!(by.contains("identity_service"), "{by}");

                let again = browser.get(&back).await;
                assert_eq!(again.status, 422, "a sign-in comes back once");
            }
        }
    }

    #[tokio::test]
    async fn a_stranger_is_told_whom_to_ask_and_nobody_is_added() {
        let (scratch, peer) = (Scratch::sqlite(), Peer::start());
        let site = site(&scratch, peer.service(None)).await;
        let desk = scratch.desk().await;
        let before = person::list(&desk, &person::Filter::default()).await.unwrap().len();
        peer.says("<b>ai</b>", "", "").await;
        let answer = Browser::new(&site).enter(GO).await;
        assert_eq!(answer.status, 403);
        answer.says("Đề nghị gửi mã cho quản trị viên");
        assert!(!answer.text().contains("<b>ai"), "{}", answer.text());
        assert_eq!(person::list(&desk, &person::Filter::default()).await.unwrap().len(), before);
        assert_eq!(last(&scratch).await.1, "sign_in.failed");

        person::disable(&desk, 2).await.unwrap();
        person::tie(&desk, 2, "", "lan-nguyen").await.unwrap();
        peer.says("lan-nguyen", "", "").await;
        assert_eq!(Browser::new(&site).enter(GO).await.status, 403, "a disabled account is a stranger");
    }

    #[tokio::test]
    async fn a_statement_that_does_not_hold_lets_nobody_in() {
        let (scratch, peer) = (Scratch::sqlite(), Peer::start());
        let site = site(&scratch, peer.service(None)).await;
        for forge in ["audience", "nonce", "issuer", "expired", "signature", "unsigned", "shared"] {
            peer.says("khoa-le", "", forge).await;
            let mut browser = Browser::new(&site);
            let answer = browser.enter(GO).await;
            assert_eq!(answer.status, 422, "{forge}");
            answer.says("không xác nhận lần đăng nhập này");
            assert!(!browser.cookies.contains_key("session"), "{forge}");
        }
        peer.says("khoa-le", "", "").await;
        assert_eq!(Browser::new(&site).enter(GO).await.status, 303, "the same without a forgery");
    }

    #[tokio::test]
    async fn a_sign_in_that_began_elsewhere_or_long_ago_does_not_come_back() {
        let (scratch, peer) = (Scratch::sqlite(), Peer::start());
        let began = scratch.desk().await.now.as_second();
        let clock = Arc::new(AtomicI64::new(began));
        let read = Arc::clone(&clock);
        let now = move || (Timestamp::from_second(read.load(Ordering::Relaxed)).unwrap(), date(2025, 5, 20));
        let site = door::with_service(&scratch, Arc::new(now), peer.service(None), ORIGIN).await;
        person::tie(&scratch.desk().await, 1, "", "khoa-le").await.unwrap();
        peer.says("khoa-le", "", "").await;

        let theirs = Browser::new(&site).go(GO).await;
        let mut victim = Browser::new(&site);
        let answer = victim.get(&theirs).await;
        assert_eq!(answer.status, 422, "no sign-in began in this browser");
        answer.says("không bắt đầu từ trình duyệt này");
        victim.go(GO).await;
        assert_eq!(victim.get(&theirs).await.status, 422, "another one began in this browser");

        let mut slow = Browser::new(&site);
        let back = slow.go(GO).await;
        clock.store(began + SignedDuration::from_mins(10).as_secs(), Ordering::Relaxed);
        assert_eq!(slow.get(&back).await.status, 422);
        assert!(!slow.cookies.contains_key("session"));
    }

    #[tokio::test]
    async fn who_turns_back_at_the_service_may_use_a_password() {
        let (scratch, peer) = (Scratch::sqlite(), Peer::start());
        let site = site(&scratch, peer.service(None)).await;
        peer.says("", "", "").await;
        let answer = Browser::new(&site).enter(GO).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("name=\"password\""));
    }

    #[tokio::test]
    async fn the_services_second_factor_counts_only_where_that_was_configured() {
        for (configured, amr, asked) in
            [(None, "mfa", true), (Some("mfa"), "mfa", false), (Some("mfa"), "pwd", true)]
        {
            let (scratch, peer) = (Scratch::sqlite(), Peer::start());
            let site = site(&scratch, peer.service(configured)).await;
            with_second_factor(&scratch).await;
            peer.says("khoa-le", amr, "").await;
            let entered = Browser::new(&site).enter(GO).await;
            let to = if asked { "/dang-nhap/ma?next=" } else { "/viec-cua-toi" };
            assert_eq!(
                (entered.status.as_u16(), entered.header("location")),
                (303, to),
                "{configured:?} {amr}"
            );
        }
    }

    /// Switches the administrator's second factor on.
    async fn with_second_factor(scratch: &Scratch) {
        let desk = scratch.desk().await;
        let desk = desk.seat(
            (1, "quan-tri"),
            "bl-vpubnd.quan-tri-he-thong",
            accounts::Role::Administrator,
            "BL-VPUBND",
        );
        sign_in::offer(&desk, &door::chance()).await.unwrap();
        let secret = sign_in::means(&desk).await.unwrap().offer.unwrap().secret;
        let code = code(&secret, desk.now);
        sign_in::confirm(&desk, &code, &door::chance()).await.unwrap();
    }

    fn code(secret: &str, now: Timestamp) -> String {
        let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        totp.generate(u64::try_from(now.as_second()).unwrap()).to_string()
    }
}

#[tokio::test]
async fn where_the_service_does_not_answer_a_password_does() {
    let scratch = Scratch::sqlite();
    let site = site(&scratch, service("http://127.0.0.1:1", None)).await;
    for address in [GO, "/en/sign-in/identity"] {
        let answer = get(&site, address, "").await;
        assert_eq!(answer.status, 503);
        assert!(answer.text().contains("name=\"password\""), "{}", answer.text());
    }
    get(&site, GO, "").await.says("Hệ thống định danh hiện không trả lời.");
    let link = sign_in::make_link(&scratch.desk().await, "quan-tri", &door::chance()).await.unwrap();
    post(&site, &format!("/lien-ket/{link}"), "", &chosen(PASSWORD, PASSWORD)).await;
    assert_eq!(post(&site, "/dang-nhap", "", &typed("quan-tri", PASSWORD, "")).await.status, 303);
}

#[tokio::test]
async fn where_there_is_no_service_nothing_points_to_one() {
    let scratch = Scratch::sqlite();
    let site = door::staffed(&scratch).await;
    assert!(!get(&site, "/dang-nhap", "").await.text().contains("dinh-danh"));
    for address in [GO, "/dang-nhap/dinh-danh/tra-ve?code=x&state=y"] {
        assert_eq!(get(&site, address, "").await.status, 404);
    }
}

#[tokio::test]
async fn an_administrator_ties_a_person_and_a_subject_means_one() {
    let scratch = Scratch::sqlite();
    let site = site(&scratch, service("http://127.0.0.1:1", None)).await;
    let cookie = door::sign_in(&scratch.desk().await, 1, "bl-vpubnd.quan-tri-he-thong").await;
    let tie = |was: &'static str, subject: &'static str| {
        let body = door::entry::form(&[("act", "tie"), ("was", was), ("subject", subject)]);
        let (site, cookie) = (&site, &cookie);
        async move { post(site, "/quan-tri/nguoi-dung/2", cookie, &body).await }
    };
    assert_eq!(tie("", "lan-nguyen").await.status, 303);
    let page = get(&site, "/quan-tri/nguoi-dung/2", &cookie).await;
    assert!(page.text().contains("value=\"lan-nguyen\""), "{}", page.text());
    tie("", "khac").await.says("lan-nguyen");
    tie("lan-nguyen", "khoa-le").await.says("đã gắn với tài khoản quan-tri");
    tie("lan-nguyen", Box::leak("x".repeat(256).into_boxed_str())).await.says("tối đa 255 ký tự");
    assert_eq!(tie("lan-nguyen", "").await.status, 303);
}
