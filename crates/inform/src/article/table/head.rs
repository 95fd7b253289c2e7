//! Lists of what readers see: titles and summaries without the rest.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, select_among};

use crate::article::{Filter, Head, Hit, PAGE, Section, Tongue};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    slug: String,
    section: String,
    tongue: String,
    title: String,
    summary: String,
    shows_at: jiff_sqlx::Timestamp,
    corrected_at: Option<jiff_sqlx::Timestamp>,
}

#[derive(sqlx::FromRow)]
struct HitRow {
    text: i64,
    #[sqlx(flatten)]
    head: Row,
    body: String,
}

impl Row {
    fn read(self) -> Option<Head> {
        Some(Head {
            section: Section::read(&self.section)?,
            tongue: Tongue::read(&self.tongue)?,
            shown_at: self.shows_at.to_jiff(),
            changed_at: self.corrected_at.unwrap_or(self.shows_at).to_jiff(),
            id: self.id,
            slug: self.slug,
            title: self.title,
            summary: self.summary,
        })
    }
}

/// A page of what readers see at an instant, `most` articles, newest first, each in every language that it has.
pub(in crate::article) async fn heads(
    at: &mut impl Ask,
    now: Timestamp,
    filter: &Filter,
    most: i64,
) -> Result<Vec<Head>, Error> {
    const SQL: &str = "
        SELECT a.id, a.slug, a.section, t.tongue, t.title, t.summary, a.shows_at,
            (SELECT max(c.made_at) FROM article_correction c WHERE c.article = a.id) AS corrected_at
        FROM (SELECT id, slug, section, shows_at FROM article
              WHERE state = 'approved' AND shows_at <= $1 AND ($2 = '' OR section = $2)
                AND ($3 = 0 OR dimension = $3)
                AND ($6 = '' OR id IN (SELECT article FROM article_text WHERE tongue = $6))
              ORDER BY shows_at DESC, id DESC LIMIT $4 OFFSET $5) a
        JOIN article_text t ON t.article = a.id
        ORDER BY a.shows_at DESC, a.id DESC";
    let section = filter.section.map_or("", Section::as_str);
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL)
        .bind(now.to_sqlx())
        .bind(section)
        .bind(filter.dimension.unwrap_or(0))
        .bind(most)
        .bind(filter.page.clamp(0, 1_000_000) * PAGE)
        .bind(filter.tongue.map_or("", Tongue::as_str))
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// When the next article begins to be shown.
pub(in crate::article) async fn next(at: &mut impl Ask, now: Timestamp) -> Result<Option<Timestamp>, Error> {
    const SQL: &str = "SELECT min(shows_at) FROM article WHERE state = 'approved' AND shows_at > $1";
    let next: Option<jiff_sqlx::Timestamp> =
        on!(at, c => sqlx::query_scalar(SQL).bind(now.to_sqlx()).fetch_one(c).await)?;
    Ok(next.map(jiff_sqlx::Timestamp::to_jiff))
}

/// Texts with their articles by the numbers of the texts, where the articles were approved.
pub(in crate::article) async fn hits(at: &mut impl Ask, texts: &[i64]) -> Result<HashMap<i64, Hit>, Error> {
    const SQL: &str = "
        SELECT t.id AS text, a.id, a.slug, a.section, t.tongue, t.title, t.summary, a.shows_at, t.body,
            (SELECT max(c.made_at) FROM article_correction c WHERE c.article = a.id) AS corrected_at
        FROM article_text t JOIN article a ON a.id = t.article
        WHERE t.id {among} AND a.state = 'approved'";
    let rows: Vec<HitRow> = select_among(at, SQL, texts).await?;
    let hit = |row: HitRow| Some((row.text, Hit { head: row.head.read()?, body: row.body }));
    Ok(rows.into_iter().filter_map(hit).collect())
}
