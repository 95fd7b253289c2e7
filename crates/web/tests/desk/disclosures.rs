//! What must be public in each commune, at the front door: the story of a late budget and a missed land plan, and
//! what citizens, communes and departments see.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use crate::door::Answer;
use crate::office::{Office, file, hidden, text};
use accounts::Role;
use axum::http::Method;
use inform::disclosure::arise;
use sample::{Scratch, on_both};
use web::App;

const COMMUNE: &str = "/cong-khai/BL-X-P2";
const FORM: &str = "application/x-www-form-urlencoded";

/// The site on 20 May 2025, when the first quarter has ended, and somebody of Phường 2.
async fn open(scratch: &Scratch) -> (App, Office, String) {
    let app = crate::door::staffed_app(scratch).await;
    let office = Office { site: web::router(app.clone()), desk: scratch.desk().await };
    arise(&office.desk).await.unwrap();
    let cookie = office.seat("ut", Role::Officer, "BL-X-P2").await;
    crate::door::renew(&app, &office.desk).await;
    (app, office, cookie)
}

/// The address of the commune's line of a duty.
async fn line_of(office: &Office, cookie: &str, duty: &str) -> String {
    let page = office.get(cookie, "/so-cong-khai").await;
    let end =
        page.text().find(&format!("-{duty}\"")).unwrap_or_else(|| panic!("no {duty}: {}", page.words()));
    let start = page.text()[..end].rfind('"').unwrap() + 1;
    format!("{}-{duty}", &page.text()[start..end])
}

async fn happened(office: &Office, cookie: &str, kind: &str, day: &str) -> Answer {
    let register = office.get(cookie, "/so-cong-khai").await;
    let form = hidden(register.text(), "form");
    let words = "QĐ 12/QĐ-UBND <b>về đất</b>";
    let fields =
        [("form", form.as_str()), ("agency", "BL-X-P2"), ("kind", kind), ("day", day), ("words", words)];
    office.post(cookie, "/so-cong-khai", &fields).await
}

async fn posted(office: &Office, cookie: &str, at: &str, places: &[&str], first: &str) -> Answer {
    let form = hidden(office.get(cookie, at).await.text(), "form");
    let mut parts = vec![text("form", &form), text("first", first), text("links", "https://x.vn/cong-khai")];
    parts.extend(places.iter().map(|place| text("place", place)));
    parts.push(file("bang-tin.pdf", b"%PDF-1.7\nbang tin"));
    office.upload(cookie, &format!("{at}/niem-yet"), &parts).await
}

async fn doubted(office: &Office, body: &str, client: &str) -> Answer {
    let headers = [("content-type", FORM), ("x-forwarded-for", client), ("sec-fetch-site", "same-origin")];
    crate::door::ask(&office.site, Method::POST, &format!("{COMMUNE}/khong-thay"), &headers, body).await
}

async fn public(office: &Office, address: &str) -> Answer {
    crate::door::ask(&office.site, Method::GET, address, &[], "").await
}

on_both! {
    async fn a_budget_comes_late_a_land_plan_is_missed_and_the_page_says_so(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        public(&office, COMMUNE).await.says("Chưa có đủ, đã quá hạn 35 ngày");
        let budget = line_of(&office, &ut, "CK04").await;
        office.get(&ut, &budget).await.says("Thiếu, quá hạn 35 ngày");
        let answer = posted(&office, &ut, &budget, &["tru_so", "nha_van_hoa", "trang_tin"], "2025-05-20").await;
        assert_eq!(answer.status, 303, "{}", answer.words());
        let page = office.get(&ut, answer.header("location")).await;
        page.says("Trang công khai của xã, phường đã được cập nhật");
        page.says("bang-tin.pdf");
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Đang công khai, có sau hạn 35 ngày");
        page.says("Quý I/2025");
        assert!(page.text().contains("https://x.vn/cong-khai") && !page.text().contains("bang-tin"));

        assert_eq!(happened(&office, &ut, "ke_hoach_su_dung_dat", "2025-05-12").await.status, 303);
        let land = line_of(&office, &ut, "CK11").await;
        posted(&office, &ut, &land, &["tru_so", "trang_tin"], "2025-05-19").await;
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Bảng tin tại trụ sở UBND : có từ ngày 19/5/2025");
        assert!(!page.text().contains("<b>về đất"), "words are escaped");

        let event = land.rsplit('/').next().unwrap().split('-').next().unwrap().to_owned();
        let answer = doubted(&office, &format!("event={event}&duty=CK11&place=tru_so"), "203.0.113.7").await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/cong-khai/BL-X-P2?told=doubted"));
        public(&office, answer.header("location")).await.says("Cảm ơn bạn");
        crate::door::renew(&app, &office.desk).await;
        public(&office, COMMUNE).await.says("có người báo không thấy ngày 20/5/2025, đang kiểm tra");

        let page = office.get(&ut, &land).await;
        page.says("Có người báo không thấy");
        let check = hidden(page.text(), "check");
        let fields = [("act", "settle"), ("check", check.as_str()), ("found", "absent"), ("words", "Gió thổi rách")];
        assert_eq!(office.post(&ut, &land, &fields).await.status, 303);
        assert_eq!(office.post(&ut, &land, &fields).await.status, 422, "nobody looks twice");
        crate::door::renew(&app, &office.desk).await;
        public(&office, COMMUNE).await.says("kiểm tra ngày 20/5/2025 không thấy");

        posted(&office, &ut, &land, &["tru_so"], "2025-05-20").await;
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Bảng tin tại trụ sở UBND : có từ ngày 20/5/2025");
        assert!(!page.words().contains("không thấy ngày"), "{}", page.words());
        public(&office, "/en/disclosures/BL-X-P2").await.says("Notice board at the People’s Committee : there since 20 May 2025");
    }

    async fn a_department_sees_its_own_subjects_and_others_nothing(scratch: Scratch) {
        let (_, office, ut) = open(&scratch).await;
        let budget = line_of(&office, &ut, "CK04").await;
        let finance = office.seat("tai-chinh", Role::Officer, "BL-STC25").await;
        let register = office.get(&finance, "/so-cong-khai?duty=CK04").await;
        register.says("Xã, phường theo nội dung");
        assert!(register.text().matches("-CK04\"").count() >= 10, "{}", register.words());
        let page = office.get(&finance, &budget).await;
        assert!(page.status == 200 && !page.text().contains("niem-yet\""), "a department posts nothing");
        let far = office.seat("y-te-2", Role::Officer, "BL-SYT").await;
        assert_eq!(office.get(&far, &budget).await.status, 404);
        office.get(&far, "/so-cong-khai").await.says("Không có việc nào như vậy");

        let sheet = office.get(&finance, "/so-cong-khai?agency=BL-X-P2&state=missing&format=csv").await;
        assert!(sheet.text().contains("CK04") && sheet.text().contains("tru_so;nha_van_hoa;trang_tin"));
        assert!(!sheet.text().contains("BL-X-P1"), "the sheet is what was asked for");
    }

    async fn what_is_refused_is_said_beside_what_was_typed(scratch: Scratch) {
        let (_, office, ut) = open(&scratch).await;
        let answer = happened(&office, &ut, "ke_hoach_su_dung_dat", "2025-05-21").await;
        assert_eq!(answer.status, 422);
        answer.says("Ngày 21/5/2025 chưa đến");
        assert!(answer.text().contains("QĐ 12/QĐ-UBND"), "what was typed stays");
        happened(&office, &ut, "ke_hoach_su_dung_dat", "2024-07-31").await.says("không có văn bản nào còn hiệu lực");
        let budget = line_of(&office, &ut, "CK04").await;
        let answer = posted(&office, &ut, &budget, &[], "2025-05-20").await;
        assert_eq!(answer.status, 422);
        answer.says("Chưa chọn nơi niêm yết");
        for at in ["/so-cong-khai/1", "/so-cong-khai/x-CK04", "/so-cong-khai/999999-CK04", "/so-cong-khai/tep/77"] {
            assert_eq!(office.get(&ut, at).await.status, 404, "{at}");
        }
    }

    async fn who_says_it_too_often_is_held_back_and_nobody_else(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        let budget = line_of(&office, &ut, "CK04").await;
        posted(&office, &ut, &budget, &["tru_so"], "2025-05-20").await;
        crate::door::renew(&app, &office.desk).await;
        let event = budget.rsplit('/').next().unwrap().split('-').next().unwrap().to_owned();
        let body = format!("event={event}&duty=CK04&place=tru_so");
        let mut told = Vec::new();
        for _ in 0..8 {
            told.push(doubted(&office, &body, "203.0.113.9").await.header("location").to_owned());
        }
        assert!(told[..6].iter().all(|at| at.ends_with("doubted")) && told[6..].iter().all(|at| at.ends_with("wait")));
        assert!(doubted(&office, &body, "203.0.113.10").await.header("location").ends_with("doubted"));
        // What is not of this commune, or no place, is missing; what hangs nowhere cannot be missed.
        for wrong in ["event=999999&duty=CK04&place=tru_so".to_owned(), format!("event={event}&duty=CK04&place=x")] {
            assert_eq!(doubted(&office, &wrong, "203.0.113.11").await.status, 404);
        }
        let nowhere = doubted(&office, &format!("event={event}&duty=CK04&place=trang_tin"), "203.0.113.12").await;
        assert!(nowhere.header("location").ends_with("changed"));
    }
}

#[tokio::test]
async fn communes_are_found_without_marks_and_have_a_notice_that_leads_back() {
    let scratch = Scratch::sqlite();
    let (_, office, _) = open(&scratch).await;
    let page = public(&office, "/cong-khai?q=hiep+thanh").await;
    page.says("xã Hiệp Thành");
    assert!(!page.words().contains("Phường 2"), "{}", page.words());
    public(&office, "/cong-khai?q=zzzz").await.says("Không có xã, phường nào như vậy");
    let headers = [("host", "papi.vn")];
    let address = format!("{COMMUNE}/to-niem-yet");
    let poster = crate::door::ask(&office.site, Method::GET, &address, &headers, "").await;
    assert!(poster.text().contains("<svg") && poster.header("cache-control").starts_with("private"));
    poster.says("http://papi.vn/cong-khai/BL-X-P2");
    poster.says("Trong quý xã đã thu, chi bao nhiêu tiền");
    for missing in ["/cong-khai/BL-SNV25", "/cong-khai/x", "/cong-khai/x/to-niem-yet"] {
        assert_eq!(public(&office, missing).await.status, 404, "{missing}");
    }
    let map = public(&office, "/sitemap.xml").await;
    assert!(map.text().contains("/en/disclosures/BL-X-P2"));
}
