//! Closing without an answer: with a reason that its asker can follow, and no way to be on time.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod street;

use accounts::Role;
use jiff::civil::date;
use listen::question::{Kind, Refusal, answer, close, extend, fold, overall, reopen, route, unfold};
use sample::on_both;
use street::{OTHER, WARD, open};

on_both! {
    async fn what_was_overdue_when_it_was_closed_stays_late(scratch: Scratch) {
        let street = open(&scratch).await;
        let (one, two) = (street.asked(Kind::Feedback).await, street.asked(Kind::Feedback).await);
        let (early, late) = (street.asked(Kind::Feedback).await, street.asked(Kind::Feedback).await);
        let (soon, day) = (date(2025, 5, 21), date(2025, 6, 2));
        answer(&street.ward(soon), one.question.id, "Đã sửa xong đường").await.unwrap();
        close(&street.seat(Role::Head, WARD, soon), early.question.id, "Viết thử thôi").await.unwrap();
        let head = street.seat(Role::Head, WARD, day);
        let counts = async || {
            let it = overall(&head).await.unwrap().tally;
            (it.on_time, it.judged(), it.closed, it.closed_late)
        };
        assert_eq!(counts().await, (1, 3, 1, 0));
        close(&head, two.question.id, "Không rõ ở đâu").await.unwrap();
        assert_eq!(counts().await, (1, 3, 2, 1), "closing makes nothing better");
        answer(&head, late.question.id, "Đã sửa xong đường").await.unwrap();
        reopen(&street.desk.on(day), &late.question.code, &late.secret, "Vẫn còn hư").await.unwrap();
        close(&head, late.question.id, "Không thuộc phường").await.unwrap();
        assert_eq!(counts().await, (1, 3, 3, 2), "nor does opening and closing what was answered late");
    }

    async fn a_reason_is_more_than_a_word(scratch: Scratch) {
        let street = open(&scratch).await;
        let (id, other) = (street.asked(Kind::Information).await.question.id, street.asked(Kind::Information).await.question);
        let head = street.seat(Role::Head, WARD, date(2025, 5, 21));
        for why in [".", "x", "…… 12 / 5", "Thử"] {
            assert!(matches!(close(&head, id, why).await, Err(Refusal::NoReason)), "{why}");
            assert!(matches!(extend(&head, id, why).await, Err(Refusal::NoReason)), "{why}");
            assert!(matches!(route(&head, id, OTHER, why).await, Err(Refusal::NoReason)), "{why}");
        }
        fold(&head, id, &other.code).await.unwrap();
        assert!(matches!(unfold(&head, id, "nhầm").await, Err(Refusal::NoReason)));
        unfold(&head, id, "Ghép nhầm").await.unwrap();
        close(&head, id, "Viết thử").await.unwrap();
    }

    async fn what_others_were_folded_into_is_not_folded_itself(scratch: Scratch) {
        let street = open(&scratch).await;
        let three = [street.asked(Kind::Feedback).await, street.asked(Kind::Feedback).await, street.asked(Kind::Feedback).await];
        let [one, two, more] = three.map(|it| it.question);
        let head = street.seat(Role::Head, WARD, date(2025, 5, 21));
        fold(&head, one.id, &two.code).await.unwrap();
        assert!(matches!(fold(&head, two.id, &more.code).await, Err(Refusal::HasFolded)));
    }
}
