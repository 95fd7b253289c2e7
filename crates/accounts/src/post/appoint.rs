//! Appointing a person to a post.

use jiff::civil::Date;

use super::did::Did;
use super::{Holding, Post, Refusal, Span, table};
use crate::person::{self, Person};
use crate::{Desk, Reach, Relation, Right, Role, Tx};

/// Who may appoint.
pub const APPOINT: Right = Right { act: "post.appointed", held_by: &[(Role::Administrator, Reach::Any)] };

/// Appoints a person to a post that nobody holds on those days; without a last day for good.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn appoint(
    desk: &Desk,
    post: &str,
    person: i64,
    first: Date,
    last: Option<Date>,
) -> Result<(), Refusal> {
    desk.may(&APPOINT, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let found = appoint_in(&mut tx, post, person, Span(first, last)).await?;
    tx.commit(Did::Appointed { post, person: &found.account, first, last }).await?;
    Ok(())
}

/// The same inside of another act.
pub(crate) async fn appoint_in(tx: &mut Tx, code: &str, person: i64, span: Span) -> Result<Person, Refusal> {
    let (post, person) = both(tx, code, person).await?;
    fits(&post, span)?;
    let held = table::holdings(tx, code).await?;
    if let Some(other) = held.iter().find(|holding| !holding.deputy && holding.span().meets(span)) {
        return Err(overlap(other));
    }
    table::hold(tx, code, person.id, false, span).await?;
    Ok(person)
}

/// The post and the person, who must be able to sign in; other acts on posts wait until this one is done.
pub(super) async fn both(tx: &mut Tx, code: &str, person: i64) -> Result<(Post, Person), Refusal> {
    tx.wait_turn("post").await?;
    let post = table::post(tx, code).await?.ok_or_else(|| Refusal::NoPost(code.to_owned()))?;
    let person = person::table::one(tx, person).await?.ok_or(Refusal::NoPerson)?;
    if person.disabled_at.is_some() {
        return Err(Refusal::Disabled(person.account));
    }
    Ok((post, person))
}

/// That the days run forwards and the post is open on all of them.
pub(super) fn fits(post: &Post, span: Span) -> Result<(), Refusal> {
    if let Some(last) = span.1.filter(|last| *last < span.0) {
        return Err(Refusal::Backwards { first: span.0, last });
    }
    if !span.is_within(Span(post.began, post.ended)) {
        return Err(Refusal::NotOpen { began: post.began, ended: post.ended });
    }
    Ok(())
}

pub(super) fn overlap(other: &Holding) -> Refusal {
    Refusal::Overlap { holder: other.name.clone(), began: other.began, ended: other.ended }
}
