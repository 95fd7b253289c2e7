//! That an item was made: who makes it says so, and puts right what was said.

use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use jiff::ToSpan;
use jiff::civil::Date;

use super::did::Did;
use super::item::weigh;
use super::read::READ;
use super::write::found;
use super::{Done, Item, Refusal, TEXT_MAX, Teller, table};
use crate::broadcast::words;

/// Who may say that one was made: who makes it, and who runs campaigns.
pub const DONE: Right = Right {
    act: "campaign.item_done",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Any),
        (Role::StandingBody, Reach::Any),
    ],
};

/// So many can be reached at most: more is a slip of the pen.
const REACHED_MAX: i64 = 1_000_000_000;

/// What is said of an item that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDone {
    /// The version of the item that was read.
    pub version: i64,
    /// The day; it may lie before the campaign was written down, or began.
    pub on: Date,
    /// Where it can be seen, or what was done.
    pub shown: String,
    /// How many it reached; none where nobody counted.
    pub reached: Option<i64>,
}

/// Says that an item was made: the day, where it can be seen, and how many it reached where that was counted. Said again, it
/// puts right what was said; `decided` as on opening.
///
/// # Errors
/// [`Refusal`], with nothing changed: [`Refusal::Changed`] where the item is another by now.
pub async fn done(desk: &Desk, id: i64, new: &NewDone, decided: Option<&str>) -> Result<Item, Refusal> {
    let mut tx = desk.begin().await?;
    tx.wait_turn("campaign").await?;
    let item = table::item(&mut tx, id).await?;
    let directory = Directory::load(&mut tx).await?;
    let near = match &item {
        None => Relation::Other,
        Some(item) => {
            let campaign = table::find(&mut tx, item.campaign).await?.ok_or(Refusal::Missing)?;
            let items = table::items(&mut tx, item.campaign).await?;
            let to_all = campaign.relation(&items, desk, &directory);
            if READ.reach(desk.role).is_some() && !READ.allows(desk.role, to_all) {
                return Err(Refusal::Missing);
            }
            desk.relation_by_heirs(&directory, &item.agency)
        }
    };
    if item.is_none() && READ.reach(desk.role).is_some() && !READ.allows(desk.role, near) {
        return Err(Refusal::Missing);
    }
    desk.may(&DONE, near)?;
    let item = item.ok_or(Refusal::Missing)?;
    if item.dropped.is_some() {
        return Err(Refusal::Dropped);
    }
    let campaign = found(&mut tx, item.campaign).await?;
    match item.told_by {
        None => (),
        Some(Teller::Bulletin(_)) => return Err(Refusal::InLogs),
        Some(Teller::Article(_)) => return Err(Refusal::InNews),
    }
    let made = new.checked(desk, campaign.first)?;
    if item.done.as_ref() == Some(&made) {
        return Ok(item);
    }
    if item.version != new.version {
        return Err(Refusal::Changed);
    }
    let is_said = item.done.as_ref().is_some_and(|done| done.shown == made.shown);
    let decided =
        if is_said { campaign.decided } else { weigh(&mut tx, campaign, &made.shown, decided).await? };
    let now = Item { done: Some(made), version: item.version + 1, ..item.clone() };
    table::mark(&mut tx, &now).await?;
    tx.commit(Did::Made { before: &item, now: &now, decided: decided.as_deref() }).await?;
    Ok(now)
}

impl NewDone {
    fn checked(&self, desk: &Desk, first: Date) -> Result<Done, Refusal> {
        if self.on > desk.today {
            return Err(Refusal::NotYet(self.on));
        }
        // A year before the campaign is a slip of the pen.
        if self.on < first.saturating_sub(1.year()) {
            return Err(Refusal::LongAgo(first));
        }
        if self.reached.is_some_and(|reached| !(0..=REACHED_MAX).contains(&reached)) {
            return Err(Refusal::Reached);
        }
        let shown = words::line(&self.shown);
        if shown.is_empty() {
            return Err(Refusal::NoWhat);
        }
        if shown.chars().count() > TEXT_MAX {
            return Err(Refusal::TooLong);
        }
        Ok(Done { on: self.on, by: desk.who.clone(), shown, reached: self.reached })
    }
}
