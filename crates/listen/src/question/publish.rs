//! Publishing a question with its answer: with the asker's consent, and after a person took personal data out.

use accounts::{Desk, Reach, Right, Role};

use super::clean::{is_personal, words};
use super::did::Did;
use super::read::open;
use super::{Refusal, State, table};

/// Who may publish.
pub const PUBLISH: Right = Right {
    act: "question.published",
    held_by: &[(Role::Head, Reach::Own), (Role::Communicator, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// Who may take it back.
pub const WITHDRAW: Right = Right { act: "question.withdrawn", held_by: PUBLISH.held_by };

/// Publishes these words and this answer in place of what was there; `checked` says that a person took personal data out.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn publish(desk: &Desk, id: i64, asked: &str, answer: &str, checked: bool) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &PUBLISH).await?;
    if question.late.is_none() || question.state == State::Folded {
        return Err(Refusal::NoAnswer);
    }
    if !question.may_be_public() {
        return Err(Refusal::NoConsent);
    }
    if !checked {
        return Err(Refusal::NotChecked);
    }
    let (asked, answer) = (words(asked)?, words(answer)?);
    if is_personal(&asked) || is_personal(&answer) {
        return Err(Refusal::Personal);
    }
    let was_public = table::step::public_of(&mut tx, id).await?.is_some();
    table::step::publish(&mut tx, id, (&asked, &answer), (&desk.who, desk.today)).await?;
    tx.commit(Did::Published { question: &question, was_public }).await?;
    Ok(())
}

/// Takes it back; what is not public stays so.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn withdraw(desk: &Desk, id: i64) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &WITHDRAW).await?;
    if table::step::withdraw(&mut tx, id).await? {
        tx.commit(Did::Withdrawn { question: &question }).await?;
    }
    Ok(())
}
