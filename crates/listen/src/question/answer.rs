//! Answering a question; or saying that what was asked for is not given, and why. Only this is done, moving it is not.

mod supplement;

use accounts::{Desk, Reach, Right, Role};

pub use supplement::{SUPPLEMENT, supplement};

use super::clean::words;
use super::did::Did;
use super::letter::act as letter;
use super::read::open;
use super::route::change;
use super::{Question, Refusal, State, Step, What, table};

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
    let now = Question {
        state: State::Answered,
        agency: question.agency.clone().or_else(|| desk.agency.clone()),
        ..question.settled(desk.today)
    };
    let what = if declined { What::Declined } else { What::Answered };
    let step = Step::new(desk, id, what, words(said)?);
    let step = change(&mut tx, &question, &now, &step).await?;
    letter::put(&mut tx, desk, &question, step).await?;
    let mut folded = Vec::new();
    for other in table::folded_into(&mut tx, id).await? {
        letter::put(&mut tx, desk, &other, step).await?;
        if other.waits() {
            let settled = other.settled(desk.today);
            table::update(&mut tx, &other, &settled).await?;
            folded.push(settled);
        }
    }
    tx.commit(Did::Settled { right: &ANSWER, before: &question, now: &now, folded: &folded }).await?;
    Ok(now)
}
