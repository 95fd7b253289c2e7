//! A task of a plan: what is to be done, by whom, how often, and when it counts as done.
//!
//! What is said of it are its [`Terms`]. In a draft they are rewritten; after publication a document stands
//! behind every change.

mod cancel;
mod change;
pub mod coaching;
mod did;
mod draft;
mod join;
pub(crate) mod table;
mod terms;

use accounts::Desk;
use jiff::civil::Date;
use store::{Error, Reading};

pub use cancel::{CANCEL, cancel};
pub use change::{CHANGE, change};
pub use draft::{DRAFT, draft};
pub use join::{JOIN, join};
pub use terms::{INDICES, Measure, Part, Terms};

pub(crate) use did::Did;
pub(crate) use draft::amendment;
#[cfg(test)]
pub(crate) use terms::tests::terms;

/// A task as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Its number.
    pub id: i64,
    /// The slug of its plan.
    pub plan: String,
    /// What is said of it.
    pub terms: Terms,
    /// The number of the task of another plan that answers this one too.
    pub answered_by: Option<i64>,
    /// The slug of the document behind the last change after publication.
    pub amended_by: Option<String>,
    /// The day since which it says what it says: nothing arises for periods that closed before.
    pub amended_on: Option<Date>,
    /// That it lost its ground.
    pub cancelled: Option<Cancelled>,
}

/// That a task lost its ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancelled {
    /// The slug of the document that says so.
    pub by: String,
    /// The day of it.
    pub on: Date,
}

impl Task {
    /// Whether it asks something of its own: neither cancelled nor answered by another.
    pub fn is_asked(&self) -> bool {
        self.cancelled.is_none() && self.answered_by.is_none()
    }

    /// The task as the audit trail names it.
    pub fn subject(&self) -> String {
        format!("plan/{}/task/{}", self.plan, self.terms.code)
    }

    /// What a form carries to say which state of the task it shows: whoever changes an older one is told.
    pub fn version(&self) -> String {
        let kept = (&self.amended_by, self.answered_by, self.cancelled.is_some());
        let told = format!("{} {kept:?}", self.terms.told());
        store::Digest::of(told.as_bytes()).as_str().chars().take(16).collect()
    }
}

/// The tasks of a plan in their order; none of one that this desk may not read.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_plan(desk: &Desk, plan: &str) -> Result<Vec<Task>, Error> {
    let mut at = desk.read().await?;
    if !readable(&mut at, desk, plan).await? { Ok(Vec::new()) } else { table::of_plan(&mut at, plan).await }
}

/// A task by its plan and code; none where this desk may not read it.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(desk: &Desk, plan: &str, code: &str) -> Result<Option<Task>, Error> {
    let mut at = desk.read().await?;
    if !readable(&mut at, desk, plan).await? { Ok(None) } else { table::find(&mut at, plan, code).await }
}

/// A task by its number; none where this desk may not read it.
///
/// # Errors
/// When the database cannot be read.
pub async fn by_id(desk: &Desk, id: i64) -> Result<Option<Task>, Error> {
    let mut at = desk.read().await?;
    let Some(task) = table::by_id(&mut at, id).await? else { return Ok(None) };
    Ok(if readable(&mut at, desk, &task.plan).await? { Some(task) } else { None })
}

async fn readable(at: &mut Reading, desk: &Desk, plan: &str) -> Result<bool, Error> {
    Ok(crate::plan::table::find(at, plan).await?.is_some_and(|plan| plan.is_open_to(desk)))
}
