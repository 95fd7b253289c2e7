//! How the assignments of a task stand: the rule of [`crate::status`] on what the database knows.

use std::collections::HashMap;

use accounts::Desk;
use store::Error;

use super::{Assignment, table};
use crate::plan::{self, State};
use crate::status::{Sent, Status};
use crate::task::{self, Task};
use crate::{Rhythm, report};

/// How one assignment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The assignment.
    pub assignment: Assignment,
    /// Where it stands by the day that counts; of one that joined another, where that one stands.
    pub status: Status,
    /// How many days late by the plan, whatever was promised since.
    pub late_by_plan: Option<i32>,
}

/// How the assignments of a task stand today, by due day; of a task that another answers, those of the other.
///
/// # Errors
/// When the database cannot be read.
pub async fn standings(desk: &Desk, task: &Task) -> Result<Vec<Standing>, Error> {
    let mut at = desk.read().await?;
    let asked = match task.answered_by {
        Some(other) => task::table::by_id(&mut at, other).await?,
        None => Some(task.clone()),
    };
    let Some(asked) = asked else { return Ok(Vec::new()) };
    let plan = plan::table::find(&mut at, &asked.plan).await?;
    let closed = plan.is_some_and(|plan| plan.state == State::Closed);
    let mut sent: HashMap<i64, Vec<Sent>> = HashMap::new();
    for (assignment, report) in report::table::sent_of_task(&mut at, asked.id).await? {
        sent.entry(assignment).or_default().push(report);
    }
    let all = table::of_task(&mut at, asked.id).await?;
    let continuous = asked.terms.rhythm == Rhythm::Continuous;
    let stand = |it: Assignment| {
        let own = it.facts(continuous, closed, sent.get(&it.id).cloned().unwrap_or_default());
        let first = it.joined.and_then(|first| all.iter().find(|other| other.id == first));
        let facts = first.map_or(own, |first| {
            first.facts(continuous, closed, sent.get(&first.id).cloned().unwrap_or_default())
        });
        let late_by_plan = facts.days_late_by_plan(desk.today);
        Standing { assignment: it, status: facts.status(desk.today), late_by_plan }
    };
    Ok(all.clone().into_iter().map(stand).collect())
}
