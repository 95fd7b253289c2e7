//! Why a report was not taken or not decided on.

use accounts::Forbidden;

use super::Report;
use crate::owed::Closed;

/// Why a report was not taken or not decided on: one variant for each thing that somebody can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such assignment, or none that the desk may know of.
    #[error("there is no such assignment")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The assignment was cancelled, or another answers it.
    #[error("the assignment is not reported on any more")]
    Over,
    /// Somebody else changed it meanwhile; here is how it is now.
    #[error("it was changed meanwhile")]
    Stale(Option<Box<Report>>),
    /// Nothing was said.
    #[error("neither what was done nor a value")]
    Empty,
    /// The value cannot be.
    #[error("the value lies outside its range")]
    OutOfRange {
        /// The least that can be.
        low: Option<f64>,
        /// The most that can be.
        high: Option<f64>,
    },
    /// A text is longer than [`super::TEXT_MAX`].
    #[error("the text is too long: {0}")]
    TooLong(&'static str),
    /// A return without a reason.
    #[error("a return needs a reason")]
    NoReason,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<Closed> for Refusal {
    fn from(closed: Closed) -> Self {
        match closed {
            Closed::Missing => Self::Missing,
            Closed::Forbidden(forbidden) => Self::Forbidden(forbidden),
            Closed::Store(fault) => Self::Store(fault),
        }
    }
}

impl Refusal {
    /// That it was changed, to this.
    pub(super) fn stale(now: Option<&Report>) -> Self {
        Self::Stale(now.cloned().map(Box::new))
    }
}
