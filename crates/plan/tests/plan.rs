//! Plans drafted, published, closed and copied, on both databases.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod drawn;

use accounts::{Role, audit};
use drawn::{on, plan, published, seat, standing_body, task, terms};
use jiff::civil::date;
use plan::plan::{Lack, Refusal, State};
use plan::task::Part;
use plan::{Plan, Terms};

const DAY: jiff::civil::Date = date(2025, 1, 10);

sample::on_both! {
    async fn a_draft_is_read_back_and_asks_nothing(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        let drafted = plan::draft(&desk, &Plan { state: State::Published, ..plan("kh-2025") }).await.unwrap();
        plan::task::draft(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")], None).await.unwrap();

        assert_eq!(drafted.state, State::Draft);
        assert_eq!(plan::plan::find(&desk, "kh-2025").await.unwrap(), Some(drafted));
        assert_eq!(plan::assignment::arise(&desk).await.unwrap(), 0);
        assert!(matches!(plan::draft(&desk, &plan("kh-2025")).await, Err(Refusal::Known(_))));
    }

    async fn a_draft_is_missing_for_those_who_may_not_read_it(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        plan::draft(&desk, &plan("kh-2025")).await.unwrap();
        plan::task::draft(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")], None).await.unwrap();
        let officer = seat(&desk, Role::Officer, "BL-STP");

        assert_eq!(plan::plan::find(&officer, "kh-2025").await.unwrap(), None);
        assert_eq!(plan::plan::all(&officer).await.unwrap(), []);
        assert_eq!(plan::task::of_plan(&officer, "kh-2025").await.unwrap(), []);
        assert_eq!(plan::task::find(&officer, "kh-2025", "1.4-01").await.unwrap(), None);

        plan::publish(&desk, "kh-2025").await.unwrap();
        assert_eq!(plan::task::of_plan(&officer, "kh-2025").await.unwrap().len(), 1);
    }

    async fn everything_that_is_lacking_is_said_at_once_and_nothing_is_published(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        plan::draft(&desk, &Plan { document: None, ..plan("kh-2025") }).await.unwrap();
        let bad = [
            Terms { lead: None, ..terms("1", "BL-STP") },
            Terms { what: " ".to_owned(), ..terms("2", "BL-STP") },
            Terms { product: String::new(), ..terms("3", "BL-STP") },
            terms("4", "BL-KHONG-CO"),
            terms("5", "@khong"),
        ];
        plan::task::draft(&desk, "kh-2025", &bad, None).await.unwrap();

        let Err(Refusal::Lacking(lacking)) = plan::publish(&desk, "kh-2025").await else { panic!("published") };

        let code = |code: &str| code.to_owned();
        assert_eq!(lacking, [
            Lack::Document,
            Lack::Owner(code("1")),
            Lack::Text(code("2")),
            Lack::Product(code("3")),
            Lack::Nobody(code("4"), code("BL-KHONG-CO")),
            Lack::Nobody(code("5"), code("@khong")),
        ]);
        assert_eq!(plan::plan::find(&desk, "kh-2025").await.unwrap().unwrap().state, State::Draft);
    }

    async fn a_target_of_a_document_that_no_agency_issued_has_no_owner(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        let target = plan::Target { document: "95-kl-tu".to_owned(), place: 1, ..plan::target::all(desk.store()).await.unwrap().remove(0) };
        plan::target::set(&desk, &target).await.unwrap();
        plan::draft(&desk, &Plan { document: Some("95-kl-tu".to_owned()), ..plan("kh-2025") }).await.unwrap();

        let Err(Refusal::Lacking(lacking)) = plan::publish(&desk, "kh-2025").await else { panic!("published") };

        assert_eq!(lacking, [Lack::TargetOwner(target.said), Lack::Tasks]);
    }

    async fn what_was_warned_of_is_kept_with_the_publication(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        plan::draft(&desk, &plan("kh-2025")).await.unwrap();
        let coaching = Terms { what: "Hướng dẫn trả lời phiếu khảo sát".to_owned(), ..terms("1.4-01", "BL-STP") };
        let warned = plan::task::draft(&desk, "kh-2025", &[coaching], None).await.unwrap();
        plan::publish(&desk, "kh-2025").await.unwrap();

        assert_eq!(warned.len(), 1);
        let trail = audit::list(&mut desk.read().await.unwrap(), 0, 1000).await.unwrap();
        let entry = trail.iter().find(|entry| entry.act == "plan.published").unwrap();
        assert!(entry.after.as_ref().unwrap().contains("1.4-01: Hướng dẫn trả lời phiếu"), "{entry:?}");
        assert_eq!(entry.subject, "plan/kh-2025");
    }

    async fn officers_change_no_plan_and_leaders_publish(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        plan::draft(&desk, &plan("kh-2025")).await.unwrap();
        plan::task::draft(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")], None).await.unwrap();
        for role in [Role::Officer, Role::Head, Role::Communicator, Role::Auditor, Role::Administrator] {
            let other = seat(&desk, role, "BL-STP");
            assert!(matches!(plan::publish(&other, "kh-2025").await, Err(Refusal::Forbidden(_))), "{role:?}");
            assert!(matches!(plan::draft(&other, &plan("kh-b")).await, Err(Refusal::Forbidden(_))));
            assert!(matches!(plan::copy(&other, "kh-2025", "kh-b", "B").await, Err(Refusal::Forbidden(_))));
        }
        let leader = seat(&desk, Role::Leader, "BL-UBND");
        assert_eq!(plan::publish(&leader, "kh-2025").await.unwrap().published_on, Some(DAY));
    }

    async fn a_closed_plan_takes_no_task_and_nothing_arises_from_it(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        published(&desk, "kh-2025", &[terms("1.4-01", "BL-STP")]).await;
        plan::close(&desk, "kh-2025").await.unwrap();

        let later = on(&desk, date(2025, 12, 1));
        assert_eq!(plan::assignment::arise(&later).await.unwrap(), 0);
        let added = plan::task::draft(&later, "kh-2025", &[terms("2", "BL-STP")], Some("95-kl-tu")).await;
        assert!(matches!(added, Err(Refusal::NotNow("closed"))));
        assert!(matches!(plan::close(&later, "kh-2025").await, Err(Refusal::NotNow("closed"))));
    }

    async fn a_copy_is_a_draft_of_the_next_year_with_every_date_moved(scratch: Scratch) {
        let desk = standing_body(&scratch, DAY).await;
        let part = Part { agency: "@xa".to_owned(), part: Some("Phát tài liệu".to_owned()), due: Some(date(2025, 3, 31)) };
        let kept = Terms { parts: vec![part], due_on: Some((6, 30)), ..terms("1.4-01", "BL-STP") };
        published(&desk, "kh-2025", &[kept.clone(), terms("1.4-02", "BL-STP")]).await;
        plan::task::cancel(&desk, task(&desk, "kh-2025", "1.4-02").await.id, "95-kl-tu").await.unwrap();

        let copy = plan::copy(&desk, "kh-2025", "kh-2026", "Kế hoạch 2026").await.unwrap();

        assert_eq!((copy.state, copy.document), (State::Draft, None));
        assert_eq!((copy.first, copy.last), (date(2026, 1, 1), date(2026, 12, 31)));
        assert_eq!(copy.copied_from.as_deref(), Some("kh-2025"));
        let tasks = plan::task::of_plan(&desk, "kh-2026").await.unwrap();
        assert_eq!(tasks.len(), 1, "what was cancelled stays behind");
        let part = Part { due: Some(date(2026, 3, 31)), ..kept.parts[0].clone() };
        let moved = Terms { first: date(2026, 1, 1), last: date(2026, 12, 31), parts: vec![part], ..kept };
        assert_eq!(tasks[0].terms, moved);
    }
}
