//! The table of changes to the sample periods.

use sqlx::FromRow;
use store::{Ask, Error, on};

use super::Change;

#[derive(Debug, FromRow)]
struct Row {
    first_year: i64,
    stands: bool,
    source: String,
    reason: String,
}

/// Every change, oldest year first.
pub(crate) async fn changes(at: &mut impl Ask) -> Result<Vec<Change>, Error> {
    const SQL: &str = "SELECT first_year, stands, source, reason FROM sample_period ORDER BY first_year";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let read = |row: Row| {
        let first_year = i16::try_from(row.first_year).ok()?;
        Some(Change { first_year, stands: row.stands, source: row.source, reason: row.reason })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Keeps a change, in place of an earlier one of the same year.
pub(super) async fn put(at: &mut impl Ask, change: &Change) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO sample_period (first_year, stands, source, reason) VALUES ($1, $2, $3, $4)
        ON CONFLICT (first_year) DO UPDATE SET stands = excluded.stands, source = excluded.source,
            reason = excluded.reason";
    let year = i64::from(change.first_year);
    on!(at, c => sqlx::query(SQL)
        .bind(year).bind(change.stands).bind(&change.source).bind(&change.reason).execute(c).await.map(|_| ()))?;
    Ok(())
}
