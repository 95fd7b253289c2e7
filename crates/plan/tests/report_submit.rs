//! Saving and sending reports, on both databases.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod office;

use accounts::Role;
use office::{FIRST, OUTSIDE, SECOND, said};
use plan::evidence::{Piece, What};
use plan::report::{self, Refusal, State, Words};

sample::on_both! {
    async fn a_report_is_saved_kept_and_sent(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let lan = office::officer(&desk);

        let draft = report::save(&lan, &said(FIRST, "f", "Đang")).await.unwrap();
        let mut more = said(FIRST, "f", "Đã phát 60% số ấp");
        (more.version, more.words.value) = (draft.version, Some(60.0));
        let sent = report::submit(&lan, &more).await.unwrap();

        let folder = report::folder(&lan, FIRST).await.unwrap();
        assert_eq!(folder.told.len(), 1);
        assert_eq!(folder.told[0].report, sent);
        assert_eq!((sent.state, sent.number, sent.version), (State::Submitted, 1, 2));
        assert_eq!(sent.submitted_on, Some(desk.today));
        assert_eq!((office::deeds(&desk, "report.saved").await, office::deeds(&desk, "report.submitted").await), (1, 1));
    }

    async fn the_same_form_sent_twice_makes_one_report_with_one_entry(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let lan = office::officer(&desk);
        let first = report::submit(&lan, &said(FIRST, "f", "Đã phát")).await.unwrap();
        let again = report::submit(&lan, &said(FIRST, "f", "Đã phát")).await.unwrap();
        assert_eq!(first, again);
        assert_eq!(office::deeds(&desk, "report.submitted").await, 1);
    }

    async fn the_same_form_at_the_same_moment_makes_one_report(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let lan = office::officer(&desk);
        let form = said(FIRST, "f", "Đã phát");
        let send = || {
            let (lan, form) = (lan.clone(), form.clone());
            tokio::spawn(async move { report::submit(&lan, &form).await })
        };
        let (one, two, three) = (send(), send(), send());
        let numbers = [one.await, two.await, three.await].map(|sent| sent.unwrap().unwrap().id);
        assert!(numbers.iter().all(|id| *id == numbers[0]));
        assert_eq!(report::folder(&lan, FIRST).await.unwrap().told.len(), 1);
    }

    async fn two_people_at_once_make_one_report_and_the_other_is_told(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let (lan, minh) = (office::officer(&desk), office::colleague(&desk));
        let one = tokio::spawn(async move { report::submit(&lan, &said(FIRST, "f", "Lan")).await });
        let two = tokio::spawn(async move { report::submit(&minh, &said(FIRST, "g", "Minh")).await });
        let ended = [one.await.unwrap(), two.await.unwrap()];
        assert_eq!(ended.iter().filter(|sent| sent.is_ok()).count(), 1);
        assert!(ended.iter().any(|sent| matches!(sent, Err(Refusal::Stale(Some(_))))));
    }

    async fn the_second_of_two_who_edit_a_draft_is_shown_what_changed(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let (lan, minh) = (office::officer(&desk), office::colleague(&desk));
        let draft = report::save(&lan, &said(FIRST, "f", "Đang")).await.unwrap();
        let mut of_minh = said(FIRST, "f", "Minh viết");
        of_minh.version = draft.version;
        report::save(&minh, &of_minh).await.unwrap();
        let mut of_lan = said(FIRST, "f", "Lan viết");
        of_lan.version = draft.version;

        let refused = report::save(&lan, &of_lan).await.unwrap_err();

        assert!(matches!(refused, Refusal::Stale(Some(now)) if now.words.done == "Minh viết" && now.author == "minh"));
    }

    async fn a_value_outside_its_range_and_an_empty_report_are_not_sent_but_saved(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let lan = office::officer(&desk);
        let mut high = said(FIRST, "f", "Đã phát");
        high.words.value = Some(140.0);
        assert!(matches!(report::submit(&lan, &high).await, Err(Refusal::OutOfRange { .. })));
        assert!(matches!(report::submit(&lan, &said(FIRST, "f", " \n")).await, Err(Refusal::Empty)));
        assert!(report::folder(&lan, FIRST).await.unwrap().told.is_empty());
        report::save(&lan, &high).await.unwrap();
    }

    async fn after_a_return_the_answer_is_a_new_report_that_says_so_with_the_evidence_that_stays(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let lan = office::officer(&desk);
        let mut first = said(FIRST, "f", "Đã phát");
        first.pieces = vec![office::pdf(&scratch, "a.pdf").await, office::pdf(&scratch, "b.pdf").await];
        let sent = report::submit(&lan, &first).await.unwrap();
        report::send_back(&office::standing(&desk), office::seen(&sent), "thiếu ảnh").await.unwrap();
        let shown = report::folder(&lan, FIRST).await.unwrap();
        let mut answer = said(FIRST, "g", "Đã phát, có ảnh");
        answer.number = shown.next_number();
        answer.keep = vec![shown.told[0].evidence[1].id];
        answer.pieces = vec![office::pdf(&scratch, "c.pdf").await];

        let again = report::submit(&lan, &answer).await.unwrap();

        assert_eq!((again.state, again.number), (State::Resubmitted, 2));
        let told = report::folder(&lan, FIRST).await.unwrap().told;
        let names = |n: usize| told[n].evidence.iter().map(|e| e.piece.name.clone()).collect::<Vec<_>>();
        assert_eq!(told[0].report.words.done, "Đã phát", "what was sent stays as it was");
        assert_eq!((names(0), names(1)), (vec!["a.pdf".into(), "b.pdf".into()], vec!["b.pdf".into(), "c.pdf".into()]));
    }

    async fn a_correction_after_acceptance_is_a_new_report_that_says_what_it_corrects(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let accepted = office::accepted(&desk).await;
        let lan = office::officer(&desk);
        let mut correction = said(FIRST, "g", "Đã phát 61%");
        correction.number = 2;

        let sent = report::submit(&lan, &correction).await.unwrap();

        assert_eq!((sent.state, sent.corrects), (State::Submitted, Some(accepted.id)));
        let owed = report::folder(&lan, FIRST).await.unwrap().owed;
        assert_eq!(owed.done_on, accepted.submitted_on, "what was accepted stays accepted");
    }

    async fn a_draft_drops_the_evidence_that_is_unticked(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let lan = office::officer(&desk);
        let mut form = said(FIRST, "f", "Đang");
        form.pieces = vec![office::pdf(&scratch, "a.pdf").await, office::pdf(&scratch, "b.pdf").await];
        let draft = report::save(&lan, &form).await.unwrap();
        let shown = report::folder(&lan, FIRST).await.unwrap().told.remove(0);
        form.version = draft.version;
        form.pieces = vec![];
        form.keep = vec![shown.evidence[0].id];
        report::save(&lan, &form).await.unwrap();
        let told = report::folder(&lan, FIRST).await.unwrap().told.remove(0);
        assert_eq!(told.evidence.iter().map(|e| e.piece.name.as_str()).collect::<Vec<_>>(), ["a.pdf"]);
    }

    async fn the_same_form_again_brings_the_files_that_had_not_arrived(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let lan = office::officer(&desk);
        let mut form = said(FIRST, "f", "Đã phát");
        let broken = What::Missing(plan::evidence::Unfit::Interrupted);
        form.pieces = vec![Piece { name: "a.pdf".into(), what: broken }];
        report::submit(&lan, &form).await.unwrap();
        form.pieces = vec![office::pdf(&scratch, "a.pdf").await];
        report::submit(&lan, &form).await.unwrap();
        let told = report::folder(&lan, FIRST).await.unwrap().told.remove(0);
        assert_eq!(told.evidence.len(), 1);
        assert!(matches!(told.evidence[0].piece.what, What::File { .. }));
    }

    async fn the_standing_body_reports_for_a_body_outside_and_for_no_other(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let hoa = office::standing(&desk);
        let sent = report::submit(&hoa, &said(OUTSIDE, "f", "Công an tỉnh báo đã phối hợp")).await.unwrap();
        assert!(sent.on_behalf && sent.agency == "BL-CA25" && sent.author == "hoa");
        assert_eq!(office::deeds(&desk, "report.on_behalf").await, 1);
        assert!(matches!(report::submit(&hoa, &said(FIRST, "g", "x")).await, Err(Refusal::Forbidden(_))));
    }

    async fn another_agencys_work_is_missing_and_a_cooperating_one_reads_only(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        office::sent(&desk).await;
        let (hai, thao) = (office::stranger(&desk), office::cooperating(&desk));
        assert!(matches!(report::folder(&hai, FIRST).await, Err(Refusal::Missing)));
        assert!(matches!(report::submit(&hai, &said(FIRST, "h", "x")).await, Err(Refusal::Missing)));
        assert!(matches!(report::submit(&hai, &said(999, "h", "x")).await, Err(Refusal::Missing)));
        assert_eq!(report::folder(&thao, FIRST).await.unwrap().told.len(), 1);
        assert!(matches!(report::save(&thao, &said(FIRST, "h", "x")).await, Err(Refusal::Forbidden(_))));
        let admin = office::administrator(&desk);
        for number in [FIRST, 999] {
            assert!(matches!(report::folder(&admin, number).await, Err(Refusal::Forbidden(_))));
        }
    }

    async fn a_commune_of_the_group_that_cooperates_reads_and_sees_no_draft(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        report::save(&office::officer(&desk), &said(FIRST, "f", "Đang")).await.unwrap();
        let directory = accounts::Directory::load(&mut desk.read().await.unwrap()).await.unwrap();
        let commune = directory.expand("@xa", "95-2008", desk.today)[0].code.clone();
        let xa = desk.seat((9, "xa"), "xa.cv", Role::Officer, &commune);
        assert!(report::folder(&xa, FIRST).await.unwrap().told.is_empty());
    }

    async fn last_times_words_are_at_hand(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        office::accepted(&desk).await;
        let (period, before) = report::folder(&office::officer(&desk), SECOND).await.unwrap().before.unwrap();
        assert_eq!((period.as_str(), before.words.done.as_str()), ("2025-Q1", "Đã phát"));
        assert_eq!(report::folder(&office::officer(&desk), FIRST).await.unwrap().before, None);
    }

    async fn my_work_is_my_agencys_and_sorted(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let mine = report::mine(&office::officer(&desk)).await.unwrap();
        assert_eq!((mine.late.len(), mine.later.len()), (1, 1));
        let sent = office::sent(&desk).await;
        report::send_back(&office::standing(&desk), office::seen(&sent), "thiếu ảnh").await.unwrap();
        let mine = report::mine(&office::officer(&desk)).await.unwrap();
        assert_eq!(mine.returned[0].reason.as_deref(), Some("thiếu ảnh"));
        assert!(report::mine(&office::stranger(&desk)).await.unwrap().is_empty());
    }

    async fn a_text_that_is_too_long_is_not_kept(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let mut long = said(FIRST, "f", "x");
        long.words = Words { hindered: "x".repeat(report::TEXT_MAX + 1), ..long.words };
        assert!(matches!(report::save(&office::officer(&desk), &long).await, Err(Refusal::TooLong("hindered"))));
    }
}
