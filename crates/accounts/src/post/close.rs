//! Closing a post, with whoever holds it.

use jiff::civil::Date;

use super::did::Did;
use super::{Refusal, table};
use crate::{Desk, Reach, Relation, Right, Role};

/// Who may close a post.
pub const CLOSE: Right = Right { act: "post.closed", held_by: &[(Role::Administrator, Reach::Any)] };

/// Closes a post after its last day; its holders hold it no longer than that.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn close(desk: &Desk, code: &str, last: Date) -> Result<(), Refusal> {
    desk.may(&CLOSE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("post").await?;
    let post = table::post(&mut tx, code).await?.ok_or_else(|| Refusal::NoPost(code.to_owned()))?;
    if last < post.began {
        return Err(Refusal::Backwards { first: post.began, last });
    }
    if let Some(ended) = post.ended.filter(|ended| *ended <= last) {
        return Err(Refusal::NotOpen { began: post.began, ended: Some(ended) });
    }
    for holding in table::holdings(&mut tx, code).await? {
        if holding.began > last {
            table::forget(&mut tx, holding.id).await?;
        } else if holding.ended.is_none_or(|ended| ended > last) {
            table::end(&mut tx, holding.id, last).await?;
        }
    }
    table::close(&mut tx, code, last).await?;
    let after = last.tomorrow().unwrap_or(last).max(desk.today);
    if post.role == Role::Administrator && table::administrators(&mut tx, after, 0).await? == 0 {
        return Err(Refusal::LastAdministrator);
    }
    tx.commit(Did::Closed { post: &post, last }).await?;
    Ok(())
}
