//! Every statement that names `post` or `holding`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Holding, Post, Span};
use crate::Role;

#[derive(sqlx::FromRow)]
struct PostRow {
    code: String,
    name: String,
    agency: String,
    role: String,
    began: jiff_sqlx::Date,
    ended: Option<jiff_sqlx::Date>,
}

impl From<PostRow> for Post {
    /// A role that this program does not know reads and changes nothing of others: an officer's.
    fn from(row: PostRow) -> Self {
        Self {
            role: Role::read(&row.role).unwrap_or(Role::Officer),
            began: row.began.to_jiff(),
            ended: row.ended.map(jiff_sqlx::Date::to_jiff),
            code: row.code,
            name: row.name,
            agency: row.agency,
        }
    }
}

pub(crate) async fn posts(at: &mut impl Ask) -> Result<Vec<Post>, Error> {
    const SQL: &str = "SELECT code, name, agency, role, began, ended FROM post ORDER BY code";
    let rows: Vec<PostRow> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Post::from).collect())
}

pub(crate) async fn post(at: &mut impl Ask, code: &str) -> Result<Option<Post>, Error> {
    const SQL: &str = "SELECT code, name, agency, role, began, ended FROM post WHERE code = $1";
    let row: Option<PostRow> = on!(at, c => sqlx::query_as(SQL).bind(code).fetch_optional(c).await)?;
    Ok(row.map(Post::from))
}

/// The first post of that name and role at the agency that is open on a day and that nobody holds then or later.
pub(crate) async fn vacant(
    at: &mut impl Ask,
    agency: &str,
    name: &str,
    role: Role,
    day: Date,
) -> Result<Option<String>, Error> {
    const SQL: &str = "
        SELECT o.code FROM post o
        WHERE o.agency = $1 AND o.name = $2 AND o.role = $3 AND o.began <= $4 AND o.ended IS NULL
        AND NOT EXISTS (SELECT 1 FROM holding h WHERE h.post = o.code AND (h.ended IS NULL OR h.ended >= $4))
        ORDER BY o.code LIMIT 1";
    let (role, day) = (role.as_str(), day.to_sqlx());
    on!(at, c => sqlx::query_scalar(SQL).bind(agency).bind(name).bind(role).bind(day).fetch_optional(c).await)
}

/// The posts that are not known to have closed by the day, of agencies that had ended by then.
pub(super) async fn left_behind(at: &mut impl Ask, day: Date) -> Result<Vec<Post>, Error> {
    const SQL: &str = "
        SELECT o.code, o.name, o.agency, o.role, o.began, o.ended
        FROM post o JOIN agency a ON a.code = o.agency
        WHERE a.ended < $1 AND (o.ended IS NULL OR o.ended > a.ended) ORDER BY o.code";
    let rows: Vec<PostRow> = on!(at, c => sqlx::query_as(SQL).bind(day.to_sqlx()).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Post::from).collect())
}

/// Keeps a post; `form` marks the form that it came by, which makes one post only.
pub(super) async fn insert(at: &mut impl Ask, post: &Post, form: Option<&str>) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO post (code, name, agency, role, began, ended, form) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    run!(
        at,
        sqlx::query(SQL)
            .bind(&post.code)
            .bind(&post.name)
            .bind(&post.agency)
            .bind(post.role.as_str())
            .bind(post.began.to_sqlx())
            .bind(post.ended.map(ToSqlx::to_sqlx))
            .bind(form)
    )?;
    Ok(())
}

pub(super) async fn close(at: &mut impl Ask, code: &str, last: Date) -> Result<(), Error> {
    run!(at, sqlx::query("UPDATE post SET ended = $2 WHERE code = $1").bind(code).bind(last.to_sqlx()))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct HoldingRow {
    id: i64,
    post: String,
    person: i64,
    account: String,
    name: String,
    deputy: bool,
    began: jiff_sqlx::Date,
    ended: Option<jiff_sqlx::Date>,
}

impl From<HoldingRow> for Holding {
    fn from(row: HoldingRow) -> Self {
        let HoldingRow { id, post, person, account, name, deputy, began, ended } = row;
        let (began, ended) = (began.to_jiff(), ended.map(jiff_sqlx::Date::to_jiff));
        Self { id, post, person, account, name, deputy, began, ended }
    }
}

/// Everybody who holds, held or will hold the post, the latest first.
pub(super) async fn holdings(at: &mut impl Ask, post: &str) -> Result<Vec<Holding>, Error> {
    const SQL: &str = "
        SELECT h.id, h.post, h.person, p.account, p.name, h.deputy, h.began, h.ended
        FROM holding h JOIN person p ON p.id = h.person WHERE h.post = $1 ORDER BY h.began DESC, h.id DESC";
    let rows: Vec<HoldingRow> = on!(at, c => sqlx::query_as(SQL).bind(post).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Holding::from).collect())
}

/// Every post that the person holds, held or will hold, the latest first.
pub(crate) async fn holdings_of(at: &mut impl Ask, person: i64) -> Result<Vec<Holding>, Error> {
    const SQL: &str = "
        SELECT h.id, h.post, h.person, p.account, p.name, h.deputy, h.began, h.ended
        FROM holding h JOIN person p ON p.id = h.person WHERE h.person = $1 ORDER BY h.began DESC, h.id DESC";
    let rows: Vec<HoldingRow> = on!(at, c => sqlx::query_as(SQL).bind(person).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Holding::from).collect())
}

/// Who holds which post on a day, or will.
pub(crate) async fn held_from(at: &mut impl Ask, day: Date) -> Result<Vec<Holding>, Error> {
    const SQL: &str = "
        SELECT h.id, h.post, h.person, p.account, p.name, h.deputy, h.began, h.ended
        FROM holding h JOIN person p ON p.id = h.person
        WHERE h.ended IS NULL OR h.ended >= $1 ORDER BY h.post, h.deputy, h.began, h.id";
    let rows: Vec<HoldingRow> = on!(at, c => sqlx::query_as(SQL).bind(day.to_sqlx()).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Holding::from).collect())
}

pub(super) async fn hold(
    at: &mut impl Ask,
    post: &str,
    person: i64,
    deputy: bool,
    Span(first, last): Span,
) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO holding (post, person, deputy, began, ended) VALUES ($1, $2, $3, $4, $5)";
    let (first, last) = (first.to_sqlx(), last.map(ToSqlx::to_sqlx));
    run!(at, sqlx::query(SQL).bind(post).bind(person).bind(deputy).bind(first).bind(last))?;
    Ok(())
}

pub(super) async fn end(at: &mut impl Ask, holding: i64, last: Date) -> Result<(), Error> {
    run!(at, sqlx::query("UPDATE holding SET ended = $2 WHERE id = $1").bind(holding).bind(last.to_sqlx()))?;
    Ok(())
}

/// Takes away a holding that has not begun.
pub(super) async fn forget(at: &mut impl Ask, holding: i64) -> Result<(), Error> {
    run!(at, sqlx::query("DELETE FROM holding WHERE id = $1").bind(holding))?;
    Ok(())
}

/// How many people, other than one, may sit at an administrator's post of their own on a day.
pub(crate) async fn administrators(at: &mut impl Ask, day: Date, except: i64) -> Result<i64, Error> {
    const SQL: &str = "
        SELECT count(DISTINCT p.id) FROM person p
        JOIN holding h ON h.person = p.id AND h.began <= $1 AND (h.ended IS NULL OR h.ended >= $1)
        JOIN post o ON o.code = h.post AND o.began <= $1 AND (o.ended IS NULL OR o.ended >= $1)
        WHERE o.role = 'administrator' AND NOT h.deputy AND p.disabled_at IS NULL AND p.id <> $2";
    on!(at, c => sqlx::query_scalar(SQL).bind(day.to_sqlx()).bind(except).fetch_one(c).await)
}
