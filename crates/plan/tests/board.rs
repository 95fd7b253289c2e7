//! The board: every assignment with where it stands, who sees which one by one, filters and counts.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod plan_mark;
mod plan_rows;

use accounts::agency::{self, Agency, Group, Kind};
use accounts::{Desk, Directory, Role};
use jiff::civil::date;
use plan::Status;
use plan::board::{Board, Filter, Refusal, Tally, board, by_agency, by_section};
use plan::status::Answer;
use plan_mark::{Mark, mark};
use plan_rows::{Task, assignment, cooperate, plan, report, task};

fn agency(code: &str, kind: Kind) -> Agency {
    Agency {
        code: code.to_owned(),
        name: format!("Cơ quan Đ{code}"),
        kind,
        outside: false,
        unit: "95-2008".to_owned(),
        began: date(2000, 1, 1),
        ended: None,
        identifier: None,
        note: None,
        certainty: "found".to_owned(),
        successors: Vec::new(),
    }
}

/// Two tasks: a department's, in which communes cooperate, and the communes' own. Today is 20 May 2025.
async fn lay(desk: &Desk) -> Directory {
    let group = Group {
        code: "@xa".to_owned(),
        name: "UBND cấp xã".to_owned(),
        kind: Some(Kind::Commune),
        began: date(2000, 1, 1),
        ended: None,
        successor: None,
    };
    let department = agency("BL-STP", Kind::Department);
    let agencies = [
        department,
        agency("BL-SNV", Kind::Department),
        agency("X1", Kind::Commune),
        agency("X2", Kind::Commune),
    ];
    agency::adopt(desk, &agencies, &[group]).await.unwrap();
    plan(desk, "kh-2025", "published", date(2025, 1, 10)).await;
    task(desk, "kh-2025", Task::new(1, "1.1-01", "BL-STP")).await;
    task(desk, "kh-2025", Task { section: "TT", what: "Đọc bản tin", ..Task::new(2, "TT-01", "@xa") }).await;
    cooperate(desk, 1, &["@xa"], "1.1").await;
    for (id, of, code, month) in [(1, 1, "BL-STP", 3), (2, 1, "BL-STP", 6), (3, 2, "X1", 4), (4, 2, "X2", 4)]
    {
        assignment(desk, id, of, code, month).await;
    }
    Directory::load(&mut desk.read().await.unwrap()).await.unwrap()
}

async fn seen(desk: &Desk, directory: &Directory) -> Board {
    board(desk, directory, None).await.unwrap()
}

sample::on_both! {
    async fn every_assignment_is_there_with_where_it_stands(scratch: Scratch) {
        let desk = scratch.desk().await;
        let directory = lay(&desk).await;
        report(&desk, 3, 1, "returned", (4, 18)).await;
        report(&desk, 3, 2, "resubmitted", (4, 19)).await;
        report(&desk, 4, 1, "accepted", (4, 25)).await;

        let board = seen(&desk, &directory).await;

        let told: Vec<_> = board.lines.iter().map(|line| (line.id, line.status, line.answer)).collect();
        assert_eq!(told, [
            (1, Status::Late(61), None),
            (2, Status::NotDue, None),
            (3, Status::Reported, Some(Answer::Waiting)),
            (4, Status::DoneLate(5), Some(Answer::Accepted)),
        ]);
        assert_eq!(board.lines[0].task.items, ["1.1"]);
        assert_eq!((board.lines[0].moved_at, board.lines[3].moved_at), (None, Some(desk.now)));
    }

    async fn a_draft_of_a_report_is_not_told(scratch: Scratch) {
        let desk = scratch.desk().await;
        let directory = lay(&desk).await;
        let before = seen(&desk, &directory).await;
        report(&desk, 1, 1, "draft", (3, 18)).await;
        assert_eq!(seen(&desk, &directory).await, before);
    }

    async fn what_another_answers_is_left_out_and_what_lost_its_ground_not_counted(scratch: Scratch) {
        let desk = scratch.desk().await;
        let directory = lay(&desk).await;
        mark(&desk, 4, Mark::Joined).await;
        mark(&desk, 1, Mark::Cancelled).await;
        mark(&desk, 3, Mark::Undecided).await;

        let board = seen(&desk, &directory).await;

        assert_eq!(board.lines.iter().map(|line| line.id).collect::<Vec<_>>(), [1, 2, 3]);
        let tally = Tally::of(&board.lines);
        assert_eq!((tally.all, tally.late, tally.undecided), (2, 1, 1));
    }

    async fn a_promised_day_counts_instead_of_the_plans(scratch: Scratch) {
        let desk = scratch.desk().await;
        let directory = lay(&desk).await;
        mark(&desk, 1, Mark::Promised).await;
        let line = seen(&desk, &directory).await.lines.remove(0);
        assert_eq!((line.status, line.deadline()), (Status::Due, date(2025, 5, 31)));
    }

    async fn counts_are_everybodys_and_single_ones_of_who_may_read_them(scratch: Scratch) {
        let desk = scratch.desk().await;
        let directory = lay(&desk).await;
        let listed = async |role, agency| {
            let board = seen(&desk.seat((1, "lan"), "post", role, agency), &directory).await;
            assert_eq!(Tally::of(&board.lines).all, 4);
            board.lines.iter().filter(|line| line.listed).map(|line| line.id).collect::<Vec<_>>()
        };
        assert_eq!(listed(Role::StandingBody, "BL-SNV").await, [1, 2, 3, 4]);
        assert_eq!(listed(Role::Leader, "BL-SNV").await, [1, 2, 3, 4]);
        assert_eq!(listed(Role::Auditor, "BL-SNV").await, [1, 2, 3, 4]);
        assert_eq!(listed(Role::Officer, "BL-STP").await, [1, 2]);
        assert_eq!(listed(Role::Head, "X1").await, [1, 2, 3]);
        assert_eq!(listed(Role::Communicator, "BL-SNV").await, [0_i64; 0]);
    }

    async fn an_administrator_has_no_board_and_a_draft_none_either(scratch: Scratch) {
        let desk = scratch.desk().await;
        let directory = lay(&desk).await;
        plan(&desk, "nhap", "draft", date(2025, 2, 2)).await;
        let administrator = desk.seat((1, "lan"), "post", Role::Administrator, "BL-SNV");
        assert!(matches!(board(&administrator, &directory, None).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(board(&desk, &directory, Some("nhap")).await, Err(Refusal::Missing)));
        let plans: Vec<_> = seen(&desk, &directory).await.plans.into_iter().map(|cover| cover.slug).collect();
        assert_eq!(plans, ["kh-2025"]);
    }

    async fn without_a_plan_the_board_is_empty(scratch: Scratch) {
        let desk = scratch.desk().await;
        let board = seen(&desk, &Directory::default()).await;
        assert_eq!((board.plan, board.lines.len()), (None, 0));
    }

    async fn filters_narrow_and_together_narrow_more(scratch: Scratch) {
        let desk = scratch.desk().await;
        let directory = lay(&desk).await;
        let board = seen(&desk, &directory).await;
        let found = |filter: Filter| -> Vec<i64> {
            board.lines.iter().filter(|line| filter.holds(line, &directory)).map(|line| line.id).collect()
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(found(Filter::default()), [1, 2, 3, 4]);
        assert_eq!(found(Filter { section: some("TT"), ..Filter::default() }), [3, 4]);
        assert_eq!(found(Filter { item: some("1.1"), ..Filter::default() }), [1, 2]);
        assert_eq!(found(Filter { kind: Some(Kind::Commune), ..Filter::default() }), [3, 4]);
        assert_eq!(found(Filter { period: some("2025-03"), ..Filter::default() }), [1]);
        assert_eq!(found(Filter { status: some("late"), agency: some("X2"), ..Filter::default() }), [4]);
        assert_eq!(found(Filter { text: some("ban TIN dx1"), ..Filter::default() }), [3]);
        assert_eq!(found(Filter { text: some("khác"), ..Filter::default() }), [0_i64; 0]);
    }

    async fn counts_by_content_and_by_agency_add_up(scratch: Scratch) {
        let desk = scratch.desk().await;
        let directory = lay(&desk).await;
        report(&desk, 4, 1, "accepted", (4, 18)).await;
        let board = seen(&desk, &directory).await;

        let sections: Vec<_> = by_section(&board.lines).iter().map(|(at, it)| (*at, it.all, it.done, it.late)).collect();
        let agencies: Vec<_> = by_agency(&board.lines).iter().map(|(at, it)| (*at, it.all, it.longest)).collect();

        assert_eq!(sections, [("1", 2, 0, 1), ("TT", 2, 1, 1)]);
        assert_eq!(agencies, [("BL-STP", 2, Some(61)), ("X1", 1, Some(30)), ("X2", 1, None)]);
        assert_eq!(Tally::of(&board.lines).in_time(), 1);
    }
}
