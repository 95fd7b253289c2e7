//! Taking an annex into a plan that is being drafted: all of it or nothing.

use accounts::{Deed, Desk, Directory, Relation};
use serde_json::{Value, json};
use sheet::{File, Progress};
use store::{Ask, Error};

use super::{Basis, NOBODY, Problems, Settled, Unread, basis, read, table};
use crate::plan::{self, Plan, State};
use crate::task::coaching::{self, Warning};
use crate::task::{self, Task, Terms};

/// What a person said about an import.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// The sheet to read.
    pub sheet: Option<String>,
    /// Whether nothing is to be written.
    pub dry_run: bool,
    /// How names are to be taken; it is remembered with the import.
    pub settled: Settled,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The sheet that was read; none for a text file.
    pub sheet: Option<String>,
    /// Other sheets with tables of tasks.
    pub ignored: Vec<String>,
    /// Tasks that the plan did not have.
    pub added: usize,
    /// Tasks of the plan that were said otherwise.
    pub changed: usize,
    /// Tasks that the plan has as they are.
    pub same: usize,
    /// What is worth saying about cells.
    pub warnings: Problems,
    /// What a person decides on: texts that would coach respondents.
    pub coaching: Vec<Warning>,
}

/// Why an annex was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// It was not read.
    #[error(transparent)]
    Unread(#[from] Unread),
    /// A name is to be taken for a code that is neither an agency's nor a group's.
    #[error("there is no agency and no group {0}")]
    UnknownCode(String),
    /// The plan does not take it.
    #[error(transparent)]
    Plan(#[from] plan::Refusal),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Plan(error.into())
    }
}

/// Reads an annex and takes its tasks into a draft: new ones are added, those of a code that the plan has are said
/// anew, others stay. A published plan takes no annex: what was published is changed by a document.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn import(
    desk: &Desk,
    plan: &str,
    file: File<'_>,
    wishes: &Wishes,
    progress: &mut Progress<'_>,
) -> Result<Imported, Refusal> {
    desk.may(&task::DRAFT, Relation::Other).map_err(plan::Refusal::from)?;
    let mut tx = desk.begin().await?;
    let plan = plan::table::find(&mut tx, plan).await?.ok_or(plan::Refusal::NoPlan)?;
    match plan.state {
        State::Draft => (),
        State::Published => return Err(plan::Refusal::NoReason.into()),
        State::Closed => return Err(plan::Refusal::NotNow(State::Closed.as_str()).into()),
    }
    let reading = reading(&mut tx, &plan, file, wishes, progress).await?;
    reading.tasks.iter().try_for_each(Terms::check)?;
    let there = task::table::of_plan(&mut tx, &plan.slug).await?;
    let sorted = Sorted::of(&reading.tasks, &there);
    let imported = Imported {
        added: sorted.added.len(),
        changed: sorted.changed.len(),
        same: reading.tasks.len() - sorted.added.len() - sorted.changed.len(),
        coaching: reading.tasks.iter().flat_map(coaching::warnings).collect(),
        sheet: reading.sheet,
        ignored: reading.ignored,
        warnings: reading.warnings,
    };
    if wishes.dry_run {
        return Ok(imported);
    }
    for terms in &sorted.added {
        task::table::insert(&mut tx, &plan.slug, terms).await?;
    }
    for (task, terms) in &sorted.changed {
        task::table::rewrite(&mut tx, task.id, terms, None).await?;
    }
    table::remember(&mut tx, &wishes.settled).await?;
    tx.commit(Did { plan: &plan.slug, file: file.name, sorted: &sorted, settled: &wishes.settled }).await?;
    Ok(imported)
}

/// Reads the annex by the plan's day and by what people settled, now and before.
async fn reading(
    at: &mut impl Ask,
    plan: &Plan,
    file: File<'_>,
    wishes: &Wishes,
    progress: &mut Progress<'_>,
) -> Result<super::Reading, Refusal> {
    let directory = Directory::load(at).await?;
    let is_known =
        |code: &str| code == NOBODY || directory.agency(code).is_some() || directory.group(code).is_some();
    if let Some((_, code)) = wishes.settled.iter().find(|(_, code)| !is_known(code)) {
        return Err(Refusal::UnknownCode(code.to_owned()));
    }
    let settled = table::settled(at).await?.and(&wishes.settled);
    let day = basis::day(at, plan).await?;
    let basis = Basis {
        directory: &directory,
        unit: &plan.unit,
        day,
        first: plan.first,
        last: plan.last,
        settled: &settled,
    };
    Ok(read(file, wishes.sheet.as_deref(), &basis, progress)?)
}

/// The tasks of an annex against those that are there.
struct Sorted<'a> {
    added: Vec<&'a Terms>,
    changed: Vec<(&'a Task, &'a Terms)>,
}

impl<'a> Sorted<'a> {
    fn of(read: &'a [Terms], there: &'a [Task]) -> Self {
        let mut sorted = Self { added: Vec::new(), changed: Vec::new() };
        for terms in read {
            match there.iter().find(|task| task.terms.code == terms.code) {
                None => sorted.added.push(terms),
                Some(task) if task.terms != *terms => sorted.changed.push((task, terms)),
                Some(_) => (),
            }
        }
        sorted
    }
}

/// An annex was taken into a plan.
struct Did<'a> {
    plan: &'a str,
    file: &'a str,
    sorted: &'a Sorted<'a>,
    settled: &'a Settled,
}

impl Deed for Did<'_> {
    fn act(&self) -> &'static str {
        task::DRAFT.act
    }

    fn subject(&self) -> String {
        format!("plan/{}", self.plan)
    }

    fn before(&self) -> Option<Value> {
        let tasks: Vec<Value> = self.sorted.changed.iter().map(|(task, _)| task.terms.told()).collect();
        (!tasks.is_empty()).then(|| json!({ "tasks": tasks }))
    }

    fn after(&self) -> Option<Value> {
        let changed = self.sorted.changed.iter().map(|(_, terms)| *terms);
        let tasks: Vec<Value> = self.sorted.added.iter().copied().chain(changed).map(Terms::told).collect();
        let settled: Vec<(&str, &str)> = self.settled.iter().collect();
        Some(json!({ "file": self.file, "tasks": tasks, "settled": settled }))
    }
}
