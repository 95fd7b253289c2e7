//! The agencies of the sample, on either database: what names mean on a day, and mergers.

#![allow(clippy::unwrap_used)]

use accounts::Directory;
use accounts::agency::Heirs;
use jiff::civil::{Date, date};
use sample::{Scratch, on_both, town};

async fn directory(scratch: &Scratch) -> Directory {
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    Directory::load(&mut desk.read().await.unwrap()).await.unwrap()
}

fn count(directory: &Directory, group: &str, day: Date) -> usize {
    directory.expand(group, town::UNIT, day).len()
}

on_both! {
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
}
