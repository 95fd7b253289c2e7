//! What becomes of questions when the agency that must answer ends, and another goes on with its work.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod street;

use accounts::{Directory, Role};
use jiff::civil::date;
use listen::question::{Asking, Kind, PAGE, Refusal, answer, follow, listed, reopen, route};
use sample::on_both;
use street::{OTHER, WARD, now, open};

/// The commune that went on with the work of the ward.
const HEIR: &str = "CM-X-BL";

on_both! {
    async fn the_heir_finds_it_answers_it_and_is_told_of_as_who_did(scratch: Scratch) {
        let mut street = open(&scratch).await;
        let asked = street.asked(Kind::Feedback).await;
        let old = street.asked(Kind::Feedback).await;
        let (id, day) = (asked.question.id, date(2025, 7, 2));
        answer(&street.ward(date(2025, 6, 20)), old.question.id, "Đã sửa đường rồi").await.unwrap();
        let heir = street.seat(Role::Officer, HEIR, day);
        let standing = street.seat(Role::StandingBody, "CM-VPUBND", day);
        let far = street.seat(Role::Officer, OTHER, day);
        let of = |agency: &str| Asking { agency: agency.to_owned(), state: "open".to_owned(), ..Asking::default() };
        for (desk, agency, found) in [
            (&heir, HEIR, 1), (&heir, "", 1), (&heir, WARD, 1), (&heir, OTHER, 0), (&standing, HEIR, 1), (&standing, WARD, 1),
            (&standing, OTHER, 0), (&far, HEIR, 0), (&far, WARD, 0), (&standing, "x", 0),
        ] {
            assert_eq!(listed(desk, &of(agency), PAGE).await.unwrap().found, found, "{agency}");
        }
        let directory = Directory::load(&mut street.desk.read().await.unwrap()).await.unwrap();
        let at = async |id| now(&street, id).await.at(&directory, day);
        assert_eq!(at(id).await.as_deref(), Some(HEIR), "who holds it now");
        assert_eq!(at(old.question.id).await.as_deref(), Some(WARD), "who answered it then");
        let standing_route = route(&standing, id, HEIR, "Phường mới").await;
        assert!(matches!(standing_route, Err(Refusal::SameAgency)), "it is there already");
        let keys = (old.question.code.as_str(), old.secret.as_str());
        let again = reopen(&street.desk.on(day), keys.0, keys.1, "Vẫn hư như cũ").await.unwrap();
        assert_eq!(again.agency.as_deref(), Some(HEIR));
        let told = answer(&heir, id, "Phường mới đã sửa đường").await.unwrap();
        assert_eq!(told.agency.as_deref(), Some(HEIR));
        let seen = follow(&street.desk.on(day), &asked.question.code, &asked.secret).await.unwrap();
        assert_eq!(seen.agency(&directory, day).as_deref(), Some(HEIR));
        street.desk = street.desk.on(day);
        let wants = street.wants_forgetting(&asked).await.unwrap();
        assert_eq!(wants.question.agency.as_deref(), Some(HEIR));
    }
}
