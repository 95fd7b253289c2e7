//! Answering a person's request about their own data, where it asks to be forgotten: what they wrote and how they are
//! reached goes, the answer and the count of it stay.

use accounts::{Desk, Reach, Right, Role};
use store::Attachments;

use super::super::ask::typed;
use super::super::did::Did;
use super::super::read::open;
use super::super::{Kind, Question, Refusal, State, table};
use super::take_away;

/// Who may forget what somebody asked.
pub const FORGET: Right = Right {
    act: "question.forgotten",
    held_by: &[(Role::Head, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// Takes words, contact, picture, the files of answers and what is public of a settled question away, as the request of this code asks. The
/// request is one about own data that the desk may read, and is answered by itself.
///
/// # Errors
/// [`Refusal`], with nothing changed in the database.
pub async fn forget(
    desk: &Desk,
    attachments: &Attachments,
    id: i64,
    request: &str,
) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &FORGET).await?;
    if question.state == State::Open {
        return Err(Refusal::StillOpen);
    }
    let request = table::of_code(&mut tx, &typed(request)).await?.ok_or(Refusal::NoRequest)?;
    let (request, _) = open(&mut tx, desk, request.id, &FORGET).await.map_err(|_| Refusal::NoRequest)?;
    if request.kind != Kind::OwnData {
        return Err(Refusal::NoRequest);
    }
    let gone = take_away(&mut tx, attachments, &question, |_| true).await?;
    let now = Question { words: String::new(), consent: false, picture: None, ..question.clone() };
    table::update(&mut tx, &question, &now).await?;
    table::blank(&mut tx, id).await?;
    let was_public = table::step::withdraw(&mut tx, id).await?;
    tx.commit(Did::Forgotten { question: &question, gone, was_public, request: &request.code }).await?;
    desk.store().rinse().await?;
    Ok(now)
}
