//! Answering by a code, once. What is kept is one more of each answer in the code's stratum; nothing keeps which code gave
//! which, nor which answers were given together.

use accounts::{Desk, Relation, Right};

use super::did::Did;
use super::print::mark;
use super::{Pulse, Refusal, State, table};
use crate::Seal;
use crate::question::typed;

/// Who may answer: whoever has a code, through the program's own desk.
pub const ANSWER: Right = Right { act: "pulse.answered", held_by: &[] };

/// How an item is kept that somebody did not answer.
pub const NO_ANSWER: i64 = -1;

/// Counts the answers to the items, in their order; none where one was left out.
///
/// # Errors
/// [`Refusal`], with nothing counted and the code unused.
pub async fn answer(
    desk: &Desk,
    seal: &Seal,
    id: i64,
    code: &str,
    answers: &[Option<i64>],
) -> Result<Pulse, Refusal> {
    desk.may(&ANSWER, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let pulse = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    match pulse.state(desk.today) {
        State::Open => {}
        State::Coming => return Err(Refusal::Missing),
        State::Closed => return Err(Refusal::NotOpen),
    }
    let values: Vec<i64> = pulse
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let said = answers.get(at).copied().flatten();
            said.filter(|value| (0..item.scale.steps()).contains(value)).unwrap_or(NO_ANSWER)
        })
        .collect();
    if values.iter().all(|value| *value == NO_ANSWER) {
        return Err(Refusal::Nothing);
    }
    let mark = mark(seal, id, &typed(code));
    let stratum = match table::use_code(&mut tx, id, &mark).await? {
        Some(stratum) => stratum,
        None if table::is_code(&mut tx, id, &mark).await? => return Err(Refusal::Used),
        None => return Err(Refusal::NoCode),
    };
    for (item, value) in (0_i64..).zip(values) {
        table::count(&mut tx, (id, stratum), item, value).await?;
    }
    let now = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    tx.commit(Did::Answered { pulse: &now }).await?;
    Ok(now)
}
