//! How disclosures begin and end by themselves, by another document, or because they were recorded by mistake.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod office;

use accounts::{Role, agency, audit};
use inform::disclosure::{
    Hangs, Key, NewPosting, Notices, Place, Refusal, State, arise, doubt, notices, one, post, register, seek,
    settle, strike, take_down, with_older, withdraw,
};
use jiff::civil::date;
use office::{COMMUNE, HEIR, happened, key, line, officer, open, posting, seat};
use sample::on_both;

const SEAT: [Place; 1] = [Place::Seat];

on_both! {
    async fn a_commune_taken_in_later_has_its_quarters_too(scratch: Scratch) {
        let desk = open(&scratch).await;
        arise(&desk).await.unwrap();
        let details = agency::Details { identifier: None, note: None };
        let new = |code: &str, first| agency::New {
            code: code.to_owned(), name: format!("UBND xã {code}"), kind: agency::Kind::Commune, outside: false,
            unit: sample::town::UNIT.to_owned(), first, details: details.clone(),
        };
        for (code, first) in [("BL-X-CU", date(2015, 1, 1)), ("BL-X-MOI", date(2025, 5, 1))] {
            agency::enter(&desk, &new(code, first)).await.unwrap();
        }
        assert_eq!(arise(&desk).await.unwrap(), 1, "the quarter that ended, where it was there on its last day");
        assert_eq!(arise(&desk).await.unwrap(), 0);
        let later = desk.on(date(2025, 7, 2));
        arise(&later).await.unwrap();
        assert_eq!(arise(&later).await.unwrap(), 0);
        let lines = register(&seat(&desk, Role::StandingBody, "BL-SNV25")).await.unwrap();
        let of = |code: &str| {
            let own = lines.iter().filter(|line| line.duty.code == "CK04" && line.event.agency == code);
            own.map(|line| line.event.words.as_str()).collect::<Vec<_>>()
        };
        assert_eq!((of("BL-X-CU"), of("BL-X-MOI")), (vec!["2025-Q1", "2025-Q2"], vec!["2025-Q2"]));
    }

    async fn what_stays_throughout_is_replaced_when_somebody_says_so_and_the_new_is_up(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ours = officer(&desk);
        let old = happened(&desk, "bang_gia_dat", date(2025, 1, 2)).await;
        let fees = happened(&desk, "bang_gia_dat", date(2025, 1, 3)).await;
        let new = happened(&desk, "bang_gia_dat", date(2025, 5, 12)).await;
        let [old, fees, of] = [old, fees, new].map(|event| key(&event, "CK12"));
        let state = |key: &Key| { let (desk, key) = (desk.clone(), key.clone()); async move { line(&desk, &key, desk.today).await.state } };
        let late = state(&old).await;
        assert!(matches!(late, State::Missing(days) if days > 100), "a new document hides nothing: {late:?}");
        let offered = with_older(&ours, &of).await.unwrap().1.iter().map(|it| it.event.id).collect::<Vec<_>>();
        assert_eq!(offered, [old.event, fees.event]);
        let says = |form: &str, places: &[Place], of: &Key, event| NewPosting { replaces: vec![event], ..posting(of, form, places, date(2025, 5, 19)) };
        assert!(matches!(post(&ours, &says("f0", &SEAT, &old, of.event)).await, Err(Refusal::NotOlder)), "never the newer by the older");
        post(&ours, &posting(&old, "f1", &SEAT, date(2025, 5, 16))).await.unwrap();
        let check = doubt(&desk, &old, Place::Seat).await.unwrap();

        post(&ours, &says("f2", &SEAT, &of, old.event)).await.unwrap();
        assert!(matches!(state(&old).await, State::Missing(_)), "the new one is not everywhere yet");
        let posted = post(&ours, &posting(&of, "f3", &[Place::Site], date(2025, 5, 20))).await.unwrap();
        assert!(matches!(state(&old).await, State::Missing(_)), "somebody said that it is not there, and nobody has looked");
        settle(&ours, &old, check.id, true, "").await.unwrap();
        let replaced = line(&desk, &old, desk.today).await;
        assert_eq!((replaced.state, replaced.late), (State::Replaced, Some((date(2025, 5, 20) - replaced.due.day).get_days())));
        assert!(matches!(state(&fees).await, State::Missing(_)), "nobody said that this one ended");
        strike(&ours, &of, posted.id, "Ghi nhầm nơi").await.unwrap();
        assert!(matches!(state(&old).await, State::Missing(_)));
        post(&ours, &posting(&of, "f4", &[Place::Site], date(2025, 5, 19))).await.unwrap();
        assert_eq!(line(&desk, &of, date(2026, 5, 19)).await.state, State::Up);
        // The third ends the second, and the first stays ended.
        let third = key(&happened(&desk, "bang_gia_dat", date(2025, 5, 16)).await, "CK12");
        post(&ours, &says("f5", &[Place::Seat, Place::Site], &third, of.event)).await.unwrap();
        take_down(&ours, &of, Place::Seat, desk.today).await.unwrap();
        assert_eq!((line(&desk, &of, date(2025, 5, 22)).await.state, line(&desk, &old, date(2025, 5, 22)).await.state), (State::Replaced, State::Replaced));
        let trail = audit::list(&mut desk.read().await.unwrap(), 0, 1000).await.unwrap();
        let said = format!("\"replaces\":[{}]", old.event);
        assert!(trail.iter().any(|it| it.act == "disclosure.posted" && it.after.as_ref().is_some_and(|after| after.to_string().contains(&said))));
    }

    async fn an_event_recorded_by_mistake_is_withdrawn_with_its_duties(scratch: Scratch) {
        let desk = open(&scratch).await;
        let wrong = happened(&desk, "hop_dan_ra_soat", date(2025, 5, 15)).await;
        assert!(matches!(withdraw(&officer(&desk), wrong.id, " ").await, Err(Refusal::NoWords)));
        withdraw(&officer(&desk), wrong.id, "Nhập nhầm ngày").await.unwrap();
        let kept = one(&officer(&desk), &key(&wrong, "CK16")).await.unwrap().event.withdrawn.unwrap();
        assert_eq!((kept.by.as_str(), kept.on, kept.why.as_str()), ("ut", desk.today, "Nhập nhầm ngày"));
        assert!(register(&officer(&desk)).await.unwrap().iter().all(|line| line.event.id != wrong.id));
        let again = post(&officer(&desk), &posting(&key(&wrong, "CK16"), "f0", &SEAT, desk.today)).await;
        assert!(matches!(again, Err(Refusal::Missing | Refusal::Forbidden(_))));
        assert!(matches!(one(&seat(&desk, Role::Officer, "BL-STP"), &key(&wrong, "CK16")).await, Err(Refusal::Missing)));
        assert!(matches!(withdraw(&officer(&desk), wrong.id, "lần nữa").await, Err(Refusal::Missing | Refusal::Forbidden(_))));
    }

    async fn an_event_is_not_withdrawn_while_somebody_waits_for_a_look(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ours = officer(&desk);
        let plan = happened(&desk, "ke_hoach_su_dung_dat", date(2025, 5, 5)).await;
        let of = key(&plan, "CK11");
        let posted = post(&ours, &posting(&of, "f1", &SEAT, date(2025, 5, 12))).await.unwrap();
        let check = doubt(&desk, &of, Place::Seat).await.unwrap();
        strike(&ours, &of, posted.id, "Ghi nhầm nơi").await.unwrap();
        assert!(matches!(withdraw(&ours, plan.id, "Ghi nhầm").await, Err(Refusal::Doubted)));
        settle(&ours, &of, check.id, false, "").await.unwrap();
        withdraw(&ours, plan.id, "Ghi nhầm").await.unwrap();
        let kept = one(&ours, &of).await.unwrap();
        assert!(kept.event.withdrawn.is_some() && kept.checks.len() == 1 && kept.struck.len() == 1);
    }

    async fn what_told_of_a_former_commune_itself_ends_with_it(scratch: Scratch) {
        let desk = open(&scratch).await;
        let days = happened(&desk, "lich_tiep_dan", date(2025, 5, 12)).await;
        let land = happened(&desk, "ke_hoach_su_dung_dat", date(2025, 5, 12)).await;
        for of in [key(&days, "CK22"), key(&land, "CK11")] {
            post(&officer(&desk), &posting(&of, &of.duty, &[Place::Seat, Place::Site], date(2025, 5, 13))).await.unwrap();
        }
        let on = |day| { let desk = desk.clone(); async move { notices(desk.store(), day).await.unwrap() } };
        let blank = |told: &Notices| told.blanks(HEIR).iter().any(|it| it.duty.code == "CK22" && it.before.is_none());
        assert_eq!(line(&desk, &key(&days, "CK22"), date(2025, 6, 30)).await.state, State::Up);
        assert!(on(date(2025, 6, 30)).await.one(COMMUNE, days.id, "CK22").is_some());
        assert_eq!(line(&desk, &key(&days, "CK22"), date(2025, 7, 1)).await.state, State::Ended);
        let after = on(date(2025, 7, 1)).await;
        assert!(after.one(HEIR, days.id, "CK22").is_none() && blank(&after), "the new ward's chairman has days of his own");
        assert!(after.one(HEIR, land.id, "CK11").is_some(), "the land is still there");
        seek(&desk.on(date(2025, 7, 1)), HEIR, "CK22").await.unwrap();
    }

    async fn what_was_put_up_again_before_anybody_looked_stays_up(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ours = officer(&desk);
        let of = key(&happened(&desk, "ke_hoach_su_dung_dat", date(2025, 5, 5)).await, "CK11");
        post(&ours, &posting(&of, "f1", &[Place::Seat, Place::Site], date(2025, 5, 12))).await.unwrap();
        let check = doubt(&desk, &of, Place::Seat).await.unwrap();
        post(&ours, &posting(&of, "f2", &SEAT, desk.today)).await.unwrap();
        settle(&ours, &of, check.id, false, "Bảng tin vừa sửa xong").await.unwrap();
        let seen = line(&desk, &of, desk.today).await;
        assert!(matches!(seen.spots[0].hangs, Hangs::There { since, .. } if since == desk.today), "{:?}", seen.spots);
        assert_eq!(seen.state, State::Up);
        assert_eq!(seen.postings[0].showing(Place::Seat).unwrap().gone_on, Some(desk.today), "that it was missing stays true");
        // Missed again, it is gone with both.
        let again = doubt(&desk, &of, Place::Seat).await.unwrap();
        settle(&ours, &of, again.id, false, "").await.unwrap();
        assert_eq!(line(&desk, &of, desk.today).await.spots[0].hangs, Hangs::Gone { on: desk.today });
    }

    async fn no_last_day_is_far_beyond_and_what_stays_throughout_has_none(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ours = officer(&desk);
        let project = key(&happened(&desk, "du_an_dau_tu", date(2025, 5, 5)).await, "CK07");
        let land = key(&happened(&desk, "ke_hoach_su_dung_dat", date(2025, 5, 5)).await, "CK11");
        let until = |of: &Key, last| NewPosting { last: Some(last), ..posting(of, &format!("{}-{last}", of.duty), &SEAT, date(2025, 5, 12)) };
        for last in [date(9999, 12, 31), date(2030, 5, 13)] {
            assert!(matches!(post(&ours, &until(&project, last)).await, Err(Refusal::TooFar(day)) if day == date(2030, 5, 12)));
        }
        post(&ours, &until(&project, date(2030, 5, 12))).await.unwrap();
        assert!(matches!(post(&ours, &until(&land, date(2025, 5, 21))).await, Err(Refusal::Throughout)));
        // That it was taken down already is told as it was.
        post(&ours, &until(&land, date(2025, 5, 19))).await.unwrap();
        assert_eq!(line(&desk, &land, desk.today).await.spots[0].hangs, Hangs::Early { on: date(2025, 5, 19) });
    }
}
