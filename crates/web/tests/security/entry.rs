//! Signing in: who guesses learns nothing, who was lured goes nowhere else, and no session is handed on.

use accounts::{person, sign_in};
use sample::on_both;

use crate::door::chance;
use crate::door::entry::{PASSWORD, chosen, cookie, get, manned, post, typed};

on_both! {
    async fn nobody_learns_which_accounts_there_are(scratch: Scratch) {
        let site = manned(&scratch).await;
        let desk = scratch.desk().await;
        let link = sign_in::make_link(&desk, "y-te", &chance()).await.unwrap();
        post(&site, &format!("/lien-ket/{link}"), "", &chosen(PASSWORD, PASSWORD)).await;
        person::disable(&desk, 9).await.unwrap();
        let known = post(&site, "/dang-nhap", "", &typed("quan-tri", "một mật khẩu khác", "")).await;
        for (account, password) in [
            ("khong-ai", "một mật khẩu khác"),
            ("y-te", PASSWORD),
            ("y-te", "một mật khẩu khác"),
            ("mat-tran", ""),
        ] {
            let answer = post(&site, "/dang-nhap", "", &typed(account, password, "")).await;
            assert_eq!((known.status.as_u16(), answer.status.as_u16()), (422, 422), "{account}");
            assert_eq!(known.text().replace("quan-tri", account), answer.text());
            let names = |answer: &crate::door::Answer| answer.headers.keys().cloned().collect::<Vec<_>>();
            assert_eq!(names(&known), names(&answer), "{account}");
        }
    }

    async fn nobody_is_sent_to_another_site(scratch: Scratch) {
        let site = manned(&scratch).await;
        for foreign in ["//evil.vn", "/\\evil.vn", "https://evil.vn/", "javascript:alert(1)", "/\r\nset-cookie: a=b", "\t//evil.vn", "/%0d%0a", "///evil.vn", "http:evil.vn"] {
            let entered = post(&site, "/dang-nhap", "", &typed("quan-tri", PASSWORD, foreign)).await;
            let to = entered.header("location");
            assert_eq!(entered.status, 303, "{foreign:?}");
            assert!(to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n']), "{foreign:?}: {to}");
            assert!(!entered.headers.get_all("set-cookie").iter().any(|set| set.to_str().unwrap().starts_with("a=")));
        }
    }

    async fn the_session_before_signing_in_is_not_the_one_after(scratch: Scratch) {
        let site = manned(&scratch).await;
        let planted = "session=0000000000000000000000000000000000000000000000000000000000000000";
        let entered = post(&site, "/dang-nhap", planted, &typed("quan-tri", PASSWORD, "")).await;
        let first = cookie(&entered, "session");
        assert_ne!(first, planted);
        assert_eq!(get(&site, "/viec-cua-toi", planted).await.status, 303);

        let again = post(&site, "/dang-nhap", &first, &typed("quan-tri", PASSWORD, "")).await;
        assert_ne!(cookie(&again, "session"), first);
        assert_eq!(get(&site, "/viec-cua-toi", &first).await.status, 303, "the session before is over");
    }

    async fn another_persons_session_cannot_be_made_up(scratch: Scratch) {
        let site = manned(&scratch).await;
        let own = cookie(&post(&site, "/dang-nhap", "", &typed("quan-tri", PASSWORD, "")).await, "session");
        let digest = store::Digest::of(own.trim_start_matches("session=").as_bytes()).as_str().to_owned();
        let upper = own.to_uppercase().replace("SESSION", "session");
        for made_up in [&format!("session={digest}"), &own[..own.len() - 1], &upper, "session=", "session=1", "session='%20OR%201=1"] {
            assert_eq!(get(&site, "/viec-cua-toi", made_up).await.status, 303, "{made_up}");
        }
        assert_eq!(get(&site, "/viec-cua-toi", &own).await.status, 200);
    }
}
