//! Reading what people came to know: whoever may read a campaign may read it, for the whole population. Where a pulse itself
//! is read, its own right asks.

use accounts::{Desk, Relation};
use inform::campaign;

use super::change::between;
use super::{Change, Doubt, Refusal, Side, Span, Tie, Unfit, Untied, doubts, fits, table};
use crate::Pulse;
use crate::pulse::{READ, State, table as pulses};

/// What is known of what people came to know of a campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// What is tied.
    pub tie: Tie,
    /// What was untied from it, each with the title of its pulse.
    pub untied: Vec<(Untied, String)>,
    /// The days of the campaign.
    pub span: Span,
    /// The pulse before.
    pub before: Option<Pulse>,
    /// The pulse after.
    pub after: Option<Pulse>,
    /// Why what is tied does not fit by now: the days of the campaign were changed.
    pub unfit: Option<Unfit>,
    /// What makes the comparison weaker than it looks; empty while there is none.
    pub doubts: Vec<Doubt>,
    /// Parts of the population of which nobody answered, on either side.
    pub silent: Vec<String>,
    /// Item by item; none until both pulses are over.
    pub changes: Option<Vec<Change>>,
}

impl Known {
    /// The pulse on a side.
    pub fn on(&self, side: Side) -> Option<&Pulse> {
        match side {
            Side::Before => self.before.as_ref(),
            Side::After => self.after.as_ref(),
        }
    }
}

/// What people came to know of a campaign.
///
/// # Errors
/// [`Refusal::Missing`], also for who may not read the campaign.
pub async fn of_campaign(desk: &Desk, campaign: i64) -> Result<Known, Refusal> {
    let span = Span::of(&campaign::one(desk, campaign).await?);
    let mut at = desk.read().await?;
    let tie = table::find(&mut at, campaign).await?.unwrap_or_else(|| Tie::none(campaign));
    let (before, after) = (table::pulse(&mut at, tie.before).await?, table::pulse(&mut at, tie.after).await?);
    let unfit = fits(span, before.as_ref(), after.as_ref()).err();
    let mut untied = Vec::new();
    for it in table::untied(&mut at, campaign).await? {
        let title = pulses::find(&mut at, it.pulse).await?.map(|pulse| pulse.title).unwrap_or_default();
        untied.push((it, title));
    }
    let mut known = Known {
        tie,
        untied,
        span,
        before,
        after,
        unfit,
        doubts: Vec::new(),
        silent: Vec::new(),
        changes: None,
    };
    let is_over = |pulse: &&Pulse| pulse.state(desk.today) == State::Closed;
    let both = known.before.as_ref().filter(is_over).zip(known.after.as_ref().filter(is_over));
    if let (Some((before, after)), None) = (both, unfit) {
        let (earlier, later) =
            (pulses::counts(&mut at, before.id).await?, pulses::counts(&mut at, after.id).await?);
        let (changes, doubts) =
            (between((before, &earlier), (after, &later)), doubts(span, &tie, before, after));
        let mut silent = [before.silent(&earlier), after.silent(&later)].concat();
        silent.sort_unstable();
        silent.dedup();
        known = Known { doubts, silent, changes: Some(changes), ..known };
    }
    Ok(known)
}

/// The campaigns that a pulse is tied to: the side, the number and the title.
///
/// # Errors
/// [`Refusal::Missing`] for who may not read pulses.
pub async fn of_pulse(desk: &Desk, pulse: i64) -> Result<Vec<(Side, i64, String)>, Refusal> {
    desk.may(&READ, Relation::Other).map_err(|_| Refusal::Missing)?;
    let ties = table::of_pulse(&mut desk.read().await?, pulse).await?;
    let mut campaigns = Vec::new();
    for tie in ties {
        let side =
            if tie.before.is_some_and(|tied| tied.pulse == pulse) { Side::Before } else { Side::After };
        match campaign::one(desk, tie.campaign).await {
            Ok(seen) => campaigns.push((side, tie.campaign, seen.campaign.title)),
            Err(campaign::Refusal::Missing) => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(campaigns)
}
