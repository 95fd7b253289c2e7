//! Reading campaigns: who makes something for one, who wrote it, and those who watch over all.

use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use jiff::civil::Date;
use store::Reading;

use super::{Airings, Campaign, Done, Item, Refusal, Teller, table};
use crate::{article, broadcast, views};

/// Who may read one.
pub const READ: Right = Right {
    act: "campaign.read",
    held_by: &[
        (Role::Head, Reach::Cooperating),
        (Role::Officer, Reach::Cooperating),
        (Role::Communicator, Reach::Any),
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// A campaign with what is made for it, by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The campaign.
    pub campaign: Campaign,
    /// Its items.
    pub items: Vec<Item>,
    /// Those that were struck out.
    pub dropped: Vec<Item>,
}

impl Seen {
    fn new(campaign: Campaign, items: Vec<Item>) -> Self {
        let (dropped, items) = items.into_iter().partition(|item| item.dropped.is_some());
        Self { campaign, items, dropped }
    }
}

/// Every campaign that the desk may see, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`] for a desk that may see none.
pub async fn all(desk: &Desk) -> Result<Vec<Seen>, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let mut items = table::all_items(&mut at).await?;
    tell(&mut at, desk, &mut items).await?;
    let mut seen = Vec::new();
    for campaign in table::all(&mut at).await? {
        let (own, others): (Vec<Item>, _) = items.into_iter().partition(|item| item.campaign == campaign.id);
        items = others;
        if READ.allows(desk.role, campaign.relation(&own, desk, &directory)) {
            seen.push(Seen::new(campaign, own));
        }
    }
    Ok(seen)
}

/// One campaign.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may know of.
pub async fn one(desk: &Desk, id: i64) -> Result<Seen, Refusal> {
    let mut at = desk.read().await?;
    let campaign = table::find(&mut at, id).await?.ok_or(Refusal::Missing)?;
    let mut items = table::items(&mut at, id).await?;
    tell(&mut at, desk, &mut items).await?;
    let directory = Directory::load(&mut at).await?;
    let may = READ.allows(desk.role, campaign.relation(&items, desk, &directory));
    if may { Ok(Seen::new(campaign, items)) } else { Err(Refusal::Missing) }
}

/// The campaigns that serve a task and that the desk may see, with their titles, the newest first; none for who may see none.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_task(desk: &Desk, task: i64) -> Result<Vec<(i64, String)>, Refusal> {
    if READ.reach(desk.role).is_none() {
        return Ok(Vec::new());
    }
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let mut seen = Vec::new();
    for campaign in table::of_task(&mut at, task).await? {
        let items = table::items(&mut at, campaign.id).await?;
        if READ.allows(desk.role, campaign.relation(&items, desk, &directory)) {
            seen.push((campaign.id, campaign.title));
        }
    }
    Ok(seen)
}

/// Lets logs tell how often bulletins were aired, and articles that they were made: since the day that readers see them, or
/// saw them before they were withdrawn, as often as they were opened.
async fn tell(at: &mut Reading, desk: &Desk, items: &mut [Item]) -> Result<(), Refusal> {
    let bulletin = |item: &Item| item.tellers().0;
    let bulletins: Vec<i64> = items.iter().filter_map(bulletin).collect();
    let told = broadcast::with_all_lines(at, desk, &bulletins).await?;
    for item in items.iter_mut() {
        let own = told.iter().find(|told| Some(told.bulletin.id) == bulletin(item));
        item.airings = own.map(|told| Airings::of(told, item.due));
    }
    for item in items {
        let Some(Teller::Article(id)) = item.told_by else { continue };
        let Some(article) = article::table::find(at, id).await? else { continue };
        let Some((on, by)) = article.shown(desk.now) else { continue };
        let shown = article.texts.first().map(|text| text.title.clone()).unwrap_or_default();
        item.done = Some(Done { on, by: by.to_owned(), shown, reached: Some(views::of(at, id).await?) });
    }
    Ok(())
}

impl Airings {
    /// Those of a bulletin, and how many of them there were by a day.
    fn of(told: &broadcast::Told, due: Date) -> Self {
        let (bulletin, lines) = (&told.bulletin, &told.lines);
        let by_then = |line: &broadcast::Line| {
            let mut line = line.clone();
            line.aired.retain(|aired| aired.at.date() <= due);
            line.counted(bulletin)
        };
        Self {
            planned: lines.iter().map(|line| line.planned(bulletin).len()).sum(),
            aired: lines.iter().map(|line| line.counted(bulletin)).sum(),
            in_time: lines.iter().map(by_then).sum(),
            withdrawn: bulletin.withdrawn.as_ref().map(|(day, _)| *day),
        }
    }
}
