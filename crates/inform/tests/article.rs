//! Articles as people deal with them: written, approved by another, shown from their hour, corrected, withdrawn, found.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod office;
mod press;

use accounts::Role;
use inform::article::{
    self, Approval, Draft, Filter, NewFile, Refusal, Section, State, Tie, Tongue, approve, attach, change,
    correct, detach, drop_draft, find, list, news, one, register, reschedule, seen, send_back, sketch,
    unschedule, withdraw, write,
};
use jiff::ToSpan;
use office::{COMMUNE, open, seat};
use plan::evidence::{Scanner, Unfit};
use press::{approval, communicator, draft, later, leader, published, text, wrong};
use sample::on_both;

on_both! {
    async fn what_its_writer_is_still_at_asks_nobody(scratch: Scratch) {
        let desk = open(&scratch).await;
        let (ngoc, new) = (communicator(&desk), draft("BL-SVHTTDL", "Lịch tiếp dân", "Ngày 15."));
        let kept = sketch(&ngoc, None, &new).await.unwrap();
        assert_eq!(kept.state, State::Sketch);
        let early = approve(&leader(&desk), kept.id, &approval(&kept, None)).await;
        assert!(matches!(early, Err(Refusal::Standing)), "nobody asked for it");
        assert!(matches!(send_back(&leader(&desk), kept.id, 1, "Thiếu ảnh").await, Err(Refusal::Standing)));
        let again = sketch(&ngoc, Some((kept.id, 1)), &new).await.unwrap();
        assert!(matches!(sketch(&ngoc, Some((kept.id, 1)), &new).await, Err(Refusal::Changed)));
        let asked = change(&ngoc, kept.id, again.version, &new).await.unwrap();
        assert_eq!(asked.state, State::Draft);
        let back = send_back(&leader(&desk), kept.id, asked.version, "Thiếu ảnh").await.unwrap();
        let still = sketch(&ngoc, Some((kept.id, back.version)), &new).await.unwrap();
        assert_eq!(still.state, back.state, "the reason stays until it is asked again");
        drop_draft(&ngoc, kept.id, "Thôi").await.unwrap();
    }

    async fn an_article_goes_from_draft_to_readers_at_its_hour(scratch: Scratch) {
        let desk = open(&scratch).await;
        let mut new = draft("BL-SVHTTDL", "Thủ tục hành chính", "Nộp hồ sơ tại bộ phận một cửa.");
        new.texts.push(text(Tongue::Km, "នីតិវិធី", "ឯកសារ"));
        let written = write(&communicator(&desk), &new).await.unwrap();
        assert_eq!(written.slug, format!("thu-tuc-hanh-chinh-{}", written.id));
        assert!(matches!(seen(&desk, &written.slug).await, Err(Refusal::Missing)));
        let hour = desk.now + 2.hours();
        let standing = seat(&desk, Role::StandingBody, "BL-SNV25");
        approve(&standing, written.id, &approval(&written, None)).await.unwrap();
        let again = change(&communicator(&desk), written.id, 2, &new).await.unwrap_err();
        assert!(matches!(again, Refusal::Standing), "readers see it: {again}");
        // A second one waits for its hour.
        let second = write(&communicator(&desk), &new).await.unwrap();
        approve(&leader(&desk), second.id, &approval(&second, Some(hour))).await.unwrap();
        assert!(matches!(seen(&desk, &second.slug).await, Err(Refusal::Missing)));
        assert_eq!(news(desk.store(), desk.now).await.unwrap().next, Some(hour));
        assert!(find(&desk, "thu tuc").await.unwrap().hits.iter().all(|hit| hit.head.id == written.id));
        let then = later(&desk, 121);
        let shown = seen(&then, &second.slug).await.unwrap();
        assert_eq!(shown.article.texts.iter().map(|text| text.tongue).collect::<Vec<_>>(), [Tongue::Vi, Tongue::Km]);
        let (heads, has_older) = list(&then, &Filter::default()).await.unwrap();
        assert_eq!((has_older, heads.len(), heads[0].id), (false, 4, second.id));
        assert_eq!(news(then.store(), then.now).await.unwrap().next, None);
    }

    async fn nobody_approves_their_own_text_or_one_that_changed(scratch: Scratch) {
        let desk = open(&scratch).await;
        let standing = seat(&desk, Role::StandingBody, "BL-SNV25");
        let own = write(&standing, &draft("BL-SNV25", "Tự duyệt", "Không được.")).await.unwrap();
        let refused = approve(&standing, own.id, &approval(&own, None)).await.unwrap_err();
        assert!(matches!(refused, Refusal::OwnText));
        let changed = change(&communicator(&desk), own.id, 1, &draft("BL-SNV25", "Sửa", "Được.")).await.unwrap();
        assert!(matches!(approve(&standing, own.id, &approval(&own, None)).await, Err(Refusal::Changed)));
        let stale = change(&standing, own.id, 1, &draft("BL-SNV25", "Đè", "Không.")).await;
        assert!(matches!(stale, Err(Refusal::Changed)));
        approve(&standing, own.id, &approval(&changed, None)).await.unwrap();
        let once = approve(&standing, own.id, &Approval { version: 3, ..approval(&changed, None) }).await;
        assert!(matches!(once, Err(Refusal::Standing)));
    }

    async fn what_waited_for_its_hour_and_was_changed_waits_for_approval_again(scratch: Scratch) {
        let desk = open(&scratch).await;
        let written = write(&communicator(&desk), &draft("BL-SVHTTDL", "Hẹn giờ", "Nội dung.")).await.unwrap();
        let past = approve(&leader(&desk), written.id, &approval(&written, Some(desk.now - 2.hours()))).await;
        assert!(matches!(past, Err(Refusal::Time)));
        let far = approve(&leader(&desk), written.id, &approval(&written, Some(desk.now + 9000.hours()))).await;
        assert!(matches!(far, Err(Refusal::Time)));
        approve(&leader(&desk), written.id, &approval(&written, Some(desk.now + 2.hours()))).await.unwrap();
        let changed = change(&communicator(&desk), written.id, 2, &draft("BL-SVHTTDL", "Hẹn giờ", "Khác.")).await;
        assert_eq!(changed.unwrap().state, State::Draft);
        assert!(matches!(seen(&later(&desk, 200), &written.slug).await, Err(Refusal::Missing)));
        assert!(find(&later(&desk, 200), "hẹn giờ").await.unwrap().hits.is_empty());
    }

    async fn what_was_sent_back_waits_until_it_is_saved_again(scratch: Scratch) {
        let desk = open(&scratch).await;
        let (writer, leader) = (communicator(&desk), leader(&desk));
        let new = draft("BL-SVHTTDL", "Lịch tiếp dân", "Sáng thứ Năm.");
        let written = write(&writer, &new).await.unwrap();
        assert!(matches!(send_back(&leader, written.id, 1, " \n ").await, Err(Refusal::NoReason)));
        assert!(matches!(send_back(&leader, written.id, 1, &"x".repeat(601)).await, Err(Refusal::NoReason)));
        assert!(matches!(send_back(&leader, written.id, 9, "Thiếu giờ").await, Err(Refusal::Changed)));
        assert!(matches!(send_back(&writer, written.id, 1, "Thiếu giờ").await, Err(Refusal::Forbidden(_))));
        send_back(&leader, written.id, 1, " Thiếu  giờ ").await.unwrap();
        let seen = one(&writer, written.id).await.unwrap().article;
        let State::Returned { by, at, why } = &seen.state else { panic!("{:?}", seen.state) };
        assert_eq!((by.as_str(), *at, why.as_str(), seen.version), ("hai", desk.now, "Thiếu giờ", 2));
        assert_eq!(register(&writer).await.unwrap()[0].id, written.id, "it stands with what waits");
        assert!(matches!(approve(&leader, written.id, &approval(&seen, None)).await, Err(Refusal::Standing)));
        assert!(matches!(send_back(&leader, written.id, 2, "Nữa").await, Err(Refusal::Standing)));
        let attachments = scratch.attachments();
        let picture = NewFile { said: "Phòng tiếp dân".into(), bytes: include_bytes!("picture.png").to_vec() };
        attach(&writer, (&attachments, &Scanner::none()), written.id, picture).await.unwrap();
        assert!(!matches!(one(&writer, written.id).await.unwrap().article.state, State::Draft), "only its text");
        let again = change(&writer, written.id, 3, &new).await.unwrap();
        assert_eq!(again.state, State::Draft);
        assert_eq!(one(&writer, written.id).await.unwrap().article.state, State::Draft, "the reason is gone");
        approve(&leader, written.id, &approval(&again, None)).await.unwrap();
        assert!(matches!(send_back(&leader, written.id, 5, "Muộn").await, Err(Refusal::Standing)));
        let own = write(&seat(&desk, Role::StandingBody, "BL-SNV25"), &draft("BL-SNV25", "A", "B.")).await.unwrap();
        let back = send_back(&seat(&desk, Role::StandingBody, "BL-SNV25"), own.id, 1, "Tự trả").await;
        assert!(matches!(back, Err(Refusal::OwnText)));
        send_back(&leader, own.id, 1, "Không cần").await.unwrap();
        drop_draft(&seat(&desk, Role::StandingBody, "BL-SNV25"), own.id, "Thôi").await.unwrap();
    }

    async fn what_waits_for_its_hour_gets_another_or_is_a_draft_again(scratch: Scratch) {
        let desk = open(&scratch).await;
        let (writer, leader) = (communicator(&desk), leader(&desk));
        let written = write(&writer, &draft("BL-SVHTTDL", "Hẹn giờ", "Nội dung.")).await.unwrap();
        assert!(matches!(reschedule(&leader, written.id, 1, None).await, Err(Refusal::Standing)));
        let (first, other) = (desk.now + 2.hours(), desk.now + 5.hours());
        approve(&leader, written.id, &approval(&written, Some(first))).await.unwrap();
        assert!(matches!(reschedule(&writer, written.id, 2, Some(other)).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(reschedule(&leader, written.id, 1, Some(other)).await, Err(Refusal::Changed)));
        assert!(matches!(unschedule(&leader, written.id, 1).await, Err(Refusal::Changed)));
        let past = reschedule(&leader, written.id, 2, Some(desk.now - 2.hours())).await;
        assert!(matches!(past, Err(Refusal::Time)));
        reschedule(&leader, written.id, 2, Some(other)).await.unwrap();
        assert_eq!(news(desk.store(), later(&desk, 121).now).await.unwrap().next, Some(other));
        assert!(matches!(seen(&later(&desk, 121), &written.slug).await, Err(Refusal::Missing)));
        let shown = seen(&later(&desk, 301), &written.slug).await.unwrap().article;
        assert!(matches!(&shown.state, State::Approved { answers, by, .. } if answers == "Trần Văn Bình" && by == "hai"));
        assert_eq!(find(&later(&desk, 301), "hẹn giờ").await.unwrap().hits.len(), 1);
        let too_late = later(&desk, 301).seat((2, "hai"), "ghe", Role::Leader, "BL-UBND");
        assert!(matches!(reschedule(&too_late, written.id, 3, None).await, Err(Refusal::Standing)));
        assert!(matches!(unschedule(&too_late, written.id, 3).await, Err(Refusal::Standing)));
        let back = unschedule(&leader, written.id, 3).await.unwrap();
        assert_eq!(one(&leader, written.id).await.unwrap().article.state, State::Draft);
        assert!(find(&later(&desk, 301), "hẹn giờ").await.unwrap().hits.is_empty());
        approve(&leader, written.id, &approval(&back, None)).await.unwrap();
        seen(&desk, &written.slug).await.unwrap();
    }

    async fn who_wrote_it_gives_it_no_other_hour(scratch: Scratch) {
        let desk = open(&scratch).await;
        let standing = seat(&desk, Role::StandingBody, "BL-SNV25");
        let own = write(&standing, &draft("BL-SNV25", "Hẹn giờ", "Nội dung.")).await.unwrap();
        approve(&leader(&desk), own.id, &approval(&own, Some(desk.now + 2.hours()))).await.unwrap();
        assert!(matches!(reschedule(&standing, own.id, 2, None).await, Err(Refusal::OwnText)));
        unschedule(&standing, own.id, 2).await.unwrap();
    }

    async fn a_language_more_corrects_nothing(scratch: Scratch) {
        let desk = open(&scratch).await;
        let article = published(&desk, "Lịch tiếp dân", "Ngày 15 hằng tháng.").await;
        let mut both = draft("BL-SVHTTDL", "Lịch tiếp dân", "Ngày 15 hằng tháng.");
        both.texts.push(text(Tongue::En, "Reception days", "The 15th of each month."));
        let now = correct(&leader(&desk), article.id, &both, &wrong(2, "")).await.unwrap();
        assert_eq!((now.version, correct(&leader(&desk), article.id, &both, &wrong(2, "")).await.unwrap().version), (3, 3));
        let shown = seen(&desk, &article.slug).await.unwrap();
        assert_eq!((shown.article.texts.len(), shown.corrections.len()), (2, 0));
        both.texts[0].body = "Ngày 20 hằng tháng.".into();
        let silent = correct(&leader(&desk), article.id, &both, &wrong(3, "")).await;
        assert!(matches!(silent, Err(Refusal::NoReason)), "what readers read became another");
    }

    async fn a_correction_is_shown_and_a_withdrawal_gives_its_reason(scratch: Scratch) {
        let desk = open(&scratch).await;
        let article = published(&desk, "Lịch tiếp dân", "Ngày 15 hằng tháng.").await;
        let right = draft("BL-SVHTTDL", "Lịch tiếp dân", "Ngày 20 hằng tháng.");
        let silent = correct(&leader(&desk), article.id, &right, &wrong(2, "  ")).await;
        assert!(matches!(silent, Err(Refusal::NoReason)));
        let own = correct(&communicator(&desk), article.id, &right, &wrong(2, "Sai ngày")).await;
        assert!(matches!(own, Err(Refusal::Forbidden(_))));
        correct(&leader(&desk), article.id, &right, &wrong(2, "Ngày 15 là sai; đúng là ngày 20.")).await.unwrap();
        let shown = seen(&desk, &article.slug).await.unwrap();
        assert_eq!(shown.article.texts[0].body, "Ngày 20 hằng tháng.");
        assert_eq!(shown.corrections[0].said, "Ngày 15 là sai; đúng là ngày 20.");
        assert_eq!(find(&desk, "ngay 20").await.unwrap().hits.len(), 1);
        assert!(find(&desk, "ngay 15").await.unwrap().hits.is_empty());
        withdraw(&leader(&desk), article.id, "Trùng với tin khác").await.unwrap();
        let gone = seen(&desk, &article.slug).await.unwrap_err();
        assert!(matches!(gone, Refusal::Withdrawn { why, .. } if why == "Trùng với tin khác"));
        assert!(find(&desk, "lich tiep dan").await.unwrap().hits.is_empty());
        let never = write(&communicator(&desk), &draft("BL-SVHTTDL", "Bỏ", "Bỏ.")).await.unwrap();
        assert!(matches!(withdraw(&leader(&desk), never.id, "Không cần").await, Err(Refusal::Standing)));
        drop_draft(&communicator(&desk), never.id, "Không cần").await.unwrap();
        assert!(matches!(seen(&desk, &never.slug).await, Err(Refusal::Missing)), "readers never saw it");
    }

    async fn words_are_found_with_and_without_marks_those_in_a_row_first(scratch: Scratch) {
        let desk = open(&scratch).await;
        let row = published(&desk, "Thủ tục hành chính", "Một cửa.").await;
        let apart = published(&desk, "Chính quyền", "Hành động, thủ công, tục lệ ở Đặng Đình.").await;
        let ids = |found: article::Found| found.hits.iter().map(|hit| hit.head.id).collect::<Vec<_>>();
        assert_eq!(ids(find(&desk, "thu tuc hanh chinh").await.unwrap()), [row.id, apart.id]);
        assert_eq!(ids(find(&desk, "THỦ TỤC hành  chính").await.unwrap()), [row.id, apart.id]);
        assert_eq!(ids(find(&desk, "dang dinh").await.unwrap()), [apart.id]);
        assert_eq!(ids(find(&desk, "Đặng Đình").await.unwrap()), [apart.id]);
        for hostile in ["\"", "thu\" OR \"x", "* NEAR(", "'; DROP TABLE article;--", "\u{0}", "", "a & !b"] {
            find(&desk, hostile).await.unwrap();
        }
        assert!(find(&desk, "").await.unwrap().hits.is_empty());
    }

    async fn a_picture_is_made_anew_and_no_bomb_is_kept(scratch: Scratch) {
        let desk = open(&scratch).await;
        let attachments = scratch.attachments();
        let means = (&attachments, &Scanner::none());
        let written = write(&communicator(&desk), &draft("BL-SVHTTDL", "Có ảnh", "Ảnh.")).await.unwrap();
        let new = |said: &str, bytes: &[u8]| NewFile { said: said.into(), bytes: bytes.to_vec() };
        let png = include_bytes!("picture.png");
        let put = attach(&communicator(&desk), means, written.id, new("Bảng niêm yết", png)).await.unwrap();
        assert_eq!((put.place, put.media.as_str(), put.size), (1, "image/jpeg", Some((4, 3))));
        let silent = attach(&communicator(&desk), means, written.id, new(" ", png)).await;
        assert!(matches!(silent, Err(Refusal::NoAlt)));
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        let hostile = attach(&communicator(&desk), means, written.id, new("x", svg)).await;
        assert!(matches!(hostile, Err(Refusal::Unfit(Unfit::Unknown))));
        let other = attach(&seat(&desk, Role::Officer, COMMUNE), means, written.id, new("x", png)).await;
        assert!(matches!(other, Err(Refusal::Missing)));
        detach(&communicator(&desk), written.id, 1).await.unwrap();
        assert!(one(&communicator(&desk), written.id).await.unwrap().files.is_empty());
        let unseen = approve(&leader(&desk), written.id, &approval(&written, None)).await;
        assert!(matches!(unseen, Err(Refusal::Changed)), "a picture came and went since");
        let seen = one(&leader(&desk), written.id).await.unwrap().article;
        approve(&leader(&desk), written.id, &approval(&seen, None)).await.unwrap();
        let shown = attach(&communicator(&desk), means, written.id, new("x", png)).await;
        assert!(matches!(shown, Err(Refusal::Standing)), "what was approved stays as it was seen");
    }

    async fn a_text_that_coaches_waits_for_a_person_to_decide(scratch: Scratch) {
        let desk = open(&scratch).await;
        let body = "Hướng dẫn trả lời phiếu khảo sát PAPI cho bà con.";
        let written = write(&communicator(&desk), &draft("BL-SVHTTDL", "Khảo sát", body)).await.unwrap();
        let refused = approve(&leader(&desk), written.id, &approval(&written, None)).await.unwrap_err();
        assert!(matches!(refused, Refusal::Coaching(words) if words == "Hướng dẫn trả lời phiếu"));
        let decided = Approval { is_fine: true, ..approval(&written, None) };
        approve(&leader(&desk), written.id, &decided).await.unwrap();
        let again = draft("BL-SVHTTDL", "Khảo sát", "Phổ biến đáp án mẫu.");
        let corrected = correct(&leader(&desk), written.id, &again, &wrong(2, "Sửa")).await;
        assert!(matches!(corrected, Err(Refusal::Coaching(_))), "a correction is looked at too");
    }

    async fn a_desk_sees_drafts_of_its_own_agency_alone(scratch: Scratch) {
        let desk = open(&scratch).await;
        let officer = seat(&desk, Role::Officer, COMMUNE);
        let own = write(&officer, &draft(COMMUNE, "Của phường", "Tin.")).await.unwrap();
        let others = write(&communicator(&desk), &draft("BL-SVHTTDL", "Của sở", "Tin.")).await.unwrap();
        let seen: Vec<i64> = register(&officer).await.unwrap().iter().map(|article| article.id).collect();
        assert_eq!(seen, [own.id]);
        assert!(matches!(one(&officer, others.id).await, Err(Refusal::Missing)));
        let moved = change(&officer, own.id, 1, &draft("BL-SVHTTDL", "Chuyển", "Tin.")).await;
        assert!(matches!(moved, Err(Refusal::Forbidden(_))), "into no other agency's name");
        let head = desk.seat((3, "nam"), "ghe", Role::Head, COMMUNE);
        approve(&head, own.id, &approval(&own, None)).await.unwrap();
    }

    async fn what_an_article_serves_must_be_there(scratch: Scratch) {
        let desk = open(&scratch).await;
        let tied = |tie: Tie| Draft { tie, ..draft("BL-SVHTTDL", "Tin", "Tin.") };
        let duty = Tie { duty: Some("CK04".into()), dimension: Some(2), ..Tie::default() };
        let kept = write(&communicator(&desk), &tied(duty.clone())).await.unwrap();
        assert_eq!(one(&communicator(&desk), kept.id).await.unwrap().article.tie, duty);
        for tie in [
            Tie { duty: Some("CK99".into()), ..Tie::default() },
            Tie { dimension: Some(0), ..Tie::default() },
            Tie { task: Some(("193-kh-ubnd".into(), "9.9-99".into())), ..Tie::default() },
        ] {
            assert!(matches!(write(&communicator(&desk), &tied(tie)).await, Err(Refusal::NoTie)));
        }
    }

    async fn beside_an_article_stands_what_came_before_it_and_what_is_about_the_same(scratch: Scratch) {
        let desk = open(&scratch).await;
        let old = published(&desk, "Một", "Một.").await;
        let one = async |title: &str, section: Section, dimension: i64, minutes: i64| {
            let tie = Tie { dimension: Some(dimension), ..Tie::default() };
            let new = Draft { section: Some(section), tie, ..draft("BL-SVHTTDL", title, "Bài.") };
            let desk = later(&desk, minutes);
            let written = write(&communicator(&desk), &new).await.unwrap();
            approve(&leader(&desk), written.id, &approval(&written, None)).await.unwrap()
        };
        let own = one("Hai", Section::Guidance, 5, 10).await;
        let newer = one("Ba", Section::Guidance, 5, 20).await;
        let elsewhere = one("Bốn", Section::Notice, 5, 5).await;
        one("Năm", Section::Guidance, 6, 30).await;
        one("Sáu", Section::Guidance, 5, 500).await;
        let around = article::around(&later(&desk, 60), &own, 2).await.unwrap();
        let ids = |heads: &[article::Head]| heads.iter().map(|head| head.id).collect::<Vec<_>>();
        assert_eq!(ids(&around.earlier), [old.id], "nothing that came later, nothing of another section");
        assert_eq!(ids(&around.related), [newer.id, elsewhere.id], "of its content, shown by now");
        let few = article::around(&later(&desk, 60), &own, 1).await.unwrap();
        assert_eq!(ids(&few.related), [newer.id]);
    }

    async fn views_are_added_up_once(scratch: Scratch) {
        let desk = open(&scratch).await;
        let article = published(&desk, "Đếm", "Đếm.").await;
        let mut counts = inform::views::Counts { visits: 3, ..Default::default() };
        counts.articles.insert(article.slug.clone(), 2);
        counts.articles.insert("khong-co-9".into(), 5);
        inform::views::keep(desk.store(), desk.today, &counts).await.unwrap();
        inform::views::keep(desk.store(), desk.today, &counts).await.unwrap();
        assert_eq!(seen(&desk, &article.slug).await.unwrap().views, 4);
        assert_eq!(inform::views::before(desk.store(), desk.today).await.unwrap(), None);
        let tomorrow = desk.today.tomorrow().unwrap();
        assert_eq!(inform::views::before(desk.store(), tomorrow).await.unwrap(), Some((6, desk.today)));
    }
}
