//! Tying a person to their name at the province's own identity service, so that they may come in by it.

use super::did::Did;
use super::{Refusal, table};
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may say whom a subject of the identity service means.
pub const TIE: Right = Right { act: "person.tied", held_by: &[(Role::Administrator, Reach::Any)] };

/// The longest subject, in characters, by OpenID Connect.
const LONGEST: usize = 255;

/// Ties a person to a subject in the place of the one that whoever asks has seen; an empty one unties them.
///
/// # Errors
/// [`Refusal::OthersSubject`] where it means somebody else, and whatever else; nothing is kept then.
pub async fn tie(desk: &Desk, person: i64, was: &str, subject: &str) -> Result<(), Refusal> {
    desk.may(&TIE, Relation::Other)?;
    let subject = Some(subject.trim()).filter(|subject| !subject.is_empty());
    if subject.is_some_and(|it| it.chars().count() > LONGEST || it.chars().any(char::is_control)) {
        return Err(Refusal::BadSubject);
    }
    let mut tx = desk.begin().await?;
    tx.wait_turn("person").await?;
    let person = table::one(&mut tx, person).await?.ok_or(Refusal::NoPerson)?;
    if person.subject.as_deref() == subject {
        return Ok(());
    }
    if person.subject.as_deref().unwrap_or_default() != was {
        return Err(Refusal::Changed(person.subject.unwrap_or_default()));
    }
    if let Some(subject) = subject
        && let Some(account) = table::of_subject(&mut tx, subject).await?
    {
        return Err(Refusal::OthersSubject(account));
    }
    table::tie(&mut tx, person.id, subject).await?;
    tx.commit(Did::Tied { person: &person, to: subject }).await?;
    Ok(())
}
