//! Assignments that arise, follow mergers, wait for decisions and are transferred, on both databases.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod drawn;

use accounts::{Desk, Directory, Role, audit};
use drawn::{on, published, seat, standing_body, task, terms};
use jiff::civil::{Date, date};
use plan::assignment::{self, Assignment, Merged, Reason, Refusal};
use plan::{Rhythm, Status, Terms};

const JANUARY: Date = date(2025, 1, 15);

/// What there is of a task, as `period: agency`.
async fn of(desk: &Desk, code: &str) -> Vec<Assignment> {
    let id = task(desk, "kh-2025", code).await.id;
    assignment::of_task(desk, id).await.unwrap()
}

async fn told(desk: &Desk, code: &str) -> Vec<String> {
    let told = |it: Assignment| {
        let joined = if it.joined.is_some() { " joined" } else { "" };
        let undecided = if it.undecided { " undecided" } else { "" };
        format!("{}: {} → {}{joined}{undecided}", it.period, it.origin, it.agency)
    };
    of(desk, code).await.into_iter().map(told).collect()
}

/// Days pass, and the program keeps up with each.
async fn pass(desk: &Desk, days: &[Date]) -> Desk {
    for day in days {
        plan::morning::morning(&on(desk, *day)).await.unwrap();
    }
    on(desk, *days.last().unwrap())
}

/// A report that was accepted, which another room writes.
async fn accept(desk: &Desk, id: i64, agency: &str) {
    const SQL: &str = "
        INSERT INTO report (assignment, number, state, version, form, done, hindered, proposed, agency, post, author,
            on_behalf, written_at, submitted_on)
        VALUES ($1, 1, 'accepted', 1, $2, 'x', '', '', $3, 'p', 'a', FALSE, $4, $5)";
    let mut tx = desk.store().begin().await.unwrap();
    let form = format!("form-{id}");
    let (now, today) = (jiff_sqlx::ToSqlx::to_sqlx(desk.now), jiff_sqlx::ToSqlx::to_sqlx(desk.today));
    store::run!(&mut tx, sqlx::query(SQL).bind(id).bind(&form).bind(agency).bind(now).bind(today)).unwrap();
    tx.commit().await.unwrap();
}

sample::on_both! {
    async fn the_periods_that_have_begun_are_asked_of_the_lead(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        let yearly = Terms { rhythm: Rhythm::Yearly, due_on: Some((6, 15)), ..terms("2", "BL-STP") };
        published(&desk, "kh-2025", &[terms("1", "BL-STP"), yearly]).await;

        assert_eq!(told(&desk, "1").await, ["2025-Q1: BL-STP → BL-STP"]);
        let own_day = &of(&desk, "2").await[0];
        assert_eq!((own_day.period.as_str(), own_day.last), ("2025", date(2025, 6, 15)));
        assert_eq!(own_day.due, date(2025, 6, 16), "15 June 2025 is a Sunday");

        let later = pass(&desk, &[date(2025, 3, 14), date(2025, 3, 15)]).await;
        assert_eq!(told(&later, "1").await, ["2025-Q1: BL-STP → BL-STP", "2025-H1: BL-STP → BL-STP"]);
    }

    async fn a_group_is_asked_as_its_members_of_the_day(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "@xa")]).await;

        let directory = Directory::load(&mut desk.read().await.unwrap()).await.unwrap();
        let members = directory.expand("@xa", sample::town::UNIT, JANUARY).len();
        assert!(members > 5, "{members}");
        assert_eq!(of(&desk, "1").await.len(), members);
    }

    async fn what_was_due_before_publication_is_not_asked_for(scratch: Scratch) {
        let desk = standing_body(&scratch, date(2025, 3, 21)).await;
        published(&desk, "kh-2025", &[terms("1", "BL-STP")]).await;
        assert_eq!(told(&desk, "1").await, ["2025-H1: BL-STP → BL-STP"]);
    }

    async fn arising_again_or_twice_at_once_adds_nothing(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "@xa"), terms("2", "@so")]).await;
        let later = on(&desk, date(2025, 3, 15));

        let (a, b, c) = tokio::join!(assignment::arise(&later), assignment::arise(&later), assignment::arise(&later));

        let arisen = [a.unwrap(), b.unwrap(), c.unwrap()];
        assert_eq!(arisen.iter().filter(|count| **count > 0).count(), 1, "{arisen:?}");
        let before = audit::latest(later.store()).await.unwrap();
        assert_eq!(assignment::arise(&later).await.unwrap(), 0);
        assert_eq!(audit::latest(later.store()).await.unwrap(), before, "nothing done, nothing told");
    }

    async fn an_agency_that_ends_is_followed_by_the_one_that_has_its_work(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "BL-SNV")]).await;

        let march = pass(&desk, &[date(2025, 3, 1), date(2025, 3, 15)]).await;
        assert_eq!(told(&march, "1").await, ["2025-Q1: BL-SNV → BL-SNV25", "2025-H1: BL-SNV25 → BL-SNV25"]);
        let first = &of(&march, "1").await[0];
        let moves = assignment::moves(&march, first.id).await.unwrap();
        assert_eq!((moves[0].from.as_str(), moves[0].to.as_str(), moves[0].on), ("BL-SNV", "BL-SNV25", date(2025, 3, 1)));
        assert_eq!((moves.len(), moves[0].reason), (1, Reason::Merger));
        assert_eq!(assignment::merge(&march).await.unwrap(), Merged::default());
    }

    async fn two_that_come_to_one_agency_are_answered_by_one(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "@so")]).await;
        let march = pass(&desk, &[date(2025, 3, 1)]).await;

        let finance: Vec<_> = told(&march, "1").await.into_iter().filter(|told| told.contains("→ BL-STC25")).collect();

        assert_eq!(finance, ["2025-Q1: BL-SKHDT → BL-STC25", "2025-Q1: BL-STC → BL-STC25 joined"]);
    }

    async fn what_was_accepted_stays_where_it_was_done_and_is_not_asked_again(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "BL-SNV")]).await;
        accept(&desk, of(&desk, "1").await[0].id, "BL-SNV").await;

        let march = pass(&desk, &[date(2025, 3, 1)]).await;

        assert_eq!(told(&march, "1").await, ["2025-Q1: BL-SNV → BL-SNV"]);
    }

    async fn one_that_joined_stands_as_the_one_that_answers_it(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "@so")]).await;
        let march = pass(&desk, &[date(2025, 3, 25)]).await;
        let task = task(&march, "kh-2025", "1").await;
        let quarter = async |agency: &str| {
            let all = assignment::standings(&march, &task).await.unwrap();
            let here = all.into_iter().filter(|it| it.assignment.agency == agency && it.assignment.period == "2025-Q1");
            here.map(|it| (it.assignment, it.status)).collect::<Vec<_>>()
        };
        let finance = quarter("BL-STC25").await;
        assert_eq!(finance.iter().map(|it| it.1).collect::<Vec<_>>(), [Status::Late(5), Status::Late(5)]);

        accept(&march, finance[0].0.id, "BL-STC25").await;

        let done = quarter("BL-STC25").await;
        assert_eq!(done.iter().map(|it| it.1).collect::<Vec<_>>(), [Status::DoneLate(5), Status::DoneLate(5)]);
        assert!(quarter("BL-STP").await.iter().all(|it| it.1 == Status::Late(5)));
    }

    async fn among_several_heirs_a_person_decides(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "BL-SLDTBXH")]).await;
        let march = pass(&desk, &[date(2025, 3, 1), date(2025, 3, 2)]).await;
        assert_eq!(told(&march, "1").await, ["2025-Q1: BL-SLDTBXH → BL-SLDTBXH undecided"]);
        let waiting = assignment::undecided(&march).await.unwrap();
        let (id, body) = (waiting[0].id, march.seat((1, "lan"), "p", Role::StandingBody, "BL-SNV25"));

        assert!(matches!(assignment::decide(&body, &[id], "BL-SNV", "x").await, Err(Refusal::NotInForce(_))));
        assert!(matches!(assignment::decide(&body, &[id], "BL-SYT", " ").await, Err(Refusal::NoWords)));
        let head = seat(&march, Role::Head, "BL-SYT");
        assert!(matches!(assignment::decide(&head, &[id], "BL-SYT", "x").await, Err(Refusal::Forbidden(_))));
        assignment::decide(&body, &[id], "BL-SYT", "Bảo trợ xã hội").await.unwrap();

        let decided = pass(&march, &[date(2025, 3, 3)]).await;
        assert_eq!(told(&decided, "1").await, ["2025-Q1: BL-SLDTBXH → BL-SYT"]);
        let moves = assignment::moves(&decided, id).await.unwrap();
        assert_eq!((moves[0].reason, moves[0].words.as_deref()), (Reason::Decision, Some("Bảo trợ xã hội")));
        assert!(matches!(assignment::decide(&body, &[id], "BL-STP", "x").await, Err(Refusal::Settled)));
    }

    async fn what_arises_after_its_lead_split_waits_for_a_person(scratch: Scratch) {
        let desk = standing_body(&scratch, date(2025, 3, 10)).await;
        published(&desk, "kh-2025", &[terms("1", "BL-SLDTBXH")]).await;
        assert_eq!(told(&desk, "1").await, ["2025-Q1: BL-SLDTBXH → BL-SLDTBXH undecided"]);
    }

    async fn an_assignment_is_transferred_with_a_reason(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "BL-STP")]).await;
        let id = of(&desk, "1").await[0].id;

        assert!(matches!(assignment::transfer(&desk, id, "BL-STP", "x").await, Err(Refusal::Settled)));
        assert!(matches!(assignment::transfer(&desk, 99_999, "BL-STC", "x").await, Err(Refusal::Missing)));
        assignment::transfer(&desk, id, "BL-STC", "Đúng chức năng").await.unwrap();
        assignment::arise(&desk).await.unwrap();

        assert_eq!(told(&desk, "1").await, ["2025-Q1: BL-STP → BL-STC"], "and is not asked of the first again");
        let officer = seat(&desk, Role::Officer, "BL-STC");
        assert!(matches!(assignment::transfer(&officer, id, "BL-STP", "x").await, Err(Refusal::Forbidden(_))));
    }

    async fn a_task_goes_to_another_lead_from_a_day_on(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "BL-STP")]).await;
        let may = pass(&desk, &[date(2025, 3, 15), date(2025, 5, 20)]).await;
        let id = task(&may, "kh-2025", "1").await.id;
        let future = assignment::transfer_task(&may, id, "BL-TTR", date(2025, 6, 1), "95-kl-tu").await;
        assert!(matches!(future, Err(plan::plan::Refusal::Backwards { .. })));

        assignment::transfer_task(&may, id, "BL-TTR", date(2025, 4, 1), "95-kl-tu").await.unwrap();

        let june = pass(&may, &[date(2025, 6, 15)]).await;
        assert_eq!(told(&june, "1").await, [
            "2025-Q1: BL-STP → BL-STP", "2025-H1: BL-STP → BL-TTR", "2025-Q3: BL-TTR → BL-TTR",
        ]);
        assert_eq!(task(&june, "kh-2025", "1").await.amended_by.as_deref(), Some("95-kl-tu"));
    }

    async fn a_task_that_goes_to_a_group_is_asked_of_each_member(scratch: Scratch) {
        let desk = standing_body(&scratch, JANUARY).await;
        published(&desk, "kh-2025", &[terms("1", "BL-STP")]).await;
        let id = task(&desk, "kh-2025", "1").await.id;

        assignment::transfer_task(&desk, id, "@huyen", JANUARY, "95-kl-tu").await.unwrap();

        let open = of(&desk, "1").await.into_iter().filter(|it| it.cancelled_on.is_none());
        let agencies: Vec<_> = open.map(|it| it.agency).collect();
        let directory = Directory::load(&mut desk.read().await.unwrap()).await.unwrap();
        assert_eq!(agencies.len(), directory.expand("@huyen", sample::town::UNIT, JANUARY).len());
        assert!(!agencies.contains(&"BL-STP".to_owned()));
    }

    async fn the_mergers_of_2025_pass_and_nothing_is_orphaned(scratch: Scratch) {
        let first = date(2025, 1, 15);
        let desk = standing_body(&scratch, first).await;
        published(&desk, "kh-2025", &practice()).await;
        let days = [first, date(2025, 3, 1), date(2025, 5, 20), date(2025, 7, 1), date(2025, 12, 20)];
        for day in days {
            let desk = pass(&desk, &[day]).await;
            let directory = Directory::load(&mut desk.read().await.unwrap()).await.unwrap();
            let listed = assignment::undecided(&desk).await.unwrap();
            let mut open = 0;
            for task in plan::task::of_plan(&desk, "kh-2025").await.unwrap() {
                let own = assignment::of_task(&desk, task.id).await.unwrap();
                assert!(!own.is_empty(), "{} is asked of nobody by {day}", task.terms.code);
                for it in own.iter().filter(|it| it.joined.is_none() && it.cancelled_on.is_none()) {
                    open += 1;
                    let held = directory.agency(&it.agency).unwrap().in_force(day);
                    let waits = listed.iter().any(|other| other.id == it.id);
                    assert!(held != waits, "{day}: {it:?}");
                }
                for it in own.iter().filter_map(|it| it.joined) {
                    assert!(own.iter().any(|first| first.id == it && first.joined.is_none()), "{day}");
                }
            }
            assert!(open > 300, "{open} open on {day}");
        }
    }
}

/// The tasks of `practice/tasks.csv`.
fn practice() -> Vec<Terms> {
    #[derive(serde::Deserialize)]
    struct Row {
        ma: String,
        chu_tri: String,
        chu_ky: String,
        thoi_han: String,
    }
    let rows: Vec<Row> = places::rows(include_str!("../../../data/practice/tasks.csv"));
    let read = |row: Row| Terms {
        rhythm: match row.chu_ky.as_str() {
            "mot_lan" => Rhythm::Once,
            "hang_thang" => Rhythm::Monthly,
            "hang_quy" => Rhythm::Quarterly,
            "sau_thang" => Rhythm::HalfYearly,
            _ => Rhythm::Yearly,
        },
        due_on: row
            .thoi_han
            .split_once('/')
            .map(|(day, month)| (month.parse().unwrap(), day.parse().unwrap())),
        ..terms(&row.ma, &row.chu_tri)
    };
    rows.into_iter().map(read).collect()
}
