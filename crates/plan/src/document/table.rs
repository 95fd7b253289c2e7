//! Every statement that names the table `document`.

use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Document, Kind};

#[derive(sqlx::FromRow)]
struct Row {
    sign: String,
    kind: String,
    issued_on: jiff_sqlx::Date,
    issuer: String,
    issuer_en: String,
    title: String,
    title_en: String,
    carries_out: Option<String>,
    source: String,
}

impl From<Row> for Document {
    fn from(row: Row) -> Self {
        Self {
            kind: Kind::read(&row.kind).unwrap_or(Kind::Plan),
            issued_on: row.issued_on.to_jiff(),
            sign: row.sign,
            issuer: row.issuer,
            issuer_en: row.issuer_en,
            title: row.title,
            title_en: row.title_en,
            carries_out: row.carries_out,
            source: row.source,
        }
    }
}

pub(super) async fn all(at: &mut impl Ask) -> Result<Vec<Document>, Error> {
    const SQL: &str = "
        SELECT sign, kind, issued_on, issuer, issuer_en, title, title_en, carries_out, source
        FROM document ORDER BY issued_on, slug";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Document::from).collect())
}

pub(crate) async fn has(at: &mut impl Ask, slug: &str) -> Result<bool, Error> {
    const SQL: &str = "SELECT count(*) FROM document WHERE slug = $1";
    let found: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(slug).fetch_one(c).await)?;
    Ok(found > 0)
}

pub(super) async fn insert(at: &mut impl Ask, document: &Document) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO document (slug, sign, kind, issued_on, issuer, issuer_en, title, title_en, carries_out, source)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    run!(
        at,
        sqlx::query(SQL)
            .bind(document.slug())
            .bind(&document.sign)
            .bind(document.kind.as_str())
            .bind(document.issued_on.to_sqlx())
            .bind(&document.issuer)
            .bind(&document.issuer_en)
            .bind(&document.title)
            .bind(&document.title_en)
            .bind(&document.carries_out)
            .bind(&document.source)
    )?;
    Ok(())
}
