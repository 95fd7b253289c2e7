//! What must be public in each commune, at the front door: the story of a late budget and a missed land plan, and
//! what citizens, communes and departments see.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod told;
mod weight;

use crate::door::Answer;
use crate::office::{Office, hidden, text};
use crate::question::flood::{attribute, worked};
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
    let links: Vec<String> = places.iter().map(|place| format!("link-{place}")).collect();
    let mut parts = vec![text("form", &form), text("first", first)];
    parts.extend(places.iter().map(|place| text("place", place)));
    parts.extend(links.iter().map(|link| text(link, "https://x.vn/cong-khai")));
    parts.push(("file-tru_so", Some("bang-tin.pdf"), b"%PDF-1.7\nbang tin\nstartxref\n9\n%%EOF\n"));
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
        public(&office, COMMUNE).await.says("Còn thiếu, đã quá hạn 35 ngày");
        let budget = line_of(&office, &ut, "CK04").await;
        office.get(&ut, &budget).await.says("Thiếu, quá hạn 35 ngày");
        let answer = posted(&office, &ut, &budget, &["tru_so", "nha_van_hoa", "trang_tin"], "2025-05-20").await;
        assert_eq!(answer.status, 303, "{}", answer.words());
        let page = office.get(&ut, answer.header("location")).await;
        page.says("Trang công khai của xã, phường đã được cập nhật");
        page.says("bang-tin.pdf");
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Đang công khai (chậm 35 ngày)");
        page.says("Quý I/2025");
        assert!(page.text().contains("https://x.vn/cong-khai") && !page.text().contains("bang-tin"));

        assert_eq!(happened(&office, &ut, "ke_hoach_su_dung_dat", "2025-05-12").await.status, 303);
        let land = line_of(&office, &ut, "CK11").await;
        posted(&office, &ut, &land, &["tru_so", "trang_tin"], "2025-05-19").await;
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Bảng tin tại trụ sở UBND : niêm yết từ ngày 19/5/2025");
        assert!(!page.text().contains("<b>về đất"), "words are escaped");

        let event = land.rsplit('/').next().unwrap().split('-').next().unwrap().to_owned();
        let answer = doubted(&office, &format!("event={event}&duty=CK11&place=tru_so"), "203.0.113.7").await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/cong-khai/BL-X-P2?told=doubted"));
        public(&office, answer.header("location")).await.says("Cảm ơn ông, bà");
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
        page.says("Bảng tin tại trụ sở UBND : niêm yết từ ngày 20/5/2025");
        assert!(!page.words().contains("không thấy ngày"), "{}", page.words());
        public(&office, "/en/disclosures/BL-X-P2").await.says("Notice board at the People’s Committee : posted since 20 May 2025");
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
        assert!(sheet.text().contains("CK04") && sheet.text().contains("Bảng tin tại trụ sở UBND; Nhà văn hóa ấp, khóm; Trang thông tin điện tử"));
        assert!(!sheet.text().contains("BL-X-P1"), "the sheet is what was asked for");
        assert!(sheet.text().starts_with("\u{feff}Mã số,Nội dung,Mã cơ quan,\"Xã, phường\","), "{}", sheet.text());
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

    async fn past_thirty_an_hour_a_small_work_says_it_for_that_place_and_nobody_else_waits(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        let budget = line_of(&office, &ut, "CK04").await;
        posted(&office, &ut, &budget, &["tru_so"], "2025-05-20").await;
        crate::door::renew(&app, &office.desk).await;
        let event = budget.rsplit('/').next().unwrap().split('-').next().unwrap().to_owned();
        let body = format!("event={event}&duty=CK04&place=tru_so");
        for _ in 0..30 {
            assert!(doubted(&office, &body, "203.0.113.9").await.header("location").ends_with("doubted"));
        }
        let held = doubted(&office, &body, "203.0.113.9").await;
        assert_eq!(held.status, 429);
        held.says("báo lại sau 60 phút");
        let (form, bits) = (hidden(held.text(), "form"), attribute(&held, "data-bits").parse().unwrap());
        assert_eq!(attribute(&held, "data-ticket"), format!("{form}:{event}:CK04:tru_so"));
        let work = worked(&attribute(&held, "data-ticket"), bits);
        let elsewhere = format!("event={event}&duty=CK04&place=trang_tin&form={form}&work={work}");
        assert_eq!(doubted(&office, &elsewhere, "203.0.113.9").await.status, 429, "work for another place");
        let forged = format!("{body}&form=x{form}&work={work}");
        assert_eq!(doubted(&office, &forged, "203.0.113.9").await.status, 429);
        let done = doubted(&office, &format!("{body}&form={form}&work={work}"), "203.0.113.9").await;
        assert!(done.header("location").ends_with("doubted"), "{}", done.words());
        assert!(doubted(&office, &body, "203.0.113.10").await.header("location").ends_with("doubted"));
        // What is not of this commune, or no place, is missing; what hangs nowhere cannot be missed.
        for wrong in ["event=999999&duty=CK04&place=tru_so".to_owned(), format!("event={event}&duty=CK04&place=x")] {
            assert_eq!(doubted(&office, &wrong, "203.0.113.11").await.status, 404);
        }
        let nowhere = doubted(&office, &format!("event={event}&duty=CK04&place=trang_tin"), "203.0.113.12").await;
        assert!(nowhere.header("location").ends_with("changed"));
    }
}

on_both! {
    async fn a_place_that_nobody_ticked_is_not_posted_and_one_without_proof_is_refused(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        let budget = line_of(&office, &ut, "CK04").await;
        let page = office.get(&ut, &budget).await;
        assert!(!page.text().contains(" checked"), "nothing is ticked beforehand");
        let form = hidden(page.text(), "form");
        let first = text("first", "2025-05-20");
        let at = format!("{budget}/niem-yet");
        let bare = [text("form", &form), first, text("place", "tru_so"), text("place", "loa"), text("link-nha_van_hoa", "https://x.vn")];
        let answer = office.upload(&ut, &at, &bare).await;
        assert_eq!(answer.status, 422);
        answer.says("Bảng tin tại trụ sở UBND: cần một ảnh, một đường dẫn, hoặc ghi vì sao không có");
        assert!(answer.text().contains("value=\"tru_so\" checked") && answer.text().contains("value=\"https://x.vn\""));

        let said = [text("form", &form), first, text("place", "tru_so"), text("why-tru_so", "Máy ảnh <hư>")];
        let answer = office.upload(&ut, &at, &said).await;
        assert_eq!(answer.status, 303, "{}", answer.words());
        office.get(&ut, &budget).await.says("không kèm minh chứng – Máy ảnh &#60;hư&#62;");
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Bảng tin tại trụ sở UBND : niêm yết từ ngày 20/5/2025 đến 19/6/2025 (không kèm minh chứng)");
        assert!(!page.words().contains("Máy ảnh"), "why is for officials");
    }

    async fn what_was_recorded_by_mistake_is_struck_out_and_stays_to_be_read(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        let budget = line_of(&office, &ut, "CK04").await;
        posted(&office, &ut, &budget, &["tru_so", "nha_van_hoa", "trang_tin"], "2025-05-20").await;
        let page = office.get(&ut, &budget).await;
        page.says("Hủy dòng ghi nhầm");
        let posting = hidden(page.text(), "posting");
        let strike = |reason| [("act", "strike"), ("posting", posting.as_str()), ("reason", reason)];
        assert_eq!(office.post(&ut, &budget, &strike(" ")).await.status, 422);
        assert_eq!(office.post(&ut, &budget, &strike("Nhầm <b>quý</b>")).await.status, 303);
        let page = office.get(&ut, &budget).await;
        page.says("Đã hủy vì ghi nhầm ngày 20/5/2025");
        page.says("(ut): Nhầm &#60;b&#62;quý&#60;/b&#62;");
        page.says("Thiếu, quá hạn 35 ngày");
        let far = office.seat("y-te-3", Role::Officer, "BL-SYT").await;
        assert_eq!(office.post(&far, &budget, &strike("x")).await.status, 404);
        crate::door::renew(&app, &office.desk).await;
        let page = public(&office, COMMUNE).await;
        page.says("Còn thiếu, đã quá hạn 35 ngày");
        assert!(!page.text().contains("x.vn/cong-khai") && !page.words().contains("Nhầm"));
    }

    async fn what_a_commune_recorded_nothing_of_is_listed_asked_after_and_answered(scratch: Scratch) {
        let (app, office, ut) = open(&scratch).await;
        let page = public(&office, COMMUNE).await;
        page.says("Đang công khai: 0 việc. Đang chờ công khai: 0 việc. Còn thiếu: 2 việc. Chưa ghi nhận: 24 việc.");
        page.says("Phường chưa ghi nhận những việc này");
        public(&office, "/en/disclosures/BL-X-P2").await.says("The ward has recorded nothing");
        page.says("Giá đất Nhà nước quy định");
        assert!(!page.words().contains("Bản đồ quy hoạch xây dựng"), "a ward has no such plan");
        assert!(page.text().len() < 100_000, "{}", page.text().len());
        for none in ["hiểu biết chung", "đối chiếu"] {
            assert!(!page.words().contains(none), "{none} is no business of a citizen");
        }
        let link = "/hoi-dap?place=BL-X-P2&amp;kind=information&amp;about=CK12".replace("&amp;", "&");
        assert!(page.text().contains(&link.replace('&', "&#38;")) || page.text().contains(&link.replace('&', "&amp;")) || page.text().contains(&link));
        let asked = public(&office, &link).await;
        asked.says("Tôi muốn xem: Giá đất Nhà nước quy định.");
        assert!(asked.text().contains("value=\"BL-X-P2\" selected") && !asked.words().contains("đối chiếu"));
        let index = public(&office, "/cong-khai?q=phuong+2").await;
        index.says("chưa ghi gì 2 24");

        let answer = doubted(&office, "duty=CK12", "203.0.113.7").await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/cong-khai/BL-X-P2?told=sought"));
        public(&office, answer.header("location")).await.says("Đã báo cho phường");
        for wrong in ["duty=CK10", "duty=CK99", "event=x&duty=CK12", "duty="] {
            let status = doubted(&office, wrong, "203.0.113.8").await.status;
            assert!(status.is_client_error(), "{wrong}: {status}");
        }
        crate::door::renew(&app, &office.desk).await;
        public(&office, COMMUNE).await.says("Ngày 20/5/2025 có người tìm mà không thấy. Đang chờ phường trả lời.");

        let register = office.get(&ut, "/so-cong-khai").await;
        register.says("Người dân tìm mà không thấy, chưa ghi nhận (1)");
        let sought = hidden(register.text(), "sought");
        let at = "/so-cong-khai/chua-ghi-nhan";
        let far = office.seat("y-te-4", Role::Officer, "BL-SYT").await;
        assert!(!office.get(&far, "/so-cong-khai").await.words().contains("Người dân tìm"));
        assert_eq!(office.post(&far, at, &[("sought", &sought), ("words", "x")]).await.status, 404);
        assert_eq!(office.post(&ut, at, &[("sought", &sought), ("words", " ")]).await.status, 422);
        assert_eq!(office.post(&ut, at, &[("sought", "x"), ("words", "x")]).await.status, 404);
        for _ in 0..2 {
            let answer = office.post(&ut, at, &[("sought", &sought), ("words", "Tỉnh chưa ban hành")]).await;
            assert_eq!(answer.status, 303, "twice is once");
        }
        assert!(!office.get(&ut, "/so-cong-khai").await.words().contains("Người dân tìm"));
        crate::door::renew(&app, &office.desk).await;
        public(&office, COMMUNE).await.says("Ngày 20/5/2025 phường trả lời: chưa có việc này.");
    }
}

/// What a phone reads from the code on a page.
fn scanned(page: &str) -> String {
    let drawn = &page[page.find("<svg").unwrap()..];
    let inner = |from: &str, to: &str| {
        let start = drawn.find(from).unwrap() + from.len();
        drawn[start..].split(to).next().unwrap().to_owned()
    };
    let side: usize = inner("viewBox=\"0 0 ", " ").parse().unwrap();
    let mut dark = vec![false; side * side];
    // Each dark run: `M{left} {top}h{width}v{height}H{left}V{top}`.
    for run in inner(" d=\"", "\"").split('M').skip(1) {
        let numbers: Vec<usize> =
            run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        let (left, top, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        for y in top..top + height {
            dark[y * side + left..y * side + left + width].fill(true);
        }
    }
    let shade = |x: usize, y: usize| if dark[y * side + x] { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
    let codes = picture.detect_grids();
    assert_eq!(codes.len(), 1, "one code");
    codes[0].decode().unwrap().1
}

#[tokio::test]
async fn communes_are_found_without_marks_and_have_a_notice_that_leads_back() {
    let scratch = Scratch::sqlite();
    let (_, office, _) = open(&scratch).await;
    let page = public(&office, "/cong-khai?q=hiep+thanh").await;
    page.says("Xã Hiệp Thành");
    assert!(!page.words().contains("Phường 2"), "{}", page.words());
    public(&office, "/cong-khai?q=zzzz").await.says("Không có xã, phường nào như vậy");
    let headers = [("host", "papi.vn")];
    let address = format!("{COMMUNE}/to-niem-yet");
    let poster = crate::door::ask(&office.site, Method::GET, &address, &headers, "").await;
    assert!(poster.text().contains("<svg") && poster.header("cache-control").starts_with("private"));
    poster.says("http://papi.vn/cong-khai/BL-X-P2");
    poster.says("Trong quý, địa phương đã thu, chi bao nhiêu tiền");
    poster.says("Ủy ban nhân dân Phường 2 Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc");
    poster.says("Phường 2, ngày 20 tháng 5 năm 2025");
    poster.says("TM. Ủy ban nhân dân Chủ tịch");
    poster.says("Hiện phường chưa ghi nhận");
    let head = poster.text().split("</head>").next().unwrap();
    assert!(!head.contains("Nâng Hạng"), "the notice is headed by the committee");
    assert_eq!(scanned(poster.text()), "http://papi.vn/cong-khai/BL-X-P2");
    let english =
        crate::door::ask(&office.site, Method::GET, "/en/disclosures/BL-X-P2/notice", &headers, "").await;
    assert_eq!(scanned(english.text()), "http://papi.vn/en/disclosures/BL-X-P2");
    for missing in ["/cong-khai/BL-SNV25", "/cong-khai/x", "/cong-khai/x/to-niem-yet"] {
        assert_eq!(public(&office, missing).await.status, 404, "{missing}");
    }
    let map = public(&office, "/sitemap.xml").await;
    assert!(map.text().contains("/en/disclosures/BL-X-P2"));
}
