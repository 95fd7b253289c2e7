//! Full-text search: a column of folded text, indexed by its words in the way of each database.
//!
//! A migration asks for it with a line of its own, `{words TABLE COLUMN KEY}`. The index follows the column by itself,
//! so that nothing has to be told to it, and a restored backup has it again. The key is a whole number.

use std::collections::HashSet;

use sqlx::{AssertSqlSafe, PgConnection, SqliteConnection};

use crate::{Ask, Error, Link};

/// PostgreSQL first opens the newest texts one by one, so many for each that is wanted: words that a twentieth of them hold
/// are found there at once, where the index would give every text that holds them, to be put in order.
const NEWEST: i64 = 20;
/// Among how many of the newest texts that hold the words it then looks for those that hold them in a row: the index knows
/// no places, so that each of them is opened.
const NEAR: i64 = 1000;

/// Which of the texts that hold all words come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The newest.
    Newest,
    /// Those that hold the words one after the other; the newest first among them and among the others.
    InRow,
}

/// The keys of the rows whose text holds all words, `most` at most; none where there are no words. What was written later
/// has the larger key.
///
/// Words are letters and digits alone; anything else parts them. Table, column and key are those that a migration gave an
/// index.
///
/// # Errors
/// When the database cannot.
pub async fn holding(
    at: &mut impl Ask,
    place: (&'static str, &'static str, &'static str),
    words: &[String],
    first: First,
    most: i64,
) -> Result<Vec<i64>, Error> {
    let words: Vec<&str> = words.iter().flat_map(|word| parted(word)).collect();
    let first = if words.len() > 1 { first } else { First::Newest };
    if words.is_empty() {
        return Ok(Vec::new());
    }
    match at.link() {
        Link::Sqlite(c) => on_sqlite(c, place.0, &words, first, most).await,
        Link::Postgres(c) => on_postgres(c, place, &words, first, most).await,
    }
}

async fn on_sqlite(
    c: &mut SqliteConnection,
    table: &str,
    words: &[&str],
    first: First,
    most: i64,
) -> Result<Vec<i64>, Error> {
    let sql =
        format!("SELECT rowid FROM {table}_words WHERE {table}_words MATCH $1 ORDER BY rowid DESC LIMIT $2");
    let mut found: Vec<i64> = Vec::new();
    if first == First::InRow {
        let asked = sqlx::query_scalar(AssertSqlSafe(sql.clone())).bind(for_sqlite(words, first)).bind(most);
        found = asked.fetch_all(&mut *c).await?;
    }
    let wanted = most - found.len() as i64;
    if wanted > 0 {
        let all = sqlx::query_scalar(AssertSqlSafe(sql)).bind(for_sqlite(words, First::Newest)).bind(most);
        let in_row: HashSet<i64> = found.iter().copied().collect();
        let all: Vec<i64> = all.fetch_all(c).await?;
        found.extend(all.into_iter().filter(|key| !in_row.contains(key)).take(wanted as usize));
    }
    Ok(found)
}

async fn on_postgres(
    c: &mut PgConnection,
    (table, column, key): (&str, &str, &str),
    words: &[&str],
    first: First,
    most: i64,
) -> Result<Vec<i64>, Error> {
    let (all, wanted) = (for_postgres(words, First::Newest), for_postgres(words, first));
    // The words are read in a subquery, once, and not with every row.
    let sql = format!(
        "SELECT {key} FROM (SELECT {key}, {column}_words FROM {table} ORDER BY {key} DESC LIMIT $3) newest
         WHERE {column}_words @@ (SELECT to_tsquery('simple', $1)) ORDER BY {key} DESC LIMIT $2"
    );
    let newest = sqlx::query_scalar(AssertSqlSafe(sql)).bind(&wanted).bind(most).bind(most * NEWEST);
    let newest: Vec<i64> = newest.fetch_all(&mut *c).await?;
    if newest.len() as i64 == most {
        return Ok(newest);
    }
    // Materialized, so that the index is asked, and not every text from the newest on until enough are found.
    let held = format!(
        "WITH held AS MATERIALIZED (SELECT {key} FROM {table} WHERE {column}_words @@ to_tsquery('simple', $1))"
    );
    if first == First::Newest {
        let sql = format!("{held} SELECT {key} FROM held ORDER BY {key} DESC LIMIT $2");
        return Ok(sqlx::query_scalar(AssertSqlSafe(sql)).bind(all).bind(most).fetch_all(c).await?);
    }
    let sql = format!(
        "{held} SELECT {key} FROM (SELECT {key} FROM held ORDER BY {key} DESC LIMIT {NEAR}) near
         ORDER BY (SELECT {column}_words FROM {table} WHERE {table}.{key} = near.{key})
             @@ (SELECT to_tsquery('simple', $3)) DESC, {key} DESC LIMIT $2"
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(sql)).bind(all).bind(most).bind(wanted).fetch_all(c).await?)
}

fn parted(word: &str) -> impl Iterator<Item = &str> {
    word.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty())
}

/// The words as SQLite asks for them.
fn for_sqlite(words: &[&str], first: First) -> String {
    match first {
        First::InRow => format!("\"{}\"", words.join(" ")),
        First::Newest => words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" AND "),
    }
}

/// The words as PostgreSQL asks for them.
fn for_postgres(words: &[&str], first: First) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    quoted.join(if first == First::InRow { " <-> " } else { " & " })
}

/// What a line `{words TABLE COLUMN KEY}` of a migration becomes; rows that are there are taken in. What is deleted leaves
/// no words behind in the index.
pub(crate) fn index(table: &str, column: &str, key: &str, link: &Link<'_>) -> String {
    match link {
        Link::Sqlite(_) => {
            let forget = format!(
                "INSERT INTO {table}_words ({table}_words, rowid, {column}) VALUES ('delete', old.{key}, old.{column});"
            );
            let learn =
                format!("INSERT INTO {table}_words (rowid, {column}) VALUES (new.{key}, new.{column});");
            format!(
                "CREATE VIRTUAL TABLE {table}_words USING fts5 ({column}, content = '{table}', content_rowid = '{key}');
                 CREATE TRIGGER {table}_words_in AFTER INSERT ON {table} BEGIN {learn} END;
                 CREATE TRIGGER {table}_words_out AFTER DELETE ON {table} BEGIN {forget} END;
                 CREATE TRIGGER {table}_words_changed AFTER UPDATE OF {column} ON {table} BEGIN {forget} {learn} END;
                 INSERT INTO {table}_words ({table}_words, rank) VALUES ('secure-delete', 1);
                 INSERT INTO {table}_words ({table}_words) VALUES ('rebuild');"
            )
        }
        // Beside the other columns where there is room, and not apart: a search opens the words of many rows.
        Link::Postgres(_) => format!(
            "ALTER TABLE {table} ADD COLUMN {column}_words TSVECTOR
                 GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, {column})) STORED,
                 ALTER COLUMN {column}_words SET STORAGE MAIN;
             CREATE INDEX {table}_words ON {table} USING GIN ({column}_words);"
        ),
    }
}

/// What a line `{words again TABLE COLUMN KEY}` becomes, for an index as older programs made it.
pub(crate) fn index_again(table: &str, column: &str, key: &str, link: &Link<'_>) -> String {
    match link {
        Link::Sqlite(_) => String::new(),
        Link::Postgres(_) => {
            format!("ALTER TABLE {table} DROP COLUMN {column}_words;\n{}", index(table, column, key, link))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_cannot_command_the_index() {
        let words: Vec<&str> = parted("thu\" OR tuc* NEAR('x') & !y:*").collect();
        assert_eq!(words, ["thu", "OR", "tuc", "NEAR", "x", "y"]);
        assert_eq!(for_sqlite(&words[..2], First::InRow), "\"thu OR\"");
        assert_eq!(for_sqlite(&words[..2], First::Newest), "\"thu\" AND \"OR\"");
        assert_eq!(for_postgres(&words[..2], First::InRow), "'thu' <-> 'OR'");
    }
}
