//! Reading campaigns: who makes something for one, who wrote it, and those who watch over all.

use accounts::{Desk, Reach, Relation, Right, Role};

use super::{Campaign, Item, Refusal, table};

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
}

/// Every campaign that the desk may see, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`] for a desk that may see none.
pub async fn all(desk: &Desk) -> Result<Vec<Seen>, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let mut items = table::all_items(&mut at).await?;
    let mut seen = Vec::new();
    for campaign in table::all(&mut at).await? {
        let (own, others) = items.into_iter().partition(|item: &Item| item.campaign == campaign.id);
        items = others;
        seen.push(Seen { campaign, items: own });
    }
    seen.retain(|seen| READ.allows(desk.role, seen.campaign.relation(&seen.items, desk)));
    Ok(seen)
}

/// One campaign.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may know of.
pub async fn one(desk: &Desk, id: i64) -> Result<Seen, Refusal> {
    let mut at = desk.read().await?;
    let campaign = table::find(&mut at, id).await?.ok_or(Refusal::Missing)?;
    let items = table::items(&mut at, id).await?;
    let may = READ.allows(desk.role, campaign.relation(&items, desk));
    if may { Ok(Seen { campaign, items }) } else { Err(Refusal::Missing) }
}
