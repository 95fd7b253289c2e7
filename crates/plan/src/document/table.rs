//! Every statement that names the table `document`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Document, File, Kind, Owed};

#[derive(sqlx::FromRow)]
struct Row {
    sign: String,
    kind: String,
    issued_on: jiff_sqlx::Date,
    issuer: String,
    issuer_en: String,
    title: String,
    title_en: String,
    agency: Option<String>,
    carries_out: Option<String>,
    amends: Option<String>,
    replaces: Option<String>,
    owed_by: Option<String>,
    owed_until: Option<jiff_sqlx::Date>,
    digest: Option<String>,
    file_name: Option<String>,
    source: String,
}

impl From<Row> for Document {
    fn from(row: Row) -> Self {
        let owed = row.owed_by.zip(row.owed_until);
        let file = row.digest.zip(row.file_name);
        Self {
            kind: Kind::read(&row.kind).unwrap_or(Kind::Letter),
            issued_on: row.issued_on.to_jiff(),
            sign: row.sign,
            issuer: row.issuer,
            issuer_en: row.issuer_en,
            title: row.title,
            title_en: row.title_en,
            agency: row.agency,
            carries_out: row.carries_out,
            amends: row.amends,
            replaces: row.replaces,
            owed: owed.map(|(by, until)| Owed { by, until: until.to_jiff() }),
            file: file.map(|(digest, name)| File { digest, name }),
            source: row.source,
        }
    }
}

pub(crate) async fn all(at: &mut impl Ask) -> Result<Vec<Document>, Error> {
    const SQL: &str = "
        SELECT sign, kind, issued_on, issuer, issuer_en, title, title_en, agency, carries_out, amends, replaces,
               owed_by, owed_until, digest, file_name, source
        FROM document ORDER BY issued_on, slug";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Document::from).collect())
}

pub(crate) async fn find(at: &mut impl Ask, slug: &str) -> Result<Option<Document>, Error> {
    Ok(all(at).await?.into_iter().find(|document| document.slug() == slug))
}

pub(crate) async fn has(at: &mut impl Ask, slug: &str) -> Result<bool, Error> {
    const SQL: &str = "SELECT count(*) FROM document WHERE slug = $1";
    let found: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(slug).fetch_one(c).await)?;
    Ok(found > 0)
}

pub(super) async fn insert(at: &mut impl Ask, document: &Document) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO document (slug, sign, kind, issued_on, issuer, issuer_en, title, title_en, agency, carries_out,
            amends, replaces, owed_by, owed_until, source)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let owed_until: Option<Date> = document.owed.as_ref().map(|owed| owed.until);
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
            .bind(&document.agency)
            .bind(&document.carries_out)
            .bind(&document.amends)
            .bind(&document.replaces)
            .bind(document.owed.as_ref().map(|owed| owed.by.as_str()))
            .bind(owed_until.map(ToSqlx::to_sqlx))
            .bind(&document.source)
    )?;
    Ok(())
}

/// False where there is a file already.
pub(super) async fn attach(at: &mut impl Ask, slug: &str, file: &File) -> Result<bool, Error> {
    const SQL: &str = "UPDATE document SET digest = $2, file_name = $3 WHERE slug = $1 AND digest IS NULL";
    Ok(run!(at, sqlx::query(SQL).bind(slug).bind(&file.digest).bind(&file.name))? == 1)
}
