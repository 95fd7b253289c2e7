//! Every statement that names the tables of signing in, and those of its columns of `person`.

mod factor;
mod tries;

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

pub(super) use factor::{codes_left, last_step, offer, offered, set_codes, set_totp, take_step, use_code};
pub(super) use tries::{Try, clean, delete_tries, hold, insert_try, keep_device, knows, tries};

/// Somebody who may sign in.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct Known {
    pub(super) person: i64,
    pub(super) account: String,
    pub(super) name: String,
    pub(super) password: Option<String>,
    pub(super) totp: Option<String>,
}

/// The person of this account, unless disabled.
pub(super) async fn find(at: &mut impl Ask, account: &str) -> Result<Option<Known>, Error> {
    const SQL: &str = "
        SELECT id AS person, account, name, password, totp FROM person
        WHERE account = $1 AND disabled_at IS NULL";
    on!(at, c => sqlx::query_as(SQL).bind(account).fetch_optional(c).await)
}

/// The person of this subject of the identity service, unless disabled.
pub(super) async fn of_subject(at: &mut impl Ask, subject: &str) -> Result<Option<Known>, Error> {
    const SQL: &str = "
        SELECT id AS person, account, name, password, totp FROM person
        WHERE subject = $1 AND disabled_at IS NULL";
    on!(at, c => sqlx::query_as(SQL).bind(subject).fetch_optional(c).await)
}

/// The person of this number, unless disabled.
pub(super) async fn of_number(at: &mut impl Ask, person: i64) -> Result<Option<Known>, Error> {
    const SQL: &str = "
        SELECT id AS person, account, name, password, totp FROM person
        WHERE id = $1 AND disabled_at IS NULL";
    on!(at, c => sqlx::query_as(SQL).bind(person).fetch_optional(c).await)
}

/// How many people there are, and how many of them have a way to sign in.
pub(super) async fn count(at: &mut impl Ask) -> Result<(i64, i64), Error> {
    const SQL: &str = "SELECT count(*), count(coalesce(password, subject)) FROM person";
    on!(at, c => sqlx::query_as(SQL).fetch_one(c).await)
}

pub(super) async fn set_password(at: &mut impl Ask, person: i64, hash: &str) -> Result<(), Error> {
    const SQL: &str = "UPDATE person SET password = $2 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(person).bind(hash))?;
    Ok(())
}

/// Keeps a link in the place of those that the person did not use.
pub(super) async fn replace_link(
    at: &mut impl Ask,
    digest: &str,
    person: i64,
    made_by: &str,
    (made_at, ends_at): (Timestamp, Timestamp),
) -> Result<(), Error> {
    const OLD: &str = "DELETE FROM sign_in_link WHERE person = $1 AND used_at IS NULL";
    const SQL: &str = "
        INSERT INTO sign_in_link (digest, person, made_by, made_at, ends_at) VALUES ($1, $2, $3, $4, $5)";
    run!(at, sqlx::query(OLD).bind(person))?;
    let (made_at, ends_at) = (made_at.to_sqlx(), ends_at.to_sqlx());
    run!(at, sqlx::query(SQL).bind(digest).bind(person).bind(made_by).bind(made_at).bind(ends_at))?;
    Ok(())
}

/// Whose link this is, while it can be used.
pub(super) async fn of_link(at: &mut impl Ask, digest: &str, now: Timestamp) -> Result<Option<Known>, Error> {
    const SQL: &str = "
        SELECT p.id AS person, p.account, p.name, p.password, p.totp
        FROM sign_in_link l JOIN person p ON p.id = l.person
        WHERE l.digest = $1 AND l.used_at IS NULL AND l.ends_at > $2 AND p.disabled_at IS NULL";
    on!(at, c => sqlx::query_as(SQL).bind(digest).bind(now.to_sqlx()).fetch_optional(c).await)
}

/// Marks a link as used; false when somebody else did.
pub(super) async fn use_link(at: &mut impl Ask, digest: &str, now: Timestamp) -> Result<bool, Error> {
    const SQL: &str = "UPDATE sign_in_link SET used_at = $2 WHERE digest = $1 AND used_at IS NULL";
    Ok(run!(at, sqlx::query(SQL).bind(digest).bind(now.to_sqlx()))? == 1)
}
