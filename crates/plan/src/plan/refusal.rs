//! Why a plan or a task was not changed: one variant for each thing that somebody can do about it.

use accounts::Forbidden;
use jiff::civil::Date;

use super::publish::Lack;

/// Why a plan or a task was not drafted, changed, published, closed or copied.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such plan, or none that this desk may read.
    #[error("there is no such plan")]
    NoPlan,
    /// There is no such task.
    #[error("there is no such task")]
    NoTask,
    /// A plan of this slug is there.
    #[error("there is already a plan {0}")]
    Known(String),
    /// The plan has a task of this code.
    #[error("the plan has already a task {0}")]
    KnownCode(String),
    /// A title or a slug is missing.
    #[error("a plan needs a title, and letters or digits for its address")]
    Untitled,
    /// A code cannot stand in an address.
    #[error("«{0}» cannot be the code of a task: letters, digits, full stops and hyphens can")]
    BadCode(String),
    /// The days run backwards.
    #[error("the days run backwards: {first} to {last}")]
    Backwards {
        /// The first day.
        first: Date,
        /// The last.
        last: Date,
    },
    /// A day of the year that no year has, or a range of values that runs backwards.
    #[error("«{0}» cannot be")]
    Impossible(String),
    /// It cannot be published; every reason.
    #[error("the plan cannot be published: {} things are lacking", .0.len())]
    Lacking(Vec<Lack>),
    /// The plan is not at that point.
    #[error("the plan is {0}")]
    NotNow(&'static str),
    /// What was published is changed by a document only.
    #[error("a change after publication needs the document behind it")]
    NoReason,
    /// The document is not there.
    #[error("there is no document {0}")]
    NoDocument(String),
    /// Somebody changed it in between: what it says now.
    #[error("the task was changed in between")]
    Changed(Box<crate::Task>),
    /// It was cancelled.
    #[error("the task is cancelled")]
    Cancelled,
    /// A task cannot answer itself, nor one that another answers.
    #[error("that task cannot answer this one")]
    Circle,
    /// What arises from it was refused.
    #[error(transparent)]
    Assignment(#[from] crate::assignment::Refusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
