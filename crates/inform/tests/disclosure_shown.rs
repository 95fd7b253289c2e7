//! What is told of disclosures: for how long what is missing is told, what was recorded after its deadline, until when
//! something hangs, whose it was, and what is turned away.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod office;

use accounts::Role;
use inform::disclosure::{
    Blank, Hangs, NewPosting, NewShowing, Notices, Place, Refusal, Shown, State, answer, arise, doubt,
    notices, one, post, record, register, seek, settle, sought, strike, take_down, withdraw,
};
use jiff::civil::{Date, date};
use office::{COMMUNE, HEIR, event, happened, key, line, officer, open, posting, seat, told as without};
use plan::evidence::{Piece, Unfit, What};
use sample::on_both;

const BOARD_AND_SITE: [Place; 2] = [Place::Seat, Place::Site];
const BUDGET: [Place; 3] = [Place::Seat, Place::CultureHouse, Place::Site];

async fn told(desk: &accounts::Desk, today: Date) -> Notices {
    notices(desk.store(), today).await.unwrap()
}

fn blank<'a>(notices: &'a Notices, commune: &str, duty: &str) -> Option<&'a Blank> {
    notices.blanks(commune).iter().find(|it| it.duty.code == duty)
}

on_both! {
    async fn what_is_missing_is_told_until_it_is_there(scratch: Scratch) {
        let desk = open(&scratch).await;
        let project = happened(&desk, "du_an_dau_tu", date(2025, 4, 1)).await;
        let prices = happened(&desk, "bang_gia_dat", date(2025, 1, 6)).await;
        let budget = happened(&desk, "du_toan_quyet_dinh", date(2025, 4, 10)).await;
        post(&officer(&desk), &posting(&key(&budget, "CK03"), "f1", &BUDGET, date(2025, 5, 8))).await.unwrap();
        let year_on = date(2026, 9, 7);
        let notices = told(&desk, year_on).await;
        let of = |event, duty: &str| notices.one(HEIR, event, duty);
        let (project, prices) = (of(project.id, "CK07").unwrap(), of(prices.id, "CK12").unwrap());
        assert!(matches!(notices.shown(project), Shown::Absent(_)) && notices.is_old(project));
        assert!(matches!(notices.shown(prices), Shown::Absent(_)) && !notices.is_old(prices), "it should hang now");
        // What was there for its time goes after a year, and is not taken for what was never recorded.
        assert!(of(budget.id, "CK03").is_none());
        assert_eq!(blank(&notices, HEIR, "CK03").unwrap().before, Some(date(2025, 4, 10)));
        assert_eq!(blank(&notices, HEIR, "CK05").unwrap().before, None);
        assert!(blank(&notices, HEIR, "CK07").is_none() && !notices.is_silent(HEIR));

        let heir = seat(&desk.on(year_on), Role::Officer, HEIR);
        post(&heir, &posting(&project.key(), "f2", &BUDGET, year_on)).await.unwrap();
        let notices = told(&desk, year_on).await;
        assert!(matches!(notices.shown(notices.one(HEIR, project.event.id, "CK07").unwrap()), Shown::Here(Some(_))));
    }

    async fn what_is_told_after_its_deadline_is_late_unless_something_shows_it(scratch: Scratch) {
        let desk = open(&scratch).await;
        arise(&desk).await.unwrap();
        let of = register(&officer(&desk)).await.unwrap().into_iter().find(|it| it.duty.code == "CK04").unwrap().key();
        // Due on 15 April; on 20 May somebody says that it hung since the 1st.
        let bare = NewPosting { places: BUDGET.map(without).to_vec(), ..posting(&of, "f1", &[], date(2025, 4, 1)) };
        let told = post(&officer(&desk), &bare).await.unwrap();
        let after = line(&desk, &of, desk.today).await;
        assert_eq!((after.state, after.late), (State::Over, Some(35)));
        assert_eq!(after.recorded(Place::Seat), Some((desk.today, true)));
        let shown = notices(desk.store(), desk.today).await.unwrap();
        assert_eq!(shown.shown(shown.one(COMMUNE, of.event, &of.duty).unwrap()), Shown::Past(Some(35)));

        strike(&officer(&desk), &of, told.id, "Ghi lại kèm đường dẫn").await.unwrap();
        post(&officer(&desk), &posting(&of, "f2", &BUDGET, date(2025, 4, 1))).await.unwrap();
        let shown = line(&desk, &of, desk.today).await;
        assert_eq!((shown.state, shown.late, shown.recorded(Place::Seat)), (State::Over, None, Some((desk.today, false))));
    }

    async fn it_hangs_until_the_commune_says_and_never_less_than_the_law(scratch: Scratch) {
        let desk = open(&scratch).await;
        let project = happened(&desk, "du_an_dau_tu", date(2025, 5, 5)).await;
        let of = key(&project, "CK07");
        let ours = officer(&desk);
        let until = |form: &str, last| NewPosting { last: Some(last), ..posting(&of, form, &BUDGET, date(2025, 5, 6)) };
        // Twenty days after 6 May is 26 May.
        assert!(matches!(post(&ours, &until("f1", date(2025, 5, 22))).await, Err(Refusal::TooSoon(day)) if day == date(2025, 5, 26)));
        post(&ours, &until("f1", date(2025, 6, 20))).await.unwrap();
        let there = |until| Hangs::There { since: date(2025, 5, 6), until: Some(until) };
        for day in [desk.today, date(2025, 6, 20)] {
            assert_eq!(line(&desk, &of, day).await.spots[0].hangs, there(date(2025, 6, 20)), "{day}");
        }
        assert_eq!(line(&desk, &of, date(2025, 6, 21)).await.state, State::Over);
        take_down(&officer(&desk.on(date(2025, 6, 2))), &of, Place::Seat, date(2025, 6, 2)).await.unwrap();
        assert!(matches!(line(&desk, &of, date(2025, 6, 3)).await.spots[0].hangs, Hangs::Served { .. }));
    }

    async fn after_a_merger_it_is_told_whose_it_was(scratch: Scratch) {
        let desk = open(&scratch).await;
        arise(&desk.on(date(2025, 7, 2))).await.unwrap();
        let notices = told(&desk, date(2025, 7, 21)).await;
        let quarters: Vec<_> = notices.of(HEIR).filter(|line| line.duty.code == "CK04").collect();
        assert!(quarters.len() > 1 && quarters.iter().all(|line| line.former() == Some(line.event.agency.as_str())));
        assert_eq!(line(&desk, &quarters[0].key(), date(2025, 6, 30)).await.former(), None);
    }

    async fn what_names_a_person_and_what_is_no_reason_is_turned_away_everywhere(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ours = officer(&desk);
        let named = "Hộ ông A, CCCD 095123456789";
        let poor = inform::disclosure::NewEvent { words: named.to_owned(), ..event("cong_nhan_ho_ngheo", date(2025, 5, 12)) };
        assert!(matches!(record(&ours, &poor).await, Err(Refusal::Personal(it)) if it == "095123456789"));
        let plan = happened(&desk, "ke_hoach_su_dung_dat", date(2025, 5, 5)).await;
        let of = key(&plan, "CK11");
        let because = |why: &str| NewPosting {
            places: vec![NewShowing { place: Place::Seat, pieces: Vec::new(), unproven: why.to_owned() }],
            ..posting(&of, "f1", &[], date(2025, 5, 12))
        };
        assert!(matches!(post(&ours, &because(named)).await, Err(Refusal::Personal(_))));
        for short in [".", "x", "12 3"] {
            assert!(matches!(post(&ours, &because(short)).await, Err(Refusal::NoReason | Refusal::NoWords)), "{short}");
        }
        let spot = NewPosting { spot: "gọi 0912 345 678".to_owned(), ..because("Máy ảnh hư") };
        assert!(matches!(post(&ours, &spot).await, Err(Refusal::Personal(_))));
        let lost = Piece { name: "anh.svg".to_owned(), what: What::Missing(Unfit::Unknown) };
        let lost = NewPosting { places: vec![NewShowing { place: Place::Seat, pieces: vec![lost], unproven: String::new() }], ..because("") };
        assert!(matches!(post(&ours, &lost).await, Err(Refusal::BadProof { name, unfit: Unfit::Unknown, .. }) if name == "anh.svg"));

        let posted = post(&ours, &posting(&of, "f1", &BOARD_AND_SITE, date(2025, 5, 12))).await.unwrap();
        let check = doubt(&desk, &of, Place::Seat).await.unwrap();
        assert!(matches!(settle(&ours, &of, check.id, true, "thư a@x.vn").await, Err(Refusal::Personal(_))));
        assert!(matches!(strike(&ours, &of, posted.id, named).await, Err(Refusal::Personal(_))));
        let other = happened(&desk, "bang_gia_dat", date(2025, 5, 12)).await;
        assert!(matches!(withdraw(&ours, other.id, named).await, Err(Refusal::Personal(_))));
        let wanted = seek(&desk, COMMUNE, "CK13").await.unwrap();
        assert!(matches!(answer(&ours, wanted.id, named).await, Err(Refusal::Personal(_))));
        assert!(matches!(answer(&ours, wanted.id, "chưa").await, Err(Refusal::NoReason)));
    }

    async fn the_same_is_recorded_once_and_a_ward_has_no_plan_of_villages(scratch: Scratch) {
        let desk = open(&scratch).await;
        let ours = officer(&desk);
        happened(&desk, "bang_gia_dat", date(2025, 5, 12)).await;
        let again = |words: &str, form: &str| inform::disclosure::NewEvent {
            words: words.to_owned(), form: form.to_owned(), ..event("bang_gia_dat", date(2025, 5, 12))
        };
        assert!(matches!(record(&ours, &again("quyết  định 1", "khac-1")).await, Err(Refusal::Same)));
        let other = record(&ours, &again("Quyết định 2", "khac-2")).await.unwrap();
        withdraw(&ours, other.id, "Ghi nhầm").await.unwrap();
        record(&ours, &again("Quyết định 2", "khac-3")).await.unwrap();
        assert!(matches!(record(&ours, &event("quy_hoach_xay_dung", date(2025, 5, 12))).await, Err(Refusal::NotOwed)));
    }

    async fn what_people_miss_has_its_day_and_a_board_seen_was_not_empty_before(scratch: Scratch) {
        let desk = open(&scratch).await;
        let plan = happened(&desk, "ke_hoach_su_dung_dat", date(2025, 5, 5)).await;
        let of = key(&plan, "CK11");
        let ours = officer(&desk);
        post(&ours, &posting(&of, "f1", &BOARD_AND_SITE, date(2025, 5, 12))).await.unwrap();
        let check = doubt(&desk, &of, Place::Seat).await.unwrap();
        // Five working days after Tuesday the 20th.
        assert_eq!(one(&ours, &of).await.unwrap().look_by, Some(date(2025, 5, 27)));
        let found = settle(&ours, &of, check.id, true, "").await.unwrap().finding.unwrap();
        let looked = one(&ours, &of).await.unwrap();
        assert!(looked.look_by.is_none() && looked.is_own(&found), "the commune looked after its own board");
        let department = inform::disclosure::Finding { agency: "BL-SNNMT25".to_owned(), ..found };
        assert!(!looked.is_own(&department));
        assert!(matches!(take_down(&ours, &of, Place::Seat, date(2025, 5, 18)).await, Err(Refusal::SeenThere(day)) if day == desk.today));
        take_down(&ours, &of, Place::Seat, desk.today).await.unwrap();

        let wanted = seek(&desk, COMMUNE, "CK13").await.unwrap();
        assert_eq!(sought(&ours).await.unwrap()[0].due, date(2025, 5, 27));
        assert_eq!(blank(&told(&desk, desk.today).await, COMMUNE, "CK13").unwrap().answer_by, Some(date(2025, 5, 27)));
        answer(&ours, wanted.id, "Tỉnh chưa ban hành").await.unwrap();
        assert_eq!(blank(&told(&desk, desk.today).await, COMMUNE, "CK13").unwrap().answer_by, None);
        assert!(matches!(answer(&ours, wanted.id, "x").await, Err(Refusal::Settled)));
    }
}
