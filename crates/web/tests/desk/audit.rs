//! The audit trail at the front door: searched, told in words, downloaded; one's own deeds for everybody.

use crate::door::Answer;
use accounts::person::{self, New};
use accounts::post::{self, Named};
use accounts::{Desk, RIGHTS, Role};
use axum::Router;
use axum::http::{Method, StatusCode};
use jiff::civil::Date;
use look::Lang;
use look::words::find;
use sample::Scratch;

struct Office {
    desk: Desk,
    /// The number of Lan.
    lan: i64,
    site: Router,
    cookie: String,
    _scratch: Scratch,
}

impl Office {
    /// A site with somebody who is signed in, named Lan.
    async fn open(role: Role) -> Self {
        let scratch = Scratch::sqlite();
        let site = crate::door::staffed(&scratch).await;
        let desk = scratch.desk().await;
        let first = Date::constant(2025, 3, 1);
        let named = Named { agency: "BL-SNV25", name: "Ghế", role, first, form: None };
        let post = post::open(&desk, &named).await.expect("a post");
        let id =
            person::add(&desk, &New { name: "Lan", posts: &[(&post.code, first)], ..New::default() }).await;
        let id = id.expect("a person").id;
        let cookie = crate::door::sign_in(&desk, id, &post.code).await;
        let desk = desk.seat((id, "lan"), &post.code, Role::Administrator, "BL-SNV25");
        Self { desk, lan: id, site, cookie, _scratch: scratch }
    }

    async fn get(&self, address: &str) -> Answer {
        crate::door::ask(&self.site, Method::GET, address, &[("cookie", &self.cookie)], "").await
    }
}

#[tokio::test]
async fn the_trail_is_told_in_words_with_the_newest_first() {
    let office = Office::open(Role::Auditor).await;
    person::rename(&office.desk, office.lan, "Lan", "Nguyễn Thị Lan").await.expect("renamed");
    let page = office.get("/nhat-ky").await;
    assert_eq!(page.status, StatusCode::OK);
    page.says("Sửa họ tên 09:00:00 20/5/2025");
    page.says("Trước tên Lan Sau tên Nguyễn Thị Lan");
    let words = page.words();
    assert!(words.find("Sửa họ tên 09:00").unwrap() < words.find("Thêm người 09:00").unwrap());
}

#[tokio::test]
async fn the_trail_is_narrowed_and_walked_back() {
    let office = Office::open(Role::Administrator).await;
    for number in 0..60 {
        let new = New { name: "Hoa", ..New::default() };
        person::add(&office.desk, &new).await.unwrap_or_else(|why| panic!("{number}: {why}"));
    }
    let page = office.get("/nhat-ky?who=lan&act=person.added&from=2025-05-20&to=2025-05-20").await;
    assert_eq!(page.text().matches("<time>").count(), 50);
    let older =
        page.text().split_once("\" rel=\"next\"").expect("older ones").0.rsplit_once('"').expect("a link").1;
    let rest = office.get(&older.replace("&#38;", "&").replace("&amp;", "&")).await;
    assert_eq!(rest.text().matches("<time>").count(), 10, "{older}");
    office.get("/nhat-ky?from=2025-05-21").await.says("Không có mục nào phù hợp.");
    office.get("/nhat-ky?subject=post/bl-snv25").await.says("post/bl-snv25.ghe");
}

#[tokio::test]
async fn everybody_sees_what_they_did_and_others_deeds_stay_hidden() {
    let office = Office::open(Role::Officer).await;
    person::rename(&office.desk, office.lan, "Lan", "Lan Anh").await.expect("renamed");
    assert_eq!(office.get("/nhat-ky").await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.get("/nhat-ky?who=operator").await.status, StatusCode::FORBIDDEN);
    let mine = office.get("/nhat-ky?mine").await;
    mine.says("Việc tôi đã làm");
    mine.says("Sửa họ tên");
    assert!(!mine.words().contains("Thêm người"), "the operator added her");
    office.get("/nhat-ky?mine&who=Lan").await.says("Sửa họ tên");
}

#[tokio::test]
async fn the_download_holds_what_was_asked_for_and_no_formula() {
    let office = Office::open(Role::Auditor).await;
    person::rename(&office.desk, office.lan, "Lan", "Lan Anh").await.expect("renamed");
    let csv = office.get("/nhat-ky?act=person.renamed&format=csv").await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8; header=present");
    assert_eq!(csv.text().lines().count(), 2, "{}", csv.text());
    assert!(csv.text().contains("Sửa họ tên,person/lan") && csv.text().contains("Lan Anh"));
    assert!(csv.text().lines().skip(1).all(|line| !line.contains(",=") && !line.starts_with('=')));
}

#[test]
fn every_act_that_is_written_has_its_words() {
    let all = RIGHTS
        .iter()
        .chain(scores::RIGHTS)
        .chain(plan::RIGHTS)
        .chain(fieldwork::RIGHTS)
        .map(|right| right.act);
    let written = all.filter(|act| !act.ends_with(".read"));
    let wordless: Vec<_> = written
        .filter(|act| find(Lang::Vi, &format!("act-{}", act.replace(['.', '_'], "-"))).is_none())
        .collect();
    assert!(wordless.is_empty(), "crates/look/words/*/acts.ftl has no words for {wordless:?}");
}
