//! Groups on either database: made, renamed, and whom they mean from a day on.

#![allow(clippy::unwrap_used)]

use accounts::agency::{Group, Kind, Member, Refusal, group};
use accounts::{Desk, Directory, Role, audit};
use jiff::civil::{Date, date};
use sample::{on_both, town};

const FIRST: Date = date(2025, 1, 1);

fn unions() -> Group {
    let (code, name) = ("@doan-the".to_owned(), " Các  đoàn thể ".to_owned());
    Group { code, name, kind: None, began: FIRST, ended: None, successor: None }
}

fn member(group: &str, agency: &str, from: Date, included: bool) -> Member {
    Member { group: group.to_owned(), agency: agency.to_owned(), from, included }
}

async fn members(desk: &Desk, group: &str, day: Date) -> Vec<String> {
    let directory = Directory::load(&mut desk.read().await.unwrap()).await.unwrap();
    directory.expand(group, town::UNIT, day).into_iter().map(|agency| agency.code.clone()).collect()
}

async fn entries(desk: &Desk) -> i64 {
    audit::latest(desk.store()).await.unwrap()
}

on_both! {
    async fn a_group_is_made_once_and_means_whom_somebody_puts_in(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        group::make(&desk, &unions()).await.unwrap();
        assert!(matches!(group::make(&desk, &unions()).await, Err(Refusal::Known(_))));
        assert!(members(&desk, "@doan-the", desk.today).await.is_empty());

        let from = date(2025, 4, 1);
        group::put(&desk, &member("@doan-the", "BL-STP", from, true)).await.unwrap();
        let before = entries(&desk).await;
        group::put(&desk, &member("@doan-the", "BL-STP", from, true)).await.unwrap();
        assert_eq!(entries(&desk).await, before, "the same again changes nothing");
        assert!(members(&desk, "@doan-the", date(2025, 3, 31)).await.is_empty());
        assert_eq!(members(&desk, "@doan-the", from).await, ["BL-STP"]);

        group::put(&desk, &member("@doan-the", "BL-STP", date(2025, 5, 1), false)).await.unwrap();
        assert!(members(&desk, "@doan-the", date(2025, 5, 1)).await.is_empty());
        let entry = audit::list(&mut desk.read().await.unwrap(), before, 1).await.unwrap().remove(0);
        assert_eq!((entry.act.as_str(), entry.subject.as_str()), ("group.member_put", "group/@doan-the"));
        assert!(entry.before.unwrap().contains("2025-04-01") && entry.after.unwrap().contains("2025-05-01"));

        group::put(&desk, &member("@doan-the", "BL-STP", date(2025, 2, 1), true)).await.unwrap();
        assert_eq!(members(&desk, "@doan-the", date(2025, 6, 1)).await, ["BL-STP"], "what was said for later gives way");
    }

    async fn a_department_is_taken_out_of_the_departments_from_a_day_on(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        let (before, from) = (members(&desk, "@so", desk.today).await, date(2025, 5, 20));
        group::put(&desk, &member("@so", "BL-STP", from, false)).await.unwrap();
        assert_eq!(members(&desk, "@so", date(2025, 5, 19)).await, before);
        let now = members(&desk, "@so", from).await;
        assert_eq!(now.len(), before.len() - 1);
        assert!(!now.contains(&"BL-STP".to_owned()));
    }

    async fn a_group_is_renamed_by_who_saw_its_name(scratch: Scratch) {
        let desk = scratch.desk().await;
        group::make(&desk, &unions()).await.unwrap();
        group::rename(&desk, "@doan-the", "Các đoàn thể", "Các hội").await.unwrap();
        let stale = group::rename(&desk, "@doan-the", "Các đoàn thể", "Các ban").await;
        assert!(matches!(stale, Err(Refusal::GroupChanged(name)) if name == "Các hội"));
        group::rename(&desk, "@doan-the", "Các đoàn thể", "Các hội").await.unwrap();
        assert!(matches!(group::rename(&desk, "@x", "", "Tên").await, Err(Refusal::NoGroup(_))));
        assert!(matches!(group::rename(&desk, "@doan-the", "Các hội", " ").await, Err(Refusal::NoName)));
    }

    async fn only_what_can_be_is_taken_and_only_from_an_administrator(scratch: Scratch) {
        let desk = scratch.desk().await;
        town::build(&desk).await.unwrap();
        for code in ["doan-the", "@", "@Đoàn", "@<b>", "@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
            let made = group::make(&desk, &Group { code: code.to_owned(), ..unions() }).await;
            assert!(matches!(made, Err(Refusal::BadGroupCode(_))), "{code}");
        }
        let put = async |group, agency, from| group::put(&desk, &member(group, agency, from, true)).await;
        assert!(matches!(put("@khong-co", "BL-STP", FIRST).await, Err(Refusal::NoGroup(_))));
        assert!(matches!(put("@so", "BL-KHONG", FIRST).await, Err(Refusal::NoAgency(_))));
        assert!(matches!(put("@so", "BL-SNV", date(2025, 4, 1)).await, Err(Refusal::NotThen { .. })));
        let body = desk.seat((1, "hoa"), "bl-vp.cv", Role::StandingBody, "BL-VPUBND");
        assert!(matches!(group::make(&body, &unions()).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(group::rename(&body, "@so", "x", "y").await, Err(Refusal::Forbidden(_))));
        let out = member("@so", "BL-STP", FIRST, false);
        assert!(matches!(group::put(&body, &out).await, Err(Refusal::Forbidden(_))));
    }
}

#[test]
fn the_word_of_a_group_without_a_kind_is_none() {
    assert_eq!(unions().kind_word(), "none");
    assert_eq!(Group { kind: Some(Kind::Commune), ..unions() }.kind_word(), "commune");
}
