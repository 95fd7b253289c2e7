//! Closing a plan: nothing arises from it any more, and what is open stays not done.

use accounts::{Desk, Reach, Relation, Right, Role};

use super::did::Did;
use super::{Plan, Refusal, State, table};

/// Who may close a plan.
pub const CLOSE: Right =
    Right { act: "plan.closed", held_by: &[(Role::StandingBody, Reach::Any), (Role::Leader, Reach::Any)] };

/// Closes a published plan.
///
/// # Errors
/// [`Refusal::NotNow`] when it is not published; other [`Refusal`]s.
pub async fn close(desk: &Desk, slug: &str) -> Result<Plan, Refusal> {
    desk.may(&CLOSE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let plan = table::find(&mut tx, slug).await?.ok_or(Refusal::NoPlan)?;
    if plan.state != State::Published {
        return Err(Refusal::NotNow(plan.state.as_str()));
    }
    let plan = Plan { state: State::Closed, closed_on: Some(desk.today), ..plan };
    table::move_on(&mut tx, &plan).await?;
    tx.commit(Did::Closed(&plan)).await?;
    Ok(plan)
}
