//! Answering a person's request about their own data, where it asks to be forgotten: what they wrote and how they are
//! reached goes, the answer and the count of it stay.

use accounts::{Desk, Reach, Right, Role};
use store::{Ask, Attachments};

use super::super::did::Did;
use super::super::read::open;
use super::super::{Question, Refusal, State, Step, What, table};
use super::take_away;

/// Who may forget what somebody asked.
pub const FORGET: Right = Right {
    act: "question.forgotten",
    held_by: &[(Role::Head, Reach::Own), (Role::StandingBody, Reach::Any)],
};

/// Takes words, contact, picture, the files of answers and what is public of a settled question away, as its own asker asks: by
/// a request that came with code and secret of this question, once, while it waits. The request is answered by itself.
///
/// # Errors
/// [`Refusal::NoRequest`] where no such request waits; else [`Refusal`], with nothing changed in the database.
pub async fn forget(desk: &Desk, attachments: &Attachments, id: i64) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &FORGET).await?;
    if question.state == State::Open {
        return Err(Refusal::StillOpen);
    }
    let request = asked_for(&mut tx, id).await?.ok_or(Refusal::NoRequest)?;
    let gone = take_away(&mut tx, attachments, &question, |_| true).await?;
    let now = Question { words: String::new(), consent: false, picture: None, ..question.clone() };
    table::update(&mut tx, &question, &now).await?;
    table::blank(&mut tx, id).await?;
    let was_public = table::step::withdraw(&mut tx, id).await?;
    for told in [id, request.id] {
        table::step::insert(&mut tx, &Step::new(desk, told, What::Forgotten, String::new())).await?;
    }
    tx.commit(Did::Forgotten { question: &question, gone, was_public, request: &request.code }).await?;
    desk.store().rinse().await?;
    Ok(now)
}

/// The request by which the words of a question may go: one that waits and was not followed before.
pub(in crate::question) async fn asked_for(
    at: &mut impl Ask,
    id: i64,
) -> Result<Option<Question>, store::Error> {
    let Some(request) = table::request(at, id).await? else { return Ok(None) };
    Ok(is_unfollowed(at, &request).await?.then_some(request))
}

/// Whether a question is a request, by code and secret, that the words of another go, and they did not yet.
pub(in crate::question) async fn is_unfollowed(
    at: &mut impl Ask,
    request: &Question,
) -> Result<bool, store::Error> {
    let steps = table::step::of(at, request.id).await?;
    Ok(request.about.is_some() && !steps.iter().any(|step| step.what == What::Forgotten))
}
