//! Correcting a person's name. The account stays, so the trail stays readable.

use super::did::Did;
use super::{Refusal, named, table};
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may correct a name.
pub const RENAME: Right = Right { act: "person.renamed", held_by: &[(Role::Administrator, Reach::Any)] };

/// Gives a person another name; `was` is the name that whoever asks has seen.
///
/// # Errors
/// [`Refusal::Changed`] when it is another one meanwhile, and whatever else; nothing is kept then.
pub async fn rename(desk: &Desk, person: i64, was: &str, to: &str) -> Result<(), Refusal> {
    desk.may(&RENAME, Relation::Other)?;
    let to = named(to).ok_or(Refusal::NoName)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("person").await?;
    let person = table::one(&mut tx, person).await?.ok_or(Refusal::NoPerson)?;
    if person.name == to {
        return Ok(());
    }
    if person.name != was {
        return Err(Refusal::Changed(person.name));
    }
    table::rename(&mut tx, person.id, &to).await?;
    tx.commit(Did::Renamed { person: &person, to: &to }).await?;
    Ok(())
}
