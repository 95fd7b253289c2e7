//! A request, by code and secret of a question, that its words go: who has it, and when it is done.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod street;

use accounts::{Role, audit};
use jiff::civil::date;
use listen::question::{Given, Kind, Refusal, State, Told, answer, fold, forget, one, route};
use sample::on_both;
use street::{OTHER, WARD, now, open};

/// A third agency.
const THIRD: &str = "BL-VPUBND";

on_both! {
    async fn it_is_done_in_full_when_the_words_are_gone_and_not_before(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Feedback).await;
        let (id, day) = (asked.question.id, date(2025, 5, 21));
        let head = street.seat(Role::Head, WARD, day);
        let request = street.wants_forgetting(&asked).await.unwrap().question.id;
        let plain = street.asked(Kind::OwnData).await;
        let told = |given| Told { given: Some(given), ground: String::new(), words: "Đã xóa theo yêu cầu".to_owned() };
        assert!(matches!(answer(&head, request, told(Given::All)).await, Err(Refusal::StillThere)));
        assert!(matches!(fold(&head, request, &plain.question.code).await, Err(Refusal::NoMain)), "nor by another's answer");
        answer(&head, id, "Đã sửa đường rồi").await.unwrap();
        assert!(matches!(answer(&head, request, told(Given::All)).await, Err(Refusal::StillThere)));
        assert!(one(&head, id).await.unwrap().request.is_some(), "it can still be done");
        forget(&head, &street.attachments, id).await.unwrap();
        assert_eq!(answer(&head, request, told(Given::All)).await.unwrap().given, Some(Given::All));
        answer(&head, plain.question.id, told(Given::All)).await.unwrap();
        let again = street.wants_forgetting(&asked).await.unwrap().question.id;
        answer(&head, again, told(Given::Nothing)).await.unwrap();
        assert_eq!(now(&street, again).await.state, State::Answered, "what is not done may be said");
    }

    async fn it_stays_with_who_holds_the_question_and_follows_it(scratch: Scratch) {
        let street = open(&scratch).await;
        let asked = street.asked(Kind::Feedback).await;
        let (id, day) = (asked.question.id, date(2025, 5, 21));
        let head = street.seat(Role::Head, WARD, day);
        let standing = street.seat(Role::StandingBody, THIRD, day);
        let request = street.wants_forgetting(&asked).await.unwrap().question.id;
        assert!(matches!(route(&head, request, OTHER, "Không rõ").await, Err(Refusal::NotHolder)));
        assert!(matches!(route(&standing, request, OTHER, "Không rõ").await, Err(Refusal::NotHolder)));
        route(&head, id, OTHER, "Việc của sở").await.unwrap();
        assert_eq!(now(&street, request).await.agency.as_deref(), Some(OTHER));
        let steps = one(&standing, request).await.unwrap().steps;
        assert_eq!((steps[0].from.as_deref(), steps[0].to.as_deref()), (Some(WARD), Some(OTHER)), "its asker reads where it is");
        let entries = audit::list(&mut street.desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        let entry = format!("{:?}", entries.last().unwrap());
        assert!(entry.contains(&now(&street, request).await.code), "the trail says that it went along: {entry}");
        answer(&street.seat(Role::Head, OTHER, day), id, "Sở đã trả lời rồi").await.unwrap();
        forget(&street.seat(Role::Head, OTHER, day), &street.attachments, id).await.unwrap();
    }
}
