//! Where a command's figures come from: the database if there is one, else the editions the program carries.

use std::ops::RangeInclusive;

use look::{Lang, say, say_with};
use places::UnitId;
use scores::editions::{self, Source};
use scores::{Code, Editions};
use store::Store;
use tokio::runtime::Runtime;

use crate::cli::Common;
use crate::demonstration;
use crate::output::{self, Fault};
use crate::place::{self, Place};

/// Every survey year there may be, in four digits.
pub(crate) const ALL: RangeInclusive<i16> = 1000..=9998;

/// The figures at hand. Opening them creates nothing.
pub(crate) struct Figures(Option<(Runtime, Store)>);

impl Figures {
    /// The figures that the options point at.
    pub(crate) fn open(common: &Common, lang: Lang) -> Result<Self, Fault> {
        let place = Place::of(common, lang)?;
        if common.database.is_some() && !place.may_exist() {
            let address = ("address", place.address.to_string().into());
            output::complain(&say_with(lang, "work-no-database-here", &[address]));
        }
        let figures = if place.may_exist() { Self::look(&place)? } else { Self(None) };
        match common.today {
            Some(_) if !figures.are_the_samples()? => {
                Err(Fault::Wrong(say(lang, "work-today-without-sample")))
            }
            _ => Ok(figures),
        }
    }

    fn look(place: &Place) -> Result<Self, Fault> {
        let runtime = place::runtime()?;
        let store = runtime.block_on(place.look())?;
        Ok(Self(store.map(|store| (runtime, store))))
    }

    fn are_the_samples(&self) -> Result<bool, Fault> {
        match &self.0 {
            None => Ok(false),
            Some((runtime, store)) => runtime.block_on(demonstration::is_demonstration(store)),
        }
    }

    /// The survey years that have an edition, oldest first.
    pub(crate) fn years(&self) -> Result<Vec<i16>, Fault> {
        match &self.0 {
            None => Ok(Editions::embedded_years()),
            Some((runtime, store)) => runtime.block_on(years(store)),
        }
    }

    /// The editions of these years.
    pub(crate) fn editions(&self, years: RangeInclusive<i16>) -> Result<Editions, Fault> {
        match &self.0 {
            None => Ok(Editions::embedded(years)),
            Some((runtime, store)) => runtime.block_on(load(store, years)),
        }
    }

    /// What a figure was before each replacement, oldest first.
    pub(crate) fn history(
        &self,
        year: i16,
        unit: UnitId,
        code: Code,
    ) -> Result<Vec<Option<(f64, Source)>>, Fault> {
        let Some((runtime, store)) = &self.0 else { return Ok(Vec::new()) };
        runtime.block_on(async { Ok(editions::history(&mut store.read().await?, year, unit, code).await?) })
    }

    /// Every edition.
    pub(crate) fn all(&self) -> Result<Editions, Fault> {
        self.editions(ALL)
    }
}

/// The survey years that a database has; the program's own before the first import or start.
async fn years(store: &Store) -> Result<Vec<i16>, Fault> {
    let years = Editions::years_in(store).await?;
    Ok(if years.is_empty() { Editions::embedded_years() } else { years })
}

/// The editions that a database holds; the program's own before the first import or start.
pub(crate) async fn load(store: &Store, years: RangeInclusive<i16>) -> Result<Editions, Fault> {
    let seeded = !Editions::years_in(store).await?.is_empty();
    Ok(if seeded { Editions::load(store, years).await? } else { Editions::embedded(years) })
}
