//! Closing a question without an answer: it asks for nothing that an office could do, or is not for it. The asker reads why.

use accounts::{Desk, Reach, Right, Role};

use super::clean::reason;
use super::did::Did;
use super::read::open;
use super::route::change;
use super::{Question, Refusal, State, Step, What, table};

/// Who may close one.
pub const CLOSE: Right =
    Right { act: "question.closed", held_by: &[(Role::Head, Reach::Own), (Role::StandingBody, Reach::Any)] };

/// Closes it, and what was folded into it and waits. It counts as none that was answered.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn close(desk: &Desk, id: i64, why: &str) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &CLOSE).await?;
    if question.state != State::Open {
        return Err(Refusal::NotOpen);
    }
    let now = Question { state: State::Closed, settled_on: Some(desk.today), ..question.clone() };
    let step = Step::new(desk, id, What::Closed, reason(why)?);
    change(&mut tx, &question, &now, &step).await?;
    let mut folded = Vec::new();
    for other in table::folded_into(&mut tx, id).await?.into_iter().filter(Question::waits) {
        let closed = Question { state: State::Closed, settled_on: Some(desk.today), ..other.clone() };
        table::update(&mut tx, &other, &closed).await?;
        folded.push(closed);
    }
    tx.commit(Did::Settled { right: &CLOSE, before: &question, now: &now, folded: &folded }).await?;
    Ok(now)
}
