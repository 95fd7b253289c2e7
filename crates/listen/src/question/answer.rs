//! Answering a question; or saying that what was asked for is not given, and why. Only this is done, moving it is not.

use accounts::{Desk, Reach, Right, Role};

use super::clean::words;
use super::did::Did;
use super::letter::act as letter;
use super::read::open;
use super::route::change;
use super::{Question, Refusal, State, Step, What, days, table};

/// Who may answer.
pub const ANSWER: Right = Right {
    act: "question.answered",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// Answers it. `declined` says that what was asked for is not given; the words say on what ground.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn answer(desk: &Desk, id: i64, declined: bool, said: &str) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &ANSWER).await?;
    if question.state != State::Open {
        return Err(Refusal::NotOpen);
    }
    let late = days(question.due, desk.today).max(question.late.unwrap_or(0)).max(0);
    let now = Question {
        state: State::Answered,
        settled_on: Some(desk.today),
        late: Some(late),
        agency: question.agency.clone().or_else(|| desk.agency.clone()),
        ..question.clone()
    };
    let what = if declined { What::Declined } else { What::Answered };
    let step = Step::new(desk, id, what, words(said)?);
    let step = change(&mut tx, &question, &now, &step).await?;
    letter::put(&mut tx, desk, &question, step).await?;
    for folded in table::folded_into(&mut tx, id).await? {
        letter::put(&mut tx, desk, &folded, step).await?;
    }
    tx.commit(Did::Stepped { right: &ANSWER, before: &question, now: &now }).await?;
    Ok(now)
}
