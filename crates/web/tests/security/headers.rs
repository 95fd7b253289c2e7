//! Headers: those that every answer carries, and those by which a stranger would have us believe something.

use accounts::{Role, audit};
use axum::http::{HeaderMap, Method};
use sample::on_both;

use crate::door::entry::{PASSWORD, arrived, get, manned, typed};
use crate::door::{self, Answer};
use crate::request;
use crate::scene::{Ask, OWN, Scene};

fn one<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    let all: Vec<_> = headers.get_all(name).iter().collect();
    assert_eq!(all.len(), 1, "{name} once: {all:?}");
    all[0].to_str().unwrap()
}

/// That an answer keeps itself to itself.
fn guarded(headers: &HeaderMap, place: &str) {
    let policy = one(headers, "content-security-policy");
    assert!(policy.contains("default-src 'none'"), "{place}: {policy}");
    assert!(policy.contains("frame-ancestors 'none'") || policy.contains("sandbox"), "{place}: {policy}");
    assert!(
        !policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"),
        "{place}: {policy}"
    );
    assert_eq!(one(headers, "x-content-type-options"), "nosniff", "{place}");
    assert_eq!(one(headers, "referrer-policy"), "same-origin", "{place}");
}

on_both! {
    async fn every_answer_is_guarded_and_what_is_ones_own_is_kept_nowhere(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        let file = request(&scene, "evidence.read", None).await.unwrap().at;
        let open = ["/", "/en", "/xep-hang", "/tien-do", "/khong-co", "/healthz", "/api/v1/openapi.json", "/robots.txt"];
        for at in open {
            guarded(&scene.send(&Ask::page(at, ""), None).await.headers, at);
        }
        let own = ["/dang-nhap", "/dang-nhap/ma", "/tai-khoan", "/viec-cua-toi", "/nhat-ky?mine=1", "/nhat-ky?mine=1&format=csv", "/viec/777777", "/bang-theo-doi", "/quan-tri/nguoi-dung", "/lien-ket/khong-co", &file];
        for at in own {
            for walker in [None, Some(scene.walker(Role::Officer, OWN)), Some(scene.walker(Role::Administrator, OWN))] {
                let cookie = walker.map(|walker| walker.cookie.as_str());
                let came = scene.send(&Ask::page(at, ""), cookie).await;
                guarded(&came.headers, at);
                assert_eq!(one(&came.headers, "cache-control"), "private, no-store", "{at} {}", came.status);
                assert!(came.headers.get("etag").is_none(), "{at}");
            }
        }
    }

    async fn the_reader_is_who_the_line_says_unless_a_proxy_is_trusted(scratch: Scratch) {
        let site = door::without_proxy(&scratch).await;
        arrived(&site, &scratch).await;
        let mut last = 0;
        for n in 0..8 {
            let forged = format!("203.0.113.{n}");
            let headers = [("content-type", "application/x-www-form-urlencoded"), ("x-forwarded-for", forged.as_str()), ("forwarded", "for=203.0.113.9"), ("x-real-ip", "203.0.113.9")];
            let answer = door::ask(&site, Method::POST, "/dang-nhap", &headers, &typed("quan-tri", "đoán mò đoán mò", "")).await;
            last = answer.status.as_u16();
        }
        assert_eq!(last, 429, "another address each time, and held back all the same");
        let trail = audit::list(&mut scratch.desk().await.read().await.unwrap(), 0, 1000).await.unwrap();
        let failed: Vec<_> = trail.iter().filter(|entry| entry.act == "sign_in.failed").collect();
        assert!(!failed.is_empty() && failed.iter().all(|entry| entry.client.as_deref().is_none_or(|client| !client.starts_with("203."))));
    }

    async fn no_name_of_a_host_comes_into_a_page(scratch: Scratch) {
        let site = manned(&scratch).await;
        let forged = [("host", "evil.vn"), ("x-forwarded-host", "evil.vn"), ("x-forwarded-proto", "https"), ("x-original-url", "/quan-tri/nguoi-dung"), ("x-rewrite-url", "/quan-tri/nguoi-dung")];
        // Without a configured origin the sitemap can only say the address that it was asked at: to whoever asked.
        door::ask(&site, Method::GET, "/sitemap.xml", &forged, "").await;
        for at in ["/sitemap.xml", "/robots.txt"] {
            assert!(!get(&site, at, "").await.text().contains("evil.vn"), "{at}");
        }
        for at in ["/", "/dang-nhap", "/viec-cua-toi", "/en/sign-in?next=/en/work"] {
            let plain = get(&site, at, "").await;
            let answer: Answer = door::ask(&site, Method::GET, at, &forged, "").await;
            assert_eq!(answer.status, plain.status, "{at}");
            let told = format!("{} {:?}", answer.text(), answer.headers);
            assert!(!told.contains("evil.vn"), "{at}: {told}");
        }
    }

    async fn cookies_are_for_this_site_alone_and_over_an_encrypted_line_only_there(scratch: Scratch) {
        let site = manned(&scratch).await;
        for (proto, secure) in [("http", false), ("https", true)] {
            let headers = [("content-type", "application/x-www-form-urlencoded"), ("x-forwarded-proto", proto)];
            let entered = door::ask(&site, Method::POST, "/dang-nhap", &headers, &typed("quan-tri", PASSWORD, "")).await;
            let cookies: Vec<_> = entered.headers.get_all("set-cookie").iter().map(|set| set.to_str().unwrap()).collect();
            assert_eq!(cookies.len(), 2, "{cookies:?}");
            for set in cookies {
                assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax") && set.contains("Path=/"), "{set}");
                assert!(!set.contains("Domain"), "{set}");
                assert_eq!(set.contains("Secure"), secure, "{set}");
            }
        }
    }
}
