//! The second factor of a person, and their recovery codes.

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

pub(in crate::sign_in) async fn offer(at: &mut impl Ask, person: i64, secret: &str) -> Result<(), Error> {
    run!(at, sqlx::query("UPDATE person SET totp_offered = $2 WHERE id = $1").bind(person).bind(secret))?;
    Ok(())
}

pub(in crate::sign_in) async fn offered(at: &mut impl Ask, person: i64) -> Result<Option<String>, Error> {
    const SQL: &str = "SELECT totp_offered FROM person WHERE id = $1";
    on!(at, c => sqlx::query_scalar(SQL).bind(person).fetch_one(c).await)
}

/// Puts a secret and the step of its first code in force, or none; nothing stays offered.
pub(in crate::sign_in) async fn set_totp(
    at: &mut impl Ask,
    person: i64,
    totp: Option<(&str, i64)>,
) -> Result<(), Error> {
    const SQL: &str = "UPDATE person SET totp = $2, totp_step = $3, totp_offered = NULL WHERE id = $1";
    let (secret, step) = (totp.map(|totp| totp.0), totp.map(|totp| totp.1));
    run!(at, sqlx::query(SQL).bind(person).bind(secret).bind(step))?;
    Ok(())
}

/// The last step that was taken of a person.
pub(in crate::sign_in) async fn last_step(at: &mut impl Ask, person: i64) -> Result<Option<i64>, Error> {
    on!(at, c => sqlx::query_scalar("SELECT totp_step FROM person WHERE id = $1").bind(person).fetch_one(c).await)
}

/// Takes a step; false when it, or a later one, was taken meanwhile.
pub(in crate::sign_in) async fn take_step(at: &mut impl Ask, person: i64, step: i64) -> Result<bool, Error> {
    const SQL: &str = "
        UPDATE person SET totp_step = $2 WHERE id = $1 AND (totp_step IS NULL OR totp_step < $2)";
    Ok(run!(at, sqlx::query(SQL).bind(person).bind(step))? == 1)
}

/// Keeps these digests in the place of all that the person had.
pub(in crate::sign_in) async fn set_codes(
    at: &mut impl Ask,
    person: i64,
    digests: &[String],
) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO recovery_code (person, digest) VALUES ($1, $2)";
    run!(at, sqlx::query("DELETE FROM recovery_code WHERE person = $1").bind(person))?;
    for digest in digests {
        run!(at, sqlx::query(SQL).bind(person).bind(digest))?;
    }
    Ok(())
}

pub(in crate::sign_in) async fn codes_left(at: &mut impl Ask, person: i64) -> Result<i64, Error> {
    const SQL: &str = "SELECT count(*) FROM recovery_code WHERE person = $1 AND used_at IS NULL";
    on!(at, c => sqlx::query_scalar(SQL).bind(person).fetch_one(c).await)
}

/// Uses a recovery code; false when there is none that was not used.
pub(in crate::sign_in) async fn use_code(
    at: &mut impl Ask,
    person: i64,
    digest: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    const SQL: &str = "
        UPDATE recovery_code SET used_at = $3 WHERE person = $1 AND digest = $2 AND used_at IS NULL";
    Ok(run!(at, sqlx::query(SQL).bind(person).bind(digest).bind(now.to_sqlx()))? == 1)
}
