//! Addresses that try to lead out of their place: `..`, encoded, twice encoded, with a NUL, a backslash, too long.

use accounts::Role;
use axum::http::Method;
use look::Lang;
use sample::{Scratch, on_both};

use crate::door;
use crate::scene::{Ask, OWN, Scene};

/// What is tried in the place of whatever an address varies in.
const TRICKS: [&str; 18] = [
    "..",
    "%2e%2e",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "%252e%252e%252fetc%252fpasswd",
    "..%5c..%5cwindows%5cwin.ini",
    "....%2f%2fetc%2fpasswd",
    "%00",
    "1%00.pdf",
    "%ff%fe",
    "%0d%0aset-cookie:%20a=b",
    "-1",
    "0",
    "99999999999999999999999",
    "1%20OR%201=1",
    "1'%22;--",
    "%3Cscript%3E",
    "{id}",
];

/// Every address that varies, with what varies in braces: the pages' own source, and what they do not name.
fn patterns() -> Vec<String> {
    let source = include_str!("../../src/page.rs");
    let pages = source.split('"').filter(|text| text.starts_with('/') && text.contains('{'));
    let others = [
        "/minh-chung/{id}",
        "/en/evidence/{id}",
        "/viec/{id}/luu-nhap",
        "/viec/{id}/gui",
        "/viec/{id}/minh-chung",
        "/viec/{id}/gia-han",
        "/van-ban/{slug}/tep",
        "/en/documents/{slug}/file",
        "/assets/{file}",
        "/api/v1/provinces/{code}/standing",
    ];
    let patterns: Vec<String> = pages.chain(others).map(str::to_owned).collect();
    assert!(patterns.len() > 25, "{patterns:?}");
    patterns
}

/// The pattern with a trick in the place of one thing that varies, and something harmless in the others'.
fn tricked(pattern: &str, trick: &str) -> Vec<String> {
    let mut addresses = Vec::new();
    let count = pattern.matches('{').count();
    for place in 0..count {
        let mut address = String::new();
        for (n, part) in pattern.split('{').enumerate() {
            let rest = part.split_once('}').map_or(part, |(_, rest)| rest);
            if n > 0 {
                address += if n - 1 == place { trick } else { "thu" };
            }
            address += rest;
        }
        addresses.push(address);
    }
    addresses
}

on_both! {
    async fn no_address_leads_out_of_its_place(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        let cookies = [None, Some(scene.walker(Role::Administrator, OWN)), Some(scene.walker(Role::StandingBody, OWN))];
        let long = "a".repeat(5000);
        for pattern in patterns() {
            for trick in TRICKS.into_iter().chain([long.as_str()]) {
                for address in tricked(&pattern, trick) {
                    if address.parse::<axum::http::Uri>().is_err() {
                        continue;
                    }
                    for walker in cookies {
                        let cookie = walker.map(|walker| walker.cookie.as_str());
                        let came = scene.send(&Ask::page(&address, ""), cookie).await;
                        let status = came.status.as_u16();
                        assert!(matches!(status, 303 | 400 | 401 | 403 | 404 | 405 | 410 | 414), "{address}: {status}");
                        let kind = came.headers.get("content-type").map_or("text/html", |kind| kind.to_str().unwrap());
                        let runs = kind.starts_with("text/html") && came.body.contains("<script>");
                        assert!(!came.body.contains("root:x:") && !runs, "{address}");
                        assert!(came.headers.get("set-cookie").is_none(), "{address}");
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn other_methods_are_not_taken() {
    let scratch = Scratch::sqlite();
    let site = door::staffed(&scratch).await;
    for page in [web::Page::SignIn, web::Page::Account, web::Page::People, web::Page::Work, web::Page::Home] {
        for lang in Lang::ALL {
            for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE, Method::CONNECT] {
                let answer = door::ask(&site, method.clone(), &page.path(lang), &[], "").await;
                assert_eq!(answer.status, 405, "{method} {}", page.path(lang));
            }
        }
    }
}
