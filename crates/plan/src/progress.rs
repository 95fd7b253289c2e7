//! Progress: what was promised in public and how far it is. A view, for anyone.
//!
//! Left out by rule: drafts of plans, tasks that are not marked public or that another answers, people, and
//! everything that a report, its evidence or an extension says. What is told of a report is that one waits for
//! review or was accepted, and of an extension the day that was promised.

mod standing;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use store::{Error, Store};

use crate::board::{self, Cover, Line, Task};

pub use standing::{Count, Standing};

/// What was promised by every plan that was published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// The plans, those in force first, newest first.
    pub plans: Vec<Plan>,
}

/// A plan's promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What the plan says on its cover.
    pub cover: Cover,
    /// Its public tasks, in its order.
    pub promises: Vec<Promise>,
}

/// A public task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Its code in the plan.
    pub code: String,
    /// The section of the plan.
    pub section: String,
    /// What it is for.
    pub items: Vec<String>,
    /// What is to be done.
    pub what: String,
    /// What comes of it.
    pub product: String,
    /// The agency or group that leads it.
    pub lead: Option<String>,
    /// Its last day.
    pub last: Date,
    /// How far it is as a whole.
    pub standing: Standing,
    /// The slug of the document that took its ground away.
    pub cancelled_by: Option<String>,
    /// Who does it, by code.
    pub holders: Vec<Holder>,
}

/// An agency's part in a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The agency's code.
    pub agency: String,
    /// How far it is.
    pub standing: Standing,
    /// How often it was asked for so far, and will be as far as is known.
    pub asked: usize,
    /// How often it was done.
    pub done: usize,
    /// How often it is late now.
    pub late: usize,
    /// The day by the plan of what is late longest, else of what comes next, else of what was last.
    pub due: Option<Date>,
    /// The later day that was promised for the same.
    pub promised: Option<Date>,
}

/// What was promised and how far it is on a day.
///
/// # Errors
/// When the database cannot be read.
pub async fn progress(store: &Store, today: Date) -> Result<Progress, Error> {
    let mut at = store.read().await?;
    let mut plans = Vec::new();
    for cover in board::covers(&mut at).await? {
        let tasks = board::tasks(&mut at, &cover.slug).await?;
        let lines = board::lines(&mut at, &cover, &tasks, today).await?;
        plans.push(Plan { promises: promises(&tasks, &lines), cover });
    }
    Ok(Progress { plans })
}

impl Progress {
    /// The plan of this slug, or the newest.
    pub fn plan(&self, slug: Option<&str>) -> Option<&Plan> {
        self.plans.iter().find(|plan| slug.is_none_or(|slug| plan.cover.slug == slug))
    }
}

impl Plan {
    /// How many promises stand how.
    pub fn count(&self) -> Count {
        Count::of(self.promises.iter().map(|promise| promise.standing))
    }

    /// The counts of each section, in the order of the plan.
    pub fn by_section(&self) -> Vec<(&str, Count)> {
        let mut order: Vec<(&str, Count)> = Vec::new();
        for promise in &self.promises {
            match order.iter_mut().find(|(section, _)| *section == promise.section) {
                Some((_, count)) => count.add(promise.standing),
                None => order.push((&promise.section, Count::of([promise.standing]))),
            }
        }
        order
    }

    /// The counts of each agency, by code: of what it does itself in each promise.
    pub fn by_agency(&self) -> Vec<(&str, Count)> {
        let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
        for holder in self.promises.iter().flat_map(|promise| &promise.holders) {
            counts.entry(&holder.agency).or_default().add(holder.standing);
        }
        counts.into_iter().collect()
    }

    /// Who is late with what, the longest first.
    pub fn late(&self) -> Vec<(&Promise, &Holder, i32)> {
        let each =
            self.promises.iter().flat_map(|promise| promise.holders.iter().map(move |it| (promise, it)));
        let mut late: Vec<_> =
            each.filter_map(|(promise, holder)| Some((promise, holder, holder.standing.late()?))).collect();
        late.sort_by_key(|(_, _, days)| std::cmp::Reverse(*days));
        late
    }
}

/// The tasks that anyone may know of, each with what its assignments show.
fn promises(tasks: &[Arc<Task>], lines: &[Line]) -> Vec<Promise> {
    let mut of_task: BTreeMap<i64, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        of_task.entry(line.task.id).or_default().push(line);
    }
    let open = tasks.iter().filter(|task| task.public && !task.answered);
    open.map(|task| promise(task, of_task.get(&task.id).map_or(&[], Vec::as_slice))).collect()
}

fn promise(task: &Task, lines: &[&Line]) -> Promise {
    let mut of_agency: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        of_agency.entry(&line.agency).or_default().push(line);
    }
    let standing = if task.cancelled_by.is_some() { Standing::Cancelled } else { Standing::of(task, lines) };
    Promise {
        code: task.code.clone(),
        section: task.section.clone(),
        items: task.items.clone(),
        what: task.what.clone(),
        product: task.product.clone(),
        lead: task.lead.clone(),
        last: task.last,
        standing,
        cancelled_by: task.cancelled_by.clone(),
        holders: of_agency.iter().map(|(agency, lines)| holder(task, agency, lines)).collect(),
    }
}

fn holder(task: &Task, agency: &str, lines: &[&Line]) -> Holder {
    let late = |line: &&&Line| matches!(line.status, crate::Status::Late(_));
    let next = |line: &&&Line| !line.status.is_done();
    let by_day = |line: &&&Line| line.deadline();
    let told = lines.iter().filter(late).min_by_key(by_day);
    let told = told.or_else(|| lines.iter().filter(next).min_by_key(by_day));
    let told = told.or_else(|| lines.iter().max_by_key(by_day));
    Holder {
        agency: agency.to_owned(),
        standing: Standing::of(task, lines),
        asked: lines.iter().filter(|line| line.status != crate::Status::Cancelled).count(),
        done: lines.iter().filter(|line| line.status.is_done()).count(),
        late: lines.iter().filter(late).count(),
        due: told.map(|line| line.due),
        promised: told.and_then(|line| line.promised),
    }
}
