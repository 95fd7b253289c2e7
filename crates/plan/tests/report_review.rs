//! Reviewing reports and answering extensions, on both databases.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod office;

use jiff::civil::date;
use office::{FIRST, OUTSIDE, SECOND, said, seen};
use plan::evidence::{self, Unreadable};
use plan::extension::{self, Answer, Wish};
use plan::report::{self, Filter, Refusal, State};

fn wish(form: &str, day: jiff::civil::Date) -> Wish {
    Wish { assignment: FIRST, form: form.to_owned(), until: day, why: "mưa bão".to_owned() }
}

sample::on_both! {
    async fn accepting_twice_is_accepting_once(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let sent = office::sent(&desk).await;
        let hoa = office::standing(&desk);
        let first = report::accept(&hoa, seen(&sent)).await.unwrap();
        let again = report::accept(&hoa, seen(&sent)).await.unwrap();
        assert_eq!((first.state, &first), (State::Accepted, &again));
        assert_eq!(office::deeds(&desk, "report.accepted").await, 1);
    }

    async fn whoever_decides_on_a_report_that_changed_is_shown_it(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let sent = office::sent(&desk).await;
        let hoa = office::standing(&desk);
        report::send_back(&hoa, seen(&sent), "thiếu ảnh").await.unwrap();
        let refused = report::accept(&hoa, seen(&sent)).await.unwrap_err();
        assert!(matches!(refused, Refusal::Stale(Some(now)) if now.state == State::Returned));
    }

    async fn two_reviewers_at_once_make_one_decision(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let sent = office::sent(&desk).await;
        let (hoa, other) = (office::standing(&desk), desk.seat((8, "van"), "bl-vp.tt2", accounts::Role::StandingBody, "BL-VPUBND"));
        let one = tokio::spawn(async move { report::accept(&hoa, seen(&sent)).await });
        let sent = report::folder(&office::officer(&desk), FIRST).await.unwrap().told.remove(0).report;
        let version = 1;
        let two = tokio::spawn(async move {
            report::send_back(&other, report::Decision { report: sent.id, version }, "thiếu").await
        });
        let ended = [one.await.unwrap().is_ok(), two.await.unwrap().is_ok()];
        assert_eq!(ended.iter().filter(|done| **done).count(), 1, "{ended:?}");
    }

    async fn a_return_needs_a_reason(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let sent = office::sent(&desk).await;
        let refused = report::send_back(&office::standing(&desk), seen(&sent), " \r\n").await;
        assert!(matches!(refused, Err(Refusal::NoReason)));
    }

    async fn only_the_standing_body_reviews_and_a_draft_is_not_reviewed(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let sent = office::sent(&desk).await;
        assert!(matches!(report::accept(&office::officer(&desk), seen(&sent)).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(report::accept(&office::stranger(&desk), seen(&sent)).await, Err(Refusal::Missing)));
        let draft = report::save(&office::officer(&desk), &said(SECOND, "g", "Đang")).await.unwrap();
        assert!(matches!(report::accept(&office::standing(&desk), seen(&draft)).await, Err(Refusal::Missing)));
    }

    async fn the_queue_shows_the_oldest_first_with_last_times_report_and_filters(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        office::accepted(&desk).await;
        report::submit(&office::officer(&desk), &said(SECOND, "g", "Quý II")).await.unwrap();
        report::submit(&office::standing(&desk), &said(OUTSIDE, "h", "Công an")).await.unwrap();
        let hoa = office::standing(&desk);

        let queue = report::queue(&hoa, &Filter::default()).await.unwrap();
        assert_eq!(queue.waiting.iter().map(|w| w.owed.id).collect::<Vec<_>>(), [SECOND, OUTSIDE]);
        assert_eq!(queue.waiting[0].before.as_ref().unwrap().1.words.done, "Đã phát");
        assert_eq!((queue.agencies, queue.sections), (vec!["BL-CA25".into(), "BL-SNV25".into()], vec!["1".into(), "6".into()]));

        let of = async |filter| report::queue(&hoa, &filter).await.unwrap().count;
        assert_eq!(of(Filter { agency: Some("BL-CA25".into()), ..Filter::default() }).await, 1);
        assert_eq!(of(Filter { section: Some("1".into()), ..Filter::default() }).await, 1);
        assert_eq!(of(Filter { state: Some(State::Resubmitted), ..Filter::default() }).await, 0);
        assert!(matches!(report::queue(&office::officer(&desk), &Filter::default()).await, Err(Refusal::Forbidden(_))));
    }

    async fn a_photo_comes_later_while_the_report_waits_and_no_longer(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let sent = office::sent(&desk).await;
        let lan = office::officer(&desk);
        let piece = office::pdf(&scratch, "a.pdf").await;
        assert_eq!(evidence::add(&lan, FIRST, std::slice::from_ref(&piece)).await.unwrap(), 1);
        assert_eq!(evidence::add(&lan, FIRST, std::slice::from_ref(&piece)).await.unwrap(), 0, "the same file is one");
        report::accept(&office::standing(&desk), seen(&sent)).await.unwrap();
        assert!(matches!(evidence::add(&lan, FIRST, &[piece]).await, Err(evidence::Refusal::NotWaiting)));
    }

    async fn evidence_is_read_by_who_may_read_the_report(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        office::sent(&desk).await;
        evidence::add(&office::officer(&desk), FIRST, &[office::pdf(&scratch, "a.pdf").await]).await.unwrap();
        let id = report::folder(&office::officer(&desk), FIRST).await.unwrap().told[0].evidence[0].id;
        assert_eq!(evidence::read(&office::cooperating(&desk), id).await.unwrap().piece.name, "a.pdf");
        assert!(evidence::read(&office::leader(&desk), id).await.is_ok());
        assert!(matches!(evidence::read(&office::stranger(&desk), id).await, Err(Unreadable::Missing)));
        assert!(matches!(evidence::read(&office::stranger(&desk), 999).await, Err(Unreadable::Missing)));
        assert!(matches!(evidence::read(&office::administrator(&desk), id).await, Err(Unreadable::Forbidden(_))));
    }

    async fn a_day_that_is_granted_counts_and_each_promise_is_kept(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let (lan, hoa) = (office::officer(&desk), office::standing(&desk));
        for (form, day) in [("a", date(2025, 5, 30)), ("b", date(2025, 6, 15))] {
            let asked = extension::ask(&lan, &wish(form, day)).await.unwrap();
            assert_eq!(report::queue(&hoa, &Filter::default()).await.unwrap().asked[0].extension, asked);
            extension::answer(&hoa, asked.id, &Answer::Granted(day)).await.unwrap();
            extension::answer(&hoa, asked.id, &Answer::Granted(day)).await.unwrap();
        }
        let folder = report::folder(&lan, FIRST).await.unwrap();
        assert_eq!(folder.owed.promised, Some(date(2025, 6, 15)));
        assert_eq!(folder.owed.due, date(2025, 3, 20), "the day that was due stays");
        assert_eq!(extension::promises(&folder.extensions), 2);
        assert_eq!(office::deeds(&desk, "extension.answered").await, 2);
    }

    async fn a_refusal_has_a_reason_and_changes_no_day(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let asked = extension::ask(&office::officer(&desk), &wish("a", date(2025, 5, 30))).await.unwrap();
        let leader = office::leader(&desk);
        let bare = extension::answer(&leader, asked.id, &Answer::Refused(String::new())).await;
        assert!(matches!(bare, Err(extension::Refusal::NoReason)));
        extension::answer(&leader, asked.id, &Answer::Refused("không có căn cứ".into())).await.unwrap();
        assert_eq!(report::folder(&leader, FIRST).await.unwrap().owed.promised, None);
        let other = extension::answer(&office::standing(&desk), asked.id, &Answer::Granted(date(2025, 6, 1))).await;
        assert!(matches!(other, Err(extension::Refusal::Answered(_))));
    }

    async fn a_wish_is_for_a_later_day_once_at_a_time_by_who_owes_it(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        let lan = office::officer(&desk);
        let early = extension::ask(&lan, &wish("a", desk.today)).await;
        assert!(matches!(early, Err(extension::Refusal::NotLater(day)) if day == desk.today));
        let first = extension::ask(&lan, &wish("a", date(2025, 5, 30))).await.unwrap();
        assert_eq!(extension::ask(&lan, &wish("a", date(2025, 5, 30))).await.unwrap(), first);
        let second = extension::ask(&lan, &wish("b", date(2025, 6, 30))).await;
        assert!(matches!(second, Err(extension::Refusal::Asked)));
        let thao = extension::ask(&office::cooperating(&desk), &wish("c", date(2025, 6, 30))).await;
        assert!(matches!(thao, Err(extension::Refusal::Forbidden(_))));
        let hai = extension::ask(&office::stranger(&desk), &wish("d", date(2025, 6, 30))).await;
        assert!(matches!(hai, Err(extension::Refusal::Missing)));
    }

    async fn what_is_done_needs_no_later_day(scratch: Scratch) {
        let desk = office::open(&scratch).await;
        office::accepted(&desk).await;
        let refused = extension::ask(&office::officer(&desk), &wish("a", date(2025, 6, 30))).await;
        assert!(matches!(refused, Err(extension::Refusal::Over)));
    }
}
