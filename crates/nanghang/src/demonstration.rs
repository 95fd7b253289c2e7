//! The demonstration: a database that holds the sample, and the civil day that it shows.

mod fill;

use accounts::Desk;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use look::{Lang, say};
use sample::town;
use store::Store;

pub(crate) use fill::fill;

use crate::clock;
use crate::output::Fault;

/// After publication of PAPI 2024, before the mergers of 30 June 2025.
const DAY: Date = date(2025, 5, 20);

/// Which day it is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Calendar {
    /// The day of the clock.
    Clock,
    /// The day that the demonstration shows.
    Fixed(Date),
}

impl Calendar {
    /// The instant, and the civil day in Viet Nam; a fixed day has the hours of the clock.
    pub(crate) fn now(self) -> (Timestamp, Date) {
        match self {
            Self::Clock => clock::now(),
            Self::Fixed(day) => (clock::hour_of(day), day),
        }
    }

    /// The civil day in Viet Nam.
    pub(crate) fn today(self) -> Date {
        self.now().1
    }

    /// The program's own desk now.
    pub(crate) fn desk(self, store: &Store) -> Desk {
        let (now, today) = self.now();
        Desk::program(store, today, now)
    }

    /// Whether the records are the demonstration's.
    pub(crate) fn is_demonstration(self) -> bool {
        matches!(self, Self::Fixed(_))
    }
}

/// Marks an empty database as the demonstration's where that is wanted, and tells which day it is.
///
/// # Errors
/// When a demonstration is wanted of a database that holds anything else, or a day of one without the sample.
pub(crate) async fn open(
    store: &Store,
    wanted: bool,
    today: Option<Date>,
    lang: Lang,
) -> Result<Calendar, Fault> {
    let holds_sample = is_demonstration(store).await?;
    if wanted {
        let desk = Calendar::Fixed(today.unwrap_or(DAY)).desk(store);
        town::build(&desk).await.map_err(|refusal| match refusal {
            town::Refusal::NotEmpty => Fault::Refused(say(lang, "work-not-a-demonstration")),
            other => Fault::from(anyhow::Error::from(other)),
        })?;
        town::plan::run(&desk).await.map_err(anyhow::Error::from)?;
        town::disclosures::run(&desk).await.map_err(anyhow::Error::from)?;
    }
    match today {
        today if wanted || holds_sample => Ok(Calendar::Fixed(today.unwrap_or(DAY))),
        None => Ok(Calendar::Clock),
        Some(_) => Err(Fault::Wrong(say(lang, "work-today-without-sample"))),
    }
}

/// Whether the database holds the sample.
pub(crate) async fn is_demonstration(store: &Store) -> Result<bool, Fault> {
    Ok(town::is_sample(store).await?)
}
