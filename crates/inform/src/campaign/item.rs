//! Items: who makes what by when, changed, made, or not made after all.

use accounts::{Desk, Directory, Reach, Relation, Right, Role, Tx};
use jiff::civil::Date;
use plan::task::coaching;

use super::did::Did;
use super::read::READ;
use super::write::{WRITE, decide, found};
use super::{Campaign, Channel, Done, ITEMS_MAX, Item, Refusal, State, TEXT_MAX, TITLE_MAX, Teller, table};
use crate::article;
use crate::broadcast::words;

/// Who may put an item into a campaign.
pub const PUT: Right = Right { act: "campaign.item_put", held_by: WRITE.held_by };

/// Who may change one that was not made.
pub const CHANGE_ITEM: Right = Right { act: "campaign.item_changed", held_by: WRITE.held_by };

/// Who may drop one that was not made.
pub const DROP: Right = Right { act: "campaign.item_dropped", held_by: WRITE.held_by };

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

/// An item as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewItem {
    /// The key of the form; the same form puts one.
    pub form: String,
    /// Where it appears.
    pub channel: Channel,
    /// What is made.
    pub what: String,
    /// The code of the agency that makes it.
    pub agency: String,
    /// By when.
    pub due: Date,
    /// What tells how it stands, where nobody says it by hand.
    pub told_by: Option<Teller>,
}

/// Puts an item into a campaign that is not closed; `decided` as on opening.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn put(desk: &Desk, id: i64, new: &NewItem, decided: Option<&str>) -> Result<Item, Refusal> {
    match try_put(desk, id, new, decided).await {
        Err(Refusal::Store(store::Error::Duplicate(_))) => try_put(desk, id, new, decided).await,
        other => other,
    }
}

async fn try_put(desk: &Desk, id: i64, new: &NewItem, decided: Option<&str>) -> Result<Item, Refusal> {
    desk.may(&PUT, Relation::Other)?;
    new.told_of(desk).await?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("campaign").await?;
    let campaign = found(&mut tx, id).await?;
    let items = table::items(&mut tx, id).await?;
    if let Some(same) = items.iter().find(|item| item.form == new.form) {
        return Ok(same.clone());
    }
    if items.len() >= ITEMS_MAX {
        return Err(Refusal::TooMany);
    }
    let mut item = new.checked(id)?;
    in_force(&mut tx, desk, &item.agency).await?;
    let decided = weigh(&mut tx, campaign, &item, decided).await?;
    item.id = table::insert_item(&mut tx, &item).await?;
    tx.commit(Did::Put { item: &item, decided: decided.as_deref() }).await?;
    Ok(item)
}

/// Changes an item that was not made yet, in a campaign that is not closed; `decided` as on opening.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn change_item(
    desk: &Desk,
    id: i64,
    new: &NewItem,
    decided: Option<&str>,
) -> Result<Item, Refusal> {
    desk.may(&CHANGE_ITEM, Relation::Other)?;
    new.told_of(desk).await?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("campaign").await?;
    let before = table::item(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    let campaign = found(&mut tx, before.campaign).await?;
    if before.done.is_some() {
        return Err(Refusal::Made);
    }
    let now = Item { id, form: before.form.clone(), ..new.checked(before.campaign)? };
    if now.agency != before.agency {
        in_force(&mut tx, desk, &now.agency).await?;
    }
    let decided = if now.what == before.what {
        campaign.decided
    } else {
        weigh(&mut tx, campaign, &now, decided).await?
    };
    table::replace_item(&mut tx, &now).await?;
    tx.commit(Did::Reput { before: &before, now: &now, decided: decided.as_deref() }).await?;
    Ok(now)
}

async fn in_force(tx: &mut Tx, desk: &Desk, agency: &str) -> Result<(), Refusal> {
    let directory = Directory::load(tx).await?;
    let is_there = directory.agency(agency).is_some_and(|agency| agency.in_force(desk.today));
    if is_there { Ok(()) } else { Err(Refusal::NoAgency) }
}

/// Why the words of an item stay where they are flagged, as the campaign keeps it from then on.
async fn weigh(
    tx: &mut Tx,
    mut campaign: Campaign,
    item: &Item,
    decided: Option<&str>,
) -> Result<Option<String>, Refusal> {
    let flags = coaching::found_in([item.what.as_str()]);
    if !flags.is_empty() {
        if campaign.state() == State::Open {
            campaign.decided = decide(flags, None, decided)?;
        }
        // Who decides about flagged words has read these too.
        campaign.version += 1;
        table::replace(tx, &campaign).await?;
    }
    Ok(campaign.decided)
}

/// Says that an item was made: the day, where it can be seen, and how many it reached where that was counted. Said again, it
/// puts right what was said.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn done(
    desk: &Desk,
    id: i64,
    on: Date,
    shown: &str,
    reached: Option<i64>,
) -> Result<Item, Refusal> {
    let mut tx = desk.begin().await?;
    let item = table::item(&mut tx, id).await?;
    let near = match &item {
        None => Relation::Other,
        Some(item) => {
            let campaign = table::find(&mut tx, item.campaign).await?.ok_or(Refusal::Missing)?;
            let items = table::items(&mut tx, item.campaign).await?;
            let to_all = campaign.relation(&items, desk);
            if READ.reach(desk.role).is_some() && !READ.allows(desk.role, to_all) {
                return Err(Refusal::Missing);
            }
            desk.relation(&item.agency, [])
        }
    };
    if item.is_none() && READ.reach(desk.role).is_some() && !READ.allows(desk.role, near) {
        return Err(Refusal::Missing);
    }
    desk.may(&DONE, near)?;
    let item = item.ok_or(Refusal::Missing)?;
    let campaign = found(&mut tx, item.campaign).await?;
    match item.told_by {
        None => (),
        Some(Teller::Bulletin(_)) => return Err(Refusal::InLogs),
        Some(Teller::Article(_)) => return Err(Refusal::InNews),
    }
    if on > desk.today {
        return Err(Refusal::NotYet(on));
    }
    if on < campaign.written_on || reached.is_some_and(|reached| !(0..=REACHED_MAX).contains(&reached)) {
        return Err(if on < campaign.written_on { Refusal::Days } else { Refusal::Reached });
    }
    let shown = words::line(shown);
    if shown.is_empty() {
        return Err(Refusal::NoWhat);
    }
    if shown.chars().count() > TEXT_MAX {
        return Err(Refusal::TooLong);
    }
    let now = Item { done: Some(Done { on, by: desk.who.clone(), shown, reached }), ..item.clone() };
    table::mark(&mut tx, &now).await?;
    tx.commit(Did::Made { before: &item, now: &now }).await?;
    Ok(now)
}

/// Drops an item that was not made and will not be, and says why.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn drop_item(desk: &Desk, id: i64, why: &str) -> Result<(), Refusal> {
    desk.may(&DROP, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let item = table::item(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    found(&mut tx, item.campaign).await?;
    if item.done.is_some() {
        return Err(Refusal::Made);
    }
    let why = words::line(why);
    if why.is_empty() || why.chars().count() > TITLE_MAX {
        return Err(Refusal::NoReason);
    }
    table::forget(&mut tx, id, desk.today).await?;
    tx.commit(Did::Dropped { item: &item, why: &why }).await?;
    Ok(())
}

impl NewItem {
    /// Whether what tells how it stands is there and fits where it appears.
    async fn told_of(&self, desk: &Desk) -> Result<(), Refusal> {
        match self.told_by {
            None => Ok(()),
            Some(Teller::Bulletin(id)) => {
                let is_there = crate::broadcast::one(desk, id).await.is_ok();
                let fits = self.channel == Channel::Loudspeaker && is_there;
                if fits { Ok(()) } else { Err(Refusal::NoBulletin) }
            }
            Some(Teller::Article(id)) => {
                let fits = self.channel == Channel::Portal && article::one(desk, id).await.is_ok();
                if fits { Ok(()) } else { Err(Refusal::NoArticle) }
            }
        }
    }

    fn checked(&self, campaign: i64) -> Result<Item, Refusal> {
        let what = words::line(&self.what);
        if what.is_empty() {
            return Err(Refusal::NoWhat);
        }
        if what.chars().count() > TEXT_MAX {
            return Err(Refusal::TooLong);
        }
        Ok(Item {
            id: 0,
            campaign,
            form: self.form.clone(),
            channel: self.channel,
            what,
            agency: self.agency.clone(),
            due: self.due,
            told_by: self.told_by,
            done: None,
        })
    }
}
