//! Every statement that names `article_views` or `visits`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

/// Adds to the views of the article with this end of its address; there may be none.
pub(super) async fn add_views(at: &mut impl Ask, slug: &str, day: Date, views: i64) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO article_views (article, day, views) SELECT id, $2, $3 FROM article WHERE slug = $1
        ON CONFLICT (article, day) DO UPDATE SET views = article_views.views + excluded.views";
    run!(at, sqlx::query(SQL).bind(slug).bind(day.to_sqlx()).bind(views))?;
    Ok(())
}

pub(super) async fn add_visits(at: &mut impl Ask, day: Date, visits: i64) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO visits (day, visits) VALUES ($1, $2)
        ON CONFLICT (day) DO UPDATE SET visits = visits.visits + excluded.visits";
    run!(at, sqlx::query(SQL).bind(day.to_sqlx()).bind(visits))?;
    Ok(())
}

/// How many came before a day, and the first day of them.
pub(super) async fn before(at: &mut impl Ask, day: Date) -> Result<(i64, Option<Date>), Error> {
    const SQL: &str = "SELECT CAST(coalesce(sum(visits), 0) AS BIGINT), min(day) FROM visits WHERE day < $1";
    let (sum, first): (i64, Option<jiff_sqlx::Date>) =
        on!(at, c => sqlx::query_as(SQL).bind(day.to_sqlx()).fetch_one(c).await)?;
    Ok((sum, first.map(jiff_sqlx::Date::to_jiff)))
}

pub(super) async fn of(at: &mut impl Ask, article: i64) -> Result<i64, Error> {
    const SQL: &str = "SELECT CAST(coalesce(sum(views), 0) AS BIGINT) FROM article_views WHERE article = $1";
    on!(at, c => sqlx::query_scalar(SQL).bind(article).fetch_one(c).await)
}
