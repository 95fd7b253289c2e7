//! Every statement that names the table `plan_target`.

use store::{Ask, Error, on, run};

use super::Target;

#[derive(sqlx::FromRow)]
struct Row {
    document: String,
    place: i64,
    said: String,
    said_en: String,
    asks: String,
    first_year: i64,
    last_year: i64,
}

impl Row {
    /// What was written through [`insert`] reads back; a row that does not is left out.
    fn read(self) -> Option<Target> {
        Some(Target {
            asks: self.asks.parse().ok()?,
            first_year: self.first_year.try_into().ok()?,
            last_year: self.last_year.try_into().ok()?,
            document: self.document,
            place: self.place,
            said: self.said,
            said_en: self.said_en,
        })
    }
}

pub(crate) async fn all(at: &mut impl Ask) -> Result<Vec<Target>, Error> {
    const SQL: &str = "
        SELECT document, place, said, said_en, asks, first_year, last_year
        FROM plan_target ORDER BY document, place";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

pub(super) async fn insert(at: &mut impl Ask, target: &Target) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO plan_target (document, place, said, said_en, asks, first_year, last_year)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let (first, last) = (i64::from(target.first_year), i64::from(target.last_year));
    let asks = target.asks.to_string();
    run!(
        at,
        sqlx::query(SQL)
            .bind(&target.document)
            .bind(target.place)
            .bind(&target.said)
            .bind(&target.said_en)
            .bind(asks)
            .bind(first)
            .bind(last)
    )?;
    Ok(())
}
