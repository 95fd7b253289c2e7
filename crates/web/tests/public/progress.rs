//! Promises and progress at the front door, for anyone, in both languages.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use crate::plan_rows::{Task, assignment, plan, report, task};
use accounts::Desk;
use axum::Router;
use axum::http::StatusCode;
use jiff::civil::date;
use sample::{Scratch, town};

/// The demonstration with a plan of 2025 on top: one task late, one done late, one that is not public.
async fn site() -> Router {
    let scratch = Scratch::sqlite();
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    lay(&desk).await;
    crate::door::staffed(&scratch).await
}

async fn lay(desk: &Desk) {
    plan(desk, "kh-2025", "published", date(2025, 5, 19)).await;
    task(desk, "kh-2025", Task { what: "<b>Công khai</b> thu chi", ..Task::new(9001, "1.1-01", "BL-STP") })
        .await;
    let communication =
        Task {
            section: "TT", what: "Đọc bản tin", rhythm: "once", ..Task::new(9002, "TT-01", "BL-SNV")
        };
    task(desk, "kh-2025", communication).await;
    task(desk, "kh-2025", Task { public: false, what: "Việc kín", ..Task::new(9003, "1.1-02", "BL-SYT") })
        .await;
    assignment(desk, 9001, 9001, "BL-STP", 3).await;
    assignment(desk, 9002, 9002, "BL-SNV", 4).await;
    assignment(desk, 9003, 9003, "BL-SYT", 3).await;
    report(desk, 9002, 1, "accepted", (4, 25)).await;
}

#[tokio::test]
async fn what_was_promised_is_shown_with_its_delay_in_both_languages() {
    let site = site().await;
    let page = crate::door::read_of(&site, "/tien-do").await;
    assert_eq!(page.status, StatusCode::OK);
    page.says("Đã hoàn thành 1/2 nhiệm vụ; 1 nhiệm vụ trễ hạn, lâu nhất 61 ngày.");
    page.says("Trễ hạn 61 ngày : Sở Tư pháp –");
    page.says("Công tác truyền thông 1/1");
    page.says("tính đến ngày 20/5/2025");
    page.says("số liệu mẫu");
    let english = crate::door::read_of(&site, "/en/progress").await;
    english.says("1 of 2 tasks done; 1 task late, the longest by 61 days.");
}

#[tokio::test]
async fn what_is_not_public_and_what_reports_say_shows_nowhere() {
    let site = site().await;
    for address in [
        "/tien-do",
        "/tien-do?content=1",
        "/tien-do?agency=BL-SNV",
        "/api/v1/progress",
        "/api/v1/progress?format=csv",
    ] {
        let page = crate::door::read_of(&site, address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        for secret in ["Việc kín", "BL-SYT", "Lời của báo cáo", "Vướng mắc", "Kiến nghị", "Lý do trả lại"]
        {
            assert!(!page.text().contains(secret), "{secret} is at {address}");
        }
    }
    assert_eq!(crate::door::read_of(&site, "/tien-do?agency=BL-SYT").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_content_and_an_agency_have_their_pages_and_unknown_ones_are_missing() {
    let site = site().await;
    let content = crate::door::read_of(&site, "/tien-do?content=1").await;
    content.says(
        "1.1-01 &lt;b&gt;Công khai&lt;/b&gt; thu chi"
            .replace("&lt;", "&#60;")
            .replace("&gt;", "&#62;")
            .as_str(),
    );
    content.says("Hạn hoàn thành 20/3/2025");
    let agency = crate::door::read_of(&site, "/en/progress?agency=BL-SNV").await;
    agency.says("Done, 5 days late");
    for address in
        ["/tien-do?content=9", "/tien-do?agency=X", "/en/progress?plan=x", "/tien-do?content=1&agency=BL-SNV"]
    {
        let status = crate::door::read_of(&site, address).await.status;
        let wanted = if address.contains("content=1&") { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(status, wanted, "{address}");
    }
}

#[tokio::test]
async fn without_a_published_plan_the_page_says_so() {
    let page = crate::door::read_of(&crate::door::empty().await, "/tien-do").await;
    page.says("Chưa có kế hoạch nào được công bố.");
}

#[tokio::test]
async fn machines_get_the_same_rows_as_json_and_as_csv() {
    let site = site().await;
    let answer = crate::door::read_of(&site, "/api/v1/progress?plan=kh-2025&content=1").await;
    let rows: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 1);
    let row = &rows[0];
    assert_eq!(
        (row["agency"].as_str(), row["status"].as_str(), row["days_late"].as_i64()),
        (Some("BL-STP"), Some("late"), Some(61))
    );
    let csv = crate::door::read_of(&site, "/api/v1/progress?plan=kh-2025&format=csv").await;
    assert_eq!(csv.text().lines().count(), 3);
}

#[tokio::test]
async fn a_plan_with_every_agency_late_weighs_less_than_100_kb() {
    let scratch = Scratch::sqlite();
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    plan(&desk, "kh-2025", "published", date(2025, 5, 19)).await;
    let agencies = ["BL-STP", "BL-SNV", "BL-SYT", "BL-STC"];
    for n in 0..70 {
        let what = "Tổ chức ít nhất một buổi sinh hoạt ấp, khóm mỗi quý có nội dung phổ biến chính sách mới";
        task(&desk, "kh-2025", Task { what, ..Task::new(9000 + n, "1.1-01", "@xa").coded(n) }).await;
        for (place, agency) in agencies.into_iter().enumerate() {
            assignment(&desk, 9000 + n * 4 + place as i64, 9000 + n, agency, 3).await;
        }
    }
    let site = crate::door::staffed(&scratch).await;
    for address in ["/tien-do", "/tien-do?content=1", "/tien-do?agency=BL-STP"] {
        let weight = crate::door::read_of(&site, address).await.body.len();
        assert!(weight < 100_000, "{address} weighs {weight}");
    }
}

#[tokio::test]
async fn the_interface_describes_every_field_that_is_answered() {
    let site = site().await;
    let read = async |address| -> serde_json::Value {
        serde_json::from_slice(&crate::door::read_of(&site, address).await.body).unwrap()
    };
    let (description, rows) = (read("/api/v1/openapi.json").await, read("/api/v1/progress").await);
    assert!(description["paths"]["/api/v1/progress"]["get"].is_object());
    let described = &description["components"]["schemas"]["ProgressRow"]["properties"];
    for field in rows[0].as_object().unwrap().keys() {
        assert!(described[field].is_object(), "{field}");
    }
}

#[tokio::test]
async fn a_promise_is_found_at_its_card() {
    // The database has to be there while it is asked.
    let scratch = Scratch::sqlite();
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    lay(&desk).await;
    let site = crate::door::staffed(&scratch).await;
    let page = crate::door::read_of(&site, "/tim-kiem?q=doc+ban+tin").await;
    let link = "/tien-do?plan=kh-2025&#38;content=TT#nv-kh-2025-TT-01";
    let alone = "/tien-do?content=TT#nv-kh-2025-TT-01";
    assert!(page.text().contains(link) || page.text().contains(alone), "{}", page.text());
    let card = crate::door::read_of(&site, "/tien-do?plan=kh-2025&content=TT").await;
    assert!(card.text().contains("id=\"nv-kh-2025-TT-01\""), "{}", card.text());
}

#[tokio::test]
async fn the_calendar_tells_days_to_come_and_leads_to_the_promise() {
    let scratch = Scratch::sqlite();
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    lay(&desk).await;
    task(&desk, "kh-2025", Task { what: "Mở điểm hỏi đáp", ..Task::new(9004, "1.1-03", "BL-STP") }).await;
    assignment(&desk, 9004, 9004, "BL-STP", 6).await;
    let site = crate::door::staffed(&scratch).await;
    let calendar = crate::door::read_of(&site, "/lich.ics").await.text().replace("\r\n ", "");
    let days: Vec<&str> =
        calendar.lines().filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).collect();
    assert!(!days.is_empty() && days.iter().all(|day| *day >= "20250520"), "{calendar}");
    assert!(
        calendar.contains("Mở điểm hỏi đáp") && !calendar.contains("Công khai</b> thu chi"),
        "{calendar}"
    );
    assert!(calendar.contains("#nv-kh-2025-1-1-03"), "{calendar}");
}
