//! Writing news over HTTP: looked at before it is kept, put a picture to, approved by another, corrected.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use axum::http::StatusCode;
use inform::article;
use sample::on_both;

use crate::office::{file, hidden, open, text};

const PICTURE: &[u8] = include_bytes!("../../../inform/tests/picture.png");

fn fields<'a>(title: &'a str, body: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let own = [
        ("section", "notice"),
        ("agency", "BL-SVHTTDL"),
        ("author", "Ban biên tập"),
        ("title-vi", title),
        ("summary-vi", "Ngày nào."),
        ("body-vi", body),
    ];
    own.iter().chain(more).copied().collect()
}

on_both! {
    async fn an_article_is_looked_at_written_illustrated_approved_and_corrected(scratch: Scratch) {
        let office = open(&scratch).await;
        let writer = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let leader = office.seat("hai", Role::Leader, "BL-UBND").await;
        let seen = office.post(&writer, "/so-tin-bai/bai-moi", &fields("Lịch", "•\tNgày **15**", &[("act", "preview")])).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(seen.text().contains("<li>Ngày <strong>15</strong></li>"), "{}", seen.text());
        assert!(seen.text().contains("value=\"Lịch\""), "what was typed stays");
        assert!(article::register(&office.desk).await.unwrap().is_empty(), "looking keeps nothing");
        let khmer = [("act", "preview"), ("title-km", "កាលវិភាគ"), ("summary-km", "x"), ("body-km", "ថ្ងៃទី **15**")];
        let seen = office.post(&writer, "/so-tin-bai/bai-moi", &fields("Lịch", "Ngày 15", &khmer)).await;
        assert!(seen.text().contains("ថ្ងៃទី <strong>15</strong>"), "every language is shown: {}", seen.words());

        let refused = office.post(&writer, "/so-tin-bai/bai-moi", &fields("", "Ngày 15", &[])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Tiếng Việt: cần có tiêu đề, không quá 200 ký tự.");
        assert!(refused.text().contains("Ngày 15</textarea>"));

        let kept = office.post(&writer, "/so-tin-bai/bai-moi", &fields("Lịch tiếp dân", "Ngày 15", &[])).await;
        let at = kept.header("location").to_owned();
        assert_eq!((kept.status, at.starts_with("/so-tin-bai/")), (StatusCode::SEE_OTHER, true));
        let parts = [file("file", PICTURE), text("said", "Phòng tiếp dân")];
        let put = office.upload(&writer, &format!("{at}/tep"), &parts).await;
        assert_eq!(put.status, StatusCode::SEE_OTHER);
        let silent = office.upload(&writer, &format!("{at}/tep"), &[file("file", PICTURE), text("said", "")]).await;
        silent.says("Cần ghi ảnh cho thấy gì");
        let svg = [file("file", b"<svg onload='alert(1)'/>"), text("said", "x")];
        office.upload(&writer, &format!("{at}/tep"), &svg).await.says("không phải ảnh JPEG, PNG, WebP");
        office.get(&writer, &at).await.says("chờ người có thẩm quyền duyệt");
        assert_eq!(office.get(&writer, &format!("{at}/tep/1")).await.header("content-type"), "image/jpeg");

        let changed = fields("Lịch tiếp dân", "Ngày 16", &[("act", "change"), ("version", "2")]);
        office.post(&writer, &at, &changed).await;
        let stale = office.post(&writer, &at, &changed).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        stale.says("Chưa lưu được: có người vừa sửa bài này.");
        assert!(stale.text().contains("name=\"version\" value=\"3\""), "the next try is of what is seen");

        let approve = [("act", "approve"), ("version", "3"), ("answers", "Trần Văn Hải"), ("day", ""), ("hour", "")];
        let past = [("act", "approve"), ("version", "3"), ("answers", "Trần Văn Hải"), ("day", "2025-05-19"), ("hour", "08:00")];
        office.post(&leader, &at, &past).await.says("Giờ đăng phải từ bây giờ");
        assert_eq!(office.post(&leader, &at, &approve).await.status, StatusCode::SEE_OTHER);
        let page = office.get(&leader, &at).await;
        assert!(page.text().contains("value=\"BL-SVHTTDL\" selected"), "who corrects leaves it with its agency");
        let correction = fields("Lịch tiếp dân", "Ngày 20", &[("act", "correct"), ("version", "4"), ("said", "Ngày 16 là sai.")]);
        assert_eq!(office.post(&leader, &at, &correction).await.status, StatusCode::SEE_OTHER);
        let slug = article::register(&office.desk).await.unwrap()[0].slug.clone();
        let page = office.get("", &format!("/tin-tuc/{slug}")).await;
        page.says("Ngày 20");
        page.says("Ngày 16 là sai.");
        assert!(page.text().contains("alt=\"Phòng tiếp dân\""));
    }

    async fn a_form_sent_twice_makes_one_article_and_a_sketch_may_be_half_done(scratch: Scratch) {
        let office = open(&scratch).await;
        let writer = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let page = office.get(&writer, "/so-tin-bai/bai-moi").await;
        assert!(page.text().contains("value=\"sketch\" formnovalidate"), "a browser asks for no more than the desk");
        let form = hidden(page.text(), "form");
        let title = [("form", form.as_str()), ("act", "sketch"), ("agency", "BL-SVHTTDL"), ("title-vi", "Mới có tên")];
        let first = office.post(&writer, "/so-tin-bai/bai-moi", &title).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.words());
        let second = office.post(&writer, "/so-tin-bai/bai-moi", &title).await;
        assert_eq!(first.header("location"), second.header("location"));
        let at = first.header("location");
        let asked = fields("Mới có tên", "![](anh-9) Hướng dẫn người dân trả lời phiếu khảo sát.", &[("act", "change"), ("version", "1")]);
        assert_eq!(office.post(&writer, at, &asked).await.status, StatusCode::SEE_OTHER);
        let page = office.get(&writer, at).await;
        page.says("Có thể là hướng dẫn người được hỏi");
        page.says("Bài đặt ảnh số 9 (anh-9) nhưng chưa có ảnh ấy.");
        office.post(&writer, "/so-tin-bai/bai-moi", &title).await.says("Bài soạn từ mẫu này đã lưu");
        assert_eq!(article::register(&office.desk).await.unwrap().len(), 1);
    }

    async fn what_came_back_waits_for_its_writer_and_what_was_withdrawn_says_what_it_was(scratch: Scratch) {
        let office = open(&scratch).await;
        let writer = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let leader = office.seat("hai", Role::Leader, "BL-UBND").await;
        let at = office.post(&writer, "/so-tin-bai/bai-moi", &fields("Lịch tiếp dân", "Ngày 15", &[])).await;
        let at = at.header("location").to_owned();
        office.post(&leader, &at, &[("act", "return"), ("version", "1"), ("why", "Thiếu giờ")]).await;
        office.get(&writer, "/viec-cua-toi").await.says("tin bài bị trả lại, cần sửa");
        let again = fields("Lịch tiếp dân", "Ngày 15, 8 giờ", &[("act", "change"), ("version", "2")]);
        office.post(&writer, &at, &again).await;
        let approve = [("act", "approve"), ("version", "3"), ("answers", "Trần Văn Hải")];
        for _ in 0..2 {
            assert_eq!(office.post(&leader, &at, &approve).await.status, StatusCode::SEE_OTHER, "pressed twice");
        }
        let sheet = office.get(&writer, "/so-tin-bai?format=csv").await;
        sheet.says("Số,Tiêu đề,Chuyên mục,Cơ quan,Tác giả,Ngày sửa lần cuối,Tình trạng,Ngày đăng,Địa chỉ trang");
        assert!(sheet.text().contains("/tin-tuc/lich-tiep-dan-"), "{}", sheet.text());
        let public = article::register(&office.desk).await.unwrap().remove(0).slug;
        office.post(&leader, &at, &[("act", "withdraw"), ("why", "Sai ngày")]).await;
        office.get(&leader, &at).await.says("Lý do: Sai ngày");
        let gone = office.get(&writer, &format!("/tin-tuc/{public}")).await;
        assert_eq!(gone.status, StatusCode::GONE);
        gone.says("“Lịch tiếp dân”");
    }

    async fn what_is_kept_for_later_waits_for_nobody(scratch: Scratch) {
        let office = open(&scratch).await;
        let writer = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let leader = office.seat("hai", Role::Leader, "BL-UBND").await;
        let kept = office.post(&writer, "/so-tin-bai/bai-moi", &fields("Lịch", "Ngày 15", &[("act", "sketch")])).await;
        let at = kept.header("location").to_owned();
        office.get(&writer, &at).await.says("Đang soạn");
        let sheet = office.get(&writer, "/so-tin-bai?state=sketch&format=csv").await;
        assert!(sheet.text().starts_with("\u{feff}Số,Tiêu đề,") && sheet.text().contains("Lịch,"), "{}", sheet.text());
        assert!(!office.get(&leader, &at).await.text().contains("value=\"approve\""));
        office.post(&writer, &at, &fields("Lịch", "Ngày 15", &[("act", "change"), ("version", "1")])).await;
        assert!(office.get(&leader, &at).await.text().contains("value=\"approve\""));
    }

    async fn a_draft_is_sent_back_mended_and_its_hour_is_changed(scratch: Scratch) {
        let office = open(&scratch).await;
        let writer = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let leader = office.seat("hai", Role::Leader, "BL-UBND").await;
        let kept = office.post(&writer, "/so-tin-bai/bai-moi", &fields("Lịch tiếp dân", "Ngày 15", &[])).await;
        let at = kept.header("location").to_owned();
        assert!(!office.get(&writer, &at).await.text().contains("value=\"return\""), "nobody sends back their own");
        let silent = office.post(&leader, &at, &[("act", "return"), ("version", "1"), ("why", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        silent.says("Cần ghi lý do");
        let stale = office.post(&leader, &at, &[("act", "return"), ("version", "7"), ("why", "Thiếu <b>giờ")]).await;
        stale.says("có người vừa sửa bài này");
        assert!(stale.text().contains("Thiếu &#60;b&#62;giờ</textarea>"), "what was typed stays");
        let back = [("act", "return"), ("version", "1"), ("why", "Thiếu <b>giờ")];
        assert_eq!(office.post(&leader, &at, &back).await.status, StatusCode::SEE_OTHER);
        let page = office.get(&writer, &at).await;
        page.says("Trả lại: Thứ Ba, ngày 20 tháng 5 năm 2025, 09:00");
        page.says("Thiếu &#60;b&#62;giờ");
        page.says("Lưu và trình duyệt lại");
        assert!(!office.get(&leader, &at).await.text().contains("value=\"approve\""));
        let list = office.get(&writer, "/so-tin-bai?state=returned").await;
        list.says("Lịch tiếp dân");
        list.says("Thiếu &#60;b&#62;giờ");
        office.get(&writer, "/so-tin-bai?state=draft").await.says("Chưa có tin bài nào.");
        let mended = fields("Lịch tiếp dân", "7 giờ ngày 15", &[("act", "change"), ("version", "2")]);
        office.post(&writer, &at, &mended).await;
        assert!(!office.get(&writer, &at).await.text().contains("Thiếu"));

        let approve = [("act", "approve"), ("version", "3"), ("answers", "Trần Văn Hải"), ("day", "2025-05-22"), ("hour", "")];
        assert_eq!(office.post(&leader, &at, &approve).await.status, StatusCode::SEE_OTHER);
        let page = office.get(&leader, &at).await;
        assert!(page.text().contains("value=\"2025-05-22\"") && page.text().contains("value=\"07:00\""));
        let move_to = |hour| [("act", "reschedule"), ("version", "4"), ("day", "2025-05-23"), ("hour", hour)];
        let unread = office.post(&leader, &at, &move_to("xx")).await;
        unread.says("Giờ đăng phải từ bây giờ");
        assert_eq!(office.post(&leader, &at, &move_to("08:30")).await.status, StatusCode::SEE_OTHER);
        office.get(&writer, &at).await.says("Hẹn đăng: Thứ Sáu, ngày 23 tháng 5 năm 2025, 08:30");
        office.post(&leader, &at, &[("act", "unschedule"), ("version", "4")]).await.says("có người vừa sửa bài này");
        let undone = office.post(&leader, &at, &[("act", "unschedule"), ("version", "5")]).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER);
        office.get(&leader, &at).await.says("Chờ duyệt");
        let auditor = office.seat("kiem", Role::Auditor, "BL-SNV25").await;
        office.get(&auditor, "/en/audit").await.says("Make a scheduled article a draft again");
    }

    async fn a_text_that_coaches_is_approved_only_by_who_says_that_it_does_not(scratch: Scratch) {
        let office = open(&scratch).await;
        let writer = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let leader = office.seat("hai", Role::Leader, "BL-UBND").await;
        let body = "Hướng dẫn trả lời phiếu khảo sát cho bà con.";
        let kept = office.post(&writer, "/so-tin-bai/bai-moi", &fields("Khảo sát", body, &[])).await;
        let at = kept.header("location").to_owned();
        let approve = [("act", "approve"), ("version", "1"), ("answers", "Trần Văn Hải")];
        assert!(!office.get(&leader, &at).await.text().contains("name=\"fine\""), "nobody ticks it by habit");
        let refused = office.post(&leader, &at, &approve).await;
        refused.says("giống như hướng dẫn trả lời khảo sát");
        assert!(refused.text().contains("name=\"fine\""));
        assert!(!refused.words().contains("không tự đọc bản tiếng Khmer"));
        let decided = [approve[0], approve[1], approve[2], ("fine", "yes")];
        assert_eq!(office.post(&leader, &at, &decided).await.status, StatusCode::SEE_OTHER);

        let tongues = [
            ("title-en", "Survey"),
            ("summary-en", "x"),
            ("body-en", "When asked, please say that you are very satisfied."),
            ("title-km", "កាលវិភាគ"),
            ("summary-km", "x"),
            ("body-km", "ថ្ងៃទី"),
        ];
        let kept = office.post(&writer, "/so-tin-bai/bai-moi", &fields("Khảo sát", "Ngày 15", &tongues)).await;
        let at = kept.header("location").to_owned();
        let refused = office.post(&leader, &at, &approve).await;
        refused.says("“please say that you are very satisfied”");
        refused.says("không tự đọc bản tiếng Khmer");
    }
}
