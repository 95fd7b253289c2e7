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
    /// What the post and the agency are called.
    pub(super) names: (String, String),
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
    post_name: String,
    agency_name: String,
    began_at: jiff_sqlx::Timestamp,
    seen_at: jiff_sqlx::Timestamp,
    chosen: Option<String>,
}

impl From<Row> for Seat {
    fn from(row: Row) -> Self {
        let names = (row.post_name, row.agency_name);
        let (began_at, seen_at) = (row.began_at.to_jiff(), row.seen_at.to_jiff());
        let Row { person, account, post, role, agency, chosen, .. } = row;
        Self { person, account, post, role, agency, names, began_at, seen_at, chosen }
    }
}

/// The posts that the session's person holds on a day; none for a token that is not there.
pub(super) async fn seats(at: &mut impl Ask, digest: &str, day: Date) -> Result<Vec<Seat>, Error> {
    const SQL: &str = "
        SELECT p.id AS person, p.account, o.code AS post, o.role, o.agency, o.name AS post_name,
            a.name AS agency_name, s.began_at, s.seen_at, s.post AS chosen
        FROM session s
        JOIN person p ON p.id = s.person
        JOIN holding h ON h.person = p.id AND h.began <= $2 AND (h.ended IS NULL OR h.ended >= $2)
        JOIN post o ON o.code = h.post AND o.began <= $2 AND (o.ended IS NULL OR o.ended >= $2)
        JOIN agency a ON a.code = o.agency
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

/// A session of somebody, as it is shown to them.
#[derive(sqlx::FromRow)]
pub(super) struct Open {
    pub(super) digest: String,
    pub(super) began_at: jiff_sqlx::Timestamp,
    pub(super) seen_at: jiff_sqlx::Timestamp,
    pub(super) client: Option<String>,
    pub(super) agent: Option<String>,
}

/// The sessions of a person that have a desk, the one that was seen last first.
pub(super) async fn of(at: &mut impl Ask, person: i64) -> Result<Vec<Open>, Error> {
    const SQL: &str = "
        SELECT digest, began_at, seen_at, client, agent FROM session
        WHERE person = $1 AND NOT awaits_code ORDER BY seen_at DESC, digest";
    on!(at, c => sqlx::query_as(SQL).bind(person).fetch_all(c).await)
}

/// Keeps that a session was in use.
pub(super) async fn touch(at: &mut impl Ask, digest: &str, now: Timestamp) -> Result<(), Error> {
    run!(
        at,
        sqlx::query("UPDATE session SET seen_at = $2 WHERE digest = $1").bind(digest).bind(now.to_sqlx())
    )?;
    Ok(())
}

/// Puts a session at a post, under a new digest; false when it is over.
pub(super) async fn put(at: &mut impl Ask, old: &str, new: &str, post: &str) -> Result<bool, Error> {
    const SQL: &str = "UPDATE session SET digest = $2, post = $3 WHERE digest = $1";
    Ok(run!(at, sqlx::query(SQL).bind(old).bind(new).bind(post))? == 1)
}

/// Whose sign-in waits for a code since this instant or later.
pub(crate) async fn awaiting(
    at: &mut impl Ask,
    digest: &str,
    since: Timestamp,
) -> Result<Option<i64>, Error> {
    const SQL: &str = "SELECT person FROM session WHERE digest = $1 AND awaits_code AND began_at > $2";
    on!(at, c => sqlx::query_scalar(SQL).bind(digest).bind(since.to_sqlx()).fetch_optional(c).await)
}

/// Ends a session of this person.
pub(super) async fn end_own(at: &mut impl Ask, digest: &str, person: i64) -> Result<bool, Error> {
    const SQL: &str = "DELETE FROM session WHERE digest = $1 AND person = $2";
    Ok(run!(at, sqlx::query(SQL).bind(digest).bind(person))? == 1)
}

/// Ends every session of a person but one; gives how many.
pub(super) async fn end_but(at: &mut impl Ask, person: i64, digest: &str) -> Result<u64, Error> {
    run!(at, sqlx::query("DELETE FROM session WHERE person = $1 AND digest <> $2").bind(person).bind(digest))
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
