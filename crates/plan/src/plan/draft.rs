//! Beginning a plan.

use accounts::{Desk, Reach, Relation, Right, Role};

use super::did::Did;
use super::{Plan, Refusal, State, table};
use crate::document;

/// Who may begin a plan.
pub const DRAFT: Right = Right { act: "plan.drafted", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Begins a plan, whatever state it says it is in; its document, if it names one, must be there.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn draft(desk: &Desk, plan: &Plan) -> Result<Plan, Refusal> {
    desk.may(&DRAFT, Relation::Other)?;
    check(plan)?;
    let draft = Plan { state: State::Draft, published_on: None, closed_on: None, ..plan.clone() };
    let mut tx = desk.begin().await?;
    if let Some(document) = &draft.document
        && !document::table::has(&mut tx, document).await?
    {
        return Err(Refusal::NoDocument(document.clone()));
    }
    if table::find(&mut tx, &draft.slug).await?.is_some() {
        return Err(Refusal::Known(draft.slug));
    }
    table::insert(&mut tx, &draft).await?;
    tx.commit(Did::Drafted(&draft)).await?;
    Ok(draft)
}

/// What every plan needs, before any database is asked.
pub(super) fn check(plan: &Plan) -> Result<(), Refusal> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if plan.title.trim().is_empty() || plan.slug.is_empty() || !plan.slug.chars().all(fits) {
        return Err(Refusal::Untitled);
    }
    if plan.last < plan.first {
        return Err(Refusal::Backwards { first: plan.first, last: plan.last });
    }
    Ok(())
}
