//! The board and the page of an agency: who sees what, filters in the address, the sheet.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use crate::door::Answer;
use crate::plan_rows::{Task, assignment, cooperate, plan, report, task};
use accounts::Desk;
use axum::Router;
use axum::http::{Method, StatusCode};
use jiff::civil::date;
use sample::{Scratch, town};
use store::{Value, insert_many};

/// The demonstration with a plan of 2025 on top, and people at posts to sign in.
struct House {
    site: Router,
    desk: Desk,
    /// The database is here as long as this is.
    _scratch: Scratch,
}

impl House {
    async fn open() -> Self {
        let scratch = Scratch::sqlite();
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        lay(&desk).await;
        people(&desk).await;
        Self { site: crate::door::staffed(&scratch).await, desk, _scratch: scratch }
    }

    /// A page as somebody at a post reads it.
    async fn read(&self, person: i64, address: &str) -> Answer {
        let cookie = crate::door::sign_in(&self.desk, person, &format!("p{person}")).await;
        crate::door::ask(&self.site, Method::GET, address, &[("cookie", &cookie)], "").await
    }
}

const BODY: i64 = 9001;
const OFFICER: i64 = 9002;
const ADMINISTRATOR: i64 = 9003;
const LEADER: i64 = 9004;
const COMMUNE: i64 = 9005;

async fn people(desk: &Desk) {
    const PERSON: &str = "INSERT INTO person (id, account, name, made_at) VALUES {rows}";
    const POST: &str = "INSERT INTO post (code, name, agency, role, began) VALUES {rows}";
    const HOLDING: &str = "INSERT INTO holding (post, person, deputy, began) VALUES {rows}";
    let began = date(2025, 1, 1);
    let seats = [
        (BODY, "standing_body", "BL-SNV25"),
        (OFFICER, "officer", "BL-STP"),
        (ADMINISTRATOR, "administrator", "BL-SNV25"),
        (LEADER, "leader", "BL-UBND"),
        (COMMUNE, "head", "BL-X-P2"),
    ];
    let mut tx = desk.store().begin().await.unwrap();
    let text = |text: String| Value::from(text);
    let person = seats.map(|(id, ..)| {
        [id.into(), text(format!("nguoi{id}")), text(format!("Người {id}")), desk.now.into()]
    });
    insert_many(&mut tx, PERSON, person).await.unwrap();
    let post = seats.map(|(id, role, agency)| {
        [text(format!("p{id}")), "Chức vụ".into(), agency.into(), role.into(), began.into()]
    });
    insert_many(&mut tx, POST, post).await.unwrap();
    let holding = seats.map(|(id, ..)| [text(format!("p{id}")), id.into(), false.into(), began.into()]);
    insert_many(&mut tx, HOLDING, holding).await.unwrap();
    tx.commit().await.unwrap();
}

async fn lay(desk: &Desk) {
    plan(desk, "kh-2025", "published", date(2025, 5, 19)).await;
    task(desk, "kh-2025", Task { what: "<b>Công khai</b> thu chi", ..Task::new(9001, "1.1-01", "BL-STP") })
        .await;
    let hidden =
        Task { section: "TT", what: "Việc kín", public: false, ..Task::new(9002, "TT-01", "BL-SYT") };
    task(desk, "kh-2025", hidden).await;
    cooperate(desk, 9001, &["@xa"], "1.1").await;
    assignment(desk, 9001, 9001, "BL-STP", 3).await;
    assignment(desk, 9002, 9001, "BL-STP", 4).await;
    assignment(desk, 9003, 9002, "BL-SYT", 4).await;
    report(desk, 9002, 1, "accepted", (4, 25)).await;
}

#[tokio::test]
async fn the_standing_body_sees_counts_and_each_assignment_in_both_languages() {
    let house = House::open().await;
    let page = house.read(BODY, "/bang-theo-doi").await;
    assert_eq!(page.status, StatusCode::OK);
    page.says("Tổng số 3 việc được giao: hoàn thành 1, trong đó chậm 1; trễ hạn 2, lâu nhất 61 ngày.");
    page.says("Danh sách: 3 việc");
    page.says("Sở Tư pháp 2 1/2 1 Trễ hạn (61 ngày)");
    assert!(page.text().contains("&#60;b&#62;Công khai") && !page.text().contains("<b>Công khai"));
    assert!(page.text().contains("href=\"/viec/9001\""));
    let english = house.read(BODY, "/en/board").await;
    english.says("3 assignments in all: 1 done, 1 of them late; 2 late, the longest by 61 days.");
}

#[tokio::test]
async fn an_officer_sees_all_counts_and_the_own_and_cooperating_assignments_only() {
    let house = House::open().await;
    for (person, found) in
        [(OFFICER, "Danh sách: 2 việc"), (COMMUNE, "Danh sách: 2 việc"), (LEADER, "Danh sách: 3 việc")]
    {
        let page = house.read(person, "/bang-theo-doi").await;
        page.says("Tổng số 3 việc");
        page.says(found);
        assert_eq!(page.text().contains("Việc kín"), person == LEADER, "{person}");
    }
    let sheet = house.read(OFFICER, "/bang-theo-doi?format=csv").await;
    assert_eq!(sheet.text().lines().count(), 3);
    assert!(sheet.header("content-type").starts_with("text/csv") && !sheet.text().contains("Việc kín"));
}

#[tokio::test]
async fn who_has_no_board_is_refused_and_a_stranger_is_sent_to_sign_in() {
    let house = House::open().await;
    assert_eq!(house.read(ADMINISTRATOR, "/bang-theo-doi").await.status, StatusCode::FORBIDDEN);
    assert_ne!(crate::door::read_of(&house.site, "/bang-theo-doi").await.status, StatusCode::OK);
    assert_eq!(house.read(BODY, "/bang-theo-doi?plan=x").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_filter_is_in_the_address_and_in_the_form() {
    let house = House::open().await;
    let page = house.read(BODY, "/bang-theo-doi?agency=BL-STP&status=late&q=cong+khai&sort=late").await;
    page.says("Danh sách: 1 việc");
    assert!(page.text().contains("<option value=\"BL-STP\" selected>"));
    assert!(page.text().contains("name=\"q\" type=\"search\" value=\"cong khai\""));
    assert!(page.text().contains("name=\"sort\" value=\"late\""));
    house.read(BODY, "/bang-theo-doi?q=%3Cscript%3E").await.says("Không có việc nào phù hợp.");
}

#[tokio::test]
async fn an_agencys_record_is_for_itself_and_who_reads_all() {
    let house = House::open().await;
    for (person, whole) in [(BODY, true), (OFFICER, true), (COMMUNE, false), (ADMINISTRATOR, false)] {
        let page = house.read(person, "/co-quan/BL-STP").await;
        assert_eq!(page.status, StatusCode::OK);
        page.says("Sở Tư pháp");
        assert_eq!(page.words().contains("Kết quả thực hiện"), whole, "{person}");
        assert_eq!(page.words().contains("Nhiệm vụ đã công khai"), !whole, "{person}");
    }
    let record = house.read(BODY, "/en/agencies/BL-STP").await;
    record.says(
        "2 assignments in all: 1 done, 1 of them late; 1 late, the longest by 61 days. Nothing was extended.",
    );
    house.read(BODY, "/co-quan/BL-X-P2").await.says("Nhiệm vụ phối hợp");
    assert_eq!(house.read(BODY, "/co-quan/X").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_not_public_of_another_agency_is_not_told() {
    let house = House::open().await;
    let page = house.read(OFFICER, "/co-quan/BL-SYT").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains("Việc kín"));
    page.says("Cơ quan chưa có nhiệm vụ trong kế hoạch đã công bố.");
}

#[tokio::test]
async fn a_full_board_weighs_less_than_100_kb() {
    let house = House::open().await;
    let communes: Vec<&'static str> = vec!["BL-X-P2", "BL-X-P3", "BL-STC", "BL-SNV25"];
    for n in 100..150 {
        let what = "Tổ chức ít nhất một buổi sinh hoạt ấp, khóm mỗi quý có nội dung phổ biến chính sách mới";
        task(&house.desk, "kh-2025", Task { what, ..Task::new(9000 + n, "", "@xa").coded(n) }).await;
        for (place, agency) in (0..).zip(&communes) {
            assignment(&house.desk, 10_000 + n * 10 + place, 9000 + n, agency, 3).await;
        }
    }
    for address in ["/bang-theo-doi", "/bang-theo-doi?page=2", "/co-quan/BL-X-P2"] {
        let weight = house.read(BODY, address).await.body.len();
        assert!(weight < 100_000, "{address} weighs {weight}");
    }
    house.read(BODY, "/bang-theo-doi?page=2").await.says("Trang trước Trang sau");
}
