//! What tables there are, as the database itself tells it.

use crate::{Ask, Error, Link};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns in their order.
    pub columns: Vec<Column>,
    /// The tables that its foreign keys name, itself included.
    pub needs: Vec<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What its values are.
    pub kind: Kind,
}

/// What the values of a column are, whatever the database calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Text.
    Text,
    /// Whole number of 64 bits.
    Int,
    /// Floating-point number of 64 bits.
    Float,
    /// True or false.
    Bool,
    /// A civil date.
    Date,
    /// An instant.
    Instant,
    /// Bytes.
    Bytes,
}

impl Kind {
    /// By the type's name in either database.
    fn of(declared: &str) -> Option<Self> {
        Some(match declared.to_ascii_lowercase().as_str() {
            "text" => Self::Text,
            "bigint" | "integer" => Self::Int,
            "double precision" => Self::Float,
            "boolean" => Self::Bool,
            "date" => Self::Date,
            "timestamp" | "timestamp with time zone" => Self::Instant,
            "blob" | "bytea" => Self::Bytes,
            _ => return None,
        })
    }
}

/// Whether there is a table of this name.
pub(crate) async fn has_table(at: &mut impl Ask, name: &str) -> Result<bool, Error> {
    const SQLITE: &str = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1)";
    const POSTGRES: &str = "SELECT to_regclass($1) IS NOT NULL";
    Ok(match at.link() {
        Link::Sqlite(c) => sqlx::query_scalar(SQLITE).bind(name).fetch_one(c).await?,
        Link::Postgres(c) => sqlx::query_scalar(POSTGRES).bind(name).fetch_one(c).await?,
    })
}

/// Whether there is no table at all, ours or another program's.
pub(crate) async fn is_empty(at: &mut impl Ask) -> Result<bool, Error> {
    const SQLITE: &str = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_master)";
    const POSTGRES: &str = "
        SELECT NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema())";
    Ok(match at.link() {
        Link::Sqlite(c) => sqlx::query_scalar(SQLITE).fetch_one(c).await?,
        Link::Postgres(c) => sqlx::query_scalar(POSTGRES).fetch_one(c).await?,
    })
}

/// Every table of the slices, each after those that its foreign keys name; what an index for search keeps is none of them.
///
/// # Errors
/// When the catalogue cannot be read, or a column has a type that our migrations do not use.
pub async fn tables(at: &mut impl Ask) -> Result<Vec<Table>, Error> {
    let mut tables: Vec<Table> = Vec::new();
    for (table, column, declared) in columns(at).await? {
        let kind = Kind::of(&declared).ok_or_else(|| unknown(&table, &column, &declared))?;
        if tables.last().is_none_or(|last| last.name != table) {
            tables.push(Table { name: table, columns: Vec::new(), needs: Vec::new() });
        }
        if let Some(last) = tables.last_mut() {
            last.columns.push(Column { name: column, kind });
        }
    }
    for (table, needed) in foreign_keys(at).await? {
        if let Some(table) = tables.iter_mut().find(|known| known.name == table) {
            table.needs.push(needed);
        }
    }
    Ok(in_order(tables))
}

fn unknown(table: &str, column: &str, declared: &str) -> Error {
    Error::Database(sqlx::Error::Decode(format!("{table}.{column} has the type {declared}").into()))
}

/// Table, column and declared type, by table and place.
async fn columns(at: &mut impl Ask) -> Result<Vec<(String, String, String)>, Error> {
    const SQLITE: &str = "
        SELECT m.name, c.name, c.type FROM pragma_table_list m JOIN pragma_table_info(m.name) c
        WHERE m.schema = 'main' AND m.type = 'table' AND m.name <> 'migrations' AND m.name NOT LIKE 'sqlite%'
        ORDER BY m.name, c.cid";
    const POSTGRES: &str = "
        SELECT c.table_name::text, c.column_name::text, c.data_type::text
        FROM information_schema.columns c
        JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name <> 'migrations'
          AND c.is_generated = 'NEVER'
        ORDER BY c.table_name COLLATE \"C\", c.ordinal_position";
    Ok(match at.link() {
        Link::Sqlite(c) => sqlx::query_as(SQLITE).fetch_all(c).await?,
        Link::Postgres(c) => sqlx::query_as(POSTGRES).fetch_all(c).await?,
    })
}

/// Table and the table that it needs.
async fn foreign_keys(at: &mut impl Ask) -> Result<Vec<(String, String)>, Error> {
    const SQLITE: &str = "
        SELECT DISTINCT m.name, f.\"table\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
        WHERE m.type = 'table' ORDER BY 1, 2";
    const POSTGRES: &str = "
        SELECT DISTINCT a.relname::text, b.relname::text FROM pg_constraint k
        JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
        JOIN pg_namespace n ON n.oid = a.relnamespace
        WHERE k.contype = 'f' AND n.nspname = current_schema() ORDER BY 1, 2";
    Ok(match at.link() {
        Link::Sqlite(c) => sqlx::query_as(SQLITE).fetch_all(c).await?,
        Link::Postgres(c) => sqlx::query_as(POSTGRES).fetch_all(c).await?,
    })
}

/// Each table after those that it needs; a table that needs itself, or a ring, comes as it can.
fn in_order(mut waiting: Vec<Table>) -> Vec<Table> {
    let mut ordered: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let is_free = |table: &Table| {
            let mut others = table.needs.iter().filter(|needed| **needed != table.name);
            others.all(|needed| ordered.iter().any(|done| done.name == *needed))
        };
        let next = waiting.iter().position(is_free).unwrap_or(0);
        ordered.push(waiting.remove(next));
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(tables: &[(&str, &[&str])]) -> Vec<String> {
        let table = |(name, needs): &(&str, &[&str])| Table {
            name: (*name).to_owned(),
            columns: Vec::new(),
            needs: needs.iter().map(|needed| (*needed).to_owned()).collect(),
        };
        in_order(tables.iter().map(table).collect()).into_iter().map(|table| table.name).collect()
    }

    #[test]
    fn a_table_comes_after_those_that_it_needs() {
        assert_eq!(ordered(&[("a", &["b"]), ("b", &["c", "b"]), ("c", &[])]), ["c", "b", "a"]);
    }

    #[test]
    fn a_ring_of_tables_is_not_lost() {
        assert_eq!(ordered(&[("a", &["b"]), ("b", &["a"]), ("c", &[])]), ["c", "a", "b"]);
    }
}
