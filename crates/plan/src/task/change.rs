//! Changing what a plan says of a task: rewriting a draft, or amending what was published.

use accounts::{Desk, Reach, Relation, Right, Role};

use super::coaching::{self, Warning};
use super::did::Did;
use super::draft::amendment;
use super::{Terms, table};
use crate::plan::{Refusal, State};
use crate::{assignment, plan};

/// Who may change a task.
pub const CHANGE: Right = Right { act: "task.changed", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Gives a task other terms, and the warnings that a person decides on. `seen` is the [`super::Task::version`]
/// that the change was made on. After publication the document behind the amendment is needed; assignments that
/// have arisen stay as they are.
///
/// # Errors
/// [`Refusal::Changed`] when somebody was quicker, and other [`Refusal`]s, with nothing kept.
pub async fn change(
    desk: &Desk,
    id: i64,
    seen: &str,
    terms: &Terms,
    document: Option<&str>,
) -> Result<Vec<Warning>, Refusal> {
    desk.may(&CHANGE, Relation::Other)?;
    terms.check()?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("task").await?;
    let task = table::by_id(&mut tx, id).await?.ok_or(Refusal::NoTask)?;
    if task.version() != seen {
        return Err(Refusal::Changed(Box::new(task)));
    }
    if task.cancelled.is_some() {
        return Err(Refusal::Cancelled);
    }
    let plan = plan::table::find(&mut tx, &task.plan).await?.ok_or(Refusal::NoPlan)?;
    let document = amendment(&mut tx, &plan, document).await?;
    if table::find(&mut tx, &plan.slug, &terms.code).await?.is_some_and(|other| other.id != id) {
        return Err(Refusal::KnownCode(terms.code.clone()));
    }
    if plan.state == State::Published {
        plan::publish::check(&mut tx, desk, &plan, std::slice::from_ref(terms)).await?;
    }
    table::rewrite(&mut tx, id, terms, document.map(|by| (by, desk.today))).await?;
    if document.is_some() {
        assignment::arise_in(&mut tx, desk.today).await?;
    }
    tx.commit(Did::Changed { task: &task, to: terms, document, moved: 0 }).await?;
    Ok(coaching::warnings(terms))
}
