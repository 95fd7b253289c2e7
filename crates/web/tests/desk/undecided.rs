//! Work that agencies left behind, and its way from agency to agency, at the front door.

#![allow(clippy::unwrap_used)]

use crate::office::{Office, open};
use accounts::{Role, audit};
use axum::http::StatusCode;
use jiff::civil::date;
use plan::assignment;

const UNDECIDED: &str = "/viec-cho-quyet-dinh";

/// An office in which a department that was split left two assignments to a person.
async fn split(scratch: &sample::Scratch) -> Office {
    let office = open(scratch).await;
    let mut tx = office.desk.store().begin().await.unwrap();
    for statement in [
        "UPDATE assignment SET agency = 'BL-SVHTTTTDL', origin = 'BL-SVHTTTTDL', undecided = TRUE WHERE id IN (1, 2)",
    ] {
        store::run!(&mut tx, sqlx::query(statement)).unwrap();
    }
    tx.commit().await.unwrap();
    office
}

sample::on_both! {
    async fn what_was_left_is_given_away_with_a_reason_and_shows_where_it_went(scratch: Scratch) {
        let office = split(&scratch).await;
        let hoa = office.hoa().await;
        let page = office.get(&hoa, UNDECIDED).await;
        page.says("2 việc do cơ quan đã kết thúc hoạt động để lại.");
        page.says("Phát hành &#60;b&#62;tài liệu");
        office.get(&hoa, "/bang-theo-doi?plan=thu").await.says("Quyết định cơ quan tiếp nhận");

        let chosen = [("agency", "BL-SVHTTTTDL"), ("it", "1"), ("it", "2"), ("words", "Theo Nghị quyết <i>")];
        let refused = office.post(&hoa, UNDECIDED, &chosen).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Đồng chí chưa chọn cơ quan tiếp nhận.");
        let wordless = [("agency", "BL-SVHTTTTDL"), ("it", "1"), ("to", "BL-STP")];
        office.post(&hoa, UNDECIDED, &wordless).await.says("Cần ghi lý do.");
        office.post(&hoa, UNDECIDED, &[("to", "BL-STP"), ("words", "x")]).await.says("Đồng chí chưa chọn việc nào.");
        let nobody = [chosen[0], chosen[1], ("other", "Sở Lạ"), chosen[3]];
        office.post(&hoa, UNDECIDED, &nobody).await.says("“Sở Lạ” không phải cơ quan đang hoạt động.");

        let one_is_not = [chosen[0], chosen[1], ("it", "3"), ("to", "BL-STP"), chosen[3]];
        assert_eq!(office.post(&hoa, UNDECIDED, &one_is_not).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(assignment::undecided(&office.desk).await.unwrap().len(), 2, "all are given, or none");
        let given = [chosen[0], chosen[1], chosen[2], ("other", "sở tư pháp"), chosen[3]];
        let done = office.post(&hoa, UNDECIDED, &given).await;
        assert_eq!(done.header("location"), format!("{UNDECIDED}?told=2"), "{}", done.words());
        let newest = audit::latest(office.desk.store()).await.unwrap();
        assert_eq!(office.post(&hoa, UNDECIDED, &given).await.status, StatusCode::SEE_OTHER);
        assert_eq!(audit::latest(office.desk.store()).await.unwrap(), newest, "sent twice it is given once");
        assert!(assignment::undecided(&office.desk).await.unwrap().is_empty());
        let page = office.get(&hoa, &format!("{UNDECIDED}?told=2")).await;
        page.says("Đã giao 2 việc.");
        page.says("Không còn việc nào chờ quyết định.");

        let history = office.get(&hoa, "/co-quan/BL-STP/qua-trinh").await;
        history.says("20/5/2025: theo quyết định");
        history.says("Sau Sở Tư pháp (BL-STP) Người thực hiện hoa Lý do Theo Nghị quyết &#60;i&#62; 2 việc");
        history.says("1.1-01, Quý I/2025");
        office.get(&hoa, "/co-quan/BL-SVHTTTTDL/qua-trinh").await.says("Sau Sở Tư pháp");
        office.get(&hoa, "/co-quan/BL-STP").await.says("Quá trình sáp nhập, chuyển giao");
        office.get(&hoa, "/co-quan/BL-SYT/qua-trinh").await.says("Chưa có việc nào chuyển đến hoặc chuyển đi.");
    }

    async fn nobody_else_decides_and_others_history_is_missing(scratch: Scratch) {
        let office = split(&scratch).await;
        let lan = office.lan().await;
        assert_eq!(office.get(&lan, UNDECIDED).await.status, StatusCode::FORBIDDEN);
        let given = [("it", "1"), ("to", "BL-SNV25"), ("words", "x")];
        assert_eq!(office.post(&lan, UNDECIDED, &given).await.status, StatusCode::FORBIDDEN);
        assert_eq!(assignment::undecided(&office.desk).await.unwrap().len(), 2);
        assert_eq!(office.get(&lan, "/co-quan/BL-SNV25/qua-trinh").await.status, StatusCode::OK);
        for other in ["BL-STP", "BL-KHONG"] {
            let page = office.get(&lan, &format!("/co-quan/{other}/qua-trinh")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{other}");
        }
        let an = office.seat("an", Role::Administrator, "BL-SNV25").await;
        assert_eq!(office.get(&an, "/co-quan/BL-SNV25/qua-trinh").await.status, StatusCode::FORBIDDEN);
        assert_eq!(office.desk.today, date(2025, 5, 20));
    }
}
