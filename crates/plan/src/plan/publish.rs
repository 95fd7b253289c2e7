//! Publishing a plan: it comes into force, and what it asks for arises.

use accounts::agency::Heirs;
use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use store::Ask;

use super::did::Did;
use super::{Plan, Refusal, State, table};
use crate::task::{self, Terms, coaching};
use crate::{assignment, document, target};

/// Who may publish a plan.
pub const PUBLISH: Right =
    Right { act: "plan.published", held_by: &[(Role::StandingBody, Reach::Any), (Role::Leader, Reach::Any)] };

/// Something that a plan lacks for being published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// It has no document.
    Document,
    /// It has no task.
    Tasks,
    /// A task has no lead: its code.
    Owner(String),
    /// A target is one of a document that no agency issued, so nobody owns it: its words.
    TargetOwner(String),
    /// A task's lead means nobody today: its code, and the lead.
    Nobody(String, String),
    /// A task does not say what is to be done: its code.
    Text(String),
    /// A task does not say what comes of it: its code.
    Product(String),
}

/// Publishes a draft and has its assignments arise. Warnings do not hold it up: who publishes has been shown
/// them, and the audit trail keeps which.
///
/// # Errors
/// [`Refusal::Lacking`] with everything that is lacking; other [`Refusal`]s. Nothing is kept then.
pub async fn publish(desk: &Desk, slug: &str) -> Result<Plan, Refusal> {
    desk.may(&PUBLISH, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let plan = table::find(&mut tx, slug).await?.ok_or(Refusal::NoPlan)?;
    if plan.state != State::Draft {
        return Err(Refusal::NotNow(plan.state.as_str()));
    }
    let tasks: Vec<Terms> = terms_of(&mut tx, slug).await?;
    let lacking = lacking(&mut tx, desk, &plan, &tasks).await?;
    if !lacking.is_empty() {
        return Err(Refusal::Lacking(lacking));
    }
    let warned = tasks.iter().flat_map(coaching::warnings);
    let warned = warned.map(|warning| format!("{}: {}", warning.code, warning.words)).collect();
    let plan = Plan { state: State::Published, published_on: Some(desk.today), ..plan };
    table::move_on(&mut tx, &plan).await?;
    assignment::arise_in(&mut tx, desk.today).await?;
    tx.commit(Did::Published { plan: &plan, tasks: tasks.len(), warned }).await?;
    Ok(plan)
}

/// Everything that a draft lacks for being published today, for its page.
///
/// # Errors
/// When the database cannot be read.
pub async fn lacks(desk: &Desk, plan: &Plan) -> Result<Vec<Lack>, store::Error> {
    let mut at = desk.read().await?;
    let tasks = terms_of(&mut at, &plan.slug).await?;
    lacking(&mut at, desk, plan, &tasks).await
}

/// That tasks which come into a published plan lack nothing.
pub(crate) async fn check(
    at: &mut impl Ask,
    desk: &Desk,
    plan: &Plan,
    tasks: &[Terms],
) -> Result<(), Refusal> {
    let directory = Directory::load(at).await?;
    let lacking: Vec<Lack> = tasks.iter().flat_map(|task| of_task(task, &directory, plan, desk)).collect();
    if lacking.is_empty() { Ok(()) } else { Err(Refusal::Lacking(lacking)) }
}

async fn terms_of(at: &mut impl Ask, slug: &str) -> Result<Vec<Terms>, store::Error> {
    Ok(task::table::of_plan(at, slug).await?.into_iter().map(|task| task.terms).collect())
}

async fn lacking(
    at: &mut impl Ask,
    desk: &Desk,
    plan: &Plan,
    tasks: &[Terms],
) -> Result<Vec<Lack>, store::Error> {
    let directory = Directory::load(at).await?;
    let mut lacking = match &plan.document {
        None => vec![Lack::Document],
        Some(slug) => unowned_targets(at, slug).await?,
    };
    lacking.extend(tasks.is_empty().then_some(Lack::Tasks));
    lacking.extend(tasks.iter().flat_map(|task| of_task(task, &directory, plan, desk)));
    Ok(lacking)
}

/// A target is owned by the agency that issued its document.
async fn unowned_targets(at: &mut impl Ask, document: &str) -> Result<Vec<Lack>, store::Error> {
    if document::table::find(at, document).await?.is_some_and(|document| document.agency.is_some()) {
        return Ok(Vec::new());
    }
    let targets = target::table::all(at).await?.into_iter().filter(|target| target.document == document);
    Ok(targets.map(|target| Lack::TargetOwner(target.said)).collect())
}

fn of_task(task: &Terms, directory: &Directory, plan: &Plan, desk: &Desk) -> Vec<Lack> {
    let code = || task.code.clone();
    let owner = match task.lead.as_deref() {
        None => Some(Lack::Owner(code())),
        Some(lead) => {
            means_nobody(lead, directory, plan, desk).then(|| Lack::Nobody(code(), lead.to_owned()))
        }
    };
    let text = task.what.trim().is_empty().then(|| Lack::Text(code()));
    let product = task.product.trim().is_empty().then(|| Lack::Product(code()));
    [owner, text, product].into_iter().flatten().collect()
}

/// A group without members, or an agency that ended without anybody going on with its work.
fn means_nobody(lead: &str, directory: &Directory, plan: &Plan, desk: &Desk) -> bool {
    directory.expand(lead, &plan.unit, desk.today).is_empty()
        && matches!(directory.heirs(lead, desk.today), Heirs::Nobody)
}
