//! Taking an annex into a plan: all of it or nothing.

use accounts::{Deed, Desk, Directory, Relation, Tx};
use serde_json::{Value, json};
use sheet::File;
use store::{Ask, Error};

use super::upload::Outcome;
use super::{Basis, NOBODY, Problems, Reading, Settled, Topic, Unread, basis, read, table};
use crate::assignment;
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
    /// How words are to be taken; it is remembered with the import.
    pub settled: Settled,
    /// The slug of the document behind an amendment of a published plan.
    pub document: Option<String>,
    /// The [`Imported::version`] of the plan that the person has seen, where they have seen one.
    pub seen: Option<String>,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The sheet that was read; none for a text file.
    pub sheet: Option<String>,
    /// Other sheets with tables of tasks.
    pub ignored: Vec<String>,
    /// What it brought, or would bring.
    pub outcome: Outcome,
    /// The terms of each changed task: as they were, and as they are.
    pub changes: Vec<(Terms, Terms)>,
    /// What is worth saying about cells.
    pub warnings: Problems,
    /// What a person decides on: texts that would coach respondents.
    pub coaching: Vec<Warning>,
    /// Which state of the plan's tasks it was held against.
    pub version: String,
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
    /// An answer to what a text means is no time, or no content.
    #[error("{1:?} says nothing")]
    Meaningless(Topic, String),
    /// It is larger than is kept.
    #[error("the file is too large")]
    TooLarge,
    /// The file that was sent is not there, or no longer.
    #[error("there is no such file")]
    NoUpload,
    /// It changes a task that was cancelled.
    #[error("the task {0} is cancelled")]
    Cancelled(String),
    /// The plan was changed since the person looked at it.
    #[error("the plan was changed in between")]
    Changed,
    /// The plan does not take it.
    #[error(transparent)]
    Plan(#[from] plan::Refusal),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Plan(error.into())
    }
}

/// Reads an annex and takes its tasks into a plan: new ones are added, those of a code that the plan has are said
/// anew, others stay. A published plan takes them with the document behind the amendment only, unless nothing is new.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn import(
    desk: &Desk,
    plan: &str,
    file: File<'_>,
    wishes: &Wishes,
    progress: &mut (dyn FnMut(u64, u64) + Send),
) -> Result<Imported, Refusal> {
    desk.may(&task::DRAFT, Relation::Other).map_err(plan::Refusal::from)?;
    if wishes.dry_run {
        let mut at = desk.read().await?;
        let weighed = weigh(&mut at, desk, plan, file, wishes, progress).await?;
        return Ok(weighed.told());
    }
    let mut tx = desk.begin().await?;
    tx.wait_turn("task").await?;
    let (imported, did) = bring(&mut tx, desk, plan, file, wishes, progress).await?;
    if let Some(did) = did {
        tx.commit(did).await?;
    }
    Ok(imported)
}

/// Writes what an annex brings, and says how to commit it; not at all where it brings nothing.
pub(super) async fn bring(
    tx: &mut Tx,
    desk: &Desk,
    plan: &str,
    file: File<'_>,
    wishes: &Wishes,
    progress: &mut (dyn FnMut(u64, u64) + Send),
) -> Result<(Imported, Option<Did>), Refusal> {
    let weighed = weigh(tx, desk, plan, file, wishes, progress).await?;
    let imported = weighed.told();
    if wishes.seen.as_ref().is_some_and(|seen| *seen != imported.version) {
        return Err(Refusal::Changed);
    }
    if imported.outcome.is_nothing() && weighed.fresh.is_empty() {
        return Ok((imported, None));
    }
    let document = match imported.outcome.is_nothing() {
        true => None,
        false => task::amendment(tx, &weighed.plan, wishes.document.as_deref()).await?,
    };
    weighed.write(tx, desk, document).await?;
    if document.is_some() {
        assignment::arise_in(tx, desk.today).await?;
    }
    let did = Did::new(&weighed, file.name, document);
    Ok((imported, Some(did)))
}

/// An annex held against its plan.
struct Weighed {
    plan: Plan,
    reading: Reading,
    added: Vec<Terms>,
    changed: Vec<(Task, Terms)>,
    missing: Vec<String>,
    /// What was settled with it and was not known.
    fresh: Settled,
    version: String,
}

/// Reads the annex by the plan's day and by what people settled, now and before, and holds it against the plan.
async fn weigh(
    at: &mut impl Ask,
    desk: &Desk,
    plan: &str,
    file: File<'_>,
    wishes: &Wishes,
    progress: &mut (dyn FnMut(u64, u64) + Send),
) -> Result<Weighed, Refusal> {
    let plan = plan::table::find(at, plan).await?.ok_or(plan::Refusal::NoPlan)?;
    if plan.state == State::Closed {
        return Err(plan::Refusal::NotNow(State::Closed.as_str()).into());
    }
    let known = table::settled(at).await?;
    let reading = reading(at, &plan, file, wishes, &known, progress).await?;
    reading.tasks.iter().try_for_each(Terms::check)?;
    let there = task::table::of_plan(at, &plan.slug).await?;
    let fresh = wishes.settled.without(&known);
    let weighed = Weighed::new(plan, reading, &there, fresh);
    if let Some((task, _)) = weighed.changed.iter().find(|(task, _)| task.cancelled.is_some()) {
        return Err(Refusal::Cancelled(task.terms.code.clone()));
    }
    if weighed.plan.state == State::Published {
        let terms: Vec<Terms> =
            weighed.added.iter().chain(weighed.changed.iter().map(|(_, terms)| terms)).cloned().collect();
        plan::publish::check(at, desk, &weighed.plan, &terms).await?;
    }
    Ok(weighed)
}

async fn reading(
    at: &mut impl Ask,
    plan: &Plan,
    file: File<'_>,
    wishes: &Wishes,
    known: &Settled,
    progress: &mut (dyn FnMut(u64, u64) + Send),
) -> Result<Reading, Refusal> {
    let directory = Directory::load(at).await?;
    let is_known =
        |code: &str| code == NOBODY || directory.agency(code).is_some() || directory.group(code).is_some();
    let mut names = wishes.settled.iter().filter(|(topic, ..)| *topic == Topic::Agency);
    if let Some((.., code)) = names.find(|(.., code)| !is_known(code)) {
        return Err(Refusal::UnknownCode(code.to_owned()));
    }
    let settled = known.clone().and(&wishes.settled);
    let day = basis::day(at, plan).await?;
    let (unit, first, last) = (plan.unit.as_str(), plan.first, plan.last);
    let basis = Basis { directory: &directory, unit, day, first, last, settled: &settled };
    Ok(read(file, wishes.sheet.as_deref(), &basis, progress)?)
}

impl Weighed {
    fn new(plan: Plan, reading: Reading, there: &[Task], fresh: Settled) -> Self {
        let versions: String = there.iter().map(Task::version).collect();
        let version = store::Digest::of(versions.as_bytes()).as_str().chars().take(16).collect();
        let has = |task: &&Task| reading.tasks.iter().all(|terms| terms.code != task.terms.code);
        let missing = there.iter().filter(|task| task.cancelled.is_none()).filter(has);
        let missing = missing.map(|task| task.terms.code.clone()).collect();
        let (mut added, mut changed) = (Vec::new(), Vec::new());
        for terms in &reading.tasks {
            match there.iter().find(|task| task.terms.code == terms.code) {
                None => added.push(terms.clone()),
                Some(task) => {
                    let terms = beside(terms, &task.terms, &plan, reading.sourced);
                    if terms != task.terms {
                        changed.push((task.clone(), terms));
                    }
                }
            }
        }
        Self { plan, reading, added, changed, missing, fresh, version }
    }

    fn told(&self) -> Imported {
        let Self { reading, added, changed, .. } = self;
        Imported {
            sheet: reading.sheet.clone(),
            ignored: reading.ignored.clone(),
            outcome: Outcome {
                added: added.iter().map(|terms| terms.code.clone()).collect(),
                changed: changed.iter().map(|(_, terms)| terms.code.clone()).collect(),
                same: reading.tasks.len() - added.len() - changed.len(),
                missing: self.missing.clone(),
            },
            changes: changed.iter().map(|(task, terms)| (task.terms.clone(), terms.clone())).collect(),
            warnings: reading.warnings.clone(),
            coaching: reading.tasks.iter().flat_map(coaching::warnings).collect(),
            version: self.version.clone(),
        }
    }

    async fn write(&self, tx: &mut Tx, desk: &Desk, document: Option<&str>) -> Result<(), Error> {
        let behind = document.map(|by| (by, desk.today));
        for terms in &self.added {
            let id = task::table::insert(tx, &self.plan.slug, terms).await?;
            if let Some((by, on)) = behind {
                task::table::amend(tx, id, by, on).await?;
            }
        }
        for (task, terms) in &self.changed {
            task::table::rewrite(tx, task.id, terms, behind).await?;
        }
        table::remember(tx, &self.fresh).await
    }
}

/// The terms of an annex beside those that are there. Where an annex does not say where its tasks come from, another
/// name of its file is no change; nor is their order, once the plan is published.
fn beside(terms: &Terms, there: &Terms, plan: &Plan, sourced: bool) -> Terms {
    let source = if sourced { &terms.source } else { &there.source };
    let place = if plan.state == State::Published { there.place } else { terms.place };
    Terms { source: source.clone(), place, ..terms.clone() }
}

/// An annex was taken into a plan.
pub(super) struct Did {
    plan: String,
    before: Option<Value>,
    after: Value,
}

impl Did {
    fn new(weighed: &Weighed, file: &str, document: Option<&str>) -> Self {
        let before: Vec<Value> = weighed.changed.iter().map(|(task, _)| task.terms.told()).collect();
        let changed = weighed.changed.iter().map(|(_, terms)| terms);
        let tasks: Vec<Value> = weighed.added.iter().chain(changed).map(Terms::told).collect();
        let settled: Vec<(&str, &str)> =
            weighed.fresh.iter().map(|(_, written, means)| (written, means)).collect();
        Self {
            plan: weighed.plan.slug.clone(),
            before: (!before.is_empty()).then(|| json!({ "tasks": before })),
            after: json!({ "file": file, "document": document, "tasks": tasks, "settled": settled }),
        }
    }
}

impl Deed for Did {
    fn act(&self) -> &'static str {
        task::DRAFT.act
    }

    fn subject(&self) -> String {
        format!("plan/{}", self.plan)
    }

    fn before(&self) -> Option<Value> {
        self.before.clone()
    }

    fn after(&self) -> Option<Value> {
        Some(self.after.clone())
    }
}
