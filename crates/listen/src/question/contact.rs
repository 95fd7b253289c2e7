//! Seeing how to reach an asker: who must answer by electronic mail alone, and each time it is written down.

use accounts::{Desk, Reach, Right, Role};

use super::did::Did;
use super::read::open;
use super::{Refusal, table};
use crate::Seal;

/// Who may see it: the agency that must answer.
pub const SEE_CONTACT: Right = Right {
    act: "question.contact_seen",
    held_by: &[(Role::Head, Reach::Own), (Role::Officer, Reach::Own), (Role::StandingBody, Reach::Own)],
};

/// The address of electronic mail. That it was seen is kept, the address is not.
///
/// # Errors
/// [`Refusal::NoContact`] where there is none, or none any more; [`Refusal::Sealed`] where the key is another.
pub async fn see_contact(desk: &Desk, seal: &Seal, id: i64) -> Result<String, Refusal> {
    let mut tx = desk.begin().await?;
    let (question, _) = open(&mut tx, desk, id, &SEE_CONTACT).await?;
    let sealed = table::contact(&mut tx, id).await?.ok_or(Refusal::NoContact)?;
    let clear = seal.open(&question.form, &sealed).ok_or(Refusal::Sealed)?;
    let mail = String::from_utf8(clear).map_err(|_| Refusal::Sealed)?;
    tx.commit(Did::Seen { question: &question, contact: seal.mark("mail", &mail) }).await?;
    Ok(mail)
}
