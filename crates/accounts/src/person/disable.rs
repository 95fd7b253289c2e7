//! Disabling an account, and enabling it again. What its person did stays.

use super::did::Did;
use super::{Refusal, table};
use crate::{Desk, Reach, Relation, Right, Role, post, session};

/// Who may disable an account.
pub const DISABLE: Right = Right { act: "person.disabled", held_by: &[(Role::Administrator, Reach::Any)] };

/// Who may enable an account again.
pub const ENABLE: Right = Right { act: "person.enabled", held_by: &[(Role::Administrator, Reach::Any)] };

/// Disables an account and ends its sessions; one that is disabled stays as it is.
///
/// # Errors
/// [`Refusal::LastAdministrator`] where nobody would be left to enable it again, and whatever else.
pub async fn disable(desk: &Desk, person: i64) -> Result<(), Refusal> {
    desk.may(&DISABLE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("post").await?;
    let person = table::one(&mut tx, person).await?.ok_or(Refusal::NoPerson)?;
    if person.disabled_at.is_some() {
        return Ok(());
    }
    let left = post::table::administrators(&mut tx, desk.today, person.id).await?;
    if left == 0 && post::table::administrators(&mut tx, desk.today, 0).await? > 0 {
        return Err(Refusal::LastAdministrator);
    }
    table::disable(&mut tx, person.id, Some(desk.now)).await?;
    session::end_all(&mut tx, person.id).await?;
    tx.commit(Did::Disabled(&person)).await?;
    Ok(())
}

/// Enables an account again; one that is enabled stays as it is.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn enable(desk: &Desk, person: i64) -> Result<(), Refusal> {
    desk.may(&ENABLE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let person = table::one(&mut tx, person).await?.ok_or(Refusal::NoPerson)?;
    if person.disabled_at.is_none() {
        return Ok(());
    }
    table::disable(&mut tx, person.id, None).await?;
    tx.commit(Did::Enabled(&person)).await?;
    Ok(())
}
