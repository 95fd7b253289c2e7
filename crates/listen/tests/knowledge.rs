//! Pulses before and after a campaign: tied, untied with a reason, and what they tell once both are over.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod street;

use accounts::{Chance, Desk, Role, audit};
use inform::campaign::{self, Channel, NewDone, NewItem};
use jiff::civil::{Date, date};
use listen::Seal;
use listen::knowledge::{Doubt, Refusal, Says, Side, Unfit, of_campaign, of_pulse, tie, untie};
use listen::pulse::{self, Draft, Which};

/// The days on which the pulses ask, around a campaign of 20 to 22 May.
const BEFORE: Date = date(2025, 5, 17);
const FIRST: Date = date(2025, 5, 20);
const LAST: Date = date(2025, 5, 22);
const AFTER: Date = date(2025, 5, 23);
const OVER: Date = date(2025, 5, 24);

struct Scene {
    desk: Desk,
    seal: Seal,
    chance: Chance,
}

async fn open(scratch: &sample::Scratch) -> Scene {
    let desk = street::open(scratch).await.desk;
    Scene { desk, seal: Seal::new(&[7; 32]), chance: Chance::new(|bytes| bytes.fill(3)) }
}

impl Scene {
    async fn campaign(&self) -> i64 {
        let draft = campaign::Draft {
            title: "Gửi phản ánh đến đâu".into(),
            aim: "Người dân biết gửi phản ánh đến đâu".into(),
            audience: "Người từ 18 tuổi".into(),
            messages: String::new(),
            contents: vec![3],
            first: FIRST,
            last: LAST,
            budget: None,
            budget_line: String::new(),
            tasks: Vec::new(),
        };
        campaign::write(&self.desk.on(BEFORE), &draft, "dot").await.unwrap().id
    }

    /// A pulse of one day.
    async fn pulse(&self, day: Date, items: &[&str], strata: &str) -> i64 {
        let draft = Draft {
            title: format!("Hỏi ngày {day}"),
            population: "Người từ 18 tuổi".into(),
            items: items.iter().map(|item| (*item).to_owned()).collect(),
            strata: strata.into(),
            opens_on: day,
            closes_on: day,
            is_fine: false,
        };
        pulse::make(&self.desk.on(day), &draft).await.unwrap().id
    }

    /// So many of the first part say yes and so many no.
    async fn answered(&self, day: Date, id: i64, (yes, no): (usize, usize)) {
        let desk = self.desk.on(day);
        let codes = pulse::print(&desk, (&self.seal, &self.chance), id, Which::One(0)).await.unwrap().codes();
        for (at, code) in codes.iter().take(yes + no).enumerate() {
            pulse::answer(&desk, &self.seal, id, code, &[Some(i64::from(at < yes))]).await.unwrap();
        }
    }

    fn officer(&self, agency: &str) -> Desk {
        self.desk.seat((1, "ut"), "ghe", Role::Officer, agency)
    }
}

const ASKS: &[&str] = &["biet-noi-phan-anh.1"];

sample::on_both! {
    async fn a_campaign_is_measured_by_what_was_asked_before_and_after(scratch: Scratch) {
        let scene = open(&scratch).await;
        let campaign = scene.campaign().await;
        let nothing = of_campaign(&scene.desk, campaign).await.unwrap();
        assert_eq!((nothing.tie.version, nothing.before, nothing.changes), (0, None, None));
        let before = scene.pulse(BEFORE, ASKS, "Phường 2;900;40").await;
        tie(&scene.desk.on(BEFORE), campaign, 0, Side::Before, before).await.unwrap();
        scene.answered(BEFORE, before, (10, 30)).await;
        let after = scene.pulse(AFTER, &["biet-noi-phan-anh.1", "thu-gom-rac.1"], "Phường 2;900;40").await;
        assert_eq!(tie(&scene.desk.on(AFTER), campaign, 1, Side::After, after).await.unwrap().version, 2);
        scene.answered(AFTER, after, (30, 10)).await;
        let open = of_campaign(&scene.desk.on(AFTER), campaign).await.unwrap();
        assert_eq!((open.changes, open.unfit), (None, None), "nobody watches it move");
        let known = of_campaign(&scene.desk.on(OVER), campaign).await.unwrap();
        let changes = known.changes.unwrap();
        assert_eq!((changes.len(), changes[0].says, known.doubts, known.silent), (1, Says::Up, vec![], vec![]));
        let (estimate, (low, high)) = changes[0].difference.unwrap();
        assert!((estimate - 0.5).abs() < 1e-12 && low > 0.2 && high < 0.8, "{low} {high}");
        let late = untie(&scene.desk.on(OVER), campaign, 2, Side::After, "Không đẹp").await;
        assert!(matches!(late, Err(Refusal::Measured)), "results that were there stay");
        let told = of_pulse(&scene.desk, before).await.unwrap();
        assert_eq!(told, [(Side::Before, campaign, "Gửi phản ánh đến đâu".to_owned())]);
        assert_eq!(of_pulse(&scene.desk, after).await.unwrap()[0].0, Side::After);
    }

    async fn who_changes_ties_has_read_what_they_became_and_says_why_one_goes(scratch: Scratch) {
        let scene = open(&scratch).await;
        let (campaign, desk) = (scene.campaign().await, scene.desk.on(BEFORE));
        let before = scene.pulse(BEFORE, ASKS, "Phường 2;900;40").await;
        assert!(matches!(tie(&desk, campaign, 1, Side::Before, before).await, Err(Refusal::Changed)));
        assert!(matches!(untie(&desk, campaign, 0, Side::Before, "Nhầm").await, Err(Refusal::NotTied)));
        tie(&desk, campaign, 0, Side::Before, before).await.unwrap();
        assert!(matches!(tie(&desk, campaign, 0, Side::Before, before).await, Err(Refusal::Changed)));
        assert!(matches!(tie(&desk, campaign, 1, Side::Before, before).await, Err(Refusal::Tied)));
        for reason in [" ", &"x".repeat(201)] {
            assert!(matches!(untie(&desk, campaign, 1, Side::Before, reason).await, Err(Refusal::NoReason)));
        }
        assert!(matches!(untie(&desk, campaign, 0, Side::Before, "Nhầm").await, Err(Refusal::Changed)));
        assert!(matches!(untie(&desk, campaign, 1, Side::After, "Nhầm").await, Err(Refusal::NotTied)));
        untie(&desk, campaign, 1, Side::Before, "Gắn nhầm đợt").await.unwrap();
        assert_eq!(of_campaign(&desk, campaign).await.unwrap().before, None);
        assert!(of_pulse(&desk, before).await.unwrap().is_empty());
        assert_eq!(tie(&desk, campaign, 2, Side::Before, before).await.unwrap().version, 3);
        let entries = audit::list(&mut desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        let gone = entries.iter().find(|entry| entry.act == "knowledge.untied").unwrap();
        assert_eq!(gone.subject, format!("campaign/{campaign}"));
        assert!(format!("{gone:?}").contains("Gắn nhầm đợt"));
        assert_eq!(entries.iter().filter(|entry| entry.act == "knowledge.tied").count(), 2);
    }

    async fn what_does_not_fit_is_refused(scratch: Scratch) {
        let scene = open(&scratch).await;
        let (campaign, desk) = (scene.campaign().await, &scene.desk);
        let of = async |side, pulse| match tie(desk, campaign, 0, side, pulse).await {
            Err(Refusal::Unfit(unfit)) => unfit,
            other => panic!("{other:?}"),
        };
        let early = scene.pulse(BEFORE, ASKS, "Phường 2;900;40").await;
        let late = scene.pulse(AFTER, ASKS, "Phường 2;900;40").await;
        assert_eq!(of(Side::Before, late).await, Unfit::Late(FIRST));
        assert_eq!(of(Side::After, early).await, Unfit::Early(FIRST));
        assert!(matches!(tie(desk, campaign, 0, Side::Before, 99).await, Err(Refusal::NoPulse)));
        assert!(matches!(tie(desk, 99, 0, Side::Before, early).await, Err(Refusal::Missing)));
        tie(desk, campaign, 0, Side::Before, early).await.unwrap();
        let same = tie(desk, campaign, 1, Side::After, early).await;
        assert!(matches!(same, Err(Refusal::Unfit(Unfit::Same))));
        let other = scene.pulse(AFTER, &["thu-gom-rac.1"], "Phường 2;900;40").await;
        let nothing = tie(desk, campaign, 1, Side::After, other).await;
        assert!(matches!(nothing, Err(Refusal::Unfit(Unfit::NoCommon))));
    }

    async fn what_was_made_early_and_days_that_move_count(scratch: Scratch) {
        let scene = open(&scratch).await;
        let campaign = scene.campaign().await;
        let before = scene.pulse(date(2025, 5, 19), ASKS, "Phường 2;900;40\nPhường 3;900;40").await;
        let after = scene.pulse(LAST, ASKS, "Phường 2;900;40").await;
        tie(&scene.desk, campaign, 0, Side::Before, before).await.unwrap();
        tie(&scene.desk.on(OVER), campaign, 1, Side::After, after).await.unwrap();
        let known = of_campaign(&scene.desk.on(OVER), campaign).await.unwrap();
        assert_eq!(known.doubts, [Doubt::During(LAST), Doubt::Parts, Doubt::Chosen(OVER)]);
        assert_eq!((known.changes.unwrap()[0].says, known.silent.len()), (Says::Few, 2));
        let new = NewItem {
            form: "viec".into(),
            channel: Channel::Zalo,
            what: "Bài đăng".into(),
            agency: street::WARD.into(),
            due: FIRST,
            told_by: None,
        };
        let item = campaign::put(&scene.desk, campaign, &new, None).await.unwrap().id;
        let made = NewDone { version: 1, on: date(2025, 5, 19), shown: "Đăng sớm".into(), reached: None };
        campaign::done(&scene.desk, item, &made, None).await.unwrap();
        let known = of_campaign(&scene.desk.on(OVER), campaign).await.unwrap();
        assert_eq!((known.unfit, known.changes), (Some(Unfit::Late(date(2025, 5, 19))), None));
    }

    async fn a_campaign_that_is_closed_can_still_be_measured(scratch: Scratch) {
        let scene = open(&scratch).await;
        let campaign = scene.campaign().await;
        campaign::close(&scene.desk.on(LAST), campaign, "Xong").await.unwrap();
        let after = scene.pulse(AFTER, ASKS, "Phường 2;900;40").await;
        tie(&scene.desk.on(AFTER), campaign, 0, Side::After, after).await.unwrap();
    }

    async fn who_makes_an_item_reads_what_people_know_and_ties_nothing(scratch: Scratch) {
        let scene = open(&scratch).await;
        let campaign = scene.campaign().await;
        let pulse = scene.pulse(BEFORE, ASKS, "Phường 2;900;40").await;
        let new = NewItem {
            form: "viec".into(),
            channel: Channel::Zalo,
            what: "Bài đăng".into(),
            agency: street::WARD.into(),
            due: FIRST,
            told_by: None,
        };
        campaign::put(&scene.desk, campaign, &new, None).await.unwrap();
        let (ut, stranger) = (scene.officer(street::WARD), scene.officer(street::OTHER));
        assert!(of_campaign(&ut, campaign).await.is_ok());
        assert!(matches!(of_campaign(&stranger, campaign).await, Err(Refusal::Missing)));
        assert!(matches!(tie(&ut, campaign, 0, Side::Before, pulse).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(untie(&ut, campaign, 0, Side::Before, "x").await, Err(Refusal::Forbidden(_))));
        assert!(matches!(of_pulse(&ut, pulse).await, Err(Refusal::Missing)));
    }
}
