//! The register of sections that must be kept fresh, over HTTP: refused, kept, changed, told as it stands, downloaded, dropped.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use axum::http::StatusCode;
use inform::portal::{Look, Trouble, looked, sections};
use jiff::civil::date;
use sample::on_both;

use crate::office::open;

const AT: &str = "/so-cong-thong-tin";

fn fields<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let own = [
        ("act", "keep"),
        ("name", "=Công khai <b>ngân sách"),
        ("address", "https://baclieu.gov.vn/ngan-sach"),
        ("agency", "BL-SNV25"),
        ("ground", "Thông tư 343/2016/TT-BTC"),
        ("days", "7"),
    ];
    let put = |(name, was): (&'a str, &'a str)| {
        (name, more.iter().find(|(of, _)| *of == name).map_or(was, |(_, value)| *value))
    };
    let others = more.iter().filter(|(name, _)| own.iter().all(|(of, _)| of != name));
    own.into_iter().map(put).chain(others.copied()).collect()
}

on_both! {
    async fn a_section_is_kept_told_as_it_stands_and_dropped(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        office.get(&hoa, AT).await.says("Chưa có chuyên mục nào trong sổ.");
        for (field, value, wanted) in [
            ("name", " ", "Cần ghi tên chuyên mục"),
            ("address", "javascript:alert(1)", "Cần ghi một địa chỉ"),
            ("address", "https://a:b@baclieu.gov.vn", "Cần ghi một địa chỉ"),
            ("agency", "KHONG-CO", "Cần chọn một cơ quan"),
            ("ground", "", "Cần ghi căn cứ"),
            ("days", "x", "Số ngày phải từ 1 đến 366."),
        ] {
            let refused = office.post(&hoa, AT, &fields(&[(field, value)])).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            refused.says(wanted);
        }
        assert_eq!(office.post(&hoa, AT, &fields(&[])).await.status, StatusCode::SEE_OTHER);
        office.post(&hoa, AT, &fields(&[])).await.says("Địa chỉ này đã có trong sổ.");
        let page = office.get(&hoa, AT).await;
        page.says("chưa xem lần nào");
        page.says("Chương trình chỉ thấy phần chữ của trang");
        assert!(!page.text().contains("<b>ngân sách"));

        assert!(!page.words().contains("không có đuôi .gov.vn: chương trình chỉ xem"));
        let other = fields(&[("name", "Báo"), ("address", "https://baocamau.vn/tin")]);
        assert_eq!(office.post(&hoa, AT, &other).await.status, StatusCode::SEE_OTHER);
        office.get(&hoa, AT).await.says("Máy chủ không có đuôi .gov.vn: chương trình chỉ xem khi người vận hành đã cho phép");
        let other = sections(&office.desk).await.unwrap().into_iter().find(|one| one.name == "Báo").unwrap().id.to_string();
        office.post(&hoa, AT, &[("act", "drop"), ("id", &other)]).await;

        let section = sections(&office.desk).await.unwrap().remove(0);
        let see = async |day, text: Result<&str, Trouble>| {
            let look = Look { status: Some(200), text: text.map(str::to_owned) };
            looked(&office.desk.on(day), &[(section.clone(), look)]).await.unwrap();
        };
        see(date(2025, 5, 1), Ok("a")).await;
        see(date(2025, 5, 20), Ok("a")).await;
        office.get(&hoa, AT).await.says("quá hạn 12 ngày");
        let csv = office.get(&hoa, &format!("{AT}?format=csv")).await;
        assert!(csv.header("content-type").starts_with("text/csv"));
        assert!(csv.text().contains(",7,quá hạn 12 ngày,,2025-05-20"), "{}", csv.text());
        assert!(!csv.text().contains("\n=Công") , "no formula: {}", csv.text());
        see(date(2025, 5, 20), Err(Trouble::Robots)).await;
        let page = office.get(&hoa, AT).await;
        page.says("không xem được: trang không cho chương trình đọc (robots.txt) (HTTP 200)");
        see(date(2025, 5, 20), Ok("b")).await;
        office.get(&hoa, "/en/portal-register").await.says("fresh");

        let id = section.id.to_string();
        let form = office.get(&hoa, &format!("{AT}?id={id}")).await;
        assert!(form.text().contains("value=\"Thông tư 343/2016/TT-BTC\""));
        assert_eq!(office.get(&hoa, &format!("{AT}?id=999")).await.status, StatusCode::NOT_FOUND);
        let changed = fields(&[("id", &id), ("days", "31")]);
        assert_eq!(office.post(&hoa, AT, &changed).await.status, StatusCode::SEE_OTHER);
        assert_eq!(sections(&office.desk).await.unwrap()[0].days, 31);
        assert_eq!(office.post(&hoa, AT, &[("act", "drop"), ("id", &id)]).await.status, StatusCode::SEE_OTHER);
        assert!(sections(&office.desk).await.unwrap().is_empty());
        assert_eq!(office.post(&hoa, AT, &[("act", "x")]).await.status, StatusCode::BAD_REQUEST);
    }

    async fn a_leader_reads_without_a_form_and_an_officer_not_at_all(scratch: Scratch) {
        let office = open(&scratch).await;
        let leader = office.seat("hai", Role::Leader, "BL-UBND").await;
        let page = office.get(&leader, AT).await;
        assert!(page.status == StatusCode::OK && !page.text().contains("name=\"ground\""));
        let lan = office.lan().await;
        assert_ne!(office.get(&lan, AT).await.status, StatusCode::OK);
        assert_ne!(office.get(&lan, &format!("{AT}?format=csv")).await.status, StatusCode::OK);
    }
}
