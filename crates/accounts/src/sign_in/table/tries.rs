//! Tries to sign in, and the devices from which one succeeded.

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

/// A try that failed, or that is still being looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::sign_in) struct Try {
    /// The digest of the name.
    pub(in crate::sign_in) account: String,
    pub(in crate::sign_in) client: String,
    pub(in crate::sign_in) device: Option<String>,
    /// How many were held back since.
    pub(in crate::sign_in) held: i64,
    pub(in crate::sign_in) at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    account: String,
    client: String,
    device: Option<String>,
    held: i64,
    at: jiff_sqlx::Timestamp,
}

/// The tries at this account or from this address since then.
pub(in crate::sign_in) async fn tries(
    at: &mut impl Ask,
    account: &str,
    client: &str,
    since: Timestamp,
) -> Result<Vec<Try>, Error> {
    const SQL: &str = "
        SELECT account, client, device, held, at FROM sign_in_failure
        WHERE (account = $1 OR client = $2) AND at > $3 ORDER BY id";
    let since = since.to_sqlx();
    let rows: Vec<Row> =
        on!(at, c => sqlx::query_as(SQL).bind(account).bind(client).bind(since).fetch_all(c).await)?;
    let read =
        |Row { account, client, device, held, at }| Try { account, client, device, held, at: at.to_jiff() };
    Ok(rows.into_iter().map(read).collect())
}

/// Notes a try before it is looked at, so that many at once are counted.
pub(in crate::sign_in) async fn insert_try(at: &mut impl Ask, tried: &Try) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO sign_in_failure (account, client, device, held, at) VALUES ($1, $2, $3, $4, $5)";
    let Try { account, client, device, held, at: when } = tried;
    let when = when.to_sqlx();
    run!(at, sqlx::query(SQL).bind(account).bind(client).bind(device).bind(held).bind(when))?;
    Ok(())
}

/// Counts one that was held back at the newest try of the account or the address.
pub(in crate::sign_in) async fn hold(at: &mut impl Ask, account: &str, client: &str) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE sign_in_failure SET held = held + 1
        WHERE id = (SELECT max(id) FROM sign_in_failure WHERE account = $1 OR client = $2)";
    run!(at, sqlx::query(SQL).bind(account).bind(client))?;
    Ok(())
}

/// Forgets the tries at an account from this address or device, whose owner has now signed in.
pub(in crate::sign_in) async fn delete_tries(
    at: &mut impl Ask,
    account: &str,
    client: &str,
    device: Option<&str>,
) -> Result<(), Error> {
    const SQL: &str = "
        DELETE FROM sign_in_failure
        WHERE account = $1 AND (device = $3 OR (client = $2 AND device IS NULL))";
    run!(at, sqlx::query(SQL).bind(account).bind(client).bind(device))?;
    Ok(())
}

/// Whether an account was signed in from this device.
pub(in crate::sign_in) async fn knows(at: &mut impl Ask, device: &str, person: i64) -> Result<bool, Error> {
    const SQL: &str = "SELECT count(*) FROM known_device WHERE digest = $1 AND person = $2";
    let count: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(device).bind(person).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Keeps that the person signed in from this device now.
pub(in crate::sign_in) async fn keep_device(
    at: &mut impl Ask,
    device: &str,
    person: i64,
    now: Timestamp,
) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO known_device (digest, person, seen_at) VALUES ($1, $2, $3)
        ON CONFLICT (digest) DO UPDATE SET seen_at = excluded.seen_at";
    run!(at, sqlx::query(SQL).bind(device).bind(person).bind(now.to_sqlx()))?;
    Ok(())
}

/// Removes tries before the one instant, and devices that were not seen since the other.
pub(in crate::sign_in) async fn clean(
    at: &mut impl Ask,
    tries_before: Timestamp,
    seen_before: Timestamp,
) -> Result<(), Error> {
    const TRIES: &str = "DELETE FROM sign_in_failure WHERE at <= $1";
    const DEVICES: &str = "DELETE FROM known_device WHERE seen_at <= $1";
    run!(at, sqlx::query(TRIES).bind(tries_before.to_sqlx()))?;
    run!(at, sqlx::query(DEVICES).bind(seen_before.to_sqlx()))?;
    Ok(())
}
