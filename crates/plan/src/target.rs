//! A plan's target: the words of the plan, and what they ask of which editions. What it comes to is evaluated.

mod set;
pub(crate) mod table;

use scores::target::Judgement;
use scores::{Editions, target};
use store::{Error, Store};

use places::{Set, Unit};

pub use set::{Refusal, SET, set};

/// One target of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The slug of the document that sets it.
    pub document: String,
    /// Its place in the document, from 1.
    pub place: i64,
    /// The plan's own words.
    pub said: String,
    /// The same in English.
    pub said_en: String,
    /// What is asked.
    pub asks: target::Target,
    /// The first survey year that it is asked of.
    pub first_year: i16,
    /// The last survey year that it is asked of.
    pub last_year: i16,
}

/// How a target stood in one edition.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The survey year.
    pub year: i16,
    /// Whether the plan asked it of this year; before that the verdict only shows the way.
    pub due: bool,
    /// The verdict.
    pub judgement: Judgement,
}

impl Target {
    /// How a province stood on the target in every edition from `from` to the last year asked.
    pub fn verdicts(&self, editions: &Editions, unit: &Unit, set: &'static Set, from: i16) -> Vec<Verdict> {
        let years = editions.years().into_iter().filter(|year| (from..=self.last_year).contains(year));
        let verdict = |year| Verdict {
            year,
            due: year >= self.first_year,
            judgement: editions.judge(&self.asks, unit, set, year),
        };
        years.map(verdict).collect()
    }
}

/// Every target, by document and place.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(store: &Store) -> Result<Vec<Target>, Error> {
    table::all(&mut store.read().await?).await
}
