//! Full-text search: a column of folded text, indexed by its words in the way of each database.
//!
//! A migration asks for it with a line of its own, `{words TABLE COLUMN KEY}`. The index follows the column by itself,
//! so that nothing has to be told to it, and a restored backup has it again. The key is a whole number. SQLite knows where
//! each word stands; in PostgreSQL two neighbours are indexed like a word, so that no text has to be opened to see whether
//! they stand together.

use std::collections::HashSet;

use sqlx::{AssertSqlSafe, PgConnection};

use crate::{Ask, Error, Link};

/// PostgreSQL first opens the newest texts one by one, so many for each that is wanted: what a twentieth of them hold is
/// found there at once, where the index would give every text that holds it, to be put in order.
const NEWEST: i64 = 20;

/// Which of the texts that hold all words come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// Those with the largest keys.
    Newest,
    /// Those in which every two words that follow each other stand side by side; those with the largest keys first among
    /// them and among the others.
    InRow,
}

/// The keys of the rows whose text holds all words, `most` at most; none where there are no words.
///
/// Words are folded, letters and digits alone; anything else parts them. Table, column and key are those that a migration
/// gave an index.
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
    let words: Vec<String> = words.iter().flat_map(|word| parted(word)).map(str::to_owned).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = match first {
        First::InRow if words.len() > 1 => newest(at, place, &pairs(&words), most).await?,
        _ => Vec::new(),
    };
    let wanted = most - found.len() as i64;
    if wanted > 0 {
        let in_row: HashSet<i64> = found.iter().copied().collect();
        let all = newest(at, place, &words, most).await?;
        found.extend(all.into_iter().filter(|key| !in_row.contains(key)).take(wanted as usize));
    }
    Ok(found)
}

/// The keys of the rows that hold all pieces, each a word or two neighbours; the largest first, `most` at most.
async fn newest(
    at: &mut impl Ask,
    (table, column, key): (&str, &str, &str),
    pieces: &[String],
    most: i64,
) -> Result<Vec<i64>, Error> {
    match at.link() {
        Link::Sqlite(c) => {
            let sql = format!(
                "SELECT rowid FROM {table}_words WHERE {table}_words MATCH $1 ORDER BY rowid DESC LIMIT $2"
            );
            let asked = sqlx::query_scalar(AssertSqlSafe(sql)).bind(all_of(pieces, '"', " AND ")).bind(most);
            Ok(asked.fetch_all(c).await?)
        }
        Link::Postgres(c) => on_postgres(c, (table, column, key), &all_of(pieces, '\'', " & "), most).await,
    }
}

async fn on_postgres(
    c: &mut PgConnection,
    (table, column, key): (&str, &str, &str),
    pieces: &str,
    most: i64,
) -> Result<Vec<i64>, Error> {
    // What is asked is read in a subquery, once, and not with every row.
    let sql = format!(
        "SELECT {key} FROM (SELECT {key}, {column}_words FROM {table} ORDER BY {key} DESC LIMIT $3) newest
         WHERE {column}_words @@ (SELECT $1::tsquery) ORDER BY {key} DESC LIMIT $2"
    );
    let near = sqlx::query_scalar(AssertSqlSafe(sql)).bind(pieces).bind(most).bind(most * NEWEST);
    let near: Vec<i64> = near.fetch_all(&mut *c).await?;
    if near.len() as i64 == most {
        return Ok(near);
    }
    // Materialized, so that texts are not opened one by one from the newest on until enough are found.
    let sql = format!(
        "WITH held AS MATERIALIZED (SELECT {key} FROM {table} WHERE {column}_words @@ (SELECT $1::tsquery))
         SELECT {key} FROM held ORDER BY {key} DESC LIMIT $2"
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(sql)).bind(pieces).bind(most).fetch_all(c).await?)
}

fn parted(word: &str) -> impl Iterator<Item = &str> {
    word.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty())
}

/// Every two that follow each other.
fn pairs(words: &[String]) -> Vec<String> {
    words.windows(2).map(|pair| pair.join(" ")).collect()
}

/// All pieces, each between marks, as a database asks for them.
fn all_of(pieces: &[String], mark: char, and: &str) -> String {
    pieces.iter().map(|piece| format!("{mark}{piece}{mark}")).collect::<Vec<_>>().join(and)
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
        // The words lie in the row where there is room, and longer texts apart: a search opens the words of many rows.
        // One that is too long for the index is left out.
        Link::Postgres(_) => format!(
            "CREATE OR REPLACE FUNCTION words_and_pairs(TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
                 SELECT array_to_tsvector(words || ARRAY(
                     SELECT one || ' ' || next FROM unnest(words, words[2:]) AS pair (one, next) WHERE next IS NOT NULL))
                 FROM (SELECT ARRAY(SELECT word FROM string_to_table($1, ' ') AS word
                     WHERE word <> '' AND octet_length(word) <= 1000) AS words) AS text $$;
             ALTER TABLE {table} ADD COLUMN {column}_words TSVECTOR
                 GENERATED ALWAYS AS (words_and_pairs({column})) STORED,
                 ALTER COLUMN {column}_words SET STORAGE MAIN;
             CREATE INDEX {table}_words ON {table} USING GIN ({column}_words);"
        ),
    }
}

/// What a line `{words again TABLE COLUMN KEY}` becomes, for an index as older programs made it in PostgreSQL; SQLite's is
/// as it was.
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
        let words: Vec<String> = parted("thu\" OR tuc* NEAR('x') & !y:*").map(str::to_owned).collect();
        assert_eq!(words, ["thu", "OR", "tuc", "NEAR", "x", "y"]);
        assert_eq!(all_of(&pairs(&words[..3]), '"', " AND "), "\"thu OR\" AND \"OR tuc\"");
        assert_eq!(all_of(&pairs(&words[..3]), '\'', " & "), "'thu OR' & 'OR tuc'");
    }
}
