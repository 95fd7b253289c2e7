//! Every statement that names `feedback_system`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::Elsewhere;

pub(crate) async fn now(at: &mut impl Ask) -> Result<Option<Elsewhere>, Error> {
    const SQL: &str = "SELECT name, address FROM feedback_system ORDER BY id DESC LIMIT 1";
    let row: Option<(String, String)> = on!(at, c => sqlx::query_as(SQL).fetch_optional(c).await)?;
    Ok(row.filter(|(name, _)| !name.is_empty()).map(|(name, address)| Elsewhere { name, address }))
}

pub(super) async fn say(at: &mut impl Ask, system: Option<&Elsewhere>, day: Date) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO feedback_system (name, address, said_on) VALUES ($1, $2, $3)";
    let (name, address) = system.map_or(("", ""), |system| (&*system.name, &*system.address));
    run!(at, sqlx::query(SQL).bind(name).bind(address).bind(day.to_sqlx()))?;
    Ok(())
}
