//! Putting right how one is reached, or saying it for the first time: the asker's own, by code and secret, as long as somebody
//! may still have to reach them.

use accounts::{Chance, Desk, Relation, Right};

use super::super::did::Did;
use super::super::follow::{is_over, known};
use super::super::{Question, Refusal, Step, What, table};
use super::{Contact, Sealed};
use crate::Seal;

/// Who may put it right: the asker, through the program's own desk.
pub const CORRECT: Right = Right { act: "question.contact_corrected", held_by: &[] };

/// Seals an address or a number in place of what is kept, if anything is. The trail keeps keyed marks of both.
///
/// # Errors
/// [`Refusal::Missing`] where code and secret do not belong together, [`Refusal::NoWay`] for what is neither address nor number,
/// [`Refusal::Over`] where it was settled long ago.
pub async fn correct(
    desk: &Desk,
    (seal, chance): (&Seal, &Chance),
    (code, secret): (&str, &str),
    written: &str,
) -> Result<Question, Refusal> {
    desk.may(&CORRECT, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let question = known(&mut tx, code, secret).await?;
    if is_over(&question, desk.today) {
        return Err(Refusal::Over);
    }
    let now = Contact::written(written)?.ok_or(Refusal::NoWay)?;
    let kept = table::contact(&mut tx, question.id).await?;
    let before = kept.and_then(|kept| kept.open(seal, &question.form).ok()).map(|contact| contact.mark(seal));
    let sealed = Sealed { way: now.way, sealed: seal.close(chance, &question.form, now.value.as_bytes()) };
    table::forget_contact(&mut tx, question.id).await?;
    table::keep_contact(&mut tx, question.id, &sealed).await?;
    let step = Step { by: None, ..Step::new(desk, question.id, What::Corrected, String::new()) };
    table::step::insert(&mut tx, &step).await?;
    tx.commit(Did::Corrected { question: &question, marks: (before, now.mark(seal)) }).await?;
    desk.store().rinse().await?;
    Ok(question)
}
