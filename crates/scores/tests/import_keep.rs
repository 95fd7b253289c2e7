//! Importing into a database: what is kept, what is refused, and that a figure always tells where it came from.

#![allow(clippy::unwrap_used)]

use std::fmt::Write;

use accounts::{Desk, audit};
use places::country;
use sample::{Scratch, on_both};
use scores::editions::{self, Printed, history, printed, source_of};
use scores::import::{Estimate, File, Imported, Kind, Refused, Unread, Wishes, import, read, rehearse};
use scores::{Code, Editions, Item, Structure};

const WORKBOOK: File<'_> = File {
    name: "2023PAPI_ProvincialIndicators_BangChiTieuCapTinh..xlsx",
    bytes: include_bytes!("workbooks/2023PAPI_ProvincialIndicators_BangChiTieuCapTinh..xlsx"),
};
const CODE: Code = Code { dimension: 1, part: 1 };

async fn bring(desk: &Desk, scratch: &Scratch, file: File<'_>, replace: bool) -> Result<Imported, Refused> {
    let wishes = Wishes { replace, ..Wishes::default() };
    import(desk, &scratch.attachments(), file, &wishes, &mut |_, _| ()).await
}

/// The edition of 2023 as a long table, with another score for Bạc Liêu's 1.1.
fn long(score: f64) -> String {
    let editions = Editions::embedded(2023..=2023);
    let mut text = "year,province_code,subdimension,score\n".to_owned();
    for figure in editions.get(2023).unwrap().figures() {
        let unit = country().unit(figure.unit.as_str()).unwrap();
        let score = if unit.code == "95" && figure.code == CODE { score } else { figure.score };
        writeln!(text, "2023,{},{},{score}", unit.code, figure.code).unwrap();
    }
    text
}

fn file(text: &str) -> File<'_> {
    File { name: "corrected.csv", bytes: text.as_bytes() }
}

fn bac_lieu() -> places::UnitId {
    country().sets[0].by_code("95").unwrap().id
}

on_both! {
    async fn the_embedded_editions_are_what_a_database_starts_with(scratch: Scratch) {
        let desk = scratch.desk().await;
        assert_eq!(editions::seed(&desk).await.unwrap(), (2011..=2024).collect::<Vec<_>>());
        let (loaded, embedded) = (Editions::load(desk.store(), editions::ALL_YEARS).await.unwrap(), Editions::embedded(2011..=2024));
        assert_eq!(loaded.years(), Editions::years_in(desk.store()).await.unwrap());
        for edition in embedded.iter() {
            let same = loaded.get(edition.year).unwrap();
            assert_eq!(same.published_on, edition.published_on);
            assert_eq!(same.figures().collect::<Vec<_>>(), edition.figures().collect::<Vec<_>>());
        }
        let (_, source) = source_of(&mut desk.read().await.unwrap(), 2023, bac_lieu(), CODE).await.unwrap().unwrap();
        assert_eq!((source.name.as_str(), source.imported, source.place), (scores::SOURCE, false, None));
        assert!(editions::seed(&desk).await.unwrap().is_empty());
        assert_eq!(audit::latest(desk.store()).await.unwrap(), 1);
    }

    async fn only_the_asked_years_are_loaded(scratch: Scratch) {
        let desk = scratch.desk().await;
        editions::seed(&desk).await.unwrap();
        assert_eq!(Editions::load(desk.store(), 2023..=2024).await.unwrap().years(), [2023, 2024]);
    }

    async fn identical_figures_are_accepted_again(scratch: Scratch) {
        let desk = scratch.desk().await;
        let imported = bring(&desk, &scratch, WORKBOOK, false).await.unwrap();
        assert_eq!((imported.years, imported.stored, imported.changed, imported.added), (vec![2023], 1708, 0, 0));
        let mut at = desk.read().await.unwrap();
        let (_, source) = source_of(&mut at, 2023, bac_lieu(), CODE).await.unwrap().unwrap();
        assert!(!source.imported, "a figure that stays keeps its source");
        let kept = printed(&mut at, 2023).await.unwrap();
        let weighted = |p: &&Printed| p.unit == bac_lieu() && p.item == Item::Total && p.estimate == Estimate::Weighted;
        assert_eq!((kept.len(), kept.iter().filter(weighted).count()), (imported.estimates, 1));
    }

    async fn another_figure_of_a_published_edition_is_refused_at_its_cell(scratch: Scratch) {
        let desk = scratch.desk().await;
        editions::seed(&desk).await.unwrap();
        let text = long(1.25);
        let Err(Refused::Unread(Unread::Wrong { problems, .. })) = bring(&desk, &scratch, file(&text), false).await else {
            panic!("not refused");
        };
        let line = 1 + text.lines().position(|line| line == "2023,95,1.1,1.25").unwrap();
        let [problem] = &problems.kept[..] else { panic!("one problem, not {problems:?}") };
        assert_eq!((problem.kind, problem.column.as_deref()), (Kind::AlreadyPublished, Some("D")));
        assert_eq!(problem.row, u32::try_from(line).ok());
        assert_eq!(audit::latest(desk.store()).await.unwrap(), 1, "only the first figures");
        assert!(scratch.attachments().list().await.unwrap().is_empty());
    }

    async fn a_figure_that_the_file_says_is_not_published_is_withdrawn_on_purpose_only(scratch: Scratch) {
        let desk = scratch.desk().await;
        let text = long(0.0);
        let refused = bring(&desk, &scratch, file(&text), false).await.unwrap_err();
        let Refused::Unread(Unread::Wrong { problems, .. }) = refused else { panic!("{refused:?}") };
        assert_eq!((problems.count, problems.kept[0].kind), (1, Kind::AlreadyPublished));
        assert_eq!(problems.kept[0].column.as_deref(), Some("D"));

        let imported = bring(&desk, &scratch, file(&text), true).await.unwrap();
        assert_eq!((imported.stored, imported.changed), (1707, 1));

        let mut at = desk.read().await.unwrap();
        assert_eq!(source_of(&mut at, 2023, bac_lieu(), CODE).await.unwrap().map(|(score, _)| score), None);
        assert_eq!(history(&mut at, 2023, bac_lieu(), CODE).await.unwrap().len(), 1);
        let entries = audit::about(&mut at, "edition/2023").await.unwrap();
        assert!(entries[0].after.as_ref().unwrap().contains("\"2023/95-2008/1.1\":null"));
    }

    async fn a_replaced_figure_stays_in_the_history_with_its_source(scratch: Scratch) {
        let desk = scratch.desk().await;
        let text = long(1.25);
        let imported = bring(&desk, &scratch, file(&text), true).await.unwrap();
        assert_eq!((imported.stored, imported.changed), (1708, 1));

        let mut at = desk.read().await.unwrap();
        let (score, source) = source_of(&mut at, 2023, bac_lieu(), CODE).await.unwrap().unwrap();
        assert_eq!((score, source.imported, source.name.as_str(), source.by.as_str()), (1.25, true, "corrected.csv", "Lan"));
        assert_eq!(source.at, desk.now);
        assert_eq!(source.place.unwrap().column, "D");
        assert_eq!(scratch.attachments().get(&source.digest.unwrap()).await.unwrap(), text.as_bytes());

        let before = history(&mut at, 2023, bac_lieu(), CODE).await.unwrap();
        let published = Editions::embedded(2023..=2023).get(2023).unwrap().figures().find(|f| f.unit == bac_lieu() && f.code == CODE);
        let [Some((old, from))] = &before[..] else { panic!("one figure, not {before:?}") };
        assert_eq!((*old, from.imported), (published.unwrap().score, false));

        let entries = audit::about(&mut at, "edition/2023").await.unwrap();
        assert_eq!((entries[0].act.as_str(), entries[0].who.as_str()), ("scores.imported", "Lan"));
        assert!(entries[0].before.as_ref().unwrap().contains(&format!("\"2023/95-2008/1.1\":{old}")));
        assert!(entries[0].after.as_ref().unwrap().contains("\"2023/95-2008/1.1\":1.25"));
    }

    async fn an_upgrade_overwrites_nothing(scratch: Scratch) {
        let desk = scratch.desk().await;
        bring(&desk, &scratch, file(&long(1.25)), true).await.unwrap();
        assert!(editions::seed(&desk).await.unwrap().is_empty());
        let loaded = Editions::load(desk.store(), 2023..=2023).await.unwrap();
        let kept = loaded.get(2023).unwrap().figures().find(|f| f.unit == bac_lieu() && f.code == CODE);
        assert_eq!(kept.unwrap().score, 1.25);
    }

    async fn a_new_edition_is_of_the_provinces_of_its_year(scratch: Scratch) {
        let desk = scratch.desk().await;
        let mut text = "nam;tinh;noi dung thanh phan;diem\n".to_owned();
        for unit in &country().set_of_year(2025).units {
            for part in Structure::of_year(2025).subdimensions {
                writeln!(text, "2025;{};{};1,5", unit.name, part.code).unwrap();
            }
        }
        let imported = bring(&desk, &scratch, file(&text), false).await.unwrap();
        assert_eq!((imported.stored, imported.added, imported.changed), (34 * 28, 34 * 28, 0));
        let loaded = Editions::load(desk.store(), 2025..=2025).await.unwrap();
        let figures: Vec<_> = loaded.get(2025).unwrap().figures().collect();
        assert_eq!(figures.len(), 34 * 28);
        assert!(figures.iter().all(|figure| figure.unit.as_str().ends_with("-2025")));
    }

    async fn a_rehearsal_says_what_the_import_does(scratch: Scratch) {
        let desk = scratch.desk().await;
        let text = long(1.25);
        let reading = read(file(&text), &Wishes::default().options, &mut |_, _| ()).unwrap();
        let there = Editions::embedded(2023..=2023);
        assert!(rehearse(&reading, &there, false).is_err());
        let said = rehearse(&reading, &there, true).unwrap();
        assert_eq!(said, bring(&desk, &scratch, file(&text), true).await.unwrap());
    }
}
