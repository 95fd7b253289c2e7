//! Tasks put into plans, changed, cancelled and joined, on both databases.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod drawn;

use accounts::{Role, audit};
use drawn::{on, plan, published, seat, standing_body, task, terms};
use jiff::civil::{Date, date};
use plan::Terms;
use plan::plan::Refusal;
use plan::task::{Measure, Part};

const DAY: Date = date(2025, 1, 10);

sample::on_both! {
    async fn everything_that_is_said_of_a_task_is_read_back(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        plan::draft(&desk, &plan("kh-2025")).await.unwrap();
        let part = |agency: &str, due| Part { agency: agency.to_owned(), part: Some("Phối hợp".to_owned()), due };
        let whole = Terms {
            done_when: "Mọi xã đã niêm yết".to_owned(),
            due_on: Some((3, 31)),
            parts: vec![part("BL-STP", Some(date(2025, 3, 1))), part("@xa", None)],
            items: vec!["1.4".to_owned(), "par_index".to_owned()],
            measure: Some(Measure { name: "Số ấp".to_owned(), unit: Some("ấp".to_owned()), low: Some(0.0), high: Some(518.0) }),
            weight: 1.5,
            scope: Some("xa".to_owned()),
            public: false,
            ..terms("1.4-01", "BL-STC")
        };
        let bare = Terms { lead: None, place: 2, items: Vec::new(), ..terms("1.4-02", "") };

        plan::task::draft(&desk, "kh-2025", &[whole.clone(), bare.clone()], None).await.unwrap();

        let tasks = plan::task::of_plan(&desk, "kh-2025").await.unwrap();
        assert_eq!(tasks.into_iter().map(|task| task.terms).collect::<Vec<_>>(), [whole, bare]);
    }

    async fn tasks_come_all_or_none(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        plan::draft(&desk, &plan("kh-2025")).await.unwrap();
        let twice = [terms("1", "BL-STP"), terms("1", "BL-STC")];

        let refused = plan::task::draft(&desk, "kh-2025", &twice, None).await;

        assert!(matches!(refused, Err(Refusal::KnownCode(code)) if code == "1"));
        assert_eq!(plan::task::of_plan(&desk, "kh-2025").await.unwrap(), []);
    }

    async fn a_draft_is_rewritten_without_a_document_and_the_trail_keeps_both(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        plan::draft(&desk, &plan("kh-2025")).await.unwrap();
        plan::task::draft(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")], None).await.unwrap();
        let before = task(&desk, "kh-2025", "1.4-01").await;
        let part = Part { agency: "@xa".to_owned(), part: None, due: None };
        let to = Terms { what: "Niêm yết thu chi".to_owned(), items: vec!["2.3".to_owned()], parts: vec![part], ..before.terms.clone() };

        plan::task::change(&desk, before.id, &before.version(), &to, None).await.unwrap();

        let after = task(&desk, "kh-2025", "1.4-01").await;
        assert_eq!((&after.terms, &after.amended_by), (&to, &None));
        assert_ne!(after.version(), before.version());
        let trail = audit::list(&mut desk.read().await.unwrap(), 0, 1000).await.unwrap();
        let entry = trail.iter().find(|entry| entry.act == "task.changed").unwrap();
        assert!(entry.before.as_ref().unwrap().contains("Công khai thu chi"), "{entry:?}");
        assert!(entry.after.as_ref().unwrap().contains("Niêm yết thu chi"), "{entry:?}");
    }

    async fn the_second_of_two_people_is_shown_what_changed(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        plan::draft(&desk, &plan("kh-2025")).await.unwrap();
        plan::task::draft(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")], None).await.unwrap();
        let seen = task(&desk, "kh-2025", "1.4-01").await;
        let first = Terms { what: "Của người thứ nhất".to_owned(), ..seen.terms.clone() };
        let second = Terms { what: "Của người thứ hai".to_owned(), ..seen.terms.clone() };
        plan::task::change(&desk, seen.id, &seen.version(), &first, None).await.unwrap();

        let refused = plan::task::change(&desk, seen.id, &seen.version(), &second, None).await;

        assert!(matches!(refused, Err(Refusal::Changed(now)) if now.terms == first));
        assert_eq!(task(&desk, "kh-2025", "1.4-01").await.terms, first);
    }

    async fn of_two_changes_at_once_one_is_kept(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        plan::draft(&desk, &plan("kh-2025")).await.unwrap();
        plan::task::draft(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")], None).await.unwrap();
        let seen = task(&desk, "kh-2025", "1.4-01").await;
        let version = seen.version();
        let (a, b) = (Terms { weight: 2.0, ..seen.terms.clone() }, Terms { weight: 3.0, ..seen.terms.clone() });

        let (one, two) = tokio::join!(
            plan::task::change(&desk, seen.id, &version, &a, None),
            plan::task::change(&desk, seen.id, &version, &b, None),
        );

        assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1);
    }

    async fn what_was_published_is_changed_by_a_document_only(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        published(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")]).await;
        let seen = task(&desk, "kh-2025", "1.4-01").await;
        let to = Terms { product: "Bảng công khai, ảnh niêm yết".to_owned(), ..seen.terms.clone() };
        let change = async |to: &Terms, document| {
            plan::task::change(&desk, seen.id, &seen.version(), to, document).await
        };

        assert!(matches!(change(&to, None).await, Err(Refusal::NoReason)));
        assert!(matches!(change(&to, Some("9-kh")).await, Err(Refusal::NoDocument(_))));
        let unowned = Terms { lead: None, ..to.clone() };
        assert!(matches!(change(&unowned, Some("95-kl-tu")).await, Err(Refusal::Lacking(_))));
        change(&to, Some("95-kl-tu")).await.unwrap();

        let amended = task(&desk, "kh-2025", "1.4-01").await;
        assert_eq!(amended.amended_by.as_deref(), Some("95-kl-tu"));
        assert_eq!((amended.terms, amended.amended_on), (to, Some(DAY)));
    }

    async fn a_task_that_comes_by_amendment_is_asked_for_from_then_on(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        published(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")]).await;
        let may = on(&desk, date(2025, 5, 20));
        let added = [terms("1.4-02", "BL-STP")];
        assert!(matches!(plan::task::draft(&may, "kh-2025", &added, None).await, Err(Refusal::NoReason)));

        plan::task::draft(&may, "kh-2025", &added, Some("95-kl-tu")).await.unwrap();

        let new = task(&may, "kh-2025", "1.4-02").await;
        let periods: Vec<_> = plan::assignment::of_task(&may, new.id).await.unwrap().into_iter().map(|it| it.period).collect();
        assert_eq!(periods, ["2025-H1"], "the first quarter was closed before");
    }

    async fn a_task_that_lost_its_ground_ends_with_what_is_open_of_it(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        published(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")]).await;
        let id = task(&desk, "kh-2025", "1.4-01").await.id;
        assert!(matches!(plan::task::cancel(&desk, id, "9-kh").await, Err(Refusal::NoDocument(_))));

        plan::task::cancel(&desk, id, "95-kl-tu").await.unwrap();

        let ended = task(&desk, "kh-2025", "1.4-01").await;
        assert_eq!(ended.cancelled.as_ref().map(|it| it.on), Some(DAY));
        let open = plan::assignment::of_task(&desk, id).await.unwrap();
        assert!(!open.is_empty() && open.iter().all(|it| it.cancelled_on == Some(DAY)));
        assert_eq!(plan::assignment::arise(&on(&desk, date(2025, 6, 1))).await.unwrap(), 0);
        let again = plan::task::cancel(&desk, id, "95-kl-tu").await;
        assert!(matches!(again, Err(Refusal::Cancelled)));
        let changed = plan::task::change(&desk, id, &ended.version(), &ended.terms, Some("95-kl-tu")).await;
        assert!(matches!(changed, Err(Refusal::Cancelled)));
    }

    async fn the_same_task_of_two_plans_is_answered_once(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        published(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")]).await;
        published(&desk, "kh-cchc", &[terms("7", "BL-STP")]).await;
        let (ours, theirs) = (task(&desk, "kh-2025", "1.4-01").await.id, task(&desk, "kh-cchc", "7").await.id);

        plan::task::join(&desk, theirs, ours).await.unwrap();

        assert_eq!(task(&desk, "kh-cchc", "7").await.answered_by, Some(ours));
        plan::assignment::arise(&on(&desk, date(2025, 6, 1))).await.unwrap();
        let open = async |id| {
            let all = plan::assignment::of_task(&desk, id).await.unwrap();
            all.into_iter().filter(|it| it.cancelled_on.is_none()).count()
        };
        assert_eq!((open(theirs).await, open(ours).await), (0, 2));
        assert!(matches!(plan::task::join(&desk, ours, theirs).await, Err(Refusal::Circle)));
        assert!(matches!(plan::task::join(&desk, ours, ours).await, Err(Refusal::Circle)));
    }

    async fn only_the_standing_body_changes_tasks(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        published(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")]).await;
        let seen = task(&desk, "kh-2025", "1.4-01").await;
        for role in Role::OF_POSTS.into_iter().filter(|role| *role != Role::StandingBody) {
            let other = seat(&desk, role, "BL-STP");
            let id = seen.id;
            let changed = plan::task::change(&other, id, &seen.version(), &seen.terms, Some("95-kl-tu")).await;
            assert!(matches!(changed, Err(Refusal::Forbidden(_))), "{role:?}");
            let drafted = plan::task::draft(&other, "kh-2025", &[terms("2", "BL-STP")], Some("95-kl-tu")).await;
            assert!(matches!(drafted, Err(Refusal::Forbidden(_))), "{role:?}");
            assert!(matches!(plan::task::cancel(&other, id, "95-kl-tu").await, Err(Refusal::Forbidden(_))));
            assert!(matches!(plan::task::join(&other, id, id).await, Err(Refusal::Forbidden(_))));
        }
    }
}
