//! Every statement that names the table `audit`.

use jiff_sqlx::{Timestamp, ToSqlx};
use store::{Ask, Error, on, run};

use super::{Entry, Wanted};

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

/// Every act after number `after`, with the number of its newest entry.
pub(super) async fn since(at: &mut impl Ask, after: i64) -> Result<Vec<(String, i64)>, Error> {
    const SQL: &str = "SELECT act, MAX(seq) FROM audit WHERE seq > $1 GROUP BY act";
    on!(at, c => sqlx::query_as(SQL).bind(after).fetch_all(c).await)
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

pub(super) async fn search(at: &mut impl Ask, wanted: &Wanted, most: i64) -> Result<Vec<Entry>, Error> {
    const SQL: &str = r"
        SELECT seq, at, who, post, agency, client, act, subject, before, after, hash
        FROM audit
        WHERE ($1 IS NULL OR who = $1)
        AND ($2 IS NULL OR act LIKE $2 ESCAPE '\')
        AND ($3 IS NULL OR lower(subject) LIKE $3 ESCAPE '\')
        AND ($4 IS NULL OR at >= $4) AND ($5 IS NULL OR at < $5) AND ($6 IS NULL OR seq < $6)
        ORDER BY seq DESC LIMIT $7";
    let act =
        wanted.act.as_ref().map(|act| format!("{}{}", plain(act), if act.ends_with('.') { "%" } else { "" }));
    let subject = wanted.subject.as_ref().map(|part| format!("%{}%", plain(&part.to_lowercase())));
    let (since, until) = (wanted.since().map(ToSqlx::to_sqlx), wanted.until().map(ToSqlx::to_sqlx));
    let rows: Vec<Row> = on!(at, c => {
        let query = sqlx::query_as(SQL).bind(&wanted.who).bind(&act).bind(&subject);
        query.bind(since).bind(until).bind(wanted.before).bind(most).fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

/// The text as LIKE takes it by its letters.
fn plain(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
}

pub(super) async fn acts(at: &mut impl Ask) -> Result<Vec<String>, Error> {
    on!(at, c => sqlx::query_scalar("SELECT DISTINCT act FROM audit ORDER BY act").fetch_all(c).await)
}
