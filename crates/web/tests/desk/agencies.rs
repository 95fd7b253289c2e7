//! Agencies at the front door: the list of a day, entering, correcting, renaming and ending one.

use crate::door::Answer;
use accounts::post::{self, Named};
use accounts::{Desk, Directory, Role, person};
use axum::Router;
use axum::http::{Method, StatusCode};
use jiff::civil::{Date, date};
use sample::Scratch;

/// A site with somebody who is signed in.
struct Office {
    desk: Desk,
    site: Router,
    cookie: String,
    _scratch: Scratch,
}

impl Office {
    async fn open(role: Role) -> Self {
        let scratch = Scratch::sqlite();
        let site = crate::door::staffed(&scratch).await;
        let desk = scratch.desk().await;
        let first = Date::constant(2025, 3, 1);
        let named = Named { agency: "BL-SNV25", name: "Ghế", role, first, form: None };
        let post = post::open(&desk, &named).await.expect("a post");
        let new = person::New { name: "Lan", posts: &[(&post.code, first)], ..person::New::default() };
        let id = person::add(&desk, &new).await.expect("a person").id;
        let cookie = crate::door::sign_in(&desk, id, &post.code).await;
        Self { desk, site, cookie, _scratch: scratch }
    }

    async fn get(&self, address: &str) -> Answer {
        crate::door::ask(&self.site, Method::GET, address, &[("cookie", &self.cookie)], "").await
    }

    async fn send(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let body: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let headers =
            [("cookie", self.cookie.as_str()), ("content-type", "application/x-www-form-urlencoded")];
        crate::door::ask(&self.site, Method::POST, address, &headers, &body.join("&")).await
    }

    /// Sends a list in a file.
    async fn list(&self, csv: &str) -> Answer {
        let form = [
            crate::office::text("form", "0123456789abcdef"),
            crate::office::file("co-quan.csv", csv.as_bytes()),
        ];
        let kind = format!("multipart/form-data; boundary={}", crate::office::BOUNDARY);
        let headers = [("content-type", kind.as_str()), ("cookie", &self.cookie)];
        let body = String::from_utf8(crate::office::multipart(&form)).expect("text");
        crate::door::ask(&self.site, Method::POST, "/quan-tri/nhap-co-quan", &headers, &body).await
    }

    async fn directory(&self) -> Directory {
        Directory::load(&mut self.desk.read().await.expect("read")).await.expect("a directory")
    }
}

const NEW: [(&str, &str); 5] = [
    ("code", "bl-moi"),
    ("name", "Sở Mới"),
    ("kind", "department"),
    ("first", "2025-04-01"),
    ("identifier", "H04.99"),
];

#[tokio::test]
async fn the_list_shows_the_agencies_of_a_day_by_kind_and_by_command() {
    let office = Office::open(Role::Officer).await;
    let districts = |on: &str| format!("/co-quan?kind=district&on={on}");
    office.get(&districts("2025-06-30")).await.says("7 cơ quan.");
    office.get(&districts("2025-07-01")).await.says("Không có cơ quan nào phù hợp.");
    office.get("/co-quan?outside=1").await.says("Ngoài hệ thống của tỉnh");
    office.get("/co-quan?q=so+noi+vu").await.says("Sở Nội vụ");
    office.get("/co-quan?on=2025-07-01").await.says("(@xa) : 25 cơ quan");
}

#[tokio::test]
async fn predecessors_and_successors_are_walked_by_links() {
    let office = Office::open(Role::Officer).await;
    let page = office.get("/co-quan?q=BL-SNV25").await;
    page.says("Tiếp nối");
    page.says("Kế thừa bởi");
    assert!(
        page.text().contains("href=\"/co-quan/BL-SNV\"") && page.text().contains("href=\"/co-quan/CM-SNV\"")
    );
}

#[tokio::test]
async fn only_an_administrator_enters_and_changes() {
    for role in Role::OF_POSTS {
        let office = Office::open(role).await;
        let administers = role == Role::Administrator;
        let list = office.get("/co-quan").await;
        assert_eq!(list.text().contains("/co-quan/BL-SNV25/sua"), administers, "{role:?}");
        let status = |done| if administers { done } else { StatusCode::FORBIDDEN };
        let entered = office.send("/co-quan", &NEW).await;
        assert_eq!(entered.status, status(StatusCode::SEE_OTHER), "{role:?}");
        assert_eq!(office.get("/co-quan/BL-SNV25/sua").await.status, status(StatusCode::OK), "{role:?}");
        let ended = office.send("/co-quan/BL-SNV25/sua", &[("act", "rename"), ("on", "2025-06-01")]).await;
        assert_eq!(ended.status, status(StatusCode::UNPROCESSABLE_ENTITY), "{role:?}");
    }
}

#[tokio::test]
async fn an_agency_is_entered_once_and_a_refused_form_comes_back_filled() {
    let office = Office::open(Role::Administrator).await;
    let entered = office.send("/co-quan", &NEW).await;
    assert_eq!(entered.header("location"), "/co-quan/BL-MOI/sua");
    let again = office.send("/co-quan", &NEW).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.says("Đã có cơ quan mang mã BL-MOI.");
    assert!(again.text().contains("value=\"Sở Mới\""));
    let long = "A".repeat(36);
    let fields = [NEW[1], NEW[2], NEW[3], ("code", "BL-X"), ("identifier", long.as_str())];
    office.send("/co-quan", &fields).await.says("không phải mã định danh");
}

#[tokio::test]
async fn of_two_who_correct_the_second_sees_what_the_first_wrote() {
    let office = Office::open(Role::Administrator).await;
    office.send("/co-quan", &NEW).await;
    let address = "/co-quan/BL-MOI/sua";
    let correct =
        |to| [("act", "correct"), ("identifier_was", "H04.99"), ("note_was", ""), ("identifier", to)];
    assert_eq!(office.send(address, &correct("H04.1")).await.status, StatusCode::SEE_OTHER);
    let second = office.send(address, &correct("H04.2")).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    second.says("Có người vừa sửa: mã định danh H04.1");
    assert!(second.text().contains("name=\"identifier\" value=\"H04.2\""));
    assert!(second.text().contains("name=\"identifier_was\" value=\"H04.1\""));
}

#[tokio::test]
async fn an_agency_is_renamed_and_another_ends_with_successors() {
    let office = Office::open(Role::Administrator).await;
    office.send("/co-quan", &NEW).await;
    let rename = [("act", "rename"), ("code", "BL-MOI2"), ("name", "Sở Mới Hơn"), ("on", "2025-05-01")];
    let renamed = office.send("/co-quan/BL-MOI/sua", &rename).await;
    assert_eq!(renamed.header("location"), "/co-quan/BL-MOI2/sua");
    let end = [("act", "end"), ("last", "2025-06-30"), ("next", "CM-SNV"), ("next", "CM-STC")];
    let ended = office.send("/co-quan/BL-MOI2/sua", &end).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.words());
    let directory = office.directory().await;
    let last = directory.agency("BL-MOI2").expect("it is there");
    assert_eq!((last.ended, last.successors.len()), (Some(date(2025, 6, 30)), 2));
    let page = office.get("/co-quan/BL-MOI2/sua").await;
    assert!(
        page.text().contains("href=\"/co-quan/BL-MOI/sua\"")
            && page.text().contains("href=\"/co-quan/CM-SNV/sua\"")
    );
    let again = office.send("/co-quan/BL-MOI2/sua", &end).await;
    again.says("Cơ quan này đã được ghi kết thúc ngày 30/6/2025.");
    assert_eq!(office.get("/co-quan/KHONG-CO/sua").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_administrator_sends_a_list_of_agencies_and_is_told_what_came_of_it() {
    let office = Office::open(Role::Administrator).await;
    let address = "/quan-tri/nhap-co-quan";
    office.get("/co-quan").await.says("Nhập cơ quan từ bảng tính");
    assert!(
        office
            .get(&format!("{address}/mau.csv"))
            .await
            .text()
            .contains("Mã,Tên cơ quan,Loại,Từ ngày,Đến ngày")
    );
    let bad = office.list("Mã,Tên cơ quan,Loại,Từ ngày\nBL-MOI,Xã <b>Mới</b>,Tập đoàn,1/4/2025\n").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    bad.says(
        "C2 : không có loại này; ghi một trong: HĐND, UBND tỉnh; Đảng, Mặt trận, đoàn thể; Sở, ban, ngành",
    );
    assert!(office.directory().await.agency("BL-MOI").is_none());
    let good = office.list("Mã,Tên cơ quan,Loại,Từ ngày\nBL-MOI,Xã <b>Mới</b>,UBND cấp xã,1/4/2025\n").await;
    assert_eq!(good.header("location"), format!("{address}?added=1&known=0"), "{}", good.words());
    office.get(good.header("location")).await.says("Đã nhập 1 cơ quan; 0 cơ quan đã có từ trước.");
    office.get("/co-quan?q=moi").await.says("Xã &#60;b&#62;Mới&#60;/b&#62;");

    let officer = Office::open(Role::Officer).await;
    assert_eq!(officer.get(address).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        officer.list("Mã,Tên cơ quan,Loại,Từ ngày\nA1,B,xã,1/4/2025\n").await.status,
        StatusCode::FORBIDDEN
    );
    assert!(!officer.get("/co-quan").await.text().contains(address));
}
