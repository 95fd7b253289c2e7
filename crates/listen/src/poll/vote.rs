//! Answering a poll: anyone may, once from a form. Nothing says who, when, or what was chosen together with either.

use accounts::{Desk, Relation, Right};

use super::did::Did;
use super::{Poll, Refusal, State, table};

/// Who may answer: anyone, through the program's own desk.
pub const VOTE: Right = Right { act: "poll.answered", held_by: &[] };

/// The longest key of a form.
const FORM_MAX: usize = 32;

/// Counts the choice at a place; the same form counts once, whatever is chosen on it later.
///
/// # Errors
/// [`Refusal::NotOpen`] out of its days, [`Refusal::NoChoice`] where there is none at that place.
pub async fn vote(desk: &Desk, id: i64, place: i64, form: &str) -> Result<Poll, Refusal> {
    desk.may(&VOTE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let poll = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    match poll.state(desk.today) {
        State::Open => {}
        State::Coming => return Err(Refusal::Missing),
        State::Closed => return Err(Refusal::NotOpen),
    }
    let is_there = usize::try_from(place).is_ok_and(|place| place < poll.choices.len());
    if !is_there || form.is_empty() || form.len() > FORM_MAX {
        return Err(Refusal::NoChoice);
    }
    if !table::take_form(&mut tx, id, form).await? {
        return Ok(poll);
    }
    table::count(&mut tx, id, place).await?;
    let poll = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    tx.commit(Did::Answered { poll: &poll }).await?;
    Ok(poll)
}
