//! Every statement that names `portal_section`.

use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Section, Seen, Trouble};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    name: String,
    address: String,
    agency: String,
    ground: String,
    days: i64,
    looked_at: Option<jiff_sqlx::Timestamp>,
    looked_on: Option<jiff_sqlx::Date>,
    status: Option<i64>,
    trouble: Option<String>,
    digest: Option<String>,
    first_on: Option<jiff_sqlx::Date>,
    changed_on: Option<jiff_sqlx::Date>,
}

impl Row {
    fn read(self) -> Section {
        let looked_at = self.looked_at.map(jiff_sqlx::Timestamp::to_jiff);
        let seen = Seen {
            looked: looked_at.zip(self.looked_on.map(jiff_sqlx::Date::to_jiff)),
            status: self.status,
            trouble: self.trouble.as_deref().map(Trouble::read),
            digest: self.digest,
            first_on: self.first_on.map(jiff_sqlx::Date::to_jiff),
            changed_on: self.changed_on.map(jiff_sqlx::Date::to_jiff),
        };
        Section {
            id: self.id,
            name: self.name,
            address: self.address,
            agency: self.agency,
            ground: self.ground,
            days: self.days,
            seen,
        }
    }
}

/// Every section, as they came.
pub(super) async fn all(at: &mut impl Ask) -> Result<Vec<Section>, Error> {
    const SQL: &str = "
        SELECT id, name, address, agency, ground, days, looked_at, looked_on, status, trouble, digest, first_on, changed_on
        FROM portal_section ORDER BY id";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Row::read).collect())
}

pub(super) async fn insert(at: &mut impl Ask, one: &Section) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO portal_section (name, address, agency, ground, days) VALUES ($1, $2, $3, $4, $5) RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(&one.name)
        .bind(&one.address)
        .bind(&one.agency)
        .bind(&one.ground)
        .bind(one.days)
        .fetch_one(c)
        .await)
}

/// Puts a section in place of what it was, with what was seen of it.
pub(super) async fn replace(at: &mut impl Ask, one: &Section) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE portal_section SET name = $2, address = $3, agency = $4, ground = $5, days = $6 WHERE id = $1";
    run!(
        at,
        sqlx::query(SQL)
            .bind(one.id)
            .bind(&one.name)
            .bind(&one.address)
            .bind(&one.agency)
            .bind(&one.ground)
            .bind(one.days)
    )?;
    see(at, one.id, &one.seen).await
}

pub(super) async fn see(at: &mut impl Ask, id: i64, seen: &Seen) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE portal_section SET looked_at = $2, looked_on = $3, status = $4, trouble = $5, digest = $6, first_on = $7,
            changed_on = $8 WHERE id = $1";
    let (at_instant, on_day) = seen.looked.unzip();
    run!(
        at,
        sqlx::query(SQL)
            .bind(id)
            .bind(at_instant.map(ToSqlx::to_sqlx))
            .bind(on_day.map(ToSqlx::to_sqlx))
            .bind(seen.status)
            .bind(seen.trouble.map(Trouble::as_str))
            .bind(seen.digest.as_deref())
            .bind(seen.first_on.map(ToSqlx::to_sqlx))
            .bind(seen.changed_on.map(ToSqlx::to_sqlx))
    )?;
    Ok(())
}

pub(super) async fn delete(at: &mut impl Ask, id: i64) -> Result<(), Error> {
    const SQL: &str = "DELETE FROM portal_section WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id))?;
    Ok(())
}
