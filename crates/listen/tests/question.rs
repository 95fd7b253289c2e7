//! Questions as people deal with them: moved, extended, folded, answered late, opened again, counted.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod street;

use accounts::{Role, audit};
use jiff::civil::date;
use listen::question::{
    ADDED_MAX, Asking, Kind, New, PAGE, Public, Refusal, State, Tally, What, add, alike, answer, close,
    extend, fold, follow, listed, one, overall, publish, published, rate, reopen, route, supplement, unfold,
    withdraw,
};
use sample::on_both;
use street::{OTHER, WARD, WORDS, now, open};

on_both! {
    async fn moved_is_not_done_and_what_was_late_stays_late(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Feedback).await;
        let (id, due) = (asked.question.id, asked.question.due);
        assert_eq!((asked.question.agency.as_deref(), due), (Some(WARD), date(2025, 5, 27)));
        let ward = street.ward(date(2025, 5, 21));
        let moved = route(&ward, id, OTHER, "Việc của Sở").await.unwrap();
        assert_eq!((moved.due, moved.late, moved.state), (due, None, State::Open));
        assert!(matches!(one(&ward, id).await, Err(Refusal::Missing)), "who moved it has it no more");
        assert!(matches!(answer(&ward, id, "Đã làm xong việc").await, Err(Refusal::Missing)));

        let other = street.seat(Role::Officer, OTHER, date(2025, 5, 30));
        assert!(matches!(route(&other, id, OTHER, "x").await, Err(Refusal::SameAgency)));
        assert!(matches!(route(&other, id, "BL-BTGDV", "x").await, Err(Refusal::NoAgency)));
        let told = answer(&other, id, "Đã sửa <b>xong</b>").await.unwrap();
        assert_eq!((told.late, told.state), (Some(3), State::Answered));
        assert!(matches!(answer(&other, id, "Đã sửa lại xong").await, Err(Refusal::NotOpen)));

        let (code, secret) = (asked.question.code.as_str(), asked.secret.as_str());
        let asker = street.desk.on(date(2025, 6, 2));
        let again = reopen(&asker, code, secret, "Vẫn ngập").await.unwrap();
        assert_eq!((again.due, again.late, again.reopened), (date(2025, 6, 9), Some(3), 1));
        assert!(matches!(rate(&asker, code, secret, 5).await, Err(Refusal::NoAnswer)));
        let other = street.seat(Role::Officer, OTHER, date(2025, 6, 4));
        assert_eq!(answer(&other, id, "Đã đặt cống").await.unwrap().late, Some(3), "the worst stays");
        assert!(matches!(rate(&asker, code, secret, 6).await, Err(Refusal::NoRating)));
        rate(&asker, &code.to_lowercase(), &secret.replace('-', " "), 4).await.unwrap();
        assert!(matches!(rate(&asker, code, secret, 5).await, Err(Refusal::Rated)));
        let whats: Vec<What> = follow(&asker, code, secret).await.unwrap().steps.iter().map(|it| it.what).collect();
        assert_eq!(whats, [What::Routed, What::Answered, What::Reopened, What::Answered, What::Rated]);
        let tally = Tally { all: 1, answered: 1, rated: 1, satisfied: 1, ..Tally::default() };
        assert_eq!(overall(&asker).await.unwrap().tally, tally, "satisfied, and not on time");
        reopen(&asker, code, secret, "Lại ngập").await.unwrap();
        answer(&other, id, "Đã nạo vét").await.unwrap();
        assert!(follow(&asker, code, secret).await.unwrap().may_rate, "a new answer is rated anew");
        rate(&asker, code, secret, 2).await.unwrap();
        assert!(matches!(rate(&asker, code, secret, 5).await, Err(Refusal::Rated)));
        let tally = Tally { satisfied: 0, ..tally };
        assert_eq!(overall(&asker).await.unwrap().tally, tally, "the newest rating counts");
        let steps = follow(&asker, code, secret).await.unwrap().steps;
        let rated: Vec<_> = steps.iter().filter(|it| it.what == What::Rated).map(|it| it.words.as_str()).collect();
        assert_eq!(rated, ["4", "2"], "and what was said before stays");
    }

    async fn a_code_alone_opens_nothing_and_one_form_asks_once(scratch: Scratch) {
        let street = open(&scratch).await;
        let new = street.written(Kind::Feedback, WORDS);
        let (first, second) = tokio::join!(street.take(&new), street.take(&new));
        let (first, second) = (first.unwrap(), second.unwrap());
        assert_eq!((first.question.id, &first.secret), (second.question.id, &second.secret));
        let other = street.asked(Kind::Feedback).await;
        for secret in ["", "0000-0000-0000-0000", &other.secret] {
            let found = follow(&street.desk, &first.question.code, secret).await;
            assert!(matches!(found, Err(Refusal::Missing)), "{secret}");
        }
        assert_eq!(overall(&street.desk).await.unwrap().tally.all, 2);
        let mut forged = street.written(Kind::Feedback, WORDS);
        forged.form.replace_range(..1, "5");
        assert!(matches!(street.take(&forged).await, Err(Refusal::Stale)));
        let mut fresh = street.written(Kind::Feedback, WORDS);
        fresh.words = "Ngắn".to_owned();
        assert!(matches!(street.take(&fresh).await, Err(Refusal::TooShort)));
        fresh.words = "Số của tôi là 095 123 456 789".to_owned();
        assert!(matches!(street.take(&fresh).await, Err(Refusal::IdentityNumber)));
        for place in ["x", "BL-BTGDV", "BL-H-XYZ"] {
            let at = New { place: Some(place.to_owned()), ..street.written(Kind::Feedback, WORDS) };
            assert!(matches!(street.take(&at).await, Err(Refusal::NoAgency)), "{place}");
        }
        assert_eq!(overall(&street.desk).await.unwrap().tally.all, 2);
    }

    async fn a_folded_question_shows_the_others_answer_and_not_what_its_asker_wrote(scratch: Scratch) {
        let street = open(&scratch).await;
        let (main, twin) = (street.asked(Kind::Feedback).await, street.asked(Kind::Feedback).await);
        let (id, ward) = (twin.question.id, street.ward(date(2025, 5, 21)));
        let information = street.asked(Kind::Information).await.question;
        for wrong in ["", "0000-0000", &twin.question.code, &information.code] {
            assert!(matches!(fold(&ward, id, wrong).await, Err(Refusal::NoMain)), "{wrong}");
        }
        let far = street.seat(Role::Officer, OTHER, date(2025, 5, 21));
        assert!(matches!(fold(&far, id, &main.question.code).await, Err(Refusal::Missing)));
        fold(&ward, id, &main.question.code.to_lowercase()).await.unwrap();
        assert!(matches!(fold(&ward, main.question.id, &twin.question.code).await, Err(Refusal::NoMain)));
        answer(&ward, main.question.id, "Đã sửa cho cả hai").await.unwrap();
        reopen(&street.desk, &main.question.code, &main.secret, "Bí mật của người kia").await.unwrap();
        let seen = follow(&street.desk, &twin.question.code, &twin.secret).await.unwrap();
        assert!(seen.steps.iter().any(|step| step.words == "Đã sửa cho cả hai"));
        assert!(seen.steps.iter().all(|step| !step.words.contains("Bí mật")) && seen.may_reopen && seen.may_rate);
        let page = one(&ward, main.question.id).await.unwrap();
        assert_eq!(page.folded.iter().map(|it| it.id).collect::<Vec<_>>(), [id]);
    }

    async fn where_it_is_is_kept_apart_from_who_is_asked(scratch: Scratch) {
        let street = open(&scratch).await;
        let at = |place: Option<&str>, commune: Option<&str>| {
            let (place, commune) = (place.map(str::to_owned), commune.map(str::to_owned));
            New { place, commune, ..street.written(Kind::Feedback, WORDS) }
        };
        let unknown = street.take(&at(None, Some(WARD))).await.unwrap().question;
        assert_eq!((unknown.agency, unknown.commune.as_deref()), (None, Some(WARD)), "nobody is asked yet");
        let office = street.take(&at(Some(OTHER), Some(WARD))).await.unwrap().question;
        assert_eq!((office.agency.as_deref(), office.commune.as_deref()), (Some(OTHER), Some(WARD)));
        let ward = street.take(&at(Some(WARD), None)).await.unwrap().question;
        assert_eq!(ward.commune.as_deref(), Some(WARD));
        assert_eq!(street.take(&at(Some(OTHER), None)).await.unwrap().question.commune, None);
        let kept = one(&street.seat(Role::StandingBody, OTHER, date(2025, 5, 21)), unknown.id).await.unwrap();
        assert_eq!(kept.question.commune.as_deref(), Some(WARD));
        assert!(matches!(street.take(&at(None, Some(OTHER))).await, Err(Refusal::NoAgency)), "that is no commune");
    }

    async fn folding_moves_no_day_and_hides_no_lateness(scratch: Scratch) {
        let street = open(&scratch).await;
        let (main, twin) = (street.asked(Kind::Feedback).await, street.asked(Kind::Feedback).await);
        let id = twin.question.id;
        let folded = fold(&street.ward(date(2025, 5, 21)), id, &main.question.code).await.unwrap();
        assert_eq!((folded.due, folded.settled_on, folded.late), (twin.question.due, None, None));
        let late = street.ward(date(2025, 5, 30));
        assert_eq!(overall(&late).await.unwrap().tally.overdue, 2, "both askers wait");
        let overdue = listed(&late, &Asking { state: "overdue".into(), ..Asking::default() }, PAGE).await.unwrap();
        assert_eq!(overdue.found, 2);
        answer(&late, main.question.id, "Đã sửa cho cả hai").await.unwrap();
        let tally = Tally { all: 2, answered: 2, ..Tally::default() };
        assert_eq!(overall(&late).await.unwrap().tally, tally, "both were answered, both late");
        let third = street.asked(Kind::Feedback).await.question;
        fold(&late, third.id, &main.question.code).await.unwrap();
        assert_eq!(one(&late, third.id).await.unwrap().question.late, Some(3), "folded late is late");
    }

    async fn what_was_folded_by_mistake_is_taken_apart_by_the_office_or_by_its_asker(scratch: Scratch) {
        let street = open(&scratch).await;
        let (main, twin) = (street.asked(Kind::Feedback).await, street.asked(Kind::Feedback).await);
        let (id, ward) = (twin.question.id, street.ward(date(2025, 5, 21)));
        assert!(matches!(unfold(&ward, id, "Khác việc").await, Err(Refusal::NotFolded)));
        answer(&ward, main.question.id, "Đã sửa đèn").await.unwrap();
        fold(&ward, id, &main.question.code).await.unwrap();
        assert!(matches!(unfold(&ward, id, " ").await, Err(Refusal::NoWords)));
        let open = unfold(&ward, id, "Người này hỏi về rác").await.unwrap();
        assert_eq!((open.state, open.main, open.due, open.late), (State::Open, None, twin.question.due, None));
        fold(&ward, id, &main.question.code).await.unwrap();
        let asker = street.desk.on(date(2025, 5, 21));
        let again = reopen(&asker, &twin.question.code, &twin.secret, "Tôi hỏi về rác").await.unwrap();
        assert_eq!((again.state, again.main, again.reopened), (State::Open, None, 1));
        assert!(matches!(fold(&ward, id, &main.question.code).await, Err(Refusal::TakenApart)), "its asker said no");
        close(&ward, id, "Đã trả lời ở chỗ khác").await.unwrap_err();
        let head = street.seat(Role::Head, WARD, date(2025, 5, 21));
        close(&head, id, "Đã trả lời ở chỗ khác").await.unwrap();
        assert_eq!(overall(&head).await.unwrap().tally.closed, 1);
        let seen = follow(&head, &twin.question.code, &twin.secret).await.unwrap();
        assert!(seen.may_reopen && !seen.may_rate, "closed is no answer");
        reopen(&asker, &twin.question.code, &twin.secret, "Chưa ai trả lời").await.unwrap();
    }

    async fn an_answer_is_added_to_without_moving_a_clock(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Feedback).await;
        let (id, ward) = (asked.question.id, street.ward(date(2025, 5, 21)));
        assert!(matches!(supplement(&ward, id, "Thêm").await, Err(Refusal::NoAnswer)));
        let told = answer(&ward, id, "Đã sửa dèn").await.unwrap();
        let later = street.ward(date(2025, 6, 3));
        supplement(&later, id, "Đã sửa đèn").await.unwrap();
        let now = one(&later, id).await.unwrap();
        assert_eq!((now.question.settled_on, now.question.late), (told.settled_on, told.late));
        let seen = follow(&later, &asked.question.code, &asked.secret).await.unwrap();
        assert_eq!(seen.steps.iter().map(|it| it.what).collect::<Vec<_>>(), [What::Answered, What::Supplemented]);
        let far = street.seat(Role::Officer, OTHER, date(2025, 6, 3));
        assert!(matches!(supplement(&far, id, "x").await, Err(Refusal::Missing)));
    }

    async fn those_that_ask_the_same_are_proposed_and_others_are_not(scratch: Scratch) {
        let street = open(&scratch).await;
        let at = |words: &str, place: Option<&str>, topic: &str| New {
            place: place.map(str::to_owned),
            topic: topic.to_owned(),
            ..street.written(Kind::Feedback, words)
        };
        let ask = async |new: New| street.take(&new).await.unwrap().question;
        let first = ask(at("Đèn đường hẻm 5, khóm 4 không sáng từ đầu tháng", Some(WARD), "works")).await;
        let again = ask(at("den duong hem 5 khom 4 toi qua, xin phuong sua", Some(WARD), "")).await;
        ask(at("Đèn đường hẻm 5, khóm 4 không sáng", Some(OTHER), "health")).await;
        ask(at("Trạm y tế hết thuốc huyết áp, người bệnh phải đi xa", Some(WARD), "works")).await;
        let info = New { kind: Kind::Information, ..at("Đèn đường hẻm 5, khóm 4 không sáng", Some(WARD), "works") };
        street.take(&info).await.unwrap();
        let twin = ask(at("Hẻm 5, khóm 4 đèn đường hư, không sáng từ lâu", Some(WARD), "works")).await;
        let ward = street.ward(date(2025, 5, 21));
        let codes = async |desk: &accounts::Desk, it: &listen::Question| {
            alike(desk, it).await.unwrap().into_iter().map(|it| it.id).collect::<Vec<_>>()
        };
        assert_eq!(codes(&ward, &twin).await, [first.id, again.id]);
        answer(&ward, first.id, "Đã thay bóng").await.unwrap();
        assert_eq!(codes(&ward, &twin).await, [first.id, again.id], "what was just answered is one too");
        assert_eq!(codes(&street.ward(date(2025, 6, 21)), &twin).await, [again.id]);
        let far = street.seat(Role::Officer, OTHER, date(2025, 5, 21));
        assert!(codes(&far, &twin).await.is_empty(), "of others nothing is told");
        assert!(codes(&ward, &now(&street, first.id).await).await.is_empty(), "nor for one that is answered");
        let polite = "Kính gửi Ủy ban, tôi xin hỏi một việc như sau, mong được trả lời sớm, xin cảm ơn.";
        ask(at(&format!("{polite} Bao giờ nạo vét kênh thủy lợi sau chợ cho bà con làm lúa?"), Some(WARD), "works")).await;
        let unlike = ask(at("Tôi xin hỏi một việc: lịch tiếp công dân tháng sáu của lãnh đạo phường có thay đổi gì không, tôi đến hai lần đều không gặp", Some(WARD), "works")).await;
        assert!(codes(&ward, &unlike).await.is_empty());
    }

    async fn a_topic_is_kept_filters_the_register_and_no_other_word_is_taken(scratch: Scratch) {
        let street = open(&scratch).await;
        for (topic, kept) in [("land", Some("land")), ("works", Some("works")), ("", None), ("' OR 1=1 --", None)] {
            let new = New { topic: topic.to_owned(), ..street.written(Kind::Feedback, WORDS) };
            assert_eq!(street.take(&new).await.unwrap().question.topic.as_deref(), kept, "{topic}");
        }
        let ward = street.ward(date(2025, 5, 21));
        for (topic, found) in [("land", 1), ("works", 1), ("", 4), ("health", 0), ("' OR 1=1 --", 0)] {
            let asking = Asking { topic: topic.to_owned(), ..Asking::default() };
            let listed = listed(&ward, &asking, PAGE).await.unwrap();
            assert_eq!((listed.found, listed.tally.all), (found, 4), "{topic}");
        }
    }

    async fn more_time_is_taken_as_far_as_the_law_goes_and_before_the_day(scratch: Scratch) {
        let street = open(&scratch).await;
        let id = street.asked(Kind::Information).await.question.id;
        let ward = street.ward(date(2025, 5, 21));
        assert!(matches!(extend(&ward, id, " ").await, Err(Refusal::NoWords)));
        assert_eq!(extend(&ward, id, "Phải tập hợp").await.unwrap().due, date(2025, 6, 4));
        assert!(matches!(extend(&ward, id, "Nhiều hồ sơ").await, Err(Refusal::ExtendedToday)));
        let ward = street.ward(date(2025, 5, 30));
        assert_eq!(extend(&ward, id, "Nhiều hồ sơ").await.unwrap().due, date(2025, 6, 19));
        let ward = street.ward(date(2025, 6, 2));
        assert!(matches!(extend(&ward, id, "Thêm nữa").await, Err(Refusal::NoMoreTime)));
        let late = street.asked(Kind::Information).await.question.id;
        assert!(matches!(extend(&street.ward(date(2025, 5, 24)), late, "Muộn").await, Err(Refusal::NoMoreTime)));
        let feedback = street.asked(Kind::Feedback).await.question.id;
        assert!(matches!(extend(&ward, feedback, "Không luật").await, Err(Refusal::NoMoreTime)));
        assert_eq!(now(&street, feedback).await.due, date(2025, 5, 27));
    }

    async fn each_sees_its_own_and_finds_it_with_or_without_marks(scratch: Scratch) {
        let street = open(&scratch).await;
        for n in 0..PAGE + 2 {
            street.take(&street.written(Kind::Feedback, &format!("Hoà giải ở khóm {n}_50% \\ đúng lẽ"))).await.unwrap();
        }
        let mut nowhere = street.written(Kind::Feedback, "Không rõ gửi cho cơ quan nào");
        nowhere.place = None;
        street.take(&nowhere).await.unwrap();
        let head = street.seat(Role::Head, WARD, date(2025, 5, 28));
        let find = async |desk: &accounts::Desk, asking: Asking| listed(desk, &asking, PAGE).await.unwrap();
        let all = find(&head, Asking::default()).await;
        assert_eq!((all.found, all.rows.len() as i64), (PAGE + 2, PAGE));
        let second = find(&head, Asking { page: 2, ..Asking::default() }).await;
        assert_eq!(second.rows.len(), 2);
        assert!(second.rows.iter().all(|row| all.rows.iter().all(|other| other.id != row.id)));
        for (text, found) in [
            ("HOÀ GIẢI", PAGE + 2), ("hoa giai o khom 7_50% \\", 1), ("khom 77", 0), ("dung le", PAGE + 2), ("hoà gỉai", PAGE + 2),
            ("%", PAGE + 2), ("\\", PAGE + 2), ("zzz", 0), (&all.rows[0].code.to_lowercase(), 1), ("' OR 1=1 --", 0),
        ] {
            let asking = Asking { text: text.to_owned(), ..Asking::default() };
            assert_eq!(find(&head, asking).await.found, found, "{text}");
        }
        let standing = street.seat(Role::StandingBody, "BL-VPUBND", date(2025, 5, 28));
        let of = |state: &str| Asking { state: state.to_owned(), ..Asking::default() };
        assert_eq!(find(&standing, of("unsent")).await.found, 1);
        assert_eq!(find(&standing, of("overdue")).await.found, PAGE + 3);
        assert_eq!(find(&standing, Asking { agency: WARD.to_owned(), ..of("open") }).await.found, PAGE + 2);
        let far = street.seat(Role::Officer, OTHER, date(2025, 5, 28));
        assert_eq!(find(&far, Asking { agency: WARD.to_owned(), ..Asking::default() }).await.found, 0);
        let seen = find(&far, Asking::default()).await;
        assert_eq!((seen.found, seen.tally), (0, Tally::default()));
        let nobody = street.seat(Role::Administrator, WARD, date(2025, 5, 28));
        assert!(matches!(listed(&nobody, &Asking::default(), PAGE).await, Err(Refusal::Forbidden(_))));
    }

    async fn only_what_was_answered_with_consent_and_without_personal_data_becomes_public(scratch: Scratch) {
        let street = open(&scratch).await;
        let (id, ward) = (street.asked(Kind::Feedback).await.question.id, street.ward(date(2025, 5, 21)));
        let head = street.seat(Role::Head, WARD, date(2025, 5, 21));
        assert!(matches!(publish(&head, id, Public::checked("Đường hư", "Đã sửa")).await, Err(Refusal::NoAnswer)));
        answer(&ward, id, "Đã sửa xong").await.unwrap();
        assert!(matches!(publish(&ward, id, Public::checked("Đường hư", "Đã sửa")).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(publish(&head, id, Public { checked: false, ..Public::checked("Đường hư", "Đã sửa") }).await, Err(Refusal::NotChecked)));
        for (asked, told) in [("Chị Lan 0912 345 678", "Đã sửa"), ("Đường hư", "Gửi lan@x.vn")] {
            assert!(matches!(publish(&head, id, Public::checked(asked, told)).await, Err(Refusal::Personal)), "{asked}");
        }
        publish(&head, id, Public::checked("Đường trước trường hư", "Đã sửa")).await.unwrap();
        publish(&head, id, Public::checked("Đường trước trường bị hư", "Đã sửa xong")).await.unwrap();
        let find = async |text: &str| published(&street.desk, text, 1).await.unwrap();
        for (text, count) in [("truong đường", 1), ("SUA XONG", 1), ("ngập", 0), ("%", 1), ("a\\%", 0), ("", 1)] {
            let (rows, found) = find(text).await;
            let told = text.chars().any(char::is_alphanumeric).then_some(count);
            assert_eq!((rows.len() as i64, found), (count, told), "{text}");
        }
        assert_eq!(overall(&street.desk).await.unwrap().public, 1);
        withdraw(&head, id).await.unwrap();
        assert!(find("").await.0.is_empty());
        assert_eq!(overall(&street.desk).await.unwrap().public, 0);
        let silent = New { consent: false, ..street.written(Kind::Feedback, WORDS) };
        let silent = street.take(&silent).await.unwrap().question.id;
        let own = street.asked(Kind::OwnData).await.question.id;
        for id in [silent, own] {
            answer(&ward, id, "Không có gì lưu").await.unwrap();
            assert!(matches!(publish(&head, id, Public::checked("x x", "y y")).await, Err(Refusal::NoConsent)));
        }
    }

    async fn what_is_closed_is_no_answer_and_what_was_answered_long_ago_stays_so(scratch: Scratch) {
        let street = open(&scratch).await;
        let (closed, old) = (street.asked(Kind::Feedback).await, street.asked(Kind::Feedback).await);
        let head = street.seat(Role::Head, WARD, date(2025, 5, 21));
        close(&head, closed.question.id, "Viết thử").await.unwrap();
        let (code, secret) = (closed.question.code.as_str(), closed.secret.as_str());
        assert!(matches!(rate(&street.desk, code, secret, 1).await, Err(Refusal::NoAnswer)));
        answer(&head, old.question.id, "Đã sửa xong").await.unwrap();
        let (code, secret) = (old.question.code.as_str(), old.secret.as_str());
        let last = street.desk.on(date(2025, 6, 20));
        assert!(follow(&last, code, secret).await.unwrap().may_reopen);
        let over = last.on(date(2025, 6, 21));
        assert!(matches!(reopen(&over, code, secret, "Vẫn hư").await, Err(Refusal::Over)));
        let tally = overall(&over).await.unwrap().tally;
        assert_eq!((tally.all, tally.answered, tally.on_time, tally.judged()), (2, 1, 1, 1));
        assert!(audit::verify(over.store()).await.unwrap() > 0);
    }

    async fn each_question_stands_in_one_way_and_only_what_is_answered_now_is_on_time(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Feedback).await;
        let (id, code, secret) = (asked.question.id, asked.question.code.as_str(), asked.secret.as_str());
        let (day, head) = (date(2025, 5, 21), street.seat(Role::Head, WARD, date(2025, 5, 21)));
        let counts = async || {
            let it = overall(&street.desk.on(day)).await.unwrap().tally;
            assert_eq!(it.answered + it.open + it.closed, it.all, "each in exactly one");
            (it.answered, it.on_time, it.open, it.closed, it.judged())
        };
        answer(&head, id, "Đã sửa xong").await.unwrap();
        assert_eq!(counts().await, (1, 1, 0, 0, 1));
        publish(&head, id, Public::checked("Đường hư", "Đã sửa")).await.unwrap();
        let again = reopen(&street.desk.on(day), code, secret, "Vẫn hư").await.unwrap();
        assert_eq!((counts().await, again.late), ((0, 0, 1, 0, 0), Some(0)), "the register keeps how late it was");
        assert!(published(&street.desk, "", 1).await.unwrap().0.is_empty(), "its asker takes it for no answer");
        assert_eq!(overall(&street.desk).await.unwrap().public, 0);
        assert!(matches!(publish(&head, id, Public::checked("Đường hư", "Đã sửa")).await, Err(Refusal::NoAnswer)));
        close(&head, id, "Không thuộc phường").await.unwrap();
        assert_eq!(counts().await, (0, 0, 0, 1, 0));
        assert!(matches!(publish(&head, id, Public::checked("Đường hư", "Đã sửa")).await, Err(Refusal::NoAnswer)));
        reopen(&street.desk.on(day), code, secret, "Vẫn hư").await.unwrap();
        answer(&head, id, "Đã sửa lại").await.unwrap();
        assert_eq!(counts().await, (1, 1, 0, 0, 1));
        publish(&head, id, Public::checked("Đường hư", "Đã sửa lại")).await.unwrap();
        assert_eq!(published(&street.desk, "", 1).await.unwrap().0.len(), 1);
    }

    async fn an_asker_adds_to_what_waits_and_to_nothing_else(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Feedback).await;
        let (id, code, secret) = (asked.question.id, asked.question.code.as_str(), asked.secret.as_str());
        let ward = street.ward(date(2025, 5, 21));
        assert!(matches!(add(&street.desk, code, "x", "Thêm").await, Err(Refusal::Missing)));
        assert!(matches!(add(&street.desk, code, secret, "Gọi 0912 345 678").await, Err(Refusal::Reachable)));
        assert!(matches!(add(&ward, code, secret, "Thêm").await, Err(Refusal::Forbidden(_))));
        for n in 0..ADDED_MAX {
            assert_eq!(add(&street.desk, code, secret, &format!("Thêm {n}")).await.unwrap().due, asked.question.due);
        }
        assert!(matches!(add(&street.desk, code, secret, "Thêm nữa").await, Err(Refusal::AddedMuch)));
        let seen = one(&ward, id).await.unwrap().steps;
        assert!(seen.iter().all(|it| it.what == What::Added && it.by.is_none()) && seen[0].words == "Thêm 0");
        let entries = audit::list(&mut street.desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        assert!(!format!("{entries:?}").contains("Thêm 0"), "the trail holds no words");
        answer(&ward, id, "Đã sửa xong").await.unwrap();
        assert!(matches!(add(&street.desk, code, secret, "Thêm").await, Err(Refusal::NotOpen)));
    }
}
