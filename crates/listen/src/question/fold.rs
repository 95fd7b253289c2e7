//! Folding duplicates together: a question that another one asks already shows that one's answer as its own.

mod alike;

use accounts::{Desk, Reach, Right, Role};

pub use alike::alike;

use super::clean::reason;
use super::did::Did;
use super::letter::act as letter;
use super::read::open;
use super::route::change;
use super::{Question, Refusal, State, Step, What, since_answer, table};

/// Who may fold.
pub const FOLD: Right = Right {
    act: "question.folded",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// Who may take one apart again: who may fold.
pub const UNFOLD: Right = Right { act: "question.unfolded", held_by: FOLD.held_by };

/// Folds a question into the one of that code, which must be within reach too and is none that was folded itself.
///
/// # Errors
/// [`Refusal::TakenApart`] where its asker took it apart; else [`Refusal`], with nothing changed.
pub async fn fold(desk: &Desk, id: i64, into: &str) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &FOLD).await?;
    if question.state != State::Open {
        return Err(Refusal::NotOpen);
    }
    if was_taken_apart(&table::step::of(&mut tx, id).await?) {
        return Err(Refusal::TakenApart);
    }
    let main = table::of_code(&mut tx, &super::ask::typed(into)).await?.ok_or(Refusal::NoMain)?;
    let (main, _) = open(&mut tx, desk, main.id, &FOLD).await.map_err(|_| Refusal::NoMain)?;
    // A request that words go is done for itself, not by an answer to another.
    let fits = question.about.is_none()
        && main.id != id
        && matches!(main.state, State::Open | State::Answered)
        && main.kind == question.kind;
    if !fits {
        return Err(Refusal::NoMain);
    }
    if !table::folded_into(&mut tx, id).await?.is_empty() {
        return Err(Refusal::HasFolded);
    }
    // Its own day stays: what is folded late is as late as its asker waited.
    let so_far = match main.state {
        State::Answered => {
            let (given, ground) = (main.given, main.ground.clone());
            Question { given, ground, ..question.settled(desk.today) }
        }
        _ => question.clone(),
    };
    let now = Question { state: State::Folded, main: Some(main.id), ..so_far };
    let step = Step::new(desk, id, What::Folded, main.code.clone());
    change(&mut tx, &question, &now, &step).await?;
    if main.state == State::Answered {
        let told = table::step::of(&mut tx, main.id).await?;
        for step in since_answer(&told).iter().filter(|step| step.what.is_answer()) {
            letter::put(&mut tx, desk, &question, step.id).await?;
        }
    }
    tx.commit(Did::Stepped { right: &FOLD, before: &question, now: &now }).await?;
    Ok(now)
}

/// Whether the asker opened a question again while it was folded into another: then they want an answer of their own.
pub fn was_taken_apart(steps: &[Step]) -> bool {
    let mut is_folded = false;
    steps.iter().any(|step| {
        match step.what {
            What::Folded => is_folded = true,
            What::Unfolded => is_folded = false,
            _ => {}
        }
        is_folded && step.what == What::Reopened
    })
}

/// Takes a question apart again that was folded by mistake: it is open, and its own day counts. What it was told as its own
/// answer was none.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn unfold(desk: &Desk, id: i64, why: &str) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &UNFOLD).await?;
    if question.state != State::Folded {
        return Err(Refusal::NotFolded);
    }
    let now = Question {
        state: State::Open,
        settled_on: None,
        main: None,
        late: question.late.filter(|_| question.reopened > 0),
        given: question.given.filter(|_| question.reopened > 0),
        ground: question.ground.clone().filter(|_| question.reopened > 0),
        ..question.clone()
    };
    let step = Step::new(desk, id, What::Unfolded, reason(why)?);
    change(&mut tx, &question, &now, &step).await?;
    tx.commit(Did::Stepped { right: &UNFOLD, before: &question, now: &now }).await?;
    Ok(now)
}
