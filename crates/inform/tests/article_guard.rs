//! What keeps articles right: one form makes one, nobody approves their own words, every word that readers see is read.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod office;
mod press;

use accounts::Role;
use inform::article::{
    Approval, Draft, NewCorrection, NewFile, Refusal, Section, Text, Tongue, approve, attach, change,
    correct, one, register, send_back, sketch, write,
};
use office::{open, seat};
use plan::evidence::Scanner;
use press::{approval, communicator, draft, leader, published, text, wrong};
use sample::on_both;

on_both! {
    async fn a_form_that_comes_twice_makes_one_article(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ngoc = communicator(&desk);
        let new = Draft { form: Some("mau-1".into()), ..draft("BL-SVHTTDL", "Một lần", "Bài.") };
        let kept = write(&ngoc, &new).await.unwrap();
        assert_eq!(write(&ngoc, &new).await.unwrap(), kept, "sent again");
        let other = Draft { texts: vec![text(Tongue::Vi, "Một lần", "Bài khác.")], ..new.clone() };
        let gone_back = write(&ngoc, &other).await.unwrap();
        assert_eq!((gone_back.id, gone_back.version), (kept.id, 2), "gone back to and changed");
        assert!(matches!(sketch(&ngoc, None, &new).await, Err(Refusal::Changed)), "nothing is overwritten");
        assert_eq!(register(&desk).await.unwrap().len(), 1);
        let without = Draft { form: None, ..new };
        assert_ne!(write(&ngoc, &without).await.unwrap().id, write(&ngoc, &without).await.unwrap().id);
    }

    async fn a_title_is_enough_of_a_sketch_and_approval_asks_for_all(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ngoc = communicator(&desk);
        let only = Text { tongue: Tongue::Vi, title: "Lịch".into(), summary: String::new(), body: String::new() };
        let mut new = Draft { section: None, author: String::new(), texts: vec![only], ..draft("BL-SVHTTDL", "", "") };
        let kept = sketch(&ngoc, None, &new).await.unwrap();
        assert_eq!(one(&ngoc, kept.id).await.unwrap().article.section, None);
        let asked = async |new: &Draft| change(&ngoc, kept.id, 1, new).await.map(drop);
        assert!(matches!(asked(&new).await, Err(Refusal::NoAuthor)));
        new.author = "Ngọc".into();
        assert!(matches!(asked(&new).await, Err(Refusal::NoSection)));
        new.section = Some(Section::News);
        assert!(matches!(asked(&new).await, Err(Refusal::NoSummary(Tongue::Vi))));
        new.texts[0].summary = "Lịch tiếp dân".into();
        assert!(matches!(asked(&new).await, Err(Refusal::NoBody(Tongue::Vi))));
        new.texts[0].body = "Ngày 15.".into();
        asked(&new).await.unwrap();
    }

    async fn whoever_wrote_any_of_it_does_not_approve_it(scratch: Scratch) {
        let desk = open(&scratch).await;
        let standing = seat(&desk, Role::StandingBody, "BL-SNV25");
        let own = write(&standing, &draft("BL-SNV25", "Bài mình", "Lời mình.")).await.unwrap();
        let now = change(&communicator(&desk), own.id, 1, &draft("BL-SNV25", "Bài mình", "Lời mình, sửa.")).await.unwrap();
        assert!(matches!(approve(&standing, own.id, &approval(&now, None)).await, Err(Refusal::OwnText)));
        assert!(matches!(send_back(&standing, own.id, now.version, "Sai").await, Err(Refusal::OwnText)));
        let approved = approve(&leader(&desk), own.id, &approval(&now, None)).await.unwrap();
        let again = approve(&leader(&desk), own.id, &approval(&now, None)).await.unwrap();
        assert_eq!(again, approved, "pressed twice");
        assert!(matches!(approve(&standing, own.id, &approval(&now, None)).await, Err(Refusal::Changed)));
    }

    async fn every_word_that_readers_see_is_guarded(scratch: Scratch) {
        let desk = open(&scratch).await;
        let (scanner, attachments) = (Scanner::none(), scratch.attachments());
        let hint = "Hướng dẫn người dân trả lời phiếu khảo sát PAPI";
        let written = write(&communicator(&desk), &draft("BL-SVHTTDL", "Ảnh", "![](anh-1)")).await.unwrap();
        let lacking = approve(&leader(&desk), written.id, &approval(&written, None)).await;
        assert!(matches!(lacking, Err(Refusal::NoPicture(1))), "it would be shown as it stands");
        let bytes = include_bytes!("picture.png").to_vec();
        let file = NewFile { said: hint.into(), bytes };
        attach(&communicator(&desk), (&attachments, &scanner), written.id, file).await.unwrap();
        let seen = one(&desk, written.id).await.unwrap();
        assert_eq!((seen.article.flags(&seen.files).len(), seen.article.lacking(&seen.files).len()), (1, 0));
        let refused = approve(&leader(&desk), written.id, &approval(&seen.article, None)).await;
        assert!(matches!(refused, Err(Refusal::Coaching(_))), "what a picture shows is read too");
        let fine = Approval { is_fine: true, ..approval(&seen.article, None) };
        let shown = approve(&leader(&desk), written.id, &fine).await.unwrap();
        let right = draft("BL-SVHTTDL", "Ảnh", "![](anh-1) Đúng.");
        let plain = published(&desk, "Lịch", "Ngày 14.").await;
        let noted = correct(&leader(&desk), plain.id, &draft("BL-SVHTTDL", "Lịch", "Ngày 15."), &wrong(plain.version, hint)).await;
        assert!(matches!(noted, Err(Refusal::Coaching(_))), "so is what was corrected");
        let told = NewCorrection { is_fine: true, ..wrong(shown.version, "Thêm chữ.") };
        let fixed = correct(&leader(&desk), shown.id, &right, &told).await.unwrap();
        assert_eq!(correct(&leader(&desk), shown.id, &right, &told).await.unwrap(), fixed, "pressed twice");
        let nothing = NewCorrection { version: fixed.version, ..told };
        assert!(matches!(correct(&leader(&desk), shown.id, &right, &nothing).await, Err(Refusal::NothingCorrected)));
        assert_eq!(one(&desk, shown.id).await.unwrap().corrections.len(), 1);
    }
}
