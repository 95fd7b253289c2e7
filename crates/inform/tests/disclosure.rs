//! Disclosures as people deal with them: events, postings, checks, and what each may see.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod office;

use accounts::{Role, audit};
use inform::Duty;
use inform::disclosure::{
    Hangs, Key, NewShowing, Place, Refusal, Shown, State, answer, arise, doubt, kinds, notices, one, post,
    record, register, seek, settle, sought, strike, take_down, withdraw,
};
use jiff::civil::{Date, date};
use office::{COMMUNE, HEIR, event, happened, key, line, officer, open, posting, seat, told};
use plan::evidence::{Piece, Unfit, What, links};
use sample::on_both;

const SEAT: [Place; 1] = [Place::Seat];
/// What villages and towns alone make public.
const PLAN_OF_A_VILLAGE: &str = "quy_hoach_xay_dung";
const BUDGET: [Place; 3] = [Place::Seat, Place::CultureHouse, Place::Site];

on_both! {
    async fn each_quarter_ends_once_in_every_commune_of_its_last_day(scratch: Scratch) {
        let desk = open(&scratch).await;
        let communes = arise(&desk).await.unwrap();
        assert!(communes >= 10, "{communes}");
        assert_eq!(arise(&desk).await.unwrap(), 0);
        let standing = seat(&desk, Role::StandingBody, "BL-SNV25");
        let lines = register(&standing).await.unwrap();
        assert!(lines.iter().all(|line| line.event.words == "2025-Q1" && line.event.day == date(2025, 3, 31)));
        // Two quarters later, after the merger, the missing ones come for the communes of their days.
        arise(&desk.on(date(2025, 10, 2))).await.unwrap();
        let after = seat(&desk.on(date(2025, 10, 2)), Role::StandingBody, "CM-SNV");
        let lines = register(&after).await.unwrap();
        let of = |words: &str, agency: &str| {
            lines.iter().filter(|line| line.event.words == words && line.event.agency == agency).count()
        };
        assert_eq!((of("2025-Q2", COMMUNE), of("2025-Q3", COMMUNE), of("2025-Q3", HEIR)), (2, 0, 2));
    }

    async fn what_is_posted_late_is_late_and_over_when_its_days_have_passed(scratch: Scratch) {
        let desk = open(&scratch).await;
        arise(&desk).await.unwrap();
        let lines = register(&officer(&desk)).await.unwrap();
        let budget = lines.iter().find(|line| line.duty.code == "CK04").unwrap().clone();
        let of = budget.key();
        // Fifteen days after 31 March is Tuesday 15 April.
        assert_eq!((budget.due.day, budget.state), (date(2025, 4, 15), State::Missing(35)));
        post(&officer(&desk), &posting(&of, "f1", &SEAT, date(2025, 5, 19))).await.unwrap();
        assert_eq!(line(&desk, &of, date(2025, 5, 20)).await.state, State::Missing(35));
        post(&officer(&desk), &posting(&of, "f2", &BUDGET[1..], date(2025, 5, 20))).await.unwrap();
        assert_eq!(line(&desk, &of, date(2025, 5, 20)).await.state, State::Late(35));
        let over = line(&desk, &of, date(2025, 6, 19)).await;
        assert_eq!((over.state, over.late), (State::Over, Some(35)));
    }

    async fn what_is_taken_down_too_early_is_missing_again(scratch: Scratch) {
        let desk = open(&scratch).await;
        let project = happened(&desk, "du_an_dau_tu", date(2025, 5, 5)).await;
        let of = key(&project, "CK07");
        post(&officer(&desk), &posting(&of, "f1", &BUDGET, date(2025, 5, 6))).await.unwrap();
        assert_eq!(line(&desk, &of, date(2025, 5, 20)).await.state, State::Up);
        take_down(&officer(&desk), &of, Place::Seat, date(2025, 5, 16)).await.unwrap();
        let early = line(&desk, &of, date(2025, 5, 20)).await;
        assert_eq!((early.state, early.lacking().collect::<Vec<_>>()), (State::Missing(4), vec![Place::Seat]));
        assert_eq!(early.spots[0].hangs, Hangs::Early { on: date(2025, 5, 16) });
        // Twenty days after 6 May is 26 May: to take it down then is in order.
        take_down(&officer(&desk.on(date(2025, 5, 26))), &of, Place::Seat, date(2025, 5, 26)).await.unwrap();
        assert_eq!(line(&desk, &of, date(2025, 5, 27)).await.state, State::Over);
    }

    async fn the_same_form_records_once_and_what_makes_no_sense_is_refused(scratch: Scratch) {
        let desk = open(&scratch).await;
        let (ours, today) = (officer(&desk), desk.today);
        let first = record(&ours, &event("ke_hoach_su_dung_dat", date(2025, 5, 12))).await.unwrap();
        let again = record(&ours, &event("ke_hoach_su_dung_dat", date(2025, 5, 12))).await.unwrap();
        assert_eq!(first, again);
        let of = key(&first, "CK11");
        let posted = post(&ours, &posting(&of, "f1", &SEAT, today)).await.unwrap();
        assert_eq!(post(&ours, &posting(&of, "f1", &SEAT, today)).await.unwrap().id, posted.id);

        let refused = |kind: &str, day| { let (ours, new) = (ours.clone(), event(kind, day)); async move { record(&ours, &new).await.unwrap_err() } };
        assert!(matches!(refused("het_quy", today).await, Refusal::NoKind));
        assert!(matches!(refused("khong_co", today).await, Refusal::NoKind));
        assert!(matches!(refused("bang_gia_dat", date(2025, 5, 21)).await, Refusal::NotYet(_)));
        assert!(matches!(refused("bang_gia_dat", date(2024, 7, 31)).await, Refusal::NoLaw(_)));
        assert!(matches!(refused("bang_gia_dat", date(1999, 7, 31)).await, Refusal::NoCommune(_)));
        let at = |places: &[Place], first| { let (ours, new) = (ours.clone(), posting(&of, "f9", places, first)); async move { post(&ours, &new).await.unwrap_err() } };
        assert!(matches!(at(&[Place::Loudspeaker], today).await, Refusal::NoPlace));
        assert!(matches!(at(&SEAT, date(2025, 5, 21)).await, Refusal::NotYet(_)));
        assert!(matches!(at(&SEAT, date(2025, 5, 11)).await, Refusal::Backwards(_)));
        assert!(matches!(withdraw(&ours, first.id, "nhầm").await, Err(Refusal::Posted)));
    }

    async fn the_commune_and_its_department_see_lateness_at_once_and_everyone_after_the_grace(scratch: Scratch) {
        let desk = open(&scratch).await;
        let plan = happened(&desk, "du_toan_quyet_dinh", date(2025, 4, 10)).await;
        let of = key(&plan, "CK03");
        // Thirty days after 10 April is Saturday 10 May: due on Monday 12 May; five working days of grace to the 19th.
        let day = desk.on(date(2025, 5, 16));
        for near in [officer(&day), seat(&day, Role::Officer, "BL-STC25"), seat(&day, Role::Auditor, "BL-TTR")] {
            assert_eq!(one(&near, &of).await.unwrap().state, State::Missing(4));
        }
        for far in [seat(&day, Role::Officer, "BL-STP"), seat(&day, Role::Head, "BL-X-P1")] {
            assert!(matches!(one(&far, &of).await, Err(Refusal::Missing)));
            assert!(register(&far).await.unwrap().is_empty());
        }
        let told = |today| { let store = desk.store().clone(); async move { notices(&store, today).await.unwrap() } };
        for (today, shown) in [
            (date(2025, 5, 16), Shown::Coming),
            (date(2025, 5, 19), Shown::Coming),
            (date(2025, 5, 20), Shown::Absent(8)),
        ] {
            let notices = told(today).await;
            let line = notices.one(COMMUNE, of.event, &of.duty).unwrap();
            assert_eq!(notices.shown(line), shown, "{today}");
        }
        // What came within the grace is told without its lateness, what came later with it.
        post(&officer(&desk), &posting(&of, "f1", &BUDGET, date(2025, 5, 19))).await.unwrap();
        let notices = told(date(2025, 5, 20)).await;
        assert_eq!(notices.shown(notices.one(COMMUNE, of.event, &of.duty).unwrap()), Shown::Here(None));
    }

    async fn a_citizen_misses_the_land_plan_the_check_agrees_and_it_is_put_up_again(scratch: Scratch) {
        let desk = open(&scratch).await;
        let plan = happened(&desk, "ke_hoach_su_dung_dat", date(2025, 5, 5)).await;
        let of = key(&plan, "CK11");
        post(&officer(&desk), &posting(&of, "f1", &[Place::Seat, Place::Site], date(2025, 5, 12))).await.unwrap();

        let opened = doubt(&desk, &of, Place::Seat).await.unwrap();
        assert_eq!(doubt(&desk, &of, Place::Seat).await.unwrap(), opened);
        assert!(matches!(doubt(&desk, &of, Place::Loudspeaker).await, Err(Refusal::NotThere)));
        let far = seat(&desk, Role::Officer, "BL-STP");
        assert!(matches!(settle(&far, &of, opened.id, false, "").await, Err(Refusal::Missing)));
        let department = seat(&desk, Role::Officer, "BL-SNNMT25");
        settle(&department, &of, opened.id, false, "Bảng tin đang sơn lại").await.unwrap();
        assert!(matches!(settle(&officer(&desk), &of, opened.id, true, "").await, Err(Refusal::Settled)));

        let gone = line(&desk, &of, desk.today).await;
        assert_eq!(gone.spots[0].hangs, Hangs::Gone { on: desk.today });
        let notices = notices(desk.store(), date(2025, 5, 21)).await.unwrap();
        // Fifteen days after 5 May are over on the 20th; what a check did not find is told without grace.
        assert_eq!(notices.shown(notices.one(COMMUNE, of.event, &of.duty).unwrap()), Shown::Absent(1));
        let later = desk.on(date(2025, 5, 22));
        post(&officer(&later), &posting(&of, "f2", &SEAT, later.today)).await.unwrap();
        let again = line(&desk, &of, later.today).await;
        assert_eq!((again.state, again.late), (State::Up, None));

        // Another time it is there.
        let second = doubt(&later, &of, Place::Seat).await.unwrap();
        settle(&officer(&later), &of, second.id, true, "").await.unwrap();
        let checked = line(&desk, &of, later.today).await;
        assert!(checked.state == State::Up && checked.last_check(Place::Seat).unwrap().finding.as_ref().unwrap().is_there);
        let trail = audit::list(&mut desk.read().await.unwrap(), 0, 1000).await.unwrap();
        let doubts: Vec<_> = trail.iter().filter(|entry| entry.act == "disclosure.doubted").collect();
        assert!(doubts.len() == 2 && doubts.iter().all(|entry| entry.client.is_none()));
    }

    async fn after_a_merger_every_duty_is_the_successors(scratch: Scratch) {
        let desk = open(&scratch).await;
        for kind in kinds().iter().filter(|kind| kind.is_recorded() && kind.code != PLAN_OF_A_VILLAGE) {
            happened(&desk, &kind.code, date(2025, 5, 19)).await;
        }
        arise(&desk.on(date(2025, 7, 2))).await.unwrap();
        let after = desk.on(date(2025, 7, 2));
        let heir = seat(&after, Role::Officer, HEIR);
        let lines = register(&heir).await.unwrap();
        let mut duties: Vec<&str> = lines.iter().map(|line| line.duty.code.as_str()).collect();
        duties.dedup();
        assert_eq!(duties.len(), 26, "{duties:?}");
        for line in &lines {
            assert_eq!(line.owners, [HEIR], "{}", line.duty.code);
            assert!(line.departments.iter().all(|code| code.starts_with("CM-")), "{:?}", line.departments);
            assert_eq!(line.departments.len(), 1, "{}", line.duty.code);
        }
        let late = lines.iter().find(|line| line.duty.code == "CK03" && line.event.agency == COMMUNE).unwrap();
        let of: Key = late.key();
        assert_eq!((late.due.day, late.state), (date(2025, 6, 18), State::Missing(14)));
        post(&heir, &posting(&of, "f1", &BUDGET, after.today)).await.unwrap();
        assert_eq!(one(&heir, &of).await.unwrap().state, State::Late(14));
        assert!(matches!(one(&officer(&after), &of).await, Err(Refusal::Missing)));
        // What happened before the merger may still be recorded, by who has the work.
        let before = event("kien_nghi_kiem_toan", date(2025, 6, 20));
        assert!(record(&heir, &before).await.is_ok());
    }

    async fn over_the_merger_each_deadline_stays_and_the_successor_has_it(scratch: Scratch) {
        let desk = open(&scratch).await;
        let merger = date(2025, 7, 1);
        let cases: Vec<Case> = places::rows(include_str!("deadlines.csv"));
        // A ward has no plan for building in the countryside.
        let cases: Vec<Case> =
            cases.into_iter().filter(|case| case.kind == "merger" && case.duty != "CK10").collect();
        for case in &cases {
            let kind = kinds().iter().find(|it| it.is_recorded() && Duty::of(&case.duty).unwrap().kinds.contains(&it.code));
            if let Some(kind) = kind.filter(|_| case.event < date(2025, 6, 30) || case.duty == "CK16" || case.duty == "CK23" || case.duty == "CK25") {
                let new = event(&kind.code, case.event);
                record(&officer(&desk.on(case.event)), &new).await.unwrap();
            }
        }
        arise(&desk.on(merger)).await.unwrap();
        let standing = |day| seat(&desk.on(day), Role::StandingBody, "BL-SNV25");
        for case in cases {
            let of_case = |line: &inform::Line| {
                line.duty.code == case.duty && line.event.day == case.event && line.event.agency == COMMUNE
            };
            let on = |day| { let standing = standing(day); async move { register(&standing).await.unwrap() } };
            let before = on(date(2025, 6, 30)).await.into_iter().find(of_case).expect("a line");
            assert_eq!((before.owners, before.due.day), (vec![COMMUNE.to_owned()], case.due), "{}", case.duty);
            let after = on(case.due.max(merger)).await.into_iter().find(of_case).expect("a line");
            assert_eq!((after.owners, after.due.day), (vec![HEIR.to_owned()], case.due), "{}", case.duty);
            let next = case.due.max(merger).tomorrow().unwrap();
            let late = (next - case.due).get_days();
            let state = on(next).await.into_iter().find(of_case).expect("a line").state;
            // What told of the former ward's own office ended with it.
            let is_of_body = Duty::of(&case.duty).unwrap().is_of_body;
            let expected = if is_of_body { State::Ended } else { State::Missing(late) };
            assert_eq!(state, expected, "{}", case.duty);
        }
    }

    async fn each_place_needs_a_photo_a_link_or_a_reason(scratch: Scratch) {
        let desk = open(&scratch).await;
        let project = happened(&desk, "du_an_dau_tu", date(2025, 5, 5)).await;
        let of = key(&project, "CK07");
        let with = |form: &str, showings: Vec<NewShowing>| {
            let new = inform::disclosure::NewPosting { places: showings, ..posting(&of, form, &[], date(2025, 5, 6)) };
            let ours = officer(&desk.on(date(2025, 5, 6)));
            async move { post(&ours, &new).await }
        };
        let bare = |place| NewShowing { unproven: " ".to_owned(), ..told(place) };
        assert!(matches!(with("f1", vec![told(Place::Seat), bare(Place::Site)]).await, Err(Refusal::NoProof(Place::Site))));
        let lost = Piece { name: "a.exe".to_owned(), what: What::Missing(Unfit::Unknown) };
        let lost = NewShowing { pieces: vec![lost], ..bare(Place::Site) };
        assert!(matches!(with("f1", vec![lost]).await, Err(Refusal::BadProof { place: Place::Site, .. })), "what was lost shows nothing");
        assert!(line(&desk, &of, desk.today).await.postings.is_empty());

        let link = NewShowing { pieces: links("https://x.vn/cong-khai").unwrap(), ..bare(Place::Site) };
        with("f1", vec![told(Place::Seat), link, told(Place::CultureHouse)]).await.unwrap();
        let shown = line(&desk, &of, desk.today).await;
        assert_eq!(shown.shown(Place::Seat), Some((0, "Ảnh lưu ở văn thư")));
        assert_eq!(shown.shown(Place::Site), Some((1, "")));
        assert_eq!((shown.shown(Place::Loudspeaker), shown.state), (None, State::Up));
    }

    async fn a_posting_recorded_by_mistake_is_struck_and_stays_in_the_trail(scratch: Scratch) {
        let desk = open(&scratch).await;
        let project = happened(&desk, "du_an_dau_tu", date(2025, 5, 5)).await;
        let of = key(&project, "CK07");
        let ours = officer(&desk);
        let wrong = post(&ours, &posting(&of, "f1", &BUDGET, date(2025, 5, 6))).await.unwrap();
        assert_eq!(line(&desk, &of, desk.today).await.state, State::Up);
        assert!(matches!(strike(&ours, &of, wrong.id, " ").await, Err(Refusal::NoWords)));
        assert!(matches!(strike(&seat(&desk, Role::Officer, "BL-SKHDT"), &of, wrong.id, "x").await, Err(Refusal::Missing | Refusal::Forbidden(_))));
        assert!(matches!(strike(&ours, &of, 77_777, "x").await, Err(Refusal::Missing)));
        strike(&ours, &of, wrong.id, "Ghi nhầm công trình").await.unwrap();
        strike(&ours, &of, wrong.id, "Ghi nhầm công trình").await.unwrap();
        let now = line(&desk, &of, desk.today).await;
        assert!(now.postings.is_empty() && now.spots.iter().all(|spot| spot.hangs == Hangs::Never));
        assert_eq!(now.struck[0].struck.as_ref().unwrap().why, "Ghi nhầm công trình");
        assert_eq!((now.late, now.state), (None, State::Missing(8)));
        assert!(matches!(take_down(&ours, &of, Place::Seat, desk.today).await, Err(Refusal::NotThere)));
        // The same form records nothing again, a new one does, and the event may be withdrawn while nothing else hangs.
        assert_eq!(post(&ours, &posting(&of, "f1", &BUDGET, date(2025, 5, 6))).await.unwrap().id, wrong.id);
        let again = post(&ours, &posting(&of, "f2", &BUDGET, date(2025, 5, 19))).await.unwrap();
        assert_eq!(line(&desk, &of, desk.today).await.state, State::Late(7));
        strike(&ours, &of, again.id, "Nhầm lần nữa").await.unwrap();
        withdraw(&ours, project.id, "Nhầm").await.unwrap();
        let trail = audit::list(&mut desk.read().await.unwrap(), 0, 1000).await.unwrap();
        assert_eq!(trail.iter().filter(|entry| entry.act == "disclosure.struck").count(), 2);
    }

    async fn what_a_commune_recorded_nothing_of_is_told_and_can_be_asked_after(scratch: Scratch) {
        let desk = open(&scratch).await;
        let told = |desk: &accounts::Desk| { let desk = desk.clone(); async move { notices(desk.store(), desk.today).await.unwrap() } };
        let blank = |notices: &inform::disclosure::Notices, duty: &str| notices.blanks(COMMUNE).iter().find(|it| it.duty.code == duty).cloned();
        let empty = told(&desk).await;
        assert!(empty.is_silent(COMMUNE) && empty.of(COMMUNE).next().is_none());
        // All but the plan for building in the countryside, which a ward has not.
        assert_eq!(empty.blanks(COMMUNE).len(), 26);
        assert!(blank(&empty, "CK10").is_none() && empty.blanks("BL-X-XHT").len() == 27);
        assert_eq!(blank(&empty, "CK11").unwrap().places, [Place::Seat, Place::Site]);

        let opened = seek(&desk, COMMUNE, "CK11").await.unwrap();
        assert_eq!(seek(&desk, COMMUNE, "CK11").await.unwrap(), opened, "one at a time");
        for (commune, duty) in [(COMMUNE, "CK10"), (COMMUNE, "CK99"), ("BL-SNV25", "CK11"), (HEIR, "CK11"), ("x", "CK11")] {
            assert!(matches!(seek(&desk, commune, duty).await, Err(Refusal::Missing)), "{commune} {duty}");
        }
        assert_eq!(blank(&told(&desk).await, "CK11").unwrap().sought, Some(opened.clone()));
        for (near, sees) in [(officer(&desk), 1), (seat(&desk, Role::Officer, "BL-SNNMT25"), 1), (seat(&desk, Role::Officer, "BL-STP"), 0)] {
            assert_eq!(sought(&near).await.unwrap().len(), sees);
        }
        assert!(matches!(answer(&seat(&desk, Role::Officer, "BL-STP"), opened.id, "x").await, Err(Refusal::Missing)));
        assert!(matches!(answer(&officer(&desk), opened.id, " ").await, Err(Refusal::NoWords)));
        answer(&officer(&desk), opened.id, "Tỉnh chưa duyệt kế hoạch năm nay").await.unwrap();
        assert!(matches!(answer(&officer(&desk), opened.id, "x").await, Err(Refusal::Settled)));
        assert!(sought(&officer(&desk)).await.unwrap().is_empty());
        let answered = blank(&told(&desk).await, "CK11").unwrap().sought.unwrap();
        assert_eq!(answered.answer.unwrap().words, "Tỉnh chưa duyệt kế hoạch năm nay");

        // Asked again, and this time it has happened: recording it answers.
        let later = desk.on(date(2025, 5, 22));
        let again = seek(&later, COMMUNE, "CK11").await.unwrap();
        assert_ne!(again.id, opened.id);
        record(&officer(&later), &event("ke_hoach_su_dung_dat", date(2025, 5, 21))).await.unwrap();
        assert!(sought(&officer(&later)).await.unwrap().is_empty());
        let now = told(&later).await;
        assert!(blank(&now, "CK11").is_none() && !now.is_silent(COMMUNE));
        assert!(matches!(seek(&later, COMMUNE, "CK11").await, Err(Refusal::Recorded)));
        let trail = audit::list(&mut desk.read().await.unwrap(), 0, 1000).await.unwrap();
        let seeks: Vec<_> = trail.iter().filter(|entry| entry.subject == format!("disclosure/{COMMUNE}-CK11")).collect();
        assert!(seeks.len() == 3 && seeks.iter().filter(|it| it.act == "disclosure.doubted").all(|it| it.client.is_none()));
    }
}

/// A row of the table of deadlines.
#[derive(serde::Deserialize)]
struct Case {
    duty: String,
    event: Date,
    #[serde(deserialize_with = "day")]
    due: Date,
    kind: String,
}

/// A day; where no law asks for anything, the last there is.
fn day<'de, D: serde::Deserializer<'de>>(read: D) -> Result<Date, D::Error> {
    let written: String = serde::Deserialize::deserialize(read)?;
    Ok(written.parse().unwrap_or(Date::MAX))
}
