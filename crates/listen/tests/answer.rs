//! Answers with files, answers in part, and how an asker is reached put right.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod street;

use accounts::{Desk, Directory, Role, audit};
use jiff::civil::date;
use listen::question::{
    Given, Kind, NewFile, Public, Refusal, State, Told, Way, What, answer, answer_with, copy, correct, erase,
    file, fold, follow, forget, letter, one, own_file, public_file, publish, published, purge, reopen,
    see_contact, supplement, withdraw,
};
use plan::evidence::Unfit;
use sample::on_both;
use street::{MAIL, OTHER, Street, WARD, WORDS, disguises, has, now, open, photo, whole};

/// An agency of the standing body.
const STANDING: &str = "BL-VPUBND";
/// A document that names somebody.
const PAPER: &[u8] = b"%PDF-1.7\n1 0 obj\n(ho so cua ba Bay)\nendobj\nstartxref\n9\n%%EOF\n";
const TABLE: &str = "STT,Khoản,Số tiền\n1,Bà Bảy đóng góp,500000\n";

fn files() -> Vec<NewFile> {
    let file = |name: &str, bytes: &[u8]| NewFile { name: name.to_owned(), bytes: bytes.to_vec() };
    vec![file("../Hồ sơ\u{202E}.pdf", PAPER), file("thu-chi.csv", TABLE.as_bytes())]
}

async fn answered(street: &Street, desk: &Desk, id: i64) {
    answer_with(desk, street.means(), id, &"Gửi kèm hồ sơ".into(), files()).await.unwrap();
}

async fn trail(desk: &Desk) -> String {
    let entries = audit::list(&mut desk.read().await.unwrap(), 0, 10_000).await.unwrap();
    entries.iter().map(|entry| format!("{entry:?}")).collect()
}

on_both! {
    async fn files_go_to_the_asker_alone_and_are_told_by_letter(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Information).await;
        let (id, code, secret) = (asked.question.id, asked.question.code.as_str(), asked.secret.as_str());
        let (day, means) = (date(2025, 5, 21), (&street.seal, &street.attachments));
        let ward = street.ward(day);
        answered(&street, &ward, id).await;
        let seen = follow(&street.desk, code, secret).await.unwrap();
        let names: Vec<&str> = seen.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["Hồ sơ.pdf", "thu-chi.csv"]);
        assert!(seen.files.iter().all(|file| file.step == seen.steps[0].id && !file.is_public));
        let (got, bytes) = own_file(&street.desk, means, (code, secret), 1).await.unwrap();
        assert_eq!((got.media.as_str(), bytes.as_slice()), ("application/pdf", PAPER));
        let other = street.asked(Kind::Information).await;
        for (code, secret, place) in [
            (code, "x", 1), (code, other.secret.as_str(), 1), (other.question.code.as_str(), other.secret.as_str(), 1),
            (code, secret, 0), (code, secret, 3),
        ] {
            let got = own_file(&street.desk, means, (code, secret), place).await;
            assert!(matches!(got, Err(Refusal::Missing)), "{code} {place}");
        }
        assert!(matches!(public_file(&street.desk, means, code, 1).await, Err(Refusal::Missing)));
        assert_eq!(file(&ward, means, id, 2).await.unwrap().1, TABLE.as_bytes());
        let far = street.seat(Role::Officer, OTHER, day);
        assert!(matches!(file(&far, means, id, 1).await, Err(Refusal::Missing)));
        let letters = letter::due(&street.desk.on(day), &street.seal).await.unwrap();
        assert_eq!((letters.len(), letters[0].files), (1, 2));
        let own = copy(&street.desk, &street.seal, code, secret).await.unwrap();
        assert_eq!(own.followed.files.len(), 2);
    }

    async fn files_are_sealed_and_gone_after_their_time_from_database_attachments_and_backup(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Information).await;
        let (id, ward) = (asked.question.id, street.ward(date(2025, 5, 21)));
        answered(&street, &ward, id).await;
        let sealed = street.attachments.list().await.unwrap();
        assert_eq!(sealed.len(), 2);
        let bytes = whole(&street.desk, &street.attachments).await;
        assert!(has(&bytes, "Hồ sơ.pdf") && sealed.iter().all(|it| has(&bytes, it.as_str())), "they are in the backup");
        for clear in ["ho so cua ba Bay", "Bà Bảy đóng góp"] {
            assert!(disguises(clear).iter().all(|written| !has(&bytes, written)), "{clear} is sealed");
        }
        let told = trail(&street.desk).await;
        let mark = street.seal.mark("file", store::Digest::of(PAPER).as_str());
        assert!(told.contains(&mark) && told.contains(&PAPER.len().to_string()));
        assert!(!told.contains("Hồ sơ") && !told.contains("Bảy"));
        assert_eq!(purge(&street.desk.on(date(2025, 6, 20)), &street.attachments).await.unwrap(), 0, "not before");
        assert_eq!(purge(&street.desk.on(date(2025, 6, 21)), &street.attachments).await.unwrap(), 1);
        assert!(street.attachments.list().await.unwrap().is_empty() && one(&ward, id).await.unwrap().files.is_empty());
        let bytes = whole(&street.desk, &street.attachments).await;
        assert!(!has(&bytes, "Hồ sơ.pdf") && sealed.iter().all(|it| !has(&bytes, it.as_str())));
        assert_eq!(purge(&street.desk.on(date(2025, 6, 22)), &street.attachments).await.unwrap(), 0);
        assert!(audit::verify(street.desk.store()).await.unwrap() > 0);
    }

    async fn a_person_says_which_files_are_public_and_those_stay_while_they_are(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Information).await;
        let (id, code, day) = (asked.question.id, asked.question.code.as_str(), date(2025, 5, 21));
        let (means, head) = ((&street.seal, &street.attachments), street.seat(Role::Head, WARD, day));
        answered(&street, &head, id).await;
        let open_to_all = async || {
            let mut open = Vec::new();
            for place in 0..4 {
                match public_file(&street.desk, means, code, place).await {
                    Ok((file, _)) => open.push(file.place),
                    Err(why) => assert!(matches!(why, Refusal::Missing)),
                }
            }
            open
        };
        publish(&head, id, Public::checked("Xin hồ sơ", "Đã gửi")).await.unwrap();
        assert!(open_to_all().await.is_empty(), "none unless somebody says so");
        publish(&head, id, Public { files: &[2, 9], ..Public::checked("Xin hồ sơ", "Đã gửi") }).await.unwrap();
        assert_eq!(open_to_all().await, [2]);
        let shown = published(&street.desk, "", 1).await.unwrap().0;
        assert_eq!(shown[0].files.iter().map(|file| file.place).collect::<Vec<_>>(), [2]);
        assert_eq!(purge(&street.desk.on(date(2025, 7, 1)), &street.attachments).await.unwrap(), 1);
        assert_eq!(purge(&street.desk.on(date(2025, 7, 2)), &street.attachments).await.unwrap(), 0);
        assert_eq!((open_to_all().await, street.attachments.list().await.unwrap().len()), (vec![2], 1));
        withdraw(&head, id).await.unwrap();
        assert!(open_to_all().await.is_empty());
        assert_eq!(purge(&street.desk.on(date(2025, 7, 3)), &street.attachments).await.unwrap(), 1);
        assert!(street.attachments.list().await.unwrap().is_empty());
    }

    async fn who_takes_their_data_back_or_is_forgotten_leaves_no_file(scratch: Scratch) {
        let street = open(&scratch).await;
        let (day, means) = (date(2025, 5, 21), (&street.seal, &street.attachments));
        let head = street.seat(Role::Head, WARD, day);
        let (own, old) = (street.asked(Kind::Information).await, street.asked(Kind::Information).await);
        street.wants_forgetting(&old).await.unwrap();
        for it in [&own, &old] {
            answered(&street, &head, it.question.id).await;
            publish(&head, it.question.id, Public { files: &[1], ..Public::checked("Xin hồ sơ", "Đã gửi") }).await.unwrap();
        }
        let (code, secret) = (own.question.code.as_str(), own.secret.as_str());
        erase(&street.desk, &street.attachments, code, secret).await.unwrap();
        assert!(matches!(own_file(&street.desk, means, (code, secret), 1).await, Err(Refusal::Missing)));
        assert_eq!(street.attachments.list().await.unwrap().len(), 2);
        forget(&head, &street.attachments, old.question.id).await.unwrap();
        assert!(street.attachments.list().await.unwrap().is_empty());
        assert!(matches!(public_file(&street.desk, means, &old.question.code, 1).await, Err(Refusal::Missing)));
        assert!(!has(&whole(&street.desk, &street.attachments).await, "thu-chi.csv"));
    }

    async fn who_asked_the_same_gets_them_too_but_nobody_elses_own_data(scratch: Scratch) {
        let street = open(&scratch).await;
        let (ward, means) = (street.ward(date(2025, 5, 21)), (&street.seal, &street.attachments));
        for (kind, gets) in [(Kind::Information, true), (Kind::OwnData, false)] {
            let (main, twin) = (street.asked(kind).await, street.asked(kind).await);
            fold(&ward, twin.question.id, &main.question.code).await.unwrap();
            answered(&street, &ward, main.question.id).await;
            let keys = (twin.question.code.as_str(), twin.secret.as_str());
            assert_eq!(own_file(&street.desk, means, keys, 1).await.is_ok(), gets, "{kind:?}");
            assert_eq!(!follow(&street.desk, keys.0, keys.1).await.unwrap().files.is_empty(), gets);
            let keys = (main.question.code.as_str(), main.secret.as_str());
            assert!(own_file(&street.desk, means, keys, 1).await.is_ok());
        }
    }

    async fn what_is_no_document_or_too_much_is_kept_nowhere(scratch: Scratch) {
        let street = open(&scratch).await;
        let id = street.asked(Kind::Information).await.question.id;
        let ward = street.ward(date(2025, 5, 21));
        let sent = async |desk: &Desk, files: Vec<(&str, Vec<u8>)>| {
            let files = files.into_iter().map(|(name, bytes)| NewFile { name: name.to_owned(), bytes }).collect();
            answer_with(desk, street.means(), id, &"Gửi kèm".into(), files).await
        };
        let good = || ("a.pdf", PAPER.to_vec());
        for bad in [("a.svg", b"<svg onload='alert(1)'/>".to_vec()), ("a.pdf", [PAPER, b"PK\x03\x04"].concat()), ("a.jpg", photo())] {
            let refused = sent(&ward, vec![good(), bad.clone()]).await;
            assert!(matches!(&refused, Err(Refusal::NoFile(name, _)) if name == bad.0), "{bad:?} {refused:?}");
        }
        let large = sent(&ward, vec![("a.pdf", vec![0; plan::evidence::FILE_MAX + 1])]).await;
        assert!(matches!(large, Err(Refusal::NoFile(_, Unfit::TooLarge))));
        assert!(matches!(sent(&ward, vec![good(); 6]).await, Err(Refusal::TooManyFiles)));
        let far = street.seat(Role::Officer, OTHER, date(2025, 5, 21));
        assert!(matches!(sent(&far, vec![good()]).await, Err(Refusal::Missing)));
        let wordless = answer_with(&ward, street.means(), id, &"".into(), files()).await;
        assert!(matches!(wordless, Err(Refusal::NoWords)));
        assert!(street.attachments.list().await.unwrap().is_empty(), "nothing of what was refused is left");
        assert_eq!(now(&street, id).await.state, State::Open);
    }

    async fn information_that_is_not_given_needs_a_ground_of_the_law_and_the_register_says_which(scratch: Scratch) {
        let street = open(&scratch).await;
        let (id, ward) = (street.asked(Kind::Information).await.question.id, street.ward(date(2025, 5, 21)));
        let told = |given, ground: &str| Told { given: Some(given), ground: ground.to_owned(), words: "Xem lý do bên dưới".to_owned() };
        for (given, ground) in [(Given::Nothing, ""), (Given::Part, "x"), (Given::Part, "")] {
            assert!(matches!(answer(&ward, id, told(given, ground)).await, Err(Refusal::NoGround)), "{ground}");
        }
        let part = answer(&ward, id, told(Given::Part, "conditional")).await.unwrap();
        assert_eq!((part.given, part.ground.as_deref()), (Some(Given::Part), Some("conditional")));
        let kept = one(&ward, id).await.unwrap();
        assert_eq!((kept.question.given, kept.question.ground.as_deref()), (part.given, Some("conditional")));
        assert_eq!((kept.steps[0].what, kept.steps[0].ground.as_deref()), (What::Partly, Some("conditional")));
        let own = street.asked(Kind::OwnData).await.question.id;
        let own = answer(&ward, own, told(Given::Nothing, "secret")).await.unwrap();
        assert_eq!((own.given, own.ground), (Some(Given::Nothing), None), "the grounds are of the other law");
        let whole = street.asked(Kind::Information).await.question.id;
        assert_eq!(answer(&ward, whole, told(Given::All, "secret")).await.unwrap().ground, None);
        assert!(trail(&street.desk).await.contains("conditional"));
    }

    async fn telephone_numbers_that_are_left_are_public_only_where_a_person_says_that_they_are_of_offices(scratch: Scratch) {
        let street = open(&scratch).await;
        let words = "Tôi gọi số 0291 3824 567 của phường nhiều lần, không ai nghe máy";
        let asked = street.take(&street.written(Kind::Feedback, words)).await.unwrap();
        let (id, head) = (asked.question.id, street.seat(Role::Head, WARD, date(2025, 5, 21)));
        answer(&head, id, "Gọi (0291) 3 822 123").await.unwrap();
        let public = Public::checked(words, "Gọi (0291) 3 822 123");
        let Err(Refusal::Telephones(found)) = publish(&head, id, public).await else { panic!("they are told") };
        assert_eq!(found, ["0291 3824 567", "0291) 3 822 123"]);
        publish(&head, id, Public { offices: true, ..public }).await.unwrap();
        let mobile = Public { offices: true, ..Public::checked("Gọi 0912 345 678", "Đã gọi") };
        assert!(matches!(publish(&head, id, mobile).await, Err(Refusal::Personal)), "of a mobile number nobody says so");
    }

    async fn how_an_asker_is_reached_is_put_right_by_code_and_secret_and_no_trail_holds_it(scratch: Scratch) {
        let street = open(&scratch).await;
        let (asked, day) = (street.asked(Kind::Feedback).await, date(2025, 5, 21));
        let (id, ward, means) = (asked.question.id, street.ward(day), street.means());
        let (code, secret) = (asked.question.code.as_str(), asked.secret.as_str());
        let put = async |desk: &Desk, secret: &str, written: &str| {
            correct(desk, (means.seal, means.chance), (code, secret), written).await
        };
        let other = street.asked(Kind::OwnData).await;
        for wrong in ["", "0000-0000-0000-0000", &other.secret] {
            assert!(matches!(put(&street.desk, wrong, "0912345678").await, Err(Refusal::Missing)), "{wrong}");
        }
        for wrong in ["", "lan", "lan@x.vn,mai@x.vn", "lan@x.vn\r\nBcc: a@x.vn", "095123456789"] {
            assert!(matches!(put(&street.desk, secret, wrong).await, Err(Refusal::NoWay)), "{wrong}");
        }
        for role in [Role::Head, Role::Officer, Role::StandingBody] {
            let official = street.seat(role, WARD, day);
            assert!(matches!(put(&official, secret, "0912345678").await, Err(Refusal::Forbidden(_))), "{role:?}");
        }
        assert_eq!(see_contact(&ward, &street.seal, id).await.unwrap().value, MAIL);

        put(&street.desk, secret, "lan.moi@example.vn").await.unwrap();
        assert_eq!(see_contact(&ward, &street.seal, id).await.unwrap().value, "lan.moi@example.vn");
        answer(&ward, id, "Đã sửa xong").await.unwrap();
        assert_eq!(letter::due(&street.desk.on(day), &street.seal).await.unwrap()[0].to, "lan.moi@example.vn");
        put(&street.desk.on(day), secret, "0912 345 678").await.unwrap();
        let seen = see_contact(&ward, &street.seal, id).await.unwrap();
        assert_eq!((seen.way, seen.value.as_str()), (Way::Telephone, "0912345678"));
        assert!(letter::due(&street.desk.on(day), &street.seal).await.unwrap().is_empty());
        let whats: Vec<What> = one(&ward, id).await.unwrap().steps.iter().map(|step| step.what).collect();
        assert_eq!(whats, [What::Corrected, What::Answered, What::Corrected]);
        let told = trail(&street.desk).await;
        assert!(told.contains("question.contact_corrected") && told.contains(&street.seal.mark("mail", "lan.moi@example.vn")));
        let bytes = whole(&street.desk, &street.attachments).await;
        for clear in ["lan.moi", "0912345678"] {
            assert!(!told.contains(clear) && disguises(clear).iter().all(|written| !has(&bytes, written)), "{clear}");
        }
        erase(&street.desk, &street.attachments, code, secret).await.unwrap();
        put(&street.desk.on(day), secret, "lan.ba@example.vn").await.unwrap();
        assert_eq!(see_contact(&ward, &street.seal, id).await.unwrap().value, "lan.ba@example.vn", "said anew");
        let late = street.desk.on(date(2025, 6, 21));
        assert!(matches!(put(&late, secret, "lan@example.vn").await, Err(Refusal::Over)));
        assert_eq!(now(&street, id).await.words, WORDS);
    }

    async fn nobody_takes_a_request_for_answered_without_saying_how_far(scratch: Scratch) {
        let street = open(&scratch).await;
        let ward = street.ward(date(2025, 5, 21));
        let told = Told { given: None, ground: String::new(), words: "Xem tệp kèm theo".to_owned() };
        for kind in [Kind::Information, Kind::OwnData] {
            let id = street.asked(kind).await.question.id;
            assert!(matches!(answer(&ward, id, told.clone()).await, Err(Refusal::NotGiven)), "{kind:?}");
            assert_eq!(now(&street, id).await.state, State::Open);
        }
        let id = street.asked(Kind::Feedback).await.question.id;
        assert_eq!(answer(&ward, id, told).await.unwrap().given, Some(Given::All), "feedback asks for nothing");
    }

    async fn that_an_asker_was_reached_is_written_once_of_an_answer_that_holds(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Feedback).await;
        let (id, ward, asker) = (asked.question.id, street.ward(date(2025, 5, 21)), street.desk.on(date(2025, 5, 21)));
        assert!(matches!(letter::reach(&ward, id).await, Err(Refusal::NoAnswer)));
        answer(&ward, id, "Đã sửa xong").await.unwrap();
        letter::reach(&ward, id).await.unwrap();
        assert!(one(&ward, id).await.unwrap().is_reached);
        assert!(matches!(letter::reach(&ward, id).await, Err(Refusal::Reached)));
        reopen(&asker, &asked.question.code, &asked.secret, "Vẫn hư").await.unwrap();
        assert!(matches!(letter::reach(&ward, id).await, Err(Refusal::NoAnswer)), "it waits");
        answer(&ward, id, "Đã sửa lại").await.unwrap();
        letter::reach(&ward, id).await.unwrap();
        let whats = one(&ward, id).await.unwrap().steps;
        assert_eq!(whats.iter().filter(|step| step.what == What::Reached).count(), 2);
    }

    async fn an_answer_says_something_and_who_gave_it(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Feedback).await;
        let (id, day) = (asked.question.id, date(2025, 5, 21));
        let ward = street.ward(day);
        for words in ["x", "Đã sửa", "1234567890 12/5/2025", "…………………………"] {
            assert!(matches!(answer(&ward, id, words).await, Err(Refusal::ShortAnswer)), "{words}");
        }
        for words in ["x", "1 2 3 4 5 6 7 8 9"] {
            let asked = street.take(&street.written(Kind::Feedback, words)).await;
            assert!(matches!(asked, Err(Refusal::TooShort)), "{words}");
        }
        let standing = street.seat(Role::StandingBody, STANDING, day);
        answer(&standing, id, "Cơ quan thường trực trả lời thay").await.unwrap();
        let directory = Directory::load(&mut street.desk.read().await.unwrap()).await.unwrap();
        let seen = follow(&street.desk.on(day), &asked.question.code, &asked.secret).await.unwrap();
        assert_eq!(seen.agency(&directory, day).as_deref(), Some(STANDING), "who answered");
        assert_eq!(seen.question.agency.as_deref(), Some(WARD), "the ward still has it");
        assert!(matches!(supplement(&ward, id, "x").await, Err(Refusal::ShortAnswer)));
        supplement(&ward, id, "Phường bổ sung thêm").await.unwrap();
        let head = street.seat(Role::Head, WARD, day);
        publish(&head, id, Public::checked("Đường hư", "Đã sửa")).await.unwrap();
        let public = published(&street.desk, "", 1).await.unwrap().0;
        assert_eq!(public[0].agency.as_deref(), Some(STANDING), "and is named in public");
        let letters = letter::due(&street.desk.on(day), &street.seal).await.unwrap();
        let from: Vec<_> = letters.iter().map(|letter| letter.agency.as_deref()).collect();
        assert_eq!(from, [Some(STANDING), Some(WARD)], "and in the letter");
    }
}
