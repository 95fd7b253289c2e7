//! What is told of a question: to who asked it, and to who sees to it that somebody answers.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::Role;
use jiff::civil::date;
use sample::on_both;
use store::run;

use super::street::{WARD, keys, open, page_of};
use crate::office::{file, text};

on_both! {
    async fn a_later_answer_in_time_does_not_read_as_late_nor_hide_that_one_was(scratch: Scratch) {
        let mut street = open(&scratch).await;
        let asked = keys(&street.ask(&[text("commune", WARD)]).await);
        street.on(date(2025, 6, 3));
        let ut = street.office.seat("ut", Role::Officer, WARD).await;
        let at = page_of(&street.office, &ut, &asked[0]).await;
        let told = [("act", "answer"), ("words", "Phường đã cho sửa")];
        assert_eq!(street.office.post(&ut, &at, &told).await.status, 303);
        street.follow(&asked, &[]).await.says("Đã trả lời, muộn 7 ngày");
        street.follow(&asked, &[("act", "reopen"), ("why", "Vẫn còn hư")]).await;
        assert_eq!(street.office.post(&ut, &at, &told).await.status, 303);
        let seen = street.follow(&asked, &[]).await;
        seen.says("Đã trả lời, lần này đúng hạn, lần trước muộn 7 ngày");
        seen.says("Việc ở xã, phường Phường 2 (thành phố Bạc Liêu)");
        seen.says("Trả lời – Phường 2 (thành phố Bạc Liêu)");
        street.office.get(&ut, "/so-hoi-dap").await.says("0/1 Trả lời đúng hạn");
    }

    async fn a_picture_that_is_too_large_is_refused_in_a_sentence(scratch: Scratch) {
        let street = open(&scratch).await;
        let refused = street.ask(&[file("anh.jpg", &vec![0; 10 * 1024 * 1024 + 1])]).await;
        assert_eq!(refused.status, 422);
        refused.says("Không nhận được ảnh: tệp quá lớn, chỉ nhận ảnh không quá 10 MB.");
    }

    async fn who_opens_posts_is_told_that_questions_wait_for_nobody(scratch: Scratch) {
        let street = open(&scratch).await;
        let mut tx = street.office.desk.store().begin().await.unwrap();
        run!(&mut tx, sqlx::query("UPDATE post SET role = 'officer' WHERE role = 'standing_body'")).unwrap();
        tx.commit().await.unwrap();
        let admin = street.office.seat("qt", Role::Administrator, "BL-VPUBND").await;
        assert!(!street.office.get(&admin, "/viec-cua-toi").await.text().contains("chưa ai giữ vai trò"));
        keys(&street.ask(&[text("place", ""), text("words", "Không rõ hỏi cơ quan nào cả")]).await);
        let told = street.office.get(&admin, "/viec-cua-toi").await;
        told.says("1 câu hỏi của người dân đang chờ mà chưa ai giữ vai trò cơ quan thường trực");
        assert!(!told.text().contains("Không rõ hỏi"), "and no word of them");
        street.office.hoa().await;
        assert!(!street.office.get(&admin, "/viec-cua-toi").await.text().contains("chưa ai giữ vai trò"));
    }
}
