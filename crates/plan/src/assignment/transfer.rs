//! Giving what one agency owes to another: a single assignment, or a task from a day on.

use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use jiff::civil::Date;
use store::Ask;

use super::did::Did;
use super::merge::{join_doubles, moved};
use super::{Assignment, Reason, Refusal, TURN, arise_in, table};
use crate::plan;
use crate::task::{self, Terms};

/// Who may transfer an assignment.
pub const TRANSFER: Right =
    Right { act: "assignment.transferred", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Gives an open assignment to another agency in force, with words of why.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn transfer(desk: &Desk, id: i64, to: &str, words: &str) -> Result<(), Refusal> {
    desk.may(&TRANSFER, Relation::Other)?;
    let words = worded(words)?;
    let mut tx = desk.begin().await?;
    tx.wait_turn(TURN).await?;
    let it = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    if it.agency == to || !table::is_open(&mut tx, id).await? {
        return Err(Refusal::Settled);
    }
    in_force(&mut tx, to, desk.today).await?;
    table::give(&mut tx, id, to).await?;
    table::insert_moves(&mut tx, &[moved(desk, &it, to, Reason::Transfer, Some(words))]).await?;
    join_doubles(&mut tx).await?;
    tx.commit(Did::Transferred { it: &it, to, words }).await?;
    Ok(())
}

/// Gives a published task to another lead from a day on, which has come, by a document. Open assignments that are
/// due on that day or later go with it to an agency; of a group each member is asked anew.
///
/// # Errors
/// [`plan::Refusal`], with nothing kept.
pub async fn transfer_task(
    desk: &Desk,
    id: i64,
    to: &str,
    from: Date,
    document: &str,
) -> Result<(), plan::Refusal> {
    desk.may(&task::CHANGE, Relation::Other)?;
    if desk.today < from {
        return Err(plan::Refusal::Backwards { first: from, last: desk.today });
    }
    let mut tx = desk.begin().await?;
    tx.wait_turn(TURN).await?;
    let task = task::table::by_id(&mut tx, id).await?.ok_or(plan::Refusal::NoTask)?;
    let plan = plan::table::find(&mut tx, &task.plan).await?.ok_or(plan::Refusal::NoPlan)?;
    let Some(document) = task::amendment(&mut tx, &plan, Some(document)).await? else {
        return Err(plan::Refusal::NotNow(plan.state.as_str()));
    };
    let terms = Terms { lead: Some(to.to_owned()), ..task.terms.clone() };
    plan::publish::check(&mut tx, desk, &plan, std::slice::from_ref(&terms)).await?;
    task::table::rewrite(&mut tx, id, &terms, Some((document, from))).await?;
    let moved = give_open(&mut tx, desk, id, to, from).await?;
    arise_in(&mut tx, desk.today).await?;
    tx.commit(task::Did::Changed { task: &task, to: &terms, document: Some(document), moved }).await?;
    Ok(())
}

async fn give_open(
    at: &mut impl Ask,
    desk: &Desk,
    task: i64,
    to: &str,
    from: Date,
) -> Result<usize, store::Error> {
    let to_a_group = Directory::load(at).await?.group(to).is_some();
    let open = table::open(at).await?.into_iter();
    let open: Vec<Assignment> =
        open.filter(|it| it.task == task && from <= it.due && (to_a_group || it.agency != to)).collect();
    for it in &open {
        match to_a_group {
            true => table::cancel(at, it.id, desk.today).await?,
            false => table::give(at, it.id, to).await?,
        }
    }
    if !to_a_group {
        let moves: Vec<_> = open.iter().map(|it| moved(desk, it, to, Reason::Transfer, None)).collect();
        table::insert_moves(at, &moves).await?;
        join_doubles(at).await?;
    }
    Ok(open.len())
}

/// That an agency can owe something on a day.
pub(super) async fn in_force(at: &mut impl Ask, code: &str, day: Date) -> Result<(), Refusal> {
    let directory = Directory::load(at).await?;
    match directory.agency(code) {
        Some(agency) if agency.in_force(day) => Ok(()),
        _ => Err(Refusal::NotInForce(code.to_owned())),
    }
}

/// The words, when there are any.
pub(super) fn worded(words: &str) -> Result<&str, Refusal> {
    let words = words.trim();
    if words.is_empty() { Err(Refusal::NoWords) } else { Ok(words) }
}
