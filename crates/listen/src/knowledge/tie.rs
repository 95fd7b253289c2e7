//! Tying a pulse to a campaign, before it or after it, and untying it with a reason: what was measured is not dropped
//! without a word.

use accounts::{Desk, Relation, Right};
use inform::campaign;

use super::did::Did;
use super::{Refusal, Side, Span, Tie, Tied, Untied, fits, table};
use crate::pulse::{self, MAKE, Pulse, State};
use crate::question::clean::tidy;

/// Who may tie a pulse to a campaign: who makes pulses, and reads the campaign.
pub const TIE: Right = Right { act: "knowledge.tied", held_by: MAKE.held_by };

/// Who may untie one.
pub const UNTIE: Right = Right { act: "knowledge.untied", held_by: MAKE.held_by };

/// The longest reason, in characters.
pub const REASON_MAX: usize = 200;

/// Ties a pulse to a campaign, also to one that is closed; `version` is the one of the ties that were read.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn tie(desk: &Desk, campaign: i64, version: i64, side: Side, pulse: i64) -> Result<Tie, Refusal> {
    desk.may(&TIE, Relation::Other)?;
    let span = Span::of(&campaign::one(desk, campaign).await?);
    let mut tx = desk.begin().await?;
    tx.wait_turn("knowledge").await?;
    let found = table::find(&mut tx, campaign).await?.unwrap_or_else(|| Tie::none(campaign));
    if found.version != version {
        return Err(Refusal::Changed);
    }
    if found.on(side).is_some() {
        return Err(Refusal::Tied);
    }
    let tied = Tied { pulse, on: desk.today };
    let own = pulse::table::find(&mut tx, pulse).await?.ok_or(Refusal::NoPulse)?;
    let now = found.with(side, Some(tied));
    match side {
        Side::Before => fits(span, Some(&own), table::pulse(&mut tx, now.after).await?.as_ref())?,
        Side::After => fits(span, table::pulse(&mut tx, now.before).await?.as_ref(), Some(&own))?,
    }
    table::put(&mut tx, &now).await?;
    tx.commit(Did::Tied { campaign, side, tied }).await?;
    Ok(now)
}

/// Unties a pulse, with a reason that stays in the trail and beside the campaign; `version` as in [`tie`]. Once both pulses
/// are over and tell something, both stay: nobody unties what did not come out as they wished.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn untie(desk: &Desk, campaign: i64, version: i64, side: Side, why: &str) -> Result<Tie, Refusal> {
    desk.may(&UNTIE, Relation::Other)?;
    let span = Span::of(&campaign::one(desk, campaign).await?);
    let mut tx = desk.begin().await?;
    tx.wait_turn("knowledge").await?;
    let found = table::find(&mut tx, campaign).await?.ok_or(Refusal::NotTied)?;
    if found.version != version {
        return Err(Refusal::Changed);
    }
    let tied = found.on(side).ok_or(Refusal::NotTied)?;
    let (before, after) =
        (table::pulse(&mut tx, found.before).await?, table::pulse(&mut tx, found.after).await?);
    let is_over =
        |pulse: &Option<Pulse>| pulse.as_ref().is_some_and(|it| it.state(desk.today) == State::Closed);
    if is_over(&before) && is_over(&after) && fits(span, before.as_ref(), after.as_ref()).is_ok() {
        return Err(Refusal::Measured);
    }
    let why = tidy(why);
    if !(1..=REASON_MAX).contains(&why.chars().count()) {
        return Err(Refusal::NoReason);
    }
    let now = found.with(side, None);
    table::put(&mut tx, &now).await?;
    let untied = Untied { side, pulse: tied.pulse, on: desk.today, by: desk.who.clone(), why };
    table::keep(&mut tx, campaign, &untied).await?;
    tx.commit(Did::Untied { campaign, side, tied, why: &untied.why }).await?;
    Ok(now)
}
