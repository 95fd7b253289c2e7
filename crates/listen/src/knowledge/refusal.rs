//! Why something was not done about what people came to know of a campaign.

use super::Unfit;

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such campaign, or none that one may know of.
    #[error("there is no such campaign")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// There is no such pulse.
    #[error("there is no such pulse")]
    NoPulse,
    /// Somebody tied or untied one meanwhile.
    #[error("it was changed meanwhile")]
    Changed,
    /// There is one on that side already: it goes first, with a reason.
    #[error("there is one already")]
    Tied,
    /// There is none on that side.
    #[error("there is none")]
    NotTied,
    /// The pulse does not fit.
    #[error("the pulse does not fit: {0:?}")]
    Unfit(Unfit),
    /// Both pulses are over, and what they tell stays.
    #[error("what was measured stays")]
    Measured,
    /// A reason is needed.
    #[error("a reason is needed")]
    NoReason,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<Unfit> for Refusal {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

impl From<inform::campaign::Refusal> for Refusal {
    /// Of a campaign that is only read.
    fn from(refusal: inform::campaign::Refusal) -> Self {
        match refusal {
            inform::campaign::Refusal::Store(fault) => Self::Store(fault),
            inform::campaign::Refusal::Forbidden(forbidden) => Self::Forbidden(forbidden),
            _ => Self::Missing,
        }
    }
}
