//! Folding duplicates together: a question that another one asks already shows that one's answer as its own.

mod alike;

use accounts::{Desk, Reach, Right, Role};

pub use alike::alike;

use super::did::Did;
use super::letter::act as letter;
use super::read::open;
use super::route::change;
use super::{Question, Refusal, State, Step, What, table};

/// Who may fold.
pub const FOLD: Right = Right {
    act: "question.folded",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// Folds a question into the one of that code, which must be within reach too and is none that was folded itself.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn fold(desk: &Desk, id: i64, into: &str) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &FOLD).await?;
    if question.state != State::Open {
        return Err(Refusal::NotOpen);
    }
    let main = table::of_code(&mut tx, &super::ask::typed(into)).await?.ok_or(Refusal::NoMain)?;
    let (main, _) = open(&mut tx, desk, main.id, &FOLD).await.map_err(|_| Refusal::NoMain)?;
    let fits =
        main.id != id && matches!(main.state, State::Open | State::Answered) && main.kind == question.kind;
    if !fits || !table::folded_into(&mut tx, id).await?.is_empty() {
        return Err(Refusal::NoMain);
    }
    let now = Question {
        state: State::Folded,
        settled_on: Some(desk.today),
        main: Some(main.id),
        ..question.clone()
    };
    let step = Step::new(desk, id, What::Folded, main.code.clone());
    change(&mut tx, &question, &now, &step).await?;
    if main.state == State::Answered {
        let told = table::step::of(&mut tx, main.id).await?;
        if let Some(answer) = told.iter().rev().find(|step| step.what.is_answer()) {
            letter::put(&mut tx, desk, &question, answer.id).await?;
        }
    }
    tx.commit(Did::Stepped { right: &FOLD, before: &question, now: &now }).await?;
    Ok(now)
}
