//! What askers leave of themselves: who sees it, what they take along, what goes, and that no log holds it.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::sync::{Arc, Mutex};

use accounts::Role;
use jiff::civil::date;
use sample::{Scratch, on_both};

use super::street::{DEPARTMENT, MAIL, WARD, WORDS, keys, open, page_of, photo};
use crate::office::{file, hidden, text};

on_both! {
    async fn the_address_is_shown_to_who_must_answer_and_to_no_one_else(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.ask(&[file("anh.jpg", &photo())]).await;
        let keys = keys(&asked);
        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &keys[0]).await;
        assert!(!street.office.get(&ut, &at).await.text().contains(MAIL), "not before it is asked for");
        street.office.post(&ut, &at, &[("act", "see_contact")]).await.says(MAIL);
        let seen = street.office.get(&ut, &format!("{at}/anh")).await;
        assert_eq!((seen.status.as_u16(), seen.header("content-type")), (200, "image/jpeg"));
        assert_eq!(seen.header("content-security-policy"), "default-src 'none'; sandbox");
        assert!(!String::from_utf8_lossy(&seen.body).contains("GPS!"));
        for (account, role, agency, status) in [
            ("hoa", Role::StandingBody, "BL-VPUBND", 403),
            ("kiem", Role::Auditor, "BL-TTR", 403),
            ("xa", Role::Officer, DEPARTMENT, 404),
        ] {
            let other = street.office.seat(account, role, agency).await;
            let came = street.office.post(&other, &at, &[("act", "see_contact")]).await;
            assert!(came.status == status && !came.text().contains(MAIL), "{account} {}", came.status);
        }
        let picture = street.read(&format!("{at}/anh")).await;
        assert!(picture.status != 200 && picture.header("content-type") != "image/jpeg");
        let own = street.follow(&keys, &[]).await;
        assert!(!own.text().contains(MAIL), "nor to who only has code and secret");
    }

    async fn a_request_about_own_data_is_answered_by_forgetting(scratch: Scratch) {
        let mut street = open(&scratch).await;
        let asked = keys(&street.ask(&[]).await);
        let stranger = keys(&street.ask(&[text("kind", "own_data"), text("words", "Xin xóa câu hỏi tôi đã gửi")]).await);
        street.on(date(2025, 5, 21));
        let nam = street.office.seat("nam", Role::Head, WARD).await;
        let at = page_of(&street.office, &nam, &asked[0]).await;
        let forget = [("act", "forget"), ("request", stranger[0].as_str())];
        let unproven = page_of(&street.office, &nam, &stranger[0]).await;
        street.office.get(&nam, &unproven).await.says("chưa biết có đúng là người đã hỏi hay không");
        street.office.post(&nam, &at, &forget).await.says("trả lời hoặc kết thúc trước rồi mới xóa");
        street.office.post(&nam, &at, &[("act", "answer"), ("words", "Đã sửa xong")]).await;
        let refused = street.office.post(&nam, &at, &forget).await;
        assert_eq!(refused.status, 422);
        refused.says("Không có yêu cầu xóa nào của chính người hỏi đang chờ");
        assert!(!street.office.get(&nam, &at).await.text().contains("value=\"forget\""));
        let seen = street.follow(&asked, &[]).await;
        let ticket = hidden(seen.text(), "form");
        let ask = [("act", "forget"), ("form", ticket.as_str()), ("words", "Tôi ngại hàng xóm")];
        let wrong = [asked[0].clone(), stranger[1].clone()];
        assert_eq!(street.follow(&wrong, &ask).await.status, 422);
        let received = street.follow(&asked, &ask).await;
        received.says("Đã nhận yêu cầu về dữ liệu của ông, bà");
        let request = keys(&received);
        assert_eq!(keys(&street.follow(&asked, &ask).await), request, "sent twice it is one");
        let seen = street.follow(&asked, &[]).await;
        seen.says(&format!("Ông, bà đã xin xóa nội dung, yêu cầu mã số {}", request[0]));
        let proven = page_of(&street.office, &nam, &request[0]).await;
        let page = street.office.get(&nam, &proven).await;
        page.says(&format!("Xin xóa nội dung của câu hỏi {}", asked[0]));
        page.says("Tôi ngại hàng xóm");
        street.read("/hoi-dap/du-lieu-ca-nhan").await.says("Đang giữ 2");
        assert_eq!(street.office.post(&nam, &at, &forget).await.status, 303);
        assert_eq!(street.office.post(&nam, &at, &forget).await.status, 422, "a request is good once");
        street.follow(&request, &[]).await.says("Xóa nội dung theo yêu cầu của người hỏi");
        street.office.get(&nam, &at).await.says("Nội dung đã xóa theo yêu cầu của người hỏi");
        street.office.get(&nam, "/so-hoi-dap").await.says("Nội dung đã xóa theo yêu cầu của người hỏi");
        let seen = street.follow(&asked, &[]).await;
        seen.says("Nội dung đã xóa theo yêu cầu của người hỏi");
        seen.says("Đã sửa");
        assert!(!seen.words().contains("cổng trường"));
        let page = street.read("/hoi-dap/du-lieu-ca-nhan").await;
        page.says("Đang giữ 1");
        page.says("trả lời trong 3 ngày (Nghị định 13/2023/NĐ-CP");
        street.read("/hoi-dap?kind=own_data").await.says("Xem, sửa hoặc xóa dữ liệu về chính tôi");
    }

    async fn a_copy_is_taken_by_code_and_secret_alone(scratch: Scratch) {
        let street = open(&scratch).await;
        let keys = keys(&street.ask(&[file("anh.jpg", &photo()), text("topic", "works")]).await);
        street.follow(&keys, &[]).await.says("Đường sá, điện, nước");
        let own = street.follow(&keys, &[("act", "copy")]).await;
        assert_eq!(own.header("content-type"), "text/plain; charset=utf-8");
        assert!(own.header("content-disposition").contains(&format!("du-lieu-{}.txt", keys[0])));
        assert_eq!(own.header("cache-control"), "private, no-store");
        for said in [MAIL, WORDS, "Đường sá, điện, nước", "Có ảnh: có"] {
            assert!(own.text().contains(said), "{said} is not in {}", own.text());
        }
        let picture = street.follow(&keys, &[("act", "picture")]).await;
        assert!(picture.header("content-type") == "image/jpeg" && picture.header("content-disposition").starts_with("attachment"));
        let wrong = [keys[0].clone(), "0000-0000-0000-0000".to_owned()];
        let refused = street.follow(&wrong, &[("act", "copy")]).await;
        assert!(refused.status == 422 && !refused.text().contains(MAIL));
    }

    async fn that_an_asker_was_answered_otherwise_is_written_for_both(scratch: Scratch) {
        let street = open(&scratch).await;
        let keys = keys(&street.ask(&[text("contact", "0912 345 678")]).await);
        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &keys[0]).await;
        street.office.get(&ut, &at).await.says("Người hỏi muốn được gọi điện thoại");
        assert_eq!(street.office.post(&ut, &at, &[("act", "reach")]).await.status, 422, "nothing is answered yet");
        street.office.post(&ut, &at, &[("act", "answer"), ("words", "Đã thay bóng")]).await;
        assert_eq!(street.office.post(&ut, &at, &[("act", "reach")]).await.status, 303);
        assert_eq!(street.office.post(&ut, &at, &[("act", "reach")]).await.status, 422, "once is enough");
        assert!(!street.office.get(&ut, &at).await.text().contains("value=\"reach\""));
        for page in [street.office.get(&ut, &at).await, street.follow(&keys, &[]).await] {
            page.says("Cơ quan đã trả lời qua thư hoặc điện thoại");
        }
    }

    async fn the_register_of_personal_data_names_the_laws_of_the_day(scratch: Scratch) {
        let street = open(&scratch).await;
        let page = street.read("/hoi-dap/du-lieu-ca-nhan").await.words();
        for law in ["13/2023/NĐ-CP, Điều 11", "104/2016", "86/2015"] {
            assert!(page.contains(law), "{law}: {page}");
        }
        for law in ["91/2025", "116/2025", "sửa đổi"] {
            assert!(!page.contains(law), "{law}");
        }
    }
}

/// Where every line of the log goes.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_log_however_chatty_holds_what_tells_who_asked() {
    let lines = Lines::default();
    let kept = lines.clone();
    let chatty = tracing_subscriber::fmt().with_max_level(tracing_subscriber::filter::LevelFilter::TRACE);
    chatty.with_ansi(false).with_writer(move || kept.clone()).init();
    let scratch = Scratch::sqlite();
    let street = open(&scratch).await;
    let keys = keys(&street.ask(&[file("anh.jpg", &photo())]).await);
    street.ask(&[text("contact", "lan.bi-mat@"), file("a.jpg", b"x")]).await;
    let ut = street.office.seat("ut", Role::Officer, WARD).await;
    let at = page_of(&street.office, &ut, &keys[0]).await;
    street.office.post(&ut, &at, &[("act", "see_contact")]).await.says(MAIL);
    street.follow(&keys, &[("act", "erase")]).await;
    let log = String::from_utf8_lossy(&lines.0.lock().unwrap()).into_owned();
    assert!(log.contains("INSERT INTO question"), "the log is chatty indeed");
    for personal in ["bi-mat", "cổng trường", keys[1].as_str(), "203.0.113.7"] {
        assert!(!log.contains(personal), "{personal}");
    }
}

#[tokio::test]
async fn a_proxy_whose_word_is_not_taken_is_told_of_once() {
    let lines = Lines::default();
    let kept = lines.clone();
    tracing_subscriber::fmt().with_ansi(false).with_writer(move || kept.clone()).init();
    let scratch = Scratch::sqlite();
    let site = crate::door::without_proxy(&scratch).await;
    for client in ["203.0.113.7", "203.0.113.8", "203.0.113.9"] {
        let headers = [("x-forwarded-for", client)];
        crate::door::ask(&site, axum::http::Method::GET, "/hoi-dap", &headers, "").await;
    }
    let log = String::from_utf8_lossy(&lines.0.lock().unwrap()).into_owned();
    assert_eq!(log.matches("--trust-proxy").count(), 1, "{log}");
    assert!(!log.contains("203.0.113"), "and no address is named");
}
