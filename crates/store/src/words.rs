//! Full-text search: a column of folded text, indexed by its words in the way of each database.
//!
//! A migration asks for it with a line of its own, `{words TABLE COLUMN KEY}`. The index follows the column by itself,
//! so that nothing has to be told to it, and a restored backup has it again. The key is a whole number.

use sqlx::AssertSqlSafe;

use crate::{Ask, Error, Link};

/// PostgreSQL first opens the newest texts one by one, so many for each that is wanted: words that a twentieth of them hold
/// are found there at once, where the index would give every text that holds them, to be put in order.
const NEWEST: i64 = 20;
/// Among how many of the newest texts that hold the words it then looks for those that hold them in a row.
const NEAR: i64 = 4000;

/// How the words must stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// One after the other.
    Phrase,
    /// Anywhere.
    All,
}

/// The keys of the rows whose text holds the words, the largest first, `most` at most; none where there are no words.
///
/// Words are letters and digits alone; anything else parts them. Table, column and key are those that a migration gave an
/// index.
///
/// # Errors
/// When the database cannot.
pub async fn holding(
    at: &mut impl Ask,
    (table, column, key): (&'static str, &'static str, &'static str),
    words: &[String],
    stand: Stand,
    most: i64,
) -> Result<Vec<i64>, Error> {
    let words: Vec<&str> = words.iter().flat_map(|word| parted(word)).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    Ok(match at.link() {
        Link::Sqlite(c) => {
            let sql = format!(
                "SELECT rowid FROM {table}_words WHERE {table}_words MATCH $1 ORDER BY rowid DESC LIMIT $2"
            );
            sqlx::query_scalar(AssertSqlSafe(sql))
                .bind(for_sqlite(&words, stand))
                .bind(most)
                .fetch_all(c)
                .await?
        }
        Link::Postgres(c) => {
            let wanted = for_postgres(&words, stand);
            let sql = format!(
                "SELECT {key} FROM (SELECT {key}, {column}_words FROM {table} ORDER BY {key} DESC LIMIT $3) newest
                 WHERE {column}_words @@ to_tsquery('simple', $1) ORDER BY {key} DESC LIMIT $2"
            );
            let newest = sqlx::query_scalar(AssertSqlSafe(sql)).bind(&wanted).bind(most).bind(most * NEWEST);
            let newest: Vec<i64> = newest.fetch_all(&mut *c).await?;
            if newest.len() as i64 == most {
                return Ok(newest);
            }
            let all = for_postgres(&words, Stand::All);
            // A phrase is looked up in the text itself: among the newest that hold its words, so that common ones stay quick;
            // read once, as a subquery, and not with every row.
            let sql = format!(
                "WITH near AS MATERIALIZED (
                     SELECT {key}, {column}_words FROM {table} WHERE {column}_words @@ to_tsquery('simple', $1)
                     ORDER BY {key} DESC LIMIT CASE WHEN $1 = $2 THEN $3 ELSE {NEAR} END)
                 SELECT {key} FROM near WHERE $1 = $2 OR {column}_words @@ (SELECT to_tsquery('simple', $2))
                 ORDER BY {key} DESC LIMIT $3"
            );
            sqlx::query_scalar(AssertSqlSafe(sql)).bind(all).bind(wanted).bind(most).fetch_all(c).await?
        }
    })
}

fn parted(word: &str) -> impl Iterator<Item = &str> {
    word.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty())
}

fn for_sqlite(words: &[&str], stand: Stand) -> String {
    match stand {
        Stand::Phrase => format!("\"{}\"", words.join(" ")),
        Stand::All => words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" AND "),
    }
}

fn for_postgres(words: &[&str], stand: Stand) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    quoted.join(if stand == Stand::Phrase { " <-> " } else { " & " })
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
        Link::Postgres(_) => format!(
            "ALTER TABLE {table} ADD COLUMN {column}_words TSVECTOR
                 GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, {column})) STORED;
             CREATE INDEX {table}_words ON {table} USING GIN ({column}_words);"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_cannot_command_the_index() {
        let words: Vec<&str> = parted("thu\" OR tuc* NEAR('x') & !y:*").collect();
        assert_eq!(words, ["thu", "OR", "tuc", "NEAR", "x", "y"]);
        assert_eq!(for_sqlite(&words[..2], Stand::Phrase), "\"thu OR\"");
        assert_eq!(for_sqlite(&words[..2], Stand::All), "\"thu\" AND \"OR\"");
        assert_eq!(for_postgres(&words[..2], Stand::Phrase), "'thu' <-> 'OR'");
    }
}
