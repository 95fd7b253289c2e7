//! Assessments as they are recorded, replaced by later ones and withdrawn, on both databases.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod office;

use accounts::{Role, audit};
use inform::assessment::{
    self, Draft, Finding, Kind, Principle, Refusal, Standard, Standing, Way, record, register, sites,
    withdraw,
};
use jiff::civil::{Date, date};
use office::{open, seat};
use sample::on_both;

fn draft(day: Date) -> Draft {
    let finding =
        |standing, missing: &str, mended_by| Finding { standing, missing: missing.into(), mended_by };
    Draft {
        kind: Kind::Agency,
        name: "Trang Sở Nội vụ".into(),
        address: "https://snv.baclieu.gov.vn/".into(),
        assessed_on: day,
        assessor: "Sở Nội vụ".into(),
        ways: vec![Way::Hand, Way::Program],
        program: "axe-core 4.10".into(),
        standards: vec![Standard::Circular26],
        findings: [
            finding(Standing::Part, "Ảnh cũ chưa có mô tả", Some(date(2025, 12, 31))),
            finding(Standing::Holds, "", None),
            finding(Standing::Fails, "Biểu mẫu không báo lỗi bằng lời", None),
            finding(Standing::Unseen, "", None),
        ],
        otherwise: "Gọi bộ phận một cửa".into(),
    }
}

on_both! {
    async fn it_comes_back_as_it_was_recorded_and_a_later_one_takes_its_place(scratch: Scratch) {
        let desk = open(&scratch).await;
        let standing = seat(&desk, Role::StandingBody, "BL-SNV25");
        let first = record(&standing, &draft(date(2025, 4, 1))).await.unwrap();
        let (read, is_newest) = assessment::one(&desk, first.id).await.unwrap();
        assert_eq!((&read, is_newest), (&first, true));
        assert_eq!(read.standing(Principle::Robust), Standing::Unseen, "what nobody looked at does not hold");
        let again = Draft { address: "http://SNV.baclieu.gov.vn".into(), ..draft(date(2025, 5, 1)) };
        let writer = seat(&desk, Role::Communicator, "BL-SVHTTDL");
        let second = record(&writer, &again).await.unwrap();
        let sites = sites(&desk).await.unwrap();
        assert_eq!((sites.len(), sites[0].newest.id, sites[0].earlier[0].id), (1, second.id, first.id));
        assert!(!assessment::one(&desk, first.id).await.unwrap().1, "the earlier stays readable");
        assert!(matches!(record(&writer, &again).await, Err(Refusal::Twice)), "pressed twice");
    }

    async fn a_wrong_one_is_withdrawn_with_a_reason_and_the_one_before_stands_again(scratch: Scratch) {
        let desk = open(&scratch).await;
        let standing = seat(&desk, Role::StandingBody, "BL-SNV25");
        let first = record(&standing, &draft(date(2025, 4, 1))).await.unwrap();
        let wrong = record(&standing, &draft(date(2025, 5, 1))).await.unwrap();
        assert!(matches!(withdraw(&standing, wrong.id, " ").await, Err(Refusal::NoReason)));
        withdraw(&standing, wrong.id, "Ghi nhầm trang").await.unwrap();
        assert_eq!(sites(&desk).await.unwrap()[0].newest.id, first.id);
        let gone = assessment::one(&desk, wrong.id).await.unwrap_err();
        assert!(matches!(gone, Refusal::Withdrawn { why, .. } if why == "Ghi nhầm trang"));
        assert!(matches!(withdraw(&standing, wrong.id, "Lại").await, Err(Refusal::Withdrawn { .. })));
        assert!(record(&standing, &draft(date(2025, 5, 1))).await.is_ok(), "the right one of the same day");
        assert_eq!(register(&standing).await.unwrap().len(), 3, "the register forgets nothing");
        let trail = audit::list(&mut desk.store().read().await.unwrap(), 0, 100_000).await.unwrap();
        let acts: Vec<_> = trail.iter().map(|entry| entry.act.as_str()).filter(|act| act.starts_with("assessment.")).collect();
        assert_eq!(acts.iter().filter(|act| **act == "assessment.withdrawn").count(), 1);
        assert_eq!(acts.len(), 4);
    }

    async fn who_may_not_records_none(scratch: Scratch) {
        let desk = open(&scratch).await;
        for role in [Role::Officer, Role::Head, Role::Leader, Role::Auditor, Role::Administrator] {
            let seat = seat(&desk, role, "BL-SNV25");
            assert!(matches!(record(&seat, &draft(date(2025, 5, 1))).await, Err(Refusal::Forbidden(_))));
            assert!(matches!(withdraw(&seat, 1, "x").await, Err(Refusal::Forbidden(_))));
        }
        assert!(sites(&desk).await.unwrap().is_empty());
    }
}
