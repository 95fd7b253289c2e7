//! Writing a campaign, changing it, opening and closing it.

use std::collections::BTreeSet;

use accounts::{Desk, Reach, Relation, Right, Role, Tx};
use jiff::civil::Date;

use super::did::Did;
use super::{Campaign, Flag, Item, Refusal, State, TASKS_MAX, TEXT_MAX, TITLE_MAX, table};
use crate::broadcast::words;

/// Who may write one.
pub const WRITE: Right = Right {
    act: "campaign.written",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Communicator, Reach::Any)],
};

/// Who may change one that is not closed.
pub const CHANGE: Right = Right { act: "campaign.changed", held_by: WRITE.held_by };

/// Who may open one.
pub const OPEN: Right = Right { act: "campaign.opened", held_by: WRITE.held_by };

/// Who may close one.
pub const CLOSE: Right = Right { act: "campaign.closed", held_by: WRITE.held_by };

/// It lasts so many days at most.
const DAYS_MAX: i32 = 366;
/// It costs so much at most, in đồng: more is a slip of the pen.
const BUDGET_MAX: i64 = 1_000_000_000_000;

/// A campaign as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// What people should know or be able to do.
    pub aim: String,
    /// Whom it is for.
    pub audience: String,
    /// What is to be told.
    pub messages: String,
    /// The contents of the index.
    pub contents: Vec<u8>,
    /// The first day.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// What it may cost, in đồng.
    pub budget: Option<i64>,
    /// Of which line of the budget.
    pub budget_line: String,
    /// The numbers of the tasks that it serves.
    pub tasks: Vec<i64>,
}

/// Writes a campaign; the same form writes one.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn write(desk: &Desk, draft: &Draft, form: &str) -> Result<Campaign, Refusal> {
    match try_write(desk, draft, form).await {
        Err(Refusal::Store(store::Error::Duplicate(_))) => try_write(desk, draft, form).await,
        other => other,
    }
}

async fn try_write(desk: &Desk, draft: &Draft, form: &str) -> Result<Campaign, Refusal> {
    desk.may(&WRITE, Relation::Other)?;
    known(desk, &draft.tasks).await?;
    let mut tx = desk.begin().await?;
    if let Some(same) = table::of_form(&mut tx, form).await? {
        return Ok(same);
    }
    let mut campaign = draft.checked()?;
    campaign.form = form.to_owned();
    campaign.agency.clone_from(&desk.agency);
    campaign.written_by.clone_from(&desk.who);
    campaign.written_on = desk.today;
    campaign.id = table::insert(&mut tx, &campaign).await?;
    table::tie(&mut tx, &campaign).await?;
    tx.commit(Did::Written(&campaign)).await?;
    Ok(campaign)
}

/// Changes a campaign that is not closed. `decided` says why a text that is flagged stays; one that is open needs it.
/// `version` is the one that was read.
///
/// # Errors
/// [`Refusal`], with nothing changed: [`Refusal::Changed`] where it is another by now.
pub async fn change(
    desk: &Desk,
    id: i64,
    version: i64,
    draft: &Draft,
    decided: Option<&str>,
) -> Result<Campaign, Refusal> {
    desk.may(&CHANGE, Relation::Other)?;
    known(desk, &draft.tasks).await?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("campaign").await?;
    let before = found(&mut tx, id).await?;
    if before.version != version {
        return Err(Refusal::Changed);
    }
    let draft = draft.checked()?;
    let mut now = Campaign {
        id,
        form: before.form.clone(),
        agency: before.agency.clone(),
        written_by: before.written_by.clone(),
        written_on: before.written_on,
        opened_on: before.opened_on,
        decided: before.decided.clone(),
        version: version + 1,
        ..draft
    };
    if now.state() == State::Open {
        let items = live(&mut tx, id).await?;
        let new = now.flags(&items) != before.flags(&items);
        now.decided = decide(now.flags(&items), now.decided.filter(|_| !new), decided)?;
    }
    table::replace(&mut tx, &now).await?;
    table::tie(&mut tx, &now).await?;
    tx.commit(Did::Changed { before: &before, now: &now }).await?;
    Ok(now)
}

/// Opens a campaign that has something to make; `version` and `decided` as in [`change`].
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn open(desk: &Desk, id: i64, version: i64, decided: Option<&str>) -> Result<Campaign, Refusal> {
    desk.may(&OPEN, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("campaign").await?;
    let before = found(&mut tx, id).await?;
    if before.state() == State::Open {
        return Err(Refusal::Opened);
    }
    if before.version != version {
        return Err(Refusal::Changed);
    }
    if before.messages.is_empty() || before.contents.is_empty() {
        return Err(Refusal::NoMessages);
    }
    let items = live(&mut tx, id).await?;
    if items.is_empty() {
        return Err(Refusal::NoItems);
    }
    let decided = decide(before.flags(&items), before.decided.clone(), decided)?;
    let now = Campaign { opened_on: Some(desk.today), decided, ..before };
    table::replace(&mut tx, &now).await?;
    tx.commit(Did::Opened(&now)).await?;
    Ok(now)
}

/// Closes a campaign, with what came of it.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn close(desk: &Desk, id: i64, outcome: &str) -> Result<Campaign, Refusal> {
    desk.may(&CLOSE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("campaign").await?;
    let before = found(&mut tx, id).await?;
    let outcome = words::text(outcome);
    if outcome.is_empty() {
        return Err(Refusal::NoOutcome);
    }
    if outcome.chars().count() > TEXT_MAX {
        return Err(Refusal::TooLong);
    }
    let now = Campaign { closed: Some((desk.today, outcome)), ..before };
    table::replace(&mut tx, &now).await?;
    tx.commit(Did::Closed(&now)).await?;
    Ok(now)
}

/// The items that were not struck out.
async fn live(tx: &mut Tx, id: i64) -> Result<Vec<Item>, Refusal> {
    let mut items = table::items(tx, id).await?;
    items.retain(|item| item.dropped.is_none());
    Ok(items)
}

/// The campaign while it is not closed.
pub(super) async fn found(tx: &mut Tx, id: i64) -> Result<Campaign, Refusal> {
    let campaign = table::find(tx, id).await?.ok_or(Refusal::Missing)?;
    if campaign.state() == State::Closed { Err(Refusal::Closed) } else { Ok(campaign) }
}

/// Why flagged texts stay, where there are any: what is said now, or what was said before.
pub(super) fn decide(
    flags: Vec<Flag>,
    before: Option<String>,
    said: Option<&str>,
) -> Result<Option<String>, Refusal> {
    let said = said.map(words::line).filter(|said| !said.is_empty());
    if said.as_ref().is_some_and(|said| said.chars().count() > TITLE_MAX) {
        return Err(Refusal::TooLong);
    }
    match (flags.is_empty(), said.or(before)) {
        (true, _) => Ok(None),
        (false, Some(said)) => Ok(Some(said)),
        (false, None) => Err(Refusal::Flagged(flags)),
    }
}

async fn known(desk: &Desk, tasks: &[i64]) -> Result<(), Refusal> {
    if tasks.len() > TASKS_MAX {
        return Err(Refusal::TooManyTasks);
    }
    for id in tasks {
        plan::task::by_id(desk, *id).await?.ok_or(Refusal::NoTask)?;
    }
    Ok(())
}

/// Each number once, in order.
fn once<T: Ord + Copy>(numbers: &[T]) -> Vec<T> {
    numbers.iter().copied().collect::<BTreeSet<_>>().into_iter().collect()
}

impl Draft {
    fn checked(&self) -> Result<Campaign, Refusal> {
        let title = words::line(&self.title);
        let [aim, audience, messages, budget_line] =
            [&self.aim, &self.audience, &self.messages, &self.budget_line].map(|text| words::text(text));
        if title.is_empty() || title.chars().count() > TITLE_MAX {
            return Err(Refusal::NoTitle);
        }
        if [&aim, &audience, &messages, &budget_line].iter().any(|text| text.chars().count() > TEXT_MAX) {
            return Err(Refusal::TooLong);
        }
        if aim.is_empty() {
            return Err(Refusal::NoAim);
        }
        if audience.is_empty() {
            return Err(Refusal::NoAudience);
        }
        let days = self.first.until(self.last).map_or(-1, |span| span.get_days());
        if !(0..=DAYS_MAX).contains(&days) {
            return Err(Refusal::Days);
        }
        if self.budget.is_some_and(|budget| !(0..=BUDGET_MAX).contains(&budget)) {
            return Err(Refusal::Budget);
        }
        Ok(Campaign {
            id: 0,
            form: String::new(),
            title,
            aim,
            audience,
            messages,
            contents: once(&self.contents),
            first: self.first,
            last: self.last,
            budget: self.budget,
            budget_line,
            tasks: once(&self.tasks),
            agency: None,
            written_by: String::new(),
            written_on: self.first,
            opened_on: None,
            decided: None,
            closed: None,
            version: 1,
        })
    }
}
