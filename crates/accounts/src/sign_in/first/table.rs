//! What the first administrator is kept as: a person, a post, and that the one holds the other.

use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use crate::{Desk, Role};

/// Keeps a person and a post of this code, called alike; gives the person's number.
pub(super) async fn insert(
    at: &mut impl Ask,
    desk: &Desk,
    code: &str,
    name: &str,
    agency: &str,
) -> Result<i64, Error> {
    const PERSON: &str = "INSERT INTO person (account, name, made_at) VALUES ($1, $2, $3) RETURNING id";
    const POST: &str = "INSERT INTO post (code, name, agency, role, began) VALUES ($1, $2, $3, $4, $5)";
    const HOLDING: &str = "INSERT INTO holding (post, person, deputy, began) VALUES ($1, $2, FALSE, $3)";
    let (now, today) = (desk.now.to_sqlx(), desk.today.to_sqlx());
    let person: i64 =
        on!(at, c => sqlx::query_scalar(PERSON).bind(code).bind(name).bind(now).fetch_one(c).await)?;
    let role = Role::Administrator.as_str();
    run!(at, sqlx::query(POST).bind(code).bind(name).bind(agency).bind(role).bind(today))?;
    run!(at, sqlx::query(HOLDING).bind(code).bind(person).bind(today))?;
    Ok(person)
}
