//! Every statement that names the table `plan`.

use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Plan, State};

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    title: String,
    title_en: String,
    document: Option<String>,
    unit: String,
    first: jiff_sqlx::Date,
    last: jiff_sqlx::Date,
    calendar: String,
    state: String,
    published_on: Option<jiff_sqlx::Date>,
    closed_on: Option<jiff_sqlx::Date>,
    copied_from: Option<String>,
    source: String,
}

impl From<Row> for Plan {
    /// A state that this program does not know asks nothing of anybody: a draft.
    fn from(row: Row) -> Self {
        Self {
            state: State::read(&row.state).unwrap_or(State::Draft),
            first: row.first.to_jiff(),
            last: row.last.to_jiff(),
            published_on: row.published_on.map(jiff_sqlx::Date::to_jiff),
            closed_on: row.closed_on.map(jiff_sqlx::Date::to_jiff),
            slug: row.slug,
            title: row.title,
            title_en: row.title_en,
            document: row.document,
            unit: row.unit,
            calendar: row.calendar,
            copied_from: row.copied_from,
            source: row.source,
        }
    }
}

pub(crate) async fn all(at: &mut impl Ask) -> Result<Vec<Plan>, Error> {
    const SQL: &str = "
        SELECT slug, title, title_en, document, unit, first, last, calendar, state, published_on, closed_on,
               copied_from, source
        FROM plan ORDER BY first DESC, slug";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Plan::from).collect())
}

/// There are few plans: one is found among all.
pub(crate) async fn find(at: &mut impl Ask, slug: &str) -> Result<Option<Plan>, Error> {
    Ok(all(at).await?.into_iter().find(|plan| plan.slug == slug))
}

pub(super) async fn insert(at: &mut impl Ask, plan: &Plan) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO plan (slug, title, title_en, document, unit, first, last, calendar, state, published_on,
            closed_on, copied_from, source)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    run!(
        at,
        sqlx::query(SQL)
            .bind(&plan.slug)
            .bind(&plan.title)
            .bind(&plan.title_en)
            .bind(&plan.document)
            .bind(&plan.unit)
            .bind(plan.first.to_sqlx())
            .bind(plan.last.to_sqlx())
            .bind(&plan.calendar)
            .bind(plan.state.as_str())
            .bind(plan.published_on.map(ToSqlx::to_sqlx))
            .bind(plan.closed_on.map(ToSqlx::to_sqlx))
            .bind(&plan.copied_from)
            .bind(&plan.source)
    )?;
    Ok(())
}

/// Keeps how far the plan is, with its document.
pub(super) async fn move_on(at: &mut impl Ask, plan: &Plan) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE plan SET document = $2, state = $3, published_on = $4, closed_on = $5 WHERE slug = $1";
    run!(
        at,
        sqlx::query(SQL)
            .bind(&plan.slug)
            .bind(&plan.document)
            .bind(plan.state.as_str())
            .bind(plan.published_on.map(ToSqlx::to_sqlx))
            .bind(plan.closed_on.map(ToSqlx::to_sqlx))
    )?;
    Ok(())
}
