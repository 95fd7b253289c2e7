//! Every statement that names `task`, `task_item` or `task_part`.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, Value, insert_many, on, run};

use super::{Cancelled, Measure, Part, Task, Terms};
use crate::Rhythm;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    plan: String,
    code: String,
    place: i64,
    section: String,
    what: String,
    product: String,
    done_when: String,
    rhythm: String,
    first: jiff_sqlx::Date,
    last: jiff_sqlx::Date,
    due_month: Option<i64>,
    due_day: Option<i64>,
    lead: Option<String>,
    measure: Option<String>,
    measure_unit: Option<String>,
    low: Option<f64>,
    high: Option<f64>,
    weight: f64,
    scope: Option<String>,
    source: String,
    public: bool,
    answered_by: Option<i64>,
    amended_by: Option<String>,
    amended_on: Option<jiff_sqlx::Date>,
    cancelled_by: Option<String>,
    cancelled_on: Option<jiff_sqlx::Date>,
}

impl Row {
    /// A rhythm that this program does not know is reported once.
    fn read(self, items: Vec<String>, parts: Vec<Part>) -> Task {
        let (unit, low, high) = (self.measure_unit, self.low, self.high);
        let month_and_day = |(month, day): (i64, i64)| Some((month.try_into().ok()?, day.try_into().ok()?));
        let cancelled = self.cancelled_by.zip(self.cancelled_on.map(jiff_sqlx::Date::to_jiff));
        let terms = Terms {
            rhythm: Rhythm::read(&self.rhythm).unwrap_or(Rhythm::Once),
            first: self.first.to_jiff(),
            last: self.last.to_jiff(),
            due_on: self.due_month.zip(self.due_day).and_then(month_and_day),
            measure: self.measure.map(|name| Measure { name, unit, low, high }),
            code: self.code,
            place: self.place,
            section: self.section,
            what: self.what,
            product: self.product,
            done_when: self.done_when,
            lead: self.lead,
            weight: self.weight,
            scope: self.scope,
            source: self.source,
            public: self.public,
            parts,
            items,
        };
        Task {
            id: self.id,
            plan: self.plan,
            terms,
            answered_by: self.answered_by,
            amended_by: self.amended_by,
            amended_on: self.amended_on.map(jiff_sqlx::Date::to_jiff),
            cancelled: cancelled.map(|(by, on)| Cancelled { by, on }),
        }
    }
}

#[derive(sqlx::FromRow)]
struct PartRow {
    task: i64,
    agency: String,
    part: Option<String>,
    due: Option<jiff_sqlx::Date>,
}

/// The tasks of a plan, in its order.
pub(crate) async fn of_plan(at: &mut impl Ask, plan: &str) -> Result<Vec<Task>, Error> {
    const SQL: &str = "
        SELECT id, plan, code, place, section, what, product, done_when, rhythm, first, last, due_month, due_day,
               lead, measure, measure_unit, low, high, weight, scope, source, public, answered_by, amended_by,
               amended_on, cancelled_by, cancelled_on
        FROM task WHERE plan = $1 ORDER BY place, code";
    const ITEMS: &str = "
        SELECT i.task, i.item FROM task_item i JOIN task t ON t.id = i.task
        WHERE t.plan = $1 ORDER BY i.task, i.item";
    const PARTS: &str = "
        SELECT p.task, p.agency, p.part, p.due FROM task_part p JOIN task t ON t.id = p.task
        WHERE t.plan = $1 ORDER BY p.task, p.place";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(plan).fetch_all(c).await)?;
    let items: Vec<(i64, String)> = on!(at, c => sqlx::query_as(ITEMS).bind(plan).fetch_all(c).await)?;
    let parts: Vec<PartRow> = on!(at, c => sqlx::query_as(PARTS).bind(plan).fetch_all(c).await)?;
    let mut items_of: HashMap<i64, Vec<String>> = HashMap::new();
    for (task, item) in items {
        items_of.entry(task).or_default().push(item);
    }
    let mut parts_of: HashMap<i64, Vec<Part>> = HashMap::new();
    for PartRow { task, agency, part, due } in parts {
        let due = due.map(jiff_sqlx::Date::to_jiff);
        parts_of.entry(task).or_default().push(Part { agency, part, due });
    }
    let read = |row: Row| {
        let (items, parts) = (items_of.remove(&row.id), parts_of.remove(&row.id));
        row.read(items.unwrap_or_default(), parts.unwrap_or_default())
    };
    Ok(rows.into_iter().map(read).collect())
}

/// A task by its code; a plan's tasks are few, so it is found among all.
pub(crate) async fn find(at: &mut impl Ask, plan: &str, code: &str) -> Result<Option<Task>, Error> {
    Ok(of_plan(at, plan).await?.into_iter().find(|task| task.terms.code == code))
}

/// A task by its number.
pub(crate) async fn by_id(at: &mut impl Ask, id: i64) -> Result<Option<Task>, Error> {
    const SQL: &str = "SELECT plan FROM task WHERE id = $1";
    let plan: Option<String> = on!(at, c => sqlx::query_scalar(SQL).bind(id).fetch_optional(c).await)?;
    let Some(plan) = plan else { return Ok(None) };
    Ok(of_plan(at, &plan).await?.into_iter().find(|task| task.id == id))
}

/// Puts a task into a plan, and gives its number.
pub(crate) async fn insert(at: &mut impl Ask, plan: &str, terms: &Terms) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO task (plan, code, place, section, what, product, done_when, rhythm, first, last, due_month,
            due_day, lead, measure, measure_unit, low, high, weight, scope, source, public)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
        RETURNING id";
    let id: i64 = on!(at, c => bind_terms!(sqlx::query_scalar(SQL).bind(plan), terms).fetch_one(c).await)?;
    insert_lists(at, id, terms).await?;
    Ok(id)
}

/// Gives a task other terms, and the document behind them where there is one.
pub(crate) async fn rewrite(
    at: &mut impl Ask,
    id: i64,
    terms: &Terms,
    amended: Option<(&str, Date)>,
) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE task SET code = $2, place = $3, section = $4, what = $5, product = $6, done_when = $7, rhythm = $8,
            first = $9, last = $10, due_month = $11, due_day = $12, lead = $13, measure = $14, measure_unit = $15,
            low = $16, high = $17, weight = $18, scope = $19, source = $20, public = $21,
            amended_by = COALESCE($22, amended_by), amended_on = COALESCE($23, amended_on)
        WHERE id = $1";
    const ITEMS: &str = "DELETE FROM task_item WHERE task = $1";
    const PARTS: &str = "DELETE FROM task_part WHERE task = $1";
    let (by, on) = amended.unzip();
    let on = on.map(ToSqlx::to_sqlx);
    run!(at, bind_terms!(sqlx::query(SQL).bind(id), terms).bind(by).bind(on))?;
    run!(at, sqlx::query(ITEMS).bind(id))?;
    run!(at, sqlx::query(PARTS).bind(id))?;
    insert_lists(at, id, terms).await
}

/// Keeps the document behind a task that came into a published plan.
pub(crate) async fn amend(at: &mut impl Ask, id: i64, by: &str, on: Date) -> Result<(), Error> {
    const SQL: &str = "UPDATE task SET amended_by = $2, amended_on = $3 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(by).bind(on.to_sqlx()))?;
    Ok(())
}

async fn insert_lists(at: &mut impl Ask, id: i64, terms: &Terms) -> Result<(), Error> {
    const ITEMS: &str = "INSERT INTO task_item (task, item) VALUES {rows} ON CONFLICT DO NOTHING";
    const PARTS: &str = "INSERT INTO task_part (task, place, agency, part, due) VALUES {rows}";
    let item = |item: &String| -> [Value<'static>; 2] { [id.into(), item.clone().into()] };
    insert_many(at, ITEMS, terms.items.iter().map(item).collect::<Vec<_>>()).await?;
    let part = |(part, place): (&Part, i64)| -> [Value<'static>; 5] {
        [id.into(), place.into(), part.agency.clone().into(), part.part.clone().into(), part.due.into()]
    };
    insert_many(at, PARTS, terms.parts.iter().zip(1..).map(part).collect::<Vec<_>>()).await?;
    Ok(())
}

/// Ends a task.
pub(super) async fn cancel(at: &mut impl Ask, id: i64, by: &str, on: Date) -> Result<(), Error> {
    const SQL: &str = "UPDATE task SET cancelled_by = $2, cancelled_on = $3 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(by).bind(on.to_sqlx()))?;
    Ok(())
}

/// Has a task answered by another.
pub(super) async fn join(at: &mut impl Ask, id: i64, answered_by: i64) -> Result<(), Error> {
    const SQL: &str = "UPDATE task SET answered_by = $2 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(answered_by))?;
    Ok(())
}

/// Whether other tasks are answered by this one.
pub(super) async fn answers_others(at: &mut impl Ask, id: i64) -> Result<bool, Error> {
    const SQL: &str = "SELECT count(*) FROM task WHERE answered_by = $1";
    let others: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(id).fetch_one(c).await)?;
    Ok(others > 0)
}

/// Binds what is said of a task in the order of the columns from `code` to `public`.
macro_rules! bind_terms {
    ($query:expr, $terms:expr) => {{
        let terms: &Terms = $terms;
        let measure = terms.measure.as_ref();
        $query
            .bind(&terms.code)
            .bind(terms.place)
            .bind(&terms.section)
            .bind(&terms.what)
            .bind(&terms.product)
            .bind(&terms.done_when)
            .bind(terms.rhythm.as_str())
            .bind(terms.first.to_sqlx())
            .bind(terms.last.to_sqlx())
            .bind(terms.due_on.map(|(month, _)| i64::from(month)))
            .bind(terms.due_on.map(|(_, day)| i64::from(day)))
            .bind(&terms.lead)
            .bind(measure.map(|measure| &measure.name))
            .bind(measure.and_then(|measure| measure.unit.as_ref()))
            .bind(measure.and_then(|measure| measure.low))
            .bind(measure.and_then(|measure| measure.high))
            .bind(terms.weight)
            .bind(&terms.scope)
            .bind(&terms.source)
            .bind(terms.public)
    }};
}
use bind_terms;
