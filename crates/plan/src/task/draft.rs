//! Putting tasks into a plan.

use accounts::{Desk, Reach, Relation, Right, Role};
use store::Ask;

use super::coaching::{self, Warning};
use super::did::Did;
use super::{Terms, table};
use crate::plan::{Plan, Refusal, State};
use crate::{assignment, document, plan};

/// Who may put tasks into a plan.
pub const DRAFT: Right = Right { act: "task.drafted", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Puts tasks into a plan, all or none, and gives the warnings that a person decides on. A published plan takes
/// them with the document behind the amendment only, and then each needs what publication asks for.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn draft(
    desk: &Desk,
    plan: &str,
    tasks: &[Terms],
    document: Option<&str>,
) -> Result<Vec<Warning>, Refusal> {
    desk.may(&DRAFT, Relation::Other)?;
    tasks.iter().try_for_each(Terms::check)?;
    let mut tx = desk.begin().await?;
    let plan = plan::table::find(&mut tx, plan).await?.ok_or(Refusal::NoPlan)?;
    let document = amendment(&mut tx, &plan, document).await?;
    if plan.state == State::Published {
        plan::publish::check(&mut tx, desk, &plan, tasks).await?;
    }
    for terms in tasks {
        if table::find(&mut tx, &plan.slug, &terms.code).await?.is_some() {
            return Err(Refusal::KnownCode(terms.code.clone()));
        }
        let id = table::insert(&mut tx, &plan.slug, terms).await?;
        if let Some(document) = document {
            table::amend(&mut tx, id, document, desk.today).await?;
        }
    }
    if document.is_some() {
        assignment::arise_in(&mut tx, desk.today).await?;
    }
    tx.commit(Did::Drafted { plan: &plan.slug, tasks, document }).await?;
    Ok(tasks.iter().flat_map(coaching::warnings).collect())
}

/// The document behind a change of a plan's tasks: a published plan needs one that is there, a draft none.
pub(crate) async fn amendment<'a>(
    at: &mut impl Ask,
    plan: &Plan,
    document: Option<&'a str>,
) -> Result<Option<&'a str>, Refusal> {
    match (plan.state, document) {
        (State::Closed, _) => Err(Refusal::NotNow(State::Closed.as_str())),
        (State::Draft, _) => Ok(None),
        (State::Published, None) => Err(Refusal::NoReason),
        (State::Published, Some(document)) if document::table::has(at, document).await? => Ok(Some(document)),
        (State::Published, Some(document)) => Err(Refusal::NoDocument(document.to_owned())),
    }
}
