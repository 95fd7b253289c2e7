//! Groups of agencies at the front door: made, renamed, and agencies put in and out from a day on.

#![allow(clippy::unwrap_used)]

use crate::office::open;
use accounts::{Role, audit};
use axum::http::StatusCode;

const GROUPS: &str = "/quan-tri/nhom-co-quan";

sample::on_both! {
    async fn an_administrator_makes_a_group_and_puts_agencies_in_and_out(scratch: Scratch) {
        let office = open(&scratch).await;
        let an = office.seat("an", Role::Administrator, "BL-SNV25").await;
        office.get(&an, "/co-quan").await.says("Nhóm cơ quan");
        let fields = [("code", "cac-hoi"), ("name", "Các <b>hội</b>"), ("first", "2025-01-01")];
        let made = office.post(&an, GROUPS, &fields).await;
        let one = made.header("location").to_owned();
        assert_eq!(one, "/quan-tri/nhom-co-quan/@cac-hoi", "{}", made.words());
        let again = office.post(&an, GROUPS, &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        again.says("Đã có cơ quan mang mã @cac-hoi");

        let page = office.get(&an, &one).await;
        page.says("Ngày này nhóm không chỉ cơ quan nào.");
        assert!(!page.text().contains("<b>hội"), "what is typed is text");
        let put = [("act", "put"), ("agency", "BL-STP"), ("included", "1"), ("from", "2025-05-20")];
        assert_eq!(office.post(&an, &one, &put).await.header("location"), format!("{one}?on=2025-05-20"));
        let newest = audit::latest(office.desk.store()).await.unwrap();
        office.post(&an, &one, &put).await;
        assert_eq!(audit::latest(office.desk.store()).await.unwrap(), newest, "sent twice it is put in once");
        let page = office.get(&an, &one).await;
        page.says("1 cơ quan trong nhóm, ngày 20/5/2025");
        page.says("từ 20/5/2025: Sở Tư pháp – thuộc nhóm");
        office.get(&an, &format!("{one}?on=2025-05-19")).await.says("Ngày này nhóm không chỉ cơ quan nào.");
        let out = [("act", "put"), ("agency", "BL-STP"), ("included", "0"), ("from", "2025-06-01")];
        office.post(&an, &one, &out).await;
        office.get(&an, &format!("{one}?on=2025-06-01")).await.says("0 cơ quan trong nhóm, ngày 1/6/2025");

        let stale = office.post(&an, &one, &[("act", "rename"), ("was", "x"), ("name", "Hội")]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        stale.says("Có người vừa đổi tên nhóm");
        let no_day = office.post(&an, &one, &[("act", "put"), ("agency", "BL-STP"), ("included", "1")]).await;
        no_day.says("Chưa có ngày.");
    }

    async fn nobody_else_sees_or_changes_groups(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        for address in [GROUPS, "/quan-tri/nhom-co-quan/@so"] {
            assert_eq!(office.get(&hoa, address).await.status, StatusCode::FORBIDDEN, "{address}");
        }
        let put = [("act", "put"), ("agency", "BL-STP"), ("included", "0"), ("from", "2025-05-20")];
        let refused = office.post(&hoa, "/quan-tri/nhom-co-quan/@so", &put).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
}
