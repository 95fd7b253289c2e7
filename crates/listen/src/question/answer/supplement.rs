//! Adding to an answer what was missing or wrong in it. It is read below the answer and sent like one; no clock moves.

use accounts::{Desk, Right};

use super::ANSWER;
use crate::question::clean::told;
use crate::question::did::Did;
use crate::question::letter::act as letter;
use crate::question::read::open;
use crate::question::{Refusal, State, Step, What, table};

/// Who may add to an answer: who may answer.
pub const SUPPLEMENT: Right = Right { act: "question.supplemented", held_by: ANSWER.held_by };

/// Adds to the answer.
///
/// # Errors
/// [`Refusal::NoAnswer`] where there is none, or the asker opened it again: that one is answered anew.
pub async fn supplement(desk: &Desk, id: i64, said: &str) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &SUPPLEMENT).await?;
    if question.state != State::Answered {
        return Err(Refusal::NoAnswer);
    }
    let from = desk.agency.clone();
    let step = Step { from, ..Step::new(desk, id, What::Supplemented, told(said)?) };
    let step = table::step::insert(&mut tx, &step).await?;
    letter::put(&mut tx, desk, &question, step).await?;
    for folded in table::folded_into(&mut tx, id).await? {
        letter::put(&mut tx, desk, &folded, step).await?;
    }
    tx.commit(Did::Stepped { right: &SUPPLEMENT, before: &question, now: &question }).await?;
    Ok(())
}
