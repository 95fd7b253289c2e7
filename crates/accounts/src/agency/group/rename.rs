//! Giving a group another name. Its code, by which plans name it, stays.

use super::super::{Refusal, table};
use super::did::Did;
use super::make::named;
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may rename one.
pub const RENAME: Right = Right { act: "group.renamed", held_by: &[(Role::Administrator, Reach::Any)] };

/// Renames a group; `was` is the name that whoever asks has seen.
///
/// # Errors
/// [`Refusal::GroupChanged`] when it has another name meanwhile; other [`Refusal`]s. Nothing is kept then.
pub async fn rename(desk: &Desk, code: &str, was: &str, name: &str) -> Result<(), Refusal> {
    desk.may(&RENAME, Relation::Other)?;
    let name = named(name)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("agency").await?;
    let groups = table::groups(&mut tx).await?;
    let group = groups
        .into_iter()
        .find(|group| group.code == code)
        .ok_or_else(|| Refusal::NoGroup(code.to_owned()))?;
    if group.name == name {
        return Ok(());
    }
    if group.name != was {
        return Err(Refusal::GroupChanged(group.name));
    }
    table::rename_group(&mut tx, code, &name).await?;
    tx.commit(Did::Renamed { code, from: &group.name, to: &name }).await?;
    Ok(())
}
