//! Answering a person's request about their own data, where it asks that how they are reached be put right.

use accounts::{Chance, Desk, Reach, Right, Role};

use super::super::ask::typed;
use super::super::did::Did;
use super::super::read::open;
use super::super::{Kind, Question, Refusal, Step, What, table};
use super::{Contact, Sealed};
use crate::Seal;

/// Who may put it right: who answers for the agency that must answer.
pub const CORRECT: Right = Right {
    act: "question.contact_corrected",
    held_by: &[(Role::Head, Reach::Own), (Role::StandingBody, Reach::Own)],
};

/// Seals another address or number in place of the one that is kept, as the request of this code asks: one about own data that the
/// desk may work on too. The trail keeps keyed marks of both.
///
/// # Errors
/// [`Refusal::NoContact`] where nothing is kept that could be put right; else [`Refusal`], with nothing changed.
pub async fn correct(
    desk: &Desk,
    (seal, chance): (&Seal, &Chance),
    id: i64,
    (request, written): (&str, &str),
) -> Result<Question, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &CORRECT).await?;
    let request = table::of_code(&mut tx, &typed(request)).await?.ok_or(Refusal::NoRequest)?;
    let (request, _) = open(&mut tx, desk, request.id, &CORRECT).await.map_err(|_| Refusal::NoRequest)?;
    if request.kind != Kind::OwnData {
        return Err(Refusal::NoRequest);
    }
    let kept = table::contact(&mut tx, id).await?.ok_or(Refusal::NoContact)?;
    let now = Contact::written(written)?.ok_or(Refusal::NoWay)?;
    let before = kept.open(seal, &question.form).ok().map(|contact| contact.mark(seal));
    let sealed = Sealed { way: now.way, sealed: seal.close(chance, &question.form, now.value.as_bytes()) };
    table::forget_contact(&mut tx, id).await?;
    table::keep_contact(&mut tx, id, &sealed).await?;
    table::step::insert(&mut tx, &Step::new(desk, id, What::Corrected, String::new())).await?;
    let marks = (before, now.mark(seal));
    tx.commit(Did::Corrected { question: &question, request: &request.code, marks }).await?;
    desk.store().rinse().await?;
    Ok(question)
}
