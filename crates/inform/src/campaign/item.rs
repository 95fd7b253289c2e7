//! Items: who makes what by when, changed, or not made after all.

use accounts::{Desk, Directory, Relation, Right, Tx};
use jiff::civil::Date;

use super::did::Did;
use super::flag;
use super::write::{WRITE, decide, found};
use super::{
    Campaign, Channel, Dropped, ITEMS_MAX, Item, Moved, Refusal, State, TEXT_MAX, TITLE_MAX, Teller, table,
};
use crate::article;
use crate::broadcast::words;

/// Who may put an item into a campaign.
pub const PUT: Right = Right { act: "campaign.item_put", held_by: WRITE.held_by };

/// Who may change one that was not made.
pub const CHANGE_ITEM: Right = Right { act: "campaign.item_changed", held_by: WRITE.held_by };

/// Who may drop one that was not made.
pub const DROP: Right = Right { act: "campaign.item_dropped", held_by: WRITE.held_by };

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

/// How an item becomes another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Going<'a> {
    /// The version that was read.
    pub version: i64,
    /// Why its day moves; needed of one that is overdue.
    pub why: &'a str,
    /// Why flagged words stay, as on opening.
    pub decided: Option<&'a str>,
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
    within(&campaign, item.due)?;
    in_force(&mut tx, desk, &item.agency).await?;
    let decided = weigh(&mut tx, campaign, &item.what, decided).await?;
    item.id = table::insert_item(&mut tx, &item).await?;
    tx.commit(Did::Put { item: &item, decided: decided.as_deref() }).await?;
    Ok(item)
}

/// Changes an item that was not made yet, in a campaign that is not closed. Another day of one that is under way leaves a
/// trace; an overdue one gets it with a reason.
///
/// # Errors
/// [`Refusal`], with nothing changed: [`Refusal::Changed`] where it is another by now.
pub async fn change_item(desk: &Desk, id: i64, new: &NewItem, going: &Going<'_>) -> Result<Item, Refusal> {
    desk.may(&CHANGE_ITEM, Relation::Other)?;
    new.told_of(desk).await?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("campaign").await?;
    let before = standing(&mut tx, id).await?;
    let campaign = found(&mut tx, before.campaign).await?;
    if before.done.is_some() {
        return Err(Refusal::Made);
    }
    let checked = new.checked(before.campaign)?;
    let (form, moved, version) = (before.form.clone(), before.moved.clone(), before.version);
    let now = Item { id, form, moved, version, ..checked };
    if now == before {
        return Ok(now);
    }
    if version != going.version {
        return Err(Refusal::Changed);
    }
    let mut now = Item { version: version + 1, ..now };
    if now.agency != before.agency {
        in_force(&mut tx, desk, &now.agency).await?;
    }
    if now.due != before.due {
        within(&campaign, now.due)?;
        if let Some(moved) = moved_by(desk, &campaign, &before, going.why)? {
            table::insert_move(&mut tx, id, &moved).await?;
            now.moved.push(moved);
        }
    }
    let decided = if now.what == before.what {
        campaign.decided
    } else {
        weigh(&mut tx, campaign, &now.what, going.decided).await?
    };
    table::replace_item(&mut tx, &now).await?;
    tx.commit(Did::Reput { before: &before, now: &now, decided: decided.as_deref() }).await?;
    Ok(now)
}

/// The trace of another day; none in a campaign that has not begun.
fn moved_by(desk: &Desk, campaign: &Campaign, before: &Item, why: &str) -> Result<Option<Moved>, Refusal> {
    if campaign.state() != State::Open {
        return Ok(None);
    }
    let why = words::line(why);
    let is_overdue = before.due < desk.today;
    if (is_overdue && why.is_empty()) || why.chars().count() > TITLE_MAX {
        return Err(Refusal::NoMoveReason);
    }
    Ok(Some(Moved { due: before.due, on: desk.today, by: desk.who.clone(), why }))
}

/// That a day does not lie after the campaign's last.
fn within(campaign: &Campaign, due: Date) -> Result<(), Refusal> {
    if due > campaign.last { Err(Refusal::DueAfter(campaign.last)) } else { Ok(()) }
}

/// The item, unless it was struck out.
pub(super) async fn standing(tx: &mut Tx, id: i64) -> Result<Item, Refusal> {
    let item = table::item(tx, id).await?.ok_or(Refusal::Missing)?;
    if item.dropped.is_some() { Err(Refusal::Dropped) } else { Ok(item) }
}

async fn in_force(tx: &mut Tx, desk: &Desk, agency: &str) -> Result<(), Refusal> {
    let directory = Directory::load(tx).await?;
    let is_there = directory.agency(agency).is_some_and(|agency| agency.in_force(desk.today));
    if is_there { Ok(()) } else { Err(Refusal::NoAgency) }
}

/// Why the words of an item, or what is said of it, stay where they are flagged, as the campaign keeps it from then on.
pub(super) async fn weigh(
    tx: &mut Tx,
    mut campaign: Campaign,
    said: &str,
    decided: Option<&str>,
) -> Result<Option<String>, Refusal> {
    let flags = flag::survey([said]);
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

/// Drops an item that was not made and will not be, and says why; it stays in sight, struck through. `version` is the one
/// that was read.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn drop_item(desk: &Desk, id: i64, version: i64, why: &str) -> Result<(), Refusal> {
    desk.may(&DROP, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("campaign").await?;
    let item = standing(&mut tx, id).await?;
    found(&mut tx, item.campaign).await?;
    if item.done.is_some() {
        return Err(Refusal::Made);
    }
    if item.version != version {
        return Err(Refusal::Changed);
    }
    let why = words::line(why);
    if why.is_empty() || why.chars().count() > TITLE_MAX {
        return Err(Refusal::NoReason);
    }
    let dropped = Dropped { on: desk.today, by: desk.who.clone(), why };
    table::strike(&mut tx, id, &dropped).await?;
    tx.commit(Did::Dropped { item: &item, why: &dropped.why }).await?;
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
            airings: None,
            moved: Vec::new(),
            dropped: None,
            version: 1,
        })
    }
}
