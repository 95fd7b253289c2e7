//! Rows by many keys at once: one question and one answer, however many keys.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow};

use crate::{Ask, Error, Link};

/// The rows of a list of keys, in the order that the statement says; keys that are not there give none.
///
/// The text is constant and has the mark `{among}` where the keys go: `SELECT name FROM person WHERE id {among}`.
///
/// # Errors
/// When the database cannot.
pub async fn select_among<T>(
    at: &mut impl Ask,
    statement: &'static str,
    keys: &[i64],
) -> Result<Vec<T>, Error>
where
    T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
{
    Ok(match at.link() {
        Link::Sqlite(c) => {
            let sql = statement.replace("{among}", "IN (SELECT value FROM json_each($1))");
            sqlx::query_as(AssertSqlSafe(sql)).bind(format!("{keys:?}")).fetch_all(c).await?
        }
        Link::Postgres(c) => {
            let sql = statement.replace("{among}", "= ANY($1)");
            sqlx::query_as(AssertSqlSafe(sql)).bind(keys).fetch_all(c).await?
        }
    })
}
