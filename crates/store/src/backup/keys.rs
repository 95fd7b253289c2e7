//! Foreign keys are held back while rows come in, since a row may name one that comes after it; and the
//! counters of new keys go on after the greatest that came.

use sqlx::AssertSqlSafe;

use super::quoted;
use crate::{Ask, Error, Link, Tx, run};

/// From here on foreign keys are looked at only when all rows are in.
pub(super) async fn hold_back(tx: &mut Tx) -> Result<(), Error> {
    if let Link::Sqlite(c) = tx.link() {
        sqlx::query("PRAGMA defer_foreign_keys = ON").execute(c).await?;
        return Ok(());
    }
    alter_each(tx, "DEFERRABLE INITIALLY DEFERRED").await
}

/// Foreign keys are looked at now, and from now on with each statement.
pub(super) async fn hold_again(tx: &mut Tx) -> Result<(), Error> {
    if let Link::Postgres(c) = tx.link() {
        sqlx::query("SET CONSTRAINTS ALL IMMEDIATE").execute(c).await?;
        alter_each(tx, "NOT DEFERRABLE").await?;
    }
    Ok(())
}

async fn alter_each(tx: &mut Tx, how: &str) -> Result<(), Error> {
    const SQL: &str = "
        SELECT t.relname::text, k.conname::text FROM pg_constraint k
        JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE k.contype = 'f' AND n.nspname = current_schema()";
    let Link::Postgres(c) = tx.link() else { return Ok(()) };
    let keys: Vec<(String, String)> = sqlx::query_as(SQL).fetch_all(&mut *c).await?;
    for (table, key) in keys {
        let sql = format!("ALTER TABLE {} ALTER CONSTRAINT {} {how}", quoted(&table), quoted(&key));
        sqlx::query(AssertSqlSafe(sql)).execute(&mut *c).await?;
    }
    Ok(())
}

/// Takes out what a migration put into a table.
pub(super) async fn clear(tx: &mut Tx, table: &str) -> Result<(), Error> {
    let sql = format!("DELETE FROM {}", quoted(table));
    run!(tx, sqlx::query(AssertSqlSafe(sql)))?;
    Ok(())
}

/// SQLite looks for the greatest key itself.
pub(super) async fn go_on_counting(tx: &mut Tx) -> Result<(), Error> {
    const SQL: &str = "
        SELECT table_name::text, column_name::text FROM information_schema.columns
        WHERE table_schema = current_schema() AND is_identity = 'YES'";
    let Link::Postgres(c) = tx.link() else { return Ok(()) };
    let counters: Vec<(String, String)> = sqlx::query_as(SQL).fetch_all(&mut *c).await?;
    for (table, column) in counters {
        let (from, id) = (quoted(&table), quoted(&column));
        let sql = format!(
            "SELECT setval(pg_get_serial_sequence($1, $2), COALESCE(max({id}), 0) + 1, false) FROM {from}"
        );
        sqlx::query(AssertSqlSafe(sql)).bind(from).bind(column).execute(&mut *c).await?;
    }
    Ok(())
}
