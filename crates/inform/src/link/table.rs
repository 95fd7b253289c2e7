//! Every statement that names `web_link`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::Link;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    name: String,
    name_en: String,
    address: String,
}

/// Every link, in order.
pub(super) async fn all(at: &mut impl Ask) -> Result<Vec<Link>, Error> {
    const SQL: &str =
        "SELECT id, name, name_en, address FROM web_link WHERE dropped_on IS NULL ORDER BY place, id";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let link = |row: Row| Link {
        id: row.id,
        name: row.name,
        name_en: Some(row.name_en).filter(|name| !name.is_empty()),
        address: row.address,
    };
    Ok(rows.into_iter().map(link).collect())
}

/// Keeps a new link behind the others.
pub(super) async fn insert(at: &mut impl Ask, link: &Link) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO web_link (name, name_en, address, place)
        VALUES ($1, $2, $3, (SELECT coalesce(max(place), 0) + 1 FROM web_link)) RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(&link.name)
        .bind(link.name_en.as_deref().unwrap_or_default())
        .bind(&link.address)
        .fetch_one(c)
        .await)
}

/// Puts a link in place of what it was.
pub(super) async fn replace(at: &mut impl Ask, link: &Link) -> Result<(), Error> {
    const SQL: &str = "UPDATE web_link SET name = $2, name_en = $3, address = $4 WHERE id = $1";
    let name_en = link.name_en.as_deref().unwrap_or_default();
    run!(at, sqlx::query(SQL).bind(link.id).bind(&link.name).bind(name_en).bind(&link.address))?;
    Ok(())
}

pub(super) async fn place(at: &mut impl Ask, id: i64, place: i64) -> Result<(), Error> {
    const SQL: &str = "UPDATE web_link SET place = $2 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(place))?;
    Ok(())
}

pub(super) async fn forget(at: &mut impl Ask, id: i64, day: Date) -> Result<(), Error> {
    const SQL: &str = "UPDATE web_link SET dropped_on = $2 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(day.to_sqlx()))?;
    Ok(())
}
