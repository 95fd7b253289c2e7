//! Copying a plan into the next year.

use accounts::{Desk, Reach, Relation, Right, Role};
use jiff::ToSpan;
use jiff::civil::Date;

use super::did::Did;
use super::{Plan, Refusal, State, draft, table};
use crate::task::{self, Terms};

/// Who may copy a plan.
pub const COPY: Right = Right { act: "plan.copied", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Begins the plan of the next year as a draft with the tasks of this one, every date a year later. Tasks that
/// lost their ground or were answered by another plan's stay behind; the document of the new one is another.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn copy(desk: &Desk, from: &str, slug: &str, title: &str) -> Result<Plan, Refusal> {
    desk.may(&COPY, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let old = table::find(&mut tx, from).await?.ok_or(Refusal::NoPlan)?;
    let plan = Plan {
        slug: slug.to_owned(),
        title: title.to_owned(),
        title_en: String::new(),
        document: None,
        first: later(old.first),
        last: later(old.last),
        state: State::Draft,
        published_on: None,
        closed_on: None,
        copied_from: Some(old.slug.clone()),
        ..old
    };
    draft::check(&plan)?;
    if table::find(&mut tx, slug).await?.is_some() {
        return Err(Refusal::Known(plan.slug));
    }
    table::insert(&mut tx, &plan).await?;
    let tasks = task::table::of_plan(&mut tx, from).await?;
    let tasks: Vec<_> = tasks.into_iter().filter(task::Task::is_asked).collect();
    for task in &tasks {
        task::table::insert(&mut tx, slug, &of_next_year(&task.terms)).await?;
    }
    tx.commit(Did::Copied { plan: &plan, tasks: tasks.len() }).await?;
    Ok(plan)
}

fn of_next_year(terms: &Terms) -> Terms {
    let mut terms = Terms { first: later(terms.first), last: later(terms.last), ..terms.clone() };
    for part in &mut terms.parts {
        part.due = part.due.map(later);
    }
    terms
}

/// The day a year later; 28 February for the 29th.
fn later(day: Date) -> Date {
    day.saturating_add(1.year())
}
