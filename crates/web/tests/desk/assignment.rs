//! The page of an assignment at the front door: reporting, files of every kind, what goes wrong on the way.

use crate::office::{FIRST, Office, file, hidden, multipart, open, text};
use accounts::Role;
use axum::body::Body;
use sample::on_both;

const PDF: &[u8] = b"%PDF-1.7\nbien ban\nstartxref\n9\n%%EOF\n";

/// A form of the first assignment's page with these parts, sent or saved.
async fn send(
    office: &Office,
    cookie: &str,
    act: &str,
    parts: &[crate::office::Part<'_>],
) -> crate::door::Answer {
    let [form, number, version] = office.form(cookie, FIRST).await;
    let head = [text("form", &form), text("number", &number), text("version", &version)];
    let all: Vec<_> = head.into_iter().chain(parts.iter().copied()).collect();
    office.upload(cookie, &format!("{FIRST}/{act}"), &all).await
}

/// The address of the first file on the page.
fn first_file(page: &str) -> String {
    let from = page.find("/minh-chung/").unwrap_or_else(|| panic!("no file in {page}"));
    page[from..].split('"').next().unwrap_or_default().to_owned()
}

on_both! {
    async fn a_report_goes_with_its_value_and_its_file_and_the_page_says_what_arrived(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;

        let sent = send(&office, &lan, "gui", &[
            text("value", "85,5"), text("done", "Đã phát"), text("links", "https://baobaclieu.vn/1"), file("Biên bản.pdf", PDF),
        ]).await;

        assert_eq!((sent.status.as_u16(), sent.header("location")), (303, "/viec/1?told=submitted"));
        let page = office.get(&lan, "/viec/1?told=submitted").await;
        page.says("Đã gửi báo cáo.");
        page.says("Đã gửi, chờ thẩm định");
        page.says("Kết quả 85,5%");
        page.says("Biên bản.pdf 1 kB · chưa quét mã độc");
        assert!(page.text().contains("href=\"https://baobaclieu.vn/1\""));
        let got = office.get(&lan, &first_file(page.text())).await;
        assert_eq!(got.body, PDF);
        assert_eq!(got.header("content-type"), "application/pdf");
        assert_eq!(got.header("content-disposition"), "attachment; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n.pdf");
        assert_eq!(got.header("content-security-policy"), "default-src 'none'; sandbox");
        assert_eq!(got.header("x-content-type-options"), "nosniff");
    }

    async fn a_file_is_hidden_from_another_agency_as_if_it_were_not_there(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        send(&office, &lan, "gui", &[text("done", "Đã phát"), file("a.pdf", PDF)]).await;
        let address = first_file(office.get(&lan, FIRST).await.text());
        let hai = office.seat("hai", Role::Officer, "BL-STC25").await;
        for hidden in [&address, "/minh-chung/999", FIRST, "/viec/999"] {
            assert_eq!(office.get(&hai, hidden).await.status, 404, "{hidden}");
        }
        let theirs = office.get(&hai, FIRST).await;
        assert_eq!(theirs.words(), office.get(&hai, "/viec/999").await.words().replace("/viec/999", FIRST));
    }

    async fn who_sent_a_report_takes_it_back_until_it_is_reviewed(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        send(&office, &lan, "gui", &[text("done", "Đã phát nhầm")]).await;
        let page = office.get(&lan, FIRST).await;
        page.says("Rút về bản nháp");
        let hoa = office.hoa().await;
        assert!(!office.get(&hoa, FIRST).await.words().contains("Rút về bản nháp"), "it is not hers");
        let seen = ["report", "version"].map(|name| hidden(page.text(), name));
        let fields = [("report", seen[0].as_str()), ("version", seen[1].as_str())];
        for _ in 0..2 {
            let back = office.post(&lan, &format!("{FIRST}/rut-lai"), &fields).await;
            assert_eq!((back.status.as_u16(), back.header("location")), (303, "/viec/1?told=withdrawn#report"));
        }
        let page = office.get(&lan, "/viec/1?told=withdrawn").await;
        page.says("Báo cáo đã trở lại bản nháp.");
        assert!(page.text().contains(">Đã phát nhầm</textarea>"), "what was said stays");
        send(&office, &lan, "gui", &[text("done", "Đã phát đúng")]).await;
        let late = office.post(&lan, &format!("{FIRST}/rut-lai"), &fields).await;
        assert_eq!(late.status, 409);
        late.says("Không rút được nữa");
    }

    async fn a_program_named_as_a_photo_is_not_taken_and_the_report_stands(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let sent = send(&office, &lan, "gui", &[text("done", "Đã phát"), file("anh.jpg", b"MZ\x90\0program")]).await;
        assert_eq!(sent.status, 303);
        let page = office.get(&lan, FIRST).await;
        page.says("Đã gửi, chờ thẩm định");
        page.says("anh.jpg: không nhận, không phải ảnh JPEG, PNG, WebP hay tệp PDF, Word, Excel");
    }

    async fn names_lead_nowhere_and_come_out_escaped(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        send(&office, &lan, "gui", &[
            text("done", "<script>alert(1)</script>"),
            text("hindered", "<img src=x onerror=alert(2)>"),
            text("proposed", "\" onfocus=alert(3) autofocus=\""),
            file("../../etc/<script>x.pdf", PDF),
            file("<svg onload=alert(4)>.exe", b"%PDF-1.7\nother\nstartxref\n9\n%%EOF\n"),
        ]).await;
        let page = office.get(&lan, FIRST).await;
        for wild in ["<script>alert", "<script>x", "<img src=x", "<svg", "\" onfocus", "../../etc"] {
            assert!(!page.text().contains(wild), "{wild}");
        }
        page.says("&#60;script&#62;x.pdf");
        page.says("&#60;svg onload=alert(4)&#62;.exe.pdf");
    }

    async fn a_file_that_is_too_large_is_left_out_and_the_answer_arrives(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let heavy = [PDF, &vec![b'x'; plan::evidence::FILE_MAX]].concat();
        let sent = send(&office, &lan, "gui", &[text("done", "Đã phát"), file("lon.pdf", &heavy), file("a.pdf", PDF)]).await;
        assert_eq!(sent.status, 303);
        let page = office.get(&lan, FIRST).await;
        page.says("lon.pdf: không nhận, tệp quá lớn");
        page.says("a.pdf 1 kB");
    }

    async fn what_is_larger_than_anybody_needs_gets_a_page_that_says_the_limit(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let heavy = vec![b'x'; 5 * plan::evidence::TOTAL_MAX];
        let refused = send(&office, &lan, "gui", &[text("done", "Đã phát"), file("lon.pdf", &heavy)]).await;
        assert_eq!(refused.status, 413);
        refused.says("mỗi tệp không quá 10 MB, mỗi báo cáo không quá 10 tệp và 30 MB");
        office.get(&lan, FIRST).await.says("Chưa có báo cáo nào.");
    }

    async fn a_line_that_breaks_in_a_file_leaves_the_report_without_it_and_the_file_comes_later(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let [form, number, version] = office.form(&lan, FIRST).await;
        let whole = [
            text("form", &form), text("number", &number), text("version", &version), text("done", "Đã phát"),
            file("anh.pdf", PDF),
        ];
        let body = multipart(&whole);
        let cut = Body::from(body[..body.len() - 30].to_vec());

        office.upload_body(&lan, "/viec/1/gui", cut).await;

        let page = office.get(&lan, FIRST).await;
        page.says("Đã gửi, chờ thẩm định");
        page.says("anh.pdf: chưa nhận được, đường truyền bị ngắt");
        let added = office.upload(&lan, "/viec/1/minh-chung", &[file("anh.pdf", PDF)]).await;
        assert_eq!(added.header("location"), "/viec/1?told=added");
        let page = office.get(&lan, FIRST).await;
        page.says("anh.pdf 1 kB");
        assert!(!page.text().contains("đường truyền bị ngắt"));
    }

    async fn sending_twice_makes_one_report(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let [form, number, version] = office.form(&lan, FIRST).await;
        let parts = [text("form", &form), text("number", &number), text("version", &version), text("done", "Đã phát")];
        for _ in 0..2 {
            let sent = office.upload(&lan, "/viec/1/gui", &parts).await;
            assert_eq!((sent.status.as_u16(), sent.header("location")), (303, "/viec/1?told=submitted"));
        }
        let page = office.get(&lan, FIRST).await;
        assert_eq!(page.text().matches("Báo cáo số").count(), 1);
    }

    async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let parts = [text("value", "140"), text("done", "Đã phát"), file("a.pdf", PDF)];
        let refused = send(&office, &lan, "gui", &parts).await;
        assert_eq!(refused.status, 422);
        refused.says("Kết quả nằm ngoài khoảng cho phép. Từ 0 đến 100.");
        refused.says("Nội dung và tệp đã được giữ trong bản nháp");
        assert!(refused.text().contains("value=\"140\"") && refused.text().contains(">Đã phát</textarea>"));
        refused.says("Giữ a.pdf");

        let [form, number, version] = ["form", "number", "version"].map(|name| hidden(refused.text(), name));
        let keep = hidden(refused.text(), "keep");
        let again = [
            text("form", &form), text("number", &number), text("version", &version), text("keep", &keep),
            text("value", "40"), text("done", "Đã phát"),
        ];
        assert_eq!(office.upload(&lan, "/viec/1/gui", &again).await.status, 303);
        office.get(&lan, FIRST).await.says("a.pdf 1 kB");
    }

    async fn a_value_that_is_no_number_and_a_link_that_is_none_are_said(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        send(&office, &lan, "gui", &[text("value", "nhiều"), text("done", "x")]).await.says("Ô này phải là số");
        send(&office, &lan, "luu-nhap", &[text("links", "javascript:alert(1)")]).await.says("không phải đường dẫn");
        send(&office, &lan, "gui", &[text("done", " ")]).await.says("Hãy ghi việc đã làm");
    }

    async fn a_session_that_ended_hands_the_text_back_to_be_sent_after_signing_in(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let [form, number, version] = office.form(&lan, FIRST).await;
        let parts = [
            text("form", &form), text("number", &number), text("version", &version),
            text("done", "Đã phát <cho> dân"), file("a.pdf", PDF),
        ];

        let lost = office.upload("session=gone", "/viec/1/gui", &parts).await;

        assert_eq!(lost.status, 401);
        lost.says("Phiên làm việc đã hết nên báo cáo chưa được gửi.");
        lost.says("Ảnh và tệp đã chọn chưa được lưu");
        assert!(lost.text().contains("Đã phát &#60;cho&#62; dân</textarea>"));
        assert!(lost.text().contains("/dang-nhap?next=%2Fviec%2F1"));
        assert_eq!(["form", "number", "version"].map(|name| hidden(lost.text(), name)), [form.clone(), number.clone(), version.clone()]);
        assert!(!lost.text().contains("tài liệu hỏi đáp"), "nothing of the assignment is told");
        assert_eq!(office.upload(&lan, "/viec/1/gui", &parts).await.status, 303);
    }

    async fn the_second_of_two_sees_what_the_first_wrote_beside_their_own(scratch: Scratch) {
        let office = open(&scratch).await;
        let (lan, minh) = (office.lan().await, office.seat("minh", Role::Head, "BL-SNV25").await);
        send(&office, &lan, "luu-nhap", &[text("done", "Bản đầu")]).await;
        let [form, number, version] = office.form(&minh, FIRST).await;
        send(&office, &lan, "luu-nhap", &[text("done", "Lan sửa")]).await;
        let parts = [text("form", &form), text("number", &number), text("version", &version), text("done", "Minh sửa")];

        let told = office.upload(&minh, "/viec/1/gui", &parts).await;

        assert_eq!(told.status, 409);
        told.says("lan đã sửa báo cáo này lúc 09:00, 20/5/2025");
        told.says("Nội dung hiện có: Việc đã làm Lan sửa");
        assert!(told.text().contains(">Minh sửa</textarea>"));
    }

    async fn last_periods_words_come_with_one_tap(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        send(&office, &lan, "gui", &[text("value", "60"), text("done", "Đã phát quý I")]).await;
        let page = office.get(&lan, "/viec/2").await;
        page.says("Kỳ trước: Quý I/2025 Kết quả: 60% Đã phát quý I Dùng lại nội dung kỳ trước");
        assert!(!page.text().contains(">Đã phát quý I</textarea>"));
        let filled = office.get(&lan, "/viec/2?reuse=1").await;
        assert!(filled.text().contains(">Đã phát quý I</textarea>") && filled.text().contains("value=\"60\""));
    }

    async fn the_standing_body_reports_for_a_body_outside_and_the_page_says_so(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        office.get(&hoa, "/viec/3").await.says("Đồng chí đang báo cáo thay cho cơ quan không thuộc tỉnh");
        let [form, number, version] = office.form(&hoa, "/viec/3").await;
        let parts = [text("form", &form), text("number", &number), text("version", &version), text("done", "Đã ký")];
        assert_eq!(office.upload(&hoa, "/viec/3/gui", &parts).await.status, 303);
        office.get(&hoa, "/viec/3").await.says("báo cáo thay");
        assert!(!office.get(&hoa, FIRST).await.text().contains("/viec/1/gui"), "for nobody else");
    }

    async fn a_later_day_is_asked_for_and_what_is_wrong_with_it_is_said(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let form = office.form(&lan, FIRST).await[0].clone() + "x";
        let ask = async |until: &str, why: &str| {
            office.post(&lan, "/viec/1/gia-han", &[("form", &form), ("until", until), ("why", why)]).await
        };
        ask("2025-05-20", "mưa").await.says("Ngày gia hạn phải sau ngày 20/5/2025.");
        ask("", "mưa").await.says("Chưa chọn ngày.");
        ask("2025-05-30", " ").await.says("Hãy ghi lý do.");
        assert_eq!(ask("2025-05-30", "mưa").await.status, 303);
        assert_eq!(ask("2025-05-30", "mưa").await.status, 303, "the same form asks once");
        let page = office.get(&lan, FIRST).await;
        page.says("lan đề nghị ngày 20/5/2025, gia hạn đến 30/5/2025: chờ trả lời.");
        assert!(!page.text().contains("/viec/1/gia-han"));
    }

    async fn in_english_the_page_is_english(scratch: Scratch) {
        let office = open(&scratch).await;
        let lan = office.lan().await;
        let page = office.get(&lan, "/en/assignments/1").await;
        page.says("Send the report");
        page.says("61 days late");
        assert!(page.text().contains("action=\"/en/assignments/1/submit\""));
        assert!(page.text().contains("href=\"/viec/1\""), "the other language shows the same assignment");
    }
}

#[tokio::test]
async fn the_script_that_shrinks_photos_is_named_by_its_content_and_loads() {
    let scratch = sample::Scratch::sqlite();
    let office = open(&scratch).await;
    let page = office.get(&office.lan().await, FIRST).await;
    let from = page.text().find("/assets/shrink-").expect("a script");
    let address = page.text()[from..].split('"').next().expect("an address");
    let script = office.get("", address).await;
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    assert!(page.header("content-security-policy").contains("script-src 'self'"));
}
