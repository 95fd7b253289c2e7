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

    async fn a_poll_that_is_withdrawn_is_gone_for_everyone_and_its_address_says_why(scratch: Scratch) {
        let office = open(&scratch).await;
        let writer = office.seat("ngoc", Role::Communicator, "BL-SVHTTDL").await;
        let today = office.desk.today.to_string();
        let new = [
            ("asked", "Ông, bà có biết nhà kho số chín không?"),
            ("choice-0", "Có"),
            ("choice-1", "Không"),
            ("opens_on", today.as_str()),
            ("closes_on", today.as_str()),
        ];
        let numbered = [("asked", "CCCD 079 201 001 234 có đúng không?"), new[1], new[2], new[3], new[4]];
        let refused = office.post(&writer, "/so-tham-do", &numbered).await;
        assert_eq!(refused.status.as_u16(), 422);
        refused.says("“079201001234”");
        let made = office.post(&writer, "/so-tham-do", &new).await;
        let at = made.header("location").to_owned();
        let public = at.replace("/so-tham-do/", "/tham-do/");
        assert_eq!(office.get("", &public).await.status, 200);
        office.get("", "/tim-kiem?q=nha+kho+so+chin").await.says("nhà kho số chín không?");
        let gone = office.post(&writer, &at, &[("act", "withdraw"), ("why", "Không được phép đăng")]).await;
        assert_eq!(gone.status.as_u16(), 303);
        office.get(&writer, &at).await.says("Đã gỡ khỏi trang ngày");
        for (address, why) in [(public.clone(), "Lý do: Không được phép đăng"), (public.replace("/tham-do", "/en/polls"), "This poll was withdrawn on")] {
            let page = office.get("", &address).await;
            assert_eq!(page.status.as_u16(), 410);
            page.says(why);
            assert!(!page.text().contains("nhà kho"), "{}", page.words());
        }
        assert!(!office.get("", "/tham-do").await.text().contains("nhà kho"));
        assert!(!office.get("", "/tim-kiem?q=nha+kho+so+chin").await.text().contains("nhà kho số chín không?"));
    }
}
