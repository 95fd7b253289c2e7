//! How often articles are opened and how many come to the site, in counts alone.
//!
//! Nothing is kept of who: the door counts in memory, by marks that cannot be traced to anybody and are gone the next
//! day, and brings the counts here.

mod table;

use std::collections::BTreeMap;

use jiff::civil::Date;
use store::{Ask, Error, Store};

/// What was counted on a day and not kept yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Times that articles were opened, by the end of the article's address.
    pub articles: BTreeMap<String, i64>,
    /// How many came.
    pub visits: i64,
}

impl Counts {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.visits == 0
    }
}

/// Adds counts to those of a day, all or none. It is no act of anybody, so no entry of the audit trail tells it.
///
/// # Errors
/// When the database cannot; then nothing was added.
pub async fn keep(store: &Store, day: Date, counts: &Counts) -> Result<(), Error> {
    let mut tx = store.begin().await?;
    for (slug, views) in &counts.articles {
        table::add_views(&mut tx, slug, day, *views).await?;
    }
    if counts.visits > 0 {
        table::add_visits(&mut tx, day, counts.visits).await?;
    }
    tx.commit().await
}

/// How many came before a day, and on which day counting began; none where nobody did.
///
/// # Errors
/// When the database cannot be read.
pub async fn before(store: &Store, day: Date) -> Result<Option<(i64, Date)>, Error> {
    let (visits, first) = table::before(&mut store.read().await?, day).await?;
    Ok(first.map(|first| (visits, first)))
}

/// How often an article was opened.
pub(crate) async fn of(at: &mut impl Ask, article: i64) -> Result<i64, Error> {
    table::of(at, article).await
}
