//! Campaigns as days pass: what is late, what was put off, and who goes on when an agency is no more.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod air;
mod drive;

use accounts::Role;
use air::{STATIONS, aired_as_planned, at, draft as bulletin, ngoc, open as province, seat, sent};
use drive::{TODAY, begun, draft, going, item, said};
use inform::campaign::{
    Channel, Going, NewItem, Refusal, Standing, Teller, all, change_item, done, drop_item, one, put, write,
};
use jiff::civil::date;
use sample::on_both;

on_both! {
    async fn lateness_leaves_a_trace(scratch: Scratch) {
        let desk = province(&scratch).await;
        let (id, made) = begun(&desk).await;
        let late = ngoc(&desk.on(date(2025, 5, 26)));
        let other = |due| NewItem { due, ..item("z", "Bài đăng trên Zalo của phường") };
        let moved = change_item(&late, made.id, &other(date(2025, 6, 5)), &going(1)).await;
        assert!(matches!(moved, Err(Refusal::NoMoveReason)));
        let beyond = change_item(&late, made.id, &other(date(2025, 7, 1)), &going(1)).await;
        assert!(matches!(beyond, Err(Refusal::DueAfter(_))));
        let why = Going { version: 1, why: "Chờ in lại giấy hẹn", decided: None };
        change_item(&late, made.id, &other(date(2025, 6, 5)), &why).await.unwrap();
        let seen = one(&late, id).await.unwrap().items.remove(0);
        assert_eq!((seen.moved.len(), seen.moved[0].due, seen.moved[0].why.as_str()), (1, date(2025, 5, 25), why.why));
        drop_item(&late, made.id, 2, "Không còn kinh phí").await.unwrap();
        let seen = one(&seat(&desk, Role::Officer, "BL-X-P2"), id).await.unwrap();
        let dropped = seen.dropped[0].dropped.clone().unwrap();
        assert_eq!((seen.items.len(), dropped.by.as_str(), dropped.why.as_str()), (0, "ngoc", "Không còn kinh phí"));
        let ut = seat(&desk, Role::Officer, "BL-X-P2");
        let told = done(&ut, made.id, &said(1, TODAY, "Đã đăng", None), None).await;
        assert!(matches!(told, Err(Refusal::Dropped)), "who makes it learns that it is not wanted any more");
    }

    async fn nothing_of_a_campaign_that_has_not_begun_is_late(scratch: Scratch) {
        let desk = province(&scratch).await;
        let id = write(&ngoc(&desk), &draft(), "f").await.unwrap().id;
        put(&ngoc(&desk), id, &item("i", "Bài đăng"), None).await.unwrap();
        let seen = one(&ngoc(&desk), id).await.unwrap();
        assert_eq!(seen.campaign.standing(&seen.items[0], date(2025, 5, 26)), Standing::Passed);
        assert_eq!(seen.campaign.standing(&seen.items[0], date(2025, 5, 25)), Standing::Coming);
    }

    async fn a_station_that_stays_silent_makes_the_item_late(scratch: Scratch) {
        let desk = province(&scratch).await;
        let day = date(2025, 5, 6);
        let aired = sent(&desk, &bulletin(day, day, 1), &STATIONS[..2]).await;
        aired_as_planned(&desk, aired, STATIONS[0], &[at(day, 5)]).await;
        let (id, _) = begun(&desk).await;
        let loud = NewItem {
            channel: Channel::Loudspeaker,
            told_by: Some(Teller::Bulletin(aired)),
            due: date(2025, 5, 11),
            ..item("j", "Bản tin")
        };
        put(&ngoc(&desk), id, &loud, None).await.unwrap();
        let officer = seat(&desk, Role::Officer, "BL-X-P2");
        for reader in [ngoc(&desk), officer] {
            let seen = one(&reader, id).await.unwrap().items.remove(0);
            let airings = seen.airings.unwrap();
            assert_eq!((airings.aired, airings.planned, seen.standing(TODAY)), (1, 2, Standing::Late));
        }
    }

    async fn an_item_of_an_agency_that_is_no_more_is_its_heirs(scratch: Scratch) {
        let desk = province(&scratch).await;
        let (id, made) = begun(&desk).await;
        let later = desk.on(date(2025, 7, 8));
        let heir = seat(&later, Role::Officer, "CM-X-BL");
        assert_eq!(all(&heir).await.unwrap().len(), 1);
        assert_eq!(one(&heir, id).await.unwrap().items[0].id, made.id);
        let other = NewItem { what: "Bài đăng trên Zalo".into(), ..item("z", "") };
        let why = Going { why: "", ..going(1) };
        change_item(&ngoc(&later), made.id, &other, &why).await.unwrap();
        done(&heir, made.id, &said(2, date(2025, 6, 2), "Trang Zalo", None), None).await.unwrap();
        let stranger = seat(&later, Role::Officer, "CM-X-HT");
        assert!(matches!(one(&stranger, id).await, Err(Refusal::Missing)));
        assert!(matches!(done(&stranger, made.id, &said(3, TODAY, "x", None), None).await, Err(Refusal::Missing)));
        let wrote = later.seat((3, "an"), "ghe", Role::Head, "CM-SVHTTDL");
        assert_eq!(all(&wrote).await.unwrap().len(), 1, "whoever has the work of who wrote it reads on");
    }
}
