//! The list of web links, over HTTP: refused, added, moved, changed, shown below public pages, dropped.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use axum::http::StatusCode;
use inform::link::shown;
use sample::on_both;

use crate::door;
use crate::office::{Office, open};

const AT: &str = "/so-lien-ket";

async fn add(office: &Office, cookie: &str, name: &str, address: &str) -> door::Answer {
    office.post(cookie, AT, &[("act", "add"), ("name", name), ("name_en", ""), ("address", address)]).await
}

on_both! {
    async fn a_link_is_added_moved_changed_and_dropped(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        office.get(&hoa, AT).await.says("Chưa có liên kết nào.");
        for (name, address, wanted) in [
            (" ", "https://chinhphu.vn", "Cần ghi tên"),
            ("<b>x", "javascript:alert(1)", "Cần ghi một địa chỉ bắt đầu bằng https://"),
            ("<b>x", "http://chinhphu.vn", "Cần ghi một địa chỉ bắt đầu bằng https://"),
            ("<b>x", "https://a:b@chinhphu.vn", "không chứa tên đăng nhập hay mật khẩu"),
        ] {
            let refused = add(&office, &hoa, name, address).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
            refused.says(wanted);
            assert!(refused.text().contains(&format!("name=\"address\" value=\"{address}\"")), "it stays");
            assert!(!refused.text().contains("<b>x"));
        }
        for (name, address) in [("Chính phủ", "https://chinhphu.vn"), ("PAPI", "https://papi.org.vn")] {
            assert_eq!(add(&office, &hoa, name, address).await.status, StatusCode::SEE_OTHER);
        }
        add(&office, &hoa, "Khác", "https://papi.org.vn/").await.says("Tên hoặc địa chỉ này đã có trong danh sách.");
        let id = shown(office.desk.store()).await.unwrap()[1].id.to_string();
        let moved = office.post(&hoa, AT, &[("act", "move"), ("id", &id), ("place", "1")]).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER);
        assert_eq!(shown(office.desk.store()).await.unwrap()[0].name, "PAPI");

        let form = office.get(&hoa, &format!("{AT}?id={id}")).await;
        assert!(form.text().contains("value=\"https://papi.org.vn/\""));
        assert_eq!(office.get(&hoa, &format!("{AT}?id=999")).await.status, StatusCode::NOT_FOUND);
        let change = |name| [("act", "change"), ("id", id.as_str()), ("name", name), ("name_en", "The PAPI index"), ("address", "https://papi.org.vn")];
        let refused = office.post(&hoa, AT, &change("")).await;
        refused.says("Cần ghi tên");
        assert!(refused.text().contains("value=\"change\""), "it is still the same link that is changed");
        assert_eq!(office.post(&hoa, AT, &change("Chỉ số PAPI")).await.status, StatusCode::SEE_OTHER);
        office.get(&hoa, "/en/link-register").await.says("The PAPI index");
        assert_eq!(office.post(&hoa, AT, &[("act", "drop"), ("id", &id)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(office.post(&hoa, AT, &[("act", "drop"), ("id", &id)]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(shown(office.desk.store()).await.unwrap().len(), 1);
        assert_eq!(office.post(&hoa, AT, &[("act", "x")]).await.status, StatusCode::BAD_REQUEST);
    }

    async fn a_leader_reads_without_a_form_and_an_officer_not_at_all(scratch: Scratch) {
        let office = open(&scratch).await;
        let leader = office.seat("hai", Role::Leader, "BL-UBND").await;
        let page = office.get(&leader, AT).await;
        assert!(page.status == StatusCode::OK && !page.text().contains("name=\"address\""));
        assert_ne!(office.get(&office.lan().await, AT).await.status, StatusCode::OK);
    }

    async fn every_public_page_shows_them_in_its_language_and_no_desk_does(scratch: Scratch) {
        let office = open(&scratch).await;
        let app = door::staffed_app(&scratch).await;
        let office = Office { site: web::router(app.clone()), ..office };
        assert!(!office.get("", "/").await.text().contains("class=\"links\""), "nothing to show");
        let hoa = office.hoa().await;
        let both = [("act", "add"), ("name", "Chính <phủ>"), ("name_en", "Government"), ("address", "https://chinhphu.vn")];
        office.post(&hoa, AT, &both).await;
        add(&office, &hoa, "Tỉnh", "https://baclieu.gov.vn").await;
        door::renew(&app, &office.desk).await;
        for address in ["/", "/tin-tuc", "/xep-hang", "/khong-co"] {
            let page = office.get("", address).await;
            page.says("Liên kết web");
            let link = "<a href=\"https://chinhphu.vn/\" rel=\"noopener noreferrer\">Chính &#60;phủ&#62;</a>";
            assert!(page.text().contains(link), "{address}: {}", page.text());
        }
        let english = office.get("", "/en/news").await;
        english.says("Other sites");
        assert!(english.text().contains("rel=\"noopener noreferrer\">Government</a>"));
        assert!(english.text().contains("rel=\"noopener noreferrer\" lang=\"vi\">Tỉnh</a>"));
        assert!(!office.get(&hoa, "/viec-cua-toi").await.text().contains("class=\"links\""));
    }
}
