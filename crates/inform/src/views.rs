//! How often articles are opened and how many come to the site, in counts alone.
//!
//! Nothing is kept of who: the door counts in memory, by marks that cannot be traced to anybody and are gone the next
//! day, and brings the counts here.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, Store, on, run};

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
    const VIEWS: &str = "
        INSERT INTO article_views (article, day, views) SELECT id, $2, $3 FROM article WHERE slug = $1
        ON CONFLICT (article, day) DO UPDATE SET views = article_views.views + excluded.views";
    const VISITS: &str = "
        INSERT INTO visits (day, visits) VALUES ($1, $2)
        ON CONFLICT (day) DO UPDATE SET visits = visits.visits + excluded.visits";
    let mut tx = store.begin().await?;
    for (slug, views) in &counts.articles {
        run!(&mut tx, sqlx::query(VIEWS).bind(slug).bind(day.to_sqlx()).bind(views))?;
    }
    if counts.visits > 0 {
        run!(&mut tx, sqlx::query(VISITS).bind(day.to_sqlx()).bind(counts.visits))?;
    }
    tx.commit().await
}

/// How many came before a day, and on which day counting began; none where nobody did.
///
/// # Errors
/// When the database cannot be read.
pub async fn before(store: &Store, day: Date) -> Result<Option<(i64, Date)>, Error> {
    const SQL: &str = "SELECT CAST(coalesce(sum(visits), 0) AS BIGINT), min(day) FROM visits WHERE day < $1";
    let mut at = store.read().await?;
    let (sum, first): (i64, Option<jiff_sqlx::Date>) =
        on!(&mut at, c => sqlx::query_as(SQL).bind(day.to_sqlx()).fetch_one(c).await)?;
    Ok(first.map(|first| (sum, first.to_jiff())))
}

/// How often an article was opened.
pub(crate) async fn of(at: &mut impl Ask, article: i64) -> Result<i64, Error> {
    const SQL: &str = "SELECT CAST(coalesce(sum(views), 0) AS BIGINT) FROM article_views WHERE article = $1";
    on!(at, c => sqlx::query_scalar(SQL).bind(article).fetch_one(c).await)
}
