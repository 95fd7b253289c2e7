//! Every statement that names the table `audit`.

use jiff_sqlx::{Timestamp, ToSqlx};
use store::{Ask, Error, on, run};

use super::Entry;

/// A row as it is kept.
#[derive(sqlx::FromRow)]
struct Row {
    seq: i64,
    at: Timestamp,
    who: String,
    post: String,
    agency: Option<String>,
    client: Option<String>,
    act: String,
    subject: String,
    before: Option<String>,
    after: Option<String>,
    hash: String,
}

impl From<Row> for Entry {
    fn from(row: Row) -> Self {
        let Row { seq, at, who, post, agency, client, act, subject, before, after, hash } = row;
        Self { seq, at: at.to_jiff(), who, post, agency, client, act, subject, before, after, hash }
    }
}

/// The newest entry's number and hash.
pub(super) async fn last(at: &mut impl Ask) -> Result<Option<(i64, String)>, Error> {
    const SQL: &str = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1";
    on!(at, c => sqlx::query_as(SQL).fetch_optional(c).await)
}

pub(super) async fn insert(tx: &mut store::Tx, entry: &Entry) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO audit (seq, at, who, post, agency, client, act, subject, before, after, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let Entry { seq, at, who, post, agency, client, act, subject, before, after, hash } = entry;
    run!(
        tx,
        sqlx::query(SQL)
            .bind(seq)
            .bind(at.to_sqlx())
            .bind(who)
            .bind(post)
            .bind(agency)
            .bind(client)
            .bind(act)
            .bind(subject)
            .bind(before)
            .bind(after)
            .bind(hash)
    )?;
    Ok(())
}

pub(super) async fn list(at: &mut impl Ask, after: i64, most: i64) -> Result<Vec<Entry>, Error> {
    const SQL: &str = "
        SELECT seq, at, who, post, agency, client, act, subject, before, after, hash
        FROM audit WHERE seq > $1 ORDER BY seq LIMIT $2";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(after).bind(most).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

pub(super) async fn about(at: &mut impl Ask, subject: &str) -> Result<Vec<Entry>, Error> {
    const SQL: &str = "
        SELECT seq, at, who, post, agency, client, act, subject, before, after, hash
        FROM audit WHERE subject = $1 ORDER BY seq";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(subject).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Entry::from).collect())
}
