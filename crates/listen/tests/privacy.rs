//! What tells who asked: sealed in the database, in attachments and in backups; gone by rule; never in the audit trail.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod street;

use accounts::{Desk, Role, audit};
use jiff::civil::date;
use listen::Seal;
use listen::question::{
    Asked, Held, Kind, New, Public, Refusal, Way, What, add, answer, copy, erase, follow, forget, held, one,
    own_picture, picture, publish, purge, reopen, see_contact,
};
use plan::evidence::Unfit;
use sample::on_both;
use store::Address;
use street::{MAIL, OTHER, Street, WARD, WORDS, disguises, has, now, open, photo, whole};

async fn asked(street: &Street) -> Asked {
    let new = New { picture: Some(photo()), ..street.written(Kind::Feedback, WORDS) };
    street.take(&new).await.unwrap()
}

on_both! {
    async fn no_dump_and_no_backup_holds_contact_or_picture_in_clear(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = asked(&street).await;
        let bytes = whole(&street.desk, &street.attachments).await;
        assert!(has(&bytes, "question_contact") && has(&bytes, &asked.question.code), "the tables are in it");
        for secret in [MAIL, "khuon-mat", &asked.secret] {
            for written in disguises(secret) {
                assert!(!has(&bytes, &written), "{written}");
            }
        }
        assert!(!has(&bytes, "GPS!"));
        let key = "07".repeat(32);
        assert!(!has(&bytes, &key), "the key stays behind");
    }

    async fn the_trail_keeps_marks_and_stays_whole_when_all_is_gone(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = asked(&street).await;
        let id = asked.question.id;
        answer(&street.ward(date(2025, 5, 21)), id, "Đã sửa cho chị Lan").await.unwrap();
        let trail = async || {
            let entries = audit::list(&mut street.desk.read().await.unwrap(), 0, 10_000).await.unwrap();
            entries.iter().map(|entry| format!("{entry:?}")).collect::<String>()
        };
        let told = trail().await;
        assert!(told.contains(&street.seal.mark("mail", MAIL)));
        for personal in [MAIL, "cổng trường", "chị Lan", &asked.secret] {
            assert!(!told.contains(personal), "{personal}");
        }
        assert_eq!(purge(&street.desk.on(date(2025, 6, 20)), &street.attachments).await.unwrap(), 0, "not before");
        assert!(one(&street.ward(date(2025, 6, 20)), id).await.unwrap().way.is_some());
        let after = street.desk.on(date(2025, 6, 21));
        assert_eq!(purge(&after, &street.attachments).await.unwrap(), 1);
        assert_eq!(purge(&after, &street.attachments).await.unwrap(), 0);
        assert!(street.attachments.list().await.unwrap().is_empty());
        let ward = street.ward(date(2025, 6, 21));
        assert!(one(&ward, id).await.unwrap().way.is_none() && now(&street, id).await.picture.is_none());
        assert!(matches!(see_contact(&ward, &street.seal, id).await, Err(Refusal::NoContact)));
        assert!(matches!(picture(&ward, (&street.seal, &street.attachments), id).await, Err(Refusal::Missing)));
        assert!(audit::verify(street.desk.store()).await.unwrap() > 0);
        assert!(trail().await.contains("question.purged"));
    }

    async fn how_to_reach_somebody_is_turned_away_in_the_text_and_sealed_in_its_field(scratch: Scratch) {
        let street = open(&scratch).await;
        for words in ["Đèn hư. Gọi tôi số 0912 345 678", "Đèn hư, báo lại +84 912.345.678", "Đèn hư, thư về lan.kin@example.vn"] {
            assert!(matches!(street.take(&street.written(Kind::Feedback, words)).await, Err(Refusal::Reachable)), "{words}");
        }
        for contact in ["lan", "0912345678 hoặc lan@x.vn", "lan@x.vn\r\nBcc: a@x.vn", "095123456789"] {
            let new = New { contact: contact.to_owned(), ..street.written(Kind::Feedback, WORDS) };
            assert!(matches!(street.take(&new).await, Err(Refusal::NoWay)), "{contact}");
        }
        let new = New { contact: " +84 912.345.678 ".to_owned(), ..street.written(Kind::Feedback, WORDS) };
        let asked = street.take(&new).await.unwrap();
        let ward = street.ward(date(2025, 5, 21));
        let seen = see_contact(&ward, &street.seal, asked.question.id).await.unwrap();
        assert_eq!((seen.way, seen.value.as_str()), (Way::Telephone, "0912345678"));
        answer(&ward, asked.question.id, "Đã sửa xong").await.unwrap();
        let (code, secret) = (asked.question.code.as_str(), asked.secret.as_str());
        let again = reopen(&street.desk, code, secret, "Vẫn hư, gọi 0912.345.678").await;
        assert!(matches!(again, Err(Refusal::Reachable)));
        let bytes = whole(&street.desk, &street.attachments).await;
        for number in ["0912345678", "0912 345 678", "912.345.678", "0912.345.678", "lan.kin"] {
            for written in disguises(number) {
                assert!(!has(&bytes, &written), "{written}");
            }
        }
    }

    async fn who_asked_takes_a_copy_of_all_that_is_kept_and_that_is_written_down(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = asked(&street).await;
        let (code, secret) = (asked.question.code.as_str(), asked.secret.as_str());
        let means = (&street.seal, &street.attachments);
        assert!(matches!(copy(&street.desk, &street.seal, code, "x").await, Err(Refusal::Missing)));
        assert!(matches!(own_picture(&street.desk, means, code, "x").await, Err(Refusal::Missing)));
        let own = copy(&street.desk, &street.seal, code, secret).await.unwrap();
        assert_eq!((own.contact.unwrap().value.as_str(), own.followed.question.words.as_str()), (MAIL, WORDS));
        let (bytes, media) = own_picture(&street.desk, means, code, secret).await.unwrap();
        assert!(media == "image/jpeg" && has(&bytes, "khuon-mat"));
        let entries = audit::list(&mut street.desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        assert_eq!(entries.iter().filter(|it| it.act == "question.copied").count(), 2);
        erase(&street.desk, &street.attachments, code, secret).await.unwrap();
        assert_eq!(copy(&street.desk, &street.seal, code, secret).await.unwrap().contact, None);
        assert!(matches!(own_picture(&street.desk, means, code, secret).await, Err(Refusal::Missing)));
    }

    async fn what_nobody_answers_is_kept_for_a_year_and_no_longer(scratch: Scratch) {
        let street = open(&scratch).await;
        asked(&street).await;
        assert_eq!(purge(&street.desk.on(date(2026, 5, 20)), &street.attachments).await.unwrap(), 0);
        assert_eq!(street.attachments.list().await.unwrap().len(), 1);
        assert_eq!(purge(&street.desk.on(date(2026, 5, 21)), &street.attachments).await.unwrap(), 1);
        assert_eq!(held(&street.desk).await.unwrap(), Held { contacts: 0, pictures: 0, files: 0 });
        assert!(street.attachments.list().await.unwrap().is_empty());
        let left = street.asked(Kind::Feedback).await.question;
        answer(&street.ward(date(2025, 5, 21)), left.id, "Đã sửa xong đường").await.unwrap();
        assert_eq!(purge(&street.desk.on(date(2025, 7, 1)), &street.attachments).await.unwrap(), 1, "what was answered, by its own rule");
    }

    async fn who_must_answer_sees_the_address_alone_and_each_time_is_written_down(scratch: Scratch) {
        let street = open(&scratch).await;
        let id = asked(&street).await.question.id;
        let ward = street.ward(date(2025, 5, 21));
        assert_eq!(see_contact(&ward, &street.seal, id).await.unwrap().value, MAIL);
        let seen = audit::list(&mut ward.read().await.unwrap(), 0, 10_000).await.unwrap();
        assert_eq!(seen.last().unwrap().act, "question.contact_seen");
        let standing = street.seat(Role::StandingBody, "BL-VPUBND", date(2025, 5, 21));
        assert!(matches!(see_contact(&standing, &street.seal, id).await, Err(Refusal::Forbidden(_))));
        let far = street.seat(Role::Officer, OTHER, date(2025, 5, 21));
        assert!(matches!(see_contact(&far, &street.seal, id).await, Err(Refusal::Missing)));
        assert!(matches!(see_contact(&ward, &Seal::new(&[8; 32]), id).await, Err(Refusal::Sealed)));
        let (bytes, media) = picture(&ward, (&street.seal, &street.attachments), id).await.unwrap();
        assert!(media == "image/jpeg" && has(&bytes, "khuon-mat") && !has(&bytes, "GPS!"));
        assert_eq!(now(&street, id).await.agency.as_deref(), Some(WARD));
    }

    async fn who_asked_takes_it_back_at_once(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = asked(&street).await;
        let (code, secret) = (asked.question.code.as_str(), asked.secret.as_str());
        assert!(matches!(erase(&street.desk, &street.attachments, code, "x").await, Err(Refusal::Missing)));
        assert_eq!(street.attachments.list().await.unwrap().len(), 1);
        erase(&street.desk, &street.attachments, code, secret).await.unwrap();
        assert!(street.attachments.list().await.unwrap().is_empty());
        let left = follow(&street.desk, code, secret).await.unwrap();
        assert!(left.way.is_none() && left.question.picture.is_none() && !left.question.consent);
        assert!(answer(&street.ward(date(2025, 5, 21)), left.question.id, "Đã sửa xong").await.is_ok());
    }

    async fn what_somebody_wrote_goes_as_their_request_asks_and_the_answer_stays(scratch: Scratch) {
        let street = open(&scratch).await;
        let told = "Nhà bà Bảy ở hẻm sau chùa bị ngập";
        let asked = street.take(&New { picture: Some(photo()), ..street.written(Kind::Feedback, told) }).await.unwrap();
        let (id, stranger) = (asked.question.id, street.asked(Kind::OwnData).await);
        let (day, ward) = (date(2025, 5, 21), street.ward(date(2025, 5, 21)));
        let head = street.seat(Role::Head, WARD, day);
        let forgotten = async |desk: &Desk| forget(desk, &street.attachments, id).await;
        assert!(matches!(forgotten(&head).await, Err(Refusal::StillOpen)));
        answer(&ward, id, "Đã đặt cống").await.unwrap();
        reopen(&street.desk.on(day), &asked.question.code, &asked.secret, "Bà Bảy vẫn ngập").await.unwrap();
        add(&street.desk.on(day), &asked.question.code, &asked.secret, "Nhà bà Bảy số 5").await.unwrap();
        answer(&ward, id, "Đã đặt cống thứ hai").await.unwrap();
        publish(&head, id, Public::checked("Hẻm sau chùa ngập", "Đã đặt cống")).await.unwrap();
        assert!(matches!(forgotten(&head).await, Err(Refusal::NoRequest)), "a request that proves nothing is none");
        let wrong = Asked { secret: stranger.secret.clone(), ..asked.clone() };
        assert!(matches!(street.wants_forgetting(&wrong).await, Err(Refusal::Missing)));
        let other = street.asked(Kind::Feedback).await;
        street.wants_forgetting(&other).await.unwrap();
        assert!(matches!(forgotten(&head).await, Err(Refusal::NoRequest)), "nor is one about another question");
        let request = street.wants_forgetting(&asked).await.unwrap();
        assert_eq!((request.question.kind, request.question.agency.as_deref()), (Kind::OwnData, Some(WARD)));
        assert!(matches!(street.wants_forgetting(&asked).await, Err(Refusal::Requested)));
        assert!(matches!(forgotten(&ward).await, Err(Refusal::Forbidden(_))));
        let far = street.seat(Role::Head, OTHER, day);
        assert!(matches!(forgotten(&far).await, Err(Refusal::Missing)));
        assert_eq!(one(&head, id).await.unwrap().request.map(|it| it.id), Some(request.question.id));
        assert_eq!(one(&head, request.question.id).await.unwrap().about.map(|it| it.id), Some(id));
        assert_eq!(held(&street.desk).await.unwrap(), Held { contacts: 3, pictures: 1, files: 0 });

        forgotten(&head).await.unwrap();
        assert!(matches!(forgotten(&head).await, Err(Refusal::NoRequest)), "once");
        let left = one(&head, id).await.unwrap();
        assert!(left.question.words.is_empty() && left.public.is_none() && left.way.is_none());
        let words: Vec<&str> = left.steps.iter().map(|step| step.words.as_str()).collect();
        assert_eq!(words, ["Đã đặt cống", "", "", "Đã đặt cống thứ hai", ""]);
        let told = one(&head, request.question.id).await.unwrap().steps;
        assert_eq!(told.iter().map(|step| step.what).collect::<Vec<_>>(), [What::Forgotten]);
        assert_eq!(held(&street.desk).await.unwrap(), Held { contacts: 2, pictures: 0, files: 0 });
        let bytes = whole(&street.desk, &street.attachments).await;
        for gone in ["Bảy", "sau chùa", "ba bay", "khuon-mat"] {
            assert!(!has(&bytes, gone), "{gone} is still there");
        }
        assert!(audit::verify(street.desk.store()).await.unwrap() > 0);
    }

    async fn nothing_of_what_went_is_left_in_the_files_of_the_database(scratch: Scratch) {
        let street = open(&scratch).await;
        let told = "Nhà bà Bảy ở hẻm sau chùa bị ngập từ tuần trước, nước vào tới giường";
        let long = format!("{told}. {}", "Hẻm sâu nước đứng. ".repeat(140));
        let (short, long) = (street.written(Kind::Feedback, told), street.written(Kind::Feedback, &long));
        let old = street.take(&street.written(Kind::Feedback, WORDS)).await.unwrap().question.id;
        let asked = [street.take(&short).await.unwrap(), street.take(&long).await.unwrap()];
        street.asked(Kind::OwnData).await;
        let (day, ward) = (date(2025, 5, 21), street.ward(date(2025, 5, 21)));
        let head = street.seat(Role::Head, WARD, day);
        let all: Vec<Vec<u8>> = {
            let mut at = street.desk.read().await.unwrap();
            store::on!(&mut at, c => sqlx::query_scalar("SELECT sealed FROM question_contact ORDER BY question").fetch_all(c).await).unwrap()
        };
        answer(&ward, old, "Đã sửa xong").await.unwrap();
        for it in &asked {
            answer(&ward, it.question.id, "Đã đặt cống").await.unwrap();
            reopen(&street.desk.on(day), &it.question.code, &it.secret, "Bà Bảy vẫn ngập tới giường").await.unwrap();
            answer(&ward, it.question.id, "Đã đặt cống thứ hai").await.unwrap();
            publish(&head, it.question.id, Public::checked("Hẻm nhà bà Bảy ngập", "Đã đặt cống")).await.unwrap();
        }
        let traces = |bytes: &[u8]| {
            let words = ["Bảy", "sau chùa", "ba bay", "sau chua", "nuoc dung"].into_iter().filter(|it| has(bytes, it)).count();
            words + all[..3].iter().filter(|sealed| bytes.windows(sealed.len()).any(|it| it == sealed.as_slice())).count()
        };
        let files = || {
            let Address::Sqlite(path) = scratch.address() else { return Vec::new() };
            let log = format!("{}-wal", path.display());
            [std::fs::read(path).unwrap(), std::fs::read(log).unwrap()].concat()
        };
        let before = files();
        assert!(before.is_empty() || traces(&before) == 8, "all of it is there: {}", traces(&before));
        for it in &asked {
            street.wants_forgetting(it).await.unwrap();
            forget(&head, &street.attachments, it.question.id).await.unwrap();
        }
        assert_eq!(purge(&street.desk.on(date(2025, 7, 1)), &street.attachments).await.unwrap(), 1);
        assert_eq!(traces(&files()), 0);
        let bytes = whole(&street.desk, &street.attachments).await;
        assert_eq!(traces(&bytes), 0);
    }

    async fn what_is_no_picture_is_kept_nowhere(scratch: Scratch) {
        let street = open(&scratch).await;
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec();
        let polyglot = [b"GIF89a/*".as_slice(), b"*/=1;alert(1)//"].concat();
        let pdf = b"%PDF-1.7\nbang tin".to_vec();
        let page = b"\xFF\xD8<script>alert(1)</script>".to_vec();
        for bytes in [svg, polyglot, pdf, page, Vec::new(), vec![0xFF; plan::evidence::FILE_MAX + 1]] {
            let head = bytes.get(..8).map(<[u8]>::to_vec);
            let new = New { picture: Some(bytes), ..street.written(Kind::Feedback, WORDS) };
            assert!(matches!(street.take(&new).await, Err(Refusal::NoPicture(_))), "{head:?}");
        }
        let large = New { picture: Some(vec![0; plan::evidence::FILE_MAX + 1]), ..street.written(Kind::Feedback, WORDS) };
        assert!(matches!(street.take(&large).await, Err(Refusal::NoPicture(Unfit::TooLarge))));
        assert!(street.attachments.list().await.unwrap().is_empty());
        // A picture with a page behind it is kept as the picture alone.
        let behind = [photo(), b"<script>alert(1)</script>".to_vec()].concat();
        let id = street.take(&New { picture: Some(behind), ..street.written(Kind::Feedback, WORDS) }).await.unwrap().question.id;
        let ward = street.ward(date(2025, 5, 21));
        let (bytes, _) = picture(&ward, (&street.seal, &street.attachments), id).await.unwrap();
        assert!(!has(&bytes, "<script>") && has(&bytes, "khuon-mat"));
    }
}
