//! Leave: a deputy sits at a post beside its holder for a time.

use jiff::civil::Date;

use super::appoint::{both, fits, overlap};
use super::did::Did;
use super::{Post, Refusal, Span, table};
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may name a deputy: an administrator, and a head of agency for the own agency's posts.
pub const DEPUTISE: Right =
    Right { act: "post.deputised", held_by: &[(Role::Administrator, Reach::Any), (Role::Head, Reach::Own)] };

/// Who may end a deputy's time early.
pub const RECALL: Right =
    Right { act: "post.recalled", held_by: &[(Role::Administrator, Reach::Any), (Role::Head, Reach::Own)] };

/// Names a deputy from a first to a last day.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn deputise(desk: &Desk, post: &str, person: i64, first: Date, last: Date) -> Result<(), Refusal> {
    desk.may(&DEPUTISE, Relation::Own)?;
    let mut tx = desk.begin().await?;
    let (found, person) = both(&mut tx, post, person).await?;
    reaches(desk, &DEPUTISE, &found)?;
    if found.role == Role::Administrator && !DEPUTISE.allows(desk.role, Relation::Other) {
        return Err(Refusal::AdministratorsPost);
    }
    let span = Span(first, Some(last));
    fits(&found, span)?;
    let held = table::holdings(&mut tx, post).await?;
    let same = held.iter().find(|holding| holding.person == person.id && holding.span().meets(span));
    if let Some(other) = same {
        return Err(overlap(other));
    }
    table::hold(&mut tx, post, person.id, true, span).await?;
    tx.commit(Did::Deputised { post, person: &person.account, first, last }).await?;
    Ok(())
}

/// Ends a deputy's time after `last`; a last day before the first one takes the deputy away altogether.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn recall(desk: &Desk, post: &str, holding: i64, last: Date) -> Result<(), Refusal> {
    desk.may(&RECALL, Relation::Own)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("post").await?;
    let found = table::post(&mut tx, post).await?.ok_or_else(|| Refusal::NoPost(post.to_owned()))?;
    reaches(desk, &RECALL, &found)?;
    let held = table::holdings(&mut tx, post).await?;
    let deputy = held.iter().find(|held| held.id == holding && held.deputy).ok_or(Refusal::NoDeputy)?;
    if let Some(ended) = deputy.ended.filter(|ended| *ended <= last) {
        return Err(Refusal::NotOpen { began: deputy.began, ended: Some(ended) });
    }
    let last = Some(last).filter(|last| *last >= deputy.began);
    match last {
        Some(last) => table::end(&mut tx, holding, last).await?,
        None => table::forget(&mut tx, holding).await?,
    }
    tx.commit(Did::Recalled { deputy, last }).await?;
    Ok(())
}

/// To whoever may do it at home only, another agency's post is not there.
pub(super) fn reaches(desk: &Desk, right: &Right, post: &Post) -> Result<(), Refusal> {
    desk.may(right, desk.relation(&post.agency, [])).map_err(|_| Refusal::NoPost(post.code.clone()))
}
