//! Adding a link at the end of the list, and changing one where it stands.

use accounts::{Desk, Reach, Relation, Right, Role, Tx};

use super::did::Did;
use super::{Draft, Link, Refusal, table};

/// Who may add one.
pub const ADD: Right = Right {
    act: "link.added",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Communicator, Reach::Any)],
};

/// Who may change one.
pub const CHANGE: Right = Right { act: "link.changed", held_by: ADD.held_by };

/// The most links: they stand below every page.
pub const LINKS_MAX: usize = 20;

/// Adds a link at the end.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn add(desk: &Desk, draft: &Draft) -> Result<Link, Refusal> {
    let (mut tx, all) = turn(desk, &ADD).await?;
    let mut now = draft.checked()?;
    if all.len() >= LINKS_MAX {
        return Err(Refusal::TooMany);
    }
    if all.iter().any(|other| other.is_like(&now)) {
        return Err(Refusal::Twice);
    }
    now.id = table::insert(&mut tx, &now).await?;
    tx.commit(Did::Added(&now)).await?;
    Ok(now)
}

/// Changes a link; it stays where it stands.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn change(desk: &Desk, id: i64, draft: &Draft) -> Result<Link, Refusal> {
    let (mut tx, all) = turn(desk, &CHANGE).await?;
    let before = all.iter().find(|one| one.id == id).ok_or(Refusal::Missing)?;
    let now = Link { id, ..draft.checked()? };
    if all.iter().any(|other| other.id != id && other.is_like(&now)) {
        return Err(Refusal::Twice);
    }
    table::replace(&mut tx, &now).await?;
    tx.commit(Did::Changed { before, now: &now }).await?;
    Ok(now)
}

/// The list as nobody else is changing it, for a desk that may do this with it.
pub(super) async fn turn(desk: &Desk, right: &Right) -> Result<(Tx, Vec<Link>), Refusal> {
    desk.may(right, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("link").await?;
    let all = table::all(&mut tx).await?;
    Ok((tx, all))
}
