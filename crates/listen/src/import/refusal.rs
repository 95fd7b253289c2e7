//! Why something was not done about an import.

use super::{Kind, Unread};

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that one may know of.
    #[error("there is no such import")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// The other system needs a name, of at most [`super::SOURCE_MAX`] characters.
    #[error("the other system needs a name")]
    NoSource,
    /// The day of the file lies after today.
    #[error("the day of the file is still to come")]
    Later,
    /// The file cannot be read.
    #[error(transparent)]
    Unread(#[from] Unread),
    /// No column is said to be this one, which is needed.
    #[error("no column is said to be the {}", .0.as_str())]
    Lacks(Kind),
    /// Two columns are said to be the same.
    #[error("two columns are said to be the {}", .0.as_str())]
    Double(Kind),
    /// Cells are wrong: nothing is kept.
    #[error("{0} cells are wrong")]
    Amiss(usize),
    /// What waits does not open: the key of the installation is another one.
    #[error("the key of the installation does not open it")]
    Sealed,
    /// It was kept already.
    #[error("it was kept already")]
    Kept,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
