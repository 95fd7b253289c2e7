//! An office at the front door: a site with people at desks, two tasks and what arose from them.

#![allow(dead_code, reason = "each test file uses what it needs")]
#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use accounts::{Desk, Role, person, post};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use http_body_util::BodyExt;
use sample::Scratch;
use store::run;
use tower::ServiceExt;

use crate::door::{self, Answer};

/// The page of the first assignment, of the Department of Home Affairs.
pub(crate) const FIRST: &str = "/viec/1";

/// The site and the cookies of those who sign in.
pub(crate) struct Office {
    pub(crate) site: Router,
    pub(crate) desk: Desk,
}

/// Opened on 20 May 2025.
pub(crate) async fn open(scratch: &Scratch) -> Office {
    let site = door::staffed(scratch).await;
    let desk = scratch.desk().await;
    let mut tx = desk.store().begin().await.unwrap();
    for statement in [
        "INSERT INTO plan (slug, title, title_en, unit, first, last, calendar, state, published_on, source) VALUES
            ('thu', 'Nâng chỉ số', 'Raise', '95-2008', '2025-01-01', '2025-12-31', 'par', 'published', '2025-01-01', 'x')",
        "INSERT INTO task (id, plan, code, place, section, what, product, done_when, rhythm, first, last, lead, measure,
            measure_unit, low, high, weight, source, public) VALUES
            (9001, 'thu', '1.1-01', 1, '1', 'Phát hành <b>tài liệu</b> hỏi đáp pháp luật', 'Tập hỏi đáp', 'Có tập',
             'quarterly', '2025-01-01', '2025-12-31', 'BL-SNV25', 'Tỷ lệ ấp có tài liệu', '%', 0, 100, 1, 'x', TRUE),
            (9002, 'thu', '6.1-01', 2, '6', 'Phối hợp', 'Quy chế', 'Có quy chế', 'once', '2025-01-01',
             '2025-12-31', 'BL-CA25', NULL, NULL, NULL, NULL, 1, 'x', TRUE)",
        "INSERT INTO assignment (id, task, origin, agency, period, first, last, due, undecided) VALUES
            (1, 9001, 'BL-SNV25', 'BL-SNV25', '2025-Q1', '2024-12-15', '2025-03-14', '2025-03-20', FALSE),
            (2, 9001, 'BL-SNV25', 'BL-SNV25', '2025-H1', '2025-03-15', '2025-06-14', '2025-06-03', FALSE),
            (3, 9002, 'BL-CA25', 'BL-CA25', '2025', '2025-01-01', '2025-12-31', '2025-12-14', FALSE)",
    ] {
        run!(&mut tx, sqlx::query(statement)).unwrap();
    }
    tx.commit().await.unwrap();
    Office { site, desk }
}

impl Office {
    /// The cookie of somebody new at a post of this agency.
    pub(crate) async fn seat(&self, account: &str, role: Role, agency: &str) -> String {
        let named = post::Named { agency, name: account, role, first: self.desk.today, form: None };
        let post = post::open(&self.desk, &named).await.unwrap();
        let posts = &[(post.code.as_str(), self.desk.today)];
        let new = person::New { name: account, account, posts, form: None };
        let person = person::add(&self.desk, &new).await.unwrap();
        door::sign_in(&self.desk, person.id, &post.code).await
    }

    /// An officer whose work the first two are.
    pub(crate) async fn lan(&self) -> String {
        self.seat("lan", Role::Officer, "BL-SNV25").await
    }

    /// The standing body.
    pub(crate) async fn hoa(&self) -> String {
        self.seat("hoa", Role::StandingBody, "BL-VPUBND").await
    }

    pub(crate) async fn get(&self, cookie: &str, address: &str) -> Answer {
        door::ask(&self.site, Method::GET, address, &[("cookie", cookie)], "").await
    }

    /// A form without files.
    pub(crate) async fn post(&self, cookie: &str, address: &str, fields: &[(&str, &str)]) -> Answer {
        let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", cookie)];
        door::ask(&self.site, Method::POST, address, &headers, &body.join("&")).await
    }

    /// A form with files.
    pub(crate) async fn upload(&self, cookie: &str, address: &str, parts: &[Part<'_>]) -> Answer {
        self.upload_body(cookie, address, multipart(parts)).await
    }

    pub(crate) async fn upload_body(&self, cookie: &str, address: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post(address)
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .header("cookie", cookie)
            .body(body.into())
            .unwrap();
        let (parts, body) = self.site.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes().into();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// The hidden fields that a page's form brings: key, number, version.
    pub(crate) async fn form(&self, cookie: &str, address: &str) -> [String; 3] {
        let page = self.get(cookie, address).await;
        ["form", "number", "version"].map(|name| hidden(page.text(), name))
    }

    /// Sends a report on the first assignment.
    pub(crate) async fn sent(&self, cookie: &str, done: &str) -> Answer {
        let [form, number, version] = self.form(cookie, FIRST).await;
        let parts =
            [text("form", &form), text("number", &number), text("version", &version), text("done", done)];
        self.upload(cookie, "/viec/1/gui", &parts).await
    }
}

/// The value of a hidden field.
pub(crate) fn hidden(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let from = page.find(&mark).unwrap_or_else(|| panic!("no {name} in {page}")) + mark.len();
    page[from..].split('"').next().unwrap().to_owned()
}

/// A part of a form: name, name of a file, bytes.
pub(crate) type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

pub(crate) fn text<'a>(name: &'a str, value: &'a str) -> Part<'a> {
    (name, None, value.as_bytes())
}

pub(crate) fn file<'a>(name: &'a str, bytes: &'a [u8]) -> Part<'a> {
    ("file", Some(name), bytes)
}

pub(crate) const BOUNDARY: &str = "ranh-gioi";

pub(crate) fn multipart(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, called, bytes) in parts {
        let called =
            called.map(|name| format!("; filename=\"{}\"", name.replace('"', "%22"))).unwrap_or_default();
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{called}\r\n\r\n");
        body.extend(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}
