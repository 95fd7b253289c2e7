//! Adding to what one asked while it waits: the asker's own, by code and secret. Who answers reads it below; no clock moves.

use accounts::{Desk, Relation, Right};

use super::super::clean::asked;
use super::super::did::Did;
use super::super::follow::known;
use super::super::{Question, Refusal, State, Step, What, table};

/// Who may add to a question: the asker, through the program's own desk.
pub const ADD: Right = Right { act: "question.added", held_by: &[] };

/// How often one adds to a question.
pub const ADDED_MAX: usize = 5;

/// Adds words to a question that is open.
///
/// # Errors
/// [`Refusal::NotOpen`] where it is not, [`Refusal::AddedMuch`] after [`ADDED_MAX`] times; else [`Refusal`], with nothing changed.
pub async fn add(desk: &Desk, code: &str, secret: &str, words: &str) -> Result<Question, Refusal> {
    desk.may(&ADD, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let question = known(&mut tx, code, secret).await?;
    if question.state != State::Open {
        return Err(Refusal::NotOpen);
    }
    let steps = table::step::of(&mut tx, question.id).await?;
    if steps.iter().filter(|step| step.what == What::Added).count() >= ADDED_MAX {
        return Err(Refusal::AddedMuch);
    }
    let step = Step { by: None, ..Step::new(desk, question.id, What::Added, asked(words)?) };
    table::step::insert(&mut tx, &step).await?;
    tx.commit(Did::Added { question: &question }).await?;
    Ok(question)
}
