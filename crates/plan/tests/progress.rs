//! Progress: what anyone may know of promises, and what never shows.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod plan_mark;
mod plan_rows;

use accounts::Desk;
use accounts::agency::{self, Agency, Kind};
use jiff::civil::date;
use plan::progress::{Progress, Standing, progress};
use plan_mark::{Mark, mark};
use plan_rows::{Task, assignment, plan, report, task};

async fn lay(desk: &Desk) {
    let agency = |code: &str| Agency {
        code: code.to_owned(),
        name: code.to_owned(),
        kind: Kind::Department,
        outside: false,
        unit: "95-2008".to_owned(),
        began: date(2000, 1, 1),
        ended: None,
        identifier: None,
        note: None,
        certainty: "found".to_owned(),
        successors: Vec::new(),
    };
    agency::adopt(desk, &[agency("BL-STP"), agency("BL-SNV")], &[]).await.unwrap();
    plan(desk, "kh-2025", "published", date(2025, 1, 10)).await;
    task(desk, "kh-2025", Task::new(1, "1.1-01", "BL-STP")).await;
    assignment(desk, 1, 1, "BL-STP", 3).await;
}

/// On 20 May 2025, the day of the desk.
async fn told(desk: &Desk) -> Progress {
    progress(desk.store(), desk.today).await.unwrap()
}

async fn standing(desk: &Desk) -> Standing {
    told(desk).await.plans[0].promises[0].standing
}

sample::on_both! {
    async fn a_promise_is_late_by_the_one_that_is_late_longest(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        assignment(&desk, 2, 1, "BL-SNV", 4).await;

        let progress = told(&desk).await;

        let plan = progress.plan(None).unwrap();
        assert_eq!(plan.promises[0].standing, Standing::Late(61));
        let late: Vec<_> = plan.late().iter().map(|(_, it, days)| (it.agency.as_str(), *days, it.due)).collect();
        assert_eq!(late, [("BL-STP", 61, Some(date(2025, 3, 20))), ("BL-SNV", 30, Some(date(2025, 4, 20)))]);
    }

    async fn a_task_that_is_not_public_never_shows(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        task(&desk, "kh-2025", Task { public: false, what: "Việc kín", ..Task::new(2, "1.1-02", "BL-SNV") }).await;
        assignment(&desk, 2, 2, "BL-SNV", 3).await;

        let progress = told(&desk).await;

        assert!(!format!("{progress:?}").contains("Việc kín"));
        assert_eq!(progress.plans[0].count().all, 1);
        assert_eq!(progress.plans[0].by_agency().len(), 1);
    }

    async fn a_draft_of_a_plan_never_shows(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        plan(&desk, "nhap", "draft", date(2025, 2, 2)).await;
        task(&desk, "nhap", Task::new(2, "1.1-01", "BL-SNV")).await;
        assert_eq!(told(&desk).await.plans.len(), 1);
        assert!(told(&desk).await.plan(Some("nhap")).is_none());
    }

    async fn a_draft_of_a_report_never_shows_and_no_word_of_any(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        let before = told(&desk).await;
        report(&desk, 1, 1, "draft", (3, 19)).await;
        assert_eq!(told(&desk).await, before);

        assignment(&desk, 2, 1, "BL-SNV", 3).await;
        report(&desk, 2, 1, "returned", (3, 19)).await;
        let shown = format!("{:?}", told(&desk).await);
        for secret in ["Lời của báo cáo", "Vướng mắc", "Kiến nghị", "Lý do trả lại", "\"lan\"", "returned"] {
            assert!(!shown.contains(secret), "{secret} is in {shown}");
        }
    }

    async fn a_report_waits_then_counts_and_a_recurring_promise_goes_on(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        report(&desk, 1, 1, "submitted", (3, 25)).await;
        assert_eq!(standing(&desk).await, Standing::Waiting);
        report(&desk, 1, 2, "accepted", (3, 25)).await;
        assert_eq!(standing(&desk).await, Standing::OnTrack);
    }

    async fn what_is_done_once_is_done_and_says_how_late(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        task(&desk, "kh-2025", Task { rhythm: "once", ..Task::new(2, "1.1-02", "BL-STP") }).await;
        assignment(&desk, 2, 2, "BL-STP", 3).await;
        report(&desk, 2, 1, "accepted", (3, 25)).await;

        let progress = told(&desk).await;

        assert_eq!(progress.plans[0].promises[1].standing, Standing::DoneLate(5));
        let count = progress.plans[0].count();
        assert_eq!((count.all, count.done, count.done_late, count.late, count.longest), (2, 1, 1, 1, Some(61)));
    }

    async fn a_recurring_promise_is_done_with_its_last_period(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        report(&desk, 1, 1, "accepted", (3, 19)).await;
        assignment(&desk, 2, 1, "BL-STP", 12).await;
        report(&desk, 2, 1, "accepted", (12, 19)).await;
        assert_eq!(standing(&desk).await, Standing::Done);
    }

    async fn a_promised_day_is_told_and_counts(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        mark(&desk, 1, Mark::Promised).await;
        let progress = told(&desk).await;
        let holder = &progress.plans[0].promises[0].holders[0];
        assert_eq!(holder.promised, Some(date(2025, 5, 31)));
        assert_eq!(holder.standing, Standing::OnTrack);
    }

    async fn what_lost_its_ground_is_said_and_not_counted(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        mark(&desk, 1, Mark::Cancelled).await;
        let plan = told(&desk).await.plans.remove(0);
        assert_eq!(plan.promises[0].standing, Standing::Cancelled);
        assert_eq!((plan.count().all, plan.count().cancelled), (0, 1));
    }

    async fn a_closed_plan_shows_what_was_not_done(scratch: Scratch) {
        let desk = scratch.desk().await;
        lay(&desk).await;
        plan(&desk, "kh-2024", "closed", date(2024, 1, 10)).await;
        task(&desk, "kh-2024", Task::new(2, "1.1-01", "BL-SNV")).await;
        assignment(&desk, 2, 2, "BL-SNV", 3).await;
        let progress = told(&desk).await;
        let slugs: Vec<_> = progress.plans.iter().map(|plan| plan.cover.slug.as_str()).collect();
        assert_eq!(slugs, ["kh-2025", "kh-2024"]);
        assert_eq!(progress.plans[1].promises[0].standing, Standing::NotDone);
    }
}
