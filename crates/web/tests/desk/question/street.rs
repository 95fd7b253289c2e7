//! Who asks: the site, somebody's browser, and a clock.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Method, Request};
use http_body_util::BodyExt;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use sample::Scratch;
use tower::ServiceExt;

use crate::door::Answer;
use crate::office::{BOUNDARY, Office, Part, hidden, multipart, text};

pub(super) const WARD: &str = "BL-X-P2";
pub(super) const DEPARTMENT: &str = "BL-SNV25";
pub(super) const MAIL: &str = "lan.bi-mat@example.vn";
pub(super) const WORDS: &str = "Đường trước cổng trường bị hư, nước ngập";

/// The site, somebody's browser, and a clock.
pub(super) struct Street {
    pub(super) office: Office,
    clock: Arc<Mutex<(Timestamp, Date)>>,
    pub(super) client: String,
}

pub(super) async fn open(scratch: &Scratch) -> Street {
    let desk = scratch.desk().await;
    let clock = Arc::new(Mutex::new((desk.now, desk.today)));
    let read = Arc::clone(&clock);
    let site = crate::door::staffed_at(scratch, Arc::new(move || *read.lock().unwrap())).await;
    Street { office: Office { site, desk }, clock, client: "203.0.113.7".to_owned() }
}

impl Street {
    /// It is nine in the morning of a day.
    pub(super) fn on(&mut self, day: Date) {
        self.office.desk = self.office.desk.on(day);
        *self.clock.lock().unwrap() = (self.office.desk.now, day);
    }

    pub(super) fn wait(&self, seconds: i64) {
        self.clock.lock().unwrap().0 += SignedDuration::from_secs(seconds);
    }

    /// The form, opened a minute ago.
    pub(super) async fn ticket(&self) -> String {
        let form = hidden(self.read("/hoi-dap").await.text(), "form");
        self.wait(60);
        form
    }

    pub(super) async fn read(&self, address: &str) -> Answer {
        crate::door::ask(&self.office.site, Method::GET, address, &[], "").await
    }

    /// A page as the browser of this address sees it.
    pub(super) async fn read_as(&self, address: &str) -> Answer {
        let headers = [("x-forwarded-for", self.client.as_str())];
        crate::door::ask(&self.office.site, Method::GET, address, &headers, "").await
    }

    pub(super) async fn send(&self, parts: &[Part<'_>]) -> Answer {
        let request = Request::post("/hoi-dap")
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .header("x-forwarded-for", &self.client)
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(multipart(parts)))
            .unwrap();
        let (parts, body) = self.office.site.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes().into();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Asks the ward by a fresh form; what is named twice counts as it is named first.
    pub(super) async fn ask(&self, more: &[Part<'_>]) -> Answer {
        let form = self.ticket().await;
        let usual = [
            text("form", &form),
            text("kind", "feedback"),
            text("words", WORDS),
            text("place", WARD),
            text("contact", MAIL),
            text("consent", "yes"),
        ];
        self.send(&[more, usual.as_slice()].concat()).await
    }

    /// Follows by code and secret, and does something besides.
    pub(super) async fn follow(&self, keys: &[String; 2], more: &[(&str, &str)]) -> Answer {
        let fields = [("code", keys[0].as_str()), ("secret", keys[1].as_str())];
        self.office.post("", "/hoi-dap/theo-doi", &[&fields, more].concat()).await
    }
}

/// Code and secret as the page shows them.
pub(super) fn keys(page: &Answer) -> [String; 2] {
    assert_eq!(page.status, 200, "{}", page.words());
    let mut marked = page.text().split("<code><strong>").skip(1).map(|rest| rest.split('<').next().unwrap());
    [marked.next().unwrap().to_owned(), marked.next().unwrap().to_owned()]
}

/// The page of the question of a code, as a register links to it.
pub(super) async fn page_of(office: &Office, cookie: &str, code: &str) -> String {
    let list = office.get(cookie, &format!("/so-hoi-dap?q={code}")).await;
    let end = list.text().find(&format!("\">{code}</a>"));
    let end = end.unwrap_or_else(|| panic!("no {code}: {}", list.words()));
    list.text()[..end].rsplit('"').next().unwrap().to_owned()
}

/// Another browser in the same street.
pub(super) fn open_as(street: &Street) -> Street {
    let office = Office { site: street.office.site.clone(), desk: street.office.desk.clone() };
    Street { office, clock: Arc::clone(&street.clock), client: street.client.clone() }
}

/// A photo that says where it was taken.
pub(super) fn photo() -> Vec<u8> {
    let segment = |marker: u8, contents: &[u8]| {
        let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], length.as_slice(), contents].concat()
    };
    [
        vec![0xFF, 0xD8],
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<GPS!>"),
        segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0"),
        segment(0xDA, b"\x01\x01\0\0\x3f\0"),
        b"pixels\xFF\xD9".to_vec(),
    ]
    .concat()
}
