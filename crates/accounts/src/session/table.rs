//! Every statement that names the table `session`.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use crate::Desk;

/// A post that a session's person may sit at today.
pub(super) struct Seat {
    pub(super) person: i64,
    pub(super) account: String,
    pub(super) post: String,
    pub(super) role: String,
    pub(super) agency: String,
    pub(super) began_at: Timestamp,
    pub(super) seen_at: Timestamp,
    chosen: Option<String>,
}

impl Seat {
    /// Whether the session is at this post.
    pub(super) fn is_chosen(&self) -> bool {
        self.chosen.as_deref() == Some(self.post.as_str())
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    person: i64,
    account: String,
    post: String,
    role: String,
    agency: String,
    began_at: jiff_sqlx::Timestamp,
    seen_at: jiff_sqlx::Timestamp,
    chosen: Option<String>,
}

impl From<Row> for Seat {
    fn from(row: Row) -> Self {
        let Row { person, account, post, role, agency, began_at, seen_at, chosen } = row;
        let (began_at, seen_at) = (began_at.to_jiff(), seen_at.to_jiff());
        Self { person, account, post, role, agency, began_at, seen_at, chosen }
    }
}

/// The posts that the session's person holds on a day; none for a token that is not there.
pub(super) async fn seats(at: &mut impl Ask, digest: &str, day: Date) -> Result<Vec<Seat>, Error> {
    const SQL: &str = "
        SELECT p.id AS person, p.account, o.code AS post, o.role, o.agency, s.began_at, s.seen_at, s.post AS chosen
        FROM session s
        JOIN person p ON p.id = s.person
        JOIN holding h ON h.person = p.id AND h.began <= $2 AND (h.ended IS NULL OR h.ended >= $2)
        JOIN post o ON o.code = h.post AND o.began <= $2 AND (o.ended IS NULL OR o.ended >= $2)
        WHERE s.digest = $1 AND NOT s.awaits_code AND p.disabled_at IS NULL
        ORDER BY o.code DESC";
    let day = day.to_sqlx();
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(digest).bind(day).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Seat::from).collect())
}

/// A session to be kept.
pub(crate) struct New<'a> {
    pub(crate) digest: &'a str,
    pub(crate) person: i64,
    pub(crate) post: Option<&'a str>,
    pub(crate) agent: Option<&'a str>,
    pub(crate) awaits_code: bool,
}

pub(crate) async fn insert(at: &mut impl Ask, new: &New<'_>, desk: &Desk) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO session (digest, person, post, awaits_code, began_at, seen_at, client, agent)
        VALUES ($1, $2, $3, $4, $5, $5, $6, $7)";
    let New { digest, person, post, agent, awaits_code } = new;
    let now = desk.now.to_sqlx();
    run!(
        at,
        sqlx::query(SQL)
            .bind(digest)
            .bind(person)
            .bind(post)
            .bind(awaits_code)
            .bind(now)
            .bind(&desk.client)
            .bind(agent)
    )?;
    Ok(())
}

/// Whether a person holds a post on a day.
pub(crate) async fn has_seat(at: &mut impl Ask, person: i64, day: Date) -> Result<bool, Error> {
    const SQL: &str = "
        SELECT count(*) FROM holding h
        JOIN post o ON o.code = h.post AND o.began <= $2 AND (o.ended IS NULL OR o.ended >= $2)
        WHERE h.person = $1 AND h.began <= $2 AND (h.ended IS NULL OR h.ended >= $2)";
    let day = day.to_sqlx();
    let count: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(person).bind(day).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Ends one session.
pub(crate) async fn end(at: &mut impl Ask, digest: &str) -> Result<bool, Error> {
    Ok(run!(at, sqlx::query("DELETE FROM session WHERE digest = $1").bind(digest))? == 1)
}

/// Ends every session of a person.
pub(crate) async fn end_all(at: &mut impl Ask, person: i64) -> Result<(), Error> {
    run!(at, sqlx::query("DELETE FROM session WHERE person = $1").bind(person))?;
    Ok(())
}

/// Removes sessions that began or were last seen before these instants.
pub(crate) async fn clean(at: &mut impl Ask, began: Timestamp, seen: Timestamp) -> Result<(), Error> {
    const SQL: &str = "DELETE FROM session WHERE began_at <= $1 OR seen_at <= $2";
    run!(at, sqlx::query(SQL).bind(began.to_sqlx()).bind(seen.to_sqlx()))?;
    Ok(())
}
