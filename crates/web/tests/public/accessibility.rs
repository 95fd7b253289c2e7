//! Accessibility assessments at the front door: what stands, what stood, what is old, what was withdrawn, and none at all.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use axum::http::{Method, StatusCode};
use inform::assessment::{Draft, Finding, Kind, Standard, Standing, Way, record, withdraw};
use jiff::civil::{Date, date};
use sample::on_both;

use crate::door::{ask, staffed};

fn draft(day: Date) -> Draft {
    let finding = |standing, missing: &str| Finding { standing, missing: missing.into(), mended_by: None };
    Draft {
        kind: Kind::Own,
        name: "Trang <b>này</b>".into(),
        address: String::new(),
        assessed_on: day,
        assessor: "Sở Nội vụ".into(),
        ways: vec![Way::Program],
        program: "axe-core".into(),
        standards: vec![Standard::Wcag22],
        findings: [
            finding(Standing::Part, "Ảnh <script>cũ</script> chưa có mô tả"),
            finding(Standing::Holds, ""),
            finding(Standing::Holds, ""),
            finding(Standing::Unseen, ""),
        ],
        otherwise: "Gọi 0291 000 000".into(),
    }
}

on_both! {
    async fn where_none_was_made_the_page_says_so(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let page = ask(&site, Method::GET, "/tiep-can", &[], "").await;
        page.says("Chưa có đánh giá nào.");
        page.says("không có nghĩa là trang đã đạt");
        assert!(page.text().contains("href=\"/hoi-dap\""));
        ask(&site, Method::GET, "/en/accessibility", &[], "").await.says("No assessment has been made yet.");
        assert!(ask(&site, Method::GET, "/gioi-thieu", &[], "").await.text().contains("href=\"/tiep-can\""));
        assert_eq!(ask(&site, Method::GET, "/tiep-can/1", &[], "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(ask(&site, Method::GET, "/tiep-can/x", &[], "").await.status, StatusCode::NOT_FOUND);
    }

    async fn what_was_promised_and_not_mended_is_overdue(scratch: Scratch) {
        let (site, desk) = (staffed(&scratch).await, scratch.desk().await);
        let mut late = draft(date(2025, 4, 1));
        late.findings[0].mended_by = Some(date(2025, 5, 17));
        record(&desk, &late).await.unwrap();
        let page = ask(&site, Method::GET, "/tiep-can", &[], "").await;
        page.says("Đã hẹn khắc phục đến ngày 17/5/2025, nay quá hạn 3 ngày");
        assert!(!page.words().contains("Sẽ khắc phục"));
    }

    async fn the_newest_stands_and_the_earlier_stays_at_its_address(scratch: Scratch) {
        let (site, desk) = (staffed(&scratch).await, scratch.desk().await);
        let first = record(&desk, &draft(date(2025, 4, 1))).await.unwrap();
        let second = record(&desk, &draft(date(2025, 5, 2))).await.unwrap();
        let page = ask(&site, Method::GET, "/tiep-can", &[], "").await;
        page.says("Ngày đánh giá: 2/5/2025");
        page.says("Còn chỗ chưa đạt");
        page.says("bằng chương trình (axe-core)");
        page.says("chưa xem xét");
        page.says("Chưa hỏi ý kiến người khuyết tật.");
        page.says("Chưa định ngày khắc phục");
        page.says("Gọi 0291 000 000");
        assert!(!page.text().contains("<script>cũ") && !page.text().contains("<b>này"));
        assert!(page.text().contains(&format!("href=\"/tiep-can/{}\">1/4/2025", first.id)));
        let earlier = ask(&site, Method::GET, &format!("/tiep-can/{}", first.id), &[], "").await;
        earlier.says("Đây không phải bản mới nhất");
        let newest = ask(&site, Method::GET, &format!("/en/accessibility/{}", second.id), &[], "").await;
        newest.says("not looked at");
        assert!(!newest.text().contains("not the newest"));
        assert!(newest.text().contains("lang=\"vi\">Ảnh"));
    }

    async fn one_that_was_withdrawn_says_why_and_an_old_one_says_that_it_is(scratch: Scratch) {
        let (site, desk) = (staffed(&scratch).await, scratch.desk().await);
        let wrong = record(&desk, &draft(date(2025, 5, 2))).await.unwrap();
        withdraw(&desk, wrong.id, "Ghi nhầm <i>trang</i>").await.unwrap();
        record(&desk, &draft(date(2024, 5, 19))).await.unwrap();
        let gone = ask(&site, Method::GET, &format!("/tiep-can/{}", wrong.id), &[], "").await;
        assert_eq!(gone.status, StatusCode::GONE);
        gone.says("Ghi nhầm &#60;i&#62;trang");
        assert!(!gone.text().contains("<i>trang"));
        ask(&site, Method::GET, "/tiep-can", &[], "").await.says("Đánh giá này đã quá một năm.");
    }
}
