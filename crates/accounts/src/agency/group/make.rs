//! Making a group.

use super::super::{Refusal, table};
use super::Group;
use super::did::Did;
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may make one.
pub const MAKE: Right = Right { act: "group.made", held_by: &[(Role::Administrator, Reach::Any)] };

/// The longest name, in characters.
pub(super) const LONGEST: usize = 200;

/// Makes a group; one of its code that is there already is refused.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn make(desk: &Desk, group: &Group) -> Result<(), Refusal> {
    desk.may(&MAKE, Relation::Other)?;
    let rest = group.code.strip_prefix('@').unwrap_or_default();
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if rest.is_empty() || rest.len() > 30 || !rest.chars().all(fits) {
        return Err(Refusal::BadGroupCode(group.code.clone()));
    }
    let group = Group { name: named(&group.name)?, ..group.clone() };
    let mut tx = desk.begin().await?;
    tx.wait_turn("agency").await?;
    if table::groups(&mut tx).await?.iter().any(|known| known.code == group.code) {
        return Err(Refusal::Known(group.code));
    }
    table::insert(&mut tx, &[], std::slice::from_ref(&group)).await?;
    tx.commit(Did::Made(&group)).await?;
    Ok(())
}

/// The name on one line, hiding nothing.
pub(super) fn named(name: &str) -> Result<String, Refusal> {
    let name = places::name::plain(name).ok_or(Refusal::NoName)?;
    if name.is_empty() || name.chars().count() > LONGEST { Err(Refusal::NoName) } else { Ok(name) }
}
