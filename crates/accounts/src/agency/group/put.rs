//! Putting an agency into a group, or taking it out, from a day on.

use super::super::{Directory, Refusal, table};
use super::Member;
use super::did::Did;
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may.
pub const PUT: Right = Right { act: "group.member_put", held_by: &[(Role::Administrator, Reach::Any)] };

/// Puts an agency in or takes it out from a day on; what was said for that day or later gives way. What is so already
/// is not said again. Assignments that have arisen stay where they are.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn put(desk: &Desk, member: &Member) -> Result<(), Refusal> {
    desk.may(&PUT, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("agency").await?;
    let directory = Directory::load(&mut tx).await?;
    let group = directory.group(&member.group).ok_or_else(|| Refusal::NoGroup(member.group.clone()))?;
    let agency = directory.agency(&member.agency).ok_or_else(|| Refusal::NoAgency(member.agency.clone()))?;
    if !agency.in_force(member.from) || member.from < group.began {
        return Err(Refusal::NotThen { code: member.agency.clone(), day: member.from });
    }
    let was: Vec<Member> = directory.said_of(&member.group, &member.agency).collect();
    let later = was.iter().any(|said| said.from > member.from);
    let named = directory.said_on(&member.group, member.from).get(agency.code.as_str()).copied();
    let is_so = named.unwrap_or(group.kind == Some(agency.kind)) == member.included;
    if is_so && !later {
        return Ok(());
    }
    table::put_member(&mut tx, member).await?;
    tx.commit(Did::Put { was: &was, member }).await?;
    Ok(())
}
