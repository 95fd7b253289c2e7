//! Handing a post over to somebody else.
//!
//! What is open is the agency's and stays; the audit trail keeps who did what before.

use jiff::civil::Date;

use super::appoint::{both, fits, overlap};
use super::did::Did;
use super::{Refusal, Span, table};
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may hand a post over.
pub const HAND_OVER: Right = Right { act: "post.handed_over", held_by: &[(Role::Administrator, Reach::Any)] };

/// A post that is handed over.
#[derive(Debug, Clone)]
pub struct Handover<'a> {
    /// The code of the post.
    pub post: &'a str,
    /// The number of the holding that the form showed, to notice a change in between; none to take whoever it is.
    pub from: Option<i64>,
    /// The person who takes over.
    pub to: i64,
    /// The first day of the new holder; the old one's last is the day before.
    pub on: Date,
    /// What is said about it: the decision behind it, what to look after.
    pub words: &'a str,
}

/// Hands a post over.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn hand_over(desk: &Desk, handover: &Handover<'_>) -> Result<(), Refusal> {
    desk.may(&HAND_OVER, Relation::Other)?;
    let Handover { post, from, to, on, words } = handover;
    let mut tx = desk.begin().await?;
    let (found, person) = both(&mut tx, post, *to).await?;
    let span = Span(*on, found.ended);
    fits(&found, span)?;
    let last = on.yesterday().unwrap_or(*on);
    let held: Vec<_> =
        table::holdings(&mut tx, post).await?.into_iter().filter(|holding| !holding.deputy).collect();
    let old = held.iter().find(|holding| holding.is_held(last));
    let began =
        held.iter().find(|holding| holding.began == *on && from.is_none_or(|from| from == holding.id));
    if let (None, Some(new)) = (old, began) {
        return Err(Refusal::JustBegan { holder: new.name.clone(), began: new.began });
    }
    if from.is_some() && *from != old.map(|old| old.id) {
        let now = held.iter().find(|holding| holding.is_held(desk.today.max(*on)));
        return Err(Refusal::Changed(now.map(|now| now.name.clone())));
    }
    let Some(old) = old else { return Err(Refusal::Vacant(last)) };
    if old.person == person.id && old.ended.is_none_or(|ended| ended >= *on) {
        return Err(Refusal::Same(person.name));
    }
    let other = held.iter().find(|holding| holding.id != old.id && holding.span().meets(span));
    match other {
        Some(other) if from.is_some() => return Err(Refusal::Changed(Some(other.name.clone()))),
        Some(other) => return Err(overlap(other)),
        None => {}
    }
    table::end(&mut tx, old.id, last).await?;
    table::hold(&mut tx, post, person.id, false, span).await?;
    tx.commit(Did::HandedOver { from: old, last, to: &person.account, on: *on, words }).await?;
    Ok(())
}
