//! Polls as they are made, answered and ended, on both databases.

#![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it stands")]

mod street;

use accounts::{Desk, Role, audit};
use jiff::civil::{Date, date};
use listen::Poll;
use listen::poll::{self, Draft, FLOOR, Refusal};

const TODAY: Date = date(2025, 5, 20);

fn draft(from: Date, to: Date) -> Draft {
    let choices = ["Bảng niêm yết", "Loa truyền thanh"].map(|said| (said.to_owned(), String::new())).into();
    let asked = "Ông, bà biết giờ làm việc qua đâu?".to_owned();
    Draft { asked, asked_en: String::new(), choices, opens_on: from, closes_on: to, is_fine: false }
}

async fn made(desk: &Desk) -> Poll {
    poll::make(desk, &draft(TODAY, TODAY)).await.unwrap()
}

sample::on_both! {
    async fn an_answer_counts_once_from_a_form_whatever_is_chosen_on_it_later(scratch: Scratch) {
        let desk = street::open(&scratch).await.desk;
        let id = made(&desk).await.id;
        assert_eq!(poll::vote(&desk, id, 1, "f1").await.unwrap().choices[1].answers, 1);
        let again = poll::vote(&desk, id, 0, "f1").await.unwrap();
        assert_eq!((again.choices[0].answers, again.choices[1].answers), (0, 1));
        poll::vote(&desk, id, 0, "f2").await.unwrap();
        assert_eq!(poll::open(&desk, id).await.unwrap().answers(), 2);
        for (place, form) in [(2, "f3"), (-1, "f4"), (0, ""), (0, &"x".repeat(33))] {
            assert!(matches!(poll::vote(&desk, id, place, form).await, Err(Refusal::NoChoice)), "{place} {form}");
        }
        assert_eq!(poll::open(&desk, id).await.unwrap().answers(), 2);
    }

    async fn many_answer_at_once_and_none_is_lost_or_doubled(scratch: Scratch) {
        let desk = street::open(&scratch).await.desk;
        let id = made(&desk).await.id;
        let votes = (0..FLOOR * 2).map(|at| {
            let desk = desk.clone();
            tokio::spawn(async move { poll::vote(&desk, id, at % 2, &format!("f{}", at / 2)).await.map(drop) })
        });
        for vote in votes.collect::<Vec<_>>() {
            vote.await.unwrap().unwrap();
        }
        let poll = poll::open(&desk, id).await.unwrap();
        assert_eq!(poll.answers(), FLOOR, "each form was sent twice");
        assert!(poll.shares().is_some());
    }

    async fn it_takes_answers_from_its_first_day_to_its_last(scratch: Scratch) {
        let desk = street::open(&scratch).await.desk;
        let tomorrow = date(2025, 5, 21);
        let id = poll::make(&desk, &draft(tomorrow, tomorrow)).await.unwrap().id;
        assert!(matches!(poll::vote(&desk, id, 0, "f").await, Err(Refusal::Missing)), "nobody knows of it yet");
        assert!(matches!(poll::open(&desk, id).await, Err(Refusal::Missing)));
        assert!(poll::all_open(&desk).await.unwrap().is_empty());
        assert!(poll::vote(&desk.on(tomorrow), id, 0, "f").await.is_ok());
        let after = desk.on(date(2025, 5, 22));
        assert!(matches!(poll::vote(&after, id, 0, "g").await, Err(Refusal::NotOpen)));
        assert_eq!(poll::open(&after, id).await.unwrap().answers(), 1, "the archive keeps it");
    }

    async fn it_is_changed_before_it_opens_and_ended_with_a_reason_after(scratch: Scratch) {
        let desk = street::open(&scratch).await.desk;
        let (tomorrow, later) = (date(2025, 5, 21), date(2025, 5, 31));
        let id = poll::make(&desk, &draft(tomorrow, later)).await.unwrap().id;
        let other = Draft { asked: "Ông, bà có nghe loa không?".into(), ..draft(TODAY, later) };
        assert_eq!(poll::change(&desk, id, &other).await.unwrap().asked, other.asked);
        assert!(matches!(poll::change(&desk, id, &draft(TODAY, later)).await, Err(Refusal::Opened)));
        assert!(matches!(poll::close(&desk, id, " ").await, Err(Refusal::NoReason)));
        poll::close(&desk, id, "Câu hỏi viết sai").await.unwrap();
        assert!(matches!(poll::vote(&desk, id, 0, "f").await, Err(Refusal::NotOpen)));
        assert!(matches!(poll::close(&desk, id, "Lần nữa").await, Err(Refusal::NotOpen)));
        let kept = poll::one(&desk, id).await.unwrap();
        assert_eq!(kept.ended, Some((TODAY, "Câu hỏi viết sai".to_owned())));
    }

    async fn the_trail_says_that_somebody_answered_and_not_what(scratch: Scratch) {
        let desk = street::open(&scratch).await.desk;
        let id = made(&desk).await.id;
        poll::vote(&desk, id, 1, "f1").await.unwrap();
        let entries = audit::list(&mut desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        let last = entries.last().unwrap();
        assert_eq!(last.act, "poll.answered");
        assert!(format!("{last:?}").contains("answers") && !format!("{last:?}").contains("Loa"), "{last:?}");
    }

    async fn an_officer_makes_none_and_sees_no_register(scratch: Scratch) {
        let desk = street::open(&scratch).await.desk;
        let officer = desk.seat((1, "lan"), "post", Role::Officer, street::WARD);
        assert!(matches!(poll::make(&officer, &draft(TODAY, TODAY)).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(poll::all(&officer).await, Err(Refusal::Forbidden(_))));
        let id = made(&desk).await.id;
        assert!(matches!(poll::one(&officer, id).await, Err(Refusal::Missing)));
        assert!(matches!(poll::close(&officer, id, "Không").await, Err(Refusal::Forbidden(_))));
    }

    async fn a_poll_that_must_not_be_public_goes_out_of_sight_and_says_so(scratch: Scratch) {
        let desk = street::open(&scratch).await.desk;
        let id = made(&desk).await.id;
        poll::vote(&desk, id, 1, "f1").await.unwrap();
        assert!(matches!(poll::withdraw(&desk, id, " ").await, Err(Refusal::NoReason)));
        assert!(matches!(poll::withdraw(&desk, id, "Có số 0912 345 678").await, Err(Refusal::Personal(_))));
        poll::withdraw(&desk, id, "Không được phép đăng").await.unwrap();
        assert!(matches!(poll::open(&desk, id).await, Err(Refusal::Withdrawn { on, why }) if on == TODAY && why == "Không được phép đăng"));
        assert!(poll::all_open(&desk).await.unwrap().is_empty(), "nor in the archive");
        assert!(matches!(poll::vote(&desk, id, 1, "f2").await, Err(Refusal::NotOpen)));
        assert!(matches!(poll::withdraw(&desk, id, "Lần nữa").await, Err(Refusal::NotSeen)));
        assert_eq!(poll::one(&desk, id).await.unwrap().answers(), 1, "the register keeps what was answered");
        let entries = audit::list(&mut desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        assert_eq!(entries.last().unwrap().act, "poll.withdrawn");
        let later = date(2025, 5, 25);
        let coming = poll::make(&desk, &draft(later, later)).await.unwrap().id;
        assert!(matches!(poll::withdraw(&desk, coming, "Chưa đăng").await, Err(Refusal::NotSeen)));
    }
}
