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
        WHERE s.digest = $1 AND p.disabled_at IS NULL
        ORDER BY o.code DESC";
    let day = day.to_sqlx();
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(digest).bind(day).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Seat::from).collect())
}

pub(super) async fn insert(
    at: &mut impl Ask,
    digest: &str,
    person: i64,
    post: Option<&str>,
    desk: &Desk,
) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO session (digest, person, post, began_at, seen_at, client)
        VALUES ($1, $2, $3, $4, $4, $5)";
    let now = desk.now.to_sqlx();
    run!(at, sqlx::query(SQL).bind(digest).bind(person).bind(post).bind(now).bind(&desk.client))?;
    Ok(())
}

/// Ends every session of a person.
pub(crate) async fn end_all(at: &mut impl Ask, person: i64) -> Result<(), Error> {
    run!(at, sqlx::query("DELETE FROM session WHERE person = $1").bind(person))?;
    Ok(())
}
