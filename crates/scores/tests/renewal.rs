//! Sample periods changed by people: with a source and a reason, kept with who did it and what was said before.

#![allow(clippy::unwrap_used)]

use accounts::audit;
use sample::on_both;
use scores::editions::{self, ALL_YEARS};
use scores::import::{File, Wishes, import};
use scores::outlook::Renewal;
use scores::outlook::periods::{Change, Refusal, edit};
use scores::ranks::{ErrorOf, Measured};
use scores::{Editions, Item, Ranking};

const WORKBOOK: File<'_> = File {
    name: "2023PAPI_ProvincialIndicators_BangChiTieuCapTinh..xlsx",
    bytes: include_bytes!("workbooks/2023PAPI_ProvincialIndicators_BangChiTieuCapTinh..xlsx"),
};

fn change(first_year: i16, stands: bool) -> Change {
    Change {
        first_year,
        stands,
        source: "Báo cáo PAPI".to_owned(),
        reason: "địa bàn khảo sát trong báo cáo".to_owned(),
    }
}

on_both! {
    async fn a_renewal_that_is_noted_begins_a_period_and_a_struck_one_ends_none(scratch: Scratch) {
        let desk = scratch.desk().await;
        editions::seed(&desk).await.unwrap();
        edit(&desk, &change(2023, true), None).await.unwrap();
        edit(&desk, &change(2018, false), None).await.unwrap();
        let editions = Editions::load(desk.store(), ALL_YEARS).await.unwrap();
        assert_eq!([2019, 2022, 2024].map(|year| editions.periods().of(year)), [2015, 2021, 2023]);
        let noted = editions.periods().iter().find(|period| period.first_year == 2023).unwrap();
        assert_eq!(noted.basis, "Báo cáo PAPI");
        assert_eq!(audit::latest(desk.store()).await.unwrap(), 3);
    }

    async fn a_renewal_noted_after_the_newest_edition_is_what_an_outlook_takes(scratch: Scratch) {
        let desk = scratch.desk().await;
        editions::seed(&desk).await.unwrap();
        let set = places::country().set("63").unwrap();
        let taken = |editions: &Editions, as_of| Renewal::default_for(editions, set, as_of, 2026);
        let before = Editions::load(desk.store(), ALL_YEARS).await.unwrap();
        assert_eq!(taken(&before, 2024), Renewal::Unknown);
        edit(&desk, &change(2026, true), None).await.unwrap();
        let after = Editions::load(desk.store(), ALL_YEARS).await.unwrap();
        assert_eq!(taken(&after, 2024), Renewal::Yes);
        assert_eq!(taken(&after, 2023), Renewal::Unknown, "a look back is not told");
        let merged = places::country().set("34").unwrap();
        assert_eq!(Renewal::default_for(&before, merged, 2024, 2025), Renewal::Yes);
        let far = Change { first_year: 1999, ..change(1999, true) };
        assert!(matches!(edit(&desk, &far, None).await, Err(Refusal::Year)));
    }

    async fn a_change_without_source_or_reason_is_refused_and_nothing_kept(scratch: Scratch) {
        let desk = scratch.desk().await;
        let bare = Change { reason: " ".to_owned(), ..change(2023, true) };
        assert!(matches!(edit(&desk, &bare, None).await, Err(Refusal::Unsaid)));
        assert_eq!(audit::latest(desk.store()).await.unwrap(), 0);
    }

    async fn printed_standard_errors_are_taken_where_they_were_imported(scratch: Scratch) {
        let desk = scratch.desk().await;
        import(&desk, &scratch.attachments(), WORKBOOK, &Wishes::default(), &mut |_, _| ()).await.unwrap();
        let editions = Editions::load(desk.store(), 2023..=2023).await.unwrap();
        let edition = editions.get(2023).unwrap();
        let ranking = Ranking::new(edition, edition.set, Item::Total);
        let measured = Measured::new(&ranking, edition, |_| None).unwrap();
        assert!(measured.sources.iter().all(|source| *source == ErrorOf::Publication), "{:?}", measured.sources);
        for (place, error) in measured.places.iter().zip(measured.estimates.errors()) {
            assert_eq!(edition.errors.get(&(place.unit.id, Item::Total)), Some(error));
        }
    }
}
