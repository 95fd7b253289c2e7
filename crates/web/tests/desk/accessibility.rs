//! The register of accessibility assessments over HTTP: refused with what was typed, recorded, withdrawn.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use axum::http::StatusCode;
use inform::assessment::register;
use sample::on_both;

use crate::office::open;

const AT: &str = "/so-tiep-can";

const FIELDS: [(&str, &str); 14] = [
    ("act", "record"),
    ("kind", "province"),
    ("name", "Cổng thông tin điện tử tỉnh"),
    ("address", "https://baclieu.gov.vn"),
    ("assessed_on", "2025-05-02"),
    ("assessor", "Văn phòng"),
    ("way", "hand"),
    ("way", "people"),
    ("standard", "circular26"),
    ("standing-perceivable", "part"),
    ("missing-perceivable", "Ảnh chưa có mô tả"),
    ("standing-operable", "holds"),
    ("standing-understandable", "holds"),
    ("standing-robust", "unseen"),
];

fn with(field: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    let put = |(name, was): (&'static str, &'static str)| (name, if name == field { value } else { was });
    FIELDS.map(put).into()
}

on_both! {
    async fn one_is_refused_in_words_recorded_and_withdrawn(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        office.get(&hoa, AT).await.says("Chưa ghi đánh giá nào.");
        for (field, value, wanted) in [
            ("missing-perceivable", "", "“Nhìn, nghe được”: khi chưa đạt hoặc đạt một phần thì ghi còn thiếu gì"),
            ("standing-perceivable", "holds", "thì không thể chọn “đạt”"),
            ("standing-robust", "", "kết quả của cả bốn nguyên tắc"),
            ("address", "javascript:alert(1)", "Cần ghi một địa chỉ bắt đầu bằng https://"),
            ("assessed_on", "2025-05-21", "Ngày đánh giá phải là hôm nay"),
            ("way", "program", "ghi tên chương trình"),
            ("way", "x", "Cần chọn trang nào"),
            ("standard", " ", "Cần chọn ít nhất một tiêu chuẩn."),
            ("name", "\u{200B}", "Cần ghi tên trang"),
        ] {
            let refused = office.post(&hoa, AT, &with(field, value)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            refused.says(wanted);
            assert!(field == "assessor" || refused.text().contains("value=\"Văn phòng\""), "what was typed stays");
        }
        assert!(register(&office.desk).await.unwrap().is_empty());

        let kept = office.post(&hoa, AT, &FIELDS).await;
        assert_eq!((kept.status, kept.header("location")), (StatusCode::SEE_OTHER, AT));
        office.post(&hoa, AT, &FIELDS).await.says("đã có một bản đánh giá cùng ngày");
        office.get(&hoa, AT).await.says("đạt một phần");
        let id = register(&office.desk).await.unwrap()[0].id.to_string();
        let take = |why| [("act", "withdraw"), ("id", id.as_str()), ("why", why)];
        office.post(&hoa, AT, &take(" ")).await.says("Cần ghi lý do");
        assert_eq!(office.post(&hoa, AT, &take("Ghi nhầm trang")).await.status, StatusCode::SEE_OTHER);
        office.get(&hoa, AT).await.says("Ghi nhầm trang");
        office.post(&hoa, AT, &take("Lại")).await.says("đã được thu hồi");
        assert_eq!(office.post(&hoa, AT, &[("act", "change")]).await.status, StatusCode::BAD_REQUEST);
    }

    async fn an_auditor_reads_without_a_form_and_an_officer_not_at_all(scratch: Scratch) {
        let office = open(&scratch).await;
        let auditor = office.seat("thu", Role::Auditor, "BL-VPUBND").await;
        let page = office.get(&auditor, AT).await;
        assert!(page.status == StatusCode::OK && !page.text().contains("name=\"standing-robust\""));
        assert_ne!(office.get(&office.lan().await, AT).await.status, StatusCode::OK);
    }
}
