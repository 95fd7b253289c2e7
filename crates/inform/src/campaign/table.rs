//! Every statement that names `campaign`, `campaign_task`, `campaign_item` or `campaign_item_move`.

use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run, select_among};

use super::{Campaign, Channel, Done, Dropped, Item, Moved, Teller};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    form: String,
    title: String,
    aim: String,
    audience: String,
    messages: String,
    contents: String,
    first: jiff_sqlx::Date,
    last: jiff_sqlx::Date,
    budget: Option<i64>,
    budget_line: String,
    agency: Option<String>,
    written_by: String,
    written_on: jiff_sqlx::Date,
    opened_on: Option<jiff_sqlx::Date>,
    decided: Option<String>,
    closed_on: Option<jiff_sqlx::Date>,
    outcome: Option<String>,
    version: i64,
}

impl From<Row> for Campaign {
    fn from(row: Row) -> Self {
        Self {
            contents: row.contents.split_whitespace().filter_map(|number| number.parse().ok()).collect(),
            first: row.first.to_jiff(),
            last: row.last.to_jiff(),
            written_on: row.written_on.to_jiff(),
            opened_on: row.opened_on.map(jiff_sqlx::Date::to_jiff),
            closed: row.closed_on.map(jiff_sqlx::Date::to_jiff).zip(row.outcome),
            id: row.id,
            form: row.form,
            title: row.title,
            aim: row.aim,
            audience: row.audience,
            messages: row.messages,
            budget: row.budget,
            budget_line: row.budget_line,
            tasks: Vec::new(),
            agency: row.agency,
            written_by: row.written_by,
            decided: row.decided,
            version: row.version,
        }
    }
}

macro_rules! campaigns {
    ($rest:literal) => {
        concat!(
            "SELECT id, form, title, aim, audience, messages, contents, first, last, budget, budget_line, agency, ",
            "written_by, written_on, opened_on, decided, closed_on, outcome, version FROM campaign ",
            $rest
        )
    };
}

pub(super) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Campaign>, Error> {
    const SQL: &str = campaigns!("WHERE id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(with_tasks(at, row.into_iter().collect()).await?.pop())
}

pub(super) async fn of_form(at: &mut impl Ask, form: &str) -> Result<Option<Campaign>, Error> {
    const SQL: &str = campaigns!("WHERE form = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(form).fetch_optional(c).await)?;
    Ok(with_tasks(at, row.into_iter().collect()).await?.pop())
}

/// Every campaign, the newest first.
pub(super) async fn all(at: &mut impl Ask) -> Result<Vec<Campaign>, Error> {
    const SQL: &str = campaigns!("ORDER BY first DESC, id DESC");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    with_tasks(at, rows).await
}

/// Those that serve a task, the newest first.
pub(super) async fn of_task(at: &mut impl Ask, task: i64) -> Result<Vec<Campaign>, Error> {
    const SQL: &str = campaigns!(
        "WHERE id IN (SELECT campaign FROM campaign_task WHERE task = $1) ORDER BY first DESC, id DESC"
    );
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(task).fetch_all(c).await)?;
    with_tasks(at, rows).await
}

async fn with_tasks(at: &mut impl Ask, rows: Vec<Row>) -> Result<Vec<Campaign>, Error> {
    const SQL: &str = "SELECT campaign, task FROM campaign_task WHERE campaign {among} ORDER BY task";
    let mut campaigns: Vec<Campaign> = rows.into_iter().map(Campaign::from).collect();
    let ids: Vec<i64> = campaigns.iter().map(|campaign| campaign.id).collect();
    let ties: Vec<(i64, i64)> = select_among(at, SQL, &ids).await?;
    for campaign in &mut campaigns {
        campaign.tasks = ties.iter().filter(|(id, _)| *id == campaign.id).map(|(_, task)| *task).collect();
    }
    Ok(campaigns)
}

/// Ties a campaign to the tasks that it serves, and to no others.
pub(super) async fn tie(at: &mut impl Ask, campaign: &Campaign) -> Result<(), Error> {
    const CLEAR: &str = "DELETE FROM campaign_task WHERE campaign = $1";
    const SQL: &str = "INSERT INTO campaign_task (campaign, task) VALUES ($1, $2)";
    run!(at, sqlx::query(CLEAR).bind(campaign.id))?;
    for task in &campaign.tasks {
        run!(at, sqlx::query(SQL).bind(campaign.id).bind(task))?;
    }
    Ok(())
}

fn contents(campaign: &Campaign) -> String {
    campaign.contents.iter().map(u8::to_string).collect::<Vec<_>>().join(" ")
}

pub(super) async fn insert(at: &mut impl Ask, campaign: &Campaign) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO campaign (form, title, aim, audience, messages, contents, first, last, budget, budget_line,
            agency, written_by, written_on, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(&campaign.form)
        .bind(&campaign.title)
        .bind(&campaign.aim)
        .bind(&campaign.audience)
        .bind(&campaign.messages)
        .bind(contents(campaign))
        .bind(campaign.first.to_sqlx())
        .bind(campaign.last.to_sqlx())
        .bind(campaign.budget)
        .bind(&campaign.budget_line)
        .bind(&campaign.agency)
        .bind(&campaign.written_by)
        .bind(campaign.written_on.to_sqlx())
        .bind(campaign.version)
        .fetch_one(c)
        .await)
}

/// Puts a campaign in place of what it was.
pub(super) async fn replace(at: &mut impl Ask, campaign: &Campaign) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE campaign SET title = $2, aim = $3, audience = $4, messages = $5, contents = $6, first = $7, last = $8,
            budget = $9, budget_line = $10, opened_on = $11, decided = $12, closed_on = $13, outcome = $14,
            version = $15
        WHERE id = $1";
    let closed = campaign.closed.as_ref();
    run!(
        at,
        sqlx::query(SQL)
            .bind(campaign.id)
            .bind(&campaign.title)
            .bind(&campaign.aim)
            .bind(&campaign.audience)
            .bind(&campaign.messages)
            .bind(contents(campaign))
            .bind(campaign.first.to_sqlx())
            .bind(campaign.last.to_sqlx())
            .bind(campaign.budget)
            .bind(&campaign.budget_line)
            .bind(campaign.opened_on.map(ToSqlx::to_sqlx))
            .bind(&campaign.decided)
            .bind(closed.map(|(day, _)| day.to_sqlx()))
            .bind(closed.map(|(_, outcome)| outcome))
            .bind(campaign.version)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct ItemRow {
    id: i64,
    campaign: i64,
    form: String,
    channel: String,
    what: String,
    agency: String,
    due: jiff_sqlx::Date,
    bulletin: Option<i64>,
    article: Option<i64>,
    done_on: Option<jiff_sqlx::Date>,
    done_by: Option<String>,
    shown: Option<String>,
    reached: Option<i64>,
    version: i64,
    dropped_on: Option<jiff_sqlx::Date>,
    dropped_by: Option<String>,
    why_dropped: Option<String>,
}

impl ItemRow {
    fn read(self) -> Option<Item> {
        let done = match self.done_on {
            None => None,
            Some(on) => {
                let (by, shown) = (self.done_by?, self.shown.unwrap_or_default());
                Some(Done { on: on.to_jiff(), by, shown, reached: self.reached })
            }
        };
        Some(Item {
            channel: Channel::read(&self.channel)?,
            due: self.due.to_jiff(),
            id: self.id,
            campaign: self.campaign,
            form: self.form,
            what: self.what,
            agency: self.agency,
            told_by: self.bulletin.map(Teller::Bulletin).or(self.article.map(Teller::Article)),
            done,
            airings: None,
            moved: Vec::new(),
            dropped: self.dropped_on.map(|on| Dropped {
                on: on.to_jiff(),
                by: self.dropped_by.unwrap_or_default(),
                why: self.why_dropped.unwrap_or_default(),
            }),
            version: self.version,
        })
    }
}

macro_rules! items {
    ($rest:literal) => {
        concat!(
            "SELECT id, campaign, form, channel, what, agency, due, bulletin, article, done_on, done_by, shown, reached, ",
            "version, dropped_on, dropped_by, why_dropped FROM campaign_item ",
            $rest
        )
    };
}

/// The items of a campaign, also those that were struck out.
pub(super) async fn items(at: &mut impl Ask, campaign: i64) -> Result<Vec<Item>, Error> {
    const SQL: &str = items!("WHERE campaign = $1 ORDER BY due, id");
    let rows: Vec<ItemRow> = on!(at, c => sqlx::query_as(SQL).bind(campaign).fetch_all(c).await)?;
    with_moves(at, rows).await
}

/// The same of every campaign.
pub(super) async fn all_items(at: &mut impl Ask) -> Result<Vec<Item>, Error> {
    const SQL: &str = items!("ORDER BY due, id");
    let rows: Vec<ItemRow> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    with_moves(at, rows).await
}

/// One of them.
pub(super) async fn item(at: &mut impl Ask, id: i64) -> Result<Option<Item>, Error> {
    const SQL: &str = items!("WHERE id = $1");
    let row: Option<ItemRow> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(with_moves(at, row.into_iter().collect()).await?.pop())
}

#[derive(sqlx::FromRow)]
struct MoveRow {
    item: i64,
    due: jiff_sqlx::Date,
    moved_on: jiff_sqlx::Date,
    moved_by: String,
    why: String,
}

async fn with_moves(at: &mut impl Ask, rows: Vec<ItemRow>) -> Result<Vec<Item>, Error> {
    const SQL: &str =
        "SELECT item, due, moved_on, moved_by, why FROM campaign_item_move WHERE item {among} ORDER BY id";
    let mut items: Vec<Item> = rows.into_iter().filter_map(ItemRow::read).collect();
    let ids: Vec<i64> = items.iter().map(|item| item.id).collect();
    let moves: Vec<MoveRow> = select_among(at, SQL, &ids).await?;
    for row in moves {
        let Some(item) = items.iter_mut().find(|item| item.id == row.item) else { continue };
        let (due, on) = (row.due.to_jiff(), row.moved_on.to_jiff());
        item.moved.push(Moved { due, on, by: row.moved_by, why: row.why });
    }
    Ok(items)
}

/// Keeps that an item got another day.
pub(super) async fn insert_move(at: &mut impl Ask, item: i64, moved: &Moved) -> Result<(), Error> {
    const SQL: &str =
        "INSERT INTO campaign_item_move (item, due, moved_on, moved_by, why) VALUES ($1, $2, $3, $4, $5)";
    let (due, on) = (moved.due.to_sqlx(), moved.on.to_sqlx());
    run!(at, sqlx::query(SQL).bind(item).bind(due).bind(on).bind(&moved.by).bind(&moved.why))?;
    Ok(())
}

pub(super) async fn insert_item(at: &mut impl Ask, item: &Item) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO campaign_item (campaign, form, channel, what, agency, due, bulletin, article)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        RETURNING id";
    on!(at, c => sqlx::query_scalar(SQL)
        .bind(item.campaign)
        .bind(&item.form)
        .bind(item.channel.as_str())
        .bind(&item.what)
        .bind(&item.agency)
        .bind(item.due.to_sqlx())
        .bind(item.tellers().0)
        .bind(item.tellers().1)
        .fetch_one(c)
        .await)
}

/// Puts an item in place of what it was.
pub(super) async fn replace_item(at: &mut impl Ask, item: &Item) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE campaign_item SET channel = $2, what = $3, agency = $4, due = $5, bulletin = $6, article = $7,
            version = $8
        WHERE id = $1";
    let (bulletin, article) = item.tellers();
    run!(
        at,
        sqlx::query(SQL)
            .bind(item.id)
            .bind(item.channel.as_str())
            .bind(&item.what)
            .bind(&item.agency)
            .bind(item.due.to_sqlx())
            .bind(bulletin)
            .bind(article)
            .bind(item.version)
    )?;
    Ok(())
}

/// Keeps that an item was made.
pub(super) async fn mark(at: &mut impl Ask, item: &Item) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE campaign_item SET done_on = $2, done_by = $3, shown = $4, reached = $5, version = $6 WHERE id = $1";
    let done = item.done.as_ref();
    run!(
        at,
        sqlx::query(SQL)
            .bind(item.id)
            .bind(done.map(|done| done.on.to_sqlx()))
            .bind(done.map(|done| &done.by))
            .bind(done.map(|done| &done.shown))
            .bind(done.and_then(|done| done.reached))
            .bind(item.version)
    )?;
    Ok(())
}

/// Keeps that an item was struck out.
pub(super) async fn strike(at: &mut impl Ask, id: i64, dropped: &Dropped) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE campaign_item SET dropped_on = $2, dropped_by = $3, why_dropped = $4, version = version + 1
        WHERE id = $1";
    let on = dropped.on.to_sqlx();
    run!(at, sqlx::query(SQL).bind(id).bind(on).bind(&dropped.by).bind(&dropped.why))?;
    Ok(())
}
