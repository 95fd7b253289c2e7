//! My work, at the front door.

use crate::office::open;
use accounts::Role;
use sample::on_both;

on_both! {
    async fn my_work_shows_what_is_late_with_its_days_and_leads_to_the_report(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;

        let page = office.get(&lan, "/viec-cua-toi").await;

        page.says("1 Trễ hạn");
        page.says("1.1-01 · Quý I/2025");
        page.says("trễ 61 ngày");
        page.says("1 Sắp đến hạn");
        assert!(page.text().contains("href=\"/viec/1\"") && !page.text().contains("href=\"/viec/3\""));
        assert!(!page.text().contains("<b>tài liệu</b>"), "a task's words are escaped");
        office.get(&lan, "/en/work").await.says("61 days late");
    }

    async fn what_was_sent_back_comes_first_with_its_reason(scratch: Scratch) {
        let office = open(&scratch).await;
        let (lan, hoa) = (office.lan().await, office.hoa().await);
        office.sent(&lan, "Đã phát").await;
        let queue = office.get(&hoa, "/tham-dinh").await;
        let report = crate::office::hidden(queue.text(), "report");
        office.post(&hoa, "/tham-dinh", &[("act", "return"), ("report", &report), ("reason", "Thiếu <i>ảnh</i>")]).await;

        let page = office.get(&lan, "/viec-cua-toi").await;

        page.says("1 Bị trả lại");
        assert!(page.text().contains("Thiếu &#60;i&#62;ảnh"), "{}", page.text());
    }

    async fn an_agency_without_work_and_a_post_without_reports_are_told_so(scratch: Scratch) {
        let office = open(&scratch).await;
        let hai = office.seat("hai", Role::Officer, "BL-STC25").await;
        office.get(&hai, "/viec-cua-toi").await.says("Cơ quan hiện không có nhiệm vụ nào phải báo cáo.");
        let admin = office.seat("qt", Role::Administrator, "BL-VPUBND").await;
        office.get(&admin, "/viec-cua-toi").await.says("Chức vụ của đồng chí không có nhiệm vụ phải báo cáo.");
    }

    async fn what_else_waits_is_counted_for_who_may_do_it(scratch: Scratch) {
        let office = open(&scratch).await;
        let writer = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let leader = office.seat("hai", Role::Leader, "BL-UBND").await;
        assert!(!office.get(&leader, "/viec-cua-toi").await.text().contains("Việc chờ xử lý"));
        let new = [
            ("section", "notice"),
            ("agency", "BL-SVHTTDL"),
            ("author", "Ban biên tập"),
            ("title-vi", "Lịch tiếp dân"),
            ("summary-vi", "Ngày nào."),
            ("body-vi", "Ngày 15"),
        ];
        office.post(&writer, "/so-tin-bai/bai-moi", &new).await;
        let waits = office.get(&leader, "/viec-cua-toi").await;
        waits.says("1 tin bài chờ duyệt");
        assert!(waits.text().contains("href=\"/so-tin-bai?state=draft\""));
        assert!(!office.get(&writer, "/viec-cua-toi").await.text().contains("tin bài chờ duyệt"), "nobody approves their own");
        office.get(&leader, "/en/work").await.says("1 articles to approve");
    }
}
