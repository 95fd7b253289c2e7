//! The annex of a plan at the front door: sent, settled, taken, downloaded; by whom, and what is refused in words.

#![allow(clippy::unwrap_used)]

use crate::door::Answer;
use crate::office::{Office, hidden, open};
use accounts::{Role, audit};
use axum::http::StatusCode;
use jiff::civil::date;
use plan::plan::State;
use plan::{Plan, task};
use rust_xlsxwriter::{Format, Workbook};
use sample::{Scratch, town};

const ANNEX: &str = "/ke-hoach/nhap/phu-luc";
const TASKS: &[u8] = include_bytes!("../../../../data/practice/tasks.csv");

/// An office with a plan that is being drafted, on the day of Plan 193/KH-UBND.
async fn drafting(scratch: &Scratch) -> Office {
    let office = open(scratch).await;
    let plan = Plan {
        slug: "nhap".to_owned(),
        title: "Nâng PAPI".to_owned(),
        title_en: String::new(),
        document: Some("193-kh-ubnd".to_owned()),
        unit: town::UNIT.to_owned(),
        first: date(2021, 12, 17),
        last: date(2025, 12, 31),
        calendar: "par".to_owned(),
        state: State::Draft,
        published_on: None,
        closed_on: None,
        copied_from: None,
        source: String::new(),
    };
    plan::draft(&office.desk, &plan).await.unwrap();
    office
}

/// An annex as offices make them: a title, a group across the table, a merged cell, a typing error, words for agencies,
/// time and content that nobody can be sure of, and scripts.
fn messy() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Phụ lục <i>").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 6, "PHỤ LỤC PHÂN CÔNG NHIỆM VỤ", &plain).unwrap();
    let rows: [[&str; 7]; 4] = [
        ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian thực hiện", "Sản phẩm", "Nội dung thành phần"],
        [
            "1",
            "Phổ biến <script>alert(1)</script>",
            "Sở Tư phápp",
            "Các đơn vị <b>liên quan</b>",
            "Khi cần",
            "Báo cáo",
            "Dân bàn",
        ],
        ["2", "Đối thoại", "Sở Nội vụ", "", "Quý II/2025", "Biên bản", "1.1"],
        ["3", "Tập huấn", "", "Sở Tư phápp", "Hằng năm", "Lớp", "1.1"],
    ];
    for (row, cells) in (2..).zip(rows) {
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, column, text).unwrap();
        }
    }
    sheet.merge_range(4, 2, 5, 2, "Sở Nội vụ", &plain).unwrap();
    book.save_to_buffer().unwrap()
}

async fn send(office: &Office, cookie: &str, name: &str, bytes: &[u8]) -> Answer {
    let mark = hidden(office.get(cookie, ANNEX).await.text(), "form");
    office.upload(cookie, ANNEX, &[("form", None, mark.as_bytes()), ("file", Some(name), bytes)]).await
}

async fn tasks(office: &Office) -> Vec<plan::Task> {
    task::of_plan(&office.desk, "nhap").await.unwrap()
}

sample::on_both! {
    async fn a_messy_annex_is_sent_settled_and_taken_once(scratch: Scratch) {
        let office = drafting(&scratch).await;
        let hoa = office.hoa().await;
        let page = office.get(&hoa, ANNEX).await;
        page.says("Kế hoạch chưa có nhiệm vụ nào");
        page.says("Chưa có tên gọi nào được ghi nhớ");
        let sent = send(&office, &hoa, "phụ lục \"<img src=x>.xlsx", &messy()).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
        let step = sent.header("location").to_owned();

        let page = office.get(&hoa, &step).await;
        page.says("3 chỗ cần xử lý trước khi nhập.");
        page.says("“Sở Tư phápp” Tên này chỉ cơ quan nào? Ô: C4, D6 Sở Tư pháp");
        page.says("&#60;b&#62;liên quan");
        for raw in ["<script>", "<img", "<b>liên", "<i>"] {
            assert!(!page.text().contains(raw), "{raw}");
        }
        assert!(tasks(&office).await.is_empty(), "nothing is written yet");
        office.get(&hoa, ANNEX).await.says("Tệp đang chờ xử lý phụ lục");

        let refused = office.post(&hoa, &step, &[("act", "settle")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Đồng chí chưa trả lời chỗ nào.");
        let written = "Các đơn vị <b>liên quan</b";
        let wrong = [("act", "settle"), ("topic-1", "agency"), ("written-1", written), ("other-1", "Sở Lạ")];
        let refused = office.post(&hoa, &step, &wrong).await;
        refused.says("Không có cơ quan hoặc nhóm cơ quan nào tên “Sở Lạ”");
        assert!(refused.text().contains("value=\"Sở Lạ\""), "what was typed stays");
        let answers = [
            ("act", "settle"), ("topic-0", "agency"), ("written-0", "Sở Tư phápp"), ("means-0", "BL-STP"),
            ("topic-1", "agency"), ("written-1", written), ("means-1", "-"),
        ];
        assert_eq!(office.post(&hoa, &step, &answers).await.header("location"), step);

        let page = office.get(&hoa, &step).await;
        page.says("Phụ lục nhập được.");
        page.says("Mới 3: NV-01, 1-01, 1-02");
        page.says("2 chỗ chưa rõ, có thể xác định trước khi nhập");
        let settle = [
            ("act", "settle"), ("topic-0", "period"), ("written-0", "Khi cần"), ("means-0", "Thường xuyên"),
            ("topic-1", "content"), ("written-1", "Dân bàn"), ("other-1", "1.2"),
        ];
        assert_eq!(office.post(&hoa, &step, &settle).await.status, StatusCode::SEE_OTHER);
        let seen = hidden(office.get(&hoa, &step).await.text(), "seen");
        let take = [("act", "take"), ("seen", seen.as_str())];
        assert_eq!(office.post(&hoa, &step, &take).await.header("location"), step);
        let taken = audit::latest(office.desk.store()).await.unwrap();
        assert_eq!(office.post(&hoa, &step, &take).await.header("location"), step, "the same form again");
        assert_eq!(audit::latest(office.desk.store()).await.unwrap(), taken, "takes nothing twice");

        office.get(&hoa, &step).await.says("Mới 3: 1-01 , 1-02 , 1-03");
        let first = &tasks(&office).await[0].terms;
        assert_eq!((first.lead.as_deref(), first.rhythm.as_str()), (Some("BL-STP"), "continuous"));
        assert_eq!((first.items.as_slice(), first.what.as_str()), (["1.2".to_owned()].as_slice(), "Phổ biến <script>alert(1)</script>"));
        let plan = office.get(&hoa, "/ke-hoach/nhap").await;
        assert!(plan.text().contains("&#60;script") && !plan.text().contains("<script>alert"));

        office.get(&hoa, ANNEX).await.says("Cơ quan: “Sở Tư phápp” → Sở Tư pháp");
        let forget = [("topic", "agency"), ("written", "Sở Tư phápp")];
        assert_eq!(office.post(&hoa, ANNEX, &forget).await.status, StatusCode::SEE_OTHER);
        assert!(!office.get(&hoa, ANNEX).await.words().contains("phápp"));
    }

    async fn a_published_plan_takes_the_same_again_and_changes_with_a_document_only(scratch: Scratch) {
        let office = drafting(&scratch).await;
        let hoa = office.hoa().await;
        let step = send(&office, &hoa, "tasks.csv", TASKS).await.header("location").to_owned();
        assert_eq!(office.post(&hoa, &step, &[("act", "take")]).await.status, StatusCode::SEE_OTHER);
        let mut tx = office.desk.store().begin().await.unwrap();
        store::run!(&mut tx, sqlx::query("UPDATE plan SET state = 'published' WHERE slug = 'nhap'")).unwrap();
        tx.commit().await.unwrap();

        for address in ["/ke-hoach/nhap/phu-luc.csv", "/ke-hoach/nhap/phu-luc.xlsx"] {
            let file = office.get(&hoa, address).await;
            assert_eq!(file.status, StatusCode::OK);
            let name = address.rsplit('/').next().unwrap();
            let step = send(&office, &hoa, name, &file.body).await.header("location").to_owned();
            let page = office.get(&hoa, &step).await;
            page.says("Phụ lục giống hệt kế hoạch: không có gì để nhập.");
            assert!(!page.text().contains("value=\"take\""));
        }
        let text = String::from_utf8(TASKS.to_vec()).unwrap().replace("Số km đường được duy tu", "Số km đường đã sửa");
        let step = send(&office, &hoa, "sua.csv", text.as_bytes()).await.header("location").to_owned();
        let page = office.get(&hoa, &step).await;
        page.says("Số đo Số km đường được duy tu → Số km đường đã sửa");
        let refused = office.post(&hoa, &step, &[("act", "take")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Sau khi ban hành, mọi thay đổi cần văn bản làm căn cứ.");
        let stale = office.post(&hoa, &step, &[("act", "take"), ("seen", "x"), ("document", "95-kl-tu")]).await;
        stale.says("Trong lúc đồng chí xem, kế hoạch đã có thay đổi.");
        let done = office.post(&hoa, &step, &[("act", "take"), ("document", "95-kl-tu")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.words());
        let by = |it: &plan::Task| it.amended_by.as_deref() == Some("95-kl-tu");
        assert_eq!(tasks(&office).await.iter().filter(|it| by(it)).count(), 1);
    }

    async fn who_may_not_is_refused_and_a_draft_is_not_there_for_others(scratch: Scratch) {
        let office = drafting(&scratch).await;
        let (hoa, lan) = (office.hoa().await, office.lan().await);
        let step = send(&office, &hoa, "tasks.csv", TASKS).await.header("location").to_owned();
        for address in [ANNEX, step.as_str(), "/ke-hoach/nhap/phu-luc.xlsx"] {
            assert_eq!(office.get(&lan, address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        let parts: [crate::office::Part<'_>; 2] = [("form", None, b"mark-of-a-form-16"), ("file", Some("a.csv"), TASKS)];
        assert_eq!(office.upload(&lan, ANNEX, &parts).await.status, StatusCode::FORBIDDEN);
        for act in ["take", "drop"] {
            assert_eq!(office.post(&lan, &step, &[("act", act)]).await.status, StatusCode::FORBIDDEN, "{act}");
        }
        let settle = [("act", "settle"), ("topic-0", "agency"), ("written-0", "x"), ("means-0", "-")];
        assert_eq!(office.post(&lan, &step, &settle).await.status, StatusCode::FORBIDDEN);
        let forget = [("topic", "agency"), ("written", "x")];
        assert_eq!(office.post(&lan, ANNEX, &forget).await.status, StatusCode::FORBIDDEN);
        assert!(tasks(&office).await.is_empty());

        let auditor = office.seat("minh", Role::Auditor, "BL-VPUBND").await;
        let page = office.get(&auditor, ANNEX).await;
        page.says("Tải XLSX");
        assert!(!page.text().contains("type=\"file\""), "who changes nothing is offered nothing");
        assert_eq!(office.post(&hoa, &step, &[("act", "drop")]).await.header("location"), ANNEX);
        assert_eq!(office.get(&hoa, &step).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_is_no_annex_is_refused_in_words_and_kept_nowhere() {
    let scratch = Scratch::sqlite();
    let office = drafting(&scratch).await;
    let hoa = office.hoa().await;
    let refusals: [(&str, &[u8], &str); 3] = [
        ("a.xlsx", b"%PDF-1.7 x", "Không nhận tệp này: không phải tệp CSV hoặc XLSX. Cần tệp CSV hoặc XLSX."),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "không phải tệp CSV hoặc XLSX"),
        ("", b"", "Đồng chí chưa chọn tệp."),
    ];
    for (name, bytes, says) in refusals {
        let answer = send(&office, &hoa, name, bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        answer.says(says);
    }
    let large = send(&office, &hoa, "a.csv", &vec![b'x'; plan::annex::LARGEST + 1]).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
    large.says("Tệp lớn hơn 4 MB.");
    let beyond = send(&office, &hoa, "a.csv", &vec![b'x'; 33 << 20]).await;
    assert_eq!(beyond.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(!beyond.words().is_empty(), "the page says so");
    assert!(!office.get(&hoa, ANNEX).await.words().contains("Tệp đang chờ"));
}

#[tokio::test]
async fn every_state_of_the_page_is_small_with_the_seventy_tasks() {
    let scratch = Scratch::sqlite();
    let office = drafting(&scratch).await;
    let hoa = office.hoa().await;
    let nobody = String::from_utf8(TASKS.to_vec()).unwrap().replace("BL-", "Cơ quan lạ số ");
    let wrong = send(&office, &hoa, "la.csv", nobody.as_bytes()).await.header("location").to_owned();
    let ready = send(&office, &hoa, "tasks.csv", TASKS).await.header("location").to_owned();
    for address in [ANNEX, wrong.as_str(), ready.as_str()] {
        let english = address.replace("/ke-hoach", "/en/plans").replace("phu-luc", "annex");
        for address in [address.to_owned(), english] {
            let page = office.get(&hoa, &address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert!(page.body.len() <= 100_000, "{address}: {}", page.body.len());
        }
    }
}
