//! Answers with files, in part or on a ground not given, at the front door; and how an asker is reached put right.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use sample::on_both;

use super::street::{DEPARTMENT, MAIL, Street, WARD, keys, open, page_of};
use crate::door::Answer;
use crate::office::{Part, file, text};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n(ke hoach)\nendobj\nstartxref\n9\n%%EOF\n";

/// What every file is handed out as: saved, as what it is, and nothing in it may run.
fn is_saved(answer: &Answer, name: &str) {
    assert_eq!((answer.status.as_u16(), answer.body.as_slice()), (200, PDF));
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(answer.header("content-disposition"), format!("attachment; filename*=UTF-8''{name}"));
    assert_eq!(answer.header("cache-control"), "private, no-store");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
}

/// An answer with these parts besides.
async fn answered(street: &Street, cookie: &str, at: &str, more: &[Part<'_>]) -> Answer {
    let usual = [text("act", "answer"), text("given", "all"), text("words", "Gửi kèm bản sao")];
    street.office.upload(cookie, at, &[more, usual.as_slice()].concat()).await
}

on_both! {
    async fn a_copy_goes_with_the_answer_to_the_asker_and_public_only_where_somebody_ticks_it(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = keys(&street.ask(&[text("kind", "information"), text("words", "Xin bản kế hoạch năm 2025")]).await);
        let (ut, nam) = (street.office.seat("ut", Role::Officer, WARD).await, street.office.seat("nam", Role::Head, WARD).await);
        let at = page_of(&street.office, &ut, &asked[0]).await;
        let sent = answered(&street, &ut, &at, &[file("Kế hoạch.pdf", PDF), file("b.pdf", PDF)]).await;
        assert_eq!((sent.status.as_u16(), sent.header("location")), (303, format!("{at}?told=done").as_str()));
        let own = street.follow(&asked, &[]).await;
        own.says("Tải tệp Kế hoạch.pdf");
        own.says("Tệp được giữ 30 ngày kể từ ngày trả lời");
        own.says("Cung cấp đầy đủ");
        let name = "K%E1%BA%BF%20ho%E1%BA%A1ch.pdf";
        is_saved(&street.follow(&asked, &[("act", "file"), ("file", "1")]).await, name);
        let wrong = [asked[0].clone(), "0000-0000-0000-0000".to_owned()];
        for (keys, place) in [(&wrong, "1"), (&asked, "3"), (&asked, "x")] {
            let came = street.follow(keys, &[("act", "file"), ("file", place)]).await;
            assert!(came.header("content-type").starts_with("text/html"), "{place}");
        }
        is_saved(&street.office.get(&ut, &format!("{at}/tep/1")).await, name);
        let far = street.office.seat("xa", Role::Officer, DEPARTMENT).await;
        assert_eq!(street.office.get(&far, &format!("{at}/tep/1")).await.status, 404);
        let shut = street.read(&format!("{at}/tep/1")).await;
        assert!(shut.status != 200, "nobody without a seat");
        let address = |place| format!("/hoi-dap/da-tra-loi/{}/tep/{place}", asked[0]);
        assert_eq!(street.read(&address(1)).await.status, 404, "a code opens nothing");
        let publish = [("act", "publish"), ("asked", "Xin bản kế hoạch"), ("answer", "Đã gửi"), ("checked", "yes")];
        assert!(!street.office.get(&nam, &at).await.text().contains("name=\"file\" value=\"1\" checked"));
        assert_eq!(street.office.post(&nam, &at, &publish).await.status, 303);
        assert_eq!(street.read(&address(1)).await.status, 404, "none unless it is ticked");
        assert_eq!(street.office.post(&nam, &at, &[publish.as_slice(), &[("file", "1")]].concat()).await.status, 303);
        is_saved(&street.read(&address(1)).await, name);
        assert_eq!(street.read(&address(2)).await.status, 404);
        let page = street.read("/hoi-dap/da-tra-loi").await;
        assert!(page.text().contains(&address(1)) && !page.text().contains(&address(2)));
        let own = street.follow(&asked, &[]).await;
        own.says("Tệp được giữ 30 ngày kể từ ngày trả lời");
        own.says("Tệp đang đăng công khai thì được giữ đến khi thôi đăng");
        street.office.get(&ut, &at).await.says("đang đăng công khai");
        street.office.post(&nam, &at, &[("act", "withdraw")]).await;
        assert_eq!(street.read(&address(1)).await.status, 404);
        street.read("/hoi-dap/du-lieu-ca-nhan").await.says("Tệp của trả lời");
    }

    async fn what_is_no_document_is_said_above_what_was_typed(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = keys(&street.ask(&[text("kind", "information"), text("words", "Xin bản kế hoạch năm 2025")]).await);
        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &asked[0]).await;
        for (part, said) in [
            (file("a.svg", b"<svg onload=alert(1)>"), "Không nhận tệp a.svg: không phải tệp PDF"),
            (file("a.pdf", b"<html><script>alert(1)</script>"), "không phải tệp PDF"),
            (file("<img src=x>.csv", b"a;=cmd|' /C calc'!A0"), "tệp có macro hoặc công thức"),
            (file("a.pdf", &vec![b'x'; plan::evidence::FILE_MAX + 1]), "tệp quá lớn"),
        ] {
            let came = answered(&street, &ut, &at, &[part]).await;
            assert_eq!(came.status, 422, "{said}: {}", came.words());
            came.says(said);
            came.says("Tệp phải chọn lại");
            assert!(came.text().contains("Gửi kèm bản sao") && !came.text().contains("<img src"), "what was typed stays");
        }
        let many: Vec<Part<'_>> = (0..6).map(|_| file("a.pdf", PDF)).collect();
        answered(&street, &ut, &at, &many).await.says("nhiều nhất 5 tệp");
        assert!(scratch.attachments().list().await.unwrap().is_empty());
        street.office.get(&ut, &at).await.says("Chưa trả lời");
    }

    async fn the_register_says_what_was_given_and_on_what_ground_not(scratch: Scratch) {
        let street = open(&scratch).await;
        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        for (given, ground, said) in [
            ("all", "", "Cung cấp đầy đủ"),
            ("part", "conditional", "Cung cấp một phần: Thông tin về bí mật kinh doanh"),
            ("nothing", "secret", "Không cung cấp: Thông tin thuộc bí mật nhà nước"),
        ] {
            let words = format!("Xin bản kế hoạch năm 2025 lần thứ {given}");
            let asked = keys(&street.ask(&[text("kind", "information"), text("words", &words)]).await);
            let at = page_of(&street.office, &ut, &asked[0]).await;
            let told = [("act", "answer"), ("words", "Xin xem lý do"), ("given", given)];
            if given != "all" {
                let refused = street.office.post(&ut, &at, &told).await;
                assert_eq!(refused.status, 422);
                refused.says("phải chọn căn cứ của luật");
                assert!(refused.text().contains(&format!("value=\"{given}\" checked")), "what was chosen stays");
            }
            let told = [told.as_slice(), &[("ground", ground)]].concat();
            assert_eq!(street.office.post(&ut, &at, &told).await.status, 303, "{given}");
            street.office.get(&ut, &format!("/so-hoi-dap?q={}", asked[0])).await.says(said);
            street.office.get(&ut, &at).await.says(said);
            street.follow(&asked, &[]).await.says(said);
        }
        street.office.get(&ut, "/so-hoi-dap").await.says("Điều 28 khoản 1 điểm a");
        let sheet = street.office.get(&ut, "/so-hoi-dap?format=csv").await;
        assert!(sheet.text().contains(",Kết quả\r\n") || sheet.text().contains(",Kết quả\n"), "{}", sheet.text());
        sheet.says("Không cung cấp: Thông tin thuộc bí mật nhà nước");
    }

    async fn numbers_that_are_left_are_named_before_they_are_public(scratch: Scratch) {
        let street = open(&scratch).await;
        let words = "Tôi gọi số 0291.3824567 của phường mà không ai nghe";
        let asked = keys(&street.ask(&[text("words", words)]).await);
        let nam = street.office.seat("nam", Role::Head, WARD).await;
        let at = page_of(&street.office, &nam, &asked[0]).await;
        street.office.post(&nam, &at, &[("act", "answer"), ("words", "Đã sửa máy")]).await;
        assert!(!street.office.get(&nam, &at).await.text().contains("name=\"offices\""), "not there to be ticked by habit");
        let publish = [("act", "publish"), ("asked", words), ("answer", "Đã sửa máy"), ("checked", "yes")];
        let held = street.office.post(&nam, &at, &publish).await;
        assert_eq!(held.status, 422);
        held.says("Trong bài còn số điện thoại: 0291.3824567");
        assert!(held.text().contains("name=\"offices\""));
        let publish = [publish.as_slice(), &[("offices", "yes")]].concat();
        assert_eq!(street.office.post(&nam, &at, &publish).await.status, 303);
        street.read("/hoi-dap/da-tra-loi").await.says("0291.3824567");
    }

    async fn how_an_asker_is_reached_is_put_right_by_the_asker_and_both_sides_read_that_it_was(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = keys(&street.ask(&[]).await);
        let (ut, nam) = (street.office.seat("ut", Role::Officer, WARD).await, street.office.seat("nam", Role::Head, WARD).await);
        let at = page_of(&street.office, &nam, &asked[0]).await;
        let correct = |contact| [("act", "contact"), ("contact", contact)];
        let refused = street.follow(&asked, &correct("lan")).await;
        assert_eq!(refused.status, 422);
        refused.says("Thư điện tử hoặc số điện thoại chưa đúng");
        let wrong = [asked[0].clone(), "0000-0000-0000-0000".to_owned()];
        assert_eq!(street.follow(&wrong, &correct("lan.moi@example.vn")).await.status, 422);
        let done = street.follow(&asked, &correct("lan.moi@example.vn")).await;
        done.says("Đã lưu cách liên hệ, được mã hóa");
        assert!(!done.text().contains("lan.moi"), "what is kept is shown to nobody");
        let page = street.office.get(&nam, &at).await;
        page.says("Sửa cách liên hệ theo ý người hỏi");
        assert!(!page.text().contains(MAIL) && !page.text().contains("lan.moi") && !page.text().contains("value=\"correct\""));
        street.office.post(&ut, &at, &[("act", "see_contact")]).await.says("lan.moi@example.vn");
        street.follow(&asked, &[]).await.says("Sửa cách liên hệ theo ý người hỏi");
    }

    async fn a_request_is_taken_for_given_only_where_somebody_says_so_and_no_longer_once_it_is_open_again(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = keys(&street.ask(&[text("kind", "information"), text("words", "Xin bản kế hoạch năm 2025")]).await);
        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &asked[0]).await;
        let form = street.office.get(&ut, &at).await;
        assert!(form.text().contains("name=\"given\" value=\"all\">"), "nothing is chosen for whoever answers");
        for given in [None, Some("tat-ca")] {
            let told = [("act", "answer"), ("words", "Xem tệp kèm theo")];
            let more: Vec<_> = given.map(|given| ("given", given)).into_iter().collect();
            let refused = street.office.post(&ut, &at, &[told.as_slice(), &more].concat()).await;
            assert_eq!(refused.status, 422);
            refused.says("Chưa chọn kết quả");
        }
        street.office.post(&ut, &at, &[("act", "answer"), ("words", "Xem tệp kèm theo"), ("given", "all")]).await;
        street.follow(&asked, &[]).await.says("Kết quả Cung cấp đầy đủ");
        street.follow(&asked, &[("act", "reopen"), ("why", "Thiếu phụ lục")]).await;
        for page in [street.follow(&asked, &[]).await, street.office.get(&ut, &at).await] {
            page.says("Chưa trả lời");
            assert!(!page.text().contains("Cung cấp đầy đủ</dd>"), "what waits has no outcome");
        }
        let head = street.office.seat("nam", Role::Head, WARD).await;
        street.office.post(&head, &at, &[("act", "close"), ("words", "Phụ lục chưa có")]).await;
        let sheet = street.office.get(&ut, "/so-hoi-dap?format=csv").await;
        assert!(sheet.text().contains(",Trả lời ngày,Kết thúc ngày,"), "{}", sheet.text());
        assert!(sheet.text().contains("\"Đã kết thúc, không trả lời\",,2025-05-20,0,1,"), "{}", sheet.text());
    }
}
