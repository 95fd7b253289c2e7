//! The agencies of the sample, on either database: what names mean on a day, and mergers.

#![allow(clippy::unwrap_used)]

use accounts::agency::{self, Details, Heirs, Kind, New, Refusal, Renaming};
use accounts::{Desk, Directory};
use jiff::civil::{Date, date};
use sample::{Scratch, on_both, town};

async fn directory(scratch: &Scratch) -> Directory {
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    Directory::load(&mut desk.read().await.unwrap()).await.unwrap()
}

fn new(code: &str, first: Date) -> New {
    New {
        code: code.to_owned(),
        name: "Sở  Mới".to_owned(),
        kind: Kind::Department,
        outside: false,
        unit: town::UNIT.to_owned(),
        first,
        details: Details { identifier: Some(" H04.12 ".to_owned()), note: None },
    }
}

async fn known(desk: &Desk) -> Directory {
    Directory::load(&mut desk.read().await.unwrap()).await.unwrap()
}

fn count(directory: &Directory, group: &str, day: Date) -> usize {
    directory.expand(group, town::UNIT, day).len()
}

/// Takes a list in on a desk of 20 May 2025.
async fn listed(desk: &Desk, rows: &str) -> Result<agency::Taken, agency::Unread> {
    let text = format!("DANH SÁCH CƠ QUAN;;;;;\nMã;Tên cơ quan;Loại;Từ ngày;Đến ngày;Kế thừa\n{rows}");
    let file = sheet::File { name: "co-quan.csv", bytes: text.as_bytes() };
    agency::take_in(desk, file, town::UNIT).await
}

on_both! {
    async fn a_list_of_agencies_comes_in_whole_and_once(scratch: Scratch) {
        let desk = scratch.desk().await;
        let rows = "snv;Sở  Nội vụ;Sở, ban, ngành;1/1/2020;2025-06-30;CM-SNV\nCM-SNV;Sở Nội vụ tỉnh Cà Mau;so;1/7/2025;;\n";
        assert_eq!(listed(&desk, rows).await.unwrap(), agency::Taken { added: 2, known: 0 });
        assert_eq!(listed(&desk, rows).await.unwrap(), agency::Taken { added: 0, known: 2 });
        let directory = known(&desk).await;
        let first = directory.agency("SNV").unwrap();
        assert_eq!((first.name.as_str(), first.ended), ("Sở Nội vụ", Some(date(2025, 6, 30))));
        assert!(matches!(directory.heirs("SNV", date(2025, 7, 1)), Heirs::One(heir) if heir.code == "CM-SNV"));
        assert_eq!(directory.agency("CM-SNV").unwrap().unit, "96-2025", "the province of its first day");
    }

    async fn a_list_with_anything_wrong_tells_all_of_it_and_enters_nothing(scratch: Scratch) {
        let desk = scratch.desk().await;
        listed(&desk, "A1;Sở Một;so;1/1/2020;;\n").await.unwrap();
        let refused = listed(&desk, "\
            a1;Sở Khác;so;1/1/2020;;\n\
            B2;;xã;31/2/2020;;\n\
            B3;Xã Ba;Tập đoàn;1/1/2020;;\n\
            B4;Xã Bốn;xã;1/1/2020;1/1/2019;\n\
            b4;Xã Năm;xã;1/1/2020;;A1\n\
            @so;Các sở;so;1/1/2020;;\n").await;
        let Err(agency::Unread::Problems(problems)) = refused else { panic!("{refused:?}") };
        let told: Vec<_> =
            problems.kept.iter().map(|it| format!("{}{} {}", it.column.as_deref().unwrap(), it.row.unwrap(), it.kind.as_str())).collect();
        assert_eq!(told, [
            "A3 taken-code", "B4 missing-text", "D4 bad-day", "C5 unknown-kind", "E6 bad-day", "A7 duplicate-code",
            "A8 bad-code",
        ]);
        assert_eq!(known(&desk).await.agencies().count(), 1);
        let refused = listed(&desk, "B5;Xã Năm;xã;1/1/2020;;B9\n").await;
        assert!(matches!(&refused, Err(agency::Unread::Problems(it)) if it.kept[0].kind.as_str() == "unknown-successor"));
    }

    async fn collective_names_mean_the_provinces_own_agencies_of_the_day(scratch: Scratch) {
        let directory = directory(&scratch).await;
        assert_eq!(directory.agencies().count(), 132);
        assert_eq!(count(&directory, "@huyen", date(2025, 6, 30)), 7);
        assert_eq!(count(&directory, "@xa", date(2025, 6, 30)), 10);
        assert_eq!(count(&directory, "@xa", date(2025, 7, 1)), 25);
        assert_eq!(count(&directory, "@huyen", date(2025, 7, 1)), 25);
        let departments = directory.expand("@so", town::UNIT, date(2025, 6, 30));
        assert!(departments.iter().all(|agency| agency.code.starts_with("BL-")), "{departments:?}");
    }

    async fn a_merged_department_has_one_heir_and_a_split_one_has_several(scratch: Scratch) {
        let directory = directory(&scratch).await;
        let heir = |code| match directory.heirs(code, date(2025, 7, 1)) {
            Heirs::One(agency) => agency.code.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(heir("BL-SNV"), "CM-SNV");
        assert_eq!(heir("BL-X-P2"), "CM-X-BL");
        assert_eq!(heir("BL-BVDK"), "BL-BVDK");
        assert!(matches!(directory.heirs("BL-H-HD", date(2025, 7, 1)), Heirs::Several(four) if four.len() == 4));
    }
    async fn an_entered_agency_belongs_to_the_province_of_its_first_day(scratch: Scratch) {
        let desk = scratch.desk().await;
        agency::enter(&desk, &new("bl-moi", date(2025, 1, 1))).await.unwrap();
        agency::enter(&desk, &new("CM-MOI", date(2025, 7, 1))).await.unwrap();
        let directory = known(&desk).await;
        let moi = directory.agency("BL-MOI").unwrap();
        assert_eq!((moi.name.as_str(), moi.unit.as_str()), ("Sở Mới", "95-2008"));
        assert_eq!(moi.identifier.as_deref(), Some("H04.12"));
        assert_eq!(directory.agency("CM-MOI").unwrap().unit, "96-2025");
        let again = agency::enter(&desk, &new("BL-MOI", date(2025, 1, 1))).await;
        assert!(matches!(again, Err(Refusal::Known(_))), "{again:?}");
        let refused = agency::enter(&desk, &New { name: " ".to_owned(), ..new("BL-X", date(2025, 1, 1)) }).await;
        assert!(matches!(refused, Err(Refusal::NoName)), "{refused:?}");
    }

    async fn an_agency_ends_once_with_successors_that_are_in_force_the_day_after(scratch: Scratch) {
        let desk = scratch.desk().await;
        agency::enter(&desk, &new("BL-A", date(2025, 1, 1))).await.unwrap();
        agency::enter(&desk, &new("BL-B", date(2025, 6, 1))).await.unwrap();
        let next = ["BL-B".to_owned()];
        let refused = agency::end(&desk, "BL-A", date(2025, 5, 30), &next).await;
        assert!(matches!(refused, Err(Refusal::NoSuccessor { .. })), "{refused:?}");
        let refused = agency::end(&desk, "BL-A", date(2025, 6, 30), &["BL-A".to_owned()]).await;
        assert!(matches!(refused, Err(Refusal::NoSuccessor { .. })), "{refused:?}");
        let refused = agency::end(&desk, "BL-A", date(2024, 12, 31), &[]).await;
        assert!(matches!(refused, Err(Refusal::Backwards(_))), "{refused:?}");
        agency::end(&desk, "BL-A", date(2025, 5, 31), &next).await.unwrap();
        let refused = agency::end(&desk, "BL-A", date(2025, 6, 30), &[]).await;
        assert!(matches!(refused, Err(Refusal::Ended(day)) if day == date(2025, 5, 31)), "{refused:?}");
        assert!(matches!(known(&desk).await.heirs("BL-A", date(2025, 6, 1)), Heirs::One(b) if b.code == "BL-B"));
    }

    async fn a_renamed_agency_goes_on_as_another(scratch: Scratch) {
        let desk = scratch.desk().await;
        agency::enter(&desk, &new("BL-A", date(2025, 1, 1))).await.unwrap();
        let on = date(2025, 3, 1);
        agency::rename(&desk, &Renaming { from: "BL-A", code: "BL-A25", name: "Sở Khác", on }).await.unwrap();
        let directory = known(&desk).await;
        assert_eq!(directory.agency("BL-A").unwrap().ended, Some(date(2025, 2, 28)));
        let next = directory.agency("BL-A25").unwrap();
        assert_eq!((next.began, next.kind, next.identifier.as_deref()), (on, Kind::Department, Some("H04.12")));
        assert!(matches!(directory.heirs("BL-A", on), Heirs::One(heir) if heir.code == "BL-A25"));
    }

    async fn details_that_changed_meanwhile_are_shown_and_not_overwritten(scratch: Scratch) {
        let desk = scratch.desk().await;
        agency::enter(&desk, &new("BL-A", date(2025, 1, 1))).await.unwrap();
        let seen = Details { identifier: Some("H04.12".to_owned()), note: None };
        let first = Details { identifier: Some("H04.13".to_owned()), note: Some("a".to_owned()) };
        agency::correct(&desk, "BL-A", &seen, &first).await.unwrap();
        let refused = agency::correct(&desk, "BL-A", &seen, &Details::default()).await;
        assert!(matches!(&refused, Err(Refusal::Changed { note: Some(note), .. }) if note == "a"), "{refused:?}");
        agency::correct(&desk, "BL-A", &first, &Details::default()).await.unwrap();
        assert_eq!(known(&desk).await.agency("BL-A").unwrap().identifier, None);
    }
}
