//! Annexes taken into plans, on both databases: all or nothing, settled names remembered, what is exported read back.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod annexes;

use accounts::{Desk, Role, audit};
use annexes::{PRACTICE, TASKS, book, office, published, rows};
use plan::annex::{self, As, Refusal, Settled, Unread, Wishes};
use plan::task;
use sheet::File;

async fn bring(desk: &Desk, file: File<'_>, wishes: &Wishes) -> Result<annex::Imported, Refusal> {
    annex::import(desk, "phu-luc", file, wishes, &mut |_, _| ()).await
}

fn counts(imported: &annex::Imported) -> (usize, usize, usize) {
    let outcome = &imported.outcome;
    (outcome.added.len(), outcome.changed.len(), outcome.same)
}

sample::on_both! {
    async fn the_practice_tasks_are_taken_once_and_then_are_the_same(scratch: Scratch) {
        let desk = office(&scratch).await;
        let dry = Wishes { dry_run: true, ..Wishes::default() };
        assert_eq!(counts(&bring(&desk, PRACTICE, &dry).await.unwrap()), (70, 0, 0));
        assert!(task::of_plan(&desk, "phu-luc").await.unwrap().is_empty());

        assert_eq!(counts(&bring(&desk, PRACTICE, &Wishes::default()).await.unwrap()), (70, 0, 0));
        assert_eq!(task::of_plan(&desk, "phu-luc").await.unwrap().len(), 70);
        assert_eq!(counts(&bring(&desk, PRACTICE, &Wishes::default()).await.unwrap()), (0, 0, 70));
    }

    async fn what_is_exported_is_taken_back_unchanged(scratch: Scratch) {
        let desk = office(&scratch).await;
        bring(&desk, PRACTICE, &Wishes::default()).await.unwrap();

        let bytes = annex::export(&desk, "phu-luc", As::Xlsx).await.unwrap();

        let file = File { name: "xuat.xlsx", bytes: &bytes };
        assert_eq!(counts(&bring(&desk, file, &Wishes::default()).await.unwrap()), (0, 0, 70));
    }

    async fn a_task_that_differs_is_said_anew_with_what_it_was_in_the_trail(scratch: Scratch) {
        let desk = office(&scratch).await;
        bring(&desk, PRACTICE, &Wishes::default()).await.unwrap();
        let text = String::from_utf8(TASKS.to_vec()).unwrap().replace("Số km đường được duy tu", "Số km đường đã sửa");

        let again = File { name: "tasks.csv", bytes: text.as_bytes() };
        assert_eq!(counts(&bring(&desk, again, &Wishes::default()).await.unwrap()), (0, 1, 69));

        let newest = audit::latest(desk.store()).await.unwrap();
        let entries = audit::list(&mut desk.read().await.unwrap(), newest - 1, 1).await.unwrap();
        assert_eq!(entries[0].act, "task.drafted");
        assert!(entries[0].before.as_ref().unwrap().to_string().contains("được duy tu"));
        assert!(entries[0].after.as_ref().unwrap().to_string().contains("đã sửa"));
    }

    async fn a_name_is_settled_once_and_remembered(scratch: Scratch) {
        let desk = office(&scratch).await;
        let annex = |task: &str| book(|sheet| rows(sheet, 0, &[
            &["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"],
            &["1", task, "Sở Nội vụ", "Các đơn vị liên quan; Sở Tư phápp"],
        ]));
        let first = annex("Việc một");
        let file = File { name: "a.xlsx", bytes: &first };
        let Err(Refusal::Unread(Unread::Wrong { problems, .. })) = bring(&desk, file, &Wishes::default()).await else {
            panic!("settled by nobody");
        };
        assert_eq!(problems.count, 2);
        assert!(task::of_plan(&desk, "phu-luc").await.unwrap().is_empty());

        let pair = |written: &str, code: &str| (written.to_owned(), code.to_owned());
        let settled = Settled::new([pair("Các đơn vị liên quan", "-"), pair("Sở Tư phápp", "BL-STP")]);
        bring(&desk, file, &Wishes { settled, ..Wishes::default() }).await.unwrap();
        let second = annex("Việc hai");
        bring(&desk, File { name: "b.xlsx", bytes: &second }, &Wishes::default()).await.unwrap();

        let tasks = task::of_plan(&desk, "phu-luc").await.unwrap();
        assert_eq!((tasks.len(), tasks[0].terms.what.as_str()), (1, "Việc hai"));
        assert_eq!(tasks[0].terms.parts, annexes::parts(&["BL-STP"]));
        let wrong = Settled::new([pair("Sở X", "BL-XX")]);
        let refused = bring(&desk, file, &Wishes { settled: wrong, ..Wishes::default() }).await.unwrap_err();
        assert!(matches!(refused, Refusal::UnknownCode(code) if code == "BL-XX"));
    }

    async fn an_annex_comes_only_from_who_may_and_only_into_a_plan_that_is_there(scratch: Scratch) {
        let desk = office(&scratch).await;
        let officer = desk.seat((1, "lan"), "bl-snv.cv", Role::Officer, "BL-SNV");
        let refused = bring(&officer, PRACTICE, &Wishes::default()).await.unwrap_err();
        assert!(matches!(refused, Refusal::Plan(plan::plan::Refusal::Forbidden(_))));
        let missing = annex::import(&desk, "khong-co", PRACTICE, &Wishes::default(), &mut |_, _| ()).await;
        assert!(matches!(missing, Err(Refusal::Plan(plan::plan::Refusal::NoPlan))));
        plan::close(&desk, "phu-luc").await.unwrap_err();
    }

    async fn a_published_plan_takes_the_same_annex_as_nothing_new_under_any_name(scratch: Scratch) {
        let desk = published(&scratch).await;
        let before = audit::latest(desk.store()).await.unwrap();
        let again = File { name: "phụ lục (1).csv", bytes: TASKS };
        assert_eq!(counts(&bring(&desk, again, &Wishes::default()).await.unwrap()), (0, 0, 70));
        let bytes = annex::export(&desk, "phu-luc", As::Csv).await.unwrap();
        let file = File { name: "xuat.csv", bytes: &bytes };
        assert_eq!(counts(&bring(&desk, file, &Wishes::default()).await.unwrap()), (0, 0, 70));
        assert_eq!(audit::latest(desk.store()).await.unwrap(), before, "nothing was done");
    }

    async fn a_published_plan_is_amended_by_a_document_and_by_nothing_else(scratch: Scratch) {
        let desk = published(&scratch).await;
        let text = String::from_utf8(TASKS.to_vec()).unwrap().replace("Số km đường được duy tu", "Số km đường đã sửa");
        let file = File { name: "sua.csv", bytes: text.as_bytes() };
        let dry = Wishes { dry_run: true, ..Wishes::default() };
        assert_eq!(counts(&bring(&desk, file, &dry).await.unwrap()), (0, 1, 69));
        let refused = bring(&desk, file, &Wishes::default()).await.unwrap_err();
        assert!(matches!(refused, Refusal::Plan(plan::plan::Refusal::NoReason)));

        let behind = Wishes { document: Some("95-kl-tu".to_owned()), ..Wishes::default() };
        let imported = bring(&desk, file, &behind).await.unwrap();
        let [(was, is)] = imported.changes.as_slice() else { panic!("{:?}", imported.outcome) };
        assert!(was.measure.as_ref().unwrap().name.contains("duy tu"));
        let task = task::find(&desk, "phu-luc", &is.code).await.unwrap().unwrap();
        assert_eq!((task.amended_by.as_deref(), task.amended_on), (Some("95-kl-tu"), Some(desk.today)));
        assert_eq!(task.terms, *is);
    }

    async fn a_cancelled_task_is_not_brought_back_by_an_annex(scratch: Scratch) {
        let desk = published(&scratch).await;
        let task = task::of_plan(&desk, "phu-luc").await.unwrap().remove(0);
        task::cancel(&desk, task.id, "95-kl-tu").await.unwrap();
        assert_eq!(counts(&bring(&desk, PRACTICE, &Wishes::default()).await.unwrap()), (0, 0, 70));
        let text = String::from_utf8(TASKS.to_vec()).unwrap().replace(&task.terms.what, "Việc khác");
        let behind = Wishes { document: Some("95-kl-tu".to_owned()), ..Wishes::default() };
        let refused = bring(&desk, File { name: "sua.csv", bytes: text.as_bytes() }, &behind).await.unwrap_err();
        assert!(matches!(refused, Refusal::Cancelled(code) if code == task.terms.code));
    }
}
