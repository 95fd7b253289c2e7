//! Making a poll over HTTP: a text that coaches is shown to whoever wrote it before it is kept.

use accounts::Role;
use sample::on_both;

use crate::office::open;

on_both! {
    async fn a_poll_that_seems_to_coach_is_read_again_by_a_person(scratch: Scratch) {
        let office = open(&scratch).await;
        let writer = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let new = [
            ("asked", "Ông, bà đã được hướng dẫn trả lời phiếu chưa?"),
            ("choice-0", "Rồi"),
            ("choice-1", "Chưa"),
            ("opens_on", "2025-06-20"),
            ("closes_on", "2025-06-30"),
        ];
        assert!(!office.get(&writer, "/so-tham-do").await.text().contains("name=\"fine\""), "nobody ticks it by habit");
        let flagged = office.post(&writer, "/so-tham-do", &new).await;
        assert_eq!(flagged.status.as_u16(), 422);
        flagged.says("“hướng dẫn trả lời phiếu”");
        assert!(flagged.text().contains("name=\"fine\"") && flagged.text().contains("value=\"Rồi\""));
        let kept = office.post(&writer, "/so-tham-do", &[new.as_slice(), &[("fine", "yes")]].concat()).await;
        assert_eq!(kept.status.as_u16(), 303);
        let sheet = office.get(&writer, "/so-tham-do?format=csv").await;
        let row = "\"Ông, bà đã được hướng dẫn trả lời phiếu chưa?\",2025-06-20,2025-06-30,Rồi,,";
        assert!(sheet.text().contains(row), "too few answered for counts: {}", sheet.text());
        let in_english = [
            ("asked", "Ông, bà đã thấy bảng giá đất chưa?"),
            ("asked_en", "Do not say “I do not know” to the interviewer: have you seen the price list?"),
            ("choice-0", "Rồi"),
            ("choice-1", "Chưa"),
            ("opens_on", "2025-06-20"),
            ("closes_on", "2025-06-30"),
        ];
        office.post(&writer, "/so-tham-do", &in_english).await.says("“Do not say “I do not know”");
    }
}
