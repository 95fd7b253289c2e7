//! Other feedback systems at the front door: a file from its columns to the tally, undone; and feedback that goes elsewhere.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

use crate::door::{self, Answer};
use crate::office::{Office, file, hidden, open, text};
use accounts::Role;
use axum::http::{Method, StatusCode};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const LIST: &str = "/so-hoi-dap/he-thong-khac";
const ROWS: &str = "\
PA-1,Nguyễn A,0912345678,2/5/2025,Phường 2,Đèn <b>hỏng</b>,12/5/2025,9/5/2025,Đã trả lời,Hài lòng
PA-2,Trần B,0912345679,3/5/2025,Phường 2,Nước ngập,10/5/2025,12/5/2025,Đã trả lời,tàm tạm
PA-3,Lê C,0912345670,4/5/2025,Khóm 9,Gọi 0912345670,14/5/2025,,Đang xử lý,
";

fn csv(rows: &str) -> String {
    format!(
        "Mã phản ánh,Họ tên,SĐT,Ngày gửi,Xã/Phường,Nội dung,Hạn xử lý,Ngày trả lời,Trạng thái,Hài lòng\n{rows}"
    )
}

async fn send(office: &Office, cookie: &str, rows: &str) -> Answer {
    let form = hidden(office.get(cookie, LIST).await.text(), "form");
    let csv = csv(rows);
    let parts = [
        text("act", "bring"),
        text("form", &form),
        text("source", "Tổng đài <i>1022</i>"),
        text("as_of", "2025-05-15"),
        file("1022.csv", csv.as_bytes()),
    ];
    office.upload(cookie, LIST, &parts).await
}

/// What the form of the columns would send.
fn fields(page: &Answer) -> Vec<(String, String)> {
    let mut fields = vec![("seen".to_owned(), hidden(page.text(), "seen"))];
    for select in page.text().split("<select name=\"").skip(1) {
        let (name, rest) = select.split_once('"').unwrap();
        let rest = rest.split("</select>").next().unwrap();
        let chosen = rest.split("<option value=\"").find(|option| option.contains(" selected"));
        let value = chosen.map_or("", |option| option.split('"').next().unwrap());
        fields.push((name.to_owned(), value.to_owned()));
    }
    fields
}

async fn post(office: &Office, cookie: &str, at: &str, act: &str, fields: &[(String, String)]) -> Answer {
    let mut all: Vec<(&str, &str)> = vec![("act", act)];
    all.extend(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    office.post(cookie, at, &all).await
}

sample::on_both! {
    async fn from_a_file_to_the_tally_and_back(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let sent = send(&office, &hoa, ROWS).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
        let at = sent.header("location").to_owned();
        let page = office.get(&hoa, &at).await;
        page.says("Họ tên; SĐT");
        page.says("3 phản ánh mới, 0 thay đổi, 0 như cũ.");
        page.says("Nội dung của 1 dòng có số điện thoại");
        page.says("Xã, phường: “Khóm 9” (1 dòng)");
        page.says("Hài lòng: “tàm tạm” (1 dòng)");
        assert!(!page.text().contains("Nguyễn A") && !page.text().contains("0912345678") && !page.text().contains("<b>hỏng"));

        let fields = fields(&page);
        let mut other = fields.clone();
        other.iter_mut().find(|(_, value)| value == "words").unwrap().1.clear();
        let again = post(&office, &hoa, &at, "keep", &other).await;
        again.says("Các cột vừa được sửa");
        assert!(office.get(&hoa, &at).await.text().contains("name=\"seen\""), "nothing was kept unseen");

        let kept = post(&office, &hoa, &at, "keep", &fields).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.words());
        let page = office.get(&hoa, kept.header("location")).await;
        page.says("Đã ghi nhận. 3 phản ánh mới, 0 thay đổi, 0 như cũ.");
        page.says("không rõ");
        for address in ["/so-hoi-dap", "/hoi-dap/da-tra-loi"] {
            let page = office.get(&hoa, address).await;
            page.says("Từ hệ thống khác");
            page.says("2/3");
            page.says("15/5/2025");
            page.says("không cộng vào số của trang này");
            assert!(!page.text().contains("<i>1022"));
        }
        post(&office, &hoa, &at, "remove", &[]).await;
        assert!(!office.get(&hoa, "/so-hoi-dap").await.text().contains("2/3"));
        assert_eq!(office.get(&hoa, &at).await.status, StatusCode::NOT_FOUND);
    }

    async fn wrong_cells_are_told_with_their_places_and_nothing_is_kept(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let sent = send(&office, &hoa, &format!("{ROWS}PA-4,,,hôm qua,,,,,,\n,,,3/5/2025,,,,,,\n")).await;
        let at = sent.header("location").to_owned();
        let page = office.get(&hoa, &at).await;
        page.says("Dòng 5, cột D: không phải ngày");
        page.says("Dòng 6, cột A: để trống");
        assert!(!page.text().contains("value=\"keep\""));
        let refused = post(&office, &hoa, &at, "keep", &fields(&page)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Có 2 ô sai nên chưa ghi nhận gì.");
        office.get(&hoa, "/en/question-register/other-systems").await.says("Its columns are still to be confirmed");
    }

    async fn what_is_no_file_is_refused_and_what_was_typed_stays(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let form = "mau-0123456789-0123";
        for (name, bytes, as_of, said) in [
            ("a.csv", &b"%PDF-1.4"[..], "2025-05-15", "tệp"),
            ("a.csv", b"a,b\n", "2025-05-15", "Không tìm thấy dòng tiêu đề"),
            ("a.csv", b"a,b\nc,d\n", "2025-06-15", "không được sau hôm nay"),
            ("a.csv", b"a,b\nc,d\n", "", "đến ngày nào"),
        ] {
            let parts = [text("act", "bring"), text("form", form), text("source", "Zalo tỉnh"), text("as_of", as_of), file(name, bytes)];
            let refused = office.upload(&hoa, LIST, &parts).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            refused.says(said);
            assert!(refused.text().contains("value=\"Zalo tỉnh\""));
        }
        let ut = office.seat("ut", Role::Officer, "BL-X-P2").await;
        assert_eq!(office.get(&ut, LIST).await.status, StatusCode::FORBIDDEN);
        assert!(!office.get(&ut, "/so-hoi-dap").await.text().contains(LIST));
    }

    async fn a_workbook_with_a_title_and_days_of_its_own_is_read(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "TỔNG HỢP PHẢN ÁNH HIỆN TRƯỜNG").unwrap();
        for (at, heading) in ["STT", "Mã phản ánh", "Ngày tiếp nhận", "Người phản ánh"].iter().enumerate() {
            sheet.write(2, at as u16, *heading).unwrap();
        }
        let day = ExcelDateTime::from_ymd(2025, 5, 2).unwrap();
        sheet.write(3, 0, 1).unwrap();
        sheet.write(3, 1, 2_025_050_201_f64).unwrap();
        sheet.write_with_format(3, 2, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
        sheet.write(3, 3, "Nguyễn A").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let form = hidden(office.get(&hoa, LIST).await.text(), "form");
        let said = [text("act", "bring"), text("form", &form), text("source", "Hiện trường"), text("as_of", "2025-05-15")];
        let parts = [said[0], said[1], said[2], said[3], file("pa.xlsx", &bytes)];
        let at = office.upload(&hoa, LIST, &parts).await.header("location").to_owned();
        let page = office.get(&hoa, &at).await;
        page.says("1 phản ánh mới");
        page.says("Người phản ánh");
        page.says("2025050201");
        assert!(!page.text().contains("Nguyễn A"));
        let kept = post(&office, &hoa, &at, "keep", &fields(&page)).await;
        office.get(&hoa, kept.header("location")).await.says("2/5/2025");
    }

    async fn feedback_goes_elsewhere_once_it_has_a_place(scratch: Scratch) {
        let office = open(&scratch).await;
        let hoa = office.hoa().await;
        let name = |name: &'static str, address: &'static str| [text("act", "name"), text("name", name), text("address", address)];
        let refused = office.upload(&hoa, LIST, &name("1022", "javascript:alert(1)")).await;
        refused.says("Địa chỉ phải bắt đầu bằng https://");
        office.upload(&hoa, LIST, &name("Tổng đài 1022", "https://1022.example.vn")).await;
        let page = door::ask(&office.site, Method::GET, "/hoi-dap", &[], "").await;
        page.says("Mời gửi tại đó");
        assert!(page.text().contains("href=\"https://1022.example.vn\""));
        assert!(!page.text().contains("value=\"feedback\"") && page.text().contains("value=\"information\" required checked"));
        office.upload(&hoa, LIST, &name("", "")).await;
        let page = door::ask(&office.site, Method::GET, "/hoi-dap", &[], "").await;
        assert!(page.text().contains("value=\"feedback\" required checked") && !page.text().contains("1022"));
    }
}
