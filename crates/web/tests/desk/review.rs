//! The review queue at the front door.

use crate::office::{FIRST, Office, hidden, open, text};
use accounts::Role;
use sample::on_both;

/// A queue with a report on the first assignment and one for a body outside; both cookies.
async fn waiting(office: &Office) -> (String, String) {
    let (lan, hoa) = (office.lan().await, office.hoa().await);
    office.sent(&lan, "Đã <u>phát</u>").await;
    let [form, number, version] = office.form(&hoa, "/viec/3").await;
    let parts =
        [text("form", &form), text("number", &number), text("version", &version), text("done", "Đã ký")];
    office.upload(&hoa, "/viec/3/gui", &parts).await;
    (lan, hoa)
}

/// What the boxes «Đã xem» stand for.
fn boxes(page: &str) -> Vec<String> {
    let from = page.split("name=\"seen\" value=\"").skip(1);
    from.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

on_both! {
    async fn the_queue_shows_each_report_and_its_filters_stay_in_the_address(scratch: Scratch) {
        let office = open(&scratch).await;
        let (_, hoa) = waiting(&office).await;
        let page = office.get(&hoa, "/tham-dinh").await;
        page.says("2 báo cáo chờ thẩm định, gửi trước xếp trước.");
        page.says("1.1-01 · Quý I/2025 · Sở Nội vụ");
        page.says("6.1-01 · 2025 · Công an tỉnh Bạc Liêu Đã gửi, chờ thẩm định báo cáo thay");
        assert!(page.text().contains("Đã &#60;u&#62;phát") && !page.text().contains("<u>"));
        let one = office.get(&hoa, "/tham-dinh?agency=BL-CA25").await;
        one.says("1 báo cáo chờ thẩm định");
        assert!(one.text().contains("action=\"/tham-dinh?agency=BL-CA25\""), "a decision comes back to the same filter");
        office.get(&hoa, "/tham-dinh?state=resubmitted").await.says("Không có báo cáo nào phù hợp.");
        office.get(&hoa, "/en/review?section=6").await.says("One report waits for review.");
    }

    async fn a_report_is_returned_with_a_reason_sent_again_and_accepted(scratch: Scratch) {
        let office = open(&scratch).await;
        let (lan, hoa) = waiting(&office).await;
        let report = hidden(office.get(&hoa, "/tham-dinh").await.text(), "report");
        let bare = office.post(&hoa, "/tham-dinh", &[("act", "return"), ("report", &report), ("reason", " ")]).await;
        assert_eq!(bare.status, 409);
        bare.says("Hãy ghi lý do trả lại.");
        let back = office.post(&hoa, "/tham-dinh", &[("act", "return"), ("report", &report), ("reason", "Thiếu ảnh")]).await;
        assert_eq!(back.header("location"), "/tham-dinh?told=returned-1");

        let page = office.get(&lan, FIRST).await;
        page.says("Báo cáo bị trả lại: Thiếu ảnh");
        office.sent(&lan, "Đã phát, có ảnh").await;
        office.get(&lan, FIRST).await.says("Đã gửi lại, chờ thẩm định");

        let queue = office.get(&hoa, "/tham-dinh?state=resubmitted").await;
        let report = hidden(queue.text(), "report");
        let done = office.post(&hoa, "/tham-dinh?state=resubmitted", &[("act", "accept"), ("report", &report)]).await;
        assert_eq!(done.header("location"), "/tham-dinh?state=resubmitted&told=accepted-1");
        office.get(&lan, FIRST).await.says("Đính chính báo cáo đã được chấp nhận");
    }

    async fn only_those_looked_at_are_accepted_together_and_one_that_changed_is_not(scratch: Scratch) {
        let office = open(&scratch).await;
        let (_, hoa) = waiting(&office).await;
        let seen = boxes(office.get(&hoa, "/tham-dinh").await.text());
        assert_eq!(seen.len(), 2);
        office.post(&hoa, "/tham-dinh", &[("act", "batch")]).await.says("Chưa đánh dấu “Đã xem” báo cáo nào.");
        office.post(&hoa, "/tham-dinh", &[("act", "return"), ("report", &seen[0]), ("reason", "Thiếu")]).await;

        let both = office.post(&hoa, "/tham-dinh", &[("act", "batch"), ("seen", &seen[0]), ("seen", &seen[1])]).await;

        assert_eq!(both.status, 409);
        both.says("Có 1 báo cáo đã thay đổi hoặc đã được xử lý");
        both.says("Không có báo cáo nào chờ thẩm định.");
    }

    async fn pressing_accept_twice_says_the_same_twice(scratch: Scratch) {
        let office = open(&scratch).await;
        let (_, hoa) = waiting(&office).await;
        let report = hidden(office.get(&hoa, "/tham-dinh").await.text(), "report");
        for _ in 0..2 {
            let done = office.post(&hoa, "/tham-dinh", &[("act", "accept"), ("report", &report)]).await;
            assert_eq!(done.header("location"), "/tham-dinh?told=accepted-1");
        }
    }

    async fn a_later_day_is_granted_in_the_queue_and_counts_on_the_page(scratch: Scratch) {
        let office = open(&scratch).await;
        let (lan, hoa) = (office.lan().await, office.hoa().await);
        office.post(&lan, "/viec/1/gia-han", &[("form", "a"), ("until", "2025-05-30"), ("why", "mưa <b>bão</b>")]).await;
        let queue = office.get(&hoa, "/tham-dinh").await;
        assert!(queue.text().contains("mưa &#60;b&#62;bão"));
        let id = hidden(queue.text(), "extension");
        let done = office.post(&hoa, "/tham-dinh", &[("act", "grant"), ("extension", &id), ("until", "2025-05-28")]).await;
        assert_eq!(done.header("location"), "/tham-dinh?told=granted-1");
        let page = office.get(&lan, FIRST).await;
        page.says("Hạn báo cáo 28/5/2025 hạn ban đầu 20/3/2025");
        page.says("Đã hẹn lại 1 lần.");
    }

    async fn who_does_not_review_sees_no_buttons_or_no_queue(scratch: Scratch) {
        let office = open(&scratch).await;
        let (lan, _) = waiting(&office).await;
        assert_eq!(office.get(&lan, "/tham-dinh").await.status, 403);
        let auditor = office.seat("kt", Role::Auditor, "BL-UBND").await;
        let page = office.get(&auditor, "/tham-dinh").await;
        page.says("2 báo cáo chờ thẩm định");
        assert!(!page.text().contains("value=\"accept\""));
        let leader = office.seat("ct", Role::Leader, "BL-UBND").await;
        let report = "1:1";
        let refused = office.post(&leader, "/tham-dinh", &[("act", "accept"), ("report", report)]).await;
        assert_eq!(refused.status, 403);
    }
}
